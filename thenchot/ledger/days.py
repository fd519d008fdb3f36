"""Days in Viet Nam, whole or known only by month or year; periods with both ends inside."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


class PartialDay(date):
    """A day known only by month or year: sorts and counts as its first day, prints as it is known.

    >>> PartialDay.of("2015-03") == date(2015, 3, 1), iso(PartialDay.of("2015-03"))
    (True, '2015-03')
    """

    precision: str

    @classmethod
    def of(cls, text: str) -> PartialDay:
        """Read `2015` or `2015-03`; ValueError for anything else."""
        parts = text.split("-")
        if len(parts) > 2 or len(parts[0]) != 4 or any(len(part) != 2 for part in parts[1:]):
            raise ValueError(text)
        day = cls(int(parts[0]), int(parts[1]) if len(parts) == 2 else 1, 1)
        day.precision = "month" if len(parts) == 2 else "year"
        return day

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return PartialDay.of, (iso(self),)


def parse_day(text: str) -> date:
    """`2015-03-12`, `2015-03` or `2015` as a day; ValueError for anything else."""
    return date.fromisoformat(text) if len(text) == 10 else PartialDay.of(text)


def iso(day: date) -> str:
    """The day as stored, in its own precision."""
    if isinstance(day, PartialDay):
        return day.isoformat()[: {"year": 4, "month": 7}[day.precision]]
    return day.isoformat()


def spoken(day: date | None) -> str:
    """The day as people read it: 12/03/2015, 03/2015 or 2015; nothing for no day."""
    if day is None:
        return ""
    return "/".join(reversed(iso(day).split("-")))


def months_after(day: date, months: int) -> date:
    """The same day of a later month; a day that month lacks becomes its last (31/8 + 6 → 28 or 29/2)."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def full_years(since: date, on: date) -> int:
    """Whole years from one day to another, as ages and Party ages are counted."""
    return on.year - since.year - ((on.month, on.day) < (since.month, since.day))


def next_day(day: date) -> date:
    """The first day after; turns an end that lies inside a period into `until`."""
    return day + timedelta(days=1)
