"""Every way of saying a time that is understood, and the time it names."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum

from . import bases, mandates, moments
from .dates import DATE, YEAR
from .folding import pattern
from .frame import Setting
from .written import Period


class Kind(Enum):
    """What a phrase is besides a time: from one day to another; of one clause alone; the day of the report; part of
    a name; what something is compared with."""

    PLAIN, EXACT, LOCAL, NOW, NAMED, COMPARED = range(6)


Made = Callable[[re.Match[str], Setting], Period | None]


def _re(written: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern(written)})")


_TERM_WORDS = (
    rf"nhiệm kỳ(?: đại hội)?(?: đại biểu)?(?:(?: [^.;:,()0-9]{{0,40}}?)?,? (?:nhiệm kỳ )?{YEAR} ?- ?{YEAR})?"
)
YEARLY = _re(
    r"(?<!bình quân )(?<!trung bình )(?:(?:hằng|hàng) năm|^\W*mỗi năm)(?!\w)(?!,? (?:bình quân|trung bình))"
)
A_YEAR = _re(rf"(?:trong )?năm(?: học)? (?P<year>{YEAR})(?![0-9]|\.[0-9]| ?[-/] ?[0-9])")
PHASE = _re(
    rf"(?:giai đoạn|thời kỳ|các năm|(?:[0-9]{{1,2}}|hai|ba|bốn|năm|mười) năm(?: qua)?|những năm|\() ?,? ?\(?(?P<since>{YEAR}) ?- ?(?P<until>{YEAR})(?![0-9])"
)
TERM = _re(rf"(?:trong )?nhiệm kỳ (?P<since>{YEAR}) ?- ?(?P<until>{YEAR})(?![0-9])")
_SOME = r"(?P<count>0?[1-9]|[1-9][0-9]|hai|ba|bốn|năm|mười|mười lăm|hai mươi)"
SINCE = _re(
    rf"(?:kể )?từ(?: (?:khi|sau) [^.;:,()0-9]{{1,40}}?)? ?\(?(?P<since>{DATE})(?! ?(?:đến|tới|-|,? ?trở (?:về )?trước))"
)
AGAIN = _re(
    rf"cùng kỳ(?: (?:năm|của năm) (?:(?P<year>{YEAR})|trước|ngoái))?(?![\w]| [0-9]{{1,2}}/| [0-9]{{1,2}} tháng| quý| tháng| năm 20)"
)
_BARE = _re(
    r"(?:(?:trong|qua|cả|lũy kế) )?(?P<count>[1-9]|1[0-2]) tháng(?! (?:qua|trở|kể|tuổi|tập|dự bị|liên tục|liền|đầu|cuối|năm)|\w)(?! (?:19|20)[0-9]{2}(?![0-9]))"
)
_OPENED = _re(r"đầu năm(?P<year>(?!))?(?! [0-9]| học|\w)")
_NOW = r"(?:đến|tới)(?: thời điểm)?(?: hiện)? (?:nay|hiện nay|hiện tại)(?!\w)"
_TO = r"(?:,? ?(?:đến|tới|-)(?: hết| trước| cuối)? ?)"
# The longer phrase first where two begin at one place (phrases() takes the longest).
PATTERNS: tuple[tuple[re.Pattern[str], Made, bool], ...] = (
    (_re(rf"(?:ngay )?(?:kể )?từ (?:đầu|ngày đầu|khi bắt đầu|sau đại hội[^.;:,()]{{0,40}}) ?{_TERM_WORDS}(?:,? {_NOW})?"), mandates.term_so_far, True),
    (_re(rf"đầu {_TERM_WORDS},? {_NOW}"), mandates.term_so_far, True),
    (_re(r"(?:trong|cả|suốt) nhiệm kỳ(?!\w| [0-9]| trước| tới| mới| sau)"), mandates.term_so_far, True),
    (_re(rf"(?:lũy kế |tính )?(?:từ )?đầu năm(?: (?P<year>{YEAR}))? (?:đến|tới) nay(?!\w)"), moments.year_so_far, True),
    (_re(rf"(?:lũy kế )?(?:ngay )?từ đầu năm(?: (?P<year>{YEAR}))?(?!\w)"), moments.year_so_far, True),
    (_re(r"(?:lũy kế|cộng dồn)(?! (?:đến|tới|từ|[0-9])|\w)(?P<year>(?!))?"), moments.year_so_far, True),
    (_re(r"(?:trong )?(?:nửa (?:đầu )?nhiệm kỳ|nhiệm kỳ) (?:qua|vừa qua|này|đại hội này)(?!\w)"), mandates.term_so_far, True),
    (_re(rf"(?:lũy kế |tính |kể )?từ đầu (?P<what>năm|nhiệm kỳ)(?: (?P<year>{YEAR})(?: ?- ?{YEAR})?)?,?(?: cho)? (?:đến|tới)(?: hết)? (?P<until>{DATE})"), moments.begun_until, False),
    (_re(rf"nửa (?:đầu )?nhiệm kỳ(?: {YEAR} ?- ?{YEAR})?"), mandates.term_so_far, True),
    (_re(rf"(?:kể )?từ (?:(?:khi|sau) [^.;:,()0-9]{{1,40}} )?\(?(?P<since>{DATE})\)?,? {_NOW}"), moments.since, True),
    (SINCE, moments.since, True),
    (_re(r"(?:từ nay )?(?:đến|tới) (?:hết|cuối) nhiệm kỳ(?!\w| trước)"), mandates.term_out, False),
    (_re(rf"từ nay (?:đến|tới) (?:cuối|hết) năm(?: (?P<year>{YEAR}))?(?!\w)"), moments.from_now, False),
    (_re(rf"lũy kế(?: tính)? {_NOW}"), moments.all_so_far, False),
    (_re(rf"(?:trong |qua |sau |tròn ){_SOME} năm(?: (?:qua|gần đây|liên tục|(?:triển khai |tổ chức )?thực hiện|triển khai|thi hành)(?!\w)|(?=,))"), moments.some_years, False),
    (_re(rf"(?<!\w ){_SOME} năm (?:qua|gần đây)(?!\w)"), moments.some_years, False),
    (AGAIN, bases.same_period, False),
    (_re(r"(?<!các )(?<!những )(?<!nhiều )(?P<what>năm|quý|tháng) (?:trước|ngoái)(?: liền kề)?(?! (?:đó|đây)|\w)"), bases.before, False),
    (_re(rf"(?<!tháng )(?<!quý )đầu năm (?P<year>{YEAR})(?![0-9])"), bases.year_begins, False),
    (_OPENED, bases.year_begins, False),
    (_re(rf"(?<!tháng )(?<!quý )cuối năm (?P<year>{YEAR})(?![0-9])"), bases.year_ends, False),
    (_re(r"(?P<what>đầu|cuối) kỳ(?! họp|\w)"), bases.period_bounds, False),
    (_re(rf"đầu nhiệm kỳ(?: (?P<since>{YEAR}) ?- ?{YEAR})?(?!\w)"), mandates.term_begins, False),
    (_re(rf"^\W*(?:vào )?(?:(?:sáng|chiều|tối|trong)(?: ngày)?|ngày) (?=[0-9])(?P<day>{DATE})"), moments.event, False),
    (_re(rf"(?:(?:kể )?từ|trong thời gian|thời gian) (?P<since>{DATE}){_TO}(?P<until>{DATE})"), moments.between, False),
    (_re(rf"(?:trong |các )*năm (?P<since>{YEAR})(?:, (?:năm )?{YEAR})* và (?P<count>[1-9]|1[0-2]) tháng(?: đầu)? năm (?P<year>{YEAR})(?![0-9])"), moments.years_and_months, False),
    (_re(rf"(?:trong |các |(?:hai|ba|bốn|năm|[2-5]) )*năm (?P<since>{YEAR})(?:,(?: năm)? {YEAR})*(?:,| và)(?: năm)? (?P<until>{YEAR})(?![0-9]|[.,][0-9])"), moments.phase, False),
    (PHASE, moments.phase, False),
    (TERM, mandates.term, False),
    (A_YEAR, moments.year, False),
    (_re(rf"(?:tính )?(?:đến|tới)(?: hết| cuối) quý (?P<quarter>iv|i{{1,3}}|[1-4])(?:(?: ?/ ?| năm | ?- ?)(?P<year>{YEAR}))?(?!\w)"), moments.quarter_out, True),
    (_re(rf"(?:trong )?quý (?P<quarter>iv|i{{1,3}}|[1-4])(?:(?: ?/ ?| năm | ?- ?)(?P<year>{YEAR}))?(?!\w)"), moments.quarter, False),
    (_re(rf"(?:trong |qua )?(?P<count>[0-9]{{1,2}}) tháng(?: (?P<half>đầu|cuối)(?: của)?(?: năm)?(?: ?/? ?(?P<year>{YEAR}))?|(?: của)?(?: năm| ?/)(?: ?(?P<year2>{YEAR}))?)(?![\w])(?! (?:qua|trở|kể|tuổi|tập))"), moments.months, False),
    (_BARE, moments.months, False),
    (_re(rf"(?:sáu tháng|nửa)(?: (?P<half>đầu|cuối) năm(?: (?P<year>{YEAR}))?| năm (?P<year2>{YEAR}))(?!\w)"), moments.half_year, False),
    (_re(rf"(?<![0-9] )(?:trong )?tháng (?P<month>1[0-2]|0?[1-9])(?:(?: ?[/-] ?| năm )(?P<year>{YEAR}))?(?![\w/])"), moments.month, False),
    (_re(rf"(?:tính |cập nhật )?(?:đến|tới|chốt)(?: số liệu)?(?: hết| cuối| trước| thời điểm)? ?(?P<day>{DATE})"), moments.day, True),
    (_re(rf"(?:đến|tới) giữa năm (?P<year>{YEAR})(?![0-9])"), moments.mid_year, True),
    (_re(r"(?:đến|tới) (?:cuối|hết) năm(?! [0-9]| học|\w)"), moments.year_out, True),
    (_re(r"(?<!tháng )(?<!quý )(?<!đến )(?<!tới )(?:dự kiến |ước )?cuối năm(?! [0-9]| học|\w)"), bases.year_closes, True),
    (_re(rf"(?:(?:tại |vào )?thời điểm|tính tại) ?(?P<day>{DATE})"), moments.day, False),
    (_re(rf"(?:trong ngày|vào ngày) (?P<day>{DATE})(?! ?(?:và|,) ?[0-9]{{1,2}}/)"), moments.day, False),
    (_re(rf"(?:(?:tính )?{_NOW}|hiện (?:nay|tại)|hiện(?= có| là| [0-9]| toàn| đang| còn| tỉnh| huyện| đảng)|(?<=[:;,] )hiện(?= [^\W\d_])(?! (?:đại|trạng|tượng|thực|vật))|tại thời điểm (?:báo cáo|này))(?!\w)"), moments.today, True),
    (_re(r"(?:trong năm|năm qua|năm nay|trong năm qua)(?![\w]| [0-9]|,? \w+ năm)"), moments.this_year, False),
    (_re(r"cả năm(?![\w]| [0-9])"), moments.all_year, False),
    (_re(r"trong (?:kỳ|quý|tháng|6 tháng|kỳ báo cáo|thời gian qua)(?![\w]| [0-9ivx])"), moments.title, False),
    (YEARLY, moments.nothing, False),
)  # fmt: skip
# What a phrase cannot be without: most sentences lack most of these.
WORD_OF: dict[Made, str] = {
    mandates.term_so_far: "nhiệm kỳ", moments.since: "từ", moments.between: "", moments.from_now: "từ nay",
    moments.all_so_far: "lũy kế", moments.some_years: " năm", bases.same_period: "cùng kỳ", bases.year_begins: "đầu năm",
    bases.year_ends: "cuối năm", bases.year_closes: "cuối năm", mandates.term_begins: "đầu nhiệm kỳ", moments.phase: "20", moments.years_and_months: " và ",
    mandates.term: "nhiệm kỳ", moments.year: "năm", moments.quarter: "quý", moments.quarter_out: "quý", moments.months: "tháng", moments.half_year: " năm",
    moments.month: "tháng", moments.this_year: "năm", moments.all_year: "cả năm", moments.title: "trong", moments.nothing: "năm",
}  # fmt: skip
# These speak of the year of the report: behind chỉ tiêu, kế hoạch … of the aim's time.
OF_THE_YEAR = {moments.this_year, moments.all_year}
BEFORE: set[Made] = {
    bases.same_period, bases.before, mandates.term_begins, bases.period_bounds, bases.year_begins, bases.year_ends, bases.year_closes
}  # fmt: skip
PARTS_OF_YEAR: set[Made] = {moments.quarter, moments.months, moments.half_year, moments.month}
# These name a time only where they open a clause.
OPENING = {_BARE, _OPENED}
KINDS: dict[Made, Kind] = {
    moments.between: Kind.EXACT,
    moments.event: Kind.LOCAL,
    moments.today: Kind.NOW,
} | dict.fromkeys(BEFORE, Kind.LOCAL)
