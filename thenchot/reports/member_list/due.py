"""Who comes to the end of probation, who to a badge of the next days of award. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from thenchot.ledger.days import months_after

from .days import exact
from .findings import Finding, Given, Group, Member, Weight
from .values import BADGES, PROBATION, WAVES, Law

AHEAD = 90  # days: when the last thing that takes time, the class for new members, can still be gone to
NEXT = 4  # days of award looked ahead
MONTHS_OF_A_YEAR = 12


def probation(members: Sequence[Member], law: Law, today: date) -> Iterator[Finding]:
    """Probationary members on the roll whose months are over, and those whose end comes near.

    The day counts from the day of joining, as the file has no other; the law of that day, or today's where
    it is silent about that day.
    """
    for member in members:
        if not (member.standing and member.probationary and member.joined_on):
            continue
        joined = member.joined_on
        months = law.whole(PROBATION, joined) or law.whole(PROBATION, today)
        if months is None:
            continue
        ends = months_after(joined, months)
        left = (ends - today).days
        if left < 0:
            yield _probation(member, Group.OVERDUE, "overdue", Weight.WRONG, ends, -left, months)
        elif left <= AHEAD:
            yield _probation(member, Group.ENDING, "ending", Weight.DUE, ends, left, months)


def _probation(
    member: Member, group: Group, code: str, weight: Weight, ends: date, days: int, months: int
) -> Finding:
    given: Given = {"joined": member.joined_on or ends, "ends": ends, "days": days, "months": months}
    return Finding(group, code, weight, (member.at,), column="joined_on", given=given)


def waves(law: Law, today: date, count: int = NEXT) -> list[date]:
    """The next days of award on or after today, and before them the one that was last."""
    listed = law.listed(WAVES, today)
    days = sorted(_day(year, str(one)) for year in range(today.year - 1, today.year + 3) for one in listed)
    coming = [day for day in days if day >= today][:count]
    return days[len([day for day in days if day < today]) - 1 :][: len(coming) + 1] if coming else []


def _day(year: int, text: str) -> date:
    month, _, day = text.partition("-")
    return date(year, int(month), int(day))


def badges(members: Sequence[Member], law: Law, today: date) -> Iterator[Finding]:
    """Who reaches the years of a badge after one day of award and by the next, for each of the next ones.

    The file does not know badges already given, so nobody is listed for years reached earlier. Only members
    on the roll and official: others are not awarded.
    """
    days = waves(law, today)
    for before, wave in pairwise(days):
        years = [int(one) for one in law.listed(BADGES, wave)]
        for member in members:
            if member.standing and member.full and member.joined_on:
                yield from _badge(member, years, before, wave)


def _badge(member: Member, years: Sequence[int], before: date, wave: date) -> Iterator[Finding]:
    joined = member.joined_on
    assert joined is not None
    for one in years:
        if not before.year - 1 <= joined.year + one <= wave.year:
            continue
        full = months_after(joined, one * MONTHS_OF_A_YEAR)
        if before < full <= wave:
            code = "badge" if exact(joined) else "badge_unsure"
            given: Given = {"years": one, "full": full, "joined": joined, "wave": wave}
            yield Finding(
                Group.BADGE, code, Weight.DUE, (member.at,), column="joined_on", given=given, wave=wave
            )
