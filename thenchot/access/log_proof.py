"""Signed checkpoints of the viewing log's tree, as of the book's: a cut end and a changed line are found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from django.db import DatabaseError, connections, transaction

from thenchot.ledger import proof, reading
from thenchot.ledger.checkpoints import BadCheckpoint, Checkpoint, opened, sign
from thenchot.ledger.merkle import Frontier, leaf
from thenchot.sealed.files import write_whole

from .log import ALIAS, LOCK, heads, moment

# Beside the book in the data folder, and in every export: who changes the log's database alone is found.
KEPT = "log-checkpoint.txt"
LAST = "SELECT number, size, frontier, note FROM access_log_checkpoint ORDER BY number DESC LIMIT 1"
ALL = "SELECT number, size, root, frontier, note FROM access_log_checkpoint ORDER BY number"
PUT = (
    "INSERT INTO access_log_checkpoint (number, size, root, made_at, occasion, book, frontier, note)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)"
)
BOOK = "SELECT coalesce(max(size), 0) FROM ledger_checkpoint"


def origin() -> str:
    """Origin and key name of this log; LookupError for a book not founded."""
    return proof.origin().removesuffix("/book") + "/log"


def make(key: Ed25519PrivateKey, *, occasion: str, at: datetime) -> Checkpoint | None:
    """Sign the log as it stands, and keep the note beside the book; nothing while the log is empty.

    It grows from the last checkpoint, so that a log cut short is never signed anew.
    """
    with transaction.atomic(using=ALIAS):
        if connections[ALIAS].vendor == "postgresql":
            _ask("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        number, before, note = _last()
        frontier = before.grown(leaf(head) for head in heads(after=before.size))
        if not frontier.size:
            return None
        checkpoint = sign(origin(), frontier.size, frontier.root, key)
        if frontier.size > before.size:
            _put(number + 1, frontier, checkpoint, occasion, at)
        _keep(checkpoint.note, before=note)
    return checkpoint


def follow(key: Ed25519PrivateKey, *, at: datetime) -> None:
    """Sign the log where the book has been signed since: a closing, an export, the first write of a day.

    What was written in the book stands, also where the log cannot be signed now; the next write tries again.
    """
    with suppress(DatabaseError, OSError):
        signed = reading.rows("SELECT size, occasion FROM ledger_checkpoint ORDER BY number DESC LIMIT 1")
        last = _ask("SELECT book FROM access_log_checkpoint ORDER BY number DESC LIMIT 1")
        if signed and (not last or last[0][0] < signed[0][0]):
            make(key, occasion=signed[0][1], at=at)


def _keep(note: str, *, before: str) -> None:
    """A note that is not the one before this is left where it is: it may prove that somebody cut the log."""
    path = kept_path()
    if not path.exists() or path.read_bytes() == before.encode():
        write_whole(path, [note.encode()])


def signed() -> tuple[int, int]:
    """How many checkpoints there are, and the lines under the last."""
    ((checkpoints, lines),) = _ask("SELECT count(*), coalesce(max(size), 0) FROM access_log_checkpoint")
    return checkpoints, lines


def kept_path() -> Path:
    """The last note, outside the log's own database."""
    return Path(settings.THENCHOT_HOME / KEPT)


def kept(key: Ed25519PublicKey) -> Checkpoint | None:
    """The checkpoint kept beside the book; BadCheckpoint when it is not of this log and key."""
    path = kept_path()
    return opened(path.read_bytes().decode("utf-8", "replace"), origin(), key) if path.exists() else None


def faults(key: Ed25519PublicKey, *, own: Checkpoint | None = None) -> Iterator[tuple[int, str]]:
    """What contradicts the signatures: (checkpoint or size, rule). `own`: a checkpoint kept elsewhere."""
    stored, owns = _ask(ALL), [own] if own else []
    try:
        owns += [beside] if (beside := kept(key)) else []
    except BadCheckpoint:
        yield 0, "kept_is_ours"
    trees = _trees({row[1] for row in stored} | {one.size for one in owns})
    last = 0
    for place, row in enumerate(stored, 1):
        if rule := _checkpoint(place, row, last, trees, key):
            yield place, rule
        last = row[1]
    for one in owns:
        if one.size not in trees:
            yield one.size, "log_is_cut"
        elif trees[one.size].root != one.root:
            yield one.size, "two_logs"


def _checkpoint(
    place: int, row: tuple[Any, ...], last: int, trees: dict[int, Frontier], key: Ed25519PublicKey
) -> str | None:
    number, size, root, roots, note = row
    try:
        said = opened(note, origin(), key)
    except BadCheckpoint:
        return "checkpoint_is_ours"
    tree = trees.get(size)
    if tree is None:
        return "signed_more"
    # The next one grows from this row's frontier: if that is wrong, we would sign another tree.
    wanted = place, said.size, tree.root.hex(), _spelled(tree)
    right = size > last and said.root == tree.root and (number, size, root, roots) == wanted
    return None if right else "checkpoint_matches"


def _trees(sizes: set[int]) -> dict[int, Frontier]:
    """The tree at these sizes, as far as the log goes."""
    frontier = Frontier()
    found = {0: frontier} if 0 in sizes else {}
    for head in heads():
        frontier = frontier.grown([leaf(head)])
        if frontier.size in sizes:
            found[frontier.size] = frontier
    return found


def _last() -> tuple[int, Frontier, str]:
    found = _ask(LAST)
    if not found:
        return 0, Frontier(), ""
    number, size, roots, note = found[0]
    return number, Frontier(size, tuple(bytes.fromhex(root) for root in roots.split(",") if root)), note


def _put(number: int, tree: Frontier, made: Checkpoint, occasion: str, at: datetime) -> None:
    ((book,),) = reading.rows(BOOK)
    row = [number, tree.size, tree.root.hex(), moment(at), occasion, book, _spelled(tree), made.note]
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(PUT, row)


def _spelled(tree: Frontier) -> str:
    return ",".join(root.hex() for root in tree.roots)


def _ask(sql: str, values: list[object] | None = None) -> list[tuple[Any, ...]]:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(sql, values or [])
        return cursor.fetchall() if cursor.description else []
