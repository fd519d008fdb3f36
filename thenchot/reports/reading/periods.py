"""Phrases that say when: từ đầu nhiệm kỳ đến nay, năm 2023, 6 tháng đầu năm, tính đến ngày …"""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import dates
from .dates import DATE, YEAR
from .folding import pattern
from .written import Period


@dataclass(frozen=True)
class Setting:
    """What a whole report says about time: its day, the term it stands in, the period of its title.

    `latest` is the latest year printed as past; a phase that ends later is still running.
    """

    day: str | None = None
    term: int | None = None
    title: Period | None = None
    latest: int | None = None

    @property
    def year(self) -> int | None:
        """The year meant where none is printed."""
        if self.title and (said := self.title.until or self.title.as_of):
            return int(said[:4])
        return int(self.day[:4]) if self.day else None


@dataclass(frozen=True)
class Phrase:
    """A span of folded text and the period it names. `resets`: hằng năm takes back what was said before.

    `to_date` says it runs up to a day (đến nay, đến 30/6): acts are counted until it; `anchored` that it opens a clause or stands
    after a word of time, so that it rules what follows; an unanchored one may be part of a name.
    """

    start: int
    end: int
    period: Period
    resets: bool = False
    to_date: bool = False
    anchored: bool = True


_Made = Callable[[re.Match[str], Setting], Period | None]
_COMPARED = re.compile(
    pattern(
        r"(?:so với|so cùng kỳ|cùng kỳ|cùng thời điểm|so)(?: với)?(?: cùng kỳ| cả| cuối| đầu| kết quả| thời điểm)?(?: các)? ?$"
    )
)
_NAMED = re.compile(
    pattern(
        r"(?:kế hoạch|chương trình|nghị quyết|đề án|chỉ tiêu|dự toán|chủ đề|hướng dẫn|quyết định|đại hội|chiến lược|"
        r"bầu cử|quy hoạch|hđnd|hội đồng nhân dân|các cấp|tỉnh|đảng bộ|lần thứ \w+|,) ?$"
    )
)
_CLAUSE = re.compile(r"(?:^|[.;:(+\"-]|(?:^|[.;:(] )[^.;:(]{0,40},) ?$")
_IN = re.compile(pattern(r"(?<!\w)(?:trong|ở|vào|của|từ|riêng|suốt|cả|qua|đầu|kết quả|kỳ) ?$"))


def phrases(text: str, setting: Setting) -> Iterator[Phrase]:
    """Every phrase of time of a folded sentence that is no comparison, in order, without overlaps."""
    found: list[Phrase] = []
    for shape, made, to_date in _PATTERNS:
        for match in shape.finditer(text):
            before = text[max(0, match.start() - 48) : match.start()]
            period = made(match, setting)
            if period is None or _COMPARED.search(before) or _BORN.search(before):
                continue
            found.append(
                Phrase(
                    *match.span(),
                    period,
                    shape is _YEARLY,
                    to_date,
                    _rules(shape, text, match.start(), before),
                )
            )
    taken = -1
    for phrase in sorted(found, key=lambda phrase: (phrase.start, -phrase.end)):
        if phrase.start >= taken:
            taken = phrase.end
            yield phrase


def _rules(shape: re.Pattern[str], text: str, start: int, before: str) -> bool:
    if shape not in (_YEAR, _PHASE, _TERM):
        return True
    if not before.strip() or _IN.search(before) or _CLAUSE.search(before[-48:]):
        return True
    return shape is _YEAR and not _NAMED.search(before)


_BORN = re.compile(pattern(r"(?<!\w)(?:sinh|sinh vào|nhập ngũ|vào đảng) ?$"))


def _until_now(since: str | None, setting: Setting) -> Period:
    return Period(since, setting.day)


def _term_so_far(match: re.Match[str], setting: Setting) -> Period | None:
    printed = re.search(YEAR, match.group())
    start = int(printed.group()) if printed else setting.term
    return _until_now(str(start), setting) if start else None


