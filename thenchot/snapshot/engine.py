"""The engine: DuckDB over the segments, as known at a place in the book, all but counting locked."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from ..law.calendar import Holidays, load_holidays
from ..law.events import ValueLoaded
from ..law.reading import law_of
from ..law.values import LawBook, as_code
from ..ledger import fold, reading
from ..ledger.entries import entry_from
from ..ledger.kinds import Act
from . import segments
from .shapes import counted_kinds, quoted, settings_of, table_of

FOLD = Path(fold.__file__).with_name("fold.sql").read_text(encoding="utf-8")

# security.md 6.4. All data are in memory by then, so no folder at all need stay open.
LOCKS = (
    "SET temp_directory = ''",
    "SET enable_external_access = false",
    "SET allow_community_extensions = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET python_enable_replacements = false",
    "SET lock_configuration = true",
)
IN_MEMORY = "SELECT coalesce(sum(memory_usage_bytes), 0) FROM duckdb_memory() WHERE tag = 'IN_MEMORY_TABLE'"
OFFLINE = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
}


class Engine:
    """What the book says as known at a place: `state`, a table per kind, `law`, `workday`.

    One for each `known_by`; opening costs a second or two for a province, so pages use `kept`. Threads take
    turns through `cursor`, which each asker has of his own.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, known_by: int) -> None:
        self.connection = connection
        self.lock = threading.RLock()  # a question that goes while it is held drops its tables
        self.asked: dict[Any, Any] = {}  # questions asked lately; `asking` keeps them
        self.measured = True  # nothing was laid out since the room they take was measured
        self.opened_with = known_by
        self.settle(known_by)

    def settle(self, known_by: int) -> None:
        """The book is in up to here, and nothing is laid out."""
        self.known_by, self.begins_on = known_by, begins_on(self.connection)
        self._empty = self._in_memory()

    def laid_out(self) -> int:
        """How many bytes the questions take that are kept."""
        return self._in_memory() - self._empty

    def _in_memory(self) -> int:
        found = self.cursor().execute(IN_MEMORY).fetchone()
        return int(found[0]) if found else 0

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A connection with temporary tables of its own."""
        with self.lock:
            return self.connection.cursor()

    def forget(self) -> None:
        """Drop what was kept of questions asked lately."""
        for question in self.asked.values():
            question.close()
        self.asked.clear()

    def close(self) -> None:
        """Give the memory back."""
        self.forget()
        self.connection.close()


def open_engine(
    known_by: int | None = None,
    *,
    law: LawBook | None = None,
    holidays: Holidays | None = None,
    place: Path | None = None,
    memory: str = "2GB",
) -> Engine:
    """The engine over this installation's book; `known_by` is its end where nothing is said.

    `law` is what the book holds where nothing is said, `holidays` the calendar shipped.
    """
    place = place or segments.folder()
    try:
        connection, last = _loaded(place, known_by, memory)
    except duckdb.Error:
        # A file torn by a power cut: the cache is thrown away and made again, once.
        segments.clear(place)
        connection, last = _loaded(place, known_by, memory)
    put_law(connection, law if law is not None else law_in(connection))
    _put_workdays(connection, holidays if holidays is not None else load_holidays())
    for statement in LOCKS:
        connection.execute(statement)
    return Engine(connection, last)


def _loaded(place: Path, known_by: int | None, memory: str) -> tuple[duckdb.DuckDBPyConnection, int]:
    connection = duckdb.connect(config={**OFFLINE, "memory_limit": memory})
    try:
        with segments.held(place) as ranges:
            last = reading.size() if known_by is None else min(known_by, reading.size())
            needed = ranges[: -(-last // segments.RANGE)]
            _load_entries(connection, needed, last)
            for kind in counted_kinds():
                _load_kind(connection, kind, needed, last)
    except BaseException:
        connection.close()
        raise
    fold_all(connection)
    return connection, last


def _load_entries(connection: duckdb.DuckDBPyConnection, ranges: Sequence[Path], last: int) -> None:
    """`entry`: every head known. `latest`: the last word on each act that was restated or withdrawn."""
    columns = "seq BIGINT, root BIGINT, does VARCHAR, act_set BIGINT, kind VARCHAR, about BIGINT," \
              " organisation BIGINT, effective_on DATE, reason VARCHAR"  # fmt: skip
    connection.execute(f"CREATE TABLE entry ({columns})")
    if files := _files(ranges, segments.HEADS):
        connection.execute("INSERT INTO entry SELECT * FROM read_parquet(?) WHERE seq <= ?", [files, last])
    connection.execute(
        "CREATE TABLE latest AS SELECT root, max(seq) AS seq FROM entry WHERE does <> 'record' GROUP BY root"
    )


def _load_kind(
    connection: duckdb.DuckDBPyConnection, kind: type[Act], ranges: Sequence[Path], last: int
) -> None:
    """The acts of a kind in force: of each root the last word, without the withdrawn."""
    table = table_of(kind.kind)
    connection.execute(f"CREATE TABLE {table} ({segments.empty_of(kind)})")
    if files := _files(ranges, kind.kind):
        connection.execute(
            f"INSERT INTO {table} SELECT s.* FROM read_parquet(?) AS s"
            " LEFT JOIN latest AS l ON l.root = s.root"
            " WHERE s.seq <= ? AND s.does <> 'withdraw' AND (l.seq IS NULL OR l.seq = s.seq)",
            [files, last],
        )


def _files(ranges: Iterable[Path], name: str) -> list[str]:
    return [str(path / f"{name}.parquet") for path in ranges if (path / f"{name}.parquet").exists()]


def fold_all(connection: duckdb.DuckDBPyConnection) -> None:
    """`setting` from what the kinds declare, and `state` from it by the one fold, word for word."""
    kinds = counted_kinds()
    # As a list of names a track sorts in a byte: the fold takes 40 % of the time, its readers a sixth.
    tracks = ", ".join(quoted(track) for track in sorted({s.track for kind in kinds for s in kind.sets}))
    connection.execute(f"CREATE TYPE track_name AS ENUM ({tracks})")
    connection.execute(
        "CREATE TABLE setting (root BIGINT, seq BIGINT, subject BIGINT, track track_name, key VARCHAR,"
        " value VARCHAR, since DATE)"
    )
    for kind in kinds:
        queries = settings_of(kind)
        if queries and connection.execute(f"SELECT 1 FROM {table_of(kind.kind)} LIMIT 1").fetchone():
            connection.execute("INSERT INTO setting " + " UNION ALL ".join(queries))
    # Laid out by track, so that a question about one track reads only its rows.
    connection.execute(f"CREATE TABLE state AS SELECT * FROM ({FOLD}) AS folded ORDER BY track, subject")


def begins_on(connection: duckdb.DuckDBPyConnection) -> date | None:
    """The day the book begins; before it, it says *chưa ghi sổ*."""
    found = connection.execute("SELECT max(value) FROM state WHERE track = 'begins_on'").fetchone()
    return date.fromisoformat(found[0]) if found and found[0] else None


def law_in(connection: duckdb.DuckDBPyConnection) -> LawBook:
    """What the book holds: found through the engine, which knows where the few acts of the law stand."""
    seqs = [row[0] for row in connection.execute("SELECT seq FROM law_value_loaded").fetchall()]
    if not seqs:
        return LawBook()
    condition, values = reading.among(seqs)
    stored = reading.rows(f"{reading.STORED} WHERE e.seq {condition}", values)
    acts = [entry.act for entry in fold.in_force(entry_from(*row) for row in stored)]
    return law_of([act for act in acts if isinstance(act, ValueLoaded)], LawBook())


def put_law(connection: duckdb.DuckDBPyConnection, law: LawBook) -> None:
    """`law`: value is the code of the book; NULL where a version's text is not known."""
    rows = [(v.key, v.scope, as_code(v.value), str(v.unit), v.since, v.until) for v in law]
    names = ("key", "scope", "value", "unit", "since", "until")
    types = (*[pa.string()] * 4, pa.date32(), pa.date32())
    put_table(connection, "CREATE TABLE law", names, types, rows)


def _put_workdays(connection: duckdb.DuckDBPyConnection, holidays: Holidays) -> None:
    days = [(day,) for day in holidays.working_days()]
    put_table(connection, "CREATE TABLE workday", ("day",), (pa.date32(),), days)


def put_table(
    connection: duckdb.DuckDBPyConnection,
    create: str,
    names: Sequence[str],
    types: Sequence[pa.DataType],
    rows: Sequence[tuple[Any, ...]],
) -> None:
    """Hand rows made in Python to the engine; `create` is `CREATE TABLE name` or `CREATE TEMP TABLE name`."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(names)
    arrays = [pa.array(column, form) for column, form in zip(columns, types, strict=True)]
    connection.register("handed_over", pa.table(arrays, names=list(names)))
    connection.execute(f"{create} AS SELECT * FROM handed_over")
    connection.unregister("handed_over")
