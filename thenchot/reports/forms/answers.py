"""The number a bound cell prints: counted, stated, hidden, or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any, Protocol

from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.movement import Movement
from thenchot.snapshot.opened import Breakdown
from thenchot.snapshot.period import Period
from thenchot.snapshot.stated import Said, Share

from . import movements
from .binding import Bound, When, Whose, period_of

Number = int | Decimal


class State(StrEnum):
    """How a cell came by what it prints, or why it prints no number."""

    COUNTED, STATED, SHARE = "counted", "stated", "share"
    HIDDEN = "hidden"  # may not be shown to this account
    NOTHING = "nothing"  # no number of this organisation for the period
    ABSENT = "absent"  # the organisation is not in the tree of the period
    NO_CHILD = "no_child"  # fewer organisations below than the form has lines
    UNDECLARED = "undeclared"  # no such figure, or no such part of it
    NO_PERIOD = "no_period"
    TITLE = "title"


@dataclass(frozen=True)
class Answer:
    """What a cell prints. `period` and `organisation` say where it opens; `entry` the act of a stated one."""

    state: State
    value: Number | None = None
    organisation: int | None = None
    period: Period | None = None
    entry: int | None = None
    estimate: bool = False


class Source(Protocol):
    """Figures of one period, from the book or from a closing."""

    @property
    def catalogue(self) -> Catalogue: ...
    @property
    def period(self) -> Period: ...
    def value(self, code: str, organisation: int) -> Number | None: ...
    def said(self, code: str, organisation: int) -> Said | None: ...
    def shares(self, organisation: int) -> dict[str, Share]: ...
    def breakdown(self, code: str, organisation: int, by: Sequence[str]) -> Breakdown: ...
    def parents(self) -> Mapping[int, int | None]: ...


@dataclass
class Answers:
    """Numbers for one organisation and period.

    `sources` gives the source of a period, or nothing where the book had not begun; `movement` its movement
    tables; `hidden(source, code, by, organisation)` what this account may not see; `children` the
    organisations directly below, in order; `may` whether figures of another organisation are open to it.
    """

    organisation: int
    period: Period
    sources: Callable[[Period], Source | None]
    movement: Callable[[Period], Movement | None]
    hidden: Callable[[Source, str, str, int], bool]
    children: Sequence[int] = ()
    may: Callable[[int], bool] = lambda _organisation: True
    sees_rows: bool = True
    _breakdowns: dict[tuple[Period, str, int, str], Breakdown] = field(default_factory=dict)

    def answer(self, bound: Bound) -> Answer:
        """What a cell bound to a figure prints."""
        organisation = self._organisation(bound)
        if organisation is None:
            return Answer(State.NO_CHILD)
        try:
            period = period_of(bound.when, self.period, bound.since)
        except ValueError:
            return Answer(State.NO_PERIOD, organisation=organisation)
        if not self.may(organisation):
            return Answer(State.HIDDEN, organisation=organisation, period=period)
        if bound.code.startswith("move."):
            return self._moved(bound, organisation, period)
        source = self.sources(period)
        if source is None:
            return Answer(State.NOTHING, organisation=organisation, period=period)
        if organisation not in source.parents():
            return Answer(State.ABSENT, organisation=organisation, period=period)
        return self._number(bound, organisation, source)

    def _organisation(self, bound: Bound) -> int | None:
        if bound.whose is Whose.ONE:
            return bound.organisation
        if bound.whose is Whose.CHILD:
            return self.children[bound.child - 1] if 0 < bound.child <= len(self.children) else None
        return self.organisation

    def _number(self, bound: Bound, organisation: int, source: Source) -> Answer:
        catalogue, code = source.catalogue, bound.code
        where = {"organisation": organisation, "period": source.period}
        if code in catalogue.ratios:
            return self._share(code, organisation, source)
        if code not in catalogue.figures and code not in catalogue.stated:
            return Answer(State.UNDECLARED, **where)  # type: ignore[arg-type]
        if self.hidden(source, code, bound.by, organisation):
            return Answer(State.HIDDEN, **where)  # type: ignore[arg-type]
        if bound.by:
            return self._part(bound, organisation, source)
        value, said = source.value(code, organisation), source.said(code, organisation)
        if said is not None and (not value or code in catalogue.stated):
            estimate = bool(getattr(said, "estimate", False))
            return Answer(State.STATED, said.value, entry=said.entry, estimate=estimate, **where)  # type: ignore[arg-type]
        state = State.NOTHING if value is None else State.COUNTED
        return Answer(state, value, **where)  # type: ignore[arg-type]

    def _part(self, bound: Bound, organisation: int, source: Source) -> Answer:
        where: dict[str, Any] = {"organisation": organisation, "period": source.period}
        figure = source.catalogue.figures.get(bound.code)
        if figure is None or bound.by not in source.catalogue.populations[figure.population].dimensions:
            return Answer(State.UNDECLARED, **where)
        place = (source.period, bound.code, organisation, bound.by)
        if place not in self._breakdowns:
            self._breakdowns[place] = source.breakdown(bound.code, organisation, [bound.by])
        cells = self._breakdowns[place].cells
        value = next((n for key, n in cells.items() if key and _as_text(key[0]) == bound.value), 0)
        return Answer(State.COUNTED, value, **where)

    def _share(self, code: str, organisation: int, source: Source) -> Answer:
        ratio, where = source.catalogue.ratios[code], {"organisation": organisation, "period": source.period}
        if any(self.hidden(source, part, "", organisation) for part in (ratio.numerator, ratio.base)):
            return Answer(State.HIDDEN, **where)  # type: ignore[arg-type]
        share = source.shares(organisation)[code]
        state = State.NOTHING if share.value is None else State.SHARE
        return Answer(state, share.value, **where)  # type: ignore[arg-type]

    def _moved(self, bound: Bound, organisation: int, period: Period) -> Answer:
        where: dict[str, Any] = {"organisation": organisation, "period": period}
        if bound.code not in movements.TITLES:
            return Answer(State.UNDECLARED, **where)
        if not self.sees_rows and bound.code not in movements.OPEN_TO_ALL:
            return Answer(State.HIDDEN, **where)
        moved = self.movement(period)
        if moved is None:
            return Answer(State.NOTHING, **where)
        line = moved.lines.get(organisation)
        if line is None:
            return Answer(State.ABSENT, **where)
        return Answer(State.COUNTED, movements.number(line, bound.code), **where)


def _as_text(value: object) -> str:
    """How a value of a dimension is kept in a binding; `~` where nothing is known."""
    return "~" if value is None else str(value)


# Periods that a binding may ask for besides the one asked.
OTHER_PERIODS = tuple(one for one in When if one is not When.THIS)