def _year_so_far(match: re.Match[str], setting: Setting) -> Period | None:
    year = match["year"] or setting.year
    return _until_now(f"{year}-01-01", setting) if year else None


def _since(match: re.Match[str], setting: Setting) -> Period | None:
    since = dates.iso(match["since"], setting.year)
    return _until_now(since, setting) if since else None


def _between(match: re.Match[str], setting: Setting) -> Period | None:
    until = dates.iso(match["until"], setting.year)
    since = dates.iso(match["since"], int(until[:4]) if until else setting.year)
    if not since or not until or since[:4] > until[:4]:
        return None
    return dates.whole(since, until)


def _phase(match: re.Match[str], setting: Setting) -> Period | None:
    since, until = match["since"], match["until"]
    return dates.whole(since, until) if since <= until else None


def _term(match: re.Match[str], setting: Setting) -> Period | None:
    since, until = match["since"], match["until"]
    return Period(since, until) if since < until else None


def _year(match: re.Match[str], setting: Setting) -> Period | None:
    return dates.whole(match["year"])


def _this_year(match: re.Match[str], setting: Setting) -> Period | None:
    if setting.title:
        return setting.title
    return dates.whole(str(setting.year)) if setting.year else None


def _title(match: re.Match[str], setting: Setting) -> Period | None:
    return setting.title


def _quarter(match: re.Match[str], setting: Setting) -> Period | None:
    year = match["year"] or setting.year
    return dates.quarter(match["quarter"], int(year)) if year else None


def _months(match: re.Match[str], setting: Setting) -> Period | None:
    year = match["year"] or setting.year
    return dates.months(int(match["count"]), int(year), match["half"] == "cuối") if year else None


def _half_year(match: re.Match[str], setting: Setting) -> Period | None:
    year = match["year"] or setting.year
    return dates.months(6, int(year), match["half"] == "cuối") if year else None


def _month(match: re.Match[str], setting: Setting) -> Period | None:
    year = match["year"] or setting.year
    return dates.whole(f"{int(year)}-{int(match['month']):02}") if year else None


def _day(match: re.Match[str], setting: Setting) -> Period | None:
    day = dates.iso(match["day"], setting.year)
    return Period(as_of=dates.last_day(day)) if day else None


def _today(match: re.Match[str], setting: Setting) -> Period | None:
    if setting.title and setting.title.until and not setting.day:
        return Period(as_of=setting.title.until)
    return Period(as_of=setting.day)


def _nothing(match: re.Match[str], setting: Setting) -> Period | None:
    return Period()


def _re(written: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern(written)})")


_TERM_WORDS = (
    rf"nhiệm kỳ(?: đại hội)?(?: đại biểu)?(?:(?: [^.;:,()0-9]{{0,40}}?)?,? (?:nhiệm kỳ )?{YEAR} ?- ?{YEAR})?"
)
_YEARLY = _re(r"(?:hằng|hàng|mỗi) năm(?!\w)")
_YEAR = _re(rf"(?:trong )?năm(?: học)? (?P<year>{YEAR})(?![0-9]|\.[0-9]| ?[-/] ?[0-9])")
_PHASE = _re(
    rf"(?:giai đoạn|thời kỳ|các năm|ba năm|3 năm|2 năm|hai năm|những năm|\() ?\(?(?P<since>{YEAR}) ?- ?(?P<until>{YEAR})(?![0-9])"
)
_TERM = _re(rf"(?:trong )?nhiệm kỳ (?P<since>{YEAR}) ?- ?(?P<until>{YEAR})(?![0-9])")
_NOW = r"(?:đến|tới)(?: thời điểm)?(?: hiện)? (?:nay|hiện nay|hiện tại)(?!\w)"
_TO = r"(?:,? ?(?:đến|tới|-)(?: hết| trước| cuối)? ?)"

