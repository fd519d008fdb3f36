"""Persons: who they are when the book opens or when they come, and what the sealed file keeps of them."""

from __future__ import annotations

from datetime import date
from functools import cache

from thenchot.ledger.days import PartialDay, iso, months_after
from thenchot.ledger.kinds import Act
from thenchot.rooms.membership.events import CarriedOver, Standing
from thenchot.rooms.people.events import General, Occupation, Professional, Registered, Sex, Theory

from .canaries import CANARIES
from .names import ONE_NAME, PEOPLE, person_name
from .steps import PersonRecord
from .workdays import BEGINS, workday_before
from .world import LONG_AGO, Organisation, Person, World

partial = cache(PartialDay.of)
CANARY_EVERY = 1400
ALIKE, MONG = 18, "08"  # in the rooted cell of so many, five are Mông men of one name
NUMBERS, PHONES = 900_000_000, 900_000  # those that begin with 9 are left to the canaries
WORK = {
    "school": Occupation.PUBLIC_EMPLOYEE, "health": Occupation.PUBLIC_EMPLOYEE, "office": Occupation.OFFICIAL,
    "police": Occupation.ARMED_FORCES, "military": Occupation.ARMED_FORCES, "agency": Occupation.OFFICIAL,
    "high_school": Occupation.PUBLIC_EMPLOYEE, "hospital": Occupation.PUBLIC_EMPLOYEE,
    "enterprise": Occupation.WORKER, "province_agency": Occupation.OFFICIAL,
}  # fmt: skip
# How many of a hundred members of a village cell joined in the years from … to … (the book opens in 2015).
JOINED = ((5, 1960, 1969), (11, 1970, 1979), (18, 1980, 1989), (22, 1990, 1999), (44, 2000, 2014))
YEARS = tuple((low, high) for share, low, high in JOINED for _ in range(share))
SCHOOLING = (
    (General.PRIMARY, Professional.NONE), (General.LOWER_SECONDARY, Professional.NONE),
    (General.LOWER_SECONDARY, Professional.NONE), (General.UPPER_SECONDARY, Professional.NONE),
    (General.UPPER_SECONDARY, Professional.NONE), (General.UPPER_SECONDARY, Professional.VOCATIONAL),
    (General.UPPER_SECONDARY, Professional.SECONDARY), (General.UPPER_SECONDARY, Professional.COLLEGE),
    (General.UPPER_SECONDARY, Professional.UNIVERSITY),
)  # fmt: skip
DEGREES = (Professional.SECONDARY, Professional.COLLEGE, Professional.UNIVERSITY, Professional.UNIVERSITY,
           Professional.UNIVERSITY, Professional.MASTER)  # fmt: skip


def new_person(world: World, cell: Organisation, born: date, female: bool, alike: bool = False) -> Person:
    """Somebody of the cell, with a record for the sealed file; everything else is set by the caller."""
    p = Person()
    p.id, p.born, p.female, p.cell = world.mint.subject(), born, female, cell
    p.ethnicity = world.names.pick(PEOPLE[cell.district])
    p.general, p.professional, p.theory = General.UPPER_SECONDARY, Professional.NONE, Theory.NONE
    p.occupation, p.youth, p.exempt, p.rooted, p.away = Occupation.FARMER, False, False, cell.rooted, False
    p.busy = p.last = LONG_AGO
    p.seats, p.residence, p.home, p.badge, p.badge_due = [], None, None, 0, None
    p.official = None
    (world.neighbours if cell.hg else world.people).append(p)
    cell.members.append(p)
    world.count += 1
    if alike:
        p.ethnicity, p.female = MONG, False
    name = ONE_NAME if alike else person_name(world.names, p.ethnicity, female)
    world.records.append(_record(p, name, world.count))
    return p


def _record(p: Person, name: str, count: int) -> PersonRecord:
    """Every so many persons a canary stands in the sealed file."""
    place, rest = divmod(count, CANARY_EVERY)
    if rest == CANARY_EVERY // 2 and place < len(CANARIES):
        canary = CANARIES[place]
        return PersonRecord(p.id, canary.name, canary.number, canary.phone, p.born)
    return PersonRecord(p.id, name, *synthetic(count), p.born)


