"""The viewing log: who saw whom, when, through which door, why. Written and committed before the answer."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from django.db import DatabaseError, connections, transaction

from thenchot.sealed.envelope import canonical
from thenchot.sealed.randomness import Randomness, System

ALIAS = "log"
# Any number, the same in every process: PostgreSQL's lock that lets one line be written after the other.
LOCK = 7_410_882_001


class LogUnavailable(Exception):
    """The view could not be logged, so it is not shown (503)."""


class Stopped(Exception):
    """Nothing is shown: a check of `BEFORE` said no. `told`: the log knows of it already."""

    told = False


class Door(StrEnum):
    """Through which a person's data were seen."""

    LABELS = "labels"
    PERSON = "person"
    REVEAL = "reveal"
    FIND = "find"
    EXPORT = "export"
    CASE = "case"
    PETITION = "petition"
    LOG = "log"
    DIRECTORY = "directory"  # a server process read all names into memory
    DETACHED = "detached"  # the time of keeping is over for all lines until one
    STOPPED = "stopped"  # an unusual amount; `field` says through which door
    REFUSED = "refused"  # somebody asked for what is not theirs; `field` says what; nothing was shown
    LIFTED = "lifted"  # the reason why the amount is as it should be, for an hour


# What is seen through these stays hidden from the person until it is announced.
UNANNOUNCED = (Door.CASE, Door.PETITION)


class Reason(StrEnum):
    """Why a number, a phone or an address was opened; chosen, never typed."""

    UPDATE = "update"
    CHECK_PAPER = "check_paper"
    PAPER = "paper"
    CONTACT = "contact"
    OWN_REQUEST = "own_request"
    DUPLICATE = "duplicate"
    INSPECTION = "inspection"


@dataclass(frozen=True)
class Viewer:
    """Who looks: account, role, the role's organisation (0: the installation), digest of the session."""

    account: int
    role: str
    organisation: int
    session: str


# The server itself, when it reads all names into memory.
SERVER = Viewer(0, "server", 0, "")


# Asked before each line, under its lock, so that limits hold across processes; they raise Stopped.
BEFORE: list[Callable[[Door, Viewer, datetime], None]] = []


def write(
    door: Door,
    viewer: Viewer,
    now: datetime,
    ids: Collection[int] = (),
    *,
    reason: StrEnum | None = None,
    field: str | None = None,
    search: bytes | None = None,
    file: str | None = None,
    until: int | None = None,
    randomness: Randomness | None = None,
) -> int:
    """One committed line; its seq. `search` is a keyed digest, `file` the SHA-256 of an exported file.

    Raises LogUnavailable; RuntimeError inside a transaction on the log, which could undo the line; what a
    check of `BEFORE` raises, and then that is the line.
    """
    facts = {
        "account": str(viewer.account),
        "role": viewer.role,
        "session": viewer.session,
        "ids": [str(one) for one in sorted(ids)],
        "reason": reason and str(reason),
        "field": field,
        "search": search and search.hex(),
        "file": file,
    }
    salt = (randomness or System()).random_bytes(16)
    try:
        with transaction.atomic(using=ALIAS, durable=True):
            return _append(door, viewer, now, len(ids), until, salt, canonical(_said(facts)).decode())
    except DatabaseError as error:
        raise LogUnavailable from error
    except Stopped as stopped:
        if not stopped.told:
            write(Door.STOPPED, viewer, now, field=str(door), randomness=randomness)
        raise


def heads(after: int = 0) -> Iterator[bytes]:
    """The leaves of the log's Merkle tree, in order: the bytes of the heads."""
    with connections[ALIAS].chunked_cursor() as cursor:
        cursor.execute("SELECT head FROM access_viewing WHERE seq > %s ORDER BY seq", [after])
        while some := cursor.fetchmany(2000):
            yield from (head.encode() for (head,) in some)


def moment(now: datetime) -> str:
    """`2026-11-21T08:30:00.000Z`."""
    return now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def search_digest(key: bytes, text: str) -> bytes:
    """What stands for a search word: the same word gives the same digest, and nothing gives the word."""
    return hmac.digest(key, text.encode(), hashlib.sha256)[:16]


def _append(
    door: Door, viewer: Viewer, now: datetime, count: int, until: int | None, salt: bytes, facts: str
) -> int:
    at = moment(now)
    with connections[ALIAS].cursor() as cursor:
        if connections[ALIAS].vendor == "postgresql":
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        for check in BEFORE:
            check(door, viewer, now)
        cursor.execute("SELECT coalesce(max(seq), 0) + 1 FROM access_viewing")
        (seq,) = cursor.fetchone()
        head = {
            "seq": seq,
            "at": at,
            "organisation": str(viewer.organisation),
            "door": str(door),
            "count": count,
            "until": until,
            "facts_hash": hashlib.sha256(salt + facts.encode()).hexdigest(),
        }
        cursor.execute(
            "INSERT INTO access_viewing (seq, head, at, organisation, door, until) "
            "VALUES (%s, %s, %s, %s, %s, %s)",
            [seq, canonical(_said(head)).decode(), at, viewer.organisation, str(door), until],
        )
        cursor.execute(
            "INSERT INTO access_viewed (seq, salt, facts, account, at) VALUES (%s, %s, %s, %s, %s)",
            [seq, salt, facts, viewer.account, at],
        )
    return int(seq)


def _said(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if part is not None}
