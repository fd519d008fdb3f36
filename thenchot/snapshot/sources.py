"""Where figures come from: the book as it is now (here), or a closing's folder alone (`closed`). One face."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Protocol, TypeVar

from . import opened
from .catalogue import CATALOGUE, Catalogue
from .engine import Engine
from .figures import Counts, Number, count
from .movement import Movement, OnTheWay, movement, on_the_way
from .opened import Breakdown, Listed
from .period import Period
from .remembered import remembered
from .stated import Said, Share, ratios, stated
from .tree import RECAST, View

Answer = TypeVar("Answer")
LISTED = ("subject", "person", "entry", "seat", "day")


class Source(Protocol):
    """What commands and pages ask, wherever the answer lies."""

    catalogue: Catalogue
    period: Period

    def value(self, code: str, organisation: int) -> Number | None: ...
    def said(self, code: str, organisation: int) -> Said | None: ...
    def shares(self, organisation: int) -> dict[str, Share]: ...
    def rows(self, code: str, organisation: int) -> Any: ...
    def listed(self, code: str, organisation: int, cell: Mapping[str, Any] | None = None) -> Listed: ...
    def breakdown(self, code: str, organisation: int, by: Sequence[str]) -> Breakdown: ...
    def has(self, organisation: int) -> bool: ...
    def parents(self) -> Mapping[int, int | None]: ...


@dataclass
class Live:
    """The book as known at the engine's place. Nothing sensitive leaves it without the right to open rows."""

    engine: Engine
    period: Period
    view: View = RECAST
    catalogue: Catalogue = field(default_factory=lambda: CATALOGUE)

    def has(self, organisation: int) -> bool:
        return organisation in self.parents()

    def parents(self) -> Mapping[int, int | None]:
        return self.counts.tree.parents

    @cached_property
    def counts(self) -> Counts:
        """All figures of all organisations: who goes from one to the next asks no more."""
        work = partial(count, self.engine, self.period, view=self.view, catalogue=self.catalogue)
        return self._remembered("counts", work)

    @cached_property
    def movement(self) -> Movement:
        """The movement tables of all organisations."""
        work = partial(movement, self.engine, self.period, view=self.view, catalogue=self.catalogue)
        return self._remembered("movement", work)

    def on_the_way(self, organisation: int) -> list[OnTheWay]:
        """Who was sent by somebody under an organisation and is not yet received."""
        work = partial(on_the_way, self.engine, self.period, self.view)
        found = self._remembered("on the way", work)
        tree = self.counts.tree
        return [one for one in found if one.origin and tree.contains(organisation, one.origin)]

    def _remembered(self, what: str, work_out: Callable[[], Answer]) -> Answer:
        if self.catalogue is not CATALOGUE:
            return work_out()
        return remembered(self.engine, self.period, self.view, what, work_out)

    @cached_property
    def statements(self) -> dict[tuple[str, int], Said]:
        """What is stated for the period, by figure and organisation."""
        return self._remembered(
            "stated", lambda: stated(self.engine, self.period, self.counts, self.catalogue)
        )

    def value(self, code: str, organisation: int) -> Number | None:
        if code in self.catalogue.stated:
            said = self.said(code, organisation)
            return said.value if said else None
        return self.counts.value(code, organisation)

    def said(self, code: str, organisation: int) -> Said | None:
        return self.statements.get((code, organisation))

    def shares(self, organisation: int) -> dict[str, Share]:
        return ratios(self.counts, organisation, self.statements, self.catalogue)

    def rows(self, code: str, organisation: int) -> opened.Rows:
        return opened.rows(
            self.engine, self.period, code, organisation, view=self.view, catalogue=self.catalogue
        )

    def listed(self, code: str, organisation: int, cell: Mapping[str, Any] | None = None) -> Listed:
        return opened.listed(
            self.engine, self.period, code, organisation, cell=cell, view=self.view, catalogue=self.catalogue
        )

    def breakdown(self, code: str, organisation: int, by: Sequence[str]) -> Breakdown:
        return opened.breakdown(
            self.engine, self.period, code, organisation, by, view=self.view, catalogue=self.catalogue
        )
