"""A list too long for one file: by the organisations directly below, each a volume or divided on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .orders import EXCEL, WORD

# Members of one file. Word opens more slowly with every page; Excel was measured with a whole province.
MOST = {WORD: 10_000, EXCEL: 100_000}


@dataclass(frozen=True)
class Volume:
    """The members of these cells; `organisation` is what they have above them."""

    organisation: int
    cells: tuple[int, ...]


def volumes(root: int, tree: Mapping[int, int | None], members: Mapping[int, int], most: int) -> list[Volume]:
    """The cells that have `members` (how many), in volumes of at most so many, in the order of the tree.

    An organisation that fits is one volume; of one that does not its own cells come first, then what is
    below it. A single cell is never divided.
    """
    below: defaultdict[int, list[int]] = defaultdict(list)
    for one, above in tree.items():
        if above is not None and one != root:
            below[above].append(one)
    below[root] += [cell for cell in members if cell not in tree]  # ended since
    return list(_divided(root, below, members, most))


def _divided(
    one: int, below: Mapping[int, list[int]], members: Mapping[int, int], most: int
) -> Iterator[Volume]:
    cells = _cells(one, below, members)
    if not cells:
        return
    if sum(members[cell] for cell in cells) <= most or len(cells) == 1:
        yield Volume(one, tuple(cells))
        return
    parts = below.get(one, [])
    own = [cell for cell in cells if cell == one or (cell in parts and not below.get(cell))]
    yield from _runs(one, own, members, most)
    for part in parts:
        if part not in own:
            yield from _divided(part, below, members, most)


def _runs(one: int, cells: list[int], members: Mapping[int, int], most: int) -> Iterator[Volume]:
    """Cells one after the other, as many as go into a volume."""
    run: list[int] = []
    for cell in cells:
        if run and sum(members[each] for each in run) + members[cell] > most:
            yield Volume(one, tuple(run))
            run = []
        run.append(cell)
    if run:
        yield Volume(one, tuple(run))


def _cells(root: int, below: Mapping[int, list[int]], members: Mapping[int, int]) -> list[int]:
    """The cells with members in and under an organisation."""
    found, waiting = [], [root]
    while waiting:
        one = waiting.pop()
        if one in members:
            found.append(one)
        waiting += reversed(below.get(one, []))
    return found
