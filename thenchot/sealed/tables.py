"""The SQL of the sealed store, the same on SQLite and PostgreSQL; nothing here knows a key."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from django.db import connections, transaction

from thenchot.ledger.batches import send

ALIAS = "personal"
# Parameters in one statement; SQLite before 3.32 allowed 999.
CHUNK = 500

SELECT = "SELECT subject, purpose, version, generation, blob FROM sealed_record"
COLUMNS = "subject, purpose, version, generation, blob, change, written_at"
PUT = f"""INSERT INTO sealed_record ({COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (subject) DO UPDATE SET version = excluded.version, generation = excluded.generation,
  blob = excluded.blob, change = excluded.change"""
TAG = "INSERT INTO sealed_number (kind, tag, generation, person) VALUES (%s, %s, %s, %s)"


class Row(NamedTuple):
    """One sealed record as stored."""

    subject: int
    purpose: str
    version: int
    generation: int
    blob: bytes


@contextmanager
def writing() -> Iterator[int]:
    """One writer at a time, in one transaction; gives the number of this change."""
    with transaction.atomic(using=ALIAS):
        run("UPDATE sealed_change SET counter = counter + 1 WHERE one = 1")
        _steady.counter = None
        yield counter()
        _steady.counter = None  # it may be taken back


def counter() -> int:
    """How many changes there have been; directories and caches follow it."""
    known = getattr(_steady, "counter", None)
    if known is not None:
        return int(known)
    found: int = ask("SELECT counter FROM sealed_change")[0][0]
    if getattr(_steady, "held", False):
        _steady.counter = found
    return found


_steady = threading.local()


@contextmanager
def steady() -> Iterator[None]:
    """Inside, in this thread, the store is as it was at the first question, until the thread writes itself.

    One page asks for names many times; what somebody else changes meanwhile stands on the next page.
    """
    _steady.held, _steady.counter = True, None
    try:
        yield
    finally:
        _steady.held, _steady.counter = False, None


def generation() -> int:
    """The newest generation anybody wrote under."""
    return ask("SELECT generation FROM sealed_change")[0][0]


def set_generation(number: int) -> None:
    run("UPDATE sealed_change SET generation = %s WHERE one = 1 AND generation < %s", [number, number])


def ask(sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """The rows of a question."""
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


def run(sql: str, values: Sequence[Any] = ()) -> int:
    """Do something; how many rows it met."""
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(sql, values)
        return int(cursor.rowcount)


def run_many(sql: str, rows: Sequence[Sequence[Any]]) -> None:
    send(sql, rows, using=ALIAS)


def among(sql: str, values: Iterable[Any], *first: Any) -> Iterator[tuple[Any, ...]]:
    """Ask `… IN ({})` for any number of values, some at a time."""
    for some in chunks(values):
        yield from ask(sql.format(", ".join(["%s"] * len(some))), [*first, *some])


def run_among(sql: str, values: Iterable[Any], *first: Any) -> int:
    """Do something to the rows `… IN ({})`; how many it met."""
    return sum(run(sql.format(", ".join(["%s"] * len(some))), [*first, *some]) for some in chunks(values))


def chunks(values: Iterable[Any]) -> Iterator[list[Any]]:
    given = list(values)
    for start in range(0, len(given), CHUNK):
        yield given[start : start + CHUNK]


def rows(subjects: Iterable[int], purpose: str) -> Iterator[Row]:
    """The records of these subjects that are of this purpose."""
    for row in among(f"{SELECT} WHERE purpose = %s AND subject IN ({{}})", subjects, purpose):
        yield Row(*row[:4], bytes(row[4]))


def rows_since(purpose: str, change: int) -> Iterator[Row]:
    """The records of a purpose whose content is newer than a change."""
    with connections[ALIAS].chunked_cursor() as cursor:
        cursor.execute(f"{SELECT} WHERE purpose = %s AND change > %s", [purpose, change])
        while some := cursor.fetchmany(2000):
            yield from (Row(*row[:4], bytes(row[4])) for row in some)


@contextmanager
def every_row() -> Iterator[Iterator[tuple[Any, ...]]]:
    """All records with the second they were written in, as they were at one moment."""
    with connections[ALIAS].chunked_cursor() as cursor:
        cursor.execute(
            "SELECT subject, purpose, version, generation, blob, written_at "
            "FROM sealed_record ORDER BY subject"
        )
        yield (
            (*row[:4], bytes(row[4]), row[5])
            for some in iter(lambda: cursor.fetchmany(2000), [])
            for row in some
        )


def clear_remnants() -> bool:
    """Overwrite what deleted rows left behind; False if a reader still holds it: ask again later.

    SQLite: `secure_delete` wrote zeros into the WAL; only the checkpoint brings them into the file.
    PostgreSQL: VACUUM frees the rows; rotation makes what the disk keeps unreadable.
    """
    if connections[ALIAS].vendor == "sqlite":
        return ask("PRAGMA wal_checkpoint(TRUNCATE)")[0][0] == 0
    run("VACUUM sealed_record, sealed_number")
    return True
