"""What happens to members where they are: badges, exemption, study, youth union, absence, remarks."""

from __future__ import annotations

from datetime import date, timedelta

from thenchot.rooms.membership.events import (
    BadgeAwarded,
    Exempted,
    ExemptionEnded,
    Hosted,
    HostingEnded,
    RemarkReceived,
    TemporarilyReturned,
    TemporarilySent,
)
from thenchot.rooms.people.events import Professional, Studied, Theory, YouthUnionSet

from .people import set_badge
from .steps import Withdraw
from .workdays import DAY, workday_before
from .world import Organisation, Person, World

WAVES = ((2, 3), (5, 19), (9, 2), (11, 7))
OLD_ENOUGH = 60  # years, to be exempt for age
NEXT = {
    Professional.NONE: Professional.SECONDARY, Professional.VOCATIONAL: Professional.SECONDARY,
    Professional.SECONDARY: Professional.COLLEGE, Professional.COLLEGE: Professional.UNIVERSITY,
    Professional.UNIVERSITY: Professional.MASTER, Professional.MASTER: Professional.DOCTOR,
}  # fmt: skip


def wave(due: date) -> date:
    """The day of awarding on or after the day the badge is due."""
    for month, day in WAVES:
        if (due.month, due.day) <= (month, day):
            return date(due.year, month, day)
    return date(due.year + 1, 2, 3)


def badge(world: World, p: Person, day: date) -> None:
    if p.cell is None:
        return
    act = BadgeAwarded(
        about=p.id, effective_on=day, organisation=p.cell.id, years=str(p.badge),
        signed_on=workday_before(day, 9),
        paper=f"{1 + p.badge + day.month}-QĐ/TU",
    )  # fmt: skip
    late = world.paths.between(2, 9) if world.paths.one_in(30) else 0
    world.put(day, act, weeks_late=late)
    p.last = max(p.last, day)  # a leaving of the same day, entered sooner, would come before it
    set_badge(p, day)


def exempt(world: World, p: Person, day: date, entered: date | None = None) -> None:
    cell = p.cell
    assert cell is not None
    signed = workday_before(day)
    p.exempt, p.last = True, day
    world.exempt += 1
    act = Exempted(
        about=p.id,
        effective_on=day,
        organisation=cell.id,
        signed_on=signed,
        paper=world.paper(cell, "NQ/CB", signed),
    )
    world.put(entered or day, act)


def exempt_up_to(world: World, target: int, year: int, month: int) -> None:
    """The oldest who can no longer come, until so many are exempt."""
    place = 0
    while world.exempt < target:
        if place >= len(world.old_enough):
            raise ValueError(f"too few old members in {month}/{year}")
        p, day = world.old_enough[place], date(year, month, 25 + place % 4)
        ready = not p.exempt and not p.seats and p.free(day) and p.official is not None
        if (
            not ready
            or p.cell is None
            or p.cell.what != "village"
            or len(p.cell.members) <= 8
            or world.paths.below(4) == 0
        ):
            place += 1
        else:
            exempt(world, p, day)
            place += 1
    world.old_enough = [p for p in world.old_enough if not p.exempt and p.cell is not None]


def list_the_old(world: World, year: int) -> None:
    """At the beginning of a year: who may be exempt, oldest first."""
    old = [
        p
        for p in world.people
        if p.cell is not None
        and not p.exempt
        and p.cell.what == "village"
        and year - p.born.year >= OLD_ENOUGH
    ]
    world.old_enough = sorted(old, key=lambda p: (p.born, p.id))


def end_exemption(world: World, p: Person, day: date) -> None:
    assert p.cell is not None
    p.exempt, p.last = False, day
    world.exempt -= 1
    act = ExemptionEnded(about=p.id, effective_on=day, organisation=p.cell.id, signed_on=workday_before(day))
    world.put(day, act)


def study(world: World, p: Person, day: date, wrong: Person | None) -> None:
    """A diploma; now and then it is entered on somebody else first."""
    assert p.cell is not None
    if world.paths.below(2):
        p.theory = {Theory.NONE: Theory.ELEMENTARY, Theory.ELEMENTARY: Theory.INTERMEDIATE}.get(
            Theory(p.theory), Theory.ADVANCED
        )
    else:
        p.professional = NEXT.get(Professional(p.professional), Professional.DOCTOR)
    act = Studied(
        about=p.id, effective_on=day, organisation=p.cell.id, general=p.general, professional=p.professional,
        theory=p.theory, signed_on=workday_before(day, 7),
    )  # fmt: skip
    if wrong is not None and wrong.cell is not None and world.paths.one_in(40):
        mistaken = Studied(**{**vars(act), "about": wrong.id, "organisation": wrong.cell.id})
        world.put(day, mistaken)
        found = day + timedelta(days=world.paths.between(30, 90))
        world.plan(found, "withdraw", (Withdraw(mistaken, "wrong_person"), act))
    else:
        world.put(day, act, weeks_late=world.paths.between(3, 20) if world.paths.one_in(12) else 0)


def leave_youth_union(world: World, p: Person, day: date) -> None:
    if p.cell is None or not p.youth:
        return
    p.youth = False
    world.put(day, YouthUnionSet(about=p.id, effective_on=day, organisation=p.cell.id, member=False))


def go_for_a_while(world: World, p: Person, day: date) -> None:
    """Sinh hoạt tạm thời elsewhere; half of them are guests in another cell of the book."""
    assert p.cell is not None
    back = day + timedelta(days=world.paths.between(92, 330))
    p.busy, p.last = back + DAY, day
    acts = [
        TemporarilySent(
            about=p.id, effective_on=day, organisation=p.cell.id, until=back, signed_on=workday_before(day, 2)
        )
    ]
    host = world.paths.pick(world.villages) if world.paths.below(2) else None
    if host is not None and not host.ended and host not in world.merging:
        world.put(
            day, *acts, Hosted(about=p.id, effective_on=day, organisation=host.id, cell=host.id, until=back)
        )
        world.plan(back, "returned", (p, host))
    else:
        world.put(day, *acts)
        world.plan(back, "returned", (p, None))


def come_back(world: World, p: Person, host: object, day: date) -> None:
    if p.cell is None:
        return
    p.last = day
    acts = [TemporarilyReturned(about=p.id, effective_on=day, organisation=p.cell.id)]
    if host is not None:
        ended = HostingEnded(about=p.id, effective_on=day, organisation=host.id)  # type: ignore[attr-defined]
        world.put(day, *acts, ended)
    else:
        world.put(day, *acts)


def plan_remarks(world: World, year: int, share: int) -> None:
    """In December the villages send their remarks; so many of a hundred workplaces enter them."""
    for number, cell in enumerate(world.workplaces):
        if number % 100 < share:
            world.plan(date(year, 12, 3 + number % 20), "remarks", cell)


def remarks(world: World, cell: Organisation, day: date) -> None:
    """One workplace enters the remarks on its members together."""
    acts = [
        RemarkReceived(about=p.id, effective_on=day, organisation=cell.id, year=str(day.year))
        for p in cell.members
        if p.residence is not None
    ]
    if acts:
        world.put(day, *acts)
