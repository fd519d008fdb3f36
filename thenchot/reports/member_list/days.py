"""Days that cannot be, ages that cannot be, and days of which only the year is known. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thenchot.ledger.days import PartialDay, full_years, months_after

from .columns import Status
from .findings import Finding, Given, Group, Member, Weight
from .values import EFFECTIVE, PROBATION, YOUNGEST, Law

FOUNDED = date(1930, 2, 3)  # the Party's own first day
OLDEST = 110  # years; older is possible and worth a look
# Only these are looked at for 01/01: a card or a departure may well fall on that day.
MARKED = ("born_on", "joined_on", "official_on")
PAST = ("born_on", "joined_on", "official_on", "card_issued_on", "left_on")
END_OF_PROBATION = "end_of_probation"
WRONG, LOOK = Weight.WRONG, Weight.LOOK


def exact(day: date | None) -> bool:
    """A whole day that is not 1 January: the export writes 01/01 where only the year is known."""
    return day is not None and not isinstance(day, PartialDay) and (day.month, day.day) != (1, 1)


def days_of(member: Member, law: Law, today: date) -> Iterator[Finding]:
    """What is wrong with, or to be said of, the days of one row; `place` is filled in by who asks."""

    def found(code: str, column: str, weight: Weight = WRONG, **given: str | int | date) -> Finding:
        return _found(member, Group.DAYS, code, column, weight, given)

    for name in PAST:
        day = getattr(member, name)
        if day is not None and day > today:
            yield found("in_future", name, day=day)
    yield from _joining(member, law, today)
    if member.official_on and member.joined_on and member.official_on < member.joined_on:
        yield found("official_before_joined", "official_on", joined=member.joined_on)
    else:
        yield from _probation(member, law)
    if member.left_on and member.joined_on and member.left_on < member.joined_on:
        yield found("left_before_joined", "left_on", joined=member.joined_on)
    if member.left_on and member.status is Status.ACTIVE:
        yield found("left_but_active", "left_on", LOOK)
    if member.card_issued_on and member.joined_on and member.card_issued_on < member.joined_on:
        yield found("card_before_joined", "card_issued_on", joined=member.joined_on)


def _joining(member: Member, law: Law, today: date) -> Iterator[Finding]:
    """Born, grown up, joined: in this order, and not longer ago than people live."""
    born, joined = member.born_on, member.joined_on
    if joined and joined < FOUNDED and not (isinstance(joined, PartialDay) and joined.year == FOUNDED.year):
        yield _found(member, Group.DAYS, "before_the_party", "joined_on", WRONG, {"day": joined})
    if born and member.standing and (age := full_years(born, today)) > OLDEST:
        yield _found(member, Group.DAYS, "too_old", "born_on", LOOK, {"age": age})
    if not (born and joined):
        return
    if joined < born:
        yield _found(member, Group.DAYS, "joined_before_born", "joined_on", WRONG, {"born": born})
        return
    age = full_years(born, joined) if exact(born) and exact(joined) else joined.year - born.year
    in_force = law.whole(YOUNGEST, joined)
    least = in_force if in_force is not None else law.earliest(YOUNGEST)
    if least is not None and age < least:
        weight = WRONG if in_force is not None else LOOK
        yield _found(
            member, Group.DAYS, "joined_too_young", "joined_on", weight, {"age": age, "least": least}
        )


def _probation(member: Member, law: Law) -> Iterator[Finding]:
    """Official when the law's months are over: not before, and on that very day where the law says so."""
    joined, official = member.joined_on, member.official_on
    if joined is None or official is None or not (exact(joined) and exact(official)):
        return
    months = law.whole(PROBATION, joined)
    if months is None:
        return
    ends = months_after(joined, months)
    given: Given = {"ends": ends, "months": months}
    if official < ends:
        yield _found(member, Group.DAYS, "official_too_early", "official_on", WRONG, given)
    elif official > ends and law.code(EFFECTIVE, ends) == END_OF_PROBATION:
        yield _found(member, Group.DAYS, "official_not_at_end", "official_on", LOOK, given)


def marks_of(member: Member) -> Iterator[Finding]:
    """Days of which the file knows the year or the month only, or writes 01/01."""
    for name in MARKED:
        day: date | None = getattr(member, name)
        if day is None or exact(day):
            continue
        code = f"only_{day.precision}" if isinstance(day, PartialDay) else "first_of_january"
        yield _found(member, Group.MARKED, code, name, Weight.MARKED, {"day": day})


def _found(member: Member, group: Group, code: str, column: str, weight: Weight, given: Given) -> Finding:
    return Finding(group, code, weight, (member.at,), column=column, given=given)
