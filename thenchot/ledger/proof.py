"""Checkpoints of the book: made at every closing, package, backup and at the first write of a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection, transaction

from . import reading
from .checkpoints import Checkpoint, origin_of, sign
from .entries import moment, parse_moment
from .merkle import Frontier, inclusion_proof, leaf

VIET_NAM = timezone(timedelta(hours=7))


def origin() -> str:
    """Origin of this book's checkpoints; LookupError for a book not founded."""
    founding = reading.founding()
    if founding is None:
        raise LookupError("not founded")
    return origin_of(str(founding.value("code")))


def leaves(*, after: int = 0, upto: int | None = None) -> Iterator[bytes]:
    """Leaf hashes of the stored heads, in order."""
    return (leaf(head.encode()) for head, _, _ in reading.heads(after=after, upto=upto))


def make_checkpoint(key: Ed25519PrivateKey, *, occasion: str, at: datetime) -> Checkpoint:
    """Sign the tree as it stands. Growing it from the last checkpoint costs only what was added.

    A book that has not grown since the last checkpoint keeps that one: sizes rise strictly.
    """
    with transaction.atomic():
        number, before = _last()
        frontier = before.grown(leaves(after=before.size))
        checkpoint = sign(origin(), frontier.size, frontier.root, key)
        if number and frontier.size == before.size:
            return checkpoint  # Ed25519 signs the same text the same way
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO ledger_checkpoint (number, size, root, made_at, occasion, frontier, note)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s)",
                [number + 1, frontier.size, frontier.root.hex(), moment(at), occasion,
                 ",".join(root.hex() for root in frontier.roots), checkpoint.note],
            )  # fmt: skip
    return checkpoint


def _last() -> tuple[int, Frontier]:
    found = reading.rows("SELECT number, size, frontier FROM ledger_checkpoint ORDER BY number DESC LIMIT 1")
    if not found:
        return 0, Frontier()
    number, size, roots = found[0]
    return number, Frontier(size, tuple(bytes.fromhex(root) for root in roots.split(",") if root))


def notes() -> list[tuple[int, str, str, str]]:
    """(size, made at, occasion, note) of every checkpoint, oldest first."""
    found = reading.rows("SELECT size, made_at, occasion, note FROM ledger_checkpoint ORDER BY number")
    return [(row[0], row[1], row[2], row[3]) for row in found]


def checkpointed_on(day: date) -> bool:
    """Whether a checkpoint was made on a day in Viet Nam."""
    found = reading.rows("SELECT made_at FROM ledger_checkpoint ORDER BY number DESC LIMIT 1")
    return bool(found) and parse_moment(found[0][0]).astimezone(VIET_NAM).date() >= day


def receipt(seq: int, size: int) -> tuple[bytes, list[bytes]]:
    """(leaf hash, inclusion proof) of an entry in the tree of a size; LookupError for an entry it lacks."""
    if not 0 < seq <= size:
        raise LookupError(seq)
    known = list(leaves(upto=size))
    return known[seq - 1], inclusion_proof(seq - 1, known)
