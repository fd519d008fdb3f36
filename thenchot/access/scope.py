"""Scope: which organisations lie below which today, and which persons belong to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from thenchot.ledger.days import months_after
from thenchot.ledger.reading import AT_ONCE, ON_DAY, WHO_WHERE, among, rows
from thenchot.ledger.remembering import Remembered

# A person who left is seen by the old organisation for so long, to finish papers (security 4.3.2).
AFTER_LEAVING_MONTHS = 12
# Where a person is a member; where a person is seen without being one.
MEMBER_OF = ("cell", "transit")
GUEST_OF = ("guest", "residence")

# Every step up from an organisation, to a parent or an heir.
UP = f"""
WITH RECURSIVE up(subject) AS (
  SELECT CAST(%s AS BIGINT)
  UNION
  SELECT CAST(p.value AS BIGINT) FROM up CROSS JOIN ledger_period p
  WHERE p.subject = up.subject AND p.track IN ('parent', 'heir') AND p.key = '' AND {ON_DAY}
)
SELECT p.subject, p.track, p.value FROM up CROSS JOIN ledger_period p
WHERE p.subject = up.subject AND p.track IN ('parent', 'heir') AND p.key = '' AND {ON_DAY}
"""
# An organisation that ended hangs under its heir: the successor inherits what was recorded.
BELOW = f"""
WITH RECURSIVE inside(subject) AS (
  SELECT DISTINCT subject FROM ledger_period WHERE subject IN ({{roots}})
  UNION
  SELECT p.subject FROM ledger_period p JOIN inside ON p.value = CAST(inside.subject AS TEXT)
  WHERE track IN ('parent', 'heir') AND {ON_DAY}
)
"""
BELONG = (
    BELOW
    + f"""
SELECT DISTINCT p.subject FROM ledger_period p JOIN inside ON p.value = CAST(inside.subject AS TEXT)
WHERE p.{WHO_WHERE} AND p.track IN ('cell', 'transit', 'guest', 'residence') AND p.since <= %s
  AND (p.until IS NULL OR p.until > %s OR (p.track = 'cell' AND p.until > %s))
"""
)
# These organisations and everything above them; one that ended hangs under its heir.
ABOVE = f"""
WITH RECURSIVE above(below, subject) AS (
  SELECT DISTINCT subject, subject FROM ledger_period WHERE subject {{these}}
  UNION
  SELECT above.below, CAST(p.value AS BIGINT) FROM above CROSS JOIN ledger_period p
  WHERE p.subject = above.subject AND p.track IN ('parent', 'heir') AND p.key = '' AND {ON_DAY}
)
SELECT DISTINCT below FROM above WHERE subject {{scopes}}
"""

_persons = Remembered(16)


class Belonging(NamedTuple):
    """A person in an organisation: by which track, and the day before which it lasted, if it ended."""

    track: str
    organisation: int
    until: date | None


def line(organisation: int, on: date) -> tuple[int, ...]:
    """The organisation, or the heir of one that ended, and everything above it on a day, from below."""
    steps: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for subject, track, value in rows(UP, [organisation, *[on] * 4]):
        steps[subject][track] = value
    found: list[int] = []
    passed: set[int] = set()
    next_up: int | None = organisation
    while next_up is not None and next_up not in passed:
        passed.add(next_up)
        up = steps[next_up]
        if "parent" not in up and "heir" in up:
            next_up = int(up["heir"])  # it ended: its heir stands in its place
            continue
        found.append(next_up)
        next_up = int(up["parent"]) if "parent" in up else None
    return tuple(found)


def exists(organisation: int, on: date) -> bool:
    """Whether the organisation exists at the end of a day."""
    query = f"SELECT 1 FROM ledger_period WHERE subject = %s AND track = 'exists' AND {ON_DAY}"
    return bool(rows(query, [organisation, on, on]))


def is_top(organisation: int, on: date) -> bool:
    """Whether the organisation exists and nothing in this book stands above it."""
    return exists(organisation, on) and line(organisation, on) == (organisation,)


def persons_within(scopes: Sequence[int], on: date) -> frozenset[int]:
    """Everybody who belongs to one of these organisations today or left it within twelve months."""
    if not scopes:
        return frozenset()
    return _persons.get((tuple(scopes), on), lambda: _persons_within(scopes, on))


def _persons_within(scopes: Sequence[int], on: date) -> frozenset[int]:
    marks = ", ".join(["%s"] * len(scopes))
    since = months_after(on, -AFTER_LEAVING_MONTHS)
    found = rows(BELONG.format(roots=marks), [*scopes, on, on, on, on, since])
    return frozenset(row[0] for row in found)


def those_under(organisations: Iterable[int], scopes: Sequence[int], on: date) -> frozenset[int]:
    """Of a few organisations, those that stand in or under one of these scopes."""
    wanted = sorted(organisations)
    if not wanted or not scopes:
        return frozenset()
    these, values = among(wanted)
    of_scopes, roots = among(scopes)
    found = rows(ABOVE.format(these=these, scopes=of_scopes), [*values, on, on, *roots])
    return frozenset(row[0] for row in found)


def organisations_within(scopes: Sequence[int], on: date) -> frozenset[int]:
    """These organisations and everything below them, with those that ended into them."""
    if not scopes:
        return frozenset()
    marks = ", ".join(["%s"] * len(scopes))
    found = rows(f"{BELOW.format(roots=marks)} SELECT subject FROM inside", [*scopes, on, on])
    return frozenset(row[0] for row in found)


def belongings(persons: Iterable[int], on: date) -> dict[int, list[Belonging]]:
    """Where persons belong or have belonged up to a day, the latest last."""
    wanted = list(dict.fromkeys(persons))
    found: defaultdict[int, list[Belonging]] = defaultdict(list)
    for start in range(0, len(wanted), AT_ONCE):
        condition, values = among(wanted[start : start + AT_ONCE])
        query = (
            "SELECT subject, track, value, until FROM ledger_period"
            " WHERE track IN ('cell', 'transit', 'guest', 'residence') AND since <= %s"
            f" AND subject {condition} ORDER BY since, opened_by"
        )
        for person, track, value, until in rows(query, [on, *values]):
            ended = until if until is not None and until <= on else None
            found[person].append(Belonging(track, int(value), ended))
    return found


def persons_among(persons: Iterable[int], scopes: Sequence[int], on: date) -> frozenset[int]:
    """Of these persons, those of `persons_within`: for a page of a list, without reading a whole province."""
    places = {person: seen_from(held, on) for person, held in belongings(persons, on).items()}
    inside = those_under({one for seen in places.values() for one in seen}, scopes, on)
    return frozenset(person for person, seen in places.items() if not inside.isdisjoint(seen))


def seen_from(held: Iterable[Belonging], on: date) -> list[int]:
    """The organisations that may see a person: where he belongs, and the cells he left not long ago."""
    since = months_after(on, -AFTER_LEAVING_MONTHS)
    return [b.organisation for b in held if b.until is None or (b.track == "cell" and b.until > since)]


def recorded_under(persons: Iterable[int]) -> dict[int, int]:
    """The organisation under which persons who never belonged anywhere were last recorded."""
    wanted = list(dict.fromkeys(persons))
    found: dict[int, int] = {}
    for start in range(0, len(wanted), AT_ONCE):
        condition, values = among(wanted[start : start + AT_ONCE])
        query = "SELECT about, organisation FROM ledger_entry WHERE organisation IS NOT NULL AND about"
        found.update(rows(f"{query} {condition} ORDER BY seq", values))
    return found
