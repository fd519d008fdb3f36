"""Segments: the book as typed Parquet files, one for each kind and range of entries. Only a cache.

    HOME/segments/00003-262144-5f0c…/membership.admitted.parquet   a full range, never written again
                                     entries.parquet               the heads of all kinds
    HOME/segments/00004-300017-a1b2…/                              the last one, rewritten as it grows

A folder's name says which entries it holds and, by a digest of the last head and of the kinds' columns, that
they are this book's entries in today's form. Anything else found there is thrown away.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from django.conf import settings

from ..ledger import reading
from ..ledger.kinds import KINDS, Act
from ..sealed.files import write_whole
from .shapes import columns, counted_kinds, digest, first_day, read_out

RANGE = 65_536
AT_ONCE = 8  # ranges read and parsed together
HEADS = "entries"
FORGOTTEN = "forgotten"
HEAD_FIELDS = ("root", "does", "act", "about", "organisation", "effective_on", "signed_on", "paper", "kind",
               "shape", "reason")  # fmt: skip


def folder() -> Path:
    """Where this installation keeps its segments."""
    return Path(settings.THENCHOT_HOME) / "segments"


@contextmanager
def held(place: Path | None = None) -> Iterator[list[Path]]:
    """The folders of all ranges, brought up to the book; nobody else writes or removes one meanwhile."""
    with _alone(place or folder()) as here:
        yield _refresh(here)


@contextmanager
def _alone(place: Path) -> Iterator[Path]:
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    # SQLite's own lock: it works on every system and falls when its process does.
    with closing(sqlite3.connect(place / "lock", timeout=120, isolation_level=None)) as lock:
        (place / "lock").chmod(0o600)
        lock.execute("BEGIN EXCLUSIVE")
        yield place


def forget(subject: int, place: Path | None = None) -> None:
    """After a subject's facts were erased: write the ranges anew that held some of them.

    Whoever keeps an engine open sees by `forgotten` that it still holds them.
    """
    seqs = [row[0] for row in reading.rows("SELECT seq FROM ledger_entry WHERE about = %s", [subject])]
    numbers = {(seq - 1) // RANGE for seq in seqs}
    # Under the lock: whoever wrote a range meanwhile may have read the facts before they went.
    with _alone(place or folder()) as here:
        for old in _ranges(here):
            if _number(old) in numbers:
                shutil.rmtree(old)
        _refresh(here)
        write_whole(here / FORGOTTEN, [b""])


def forgotten(place: Path | None = None) -> tuple[int, ...]:
    """Differs after every erasure, in whatever process: what was kept open before then has to go."""
    try:
        found = ((place or folder()) / FORGOTTEN).stat()
    except FileNotFoundError:
        return ()
    return found.st_mtime_ns, found.st_ino


def clear(place: Path | None = None) -> None:
    """Throw the cache away; it comes back by itself."""
    shutil.rmtree(place or folder(), ignore_errors=True)


def _refresh(place: Path) -> list[Path]:
    wanted = _wanted(place, reading.size())
    for path in place.iterdir():
        if path.is_dir() and path not in wanted:
            shutil.rmtree(path)
    missing = [path for path in wanted if not path.is_dir()]
    for start in range(0, len(missing), AT_ONCE):
        _write(missing[start : start + AT_ONCE])
    return wanted


def _wanted(place: Path, size: int) -> list[Path]:
    """The folder of each range, in order."""
    ends = [*range(RANGE, size, RANGE), size] if size else []
    condition, values = reading.among(ends)
    query = f"SELECT seq, head FROM ledger_entry WHERE seq {condition}"
    heads = dict(reading.rows(query, values)) if ends else {}
    form = digest()
    marks = [sha256((form + heads[end]).encode()).hexdigest()[:16] for end in ends]
    return [place / f"{(end - 1) // RANGE:05}-{end}-{mark}" for end, mark in zip(ends, marks, strict=True)]


def _ranges(place: Path) -> list[Path]:
    return sorted(path for path in place.glob("[0-9]*-*-*") if path.is_dir())


def _number(path: Path) -> int:
    return int(path.name.split("-")[0])


def _write(paths: Sequence[Path]) -> None:
    """Some ranges, each whole or not at all."""
    drafts = {_number(path): path.with_name(f".{path.name}.part") for path in paths}
    for draft in drafts.values():
        draft.mkdir(mode=0o700)
    # A second thread parses while this one reads, and writes files while this one parses.
    with duckdb.connect() as parser, ThreadPoolExecutor(1) as beside:
        _parse_heads(parser, [_span(path) for path in paths], beside)
        written = [
            beside.submit(_put, parser.sql(query).to_arrow_table(), name, drafts)
            for name, query in _queries(parser).items()
        ]
        for one in written:
            one.result()
    for path in paths:
        drafts[_number(path)].rename(path)


def newest(after: int, last: int) -> dict[str, pa.Table]:
    """The entries after one place up to another as their segments would hold them; no file is written."""
    with duckdb.connect() as parser, ThreadPoolExecutor(1) as beside:
        _parse_heads(parser, [(after, last)], beside)
        return {name: parser.sql(query).to_arrow_table() for name, query in _queries(parser).items()}


def _span(path: Path) -> tuple[int, int]:
    return _number(path) * RANGE, int(path.name.split("-")[1])


def _queries(parser: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """SQL for each segment, by its name."""
    return {kind.kind: _of_kind(kind) for kind in _present(parser)} | {HEADS: ALL_HEADS + _order()}


def _parse_heads(
    parser: duckdb.DuckDBPyConnection, spans: Sequence[tuple[int, int]], beside: Executor
) -> None:
    """Table `head`: entries of (after, last) with their heads in columns and their facts as stored."""

    def parse(stored: pa.Table, verb: str) -> None:
        parser.register("stored", stored)
        parser.execute(f"{verb} {PARSE}")

    parsed = []
    for part, (after, last) in enumerate(spans):
        stored = _stored(after, last)
        parsed.append(beside.submit(parse, stored, "INSERT INTO head" if part else "CREATE TABLE head AS"))
    for one in parsed:
        one.result()
    for kind in list(KINDS.values()):
        if kind.upgrades:
            _upgrade(parser, kind)


def _stored(after: int, last: int) -> pa.Table:
    query = (
        "SELECT e.seq, e.head, f.facts FROM ledger_entry e LEFT JOIN ledger_fact f ON f.seq = e.seq"
        " WHERE e.seq > %s AND e.seq <= %s ORDER BY e.seq"
    )
    seq, head, facts = zip(*reading.rows(query, [after, last]), strict=True)
    types = (pa.int64(), pa.string(), pa.string())
    arrays = [pa.array(given, form) for given, form in zip((seq, head, facts), types, strict=True)]
    return pa.table(arrays, names=["seq", "head", "facts"])


PARSE = f"""
SELECT seq, CAST(h[1] AS BIGINT) AS root, h[2] AS does, CAST(h[3] AS BIGINT) AS act_set,
       CAST(h[4] AS BIGINT) AS about, CAST(h[5] AS BIGINT) AS organisation,
       {first_day("h[6]")} AS effective_on, {first_day("h[7]")} AS signed_on, h[8] IS NOT NULL AS paper,
       h[6] AS known_on, h[9] AS kind, CAST(h[10] AS INTEGER) AS shape, h[11] AS reason,
       facts, facts IS NOT NULL AS facts_present
