"""Where figures come from: the book as it is now, or the folder of a closing alone. One face for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from thenchot.snapshot import opened
from thenchot.snapshot.catalogue import CATALOGUE, Catalogue
from thenchot.snapshot.closing.listing import Standing, closings
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.declare import Figure, part_of
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.figures import Counts, Number, count
from thenchot.snapshot.masking import OPEN_WHEN_ALL_ALIKE, Mask, masked
from thenchot.snapshot.opened import Breakdown
from thenchot.snapshot.period import Period
from thenchot.snapshot.stated import Said, Share, ratios, stated
from thenchot.snapshot.tree import RECAST


class Source(Protocol):
    """What the command asks, wherever the answer lies."""

    catalogue: Catalogue
    period: Period

    def value(self, code: str, organisation: int) -> Number | None: ...
    def said(self, code: str, organisation: int) -> Said | None: ...
    def shares(self, organisation: int) -> dict[str, Share]: ...
    def rows(self, code: str, organisation: int) -> Any: ...
    def breakdown(self, code: str, organisation: int, by: Sequence[str]) -> Breakdown: ...
    def has(self, organisation: int) -> bool: ...


@dataclass
class Live:
    """The book as known at the engine's place. Nothing sensitive leaves it without the right to open rows."""

    engine: Engine
    period: Period
    view: str = RECAST
    catalogue: Catalogue = field(default_factory=lambda: CATALOGUE)

    def has(self, organisation: int) -> bool:
        return organisation in self.counts.tree.parents

    @cached_property
    def counts(self) -> Counts:
        return count(self.engine, self.period, view=self.view, catalogue=self.catalogue)

    @cached_property
    def _said(self) -> dict[tuple[str, int], Said]:
        return stated(self.engine, self.period, self.counts, self.catalogue)

    def value(self, code: str, organisation: int) -> Number | None:
        if code in self.catalogue.stated:
            said = self.said(code, organisation)
            return said.value if said else None
        return self.counts.value(code, organisation)

    def said(self, code: str, organisation: int) -> Said | None:
        return self._said.get((code, organisation))

    def shares(self, organisation: int) -> dict[str, Share]:
        return ratios(self.counts, organisation, self._said, self.catalogue)

    def rows(self, code: str, organisation: int) -> opened.Rows:
        return opened.rows(
            self.engine, self.period, code, organisation, view=self.view, catalogue=self.catalogue
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

    def value(self, code: str, organisation: int) -> Number | None:
        return self.closing.figure(code, organisation)

    def said(self, code: str, organisation: int) -> Said | None:
        return self.closing.stated(code, organisation)

    def shares(self, organisation: int) -> dict[str, Share]:
        return self.closing.ratios(organisation)

    def rows(self, code: str, organisation: int) -> Any:
        return self.closing.rows(code, organisation)

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
