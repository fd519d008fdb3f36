"""S4, where the book lies: rows changed past the guards by who has the file are found, whatever is changed.

MUTANTS=10000: so many. The guards are put back each time, so that only the verifier is asked.
"""

from __future__ import annotations

import json
import random
import string
from collections import Counter

import pytest
from django.db import transaction

from stories.nightly import tell
from stories.test_tampering_is_found import KEY, MUTANTS, own, unguarded
from thenchot.ledger import reading
from thenchot.ledger.verifying import verify

pytestmark = pytest.mark.sqlite_file
__all__ = ["own"]  # the fixture

ENTRY = (
    "root",
    "act_set",
    "kind",
    "about",
    "organisation",
    "effective_on",
    "signed_on",
    "does",
    "written_at",
)
PERIOD = ("subject", "track", "key", "value", "since", "until", "opened_by", "closed_by")


def test_rows_changed_where_they_lie_are_found(own):
    chance, found, sorts = random.Random(20261121), 0, Counter()
    assert verify(KEY.public_key(), own=own).in_order
    for number in range(MUTANTS):
        sort = chance.choice(list(CHANGES))
        before = state()
        with transaction.atomic():
            unguarded(*CHANGES[sort](chance))
            if state() != before:
                report = verify(KEY.public_key(), own=own)
                assert not report.missing_guards
                assert report.faults, (number, sort)
                found += 1
                sorts[sort] += 1
            transaction.set_rollback(True)
    assert (found > MUTANTS * 0.9 and len(sorts) == len(CHANGES)) or MUTANTS < 100
    tell("S4 rows", mutants=found, missed=0, **sorts)


Change = list[str]


def one_of(table: str, chance: random.Random) -> int:
    """The number of any row."""
    number = "number" if table == "ledger_checkpoint" else "seq"
    return chance.choice(reading.rows(f"SELECT {number} FROM {table} ORDER BY 1"))[0]


def value(table: str, column: str, number: int) -> object:
    key = "number" if table == "ledger_checkpoint" else "seq"
    return reading.rows(f"SELECT {column} FROM {table} WHERE {key} = {number}")[0][0]


def spelled(given: object) -> str:
    """A value in SQL."""
    if given is None or isinstance(given, int):
        return "NULL" if given is None else str(given)
    return "x'" + given.hex() + "'" if isinstance(given, bytes) else "'" + str(given).replace("'", "''") + "'"


def touched(chance: random.Random, text: str) -> str:
    """One character made another of its sort."""
    place = chance.randrange(len(text))
    letters = string.digits if text[place].isdigit() else string.ascii_letters
    return text[:place] + chance.choice(letters) + text[place + 1 :]


def edit_head(chance: random.Random) -> Change:
    seq = one_of("ledger_entry", chance)
    head = touched(chance, str(value("ledger_entry", "head", seq)))
    return [f"UPDATE ledger_entry SET head = {spelled(head)} WHERE seq = {seq}"]


def edit_column(chance: random.Random) -> Change:
    """A column takes what it is in another entry."""
    (seq, other), column = (one_of("ledger_entry", chance) for _ in "12"), chance.choice(ENTRY)
    given = spelled(value("ledger_entry", column, other))
    return [f"UPDATE ledger_entry SET {column} = {given} WHERE seq = {seq}"]


