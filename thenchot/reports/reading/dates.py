"""Days, months, quarters and years as reports write them, as ISO texts of the length that is known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

from .folding import pattern
from .written import Period

YEAR = r"(?:19|20)[0-9]{2}"
TERM_YEARS = 5  # Party congresses come every five years
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH = r"(?:0?[1-9]|1[0-2])"
# A day with or without its year; a month with its year; a year. One pattern: ranges are built of it.
DATE = pattern(
    rf"(?:(?:ngày )?(?:mùng |mồng )?{_DAY} ?[-/.] ?{_MONTH} ?[-/.] ?{YEAR}(?![0-9])"
    rf"|(?:ngày )?(?:mùng |mồng )?{_DAY} tháng {_MONTH}(?: năm {YEAR})?(?![0-9])"
    rf"|(?:ngày )?{_DAY}[-/]{_MONTH}(?![0-9/]|[.,][0-9])"
    rf"|tháng {_MONTH}(?: ?[-/] ?| năm ){YEAR}(?![0-9])"
    rf"|(?:cuối )?(?:năm )?{YEAR}(?![0-9])|tháng {_MONTH}(?![0-9/]))"
)
_NUMBERS = re.compile("[0-9]+")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def iso(written: str, year: int | None) -> str | None:
    """2024 · 2024-06 · 2024-06-30 of a text that DATE matched; `year` where it prints none."""
    numbers = [int(number) for number in _NUMBERS.findall(written)]
    printed = numbers.pop() if numbers and numbers[-1] > 1000 else year
    if printed is None:
        return None
    if not numbers:
        return f"{printed}"
    if "tháng" in written and len(numbers) == 1:
        return f"{printed}-{numbers[0]:02}"
    day, month = numbers[0], numbers[1]
    if day > monthrange(printed, month)[1]:
        return None
    return f"{printed}-{month:02}-{day:02}"


def first_day(day: str) -> str:
    """The first day of a year, a month, a day."""
    return f"{day}-01-01" if len(day) == 4 else f"{day}-01" if len(day) == 7 else day


def last_day(day: str) -> str:
    """The last day of a year, a month, a day."""
    if len(day) == 4:
        return f"{day}-12-31"
    return f"{day}-{monthrange(int(day[:4]), int(day[5:7]))[1]}" if len(day) == 7 else day


def day_before(day: str) -> str:
    """The day before a day; a month or a year stays what it is."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat() if len(day) == 10 else day


def day_after(day: str) -> str:
    """The day after a day; a month or a year stays what it is."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat() if len(day) == 10 else day


def whole(since: str, until: str | None = None) -> Period:
    """From the first day of one to the last day of the other."""
    return Period(first_day(since), last_day(until or since))


def whole_months(period: Period) -> bool:
    """Whether it runs from the first day of a month to the last of one."""
    since, until = period.since or "", period.until or ""
    return len(until) == 10 and since.endswith("-01") and until == last_day(until[:7])


def quarter(written: str, year: int) -> Period:
    """quý III, quý 3."""
    number = _ROMAN.get(written, 1)
    return whole(f"{year}-{3 * number - 2:02}", f"{year}-{3 * number:02}")


def months(count: int, year: int, last: bool) -> Period:
    """6 tháng đầu năm, 9 tháng; `last`: 6 tháng cuối năm."""
    count = min(max(count, 1), 12)
    return (
        whole(f"{year}-{13 - count:02}", f"{year}-12") if last else whole(f"{year}-01", f"{year}-{count:02}")
    )


def count_of_months(period: Period) -> int:
    """How many months it runs over; 0 where it is not one of whole months."""
    if not whole_months(period) or not period.since or not period.until:
        return 0
    first, last = (int(day[:4]) * 12 + int(day[5:7]) for day in (period.since, period.until))
    return last - first + 1


def in_order(days: list[str]) -> bool:
    """Whether the days do not go backwards."""
    return all(earlier[:4] <= later[:4] for earlier, later in pairwise(days))
