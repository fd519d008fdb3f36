"""Members of a subtree as the clocks need them: few cells member by member, a province track by track."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from thenchot.ledger.days import months_after, parse_day
from thenchot.ledger.reading import among, rows

from ..due import Subtree, on, texts
from .events import Standing

MEMBERS = f"""
SELECT c.subject, c.value, s.value, p.value
FROM ledger_period c CROSS JOIN ledger_period s CROSS JOIN ledger_period p
WHERE c.track = 'cell' AND c.value {{cells}} AND {on("c")}
  AND s.subject = c.subject AND s.track = 'standing' AND s.key = '' AND {on("s")}
  AND p.subject = c.subject AND p.track = 'party_since' AND p.key = '' AND {on("p")}
"""
ON_PROBATION = f"""
SELECT s.subject, c.value, j.value
FROM ledger_period s CROSS JOIN ledger_period c CROSS JOIN ledger_period j
WHERE s.track = 'standing' AND s.value = 'probationary' AND {on("s")}
  AND c.subject = s.subject AND c.track = 'cell' AND c.key = '' AND {on("c")}
  AND j.subject = s.subject AND j.track = 'joined' AND j.key = '' AND {on("j")}
"""
BADGELESS = f"""
SELECT p.subject, c.value, p.value
FROM ledger_period p CROSS JOIN ledger_period c CROSS JOIN ledger_period s
WHERE p.track = 'party_since' AND p.value > %s AND p.value <= %s AND {on("p")}
  AND NOT EXISTS (SELECT 1 FROM ledger_period b
    WHERE b.subject = p.subject AND b.track = 'badge' AND b.key = %s AND {on("b")})
  AND c.subject = p.subject AND c.track = 'cell' AND c.key = '' AND {on("c")}
  AND s.subject = p.subject AND s.track = 'standing' AND s.key = '' AND s.value = 'full' AND {on("s")}
"""
# Counting stops at the limit: what matters is which cells stay below it.
FEW = f"""
SELECT cell, n FROM (
  SELECT k.column1 AS cell, (SELECT count(*) FROM (
    SELECT 1 FROM ledger_period c WHERE c.track = 'cell' AND c.value = k.column1 AND {on("c")} LIMIT %s
  ) AS some) AS n
  FROM (VALUES {{cells}}) AS k
) AS counted WHERE n < %s
"""
JOINED = (
    f"SELECT subject, value FROM ledger_period j WHERE track = 'joined' AND subject {{these}} AND {on('j')}"
)
BADGES = f"SELECT subject, key FROM ledger_period b WHERE track = 'badge' AND subject {{these}} AND {on('b')}"


class Member(NamedTuple):
    person: int
    cell: int
    day: date  # of joining, or from which Party age counts


class Roster:
    """Who is where at the end of the day of a subtree."""

    def __init__(self, within: Subtree) -> None:
        self.within, self.day = within, within.as_of

    @cached_property
    def _members(self) -> list[tuple[int, int, str, date]]:
        cells, values = among(self.within.cells)
        found = rows(MEMBERS.format(cells=cells), [*texts(values), *[self.day] * 6]) if values else []
        return [(p, int(cell), standing, parse_day(since)) for p, cell, standing, since in found]

    @cached_property
    def on_probation(self) -> list[Member]:
        """Probationary members with the day of their ceremony."""
        if self.within.wide:
            return self._here(rows(ON_PROBATION, [self.day] * 6))
        found = {m[0]: m[1] for m in self._members if m[2] == Standing.PROBATIONARY}
        these, values = among(list(found) or [0])
        joined = rows(JOINED.format(these=these), [*values, self.day, self.day])
        return [Member(person, found[person], parse_day(day)) for person, day in joined]

    def without_badge(self, years: int, since: date, until: date) -> list[Member]:
        """Full members whose Party age began after `since` and by `until`, without the badge of `years`."""
        if self.within.wide:
            values: list[Any] = [since.isoformat(), until.isoformat(), self.day, self.day, str(years)]
            return self._here(rows(BADGELESS, [*values, *[self.day] * 6]))
        full = [m for m in self._members if m[2] == Standing.FULL and since < m[3] <= until]
        given = self._given
        return [Member(p, cell, day) for p, cell, _, day in full if (p, str(years)) not in given]

    @cached_property
    def _given(self) -> set[tuple[int, str]]:
        these, values = among([m[0] for m in self._members])
        return set(rows(BADGES.format(these=these), [*values, self.day, self.day]))

    def few(self, limit: int) -> dict[int, tuple[int, int]]:
        """Cells with fewer than `limit` official members: how many, and how many members in all."""
        probationary = Counter(member.cell for member in self.on_probation)
        without = [cell for cell in self.within.cells if cell not in probationary]
        most = limit + max(probationary.values(), default=0)
        total = {**self._few(without, limit), **self._few(list(probationary), most)}
        counted = {cell: (number - probationary[cell], number) for cell, number in total.items()}
        return {cell: numbers for cell, numbers in counted.items() if numbers[0] < limit}

    def _few(self, cells: Sequence[int], limit: int) -> Mapping[int, int]:
        if not self.within.wide:
            numbers = Counter(member[1] for member in self._members)
            return {cell: numbers[cell] for cell in cells}
        if not cells:
            return {}
        marks = ",".join(["(%s)"] * len(cells))
        values = [self.day, self.day, limit, *map(str, cells), limit]
        return {int(cell): number for cell, number in rows(FEW.format(cells=marks), values)}

    def _here(self, found: Sequence[tuple[int, str, str]]) -> list[Member]:
        return [Member(p, int(cell), parse_day(day)) for p, cell, day in found if int(cell) in self.within]


def years_before(day: date, years: int) -> date:
    """The same day so many years earlier."""
    return months_after(day, -12 * years)
