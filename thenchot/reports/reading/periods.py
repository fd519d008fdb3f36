"""Phrases that say when: từ đầu nhiệm kỳ đến nay, năm 2023, 6 tháng đầu năm, tính đến ngày …"""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from . import bases, moments
from .dates import DATE, YEAR
from .folding import pattern
from .moments import Setting
from .written import Period


class Kind(Enum):
    """What a phrase is besides a time: from one day to another; of one clause alone; the day of the report; part of
    a name; what something is compared with."""

    PLAIN, EXACT, LOCAL, NOW, NAMED, COMPARED = range(6)


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
    kind: Kind = Kind.PLAIN


_Made = Callable[[re.Match[str], Setting], Period | None]
_COMPARED = re.compile(
    pattern(
        r"(?:(?:so cùng kỳ|cùng kỳ|cùng thời điểm|so)(?: với)?(?: cùng kỳ| cả| cuối| đầu| kết quả| thời điểm)?(?: các)?|so (?:với|sánh với)(?: [0-9][0-9.,]*)?(?: [^\W\d_]+){0,5}) ?$"
    )
)
_NAMED = re.compile(
    pattern(
        r"(?:kế hoạch|chương trình|nghị quyết|đề án|chỉ tiêu|dự toán|chủ đề|hướng dẫn|quyết định|đại hội|chiến lược|"
        r"bầu cử|quy hoạch|hđnd|hội đồng nhân dân|các cấp|tỉnh|đảng bộ|chuyên đề|lần thứ \w+) ?$"
    )
)
_CLAUSE = re.compile(r"(?:^|[.;:(+\"-]|(?:^|[.;:(] )[^.;:(]{0,40},) ?$")
_IN = re.compile(pattern(r"(?<!\w)(?:trong|ở|vào|của|từ|riêng|suốt|cả|qua|đầu|kết quả|kỳ) ?$"))


def phrases(text: str, setting: Setting) -> Iterator[Phrase]:
    """Every phrase of time of a folded sentence that is no comparison, in order, without overlaps."""
    return (phrase for phrase in with_compared(text, setting) if phrase.kind is not Kind.COMPARED)


def with_compared(text: str, setting: Setting) -> Iterator[Phrase]:
    """Also those of comparisons: “so với cùng kỳ năm 2024 (131 đảng viên)” says when the 131 were."""
    rules = (rule for rule in _PATTERNS if _WORD_OF.get(rule[1], "") in text)
    found = [phrase for rule in rules for phrase in _of(rule, text, setting)]
    taken = -1
    for phrase in sorted(found, key=lambda phrase: (phrase.start, -phrase.end)):
        if phrase.start >= taken:
            taken = phrase.end
            yield phrase


def _of(rule: tuple[re.Pattern[str], _Made, bool], text: str, setting: Setting) -> Iterator[Phrase]:
    shape, made, to_date = rule
    for match in shape.finditer(text):
        before = text[max(0, match.start() - 48) : match.start()]
        period = made(match, _about(text[: match.start()], setting) if shape is _AGAIN else setting)
        if period is None or _BORN.search(before) or (made in _OF_THE_YEAR and _AIM.search(before)):
            continue
        kind = _kind(shape, made, text, match.start(), before)
        if kind is Kind.COMPARED and made is bases.year_begins and period.as_of:
            period = bases.year_closed(period.as_of[:4])
        elif shape in _OPENING and not _OPENS.search(before):
            continue
        rules = kind is not Kind.COMPARED and _rules(shape, text, match.start(), before)
        yield Phrase(*match.span(), period, shape is _YEARLY, to_date, rules, kind)


def _about(before: str, setting: Setting) -> Setting:
    """“6 tháng đầu năm giảm so với cùng kỳ”: of the months that the sentence itself named last."""
    named = [
        (found.start(), period)
        for shape, made, _ in _PATTERNS
        if made in _PARTS_OF_YEAR
        for found in shape.finditer(before)
        if (period := made(found, setting))
    ]
    return replace(setting, title=max(named, key=lambda one: one[0])[1]) if named else setting


def _kind(shape: re.Pattern[str], made: _Made, text: str, start: int, before: str) -> Kind:
    compared = _COMPARED.search(before)
    if compared and compared.group().startswith("cùng kỳ") and _OPENS.search(before[: compared.start()]):
        compared = None  # “; cùng kỳ 9 tháng năm 2024 là 45”
    if compared or (made in _BEFORE and _MEASURED.search(before)):
        return Kind.COMPARED
    if shape is _YEAR and _NAMED.search(before) and not _rules(shape, text, start, before):
        return Kind.NAMED
    return _KINDS.get(made, Kind.PLAIN)


