"""How many members organisations have on a day, and in how many cells: for a tree, a row for each branch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from thenchot.ledger.reading import ON_DAY, WHO_WHERE, among, rows
from thenchot.ledger.remembering import Remembered

from ..organisations.events import OrganisationType
from ..organisations.reading import CELLS, tree_on, types_on
from .rolls import MANY, roll

ALL = f"SELECT value, count(*) FROM ledger_period WHERE {WHO_WHERE} AND track = 'cell' AND {ON_DAY}"


@dataclass(frozen=True)
class Strength:
    """What stands under an organisation, itself included: committees, cells, members."""

    committees: int
    cells: int
    members: int
    probationary: int = 0
    exempt: int = 0

    @property
    def full(self) -> int:
        return self.members - self.probationary


@dataclass(frozen=True)
class Tree:
    """Every organisation of a day: its type, its parent, its children."""

    types: Mapping[int, OrganisationType]
    parents: Mapping[int, int | None]
    children: Mapping[int, tuple[int, ...]]

    def under(self, organisation: int) -> list[int]:
        """The organisation and all under it; nothing where it does not exist."""
        found = [organisation] if organisation in self.types else []
        for one in found:  # grows while we go
            found.extend(self.children.get(one, ()))
        return found

    def line(self, organisation: int) -> list[int]:
        """The organisation and everything above it, from below."""
        found = [organisation]
        while (above := self.parents.get(found[-1])) is not None and above not in found:
            found.append(above)
        return found


_trees = Remembered(8)


def tree(*, as_of: date) -> Tree:
    """All organisations of a day; remembered until the book grows."""
    return _trees.get(as_of, lambda: _tree(as_of))


def _tree(as_of: date) -> Tree:
    parents = tree_on(as_of=as_of)
    children: dict[int, list[int]] = {}
    for one, above in parents.items():
        if above is not None:
            children.setdefault(above, []).append(one)
    return Tree(types_on(as_of=as_of), parents, {one: tuple(below) for one, below in children.items()})


def strengths_below(organisation: int, *, as_of: date) -> dict[int, Strength]:
    """The strength of every organisation directly under one."""
    standing, on = tree(as_of=as_of), roll(organisation, as_of=as_of)
    members = Counter(on.cells.values())
    probationary = Counter(on.cells[person] for person in on.probationary)
    exempt = Counter(on.cells[person] for person in on.exempt)
    return {
        child: _strength(standing, standing.under(child), members, probationary, exempt)
        for child in standing.children.get(organisation, ())
    }


def strengths_on(organisations: Iterable[int], *, as_of: date) -> dict[int, Strength]:
    """The strength of any organisations on a day, without standing: one question for all of them."""
    standing = tree(as_of=as_of)
    under = {one: standing.under(one) for one in organisations}
    members = _members({low for lows in under.values() for low in lows}, as_of)
    return {one: _strength(standing, lows, members) for one, lows in under.items()}


def _members(places: Collection[int], as_of: date) -> Counter[int]:
    """How many in each cell: of few by asking for them, of many by going through the index once."""
    if len(places) > MANY:
        found = rows(f"{ALL} GROUP BY value", [as_of, as_of])
    else:
        condition, values = among(sorted(map(str, places)) or ["0"])
        found = rows(f"{ALL} AND value {condition} GROUP BY value", [as_of, as_of, *values])
    return Counter({int(cell): number for cell, number in found})


def _strength(
    standing: Tree, under: Collection[int], members: Counter[int], *others: Counter[int]
) -> Strength:
    cells = [one for one in under if standing.types[one] in CELLS]
    counted = [sum(counter[one] for one in under) for counter in (members, *others)]
    return Strength(len(under) - len(cells), len(cells), *counted)
