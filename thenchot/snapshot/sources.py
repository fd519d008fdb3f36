"""Where figures come from: the book as it is now, or the folder of a closing alone. One face for both."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any, Protocol, TypeVar

from . import opened
from .catalogue import CATALOGUE, Catalogue
from .closing.listing import Standing, closings
from .closing.opening import Closing
from .declare import Figure, part_of
from .engine import Engine
from .figures import Counts, Number, count
from .masking import OPEN_WHEN_ALL_ALIKE, Mask, masked
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
        found = on_the_way(self.engine, self.period, self.view)
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


@dataclass
class Closed:
    """A closing, from its folder and nothing else."""

    standing: Standing

    @cached_property
    def closing(self) -> Closing:
        return Closing(self.standing.path)

    @property
    def catalogue(self) -> Catalogue:
        return self.closing.catalogue

    @property
    def period(self) -> Period:
        return self.standing.period

    def has(self, organisation: int) -> bool:
        return organisation in self.closing.parents

    def parents(self) -> Mapping[int, int | None]:
        return self.closing.parents

    def value(self, code: str, organisation: int) -> Number | None:
        return self.closing.figure(code, organisation)

    def said(self, code: str, organisation: int) -> Said | None:
        return self.closing.stated(code, organisation)

    def shares(self, organisation: int) -> dict[str, Share]:
        return self.closing.ratios(organisation)

    def rows(self, code: str, organisation: int) -> Any:
        return self.closing.rows(code, organisation)

    def listed(self, code: str, organisation: int, cell: Mapping[str, Any] | None = None) -> Listed:
        found = self.closing.rows(code, organisation)
        dimensions = self.catalogue.populations[self.catalogue.figures[code].population].dimensions
        if set(cell or ()) - set(dimensions):
            raise opened.NotDeclared(code, tuple(cell or ()))
        places = {found.columns.index(dimensions[name]): value for name, value in (cell or {}).items()}
        rows = [row for row in found.rows if all(row[at] == value for at, value in places.items())]
        picked = [[row[found.columns.index(name)] for row in rows] for name in LISTED]
        return Listed(*picked, 0 if cell else found.erased)

    def breakdown(self, code: str, organisation: int, by: Sequence[str]) -> Breakdown:
        return self.closing.breakdown(code, organisation, by)

    def mask(self, code: str, by: str = "") -> Mask:
        """What may be shown of a sensitive figure or breakdown, after all earlier closings."""
        earlier = [one for one in closings(self.standing.organisation) if one.closed]
        masks: list[Mask] = []
        for one in earlier:
            if one.cut_off < self.standing.cut_off:
                before = Closed(one)
                if code in before.catalogue.figures:
                    masks.append(before._mask(code, by, masks))
        return self._mask(code, by, masks)

    def _mask(self, code: str, by: str, before: list[Mask]) -> Mask:
        figure = self.catalogue.figures[code]
        children: dict[int, list[int]] = {}
        for node, parent in self.closing.parents.items():
            if parent is not None:
                children.setdefault(parent, []).append(node)
        cells = self._cells_by(code, by) if by else {
            node: self._with_the_rest(figure, node) for node in self.closing.parents
        }  # fmt: skip
        alike = by in OPEN_WHEN_ALL_ALIKE or (not by and "minority" in figure.where)
        return masked(self.standing.organisation, children, cells, alike=alike, before=list(before))

    def _with_the_rest(self, figure: Figure, node: int) -> dict[str, int]:
        """The figure beside what it is a part of: the rest follows from the two."""
        own = int(self.closing.figure(figure.code, node) or 0)
        wholes = [relation.others[0] for relation in figure.relations if relation.verb == part_of().verb]
        if not wholes:
            return {"figure": own}
        return {"figure": own, "rest": int(self.closing.figure(wholes[0], node) or 0) - own}

    def _cells_by(self, code: str, by: str) -> dict[int, dict[Any, int]]:
        found = {}
        for node in self.closing.parents:
            broken = self.closing.breakdown(code, node, [by])
            found[node] = {key: int(number) for key, number in broken.cells.items()}
        names = {key for cells in found.values() for key in cells}
        return {node: {name: cells.get(name, 0) for name in names} for node, cells in found.items()}
