"""How persons come: admitted, recognised after twelve months, from elsewhere; cards and residence links."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from thenchot.ledger.days import months_after
from thenchot.rooms.membership.events import (
    Admitted,
    CardIssue,
    CardIssued,
    Elsewhere,
    Recognised,
    ResidenceIntroduced,
    Standing,
    TransferredIn,
)
from thenchot.rooms.people.events import Occupation, Professional, Theory

from .people import WORK, new_person, partial, registered, set_badge
from .profiles import deck
from .steps import Correct, PersonRecord, Withdraw
from .workdays import DAY, workday_after, workday_before
from .world import Organisation, Person, World, issuer

LINKS_SINCE = date(2020, 3, 1)  # residence links under regulation 213-QĐ/TW of 2/1/2020
CARDS_SINCE = date(2021, 6, 1)


def admit(world: World, day: date, entered: date | None = None) -> tuple[Person, Admitted]:
    """One is admitted on the day; `entered` when the paper came in much later."""
    general, professional = _profile(world, 2020 <= day.year <= 2022 and entered is None)
    cell = _cell_for(world, professional)
    dice = world.dice
    age = dice.between(19, 34) if dice.below(100) < 82 else dice.between(35, 54)
    born = date(day.year - age, dice.between(1, 12), dice.between(1, 28))
    p = new_person(world, cell, born, dice.below(100) < 44)
    p.general, p.professional, p.theory = general, professional, Theory.NONE
    p.occupation = WORK.get(cell.what, Occupation.FARMER)
    p.youth = age < 30
    decided = workday_before(day, dice.between(5, 22))
    p.joined, p.party_since, p.last, p.busy = day, decided, day, months_after(day, 17)
    above, sign = issuer(cell)
    act = Admitted(
        about=p.id, effective_on=day, organisation=cell.id, cell=cell.id, decided_on=decided,
        signed_on=decided,
        paper=world.paper(above, f"QĐ/{sign}", decided),
        resolved_on=workday_before(decided, dice.between(20, 50)),
    )  # fmt: skip
    _enter(world, p, act, entered or day)
    world.plan(months_after(day, 12), "recognised", p)
    _link_later(world, p, day)
    return p, act


def _profile(world: World, printed: bool) -> tuple[str, str]:
    """A card of the deck in the printed years, each once; else any card of a deck alike."""
    if not world.deck:
        world.deck = list(deck(world.dice))
        world.cards = list(world.deck)
    return world.cards.pop() if printed else world.dice.pick(world.deck)


def _cell_for(world: World, professional: str) -> Organisation:
    degree = professional in (Professional.UNIVERSITY, Professional.MASTER)
    working = world.paths.below(100) < (58 if degree else 0 if professional == Professional.NONE else 30)
    while True:
        cell = world.paths.pick(world.workplaces if working else world.villages)
        if not cell.rooted and not cell.ended and cell not in world.merging:
            return cell


def _enter(world: World, p: Person, act: Admitted, day: date) -> None:
    """With a typing error now and then, corrected within the year."""
    entry = registered(p, act.effective_on)
    later = day + timedelta(days=world.paths.between(40, 330))
    if world.paths.one_in(150):
        wrong = replace(entry, birth=partial(f"{p.born.year}-{p.born.month % 12 + 1:02d}"))
        world.put(day, wrong, act)
        world.plan(later, "correct", Correct(entry, wrong, "typed_wrong"))
    elif world.paths.one_in(200):
        mistyped = replace(act, decided_on=workday_before(act.effective_on, 40))
        world.put(day, entry, mistyped)
        world.plan(later, "correct", Correct(act, mistyped, "typed_wrong"))
    else:
        world.put(day, entry, act)


def admit_twice(world: World, day: date, found: date) -> None:
    """One admission is entered a second time as another person, and withdrawn when that is found.

    The second sheet came without the personal number, else the sealed store would have refused it.
    """
    twin, act = admit(world, day)
    first = registered(twin, day)
    twin.busy = date.max
    general, professional = _profile(world, True)  # the second entry took a card of the deck too
    record = world.records[-1]
    again = replace(first, about=world.mint.subject(), general=general, professional=professional)
    double = replace(act, about=again.about)
    world.records.append(PersonRecord(again.about, record.name, "", record.phone, record.born))
    world.put(day, again, double)
    withdrawn = (Withdraw(double, "entered_twice"), Withdraw(again, "entered_twice"))
    world.plan(found, "withdraw", withdrawn)


def _link_later(world: World, p: Person, day: date) -> None:
    if p.cell and p.cell.what != "village" and day >= LINKS_SINCE:
        world.plan(day + timedelta(days=world.paths.between(10, 60)), "link", p)


def recognise(world: World, p: Person, day: date) -> None:
    """Counts from the end of the twelve months; the paper is signed weeks later, of a few months later."""
    if p.cell is None:
        return
    p.official = day
    wait = world.paths.between(100, 190) if world.paths.one_in(40) else world.paths.between(12, 45)
    signed = workday_after(day + timedelta(days=wait))
    p.busy = max(p.busy, signed + 10 * DAY)
    p.last = max(p.last, day)
    above, sign = issuer(p.cell)
    set_badge(p, day)
    world.put(
        signed,
        Recognised(
            about=p.id, effective_on=day, organisation=p.cell.id, signed_on=signed,
            resolved_on=workday_before(signed, 8), paper=world.paper(above, f"QĐ/{sign}", signed),
        ),
    )  # fmt: skip
    if day >= CARDS_SINCE:
        world.plan(signed + timedelta(days=world.paths.between(30, 100)), "card", p)


def card(world: World, p: Person, day: date) -> None:
    if p.cell is None:
        return
    above, sign = issuer(p.cell)
    world.put(
        day,
        CardIssued(
            about=p.id, effective_on=day, organisation=p.cell.id, how=CardIssue.FIRST,
            signed_on=workday_before(day), paper=world.paper(above, f"QĐ/{sign}", day),
        ),
    )  # fmt: skip


def arrive(world: World, day: date) -> None:
    """One comes from outside the book."""
    dice = world.dice
    cell = _cell_for(world, Professional.COLLEGE)
    age = dice.between(26, 58)
    born = date(day.year - age, dice.between(1, 12), dice.between(1, 28))
    p = new_person(world, cell, born, dice.below(100) < 35)
    joined = date(day.year - dice.between(2, age - 21), dice.between(1, 12), dice.between(1, 28))
    p.joined, p.party_since, p.official = joined, joined - 9 * DAY, months_after(joined, 12)
    p.professional, p.theory = dice.pick((Professional.COLLEGE, Professional.UNIVERSITY)), Theory.ELEMENTARY
    p.occupation, p.last, p.busy = WORK.get(cell.what, Occupation.OTHER), day, day + 90 * DAY
    set_badge(p, day)
    act = TransferredIn(
        about=p.id, effective_on=day, organisation=cell.id, cell=cell.id, standing=Standing.FULL,
        joined_on=joined, official_on=p.official, party_since=p.party_since,
        source=dice.pick(tuple(Elsewhere)[:3]),
        signed_on=workday_before(day, 4), paper=None,
    )  # fmt: skip
    world.put(day, registered(p, day), act)
    _link_later(world, p, day)


def home_of(world: World, p: Person) -> Organisation:
    """The village cell where somebody lives: one of the same old district, always the same."""
    if p.home is None:
        district = p.cell.district if p.cell else "070"
        p.home = world.paths.pick(world.destinations[district])
    return p.home


def link(world: World, p: Person, day: date) -> None:
    """Giới thiệu giữ mối liên hệ nơi cư trú of one who works."""
    if p.cell is None or p.cell.what == "village" or p.residence is not None:
        return
    p.residence = home_of(world, p)
    world.put(
        day,
        ResidenceIntroduced(
            about=p.id, effective_on=day, organisation=p.cell.id, cell=p.residence.id,
            signed_on=workday_before(day),
        ),
    )  # fmt: skip
