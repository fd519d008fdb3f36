"""The roll of an organisation on a day: who is on it, in which cell, how. Ids only, no names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thenchot.ledger.reading import ON_DAY, WHO_WHERE, among, rows

from ..organisations.reading import within

# With so many organisations a whole track is read from the index; with fewer, their members only.
MANY = 1000


class Listed(StrEnum):
    """How somebody stands on a roll. The last two are on it without being counted among the members."""

    FULL = "full"
    PROBATIONARY = "probationary"
    EXEMPT = "exempt"
    AWAY = "away"
    ON_THE_WAY = "on_the_way"
    GUEST = "guest"


@dataclass(frozen=True)
class Roll:
    """Members with their cell, who of them is what; persons on the way and guests with their place."""

    cells: Mapping[int, int]
    probationary: frozenset[int]
    exempt: frozenset[int]
    away: frozenset[int]
    on_the_way: Mapping[int, int]
    guests: Mapping[int, int]

    def of(self, listed: Listed | None = None) -> Collection[int]:
        """The persons listed so; all members where nothing is said."""
        if listed is Listed.FULL:
            return self.cells.keys() - self.probationary
        found: Mapping[Listed | None, Collection[int]] = {
            None: self.cells.keys(),
            Listed.PROBATIONARY: self.probationary,
            Listed.EXEMPT: self.exempt,
            Listed.AWAY: self.away,
            Listed.ON_THE_WAY: self.on_the_way.keys(),
            Listed.GUEST: self.guests.keys(),
        }
        return found[listed]

    def count(self, listed: Listed | None = None) -> int:
        """How many are listed so."""
        if listed is Listed.FULL:
            return len(self.cells) - len(self.probationary)
        return len(self.of(listed))

    def place(self, person: int) -> int | None:
        """The cell somebody is on this roll for; of one on the way, where to."""
        return self.cells.get(person) or self.on_the_way.get(person) or self.guests.get(person)

    def listed(self, person: int) -> list[Listed]:
        """Everything that is to be said of somebody on this roll."""
        said = [Listed.PROBATIONARY if person in self.probationary else Listed.FULL]
        if person not in self.cells:
            said = []
        return said + [one for one in EXTRA if person in self.of(one)]


EXTRA = (Listed.EXEMPT, Listed.AWAY, Listed.ON_THE_WAY, Listed.GUEST)

# Ids as numbers: sixty thousand of them are read quicker than as text.
CELLS = f"""
SELECT subject, CAST(value AS BIGINT) FROM ledger_period WHERE {WHO_WHERE} AND track = 'cell' AND {ON_DAY}
"""
STATES = f"""
SELECT subject, track, value FROM ledger_period
WHERE {WHO_WHERE} AND track = 'standing' AND value = 'probationary' AND {ON_DAY}
UNION ALL
SELECT subject, track, value FROM ledger_period
WHERE {WHO_WHERE} AND track IN ('exempt', 'temporary', 'guest') AND {ON_DAY}
"""
HERE = f"""
WITH here AS (
  SELECT subject, track, value FROM ledger_period
  WHERE {WHO_WHERE} AND track IN ('cell', 'guest') AND value {{places}} AND {ON_DAY}
)
SELECT subject, track, value FROM here
UNION ALL
SELECT p.subject, p.track, p.value FROM here CROSS JOIN ledger_period p
WHERE p.subject = here.subject AND p.track IN ('standing', 'exempt', 'temporary') AND p.key = ''
  AND p.value <> 'full' AND p.since <= %s AND (p.until IS NULL OR p.until > %s)
"""
# Where somebody on the way was until then: the place that sent has him on its roll as the one awaited has.
ON_THE_WAY = f"""
SELECT t.subject, t.value, c.value FROM (
  SELECT subject, value, since FROM ledger_period WHERE {WHO_WHERE} AND track = 'transit' AND {ON_DAY}
) AS t
LEFT JOIN ledger_period c
  ON c.subject = t.subject AND c.track = 'cell' AND c.key = '' AND c.until = t.since
"""


def roll(organisation: int, *, as_of: date) -> Roll:
    """Who is on the roll of an organisation and all under it at the end of a day; nobody where it is not."""
    return roll_within(within(organisation, as_of=as_of), as_of=as_of)


def roll_within(places: Collection[int], *, as_of: date) -> Roll:
    """The roll of these organisations together."""
    tracks = _tracks(places, as_of)
    members, way = tracks["cell"], rows(ON_THE_WAY, [as_of, as_of])
    texts = {str(one) for one in places} if way else set()
    return Roll(
        cells=members,
        probationary=frozenset(members.keys() & tracks["probationary"].keys()),
        exempt=frozenset(members.keys() & tracks["exempt"].keys()),
        away=frozenset(members.keys() & tracks["temporary"].keys()),
        on_the_way={one: int(to) for one, to, sender in way if to in texts or sender in texts},
        guests=tracks["guest"],
    )


def _tracks(places: Collection[int], as_of: date) -> defaultdict[str, dict[int, int]]:
    """What persons hold, by track; the states of a wide subtree are those of everybody."""
    found: defaultdict[str, dict[int, int]] = defaultdict(dict)
    if len(places) > MANY:
        found["cell"] = {one: cell for one, cell in rows(CELLS, [as_of, as_of]) if cell in places}
        states = rows(STATES, [as_of] * 4)
    elif places:
        condition, values = among([str(one) for one in sorted(places)])
        states = rows(HERE.format(places=condition), [*values, *[as_of] * 4])
    else:
        states = []
    for person, track, value in states:
        if track == "standing":
            found[value][person] = 0
        elif track not in ("cell", "guest"):
            found[track][person] = 0
        elif int(value) in places:
            found[track][person] = int(value)
    return found
