"""The figures of a report frozen by a closing: its period from the folder, others at the same place."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import partial

from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.periods import period_of
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.events import Line
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.kept import KEPT
from thenchot.snapshot.period import Period

from .values import Counted, Values


@dataclass(frozen=True)
class Frozen:
    """Every bound number as it is closed, by tag, and by which closing, opened once."""

    closed: Closed
    counted: dict[str, Counted]

    @property
    def standing(self) -> Standing:
        return self.closed.standing


def standing_for(saved: Saved) -> Standing | None:
    """The closing a report is issued from: of its period and day, of its line or of none."""
    lines = [Line(saved.line), None] if saved.line in set(Line) else [None]
    for line in lines:
        found = listing.last_closed(saved.organisation, saved.period, line)
        if found is not None and found.period.data_to == saved.period.data_to:
            return found
    return None


def pending_for(saved: Saved) -> Standing | None:
    """A closing of the period that is prepared and not yet approved."""
    found = [
        one for one in listing.closings(saved.organisation)
        if not one.closed and one.period == saved.period
    ]  # fmt: skip
    return found[-1] if found else None


def frozen(saved: Saved, standing: Standing) -> Frozen:
    """Counted from the closing; other periods from their own closings or the book as it was then."""
    first = date.fromisoformat(saved.content.term_first) if saved.content.term_first else None
    bound = [one for one in saved.content.numbers if one.bound]
    wanted = {period_of(one.mode, saved.period, first, one.period) for one in bound}
    own = Closed(standing)
    closed = {standing.period: own}
    for period in wanted - {None, standing.period}:
        assert period is not None
        if (found := _closed_before(saved.organisation, period, standing)) is not None:
            closed[period] = Closed(found)
    with ExitStack() as asked:
        book = partial(_book, asked, standing.cut_off)
        counting = Values(book, saved.organisation, saved.period, first, closed)
        return Frozen(own, counting.of_all(bound))


def _book(asked: ExitStack, cut_off: int) -> Engine:
    """The book as it was at a place: opened by the first who asks, given back when all have."""
    return asked.enter_context(KEPT.engine(cut_off))


def _closed_before(organisation: int, period: Period, standing: Standing) -> Standing | None:
    """The closing of another period, as it stood when this one was closed."""
    found = [
        one
        for one in listing.closings(organisation)
        if one.closed and one.period == period and one.cut_off <= standing.cut_off
    ]
    return found[-1] if found else None
