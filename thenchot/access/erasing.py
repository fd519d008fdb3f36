"""Erasing a person: facts, periods, sealed file and what higher floors keep; the tree still verifies."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.db import connection, transaction

from thenchot.ledger.kinds import KINDS, PERSONAL
from thenchot.ledger.periods import rebuild
from thenchot.ledger.reading import rows
from thenchot.sealed import store, tables

from . import drafts
from .judging import ERASED
from .requests import Request

# Higher floors put here what they keep of a person: segments, rows of closings. Called with the person's id.
HOOKS: list[Callable[[int], None]] = []

ERASED_AT = "SELECT max(seq) FROM ledger_entry WHERE kind = %s AND does = 'record' AND about = %s"


def erase(person: int) -> bool:
    """Let go of everything an entry `people.erased` covers; doing it again does no harm.

    False: gone, but a reader of the book or the sealed store still holds old bytes, so `finish` has to be
    called again. LookupError without such an entry. Never inside a transaction.
    """
    (seq,) = rows(ERASED_AT, [ERASED, person])[0]
    if seq is None:
        raise LookupError(person)
    forget_facts(person, seq)
    forget_requests(person)
    drafts.forget_all()
    for hook in HOOKS:
        hook(person)
    cleared = clear_book()
    return store.erase([person]) and cleared


def forget_facts(person: int, seq: int) -> None:
    """The facts of personal kinds about the person before the entry that erases; the heads stay."""
    kinds = personal_kinds()
    marks = ", ".join(["%s"] * len(kinds))
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM ledger_fact WHERE seq IN (SELECT seq FROM ledger_entry"
                f" WHERE about = %s AND seq < %s AND kind IN ({marks}))",
                [person, seq, *kinds],
            )
        rebuild([person])


def clear_book() -> bool:
    """Overwrite what the deleted facts left in the book's file; False if a reader still holds it.

    SQLite: `secure_delete` wrote zeros into the WAL; only the checkpoint brings them into the file.
    PostgreSQL: its own vacuum frees the rows; the server's role does not own the table.
    """
    return connection.vendor != "sqlite" or rows("PRAGMA wal_checkpoint(TRUNCATE)")[0][0] == 0


def forget_requests(person: int) -> None:
    """What still waits for a second person and would write about the erased one."""
    for request in Request.objects.all():
        if any(draft.act.about == person for draft in request.drafts):
            request.delete()


def unfinished() -> Sequence[int]:
    """Persons whose erasure stands in the book and who still have a sealed file or facts: after a crash."""
    erased = rows("SELECT about, max(seq) FROM ledger_entry WHERE kind = %s GROUP BY about", [ERASED])
    held = tables.among("SELECT subject FROM sealed_record WHERE subject IN ({})", [row[0] for row in erased])
    filed = {subject for (subject,) in held}
    return [person for person, seq in erased if person in filed or _has_facts(person, seq)]


def finish() -> list[int]:
    """Carry out what a crash left undone, and clear what readers held back; which persons."""
    left = list(unfinished())
    for person in left:
        erase(person)
    clear_book()
    tables.clear_remnants()
    return left


def personal_kinds() -> list[str]:
    """Kinds whose facts are about a person and can go."""
    return sorted(kind for kind, act in KINDS.items() if act.holds == PERSONAL)


def _has_facts(person: int, seq: int) -> bool:
    kinds = personal_kinds()
    marks = ", ".join(["%s"] * len(kinds))
    query = (
        "SELECT 1 FROM ledger_fact f JOIN ledger_entry e ON e.seq = f.seq"
        f" WHERE e.about = %s AND e.seq < %s AND e.kind IN ({marks}) LIMIT 1"
    )
    return bool(rows(query, [person, seq, *kinds]))
