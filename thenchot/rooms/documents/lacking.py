"""Who confirms the figures of a period: whom letters with its *số liệu đến ngày* ask, and who has not."""

from __future__ import annotations

from datetime import date

from thenchot.snapshot.closing.lacking import ASKED, Lacking
from thenchot.snapshot.period import Period

from .reading import deadlines
from .rounds import Deadline


def letters(organisation: int, period: Period, on: date) -> list[Deadline]:
    """The rounds kept here that ask units for figures up to the last day of the period's data."""
    return [
        one
        for one in deadlines(organisation, as_of=on)
        if one.kept_by == organisation and one.data_to == period.data_to and one.asked
    ]


def lacking(organisation: int, period: Period, on: date) -> Lacking | None:
    """A unit that owes an answer to any of them has not confirmed; nothing where no letter asks."""
    found = letters(organisation, period, on)
    asked = {unit for one in found for unit in one.asked}
    missing = {unit for one in found for unit in one.waiting}
    return Lacking(len(asked), tuple(sorted(missing))) if asked else None


def register() -> None:
    """Closings ask here; twice changes nothing."""
    if lacking not in ASKED:
        ASKED.append(lacking)
