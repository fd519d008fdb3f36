"""The districts end: members of their offices go to communes, other cells to a commune or the province."""

from __future__ import annotations

from thenchot.ledger.kinds import Act
from thenchot.rooms.membership.events import Move
from thenchot.rooms.offices.events import Leaving, Way
from thenchot.rooms.organisations.events import Ending
from thenchot.rooms.organisations.map_events import BodyType

from .geography import TUYEN_QUANG
from .leaving import move
from .mergers import change_parent, end, leave_all_seats
from .organisations_before import VERTICAL
from .posts import fill, hand_over
from .reform import DAY, PARTY_SIGNED, PROVINCES, Reform
from .world import Organisation, World


def districts(reform: Reform) -> None:
    """Eighteen districts end, one act set each; by then their communes have ended."""
    world = reform.world
    for i, district in enumerate(world.map.districts):
        set_, org = len(reform.sets) + 1 + i, world.organisations[district.key]
        heirs = [reform.new[old.heir] for old in world.map.old if old.district == district.key]
        acts: list[Act] = leave_all_seats(world, org, DAY, Leaving.SEAT_ENDED)
        if district.province == TUYEN_QUANG:
            acts += _cells(reform, org, list(dict.fromkeys(heirs)))
        paper = world.paper(reform.tq, "QĐ/TU", PARTY_SIGNED)
        acts.append(end(org, reform.tq, Ending.ENDED_BY_LAW, DAY, PARTY_SIGNED, paper))
        acts.append(reform.place_ends(org, reform.tq.house, Ending.ENDED_BY_LAW, PROVINCES))
        law, how = PROVINCES, Ending.ENDED_BY_LAW
        acts.append(reform.authority_ends(org, BodyType.DISTRICT_AUTHORITY, None, how, law))
        reform.put(set_, *acts)


def _cells(reform: Reform, org: Organisation, communes: list[Organisation]) -> list[Act]:
    world, acts = reform.world, list[Act]()
    offices = [cell for commune in communes for cell in commune.children if cell.what == "office"]
    turn = 0
    for child in list(org.children):
        paper = world.paper(reform.tq, "QĐ/TU", PARTY_SIGNED)
        stays = child.what == "grassroots" or any(name in child.name for name in VERTICAL)
        if stays:
            acts.append(change_parent(child, world.organisations["tq-cq"], DAY, PARTY_SIGNED, paper))
        elif child.what == "agency":
            acts += _dissolve(world, child, offices, turn)
            acts.append(end(child, communes[0], Ending.MERGED, DAY, PARTY_SIGNED, paper))
            turn += 5
        else:
            acts.append(change_parent(child, communes[turn % len(communes)], DAY, PARTY_SIGNED, paper))
            child.commune = child.parent
            turn += 1
    return acts


def _dissolve(world: World, cell: Organisation, offices: list[Organisation], turn: int) -> list[Act]:
    """Posts are left, every member goes to the office of a commune of the old district."""
    acts = leave_all_seats(world, cell, DAY, Leaving.SEAT_ENDED)
    for i, p in enumerate(list(cell.members)):
        left, empty = hand_over(world, p, DAY, Leaving.SEAT_ENDED)
        acts += left
        acts += move(world, p, DAY, offices[(turn + i) % len(offices)], Move.REORGANISATION)
        acts += [act for o in empty if not o.ended for act in fill(world, o, DAY, Way.DESIGNATED)]
    return acts


def reform_2025(world: World) -> None:
    """The whole reform, in the order in which each act finds what it needs."""
    reform = Reform(world)
    reform.communes()
    districts(reform)
    reform.old_province()
    reform.posts()
    for cell in world.cells:
        if not cell.ended and "secretary" not in cell.roles:
            reform.put(len(reform.sets) + 99, *fill(world, cell, DAY, Way.DESIGNATED))