# The longer phrase first where two begin at one place (phrases() takes the longest).
_PATTERNS: tuple[tuple[re.Pattern[str], _Made, bool], ...] = (
    (_re(rf"(?:ngay )?(?:kể )?từ (?:đầu|ngày đầu|khi bắt đầu|sau đại hội[^.;:,()]{{0,40}}) ?{_TERM_WORDS}(?:,? {_NOW})?"), _term_so_far, True),
    (_re(rf"đầu {_TERM_WORDS},? {_NOW}"), _term_so_far, True),
    (_re(r"(?:trong|cả|suốt) nhiệm kỳ(?!\w| [0-9]| trước| tới| mới| sau)"), _term_so_far, True),
    (_re(rf"(?:lũy kế |tính )?(?:từ )?đầu năm(?: (?P<year>{YEAR}))? (?:đến|tới) nay(?!\w)"), _year_so_far, True),
    (_re(rf"(?:lũy kế )?từ đầu năm(?: (?P<year>{YEAR}))?(?!\w)"), _year_so_far, True),
    (_re(r"(?:trong )?(?:nửa (?:đầu )?nhiệm kỳ|nhiệm kỳ) (?:qua|vừa qua|này|đại hội này)(?!\w)"), _term_so_far, True),
    (_re(rf"nửa (?:đầu )?nhiệm kỳ(?: {YEAR} ?- ?{YEAR})?"), _term_so_far, True),
    (_re(rf"(?:kể )?từ (?P<since>{DATE}),? {_NOW}"), _since, True),
    (_re(rf"(?:kể )?(?:từ )(?P<since>{DATE}){_TO}(?P<until>{DATE})"), _between, False),
    (_PHASE, _phase, False),
    (_TERM, _term, False),
    (_YEAR, _year, False),
    (_re(rf"(?:trong )?quý (?P<quarter>iv|i{{1,3}}|[1-4])(?:(?: ?/ ?| năm | ?- ?)(?P<year>{YEAR}))?(?!\w)"), _quarter, False),
    (_re(rf"(?:trong |qua )?(?P<count>[0-9]{{1,2}}) tháng(?: (?P<half>đầu|cuối))?(?: của)?(?: năm)?(?: ?/? ?(?P<year>{YEAR}))?(?![\w])(?! (?:qua|trở|kể|tuổi|tập))"), _months, False),
    (_re(rf"(?:sáu tháng|nửa)(?: (?P<half>đầu|cuối)) năm(?: (?P<year>{YEAR}))?(?!\w)"), _half_year, False),
    (_re(rf"(?:trong )?tháng (?P<month>1[0-2]|0?[1-9])(?:(?: ?[/-] ?| năm )(?P<year>{YEAR}))?(?![\w/])"), _month, False),
    (_re(rf"(?:tính |cập nhật )?(?:đến|tới)(?: hết| cuối| trước| thời điểm)? ?(?P<day>{DATE})"), _day, True),
    (_re(rf"(?:(?:tại |vào )?thời điểm|tính tại) ?(?P<day>{DATE})"), _day, False),
    (_re(rf"(?:đợt|dịp|nhân dịp|trong ngày|vào ngày) (?P<day>{DATE})"), _day, False),
    (_re(rf"(?:(?:tính )?{_NOW}|hiện (?:nay|tại)|hiện(?= có| toàn| đang| còn| tỉnh| huyện| đảng)|tại thời điểm (?:báo cáo|này))(?!\w)"), _today, True),
    (_re(r"(?:trong năm|năm qua|năm nay|trong năm qua|cả năm)(?![\w]| [0-9]|,? \w+ năm)"), _this_year, False),
    (_re(r"trong (?:kỳ|quý|tháng|6 tháng|kỳ báo cáo|thời gian qua)(?![\w]| [0-9ivx])"), _title, False),
    (_YEARLY, _nothing, False),
)  # fmt: skip
