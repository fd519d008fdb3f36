"""The book as a backup and back again: every line as stored, every checkpoint; on either database.

SQLite: a copy of the file by the database's own backup. PostgreSQL: the exported folder
(docs/book-format.md). Either is restored on either: rows are read and written anew under this program's
own guards, never a database file put in place as it is.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import DataError, IntegrityError, InternalError, connection, transaction

from . import export, proof, reading
from .batches import send
from .kinds import KINDS, PERSONAL
from .merkle import Frontier, leaf
from .periods import rebuild
from .writing import INSERT_ENTRY, INSERT_FACT, LOCK

FILE, FOLDER, MADE = "book.sqlite3", "book", "checkpoints.jsonl"
AT_ONCE = 5000

Line = tuple[str, bytes | None, str | None]  # head, salt, facts
Progress = Callable[[int], None]


class NotABackup(Exception):
    """The folder holds no book, or one that cannot be read: (what)."""


class NotEmpty(Exception):
    """There is a book here already; nothing is written over it."""


def backup(folder: Path, key: Ed25519PrivateKey, *, at: datetime, progress: Progress = lambda n: None) -> int:
    """Put the book into a folder, behind a checkpoint made first; how many entries."""
    if connection.vendor == "sqlite":
        size = proof.make_checkpoint(key, occasion="backup", at=at).size
        _copy(folder / FILE)
        progress(size)
        return size
    size = export.export(folder / FOLDER, key, at=at, progress=progress)
    with (folder / MADE).open("w", encoding="utf-8", newline="") as lines:
        for covers, made_at, occasion, note in proof.notes():
            if covers <= size:
                lines.write(json.dumps([covers, made_at, occasion, note], ensure_ascii=False) + "\n")
        lines.flush()
        os.fsync(lines.fileno())
    return size


def _copy(file: Path) -> None:
    connection.ensure_connection()
    os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with closing(sqlite3.connect(file)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, no log beside it
    with file.open("rb") as written:
        os.fsync(written.fileno())


def erased_in(folder: Path) -> dict[int, int]:
    """Persons whose erasure stands in a backup's book, with the last entry that says so. NotABackup."""
    found = {}
    try:
        for head, _, _ in lines(folder):
            if '"people.erased"' in head:
                said = json.loads(head)
                if said["kind"] == "people.erased" and said["does"] == "record":
                    found[int(said["about"])] = int(said["seq"])
    except (ValueError, KeyError, TypeError) as wrong:
        raise NotABackup(str(wrong)) from wrong
    return found


def restore(folder: Path, *, progress: Progress = lambda n: None) -> int:
    """Fill an empty book from a backup in one transaction and make its periods; how many entries.

    Facts that an erasure covers are left out. What it holds is not believed: `verify` comes after.
    NotEmpty, NotABackup.
    """
    erased = erased_in(folder)
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                if connection.vendor == "postgresql":
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
                if reading.size():
                    raise NotEmpty
                size = _fill(cursor, folder, erased, progress)
            rebuild()
    except (IntegrityError, DataError, InternalError, ValueError, KeyError, TypeError) as wrong:
        raise NotABackup(str(wrong)) from wrong
    return size


def _fill(cursor: Any, folder: Path, erased: dict[int, int], progress: Progress) -> int:
    checkpoints = list(_checkpoints(folder))
    wanted = {covers for covers, _, _, _ in checkpoints}
    frontiers: dict[int, Frontier] = {}
    frontier, size, kept = Frontier(), 0, lines(folder)
    while some := list(islice(kept, AT_ONCE)):
        rows = [_row(head) for head, _, _ in some]
        send(INSERT_ENTRY, rows)
        facts = [
            (row[0], salt, said)
            for row, (_, salt, said) in zip(rows, some, strict=True)
            if said is not None and not _covered(row, erased)
        ]
        send(INSERT_FACT, facts)
        for head, _, _ in some:
            frontier, size = frontier.grown([leaf(head.encode())]), size + 1
            if size in wanted:
                frontiers[size] = frontier
        progress(size)
    _put_checkpoints(cursor, checkpoints, frontiers)
    return size


