"""What goes into the personal backup beside names: accounts, the signed viewing log, the key that signs.

None of it may lie with the book's backup: login names are names, the log is kept three years and not for
ever, and whoever holds the signing key could make a second book.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Any

from django.db import connections, transaction
from django.utils.dateparse import parse_datetime

from thenchot.ledger import reading
from thenchot.sealed.files import write_whole

from . import log_proof
from .accounts import Account
from .desk import signing_key_path
from .log import ALIAS

SIGNING_KEY, BOOK, ACCOUNTS, SIGNED, LOG = "signing_key", "book", "accounts", "log_signed", "log"
CHUNK = 2000
PutBack = Callable[[list[Any], Collection[int]], None]
# What upper floors keep in the personal database: pieces of rows, and how a piece is put back, without what
# is about persons erased since.
ALSO: dict[str, tuple[Callable[[], Iterator[list[Any]]], PutBack]] = {}
LINES = """
SELECT v.seq, v.head, v.at, v.organisation, v.door, v.until, w.salt, w.facts, w.account
FROM access_viewing v LEFT JOIN access_viewed w ON w.seq = v.seq ORDER BY v.seq
"""
CHECKPOINTS = (
    "SELECT number, size, root, made_at, occasion, book, frontier, note"
    " FROM access_log_checkpoint ORDER BY number"
)


def beside() -> Iterator[tuple[str, list[Any]]]:
    """(name, items) of everything, a few thousand items at a time."""
    yield SIGNING_KEY, [signing_key_path().read_text("ascii")]
    yield BOOK, [reading.size()]
    yield ACCOUNTS, [_stored(account) for account in Account.objects.order_by("id")]
    # Read before the lines: a line written meanwhile is under none of these, and none is over a missing one.
    yield SIGNED, [list(row) for row in _ask_log(CHECKPOINTS)]
    for name, (pieces, _put) in ALSO.items():
        for piece in pieces():
            yield name, piece
    with connections[ALIAS].chunked_cursor() as cursor:
        cursor.execute(LINES)
        while some := list(islice(cursor, CHUNK)):
            yield LOG, [[*row[:6], row[6] and b64encode(bytes(row[6])).decode(), *row[7:]] for row in some]


MOMENTS = ("one_time_until", "last_login", "sessions_end_at")


def _stored(account: Account) -> dict[str, Any]:
    moments = {name: getattr(account, name) for name in MOMENTS}
    return {
        "id": account.id, "name": account.name, "person": account.person, "blocked": account.blocked,
        "password": account.password, **{name: at and at.isoformat() for name, at in moments.items()},
    }  # fmt: skip


class Returning:
    """Puts it back on a machine that has none of it; `book` is how large the book was when it was made."""

    def __init__(self, erased: Collection[int]) -> None:
        self.erased, self.book = erased, 0
        self._log_is_there = bool(_ask_log("SELECT 1 FROM access_viewing LIMIT 1"))

    def __call__(self, name: str, items: list[Any]) -> None:
        """One piece as `beside` gave it."""
        if name == SIGNING_KEY and not signing_key_path().exists():
            write_whole(signing_key_path(), [items[0].encode()])
        elif name == BOOK:
            self.book = items[0]
        elif name == ACCOUNTS:
            Account.objects.bulk_create([self._account(said) for said in items])
        elif name == SIGNED and not self._log_is_there:
            _put_checkpoints(items)
        elif name == LOG and not self._log_is_there:
            _put_lines(items)
        elif name in ALSO:
            ALSO[name][1](items, self.erased)

    def _account(self, said: dict[str, Any]) -> Account:
        """A backup of an earlier release knows fewer moments."""
        person = said["person"]
        moments = {name: at and parse_datetime(at) for name in MOMENTS for at in [said.get(name)]}
        return Account(**said | moments | {"person": None if person in self.erased else person})


def _put_checkpoints(items: list[list[Any]]) -> None:
    """The signatures, and the last note beside the book; `verify` says whether the lines are those."""
    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        cursor.executemany(log_proof.PUT, items)
    if items and not log_proof.kept_path().exists():
        write_whole(log_proof.kept_path(), [items[-1][-1].encode()])


def _put_lines(items: list[list[Any]]) -> None:
    """Line by line: the log's own guards take what is said of a view only right after its head."""
    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        for seq, head, at, organisation, door, until, salt, facts, account in items:
            cursor.execute(
                "INSERT INTO access_viewing (seq, head, at, organisation, door, until) "
                "VALUES (%s, %s, %s, %s, %s, %s)",
                [seq, head, at, organisation, door, until],
            )
            if facts is not None:
                cursor.execute(
                    "INSERT INTO access_viewed (seq, salt, facts, account, at) VALUES (%s, %s, %s, %s, %s)",
                    [seq, b64decode(salt), facts, account, at],
                )


def _ask_log(sql: str) -> list[tuple[Any, ...]]:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()
