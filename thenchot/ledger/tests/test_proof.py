"""The book's own proofs, and the independent verifier's word on what we export."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection

from thenchot.ledger import guards, proof, reading
from thenchot.ledger.checkpoints import opened
from thenchot.ledger.events import Founded, Holding, Mode
from thenchot.ledger.export import export
from thenchot.ledger.merkle import root_from_inclusion
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.verifying import verify
from thenchot.ledger.writing import Draft, append

from .acts import NOON, Put

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
VERIFIER = Path(__file__).parents[3] / "tools" / "verify_book.py"


@pytest.fixture
def book(installation):
    """A founded book with a few acts, checkpointed in the middle."""
    mint = SeededMint("proof")
    founded = Founded(
        about=99, effective_on=date(2015, 1, 1), mode=Mode.DEMO, code="08", holding=Holding.SINGLE,
        begins_on=date(2015, 1, 1),
    )  # fmt: skip
    append([Draft(founded, 1)], at=NOON, by=1, mint=mint)
    write(range(1, 6), mint)
    proof.make_checkpoint(KEY, occasion="day", at=NOON)
    write(range(6, 9), mint)
    return mint


def write(abouts, mint):
    acts = [Put(about=about, effective_on=date(2020, 1, about), colour="a") for about in abouts]
    append([Draft(act, 2) for act in acts], at=NOON, by=1, mint=mint)


def rules(report):
    return {fault.rule for fault in report.faults}


def test_a_true_book_is_in_order(book):
    report = verify(KEY.public_key())
    assert report.in_order
    assert (report.size, report.witnessed, report.checkpoints, report.erased) == (9, 6, 1, 0)


def test_checkpoints_extend_each_other_and_a_book_that_has_not_grown_keeps_its_last(book):
    grown = proof.make_checkpoint(KEY, occasion="closing", at=NOON)
    again = proof.make_checkpoint(KEY, occasion="backup", at=NOON + timedelta(days=1))
    assert grown == again
    assert [size for size, _, _, _ in proof.notes()] == [6, 9]
    assert opened(grown.note, "thenchot/08/book", KEY.public_key()).root == verify_root()


def verify_root():
    return bytes.fromhex(verify(KEY.public_key()).root)


def test_a_receipt_leads_to_the_root(book):
    checkpoint = proof.make_checkpoint(KEY, occasion="receipt", at=NOON)
    leaf, path = proof.receipt(4, checkpoint.size)
    assert root_from_inclusion(leaf, 3, checkpoint.size, path) == checkpoint.root


def unguarded(statement, *values):
    """What somebody with the file in hand could do."""
    with connection.cursor() as cursor:
        for table in guards.ALL:
            for verb in ("update", "delete", "insert"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {table}_{verb}")
        cursor.execute(statement, values)
    guards.install(connection)


@pytest.mark.sqlite_file
@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        (
            "UPDATE ledger_entry SET head = replace(head, '2020-01-03', '2020-01-04') WHERE seq = 4",
            "columns_repeat_the_head",
        ),
        ("UPDATE ledger_entry SET about = 7 WHERE seq = 4", "columns_repeat_the_head"),
        (
            "UPDATE ledger_fact SET facts = replace(facts, '\"a\"', '\"b\"') WHERE seq = 4",
            "facts_are_the_ones_committed",
        ),
        ("DELETE FROM ledger_fact WHERE seq = 4", "facts_gone_without_erasure"),
        ("DELETE FROM ledger_entry WHERE seq = 9", "periods_follow_the_book"),
        ("UPDATE ledger_period SET value = 'c' WHERE subject = 4", "periods_follow_the_book"),
        ("UPDATE ledger_checkpoint SET size = 5", "checkpoint_matches_the_book"),
        (
            "UPDATE ledger_checkpoint SET note = replace(note, 'thenchot/08', 'thenchot/09')",
            "checkpoint_is_ours",
        ),
    ],
)
def test_every_tampering_is_found_and_named(book, statement, rule):
    unguarded(statement)
    assert rule in rules(verify(KEY.public_key()))


@pytest.mark.sqlite_file
def test_a_rewritten_head_breaks_the_checkpoint_even_with_its_columns_mended(book):
    unguarded(
        "UPDATE ledger_entry SET effective_on = '2020-01-04',"
        " head = replace(head, '2020-01-03', '2020-01-04') WHERE seq = 4"
    )
    assert "checkpoint_matches_the_book" in rules(verify(KEY.public_key()))


@pytest.mark.sqlite_file
def test_a_cut_book_is_found_with_a_checkpoint_kept_elsewhere(book):
    own = proof.make_checkpoint(KEY, occasion="package", at=NOON)
    unguarded("DELETE FROM ledger_entry WHERE seq > 6")
    unguarded("DELETE FROM ledger_checkpoint WHERE size > 6")
    assert "book_is_cut" in rules(verify(KEY.public_key(), own=own))


def test_the_independent_verifier_accepts_what_we_export(book, tmp_path):
    size = export(tmp_path / "book", KEY, at=NOON)
    done = subprocess.run([sys.executable, VERIFIER, tmp_path / "book"], capture_output=True, text=True)
    assert (size, done.returncode) == (reading.size(), 0), done.stdout + done.stderr
    assert not list(tmp_path.glob(".book*"))
    with pytest.raises(FileExistsError):
        export(tmp_path / "book", KEY, at=NOON)