def _row(head: str) -> tuple[Any, ...]:
    """The columns that repeat a head."""
    said = json.loads(head)
    organisation = said.get("organisation")
    return (
        said["seq"], said["root"], int(said["act"]), said["kind"], int(said["about"]),
        int(organisation) if organisation else None, _first(said["effective_on"]),
        _first(said.get("signed_on")), said["does"], said["written_at"], head,
    )  # fmt: skip


def _covered(row: tuple[Any, ...], erased: dict[int, int]) -> bool:
    """Whether a later entry erases these facts."""
    kind = KINDS.get(row[3])
    return kind is not None and kind.holds == PERSONAL and row[0] < erased.get(row[4], 0)


def _first(text: str | None) -> str | None:
    """A day known by month or year stands in its column as its first."""
    return text and text + "-01-01"[len(text) - 4 :] if text and len(text) < 10 else text


def _put_checkpoints(
    cursor: Any, checkpoints: list[tuple[int, str, str, str]], frontiers: dict[int, Frontier]
) -> None:
    for number, (covers, made_at, occasion, note) in enumerate(checkpoints, start=1):
        if covers not in frontiers:
            raise NotABackup(f"checkpoint {covers}")
        frontier = frontiers[covers]
        cursor.execute(
            "INSERT INTO ledger_checkpoint (number, size, root, made_at, occasion, frontier, note)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s)",
            [number, covers, frontier.root.hex(), made_at, occasion,
             ",".join(root.hex() for root in frontier.roots), note],
        )  # fmt: skip


def lines(folder: Path) -> Iterator[Line]:
    """(head, salt, facts) of every entry of a backup, in order. NotABackup."""
    if (folder / FILE).is_file():
        yield from _from_file(folder / FILE)
    elif (folder / FOLDER / "entries.jsonl").is_file():
        yield from _from_export(folder / FOLDER / "entries.jsonl")
    else:
        raise NotABackup(str(folder))


def _from_file(file: Path) -> Iterator[Line]:
    query = "SELECT e.head, f.salt, f.facts FROM ledger_entry e LEFT JOIN ledger_fact f ON f.seq = e.seq"
    for head, salt, facts in _ask(file, f"{query} ORDER BY e.seq"):
        yield head, bytes(salt) if salt is not None else None, facts


def _from_export(file: Path) -> Iterator[Line]:
    with file.open(encoding="utf-8", newline="\n") as stored:
        for line in stored:
            try:
                said = json.loads(line)
                salt = bytes.fromhex(said["salt"]) if "salt" in said else None
                yield said["head"], salt, said.get("facts")
            except (ValueError, KeyError, TypeError) as wrong:
                raise NotABackup(str(wrong)) from None


def _checkpoints(folder: Path) -> Iterator[tuple[int, str, str, str]]:
    """(size, made at, occasion, note), oldest first."""
    if (folder / FILE).is_file():
        yield from _ask(
            folder / FILE, "SELECT size, made_at, occasion, note FROM ledger_checkpoint ORDER BY number"
        )
        return
    try:
        for line in (folder / MADE).read_text(encoding="utf-8").splitlines():
            covers, made_at, occasion, note = json.loads(line)
            yield covers, made_at, occasion, note
    except (OSError, ValueError) as wrong:
        raise NotABackup(str(wrong)) from None


def _ask(file: Path, query: str) -> Iterator[tuple[Any, ...]]:
    """Read a database file that is never written to; a damaged one is NotABackup."""
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as stored:
            stored.execute("PRAGMA trusted_schema=OFF")
            yield from stored.execute(query)
    except (sqlite3.Error, UnicodeDecodeError) as wrong:
        raise NotABackup(str(wrong)) from None
