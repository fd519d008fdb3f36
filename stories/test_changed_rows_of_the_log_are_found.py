"""S4 for the viewing log: rows changed past the guards by who has the file are found, whatever is changed.

LOG_MUTANTS=10000: so many. The guards are put back each time, so that only the verifier is asked; it knows
the note that lies beside the book.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connections, transaction

from stories.nightly import tell, times
from stories.province import fill
from stories.test_changed_rows_are_found import spelled, touched
from thenchot.access import log, log_proof, log_reading, viewing_guards
from thenchot.access.log import Door, Reason, Viewer

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
AT = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
MUTANTS = times("LOG_MUTANTS", 150)
pytestmark = pytest.mark.sqlite_file

HEADS = ("head", "at", "organisation", "door", "until")
FACTS = ("salt", "facts", "account", "at")
SIGNED = ("size", "root", "frontier", "note")


@pytest.fixture
def signed_log(installation) -> None:
    """Forty lines of three accounts through several doors, signed twice and to the end."""
    fill("log", persons=1)
    chance = random.Random(1)
    for line in range(40):
        viewer = Viewer(chance.choice((41, 42, 43)), "office", chance.choice((900, 901)), "5e55")
        door = chance.choice((Door.LABELS, Door.PERSON, Door.REVEAL))
        log.write(door, viewer, AT + timedelta(minutes=line), [chance.randrange(9)], reason=Reason.PAPER)
        if line in (20, 39):
            log_proof.make(KEY, occasion="test", at=AT)
    log_reading.detach_old(log.SERVER, AT)  # nothing is old enough


def test_rows_of_the_log_changed_where_they_lie_are_found(signed_log):
    chance, found, sorts = random.Random(20261121), 0, Counter()
    assert not faults()
    for number in range(MUTANTS):
        sort = chance.choice(list(CHANGES))
        before = state()
        with transaction.atomic(using="log"):
            unguarded(*CHANGES[sort](chance))
            if state() != before:
                assert faults(), (number, sort)
                found += 1
                sorts[sort] += 1
            transaction.set_rollback(True, using="log")
    assert found > MUTANTS * 0.7 and len(sorts) == len(CHANGES)
    tell("S4 log rows", mutants=found, missed=0, **sorts)


def faults() -> list[tuple[int, str]]:
    return [*log_reading.faults(), *log_proof.faults(KEY.public_key())]


def ask(sql: str) -> list[tuple]:
    return log_proof._ask(sql)


def unguarded(*statements: str) -> None:
    for trigger in viewing_guards.SQLITE:
        ask(f"DROP TRIGGER {trigger}")
    for statement in statements:
        ask(statement)
    viewing_guards.put_guards(connections["log"])


def edit(table: str, columns: tuple[str, ...], chance: random.Random) -> list[str]:
    """One character of a value made another; a number a little larger."""
    key = "number" if table == "access_log_checkpoint" else "seq"
    place = chance.choice(ask(f"SELECT {key} FROM {table}"))[0]
    column = chance.choice(columns)
    (value,) = ask(f"SELECT {column} FROM {table} WHERE {key} = {place}")[0]
    if isinstance(value, bytes):
        new: object = chance.randbytes(16)
    elif isinstance(value, str):
        new = touched(chance, value)
    else:
        new = (value or 0) + chance.randrange(1, 9)
    return [f"UPDATE {table} SET {column} = {spelled(new)} WHERE {key} = {place}"]


def edit_head(chance: random.Random) -> list[str]:
    return edit("access_viewing", HEADS, chance)


def edit_facts(chance: random.Random) -> list[str]:
    return edit("access_viewed", FACTS, chance)


def edit_signature(chance: random.Random) -> list[str]:
    return edit("access_log_checkpoint", SIGNED, chance)


def cut(chance: random.Random) -> list[str]:
    """The end of the log with its signatures."""
    seq = chance.randrange(1, 41)
    lines = [f"DELETE FROM {table} WHERE seq >= {seq}" for table in ("access_viewing", "access_viewed")]
    return [*lines, f"DELETE FROM access_log_checkpoint WHERE size >= {seq}"]


def cut_out(chance: random.Random) -> list[str]:
    seq = chance.randrange(1, 41)
    return [f"DELETE FROM {table} WHERE seq = {seq}" for table in ("access_viewing", "access_viewed")]


def drop_facts(chance: random.Random) -> list[str]:
    return [f"DELETE FROM access_viewed WHERE seq = {chance.randrange(1, 41)}"]


def swap(chance: random.Random) -> list[str]:
    """What was said in two lines changes places."""
    one, other = chance.sample(range(1, 41), 2)
    steps = ((one, -1), (other, one), (-1, other))
    return [f"UPDATE access_viewed SET seq = {to} WHERE seq = {seq}" for seq, to in steps]


CHANGES = {
    one.__name__: one for one in (edit_head, edit_facts, edit_signature, cut, cut_out, drop_facts, swap)
}


def state() -> list[object]:
    """The tables as they are; not every change changes something."""
    tables = ("viewing", "viewed", "log_checkpoint")
    return [sorted(map(repr, ask(f"SELECT * FROM access_{one}"))) for one in tables]
