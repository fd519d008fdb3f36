"""Rows that may be one person: exact rules only, each pair with the reasons. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence

from thenchot.ledger.vietnamese import folded

from .columns import key
from .days import exact
from .findings import Finding, Group, Member, Weight


def _name(member: Member) -> str:
    return folded(member.name)


def _born(member: Member) -> tuple[str, Hashable] | None:
    """Name and whole birth day; 1 January is too many people's."""
    return (_name(member), member.born_on) if member.name and exact(member.born_on) else None


def _born_and_joined(member: Member) -> Hashable | None:
    born = _born(member)
    return (born, member.joined_on) if born and exact(member.joined_on) else None


def _born_and_cell(member: Member) -> Hashable | None:
    born = _born(member)
    return (born, key(member.organisation)) if born and member.organisation else None


# A number belongs to one person; name and birth day do together with one thing more.
RULES: dict[str, Callable[[Member], Hashable | None]] = {
    "national_id": lambda one: one.national_id or None,
    "personal_number": lambda one: one.personal_number or None,
    "card_number": lambda one: one.card_number or None,
    "old_card": lambda one: key(one.old_card) or None,
    "name_born_joined": _born_and_joined,
    "name_born_cell": _born_and_cell,
}
SURE = frozenset({"national_id", "personal_number", "card_number"})


def twins(members: Sequence[Member]) -> Iterator[Finding]:
    """Each set of rows that some rule takes for one person, with all rules that do; biggest reason first.

    Rows proposed for deletion are left out: whoever proposed it has seen them.
    """
    reasons: dict[tuple[int, ...], list[str]] = defaultdict(list)
    left = [one for one in members if not one.to_delete]
    for rule, of in RULES.items():
        same: dict[Hashable, list[int]] = defaultdict(list)
        for member in left:
            if (value := of(member)) is not None:
                same[value].append(member.at)
        for found in same.values():
            if len(found) > 1:
                reasons[tuple(found)].append(rule)
    for places, why in sorted(reasons.items()):
        weight = Weight.WRONG if SURE & set(why) else Weight.LOOK
        given = {"why": " ".join(why), "differ": " ".join(_differ(members, places))}
        organisation = members[places[0]].organisation
        yield Finding(
            Group.TWINS, "twins", weight, places, "", _column(why), organisation=organisation, given=given
        )


def _column(why: Sequence[str]) -> str:
    return why[0] if why[0] in ("national_id", "personal_number", "card_number", "old_card") else "name"


def _differ(members: Sequence[Member], places: Sequence[int]) -> Iterator[str]:
    """What says they may be two people all the same: parts both rows have and that are not one."""
    rows = [members[place] for place in places]
    for name in ("name", "born_on", "sex", "personal_number", "card_number", "joined_on"):
        values = {_name(one) if name == "name" else getattr(one, name) for one in rows} - {None, ""}
        if len(values) > 1:
            yield name
