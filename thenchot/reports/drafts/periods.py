"""Which period a number is of, seen from the draft's own. Pure."""

from __future__ import annotations

from datetime import date
from functools import partial

from thenchot.snapshot import period as periods
from thenchot.snapshot.period import Kind, Period

from .shapes import Mode


def period_of(mode: Mode, own: Period, term_first: date | None, said: str = "") -> Period | None:
    """The period of a number; nothing where there is none: no term was said, no month before a quarter."""
    year = periods.months(own.last.year, own.last.month).upto(own.data_to)
    if own.kind in (Kind.TERM, Kind.FREE):
        year = own
    shifted = {
        Mode.THIS: lambda: own,
        Mode.CUMULATIVE: lambda: year,
        Mode.SAME_LAST_YEAR: own.same_last_year,
        Mode.CUMULATIVE_LAST_YEAR: year.same_last_year,
        Mode.PREVIOUS: partial(previous, own),
        Mode.YEAR: lambda: periods.whole_year(own.last.year).upto(own.data_to),
        Mode.OTHER: partial(named, said),
        Mode.TERM: lambda: periods.term(term_first, own.data_to) if term_first else None,
    }
    found: Period | None = shifted[mode]()
    return found


def named(text: str) -> Period | None:
    """A period by its code; nothing for one that is none."""
    try:
        return periods.parse_period(text)
    except ValueError:
        return None


def previous(own: Period) -> Period | None:
    """Kỳ trước: tháng trước; with `10 tháng` for 11; the year before; the same days in the month before."""
    year, month = own.last.year, own.last.month
    if own.kind is Kind.YEAR:
        return _cut(periods.whole_year(year - 1), own)
    if own.kind is Kind.MONTH:
        return _cut(periods.month(year - (month == 1), (month - 2) % 12 + 1), own)
    if own.kind is Kind.MONTHS and month > 1:
        return _cut(periods.months(year, month - 1), own)
    return None


def _cut(one: Period, own: Period) -> Period:
    """A line that takes its data by the 20th took them by the 20th before, too."""
    if own.data_to == own.last:
        return one
    day = min(own.data_to.day, one.last.day)
    return one.upto(date(one.last.year, one.last.month, day))
