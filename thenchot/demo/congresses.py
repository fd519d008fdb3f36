"""Congresses: of cells every two and a half years, of the levels above every five; posts change then."""

from __future__ import annotations

from datetime import date

from thenchot.ledger.kinds import Act
from thenchot.rooms.offices.events import Leaving, Way
from thenchot.rooms.organisations.events import CellCommitteeSet, CongressHeld

from .posts import ROUNDS, fill, join_more, joint_order, leave_seat, not_local_in_2020
from .workdays import workday_before
from .world import Organisation, World

Months = tuple[tuple[int, int], ...]
CELL_ROUNDS: tuple[tuple[str, Months], ...] = (
    ("2015-2017", ((2015, 2), (2015, 3), (2015, 4))),
    ("2017-2020", ((2017, 10), (2017, 11), (2018, 1))),
    ("2020-2022", ((2020, 1), (2020, 2), (2020, 3))),
    ("2022-2025", ((2022, 9), (2022, 10), (2022, 12), (2023, 1))),
    ("2025-2027", ((2025, 1), (2025, 2), (2025, 3))),
)
ABOVE = {
    (2015, 6): ("commune", "2015-2020"), (2015, 8): ("district", "2015-2020"),
    (2015, 10): ("province", "2015-2020"),
    (2020, 6): ("commune", "2020-2025"), (2020, 8): ("district", "2020-2025"),
    (2020, 10): ("province", "2020-2025"),
    (2025, 8): ("new_commune", "2025-2030"), (2025, 9): ("province", "2025-2030"),
}  # fmt: skip
CHANGE_IN_CELLS, CHANGE_ABOVE = 9, 30  # of a hundred posts change at a congress


def plan_congresses(world: World, year: int, month: int) -> None:
    """Puts the congresses of a month on the agenda."""
    for term, months in CELL_ROUNDS:
        if (year, month) in months:
            turn = months.index((year, month))
            for i, cell in enumerate(world.cells):
                if i % len(months) == turn and not cell.ended:
                    day = date(year, month, world.paths.between(4, 24))
                    world.plan(day, "congress", (cell, term))
    what, term = ABOVE.get((year, month), ("", ""))
    for org in list(world.organisations.values()):
        if what and not org.ended and (org.what == what or (what, org.what) == ("district", "bloc")):
            world.plan(date(year, month, world.paths.between(8, 24)), "congress", (org, term))
    if (year, month) == (2020, 8):
        not_local_in_2020(world)


def congress(world: World, org: Organisation, term: str, day: date) -> None:
    """Held; chi ủy or not by the number of members; a part of the posts changes hands."""
    if org.ended:
        return
    acts: list[Act] = [
        CongressHeld(
            about=org.id, organisation=org.id, effective_on=day, term=term, signed_on=workday_before(day)
        )
    ]
    is_cell = org.what not in ("commune", "new_commune", "district", "bloc", "province")
    if is_cell:
        has = sum(p.official is not None for p in org.members) >= 9
        if has != org.committee:
            org.committee = has
            acts.append(
                CellCommitteeSet(about=org.id, organisation=org.id, effective_on=day, has_committee=has)
            )
    acts += _changes(world, org, day, CHANGE_IN_CELLS if is_cell else CHANGE_ABOVE)
    if org.what == "village" and not org.hg and org not in world.merging and int(term[:4]) in ROUNDS:
        heads, fronts = ROUNDS[int(term[:4])]
        acts += join_more(world, heads, fronts, _place(world, org), day)
    acts += fill(world, org, day, Way.ELECTED)
    world.put(day, *acts)


def _place(world: World, cell: Organisation) -> int:
    if not world.congress_places:
        world.congress_places = {cell.id: i for i, cell in enumerate(joint_order(world))}
    return world.congress_places[cell.id]


def _changes(world: World, org: Organisation, day: date, share: int) -> list[Act]:
    all_new = org.what == "district" and day.year == 2020
    acts: list[Act] = []
    if share == CHANGE_IN_CELLS and len(org.members) <= 6:
        return acts  # nobody else to choose
    for seat in org.wanted:
        if seat.same_as or seat.key not in org.roles or not (all_new or world.paths.below(100) < share):
            continue
        holder = org.roles[seat.key]
        for other in [seat, *(s for s in org.wanted if s.same_as == seat.key)]:
            acts += leave_seat(world, org, other, day, Leaving.TERM_ENDED)
        holder.busy = max(holder.busy, day)  # not chosen again today
    return acts
