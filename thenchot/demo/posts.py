"""Who holds which post: filled when the book opens, at congresses, and when a holder goes."""

from __future__ import annotations

from datetime import date

from thenchot.ledger.kinds import Act
from thenchot.rooms.offices.events import CarriedOver, Leaving, Left, Post, Taken, Way

from .targets import (
    CHAIRS_NOT_LOCAL,
    JOINT_BOTH,
    JOINT_FRONT,
    JOINT_HEADS,
    OFFICER_DEPUTIES,
    SECRETARIES_NOT_LOCAL,
)
from .workdays import BEGINS, workday_before
from .world import Organisation, Person, Seat, World

OFFICERS = 6  # commune officers beside the leaders, in each commune
JOINT_AT_FIRST = (480, 150)  # heads, front boards; the rest come at the congresses of 2017 and 2020
ELECTED = (Post.SECRETARY, Post.DEPUTY_SECRETARY, Post.COMMITTEE_MEMBER, Post.VILLAGE_HEAD)


def cell_seats(cell: Organisation) -> list[Seat]:
    """The posts of a cell by its size: deputy from five members, committee member from twelve."""
    seats = [Seat("secretary", Post.SECRETARY, cell.id)]
    if len(cell.members) >= 5:
        seats.append(Seat("deputy", Post.DEPUTY_SECRETARY, cell.id))
    if len(cell.members) >= 12:
        seats.append(Seat("committee", Post.COMMITTEE_MEMBER, cell.id))
    return seats


def commune_seats(org: Organisation, officers: int = OFFICERS) -> list[Seat]:
    return [
        Seat("secretary", Post.SECRETARY, org.id),
        Seat("deputy", Post.DEPUTY_SECRETARY, org.id),
        Seat("chair", Post.AUTHORITY_CHAIR, org.authority),
        *(Seat(f"officer{i}", Post.COMMUNE_OFFICER, org.authority) for i in range(officers)),
    ]


def district_seats(org: Organisation, place: int) -> list[Seat]:
    """When the book opens two secretaries and one chair are not local; in 2020 the printed numbers."""
    return [
        Seat("secretary", Post.SECRETARY, org.id, not_local=place < 2),
        Seat("deputy", Post.DEPUTY_SECRETARY, org.id),
        Seat("chair", Post.AUTHORITY_CHAIR, org.authority, not_local=place == 3),
    ]


def open_seats(world: World) -> None:
    """Says which posts there are on the book's first day."""
    for cell in world.cells:
        cell.wanted = cell_seats(cell)
    place = 0
    for org in world.organisations.values():
        if org.what == "commune":
            org.wanted = commune_seats(org, 0 if org.hg else OFFICERS)
        elif org.what == "district" and not org.hg:
            org.wanted, place = district_seats(org, place), place + 1
        elif org.what == "bloc" or (org.what == "province" and not org.hg):
            org.wanted = [Seat("secretary", Post.SECRETARY, org.id)]
    _village_seats(world)


def _village_seats(world: World) -> None:
    """Head of the village and of its front board: the secretary in some, another member in a few more."""
    small = sorted(world.villages, key=lambda cell: (len(cell.members), cell.code))
    for cell in [cell for cell in small if not cell.rooted and cell.what == "village"][:OFFICER_DEPUTIES]:
        authority = cell.commune.authority if cell.commune else 0
        cell.wanted.append(Seat("officer", Post.COMMUNE_OFFICER, authority, same_as="deputy"))
    for i, cell in enumerate(joint_order(world)):
        head = "secretary" if i < JOINT_AT_FIRST[0] else ""
        if head or i % 3 == 0:
            cell.wanted.append(Seat("head", Post.VILLAGE_HEAD, cell.place or 0, same_as=head))
        if _front_place(i) < JOINT_AT_FIRST[1]:
            cell.wanted.append(Seat("front", Post.FRONT_WORK_HEAD, cell.place or 0, same_as="secretary"))


def joint_order(world: World) -> list[Organisation]:
    """The villages in the order in which they join the posts; those merged in 2019 come last."""
    if not world.joint:
        lasting = [cell for cell in world.villages if cell not in world.merging]
        world.joint = sorted(lasting, key=lambda cell: cell.id)
    return world.joint


def _front_place(i: int) -> int:
    """Place in the order of joined front boards: 60 among the first heads, others in the last villages."""
    return i if i < JOINT_BOTH else 1733 - 1 - i + JOINT_BOTH


def join_more(world: World, heads: int, fronts: int, i: int, day: date) -> list[Act]:
    """At a congress the secretary of the i-th village becomes its head as well, when his turn has come."""
    cell, acts = joint_order(world)[i], list[Act]()
    head = next((seat for seat in cell.wanted if seat.key == "head"), None)
    if i < heads and (head is None or not head.same_as):
        if head:
            acts += leave_seat(world, cell, head, day, Leaving.TERM_ENDED)
            cell.wanted.remove(head)
        cell.wanted.append(Seat("head", Post.VILLAGE_HEAD, cell.place or 0, same_as="secretary"))
    if _front_place(i) < fronts and not any(seat.key == "front" for seat in cell.wanted):
        cell.wanted.append(Seat("front", Post.FRONT_WORK_HEAD, cell.place or 0, same_as="secretary"))
    return acts