def _rules(shape: re.Pattern[str], text: str, start: int, before: str) -> bool:
    if shape is _SINCE:
        return bool(_OPENS.search(before))
    if shape not in (_YEAR, _PHASE, _TERM):
        return True
    if shape is _YEAR and _PLANNED.search(text[max(0, start - 24) : start]):
        return start < 24  # “Kế hoạch năm 2025: kết nạp 45”
    if shape is not _YEAR and _AFTER_COUNT.search(before):
        return True
    if not before.strip() or _IN.search(before) or _CLAUSE.search(before[-48:]):
        return True
    return shape is _YEAR and not _NAMED.search(before)


# “Cùng kỳ năm 2024 kết nạp 45” opens a clause; “bằng 98% cùng kỳ” measures.
_OPENS = re.compile(pattern(r"(?:^(?: ?\([0-9]{1,2}\))?|[.;:,(+-])[ \"]*(?:(?:trong khi|còn|riêng|nhưng) )?$"))
_PLANNED = re.compile(pattern(r"(?:^|[;:(.])\W*(?:kế hoạch|chỉ tiêu|mục tiêu) ?$"))
# “… kết nạp 45 đảng viên, nhiệm kỳ 2020 - 2025 …”: another time follows.
_AFTER_COUNT = re.compile(r"(?<!số )(?<![\w/.-])[0-9][0-9.]* [^,;:.()/0-9]{2,40}, $")
_MEASURED = re.compile(pattern(r"(?:hơn|bằng|với|vượt|tăng|giảm|như|%|thêm|đạt|lần)(?: của)? ?$"))
# “đạt 53,3% chỉ tiêu cả năm”: the aim's time, not that of what was done.
_AIM = re.compile(
    pattern(
        r"(?<!\w)(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|nghị quyết|chương trình(?: công tác)?)(?: của)? ?$"
    )
)
_BORN = re.compile(pattern(r"(?<!\w)(?:sinh|sinh vào|nhập ngũ|vào đảng) ?$"))


def _re(written: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern(written)})")


_TERM_WORDS = (
    rf"nhiệm kỳ(?: đại hội)?(?: đại biểu)?(?:(?: [^.;:,()0-9]{{0,40}}?)?,? (?:nhiệm kỳ )?{YEAR} ?- ?{YEAR})?"
)
_YEARLY = _re(r"(?<!bình quân )(?<!trung bình )(?:(?:hằng|hàng) năm|^\W*mỗi năm)(?!\w)")
_YEAR = _re(rf"(?:trong )?năm(?: học)? (?P<year>{YEAR})(?![0-9]|\.[0-9]| ?[-/] ?[0-9])")
_PHASE = _re(
    rf"(?:giai đoạn|thời kỳ|các năm|(?:[0-9]{{1,2}}|hai|ba|bốn|năm|mười) năm(?: qua)?|những năm|\() ?,? ?\(?(?P<since>{YEAR}) ?- ?(?P<until>{YEAR})(?![0-9])"
)
_TERM = _re(rf"(?:trong )?nhiệm kỳ (?P<since>{YEAR}) ?- ?(?P<until>{YEAR})(?![0-9])")
_SOME = r"(?P<count>0?[1-9]|[1-9][0-9]|hai|ba|bốn|năm|mười|mười lăm|hai mươi)"
_SINCE = _re(
    rf"(?:kể )?từ(?: (?:khi|sau) [^.;:,()0-9]{{1,40}}?)? ?\(?(?P<since>{DATE})(?! ?(?:đến|tới|-|,? ?trở (?:về )?trước))"
)
_AGAIN = _re(
    rf"cùng kỳ(?: (?:năm|của năm) (?:(?P<year>{YEAR})|trước|ngoái))?(?![\w]| [0-9]{{1,2}}/| [0-9]{{1,2}} tháng| quý| tháng| năm 20)"
)
_BARE = _re(
    r"(?:(?:trong|qua|cả|lũy kế) )?(?P<count>[1-9]|1[0-2]) tháng(?! (?:qua|trở|kể|tuổi|tập|dự bị|liên tục|liền|đầu|cuối|năm)|\w)(?! (?:19|20)[0-9]{2}(?![0-9]))"
)
_OPENED = _re(r"đầu năm(?P<year>(?!))?(?! [0-9]| học|\w)")
_NOW = r"(?:đến|tới)(?: thời điểm)?(?: hiện)? (?:nay|hiện nay|hiện tại)(?!\w)"
_TO = r"(?:,? ?(?:đến|tới|-)(?: hết| trước| cuối)? ?)"

