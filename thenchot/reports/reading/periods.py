"""Phrases that say when: từ đầu nhiệm kỳ đến nay, năm 2023, 6 tháng đầu năm, tính đến ngày …"""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from . import moments
from .dates import DATE, YEAR
from .folding import pattern
from .moments import Setting
from .written import Period


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
            if made is moments.this_year and _AIM.search(before):
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


# “đạt 53,3% chỉ tiêu cả năm”: the aim's time, not that of what was done.
_AIM = re.compile(pattern(r"(?<!\w)(?:chỉ tiêu|kế hoạch|mục tiêu|dự toán|nghị quyết)(?: của)? ?$"))
_BORN = re.compile(pattern(r"(?<!\w)(?:sinh|sinh vào|nhập ngũ|vào đảng) ?$"))


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
    (_re(rf"(?:ngay )?(?:kể )?từ (?:đầu|ngày đầu|khi bắt đầu|sau đại hội[^.;:,()]{{0,40}}) ?{_TERM_WORDS}(?:,? {_NOW})?"), moments.term_so_far, True),
    (_re(rf"đầu {_TERM_WORDS},? {_NOW}"), moments.term_so_far, True),
    (_re(r"(?:trong|cả|suốt) nhiệm kỳ(?!\w| [0-9]| trước| tới| mới| sau)"), moments.term_so_far, True),
    (_re(rf"(?:lũy kế |tính )?(?:từ )?đầu năm(?: (?P<year>{YEAR}))? (?:đến|tới) nay(?!\w)"), moments.year_so_far, True),
    (_re(rf"(?:lũy kế )?từ đầu năm(?: (?P<year>{YEAR}))?(?!\w)"), moments.year_so_far, True),
    (_re(r"(?:trong )?(?:nửa (?:đầu )?nhiệm kỳ|nhiệm kỳ) (?:qua|vừa qua|này|đại hội này)(?!\w)"), moments.term_so_far, True),
    (_re(rf"nửa (?:đầu )?nhiệm kỳ(?: {YEAR} ?- ?{YEAR})?"), moments.term_so_far, True),
    (_re(rf"(?:kể )?từ (?P<since>{DATE}),? {_NOW}"), moments.since, True),
    (_re(rf"(?:kể )?(?:từ )(?P<since>{DATE}){_TO}(?P<until>{DATE})"), moments.between, False),
    (_PHASE, moments.phase, False),
    (_TERM, moments.term, False),
    (_YEAR, moments.year, False),
    (_re(rf"(?:trong )?quý (?P<quarter>iv|i{{1,3}}|[1-4])(?:(?: ?/ ?| năm | ?- ?)(?P<year>{YEAR}))?(?!\w)"), moments.quarter, False),
    (_re(rf"(?:trong |qua )?(?P<count>[0-9]{{1,2}}) tháng(?: (?P<half>đầu|cuối))?(?: của)?(?: năm)?(?: ?/? ?(?P<year>{YEAR}))?(?![\w])(?! (?:qua|trở|kể|tuổi|tập))"), moments.months, False),
    (_re(rf"(?:sáu tháng|nửa)(?: (?P<half>đầu|cuối)) năm(?: (?P<year>{YEAR}))?(?!\w)"), moments.half_year, False),
    (_re(rf"(?:trong )?tháng (?P<month>1[0-2]|0?[1-9])(?:(?: ?[/-] ?| năm )(?P<year>{YEAR}))?(?![\w/])"), moments.month, False),
    (_re(rf"(?:tính |cập nhật )?(?:đến|tới)(?: hết| cuối| trước| thời điểm)? ?(?P<day>{DATE})"), moments.day, True),
    (_re(rf"(?:(?:tại |vào )?thời điểm|tính tại) ?(?P<day>{DATE})"), moments.day, False),
    (_re(rf"(?:đợt|dịp|nhân dịp|trong ngày|vào ngày) (?P<day>{DATE})"), moments.day, False),
    (_re(rf"(?:(?:tính )?{_NOW}|hiện (?:nay|tại)|hiện(?= có| toàn| đang| còn| tỉnh| huyện| đảng)|tại thời điểm (?:báo cáo|này))(?!\w)"), moments.today, True),
    (_re(r"(?:trong năm|năm qua|năm nay|trong năm qua|cả năm)(?![\w]| [0-9]|,? \w+ năm)"), moments.this_year, False),
    (_re(r"trong (?:kỳ|quý|tháng|6 tháng|kỳ báo cáo|thời gian qua)(?![\w]| [0-9ivx])"), moments.title, False),
    (_YEARLY, moments.nothing, False),
)  # fmt: skip
