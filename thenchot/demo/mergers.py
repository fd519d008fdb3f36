"""Mergers before the districts ended: eight villages in 2019, two blocs of the province in 2021."""

from __future__ import annotations

from datetime import date

from thenchot.ledger.kinds import Act
from thenchot.rooms.membership.events import Move
from thenchot.rooms.offices.events import Leaving
from thenchot.rooms.organisations.events import Ended, Ending, Moved, Renamed
from thenchot.rooms.organisations.map_events import PlaceEnded

from .leaving import move
from .posts import leave_seat
from .workdays import workday_before
from .world import Organisation, World

VILLAGES_MERGE, BLOCS_MERGE = date(2019, 12, 1), date(2021, 7, 1)


def leave_all_seats(world: World, org: Organisation, day: date, how: Leaving) -> list[Act]:
    """Everybody leaves the posts of an organisation that ends."""
    return [act for seat in org.wanted for act in leave_seat(world, org, seat, day, how)]


def end(org: Organisation, heir: Organisation, how: Ending, day: date, signed: date, paper: str) -> Act:
    """The organisation ends; nobody may be left in it."""
    org.ended = True
    if org.parent:
        org.parent.children.remove(org)
    return Ended(
        about=org.id,
        effective_on=day,
        organisation=org.id,
        how=how,
        heir=heir.id,
        signed_on=signed,
        paper=paper,
    )


def change_parent(org: Organisation, to: Organisation, day: date, signed: date, paper: str) -> Act:
    """The organisation goes under another one."""
    if org.parent:
        org.parent.children.remove(org)
    to.children.append(org)
    org.parent = to
    return Moved(
        about=org.id, effective_on=day, organisation=org.id, parent=to.id, signed_on=signed, paper=paper
    )


def villages_2019(world: World) -> None:
    """Eight villages go into a neighbour; their cells with them, each in one act set."""
    day = VILLAGES_MERGE
    for cell in world.merging:
        commune = cell.parent
        assert commune is not None
        heir = next(
            c for c in commune.children if c.what == "village" and not c.rooted and c not in world.merging
        )
        signed, paper = workday_before(day, 4), world.paper(commune, "QĐ/ĐU", day)
        acts = leave_all_seats(world, cell, day, Leaving.SEAT_ENDED)
        for p in list(cell.members):
            acts += move(world, p, day, heir, Move.REORGANISATION)
        acts.append(end(cell, heir, Ending.MERGED, day, signed, paper))
        acts.append(
            PlaceEnded(
                about=cell.place or 0, effective_on=day, organisation=commune.id, how=Ending.MERGED,
                heir=heir.place or 0, signed_on=signed, paper="21/NQ-HĐND",
            )
        )  # fmt: skip
        world.put(day, *acts)
        world.villages.remove(cell)


def blocs_2021(world: World) -> None:
    """The bloc of enterprises goes into the bloc of agencies."""
    day, old, heir = BLOCS_MERGE, world.organisations["tq-dn"], world.organisations["tq-cq"]
    signed, paper = workday_before(day, 2), world.paper(heir.parent, "QĐ/TU", day)
    acts = leave_all_seats(world, old, day, Leaving.SEAT_ENDED)
    acts += [change_parent(cell, heir, day, signed, paper) for cell in list(old.children)]
    acts.append(end(old, heir, Ending.MERGED, day, signed, paper))
    note = world.notes("Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh")
    acts.append(
        Renamed(
            about=heir.id, effective_on=day, organisation=heir.id, name=note, signed_on=signed, paper=paper
        )
    )
    world.put(day, *acts)
