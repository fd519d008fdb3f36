"""The period a report is about and that of the plan it ends with, as its title names them."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from . import dates, periods
from .dates import TERM_YEARS, YEAR
from .folding import pattern
from .frame import Setting
from .periods import Phrase
from .spoken import Kind
from .written import Period

LONGEST = 250  # characters of a line of a title
LINES = 6  # lines a title may have
_HEADED = re.compile(pattern(r"\W*(?:báo cáo|thông báo|tờ trình)(?!\w| viên)"))
_NAMES = re.compile(
    pattern(
        r"^\W*(?:năm|quý|tháng|[0-9]{1,2} tháng|giai đoạn|nhiệm kỳ) .{1,40}$|báo cáo|kết quả|tình hình|sơ kết|tổng kết|đánh giá|công tác|số liệu|thống kê|thông báo|nghị quyết"
    )
)
# What follows the title: a numbered heading, a list, a rule, whom it is sent to.
_BODY = re.compile(
    pattern(r"\W*(?:[ivx]+|[a-d]|phần \w+|[0-9]{1,2})(?:[.)/]| ?-) ?\w|\W*kính gửi|[-+*•] ?\w")
)
# The half of a title that looks ahead: “…, nhiệm vụ 6 tháng cuối năm”, “… và phương hướng năm 2025”.
_AHEAD = re.compile(
    pattern(
        r"(?:[,;.] ?|(?<!\w)và |\n ?)(?:(?:một số|các|những|đề ra) )?"
        r"(?:phương hướng|nhiệm vụ|kế hoạch|chương trình|dự kiến|trọng tâm|mục tiêu|giải pháp)(?!\w)"
    )
)
# “đạt 35,34% chỉ tiêu của năm 2022”: the time of the aim
SHARE_OF_AIM = re.compile(pattern(r"[0-9] ?% (?:chỉ tiêu|kế hoạch)[^,;.]*$"))
_BRACKETS = re.compile(r"\([^()]{0,200}\)")
_HALF = re.compile(pattern(r"(?:giữa|nửa(?: đầu)?) nhiệm kỳ"))
_TO_CONGRESS = re.compile(
    pattern(
        rf"báo cáo chính trị(?!.{{0,40}}giữa nhiệm kỳ).{{0,200}}đại hội.{{0,120}}?nhiệm kỳ (?P<since>{YEAR}) ?- ?{YEAR}"
    ),
    re.S,
)
_YEAR = re.compile(YEAR)


@dataclass(frozen=True)
class Title:
    """`period` is what the report is about; `plan` what it sets out to do; `counted` the day of its stocks;
    `half` says it reviews half a term."""

    period: Period | None = None
    plan: Period | None = None
    counted: str | None = None
    half: bool = False


def title(head: Sequence[str], day: str | None) -> Title:
    """Of the first lines of a report, folded; `day` is the day it was written, where one is printed."""
    text = "\n".join(_lines(head))
    half = bool(_HALF.search(text))
    if congress := _TO_CONGRESS.search(text):  # it accounts to the new congress for the term that ends
        since = int(congress["since"])
        return Title(Period(str(since - TERM_YEARS), str(since)), Period(str(since), str(since + TERM_YEARS)))
    ahead = _AHEAD.search(text)
    behind, rest = (text[: ahead.start()], text[ahead.start() :]) if ahead else (text, "")
    rest, brackets = _aside(rest)
    plan = _widest(_said(rest, behind, day))
    done = [*_said(behind, rest, day), *_said(brackets, "", day)] or _said(rest, behind, day)
    term = next((one.period for one in done if _to_come(one.period, day)), None)
    if term:  # the congress of a term that begins: what it sets out to do
        return Title(Period(str(int((term.since or "")[:4]) - TERM_YEARS), (term.since or "")[:4]), term)
    counted = next((one.period.as_of for one in done if one.period.as_of and one.to_date), None)
    period = _about(done, plan, day) or (Period(until=counted) if counted else None)
    if half and period and period.until and len(period.until) == 4:
        period = None  # a term that still runs
    return Title(period, plan if plan != period else None, counted, half)


def _to_come(period: Period, day: str | None) -> bool:
    """Whether a period is a term that begins in the year of the day."""
    since, until = period.since or "", period.until or ""
    begins = bool(day) and since[:4] == (day or "")[:4]
    return begins and bool(until) and int(until[:4]) - int(since[:4]) == TERM_YEARS


def _lines(head: Sequence[str]) -> Iterator[str]:
    """The lines that name the report: from “BÁO CÁO” on to its body, else all that could."""
    named = [text for text in head if len(text) < LONGEST]
    first = next(
        (index for index, text in enumerate(named) if _HEADED.match(text) and text.rstrip()[-1:] != "."), None
    )
    if first is None:
        named = [text for text in named if not text.rstrip().endswith((".", ";"))]
        return (text for index, text in enumerate(named) if index == 0 or _NAMES.search(text))
    return takewhile(
        lambda text: not _BODY.match(text) and not text.rstrip().endswith((".", ":")),
        named[first : first + LINES],
    )


def _aside(rest: str) -> tuple[str, str]:
    """What a title adds in brackets is said of what was done: “(số liệu đến 30/11)”."""
    return _BRACKETS.sub(" ", rest), " ".join(_BRACKETS.findall(rest))


def _said(text: str, after: str, day: str | None) -> list[Phrase]:
    """The phrases of a part of the title; one without a year is of that of the day, or of the year printed later."""
    printed = _YEAR.findall(text) or _YEAR.findall(after)
    year = day[:4] if day else printed[-1] if printed else None
    flat = text.replace("\n", " ")
    found = list(periods.phrases(flat, Setting(day=year))) if year else []
    found = [phrase for phrase in found if not SHARE_OF_AIM.search(flat[: phrase.start])]
    return [phrase for phrase in found if phrase.anchored] or found


def _widest(said: Iterable[Phrase]) -> Period | None:
    whole = [phrase.period for phrase in said if phrase.period.since and phrase.period.until]
    return max(whole, key=_length, default=None)


def _length(period: Period) -> tuple[int, int]:
    since, until = dates.first_day(period.since or ""), dates.last_day(period.until or "")
    return int(until[:4]) - int(since[:4]), int(until[5:7]) - int(since[5:7])


def _about(said: list[Phrase], plan: Period | None, day: str | None) -> Period | None:
    exact = [phrase for phrase in said if phrase.period.since and phrase.kind is Kind.EXACT]
    period = _widest(exact) or _widest(said)
    if period is None:
        return None
    since, until = period.since or "", period.until or ""
    if not day and len(until) == 4 and len(since) > 4:  # “từ đầu năm 2019 đến nay”, and no day is printed
        return Period(since, None)
    late = (plan and (plan.since or "") < since) or (day and dates.first_day(since) > dates.last_day(day))
    if late and since[:4] == until[:4]:  # “tháng 12, nhiệm vụ tháng 01 năm 2025”
        year = str(int(since[:4]) - 1)
        since, until = year + since[4:], year + until[4:]
    elif day and since[:4] < day[:4] < until[:4]:
        until = day  # years that still run
    return Period(since, until)
