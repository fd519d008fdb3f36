"""A form asked for one organisation and period: its numbers from the book, or from a closing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import override

from thenchot.files.sheets.cells import Book
from thenchot.ledger.vietnamese import order
from thenchot.reports.forms.answers import Answers
from thenchot.reports.forms.answers import Source as Numbers
from thenchot.reports.forms.binding import Binding
from thenchot.reports.forms.filling import Filled, Names, fill
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.words import closed_without
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.kept import KEPT
from thenchot.snapshot.movement import Movement
from thenchot.snapshot.period import Period
from thenchot.snapshot.sources import Live

from .. import counted_words
from ..closings import lacking_said
from ..figures.asked import Asked
from ..subjects import names_of


class NotInTree(LookupError):
    """The organisation is not in the tree of the period."""


@dataclass
class Asking:
    """One organisation and period, with every source its form may need, as long as the engine is open.

    `may(organisation)`: whether figures of another organisation are open to whoever asks.
    """

    organisation: int
    period: Period
    engine: Engine
    begins_on: date
    sees_rows: bool = True
    standing: Standing | None = None
    may: Callable[[int], bool] = lambda _organisation: True

    @cached_property
    def source(self) -> Closed | Live:
        return Closed(self.standing) if self.standing else Live(self.engine, self.period)

    @cached_property
    def _lives(self) -> dict[Period, Live]:
        return {}

    def live(self, period: Period) -> Live | None:
        """The book in another period; nothing before it began."""
        if period.data_to < self.begins_on:
            return None
        if period not in self._lives:
            self._lives[period] = Live(self.engine, period)
        return self._lives[period]

    def source_of(self, period: Period) -> Closed | Live | None:
        return self.source if period == self.period else self.live(period)

    def movement_of(self, period: Period) -> Movement | None:
        found = self.live(period)
        return found.movement if found else None

    def hidden(self, source: Any, code: str, by: str, organisation: int) -> bool:
        """Whether a number may not be shown (security.md 4.2)."""
        if self.sees_rows:
            return False
        return Asked(source, self.organisation, sees_rows=False).hidden(code, by, organisation)

    @cached_property
    def names(self) -> Names:
        parents = self.source.parents()
        if self.organisation not in parents:
            raise NotInTree(self.organisation)
        above = parents.get(self.organisation)
        below = [node for node, parent in parents.items() if parent == self.organisation]
        wanted = [self.organisation, *below, *([above] if above is not None else [])]
        said = names_of(wanted, as_of=self.period.data_to)
        with override("vi"):  # what is written on a form is Vietnamese, whatever the page is read in
            period = self.period.upto(self.period.last).words() + self._without
        self.children = sorted(below, key=lambda node: (order(said[node]), node))
        return Names(
            said[self.organisation],
            said[above] if above is not None else "",
            period,
            self.period.data_to,
            tuple(said[node] for node in self.children),
        )

    @property
    def _without(self) -> str:
        """Behind the period in a form's head: ` (thiếu, 21/23 đơn vị)`."""
        found = self.standing.lacking if self.standing else None
        return f" ({closed_without(found)})" if found else ""

    @cached_property
    def lacking(self) -> str:
        """What the file says of a closing without some units; nothing for a whole one, and from the book."""
        with override("vi"):
            return lacking_said(self.standing) if self.standing else ""

    @cached_property
    def answers(self) -> Answers:
        self.names  # noqa: B018 (the organisations below are put in order by their names)
        numbers: Callable[[Period], Numbers | None] = self.source_of
        return Answers(
            self.organisation, self.period, numbers, self.movement_of, self.hidden, self.children,
            self.may, self.sees_rows,
        )  # fmt: skip

    def fill(self, data: bytes, book: Book, binding: Binding) -> Filled:
        """The form with this organisation's numbers. NotInTree."""
        with override("vi"):
            hidden = str(counted_words.HIDDEN)
        return fill(data, book, binding, self.answers, self.names, hidden, self.lacking)


@contextmanager
def asking(
    organisation: int,
    period: Period,
    *,
    begins_on: date,
    sees_rows: bool,
    standing: Standing | None = None,
    may: Callable[[int], bool] = lambda _organisation: True,
) -> Iterator[Asking]:
    """From a closing: what it does not hold itself is asked of the book as known when it was closed."""
    with KEPT.engine(standing.cut_off if standing else None) as engine:
        yield Asking(organisation, period, engine, begins_on, sees_rows, standing, may)