def edit_head_and_columns(chance: random.Random) -> Change:
    """A day or an organisation rewritten everywhere it stands, as who knows the format would."""
    seq = one_of("ledger_entry", chance)
    head = json.loads(str(value("ledger_entry", "head", seq)))
    head["effective_on"] = day = f"2023-0{chance.randrange(1, 10)}-1{chance.randrange(10)}"
    line = json.dumps(head, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return [f"UPDATE ledger_entry SET head = {spelled(line)}, effective_on = '{day}' WHERE seq = {seq}"]


def edit_facts(chance: random.Random) -> Change:
    seq = one_of("ledger_fact", chance)
    facts = touched(chance, str(value("ledger_fact", "facts", seq)))
    return [f"UPDATE ledger_fact SET facts = {spelled(facts)} WHERE seq = {seq}"]


def edit_salt(chance: random.Random) -> Change:
    seq, salt = one_of("ledger_fact", chance), chance.randbytes(16)
    return [f"UPDATE ledger_fact SET salt = {spelled(salt)} WHERE seq = {seq}"]


def delete_facts(chance: random.Random) -> Change:
    return [f"DELETE FROM ledger_fact WHERE seq = {one_of('ledger_fact', chance)}"]


def cut(chance: random.Random) -> Change:
    """The end of the book, with the checkpoints of it."""
    seq = one_of("ledger_entry", chance)
    rest = [f"DELETE FROM ledger_{table} WHERE seq >= {seq}" for table in ("entry", "fact")]
    return [*rest, f"DELETE FROM ledger_checkpoint WHERE size >= {seq}"]


def cut_out(chance: random.Random) -> Change:
    seq = one_of("ledger_entry", chance)
    return [f"DELETE FROM ledger_{table} WHERE seq = {seq}" for table in ("entry", "fact")]


def swap(chance: random.Random) -> Change:
    """Two entries and their facts change places."""
    one, other = one_of("ledger_entry", chance), one_of("ledger_entry", chance)
    steps = ((one, -1), (other, one), (-1, other))
    return [
        f"UPDATE ledger_{table} SET seq = {to} WHERE seq = {seq}"
        for table in ("entry", "fact") for seq, to in steps
    ]  # fmt: skip


def copy(chance: random.Random) -> Change:
    """An entry once more, at the end or where no reader from 1 to the last comes by."""
    place = chance.choice((reading.size() + 1, 0, -5))
    return copied(one_of("ledger_entry", chance), place)


def copied(seq: int, place: int) -> Change:
    columns, old = ", ".join(ENTRY), f"WHERE seq = {seq}"
    return [
        f"INSERT INTO ledger_entry (seq, {columns}, head) SELECT {place}, {columns}, head"
        f" FROM ledger_entry {old}",
        f"INSERT INTO ledger_fact (seq, salt, facts) SELECT {place}, salt, facts FROM ledger_fact {old}",
    ]


def facts_of_nobody(chance: random.Random) -> Change:
    return copied(one_of("ledger_fact", chance), reading.size() + chance.randrange(1, 9))[1:]


def another_kind(chance: random.Random) -> Change:
    """The kind made another wherever it stands: its facts are then not those of the kind."""
    seq, new = one_of("ledger_entry", chance), "people.adjusted"
    head, old = str(value("ledger_entry", "head", seq)), value("ledger_entry", "kind", seq)
    line = spelled(head.replace(f'"{old}"', f'"{new}"'))
    return [f"UPDATE ledger_entry SET head = {line}, kind = '{new}' WHERE seq = {seq}"]


def edit_checkpoint(chance: random.Random) -> Change:
    number, column = one_of("ledger_checkpoint", chance), chance.choice(("note", "root", "frontier"))
    new = touched(chance, str(value("ledger_checkpoint", column, number)))
    return [f"UPDATE ledger_checkpoint SET {column} = {spelled(new)} WHERE number = {number}"]


def resize_checkpoint(chance: random.Random) -> Change:
    number, size = one_of("ledger_checkpoint", chance), chance.randrange(1, reading.size() + 9)
    return [f"UPDATE ledger_checkpoint SET size = {size} WHERE number = {number}"]


def delete_checkpoint(chance: random.Random) -> Change:
    return [f"DELETE FROM ledger_checkpoint WHERE number = {one_of('ledger_checkpoint', chance)}"]


def edit_period(chance: random.Random) -> Change:
    """What pages read from: a value, a day, the act that opened it."""
    rowid, other = (chance.choice(reading.rows("SELECT rowid FROM ledger_period"))[0] for _ in "12")
    column = chance.choice(PERIOD)
    (given,) = reading.rows(f"SELECT {column} FROM ledger_period WHERE rowid = {other}")[0]
    return [f"UPDATE OR IGNORE ledger_period SET {column} = {spelled(given)} WHERE rowid = {rowid}"]


def delete_period(chance: random.Random) -> Change:
    rowid = chance.choice(reading.rows("SELECT rowid FROM ledger_period"))[0]
    return [f"DELETE FROM ledger_period WHERE rowid = {rowid}"]


CHANGES = {
    change.__name__: change
    for change in (
        edit_head, edit_column, edit_head_and_columns, edit_facts, edit_salt, delete_facts, cut, cut_out,
        swap, copy, facts_of_nobody, another_kind, edit_checkpoint, resize_checkpoint, delete_checkpoint,
        edit_period, delete_period,
    )
}  # fmt: skip


def state() -> list[object]:
    """The tables as they are; not every change changes something."""
    tables = ("entry", "fact", "checkpoint", "period")
    return [sorted(map(repr, reading.rows(f"SELECT * FROM ledger_{table}"))) for table in tables]