# The longer phrase first where two begin at one place (phrases() takes the longest).
_PATTERNS: tuple[tuple[re.Pattern[str], _Made, bool], ...] = (
    (_re(rf"(?:ngay )?(?:kể )?từ (?:đầu|ngày đầu|khi bắt đầu|sau đại hội[^.;:,()]{{0,40}}) ?{_TERM_WORDS}(?:,? {_NOW})?"), moments.term_so_far, True),
    (_re(rf"đầu {_TERM_WORDS},? {_NOW}"), moments.term_so_far, True),
    (_re(r"(?:trong|cả|suốt) nhiệm kỳ(?!\w| [0-9]| trước| tới| mới| sau)"), moments.term_so_far, True),
    (_re(rf"(?:lũy kế |tính )?(?:từ )?đầu năm(?: (?P<year>{YEAR}))? (?:đến|tới) nay(?!\w)"), moments.year_so_far, True),
    (_re(rf"(?:lũy kế )?(?:ngay )?từ đầu năm(?: (?P<year>{YEAR}))?(?!\w)"), moments.year_so_far, True),
    (_re(r"(?:lũy kế|cộng dồn)(?! (?:đến|tới|từ|[0-9])|\w)(?P<year>(?!))?"), moments.year_so_far, True),
    (_re(r"(?:trong )?(?:nửa (?:đầu )?nhiệm kỳ|nhiệm kỳ) (?:qua|vừa qua|này|đại hội này)(?!\w)"), moments.term_so_far, True),
    (_re(rf"(?:lũy kế |tính |kể )?từ đầu (?P<what>năm|nhiệm kỳ)(?: (?P<year>{YEAR})(?: ?- ?{YEAR})?)?,? (?:đến|tới)(?: hết)? (?P<until>{DATE})"), moments.begun_until, False),
    (_re(rf"nửa (?:đầu )?nhiệm kỳ(?: {YEAR} ?- ?{YEAR})?"), moments.term_so_far, True),
    (_re(rf"(?:kể )?từ (?:(?:khi|sau) [^.;:,()0-9]{{1,40}} )?\(?(?P<since>{DATE})\)?,? {_NOW}"), moments.since, True),
    (_SINCE, moments.since, True),
    (_re(r"(?:từ nay )?(?:đến|tới) (?:hết|cuối) nhiệm kỳ(?!\w| trước)"), moments.term_out, False),
    (_re(rf"từ nay (?:đến|tới) (?:cuối|hết) năm(?: (?P<year>{YEAR}))?(?!\w)"), moments.from_now, False),
    (_re(rf"lũy kế(?: tính)? {_NOW}"), moments.all_so_far, False),
    (_re(rf"(?:trong |qua |sau |tròn ){_SOME} năm(?: (?:qua|gần đây|liên tục|(?:triển khai |tổ chức )?thực hiện|triển khai|thi hành)(?!\w)|(?=,))"), moments.some_years, False),
    (_re(rf"(?<!\w ){_SOME} năm (?:qua|gần đây)(?!\w)"), moments.some_years, False),
    (_AGAIN, bases.same_period, False),
    (_re(r"(?<!các )(?<!những )(?<!nhiều )(?P<what>năm|quý|tháng) (?:trước|ngoái)(?: liền kề)?(?! (?:đó|đây)|\w)"), bases.before, False),
    (_re(rf"(?<!tháng )(?<!quý )đầu năm (?P<year>{YEAR})(?![0-9])"), bases.year_begins, False),
    (_OPENED, bases.year_begins, False),
    (_re(rf"(?<!tháng )(?<!quý )cuối năm (?P<year>{YEAR})(?![0-9])"), bases.year_ends, False),
    (_re(r"(?P<what>đầu|cuối) kỳ(?! họp|\w)"), bases.period_bounds, False),
    (_re(rf"đầu nhiệm kỳ(?: (?P<since>{YEAR}) ?- ?{YEAR})?(?!\w)"), bases.term_begins, False),
    (_re(rf"^\W*(?:vào )?(?:(?:sáng|chiều|tối|trong)(?: ngày)?|ngày) (?=[0-9])(?P<day>{DATE})"), moments.event, False),
    (_re(rf"(?:kể )?(?:từ )(?P<since>{DATE}){_TO}(?P<until>{DATE})"), moments.between, False),
    (_PHASE, moments.phase, False),
    (_TERM, moments.term, False),
    (_YEAR, moments.year, False),
    (_re(rf"(?:trong )?quý (?P<quarter>iv|i{{1,3}}|[1-4])(?:(?: ?/ ?| năm | ?- ?)(?P<year>{YEAR}))?(?!\w)"), moments.quarter, False),
    (_re(rf"(?:trong |qua )?(?P<count>[0-9]{{1,2}}) tháng(?: (?P<half>đầu|cuối)(?: của)?(?: năm)?(?: ?/? ?(?P<year>{YEAR}))?|(?: của)?(?: năm| ?/)(?: ?(?P<year2>{YEAR}))?)(?![\w])(?! (?:qua|trở|kể|tuổi|tập))"), moments.months, False),
    (_BARE, moments.months, False),
    (_re(rf"(?:sáu tháng|nửa)(?: (?P<half>đầu|cuối)) năm(?: (?P<year>{YEAR}))?(?!\w)"), moments.half_year, False),
    (_re(rf"(?<![0-9] )(?:trong )?tháng (?P<month>1[0-2]|0?[1-9])(?:(?: ?[/-] ?| năm )(?P<year>{YEAR}))?(?![\w/])"), moments.month, False),
    (_re(rf"(?:tính |cập nhật )?(?:đến|tới)(?: hết| cuối| trước| thời điểm)? ?(?P<day>{DATE})"), moments.day, True),
    (_re(r"(?:đến|tới) (?:cuối|hết) năm(?! [0-9]| học|\w)"), moments.year_out, True),
    (_re(r"(?<!tháng )(?<!quý )(?<!đến )(?<!tới )(?:dự kiến |ước )?cuối năm(?! [0-9]| học|\w)"), bases.year_closes, True),
    (_re(rf"(?:(?:tại |vào )?thời điểm|tính tại) ?(?P<day>{DATE})"), moments.day, False),
    (_re(rf"(?:đợt|dịp|nhân dịp|trong ngày|vào ngày) (?P<day>{DATE})(?! ?(?:và|,) ?[0-9]{{1,2}}/)"), moments.day, False),
    (_re(rf"(?:(?:tính )?{_NOW}|hiện (?:nay|tại)|hiện(?= có| toàn| đang| còn| tỉnh| huyện| đảng)|tại thời điểm (?:báo cáo|này))(?!\w)"), moments.today, True),
    (_re(r"(?:trong năm|năm qua|năm nay|trong năm qua)(?![\w]| [0-9]|,? \w+ năm)"), moments.this_year, False),
    (_re(r"cả năm(?![\w]| [0-9])"), moments.all_year, False),
    (_re(r"trong (?:kỳ|quý|tháng|6 tháng|kỳ báo cáo|thời gian qua)(?![\w]| [0-9ivx])"), moments.title, False),
    (_YEARLY, moments.nothing, False),
)  # fmt: skip