ROUNDS = {2017: (650, 205), 2020: (JOINT_HEADS, JOINT_FRONT), 2025: (870, JOINT_FRONT)}


def candidates(world: World, org: Organisation) -> list[Person]:
    """Those among whom a holder is looked for: the cell's members, or the members of the offices below."""
    if org.what not in ("commune", "new_commune", "district", "bloc", "province"):
        return org.members
    sorts = {"district": ("agency",), "province": ("province_agency",), "bloc": ()}.get(org.what, ("office",))
    cells = [cell for cell in below(org) if not sorts or cell.what in sorts]
    return [p for cell in cells or below(org) for p in cell.members]


def below(org: Organisation) -> list[Organisation]:
    """The cells under an organisation, at whatever depth, in the order of the tree."""
    cells: list[Organisation] = []
    for child in org.children:
        cells += below(child) if child.children else [child]
    return cells


def choose(world: World, org: Organisation, day: date) -> Person | None:
    """A full member for an empty seat: best one without a post, of middle age, who is not exempt."""
    held = set(map(id, org.roles.values()))
    best, best_mark = None, 9
    people = candidates(world, org)
    start = world.paths.below(len(people)) if people else 0
    for p in people[start:] + people[:start]:
        if id(p) in held or p.official is None or p.busy >= day or p.last > day or p.away:
            continue
        mark = 4 * p.exempt + 2 * bool(p.seats) + (not 1 <= (day.year - p.born.year) // 25 <= 2)
        if mark == 0:
            return p
        if mark < best_mark:
            best, best_mark = p, mark
    return best


def fill(world: World, org: Organisation, day: date, way: Way | None) -> list[Act]:
    """Acts that fill every empty seat of an organisation; without a way: carried over."""
    acts: list[Act] = []
    for seat in org.wanted:
        if seat.key in org.roles:
            continue
        p = org.roles.get(seat.same_as) if seat.same_as else choose(world, org, day)
        if p is None and seat.key == "secretary" and "deputy" in org.roles:  # the deputy steps up
            p = org.roles["deputy"]
            acts += vacate(world, p, day, Leaving.TRANSFERRED, org)
        if p is not None:
            acts.append(_take(world, org, seat, p, day, way))
    return acts


def _take(world: World, org: Organisation, seat: Seat, p: Person, day: date, way: Way | None) -> Act:
    org.roles[seat.key] = p
    p.seats.append((org, seat.key))
    if way is None:
        return CarriedOver(
            about=p.id, effective_on=BEGINS, organisation=org.id, post=Post(seat.post), seat=seat.seat,
            not_local=seat.not_local,
        )  # fmt: skip
    if seat.post in (Post.COMMUNE_OFFICER, Post.FRONT_WORK_HEAD):
        way = Way.APPOINTED if seat.post == Post.COMMUNE_OFFICER else Way.ELECTED
    return Taken(
        about=p.id, effective_on=day, organisation=org.id, post=Post(seat.post), seat=seat.seat,
        not_local=seat.not_local, way=way, signed_on=workday_before(day),
        paper=world.paper(org, "QĐ/ĐU", day),
    )  # fmt: skip


def leave_seat(world: World, org: Organisation, seat: Seat, day: date, how: Leaving) -> list[Act]:
    """The holder of one seat leaves it."""
    p = org.roles.pop(seat.key, None)
    if p is None:
        return []
    p.seats.remove((org, seat.key))
    return [
        Left(
            about=p.id, effective_on=day, organisation=org.id, post=Post(seat.post), seat=seat.seat, how=how,
            signed_on=workday_before(day),
        )
    ]  # fmt: skip


def vacate(world: World, p: Person, day: date, how: Leaving, only: Organisation | None = None) -> list[Act]:
    """The person leaves every post, or those of one organisation."""
    acts: list[Act] = []
    for org, key in list(p.seats):
        if only is None or org is only:
            seat = next(seat for seat in org.wanted if seat.key == key)
            acts += leave_seat(world, org, seat, day, how)
    return acts


def hand_over(world: World, p: Person, day: date, how: Leaving) -> tuple[list[Act], list[Organisation]]:
    """The acts by which a person leaves all posts, and the organisations where seats are empty now."""
    empty = list(dict.fromkeys(org for org, _ in p.seats))
    return vacate(world, p, day, how), empty


def not_local_in_2020(world: World) -> None:
    """From the congresses of 2020 on, five secretaries and four chairs of districts are not local."""
    districts = [o for o in world.organisations.values() if o.what == "district" and not o.hg]
    for i, org in enumerate(districts):
        org.wanted[0].not_local = i < SECRETARIES_NOT_LOCAL
        org.wanted[2].not_local = i >= len(districts) - CHAIRS_NOT_LOCAL
