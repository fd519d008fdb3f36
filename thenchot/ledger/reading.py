"""Reading the book: entries, stories, and the state on any day as known at any place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection

from .entries import Entry, entry_from, moment
from .fold import Period, in_force, periods
from .kinds import KINDS
from .stories import Story

STORED = "SELECT e.head, f.facts FROM ledger_entry e LEFT JOIN ledger_fact f ON f.seq = e.seq"
AT_ONCE = 10_000  # ids in one question


def rows(query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """All rows of a question to the book."""
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def size() -> int:
    """How many entries the book has; the last `seq`."""
    return int(rows("SELECT coalesce(max(seq), 0) FROM ledger_entry")[0][0])


def among(ids: Sequence[int] | Sequence[str]) -> tuple[str, list[Any]]:
    """A condition `IN these` that both databases run with many ids."""
    if connection.vendor == "postgresql":
        return "= ANY(%s)", [list(ids)]
    return f"IN ({','.join(['%s'] * len(ids))})", list(ids)


def load(subjects: Sequence[int]) -> dict[int, list[Entry]]:
    """All entries about these subjects, by subject, in order of seq."""
    found: defaultdict[int, list[Entry]] = defaultdict(list)
    for start in range(0, len(subjects), AT_ONCE):
        for head, facts in _stored("about", subjects[start : start + AT_ONCE]):
            entry = entry_from(head, facts)
            found[entry.about].append(entry)
    return found


def entries(subject: int) -> list[Entry]:
    """Every entry about a subject, also the restated and withdrawn, in order of seq."""
    return load([subject]).get(subject, [])


def entry(seq: int) -> Entry:
    """One entry; LookupError where the book has none of that number."""
    found = rows(f"{STORED} WHERE e.seq = %s", [seq])
    if not found:
        raise LookupError(seq)
    return entry_from(*found[0])


def of_act_sets(act_sets: Sequence[int]) -> list[Entry]:
    """What was entered under these act sets, in order of seq."""
    found: list[Entry] = []
    for start in range(0, len(act_sets), AT_ONCE):
        found += [entry_from(*row) for row in _stored("act_set", act_sets[start : start + AT_ONCE])]
    return found


# One by one by the index: of a book it has no statistics of yet, PostgreSQL would read every line instead.
ONE_BY_ONE = """SELECT s.head, s.facts FROM unnest(%s::bigint[]) AS wanted (id), LATERAL (
 SELECT e.seq, e.head, (SELECT f.facts FROM ledger_fact f WHERE f.seq = e.seq) AS facts
 FROM ledger_entry e WHERE e.{} = wanted.id OFFSET 0) AS s ORDER BY s.seq"""


def _stored(column: str, ids: Sequence[int]) -> list[tuple[Any, ...]]:
    """Head and facts of the entries whose column holds one of many ids, in order of seq."""
    if connection.vendor == "postgresql":
        return rows(ONE_BY_ONE.format(column), [list(dict.fromkeys(ids))])
    condition, values = among(ids)
    return rows(f"{STORED} WHERE e.{column} {condition} ORDER BY e.seq", values)


def of_kind(*kinds: str, known_by: int | None = None) -> list[Entry]:
    """Entries of these kinds in force, in the order of the story."""
    marks = ",".join(["%s"] * len(kinds))
    stored = rows(f"{STORED} WHERE e.kind IN ({marks}) ORDER BY e.seq", kinds)
    return in_force((entry_from(*row) for row in stored), known_by=known_by)


def story(subject: int, *, known_by: int | None = None) -> Story:
    """What is known of a subject at a place in the book."""
    known = entries(subject)
    return Story(subject, (e for e in known if known_by is None or e.seq <= known_by))


def periods_of(subject: int, *, known_by: int | None = None) -> list[Period]:
    """The periods of a subject: from the cache for now, from the entries for an earlier place."""
    if known_by is None:
        return [Period(*row) for row in rows(f"{PERIODS} WHERE subject = %s", [subject])]
    return periods(entries(subject), known_by=known_by)


PERIODS = "SELECT subject, track, key, value, since, until, opened_by, closed_by FROM ledger_period"
# Leads a question about where persons are to the index made for it (models.Period).
WHO_WHERE = "track IN ('cell', 'exempt', 'guest', 'residence', 'standing', 'temporary', 'transit')"
ON_DAY = "since <= %s AND (until IS NULL OR until > %s)"


def holding(track: str, value: str, *, as_of: date, key: str | None = None) -> list[int]:
    """The subjects whose track holds a value at the end of a day."""
    query = f"SELECT subject FROM ledger_period WHERE track = %s AND value = %s AND {ON_DAY}"
    values: list[Any] = [track, value, as_of, as_of]
    if key is not None:
        query, values = f"{query} AND key = %s", [*values, key]
    return [row[0] for row in rows(f"{query} ORDER BY subject", values)]


def held(track: str, *, as_of: date) -> list[tuple[int, str, str]]:
    """(subject, key, value) of a track at the end of a day."""
    query = (
        f"SELECT subject, key, value FROM ledger_period WHERE track = %s AND {ON_DAY} ORDER BY subject, key"
    )
    return [(row[0], row[1], row[2]) for row in rows(query, [track, as_of, as_of])]


def number_held(track: str, *, as_of: date) -> int:
    """How many subjects hold something on a track at the end of a day."""
    query = f"SELECT count(DISTINCT subject) FROM ledger_period WHERE track = %s AND {ON_DAY}"
    return int(rows(query, [track, as_of, as_of])[0][0])


def place_at(at: datetime) -> int:
    """The last seq written by a moment: turns a moment into a place in the book."""
    found = rows("SELECT coalesce(max(seq), 0) FROM ledger_entry WHERE written_at <= %s", [moment(at)])
    return int(found[0][0])


def heads(*, after: int = 0, upto: int | None = None) -> Iterator[tuple[str, bytes | None, str | None]]:
    """(head, salt, facts) as stored, in order, a few thousand at a time."""
    last = size() if upto is None else upto
    for start in range(after, last, AT_ONCE):
        stop = min(start + AT_ONCE, last)
        query = (
            "SELECT e.head, f.salt, f.facts FROM ledger_entry e LEFT JOIN ledger_fact f ON f.seq = e.seq"
            " WHERE e.seq > %s AND e.seq <= %s ORDER BY e.seq"
        )
        for head, salt, facts in rows(query, [start, stop]):
            yield head, bytes(salt) if salt is not None else None, facts


def founding() -> Story | None:
    """How the book was founded, without the law loaded since; nothing for a book not founded."""
    of_first = "JOIN ledger_entry first ON first.seq = 1 WHERE e.about = first.about AND e.kind = first.kind"
    found = [entry_from(*row) for row in rows(f"{STORED} {of_first} ORDER BY e.seq")]
    return Story(found[0].about, found) if found else None


def subjects_with(track: str, values: Iterable[str], subject: str = "") -> dict[str, int]:
    """Which subject holds each of these values of a track today or ever, the latest holder winning.

    `subject` asks for one sort only: organisations and places may have the same code.
    """
    kinds = [kind.kind for kind in KINDS.values() if subject in ("", kind.subject)]
    wanted = list(dict.fromkeys(values))
    found: dict[str, int] = {}
    for start in range(0, len(wanted), AT_ONCE):
        part = wanted[start : start + AT_ONCE]
        marks = "= ANY(%s)" if connection.vendor == "postgresql" else f"IN ({','.join(['%s'] * len(part))})"
        given: list[Any] = [part] if connection.vendor == "postgresql" else part
        query = (
            "SELECT p.value, p.subject FROM ledger_period p JOIN ledger_entry e ON e.seq = p.opened_by"
            f" WHERE p.track = %s AND p.value {marks} AND e.kind IN ({','.join(['%s'] * len(kinds))})"
            " ORDER BY p.since"
        )
        found.update(rows(query, [track, *given, *kinds]))
    return found
