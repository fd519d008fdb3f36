"""An open engine brought up to the book: only new entries are read, only what they touch is folded anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import duckdb
import pyarrow as pa

from ..law.events import ValueLoaded
from ..ledger import reading
from . import segments
from .engine import FOLD, Engine, law_in, put_law
from .shapes import counted_kinds, settings_of, table_of

MOST = 20_000  # entries put in one after another; then rows struck out would begin to cost time and room


def grow(engine: Engine) -> bool:
    """Put in what was written since; False, with nothing done, where the engine has to be opened anew.

    Nobody may ask the engine anything meanwhile; questions asked before are dropped. What was erased stays
    in it: see `segments.forgotten`.
    """
    last = reading.size()
    if last < engine.known_by or last - engine.opened_with > MOST:
        return False
    if last > engine.known_by:
        rows = segments.newest(engine.known_by, last)
        engine.forget()
        cursor = engine.cursor()
        try:
            cursor.begin()
            _put_in(cursor, rows, engine.known_by)
            cursor.commit()
        finally:
            cursor.close()
        if ValueLoaded.kind in rows:
            engine.connection.execute("DROP TABLE law")
            put_law(engine.connection, law_in(engine.connection))
        engine.settle(last)
    return True


def _put_in(cursor: duckdb.DuckDBPyConnection, rows: Mapping[str, pa.Table], after: int) -> None:
    """The same tables as if the engine had been opened now; the rows need not lie in the same order."""
    _insert(cursor, "INSERT INTO entry SELECT * FROM handed_over", rows[segments.HEADS])
    for name, query in TOUCHED.items():
        cursor.execute(f"CREATE TEMP TABLE {name} AS {query}", [after])
    for statement in SPOKEN_AGAIN:
        cursor.execute(statement)
    for table in _held_before(cursor):
        cursor.execute(f"DELETE FROM {table} WHERE root IN (SELECT root FROM last_word)")
    for name in rows.keys() - {segments.HEADS}:
        _insert(cursor, IN_FORCE.format(table=table_of(name)), rows[name])
    if queries := _settings(rows):
        cursor.execute(
            f"INSERT INTO setting SELECT * FROM ({' UNION ALL '.join(queries)}) AS s WHERE s.seq > ?", [after]
        )
    cursor.execute("DELETE FROM state WHERE subject IN (SELECT subject FROM touched)")
    cursor.execute(f"INSERT INTO state {OF_TOUCHED} {FOLD}")


# Roots that were restated or withdrawn, with the entry that now speaks for them; subjects to be folded anew.
TOUCHED = {
    "last_word": "SELECT root, max(seq) AS seq FROM entry WHERE seq > ? AND does <> 'record' GROUP BY root",
    "touched": "SELECT DISTINCT about AS subject FROM entry WHERE seq > ?"
    " UNION SELECT e.about FROM entry AS e JOIN last_word AS l ON l.root = e.root",
}
SPOKEN_AGAIN = (
    "DELETE FROM latest WHERE root IN (SELECT root FROM last_word)",
    "INSERT INTO latest SELECT root, seq FROM last_word",
    "DELETE FROM setting WHERE root IN (SELECT root FROM last_word)",
)
IN_FORCE = """
INSERT INTO {table} SELECT s.* FROM handed_over AS s LEFT JOIN last_word AS l ON l.root = s.root
WHERE s.does <> 'withdraw' AND (l.seq IS NULL OR l.seq = s.seq)
"""
# The one fold, word for word, over fewer rows.
OF_TOUCHED = "WITH setting AS (SELECT * FROM main.setting WHERE subject IN (SELECT subject FROM touched))"


def _held_before(cursor: duckdb.DuckDBPyConnection) -> Iterable[str]:
    """The tables that may hold a row of a root spoken of again."""
    found = cursor.execute(
        "SELECT DISTINCT e.kind FROM entry AS e JOIN last_word AS l ON l.root = e.root"
    ).fetchall()
    return [table_of(kind.kind) for kind in counted_kinds() if (kind.kind,) in found]


def _settings(rows: Mapping[str, pa.Table]) -> list[str]:
    return [query for kind in counted_kinds() if kind.kind in rows for query in settings_of(kind)]


def _insert(cursor: duckdb.DuckDBPyConnection, statement: str, table: pa.Table) -> None:
    cursor.register("handed_over", table)
    cursor.execute(statement)
    cursor.unregister("handed_over")
