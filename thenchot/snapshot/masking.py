"""Sensitive breakdowns as shown to those who may not open the rows (security 4.2). Pure.

No cell of 1 to 4 is shown, nor a number from which one follows. Units that cannot be shown are pooled under
their parent as *các đơn vị còn lại*; what is pooled shows nothing below it. Whoever is given a mask gets
nothing else of that breakdown: no other day, no other tree, no second dimension.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

LEAST = 5  # persons in a cell that is not empty
SMALLEST = 10  # persons in a unit that has a breakdown

# Dimensions that follow the same rules as sensitive figures, under the names people ask by.
SENSITIVE = frozenset({"ethnicity", "minority", "exempt", "cause", "decided-by"})
# Of these it is no secret when one cell holds everybody: a village of one people is known as such.
OPEN_WHEN_ALL_ALIKE = frozenset({"ethnicity", "minority"})

Cells = Mapping[Any, int]


@dataclass(frozen=True)
class Pool:
    """Các đơn vị còn lại: which, and what they hold together."""

    units: tuple[int, ...]
    cells: Cells


@dataclass(frozen=True)
class Mask:
    """What may be shown: whole breakdowns of organisations, and one pool under a parent that has one."""

    shown: Mapping[int, Cells] = field(default_factory=dict)
    pools: Mapping[int, Pool] = field(default_factory=dict)


def masked(
    top: int,
    children: Mapping[int, Sequence[int]],
    cells: Mapping[int, Cells],
    *,
    alike: bool = False,
    before: Iterable[Mask] = (),
) -> Mask:
    """What may be shown of one breakdown in the whole tree under `top`.

    `cells` has for every organisation the whole number in each cell, its children's included; what lies at a
    parent itself is a unit like the others. `alike`: one cell may hold everybody (ethnicity). `before`: masks
    of earlier closings; a unit that moved by fewer than five since one of them is not shown again.
    """
    earlier = list(before)
    shown: dict[int, Cells] = {}
    pools: dict[int, Pool] = {}
    if not _safe(cells.get(top, {}), alike) or _hardly_moved(top, cells.get(top, {}), earlier):
        return Mask()
    shown[top] = cells.get(top, {})
    waiting = [top]
    while waiting:
        parent = waiting.pop()
        units = {child: cells.get(child, {}) for child in children.get(parent, ())}
        family = _family(parent, cells[parent], units, alike, earlier)
        if family is None:
            continue
        open_, pool = family
        shown |= {unit: units[unit] for unit in open_}
        waiting += [unit for unit in open_ if unit in cells]
        if pool.units:
            pools[parent] = pool
    return Mask(shown, pools)


def _family(
    parent: int, whole: Cells, units: dict[int, Cells], alike: bool, earlier: list[Mask]
) -> tuple[list[int], Pool] | None:
    """(units shown, the pool) under one parent; nothing where only the parent can be shown."""
    rest = _minus(whole, units.values())
    if any(number < 0 for number in rest.values()):
        return None  # persons counted in two units: differences would not be numbers of persons
    hidden = {u for u, own in units.items() if not _safe(own, alike) or _hardly_moved(u, own, earlier)}
    inside = sorted(
        (u for u in units if u not in hidden and _size(units[u])), key=lambda u: (_size(units[u]), u)
    )
    while True:
        pool = _minus(whole, [own for unit, own in units.items() if unit not in hidden])
        if not _size(pool):
            return [unit for unit in units if unit not in hidden], Pool((), {})
        parts = sum(1 for unit in hidden if _size(units[unit])) + bool(_size(rest))
        if parts > 1 and _safe(pool, alike=False) and not _pool_hardly_moved(parent, hidden, pool, earlier):
            return [unit for unit in units if unit not in hidden], Pool(tuple(sorted(hidden)), pool)
        if not inside:
            return None
        hidden.add(inside.pop(0))


def _safe(cells: Cells, alike: bool) -> bool:
    """Whether a breakdown may be shown by itself. With one cell there is no rest that could give it away."""
    numbers = [number for number in cells.values() if number]
    if any(number < LEAST for number in numbers):
        return False
    if len(cells) < 2 or not numbers:
        return True
    return sum(numbers) >= SMALLEST and (alike or len(numbers) > 1)


def _hardly_moved(unit: int, cells: Cells, earlier: list[Mask]) -> bool:
    return any(unit in mask.shown and _moved_little(cells, mask.shown[unit]) for mask in earlier)


def _pool_hardly_moved(parent: int, hidden: set[int], pool: Cells, earlier: list[Mask]) -> bool:
    known = [mask.pools[parent] for mask in earlier if parent in mask.pools]
    return any(set(one.units) == hidden and _moved_little(pool, one.cells) for one in known)


def _moved_little(one: Cells, other: Cells) -> bool:
    return any(0 < abs(one.get(cell, 0) - other.get(cell, 0)) < LEAST for cell in {*one, *other})


def _minus(whole: Cells, parts: Iterable[Cells]) -> dict[Any, int]:
    left = dict(whole)
    for part in parts:
        for cell, number in part.items():
            left[cell] = left.get(cell, 0) - number
    return left


def _size(cells: Cells) -> int:
    return sum(cells.values())
