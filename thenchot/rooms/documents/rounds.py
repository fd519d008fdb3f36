"""The due days of a deadline: one, or every month from the first on. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thenchot.ledger.days import PartialDay, months_after

AHEAD = 31  # days: of a monthly deadline the round to come is shown


def month_of(day: date) -> PartialDay:
    """The month a round of a monthly deadline is named by: that of its due day."""
    return PartialDay.of(f"{day:%Y-%m}")


Round = tuple[date, PartialDay | None]


def rounds(first: date, *, monthly: bool, since: date, until: date) -> Iterator[Round]:
    """(due day, month) of every round due from `since` on: once, or monthly up to the one after `until`.

    A single deadline has no month. The day a month lacks becomes its last.
    """
    if not monthly:
        if first >= since:
            yield first, None
        return
    number = max(0, (since.year - first.year) * 12 + since.month - first.month)
    while (due := months_after(first, number)) <= until or number == 0:
        if due >= since:
            yield due, month_of(due)
        number += 1