# What a phrase cannot be without: most sentences lack most of these.
_WORD_OF: dict[_Made, str] = {
    moments.term_so_far: "nhiệm kỳ", moments.since: "từ", moments.between: "từ", moments.from_now: "từ nay",
    moments.all_so_far: "lũy kế", moments.some_years: " năm", bases.same_period: "cùng kỳ", bases.year_begins: "đầu năm",
    bases.year_ends: "cuối năm", bases.year_closes: "cuối năm", bases.term_begins: "đầu nhiệm kỳ", moments.phase: "-",
    moments.term: "nhiệm kỳ", moments.year: "năm", moments.quarter: "quý", moments.months: "tháng", moments.half_year: " năm",
    moments.month: "tháng", moments.this_year: "năm", moments.all_year: "cả năm", moments.title: "trong", moments.nothing: "năm",
}  # fmt: skip
# These speak of the year of the report: behind chỉ tiêu, kế hoạch … of the aim's time.
_OF_THE_YEAR = {moments.this_year, moments.all_year}
_BEFORE: set[_Made] = {
    bases.same_period, bases.before, bases.term_begins, bases.period_bounds, bases.year_begins, bases.year_ends, bases.year_closes
}  # fmt: skip
_PARTS_OF_YEAR: set[_Made] = {moments.quarter, moments.months, moments.half_year, moments.month}
# These name a time only where they open a clause.
_OPENING = {_BARE, _OPENED}
_KINDS: dict[_Made, Kind] = {
    moments.between: Kind.EXACT,
    moments.event: Kind.LOCAL,
    moments.today: Kind.NOW,
} | dict.fromkeys(_BEFORE, Kind.LOCAL)
