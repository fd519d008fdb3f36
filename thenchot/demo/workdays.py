"""Working days, days on which papers are entered, and the days on which figures are closed."""

from __future__ import annotations

from bisect import bisect_left
from datetime import UTC, date, datetime, time, timedelta

DAY = timedelta(days=1)
BEGINS, ENDS = date(2015, 1, 1), date(2026, 11, 20)
DISTRICTS_END, CELLS_RENAMED = date(2025, 7, 1), date(2026, 7, 26)

TET = ("2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 2020-01-25 2021-02-12 2022-02-01 "
       "2023-01-22 2024-02-10 2025-01-29 2026-02-17")  # fmt: skip
KINGS = ("2015-04-28 2016-04-16 2017-04-06 2018-04-25 2019-04-14 2020-04-02 2021-04-21 2022-04-10 "
         "2023-04-29 2024-04-18 2025-04-07 2026-04-26")  # fmt: skip


def _holidays() -> set[date]:
    days = {date.fromisoformat(text) for text in KINGS.split()}
    for text in TET.split():
        days |= {date.fromisoformat(text) + shift * DAY for shift in range(-1, 5)}
    for year in range(2013, 2028):
        days |= {date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)}
    return days


HOLIDAYS = _holidays()


def is_workday(day: date) -> bool:
    return day.weekday() < 5 and day not in HOLIDAYS


def _table() -> list[date]:
    days, last, day = [], date(2012, 12, 31), date(2013, 1, 1)
    while day.year < 2028:
        last = day if is_workday(day) else last
        days.append(last)
        day += DAY
    return days


_LAST = _table()
_ZERO = date(2013, 1, 1).toordinal()


def workday_before(day: date, days: int = 0) -> date:
    """The last working day at least `days` days before the day."""
    return _LAST[day.toordinal() - days - _ZERO]


def workday_after(day: date) -> date:
    """The first working day on or after the day."""
    while not is_workday(day):
        day += DAY
    return day


def _entry_days() -> list[date]:
    days = {DISTRICTS_END, ENDS}  # what happened before the reform is in the book before it
    for year in range(BEGINS.year, ENDS.year + 1):
        for month in range(1, 13):
            days |= {workday_after(date(year, month, day)) for day in (3, 10, 17, 24)}
    return sorted(day for day in days if BEGINS < day <= ENDS)


ENTRY_DAYS = _entry_days()  # about one a week


def entry_day(day: date) -> int:
    """Index of the first entry day on or after the day; len(ENTRY_DAYS) when the story ends before."""
    return bisect_left(ENTRY_DAYS, day)


def moment(day: date, hour: int = 9, minute: int = 30) -> datetime:
    """The clock in Viet Nam as a moment in UTC."""
    return datetime.combine(day, time(hour, minute), UTC) - timedelta(hours=7)
