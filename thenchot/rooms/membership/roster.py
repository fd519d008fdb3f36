"""Members of a subtree as the clocks of the law need them, from its roll: small cells, probation, badges."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from thenchot.ledger.days import months_after, parse_day
from thenchot.ledger.reading import among, rows

from ..due import Subtree, on
from .rolls import Roll, roll

HELD = f"SELECT subject, value FROM ledger_period h WHERE track = %s AND key = '' AND {on('h')} AND subject"
SINCE = f"""
SELECT subject, value FROM ledger_period p
WHERE track = 'party_since' AND value > %s AND value <= %s AND {on("p")}
"""
BADGES = f"""
SELECT subject FROM ledger_period b WHERE track = 'badge' AND key = %s AND {on("b")} AND subject
"""


class Member(NamedTuple):
    person: int
    cell: int
    day: date  # of joining, or from which Party age counts


class Roster:
    """Who is where at the end of the day of a subtree."""

    def __init__(self, within: Subtree) -> None:
        self.within, self.day = within, within.as_of

    @cached_property
    def roll(self) -> Roll:
        """The roll of the subtree; remembered until the book grows."""
        return roll(self.within.organisation, as_of=self.day)

    @cached_property
    def on_probation(self) -> list[Member]:
        """Probationary members with the day of their ceremony."""
        return self._members(self.held("joined", self.roll.probationary).items())

    def without_badge(self, years: int, since: date, until: date) -> list[Member]:
        """Full members whose Party age began after `since` and by `until`, without the badge of `years`."""
        if self.within.wide:
            values: list[Any] = [since.isoformat(), until.isoformat(), self.day, self.day]
            found = dict(rows(SINCE, values))
        else:
            first, last = since.isoformat(), until.isoformat()
            found = {p: day for p, day in self._party_since.items() if first < day <= last}
        full = {
            p: day for p, day in found.items() if p in self.roll.cells and p not in self.roll.probationary
        }
        these, values = among(list(full) or [0])
        given = {person for (person,) in rows(f"{BADGES} {these}", [str(years), self.day, self.day, *values])}
        return self._members((person, day) for person, day in full.items() if person not in given)

    @cached_property
    def _party_since(self) -> dict[int, str]:
        return self.held("party_since", self.roll.cells)

    def few(self, limit: int) -> dict[int, tuple[int, int]]:
        """Cells with fewer than `limit` official members: how many, and how many members in all."""
        cells = self.roll.cells
        members = Counter(cells.values())
        probationary = Counter(cells[person] for person in self.roll.probationary)
        counted = {cell: (members[cell] - probationary[cell], members[cell]) for cell in self.within.cells}
        return {cell: numbers for cell, numbers in counted.items() if numbers[0] < limit}

    def held(self, track: str, persons: Iterable[int]) -> dict[int, str]:
        """What persons hold on a track of one key."""
        these, values = among(list(persons) or [0])
        return dict(rows(f"{HELD} {these}", [track, self.day, self.day, *values]))

    def _members(self, found: Iterable[tuple[int, str]]) -> list[Member]:
        return [Member(person, self.roll.cells[person], parse_day(day)) for person, day in found]


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier."""
    return months_after(day, -12 * years)
