"""The tree of a day: who stands under whom, and which living organisation an ended one is counted at. Pure.

Two views of flows and past seats at organisations that ended by that day:

- *recast*: each is seated at its living heir, along the chain of heirs (a dissolved one names its parent; one
  that names nobody falls to its last parent). Loses nobody, doubles nobody.
- *as it was*: each stays an organisation of its own, a child of what it was under on its last day.

A third view of any period is a later day: *theo địa bàn hiện nay*, everything recast on that day's tree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ..ledger.fold import Period as Held

RECAST, AS_IT_WAS = "recast", "as_it_was"
View = str | date  # one of these two, or the day whose tree is meant


class Circle(ValueError):
    """Organisations that stand above, or inherit from, one another in a circle: (organisations,)."""


@dataclass(frozen=True)
class Tree:
    """`parents` of all that are organisations in this view, `seats` of all the book knows by that day."""

    day: date
    view: str
    parents: Mapping[int, int | None]
    seats: Mapping[int, int]
    _above: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def above(self, organisation: int) -> tuple[int, ...]:
        """The organisation and everything over it, from itself to the top."""
        if organisation not in self._above:
            self._above[organisation] = tuple(_chain(organisation, self.parents))
        return self._above[organisation]

    @cached_property
    def ancestors(self) -> list[tuple[int, int]]:
        """(organisation, ancestor), each its own ancestor too: what the engine joins."""
        return [(node, above) for node in sorted(self.parents) for above in self.above(node)]

    def contains(self, ancestor: int, organisation: int | None) -> bool:
        """Whether what lies at an organisation counts at `ancestor`."""
        seat = self.seats.get(organisation) if organisation is not None else None
        return seat is not None and ancestor in self.above(seat)

    @cached_property
    def organisations(self) -> list[int]:
        """All organisations of this view, in order of id."""
        return sorted(self.parents)

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The organisations directly under each."""
        found: dict[int, list[int]] = {node: [] for node in self.organisations}
        for node in self.organisations:
            parent = self.parents[node]
            if parent is not None:
                found[parent].append(node)
        return found


def tree_of(periods: Iterable[Held], day: date, view: str = RECAST) -> Tree:
    """The tree at the end of a day from the periods of `exists`, `parent` and `heir` of organisations.

    An organisation not yet founded by that day is not in it. Raises Circle.
    """
    past: dict[str, dict[int, Held]] = {"exists": {}, "parent": {}, "heir": {}}
    for period in periods:
        if period.track in past and period.since <= day:
            known = past[period.track].get(period.subject)
            if known is None or period.since > known.since:
                past[period.track][period.subject] = period
    living = {node for node, held in past["exists"].items() if held.holds_on(day)}
    last_parent = {node: int(held.value) for node, held in past["parent"].items()}
    heir = {node: int(held.value) for node, held in past["heir"].items() if held.holds_on(day)}
    # A parent that ended passes its children to its heir even where no act of theirs says so.
    to_living = {node: heir.get(node, last_parent.get(node)) for node in past["exists"] if node not in living}
    if view == AS_IT_WAS:
        nodes = set(past["exists"])
        parents = {node: _known(last_parent.get(node), nodes) for node in sorted(nodes)}
        return Tree(day, view, parents, {node: node for node in nodes})
    seats = {node: seat for node in past["exists"] if (seat := _last(node, to_living)) in living}
    parent = {node: int(held.value) for node, held in past["parent"].items() if held.holds_on(day)}
    parents = {node: seats.get(parent.get(node, 0)) for node in sorted(living)}
    return Tree(day, view, _no_own_parent(parents), seats)


def _no_own_parent(parents: Mapping[int, int | None]) -> dict[int, int | None]:
    return {node: None if parent == node else parent for node, parent in parents.items()}


def _known(node: int | None, nodes: set[int]) -> int | None:
    return node if node in nodes else None


def _last(node: int, step: Mapping[int, int | None]) -> int:
    return _chain(node, step)[-1]


def _chain(node: int, step: Mapping[int, int | None]) -> list[int]:
    found = [node]
    while (after := step.get(found[-1])) is not None:
        if after in found:
            raise Circle(tuple(found))
        found.append(after)
    return found
