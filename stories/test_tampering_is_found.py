"""S4: any edit, cut or re-ordering of the book is found, given a checkpoint at or after the cut.

MUTANTS=10000: so many of each sort. The same changed export goes to tools/verify_book.py and, restored into
an empty book, to the product's own verifier; and rows are changed where they lie, past the guards.
"""

from __future__ import annotations

import json
import random
import shutil
import string
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection, transaction

from stories.nightly import tell, times
from stories.province import AT, fill
from thenchot.ledger import backup, guards, proof, reading
from thenchot.ledger.checkpoints import Checkpoint
from thenchot.ledger.export import export
from thenchot.ledger.verifying import verify
from tools import verify_book

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PERSONS = 6
MUTANTS = times("MUTANTS", 150)
pytestmark = pytest.mark.sqlite_file  # an empty book is made here by taking the guards away


@pytest.fixture
def own(installation) -> Checkpoint:
    """A small province with somebody erased in it, checkpointed on the way; the checkpoint that one keeps."""
    fill(
        "tampering", persons=PERSONS, erased=1,
        meanwhile=lambda place: proof.make_checkpoint(KEY, occasion="day", at=AT),
    )  # fmt: skip
    return proof.make_checkpoint(KEY, occasion="package", at=AT)


# ------------------------------------------------------------------ the exported book, before two verifiers


def test_a_changed_export_is_found_by_both(own, tmp_path):
    true, changed = tmp_path / "true" / "book", tmp_path / "changed" / "book"
    export(true, KEY, at=AT)
    (tmp_path / "own.txt").write_text(own.note, encoding="utf-8", newline="")
    (tmp_path / "key.txt").write_bytes((true / "key.txt").read_bytes())
    made = [json.dumps(row) for row in proof.notes()]
    lines = (true / "entries.jsonl").read_bytes().splitlines(keepends=True)
    verified = partial(verify_book.verify, changed, tmp_path / "key.txt", tmp_path / "own.txt")
    shutil.copytree(true, changed)
    (changed.parent / backup.MADE).write_text("\n".join(made), encoding="utf-8")
    empty()
    assert verified().problems == [] and restored_in_order(changed.parent, own)

    chance, missed, same = random.Random(20261121), Counter(), 0
    for number in range(MUTANTS):
        sort = chance.choice(list(EXPORTED))
        while (mutant := EXPORTED[sort](chance, list(lines))) == lines:
            pass
        (changed / "entries.jsonl").write_bytes(b"".join(mutant))
        missed["verify_book", sort] += not verified().problems
        if restored_in_order(changed.parent, own):
            # A space between the parts of a line, say: it is read as the very same book.
            assert list(backup.lines(changed.parent)) == list(backup.lines(true.parent)), (number, sort)
            same += 1
        assert not missed.total(), (number, missed)
    tell("S4 exported", mutants=MUTANTS, missed_by_verify_book=0, missed_when_restored=0, read_the_same=same)


def restored_in_order(folder: Path, own: Checkpoint) -> bool:
    """What the product says of the book restored from a folder; nothing of it stays."""
    with transaction.atomic():
        try:
            with transaction.atomic():
                backup.restore(folder)
                return verify(KEY.public_key(), own=own).in_order
        except backup.NotABackup:
            return False
        finally:
            transaction.set_rollback(True)


Lines = list[bytes]


def edit_a_byte(chance: random.Random, lines: Lines) -> Lines:
    place = chance.randrange(len(lines))
    line = bytearray(lines[place])
    line[chance.randrange(len(line))] = ord(chance.choice(string.printable))
    lines[place] = bytes(line)
    return lines


def edit_a_value(chance: random.Random, lines: Lines) -> Lines:
    """A day, an id, a code made another of the same form, as who knows the format would."""
    place = chance.randrange(len(lines))
    line = bytearray(lines[place])
    digits = [n for n, byte in enumerate(line) if chr(byte).isdigit()]
    line[chance.choice(digits)] = ord(chance.choice(string.digits))
    lines[place] = bytes(line)
    return lines


def insert_or_drop_a_byte(chance: random.Random, lines: Lines) -> Lines:
    place = chance.randrange(len(lines))
    at, line = chance.randrange(len(lines[place])), lines[place]
    more = chance.choice((b"", chance.choice(string.printable).encode()))
    lines[place] = line[:at] + more + line[at + (not more) :]
    return lines


def cut_the_end(chance: random.Random, lines: Lines) -> Lines:
    return lines[: chance.randrange(len(lines))]


def cut_out(chance: random.Random, lines: Lines) -> Lines:
    first = chance.randrange(len(lines))
    del lines[first : first + chance.randrange(1, 4)]
    return lines


def cut_out_and_renumber(chance: random.Random, lines: Lines) -> Lines:
    """Cut out one entry and let the others close the gap."""
    gone = chance.randrange(len(lines))
    del lines[gone]
    for place in range(gone, len(lines)):
        lines[place] = lines[place].replace(
            f'\\"seq\\":{place + 2},'.encode(), f'\\"seq\\":{place + 1},'.encode()
        )
    return lines


def swap(chance: random.Random, lines: Lines) -> Lines:
    one, other = chance.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    return lines


def swap_and_renumber(chance: random.Random, lines: Lines) -> Lines:
    one = chance.randrange(len(lines) - 1)
    lines[one], lines[one + 1] = lines[one + 1], lines[one]
    for place in (one, one + 1):
        for number in (one + 1, one + 2):
            lines[place] = lines[place].replace(f'\\"seq\\":{number},'.encode(), b'\\"seq\\":?,')
        lines[place] = lines[place].replace(b'\\"seq\\":?,', f'\\"seq\\":{place + 1},'.encode())
    return lines


def twice(chance: random.Random, lines: Lines) -> Lines:
    place = chance.randrange(len(lines))
    lines.insert(chance.randrange(len(lines)), lines[place])
    return lines


def swap_facts(chance: random.Random, lines: Lines) -> Lines:
    """The facts of one entry with their salt under the head of another."""
    one, other = chance.sample(range(len(lines)), 2)
    parts = [json.loads(lines[n]) for n in (one, other)]
    for part, given, place in zip(parts, reversed(parts), (one, other), strict=True):
        lines[place] = spelled({"head": part["head"], **{k: v for k, v in given.items() if k != "head"}})
    return lines


def drop_facts(chance: random.Random, lines: Lines) -> Lines:
    place = chance.randrange(len(lines))
    lines[place] = spelled({"head": json.loads(lines[place])["head"]})
    return lines


def spelled(said: dict[str, str]) -> bytes:
    return (json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


EXPORTED: dict[str, Callable[[random.Random, Lines], Lines]] = {
    change.__name__: change
    for change in (
        edit_a_byte, edit_a_value, insert_or_drop_a_byte, cut_the_end, cut_out, cut_out_and_renumber, swap,
        swap_and_renumber, twice, swap_facts, drop_facts,
    )
}  # fmt: skip


def empty() -> None:
    """The book away, with somebody's hands on the file, so that another can be restored here."""
    unguarded("DELETE FROM ledger_entry", "DELETE FROM ledger_fact", "DELETE FROM ledger_checkpoint",
              "DELETE FROM ledger_period")  # fmt: skip
    assert reading.size() == 0


def unguarded(*statements: str) -> None:
    """What somebody could do who has the file of the database in hand."""
    with connection.cursor() as cursor:
        for trigger in guards.expected(connection.vendor):
            cursor.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            cursor.execute(statement)
    guards.install(connection)