def synthetic(count: int) -> tuple[str, str]:
    """A number and a phone that no real person has; every count gives others."""
    number, phone = count * 613_651_349 % NUMBERS, count * 413_717 % PHONES
    return f"099{number:09d}", f"0000{phone:06d}"


def registered(p: Person, day: date) -> Registered:
    """What is counted of the person, as it is on the day."""
    return Registered(
        about=p.id, effective_on=day, organisation=p.cell.id if p.cell else None,
        birth=partial(f"{p.born.year}-{p.born.month:02d}"), sex=Sex.FEMALE if p.female else Sex.MALE,
        ethnicity=p.ethnicity, general=p.general, professional=p.professional, theory=p.theory,
        occupation=p.occupation, youth_union=p.youth, business_owner=False,
    )  # fmt: skip


def set_badge(p: Person, on: date) -> None:
    """The next badge: 30, 40, 45, 50 … years of Party age, counted past the day."""
    years = 30
    while months_after(p.party_since, years * 12) <= on:
        years += 10 if years == 30 else 5
    p.badge, p.badge_due = years, months_after(p.party_since, years * 12)


def carried_person(world: World, cell: Organisation, exempt_before: int) -> tuple[Person, list[Act]]:
    """A member when the book opens."""
    dice = world.dice
    working = cell.what != "village"
    low, high = (1988, 2014) if working else dice.pick(YEARS)
    joined = date(dice.between(low, high), dice.between(1, 12), dice.between(1, 28))
    joined = min(joined, date(2014, 12, 20))
    age = dice.between(20, 27) if working or dice.below(3) else dice.between(24, 40)
    female = dice.below(100) < (46 if working else 30)
    born = date(max(joined.year - age, 1957 + 4 * female) if working else joined.year - age,
                dice.between(1, 12), dice.between(1, 28))  # fmt: skip
    alike = world.sizes.get(cell.id) == ALIKE and len(cell.members) < 5
    p = new_person(world, cell, born, female, alike)
    p.joined, p.party_since = joined, workday_before(max(joined, date(2013, 2, 1)), 10)
    if joined.year < 2013:
        p.party_since = date(joined.year, joined.month, 1 + joined.day // 2)
    old = 2015 - born.year
    _schooling(world, p, working, old)
    p.exempt = (
        not working
        and not cell.rooted
        and not cell.hg
        and born.year <= exempt_before
        and dice.below(100) < 90
    )
    if p.exempt:
        world.exempt += 1
    return p, [registered(p, BEGINS), _carried(world, p, cell)]


def _schooling(world: World, p: Person, working: bool, old: int) -> None:
    dice = world.dice
    p.youth = old < 27
    if working:
        p.professional, p.occupation = dice.pick(DEGREES), WORK[p.cell.what] if p.cell else p.occupation
        p.theory = dice.pick((Theory.ELEMENTARY, Theory.ELEMENTARY, Theory.INTERMEDIATE, Theory.ADVANCED))
    else:
        p.general, p.professional = dice.pick(SCHOOLING)
        p.theory = dice.pick((Theory.NONE, Theory.ELEMENTARY, Theory.ELEMENTARY))
        p.occupation = Occupation.RETIRED if old > 58 and dice.below(2) else Occupation.FARMER


def _carried(world: World, p: Person, cell: Organisation) -> CarriedOver:
    joined: date = p.joined
    official: date | None = months_after(joined, 12)
    since = p.party_since
    known = world.dice.below(100) if joined.year < 1995 else 99
    if known < 14:  # only the month, or only the year, is left in the old papers
        joined = partial(iso(joined)[: 7 if known < 10 else 4])
        official = partial(f"{joined.year + 1}-{joined.month:02d}"[: 7 if known < 10 else 4])
        since = joined
        p.party_since = since
    standing = Standing.FULL
    if official and official > BEGINS:
        official, standing = None, Standing.PROBATIONARY
        world.plan(months_after(joined, 12), "recognised", p)
        p.busy = months_after(joined, 16)
    p.official = official
    set_badge(p, BEGINS)
    return CarriedOver(
        about=p.id, effective_on=BEGINS, organisation=cell.id, cell=cell.id, standing=standing,
        joined_on=joined, official_on=official, party_since=since, exempt=True if p.exempt else None,
    )  # fmt: skip