FROM (SELECT seq, facts, json_extract_string(head, {[f"$.{name}" for name in HEAD_FIELDS]}) AS h FROM stored)
"""
ALL_HEADS = "SELECT seq, root, does, act_set, kind, about, organisation, effective_on, reason FROM head"


def _order() -> str:
    return f" ORDER BY (seq - 1) // {RANGE}, about, seq"


def _present(parser: duckdb.DuckDBPyConnection) -> list[type[Act]]:
    found = {row[0] for row in parser.execute("SELECT DISTINCT kind FROM head").fetchall()}
    return [kind for kind in counted_kinds() if kind.kind in found]


def _of_kind(kind: type[Act]) -> str:
    paths = [f"$.{field.name}" for field in kind.fields()]
    values = f"json_extract_string(facts, {paths})" if paths else "NULL"
    typed = ", ".join(read_out(kind))
    return (
        f"SELECT {typed} FROM (SELECT *, {values} AS \"values\" FROM head WHERE kind = '{kind.kind}')"
        + _order()
    )


def _upgrade(parser: duckdb.DuckDBPyConnection, kind: type[Act]) -> None:
    """Facts of older shapes in today's, by the kind's own functions: rare, so in Python."""
    query = "SELECT seq, shape, facts FROM head WHERE kind = ? AND shape < ? AND facts IS NOT NULL"
    found = parser.execute(query, [kind.kind, kind.shape]).fetchall()
    if not found:
        return
    newer = {"seq": [row[0] for row in found], "facts": [_newer(kind, row[1], row[2]) for row in found]}
    parser.register("newer", pa.table(newer))
    parser.execute("UPDATE head SET facts = newer.facts FROM newer WHERE newer.seq = head.seq")


def _newer(kind: type[Act], shape: int, facts: str) -> str:
    values: dict[str, Any] = json.loads(facts)
    for step in range(shape, kind.shape):
        values = kind.upgrades[step](values)
    return json.dumps(values)


def _put(table: pa.Table, name: str, drafts: dict[int, Path]) -> None:
    """The rows of each range into its folder; a range without any gets no file."""
    numbers = pc.divide(pc.subtract(table["seq"], 1), RANGE)
    counted = (
        pa.table({"number": numbers}).group_by("number", use_threads=False).aggregate([([], "count_all")])
    )
    start = 0
    for number, rows in zip(counted["number"].to_pylist(), counted["count_all"].to_pylist(), strict=True):
        place = os.open(drafts[number] / f"{name}.parquet", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(place, "wb") as file:
            pq.write_table(table.slice(start, rows), file, **FORM)
        start += rows


# Without a dictionary: written in half the time, and smaller, for most columns hold ids and days.
FORM: dict[str, Any] = {"compression": "zstd", "use_dictionary": False, "store_schema": False}


def empty_of(kind: type[Act]) -> str:
    """SQL: the columns of a kind nobody has used yet."""
    return ", ".join(f'"{name}" {form}' for name, form in columns(kind).items())
