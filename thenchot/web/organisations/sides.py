"""Two trees side by side: what led to an organisation and what stands under it, and who went where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thenchot.ledger.vietnamese import natural
from thenchot.rooms.membership.rolls import roll
from thenchot.rooms.membership.strengths import Strength, Tree, strengths_on, tree
from thenchot.rooms.organisations.events import OrganisationType
from thenchot.rooms.organisations.succession import predecessors
from thenchot.surface.counted_words import cell as word
from thenchot.surface.subjects import names_of


@dataclass(frozen=True)
class Node:
    """One organisation of a tree with those directly under it."""

    subject: int
    name: str
    type: str
    strength: Strength
    children: Sequence[Node]
    more: int  # directly under it and not listed


@dataclass(frozen=True)
class Way:
    """Cells and their members that stood under one organisation and stand under another."""

    source: str
    target: str
    cells: int
    members: int


@dataclass(frozen=True)
class Sides:
    before: Sequence[Node]
    after: Sequence[Node]
    ways: Sequence[Way]


LISTED = 150  # children of one organisation that are shown; a province has more communes than a screen lines


def of(organisation: int, before: date, after: date) -> Sides:
    """The trees on two days. On the left what ended into the organisation between them, too."""
    first, last = tree(as_of=before), tree(as_of=after)
    ended = [one.subject for one in predecessors(organisation, as_of=after) if one.ended_on > before]
    left = [one for one in (organisation, *ended) if one in first.types]
    right = [organisation] if organisation in last.types else []
    ways = _ways(organisation, left, first, last, before, after)
    return Sides(_nodes(left, first, before), _nodes(right, last, after), ways)


def _nodes(roots: Sequence[int], standing: Tree, day: date) -> list[Node]:
    inside = {low for root in roots for low in standing.under(root)}
    tops = [root for root in roots if not (set(standing.line(root)[1:]) & set(roots))]
    listed = {root: _listed(root, standing) for root in tops}
    shown = [one for root in tops for one in (root, *listed[root])]
    names, strengths = names_of(shown, as_of=day, apart=True), strengths_on(shown, as_of=day)
    assert inside >= set(shown)

    def node(one: int, children: Sequence[int]) -> Node:
        below = sorted(children, key=lambda child: natural(names[child]))
        more = len(standing.children.get(one, ())) - len(below) if children else 0
        type_ = word("type", standing.types[one])
        return Node(one, names[one], type_, strengths[one], [node(child, ()) for child in below], more)

    return [node(root, listed[root]) for root in sorted(tops, key=lambda one: natural(names[one]))]


def _listed(root: int, standing: Tree) -> list[int]:
    return list(standing.children.get(root, ()))[:LISTED]


def _ways(
    organisation: int, left: Sequence[int], first: Tree, last: Tree, before: date, after: date
) -> list[Way]:
    """From the committee above each cell before to the one above it after; members counted after."""
    cells = {cell for root in left for cell in first.under(root) if first.types[cell] in _CELLS}
    members = Counter(roll(organisation, as_of=after).cells.values())
    moved: Counter[tuple[int, int]] = Counter()
    people: Counter[tuple[int, int]] = Counter()
    for cell in cells & last.types.keys():
        way = first.parents.get(cell), last.parents.get(cell)
        if None not in way and way[0] != way[1]:
            moved[way] += 1  # type: ignore[index]
            people[way] += members[cell]  # type: ignore[index]
    then = names_of((source for source, _target in moved), as_of=before)
    now = names_of((target for _source, target in moved), as_of=after)
    found = [Way(then[s], now[t], number, people[s, t]) for (s, t), number in moved.items()]
    return sorted(found, key=lambda way: (natural(way.source), natural(way.target)))


_CELLS = (OrganisationType.CELL, OrganisationType.GRASSROOTS_CELL)
