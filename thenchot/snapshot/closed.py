"""A closing as a source of figures, from its folder and nothing else; what of it may be shown masked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from . import opened
from .catalogue import Catalogue
from .closing.listing import Standing, closings
from .closing.opening import Closing
from .declare import Figure, part_of
from .figures import Number
from .masking import OPEN_WHEN_ALL_ALIKE, Mask, masked
from .opened import Breakdown, Listed
from .period import Period
from .stated import Said, Share

LISTED = ("subject", "person", "entry", "seat", "day")
Stamp = tuple[tuple[str, int], ...]


@dataclass
class Closed:
    """A closing, from its folder and nothing else."""

    standing: Standing

    @cached_property
    def closing(self) -> Closing:
        """Kept open between requests as long as no file of it is replaced."""
        return _opened(self.standing.path, self._stamp)

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
        return _mask(self, code, by)

    def __hash__(self) -> int:
        return hash(self._identity)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Closed) and self._identity == other._identity

    @cached_property
    def _identity(self) -> tuple[Any, ...]:
        return self.standing.code, self._stamp, tuple(one.standing.code for one in self.earlier)

    @cached_property
    def _stamp(self) -> Stamp:
        return tuple(sorted((file.name, file.stat().st_mtime_ns) for file in self.standing.path.iterdir()))

    @cached_property
    def earlier(self) -> list[Closed]:
        """The closings of the same organisation at an earlier place of the book."""
        found = closings(self.standing.organisation)
        return [Closed(one) for one in found if one.closed and one.cut_off < self.standing.cut_off]


@lru_cache(maxsize=6)
def _opened(path: Path, stamp: Stamp) -> Closing:
    return Closing(path)


@lru_cache(maxsize=200)
def _mask(source: Closed, code: str, by: str) -> Mask:
    before: list[Mask] = []
    for one in source.earlier:
        if code in one.catalogue.figures:
            before.append(_masked(one, code, by, before))
    return _masked(source, code, by, before)


def _masked(source: Closed, code: str, by: str, before: Sequence[Mask]) -> Mask:
    figure, closing = source.catalogue.figures[code], source.closing
    children: dict[int, list[int]] = {}
    for node, parent in closing.parents.items():
        if parent is not None:
            children.setdefault(parent, []).append(node)
    cells = (
        _cells_by(closing, code, by)
        if by
        else {node: _with_the_rest(closing, figure, node) for node in closing.parents}
    )
    alike = by in OPEN_WHEN_ALL_ALIKE or (not by and "minority" in figure.where)
    return masked(source.standing.organisation, children, cells, alike=alike, before=list(before))


def _with_the_rest(closing: Closing, figure: Figure, node: int) -> dict[str, int]:
    """The figure beside what it is a part of: the rest follows from the two."""
    own = int(closing.figure(figure.code, node) or 0)
    wholes = [relation.others[0] for relation in figure.relations if relation.verb == part_of().verb]
    if not wholes:
        return {"figure": own}
    return {"figure": own, "rest": int(closing.figure(wholes[0], node) or 0) - own}


def _cells_by(closing: Closing, code: str, by: str) -> dict[int, dict[Any, int]]:
    found = closing.everywhere(code, by)
    names = {key for cells in found.values() for key in cells}
    return {node: {name: int(found.get(node, {}).get(name, 0)) for name in names} for node in closing.parents}
