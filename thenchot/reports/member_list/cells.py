"""Cells of the file: who stands in each, those with too few official members. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from .columns import key
from .findings import Finding, Group, Member, Weight
from .values import SMALLEST, Law


def cells(members: Sequence[Member]) -> dict[str, list[Member]]:
    """Members on the roll by organisation, however its name is spelt; named as it is written first."""
    found: dict[str, list[Member]] = defaultdict(list)
    label: dict[str, str] = {}
    for member in members:
        if member.standing and member.organisation:
            found[label.setdefault(key(member.organisation), member.organisation)].append(member)
    return dict(found)


def small(by_cell: Mapping[str, Sequence[Member]], law: Law, today: date) -> Iterator[Finding]:
    """Cells with fewer full members than the law of today asks for."""
    least = law.whole(SMALLEST, today)
    if least is None:
        return
    for organisation, members in by_cell.items():
        full = sum(one.full for one in members)
        if full < least:
            given = {"full": full, "members": len(members), "least": least}
            places = tuple(one.at for one in members)
            yield Finding(
                Group.SMALL_CELL, "small_cell", Weight.LOOK, places, column="organisation",
                organisation=organisation, given=given,
            )  # fmt: skip
