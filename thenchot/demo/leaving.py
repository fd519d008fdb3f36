"""How persons go: death, transfer, name removed, released, expelled; and how they move inside the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from thenchot.ledger.kinds import Act
from thenchot.rooms.membership.events import (
    Decider,
    Died,
    Elsewhere,
    Expelled,
    Move,
    Moved,
    NameRemoved,
    Received,
    Released,
    ResidenceEnded,
    Sent,
    TransferredOut,
)
from thenchot.rooms.offices.events import Leaving, Way
from thenchot.rooms.people.events import Occupation, Occupied

from .joining import home_of
from .posts import fill, hand_over
from .steps import Correct
from .workdays import DAY, DISTRICTS_END, workday_before
from .world import Organisation, Person, World, issuer

FEWEST = 4  # nobody leaves a cell of so few


def may_go(p: Person, day: date) -> bool:
    return p.cell is not None and p.free(day) and len(p.cell.members) > FEWEST


def go(world: World, p: Person, day: date, how: Leaving, *acts: Act, late: int = 0) -> None:
    """The person leaves posts and cell; empty posts are filled the same day."""
    left, empty = hand_over(world, p, day, how)
    out_of_cell(world, p, day)
    filled = [act for org in empty if not org.ended for act in fill(world, org, day, Way.DESIGNATED)]
    world.put(day, *left, *acts, *filled, weeks_late=0 if left else late)


def out_of_cell(world: World, p: Person, day: date) -> None:
    if p.cell:
        p.cell.members.remove(p)
    p.cell, p.last = None, day
    world.exempt -= p.exempt
    p.exempt = False


def die(world: World, p: Person, day: date) -> None:
    if not may_go(p, day) or p.cell is None:
        return
    late = world.paths.between(2, 14) if world.paths.one_in(25) else 0
    act = Died(about=p.id, effective_on=day, organisation=p.cell.id)
    if not p.seats and p.last < day - 3 * DAY and world.paths.one_in(150):
        right = replace(act, effective_on=day - 2 * DAY)
        world.plan(
            day + timedelta(days=world.paths.between(120, 200)), "correct", Correct(right, act, "typed_wrong")
        )
    go(world, p, day, Leaving.DIED, act, late=late)


def decider(day: date) -> Decider:
    return Decider.DISTRICT if day < DISTRICTS_END else Decider.COMMUNE


def put_out(world: World, p: Person, day: date, what: str) -> Act:
    """The decision by which somebody ceases to be a member."""
    cell = p.cell
    assert cell is not None
    above, sign = issuer(cell)
    signed = workday_before(day, 1)
    by = Decider.DISTRICT if above.what in ("district", "bloc") else decider(day)
    paper = world.paper(above, f"QĐ/{sign}", signed)
    if what == "name_removed":
        return NameRemoved(
            about=p.id, effective_on=day, organisation=cell.id, decided_by=by,
            ground=f"8.1.{world.paths.between(1, 3)}",
            signed_on=signed, paper=paper,
        )  # fmt: skip
    kind = Released if what == "released" else Expelled
    return kind(
        about=p.id, effective_on=day, organisation=cell.id, decided_by=by, signed_on=signed, paper=paper
    )


def send_away(world: World, p: Person, day: date) -> None:
    """Chuyển sinh hoạt to outside this book."""
    cell = p.cell
    assert cell is not None
    to = Elsewhere.OTHER_PROVINCE if world.paths.below(5) else world.paths.pick(tuple(Elsewhere)[1:])
    above, sign = issuer(cell)
    act = TransferredOut(
        about=p.id, effective_on=day, organisation=cell.id, destination=to, signed_on=workday_before(day, 1),
        paper=world.paper(above, f"GT/{sign}", day),
    )  # fmt: skip
    go(world, p, day, Leaving.TRANSFERRED, act)


def send(world: World, p: Person, day: date, to: Organisation, *before: Act) -> None:
    """On the way to another cell of the book, where he is received some weeks later."""
    cell = p.cell
    assert cell is not None
    above, sign = issuer(cell)
    act = Sent(
        about=p.id, effective_on=day, organisation=cell.id, to=to.id, signed_on=workday_before(day, 1),
        paper=world.paper(above, f"GT/{sign}", day),
    )  # fmt: skip
    go(world, p, day, Leaving.RETIRED if before else Leaving.TRANSFERRED, *before, act)
    received = day + timedelta(days=world.paths.between(7, 48))
    p.busy = received
    world.plan(received, "received", (p, to))


def receive(world: World, p: Person, to: Organisation, day: date) -> None:
    p.cell, p.last = to, day
    to.members.append(p)
    world.put(
        day,
        Received(about=p.id, effective_on=day, organisation=to.id, cell=to.id, signed_on=workday_before(day)),
    )
    if to.what != "village" and p.residence is None and day.year >= 2020:
        world.plan(day + 20 * DAY, "link", p)


def retire(world: World, p: Person, day: date) -> None:
    """Leaves work and goes to the village cell where he lives."""
    if not may_go(p, day) or p.cell is None or p.cell.what == "village":
        return
    cell, home = p.cell, home_of(world, p)
    p.occupation = Occupation.RETIRED
    acts: list[Act] = [
        Occupied(about=p.id, effective_on=day, organisation=cell.id, occupation=p.occupation,
        signed_on=workday_before(day, 40))
    ]  # fmt: skip
    if p.residence is not None:
        acts.append(ResidenceEnded(about=p.id, effective_on=day, organisation=cell.id))
        p.residence = None
    send(world, p, day, home, *acts)


def move(world: World, p: Person, day: date, to: Organisation, why: Move) -> list[Act]:
    """From cell to cell without a letter; posts of the old cell have been left before."""
    assert p.cell is not None
    act = Moved(
        about=p.id,
        effective_on=day,
        organisation=p.cell.id,
        cell=to.id,
        why=why,
        signed_on=workday_before(day, 1),
    )
    p.cell.members.remove(p)
    to.members.append(p)
    p.cell, p.last = to, day
    return [act]
