"""What many acts would do, before they are written: lines in groups, the tree before and after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.ledger import reading
from thenchot.ledger.kinds import ORGANISATION, Act
from thenchot.ledger.vietnamese import order
from thenchot.rooms.membership.events import Moved as MemberMoved
from thenchot.rooms.organisations.events import Ended, Founded
from thenchot.rooms.organisations.events import Moved as Reassigned
from thenchot.rooms.organisations.reading import tree_on
from thenchot.sealed.codes import coded_label
from thenchot.surface.kinds import label_of
from thenchot.surface.numbers import number
from thenchot.surface.subjects import names_of

from ..here import Here


@dataclass
class Group:
    """Acts of one kind towards one place: how many, about whom."""

    label: str
    count: int = 0
    names: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Node:
    """One organisation under the one that stays; `state` is `gone`, `new` or nothing."""

    name: str
    members: str
    state: str


@dataclass(frozen=True)
class Tree:
    """What stands directly under one organisation, before and after."""

    above: str
    before: list[Node]
    after: list[Node]


@dataclass
class Preview:
    """Groups of acts, and the organisations whose children change."""

    groups: list[Group]
    trees: list[Tree]


def preview(here: Here, acts: Sequence[Act], new_names: Mapping[int, str], roots: Sequence[int]) -> Preview:
    """`roots`: whose direct children are shown; `new_names`: of organisations not yet in the book."""
    on = max(act.effective_on for act in acts)
    parents = tree_on(as_of=on)
    after = _after(parents, acts)
    concerned = [one for one in {**parents, **after} if {parents.get(one), after.get(one)} & set(roots)]
    names = names_of([*roots, *(one for one in concerned if one not in new_names)]) | dict(new_names)
    counts = {one: len(reading.holding("cell", str(one), as_of=on)) for one in concerned}
    later = _later(counts, acts)
    trees = []
    for root in roots:
        was = {one for one in concerned if parents.get(one) == root}
        will = {one for one in concerned if after.get(one) == root}
        before = _nodes(was, names, counts, gone=was - will)
        trees.append(Tree(names[root], before, _nodes(will, names, later, new=will - was)))
    return Preview(_groups(here, acts, dict(new_names)), trees)


def _after(parents: Mapping[int, int | None], acts: Sequence[Act]) -> dict[int, int | None]:
    found = dict(parents)
    for act in acts:
        if isinstance(act, Founded | Reassigned):
            found[act.about] = act.parent
        elif isinstance(act, Ended):
            found.pop(act.about, None)
    return found


def _later(counts: Mapping[int, int], acts: Sequence[Act]) -> dict[int, int]:
    found = defaultdict(int, counts)
    for act in acts:
        if isinstance(act, MemberMoved):
            found[act.organisation or 0] -= 1
            found[act.cell] += 1
    return dict(found)


def _nodes(
    ones: AbstractSet[int], names: Mapping[int, str], counts: Mapping[int, int],
    *, gone: AbstractSet[int] = frozenset(), new: AbstractSet[int] = frozenset(),
) -> list[Node]:  # fmt: skip
    listed = sorted(ones, key=lambda one: order(names[one]))
    return [
        Node(names[one], number(counts.get(one, 0)), "gone" if one in gone else "new" if one in new else "")
        for one in listed
    ]


def _groups(here: Here, acts: Sequence[Act], new_names: dict[int, str]) -> list[Group]:
    found: dict[tuple[str, int], Group] = {}
    about: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    names = names_of(_named(acts)) | new_names
    for act in acts:
        to = getattr(act, "cell", None) or getattr(act, "parent", None) or 0
        label = label_of(act.kind)
        key = (act.kind, to)
        found.setdefault(key, Group(f"{label} → {names[to]}" if to else label)).count += 1
        about[key].append(act.about)
    for key, group in found.items():
        group.names = _names(here, about[key], key[0], new_names)
    return list(found.values())


def _named(acts: Sequence[Act]) -> list[int]:
    return [to for act in acts if (to := getattr(act, "cell", None) or getattr(act, "parent", None))]


def _names(here: Here, ones: list[int], kind: str, new_names: Mapping[int, str]) -> list[str]:
    """Organisations by name, persons as this account may see them."""
    if kind.startswith(ORGANISATION):
        known = names_of([one for one in ones if one not in new_names]) | dict(new_names)
        return [known[one] for one in ones]
    if here.home is None or not here.can(Action.SEE_NAMES, organisation=here.home):
        return [coded_label(one) for one in ones]
    return list(here.desk.names(ones, organisation=here.home, **here.who).values())


def sentence(preview: Preview) -> str:
    """One line over the whole."""
    return _("Sẽ ghi {count} việc.").format(count=number(sum(group.count for group in preview.groups)))
