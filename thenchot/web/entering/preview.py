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


@dataclass
class Preview:
    """Before and after, side by side."""

    groups: list[Group]
    above: str
    before: list[Node]
    after: list[Node]


def preview(here: Here, acts: Sequence[Act], new_names: Mapping[int, str], root: int) -> Preview:
    """`root`: the organisation whose direct children are shown; `new_names`: of those not yet in the book."""
    on = max(act.effective_on for act in acts)
    tree = {one for one, parent in tree_on(as_of=on).items() if parent == root}
    founded = {a.about for a in acts if isinstance(a, Founded)}
    ended = {a.about for a in acts if isinstance(a, Ended)}
    moved = {a.about: a.parent for a in acts if isinstance(a, Reassigned)}
    after = (
        (tree - ended - {one for one, to in moved.items() if to != root})
        | {one for one, to in moved.items() if to == root}
        | founded
    )
    names = names_of([root, *tree, *moved]) | dict(new_names)
    counts = {one: len(reading.holding("cell", str(one), as_of=on)) for one in tree | set(moved)}
    later = _later(counts, acts)
    return Preview(
        _groups(here, acts, dict(new_names)),
        names[root],
        _nodes(tree, names, counts, gone=tree - after),
        _nodes(after, names, later, new=after - tree),
    )


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
