"""Clocks of the law about members: what is due or overdue on a day. Nothing of it is stored, no job runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thenchot.law.values import Value
from thenchot.ledger.days import months_after, parse_day
from thenchot.ledger.reading import WHO_WHERE, rows
from thenchot.ledger.stories import Story

from ..due import Clocks, Due, Subtree, What, on
from .deadlines import next_wave
from .events import Standing
from .roster import Roster, years_before

# How many days before the end of probation the line changes (screens 1.6); a habit of offices, not law.
STEPS = (90, 60, 30, 15, 7)
AWAY_AHEAD = 30  # days before a letter for temporary activities runs out

TRANSIT = f"""
SELECT subject, value, since FROM ledger_period p
WHERE {WHO_WHERE} AND track = 'transit' AND value {{here}} AND {on("p")}
"""
REVIEWS = f"""
SELECT r.subject, r.key, r.value, r.since, e.organisation
FROM ledger_period r JOIN ledger_entry e ON e.seq = r.opened_by WHERE r.track = 'review' AND {on("r")}
"""
SECTOR = f"SELECT value FROM ledger_period s WHERE subject = %s AND track = 'sector' AND {on('s')}"


def of_members(within: Subtree, clocks: Clocks) -> Iterator[Due]:
    """Every line about the members and cells of a subtree."""
    roster = Roster(within)
    for member in roster.on_probation:
        if (found := probation(clocks, *member)) and found.facts["days"] <= STEPS[0]:
            yield found
    yield from badges(roster, clocks)
    yield from _letters(within, clocks)
    yield from _away(roster, clocks)
    yield from small_cells(roster, clocks)
    yield from _reviews(roster)


def of_person(story: Story, clocks: Clocks) -> list[Due]:
    """The clocks that run for one person, from the story known: probation, a letter, activities elsewhere."""
    day, found = clocks.as_of, list[Due | None]()
    cell = story.value("cell", on=day)
    joined, standing = story.value("joined", on=day), story.value("standing", on=day)
    if cell and joined and standing == Standing.PROBATIONARY:
        found.append(probation(clocks, story.subject, int(cell), parse_day(joined)))
    if (to := story.value("transit", on=day)) and (sent := story.since("transit", on=day)):
        found.append(letter(clocks, story.subject, int(to), sent))
    if cell and (until := story.value("temporary", on=day)):
        found.append(away(clocks, story.subject, int(cell), parse_day(until)))
    return [due for due in found if due is not None]


def probation(clocks: Clocks, person: int, cell: int, joined: date) -> Due | None:
    """The end of probation, to come or past, with the cell's last day to consider it."""
    months, _ = clocks.number("probation.months", joined)
    if months is None:
        return None
    ends = months_after(joined, months)
    left = (ends - clocks.as_of).days
    last, value = clocks.working_days("recognition.consider_within", ends)
    step = min((step for step in STEPS if step >= left), default=None) if left >= 0 else None
    return Due(
        kind=What.PROBATION, subject=person, organisation=cell, since=ends, due_on=last,
        overdue=clocks.passed(last), rule="recognition.consider_within", rests_on=value,
        facts={"ends": ends, "days": left, "step": step, "joined": joined},
    )  # fmt: skip


def letter(clocks: Clocks, person: int, to: int, sent: date) -> Due:
    """Somebody on the way, not received yet."""
    last, value = clocks.working_days("transfer.present_letter_within", sent)
    return Due(
        kind=What.LETTER, subject=person, organisation=to, since=sent, due_on=last,
        overdue=clocks.passed(last), rule="transfer.present_letter_within", rests_on=value,
        facts={"sent": sent},
    )  # fmt: skip


def away(clocks: Clocks, person: int, cell: int, until: date) -> Due:
    """The end of temporary activities elsewhere: the day on the letter."""
    return Due(
        kind=What.AWAY, subject=person, organisation=cell, since=until, due_on=until,
        overdue=clocks.passed(until), facts={"days": (until - clocks.as_of).days},
    )  # fmt: skip


def badges(roster: Roster, clocks: Clocks, wave: date | None = None) -> Iterator[Due]:
    """Who reaches the years of a badge by the next day of award, or by one of the year before it, without it.

    What was reached longer ago is not due by the clock: most books do not know the badges given before them.
    """
    wave = wave or next_wave(clocks.law, clocks.as_of)
    value = clocks.law.value("badge.years", wave) if wave else None
    if wave is None or value is None or not isinstance(value.value, tuple):
        return
    for years in map(int, value.value):
        until = years_before(wave, years)
        for person, cell, since in roster.without_badge(years, years_before(until, 1), until):
            full = months_after(since, years * 12)
            yield Due(
                kind=What.BADGE, subject=person, organisation=cell, since=full, due_on=wave,
                rule="badge.years", rests_on=value, facts={"years": years, "wave": wave, "full": full},
            )  # fmt: skip


def least_official(clocks: Clocks) -> tuple[int | None, Value | None]:
    """How many official members a cell has at least, by the Statutes of the day, and which value says so."""
    return clocks.number("organisation.smallest", clocks.as_of)


def too_few(full: int, least: int | None) -> bool:
    """Whether so many official members are fewer than the Statutes ask for; they may ask for nothing."""
    return least is not None and full < least


def small_cells(roster: Roster, clocks: Clocks) -> Iterator[Due]:
    """Cells with fewer official members than the Statutes ask for; small village cells, by a local value."""
    day, within = clocks.as_of, roster.within
    least, statutes = least_official(clocks)
    below, local = clocks.number("village_cell.officer_below", day, within.scopes)
    for cell, (full, members) in roster.few(max(least or 0, below or 0)).items():
        facts = {"full": full, "members": members}
        if too_few(full, least):
            yield Due(
                kind=What.SMALL_CELL, subject=cell, organisation=cell, since=day,
                rule="organisation.smallest", rests_on=statutes, facts={**facts, "least": least},
            )  # fmt: skip
        elif below is not None and members < below and rows(SECTOR, [cell, day, day]) == [("residential",)]:
            yield Due(
                kind=What.OFFICER, subject=cell, organisation=cell, since=day,
                rule="village_cell.officer_below", rests_on=local, facts={**facts, "below": below},
            )  # fmt: skip


def _letters(within: Subtree, clocks: Clocks) -> Iterator[Due]:
    here, values = within.ids
    for person, to, sent in rows(TRANSIT.format(here=here), [*values, clocks.as_of, clocks.as_of]):
        yield letter(clocks, person, int(to), sent)


def _away(roster: Roster, clocks: Clocks) -> Iterator[Due]:
    for person, until in roster.held("temporary", roster.roll.away).items():
        found = away(clocks, person, roster.roll.cells[person], parse_day(until))
        if found.facts["days"] <= AWAY_AHEAD:
            yield found


def _reviews(roster: Roster) -> Iterator[Due]:
    """Of a member where he is now, of one who left where the act was counted."""
    found = rows(REVIEWS, [roster.day] * 2)
    gone = [row[0] for row in found if row[4] in roster.within and row[0] not in roster.roll.cells]
    elsewhere = roster.held("cell", gone)
    for subject, key, grade, since, counted in found:
        place = subject if subject in roster.within else roster.roll.cells.get(subject)
        if place is None and subject not in elsewhere:
            place = counted
        if place in roster.within:
            rule, _, entry = key.partition("@")
            yield Due(
                kind=What.REVIEW, subject=subject, organisation=place, since=since,
                facts={"broken": rule, "entry": int(entry), "grade": grade},
            )  # fmt: skip
