"""The viewing log is signed whenever the book is; whoever cuts or changes it is found."""

from datetime import timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import DatabaseError, connections, transaction

from thenchot.access import log, log_proof, log_reading, viewing_guards
from thenchot.access.events import Role
from thenchot.access.log import Door, Viewer
from thenchot.access.tests.book import AN, AT, A
from thenchot.databases import as_owner
from thenchot.ledger import proof
from thenchot.ledger.checkpoints import opened
from thenchot.ledger.merkle import leaf, root_of
from thenchot.snapshot import keeping

CLERK = Viewer(41, "office", 900, "5e55")


def look(times=1):
    for _ in range(times):
        log.write(Door.PERSON, CLERK, AT, [AN])


def notes():
    return log_proof._ask("SELECT size, occasion, note FROM access_log_checkpoint ORDER BY number")


def found(book, own=None):
    return [*log_reading.faults(), *log_proof.faults(book.desk.key.public_key(), own=own)]


def by_hand(*statements):
    """Done past the guards by who owns the tables; then the guards are put back."""
    with as_owner("log"):
        connection = connections["log"]
        with connection.cursor() as cursor:
            for table, name in ((t, n) for t, n in guards(connection)):
                cursor.execute(f"DROP TRIGGER {name}" + (f" ON {table}" if table else ""))
            for statement in statements:
                cursor.execute(statement)
        viewing_guards.put_guards(connection)
        assert viewing_guards.missing_guards(connection) == []


def guards(connection):
    if connection.vendor == "sqlite":
        return [("", name) for name in viewing_guards.SQLITE]
    return [
        (f"access_{one}", f"{one}_{each}")
        for one in viewing_guards.ON_POSTGRESQL
        for each in ("row", "truncate")
    ]


def test_an_empty_log_is_not_signed(book):
    assert log_proof.make(book.desk.key, occasion="test", at=AT) is None
    assert notes() == [] and not log_proof.kept_path().exists()


def test_the_note_is_signed_over_the_tree_of_all_heads(book):
    look(5)
    made = log_proof.make(book.desk.key, occasion="test", at=AT)
    assert (made.origin, made.size) == ("thenchot/test/log", 5)
    assert made.root == root_of([leaf(head) for head in log.heads()])
    assert opened(made.note, "thenchot/test/log", book.desk.key.public_key()) == made
    assert log_proof.kept(book.desk.key.public_key()) == made
    look(4)
    again = log_proof.make(book.desk.key, occasion="test", at=AT)
    assert again.root == root_of([leaf(head) for head in log.heads()])
    assert log_proof.make(book.desk.key, occasion="test", at=AT) == again
    assert [size for size, _, _ in notes()] == [5, 9] and found(book) == []
    assert log_proof.kept(book.desk.key.public_key()) == again


def test_it_is_signed_whenever_the_book_was(book):
    look(2)
    for minutes in (0, 1):
        book.desk.seal_the_day(AT + timedelta(1, 60 * minutes))
        look()
    assert [(size, occasion) for size, occasion, _ in notes()] == [(2, "day")]
    book.account("nguoi.moi", (Role.OFFICE, A))
    proof.make_checkpoint(book.desk.key, occasion="closing", at=AT + timedelta(1, 90))
    book.desk.seal_the_day(AT + timedelta(1, 90))
    assert [(size, occasion) for size, occasion, _ in notes()] == [(2, "day"), (4, "closing")]


def test_a_write_stands_where_the_log_cannot_be_signed(book, monkeypatch):
    look()

    def full(*_):
        raise DatabaseError("database or disk is full")

    monkeypatch.setattr(log_proof, "_put", full)
    log_proof.follow(book.desk.key, at=AT)
    assert notes() == []
    monkeypatch.undo()
    log_proof.follow(book.desk.key, at=AT)
    assert len(notes()) == 1


CUT = [f"DELETE FROM access_{table} WHERE seq > 3" for table in ("viewed", "viewing")]


def test_a_cut_end_is_found_by_the_signature_in_the_log(book):
    look(5)
    log_proof.make(book.desk.key, occasion="test", at=AT)
    by_hand(*CUT)
    log_proof.kept_path().unlink()
    assert found(book) == [(1, "signed_more")]


def test_a_cut_end_with_its_signatures_is_found_by_the_note_beside_the_book(book):
    look(5)
    log_proof.make(book.desk.key, occasion="test", at=AT)
    by_hand(*CUT, "DELETE FROM access_log_checkpoint")
    assert found(book) == [(5, "log_is_cut")]
    # Signing what is left does not wipe it out, nor do new lines that reach further than the old ones.
    log_proof.make(book.desk.key, occasion="test", at=AT)
    assert found(book) == [(5, "log_is_cut")]
    look(4)
    log_proof.make(book.desk.key, occasion="test", at=AT)
    assert found(book) == [(5, "two_logs")]


def test_a_cut_end_with_everything_on_this_machine_is_found_by_a_note_kept_elsewhere(book):
    look(5)
    own = log_proof.make(book.desk.key, occasion="test", at=AT)
    by_hand(*CUT, "DELETE FROM access_log_checkpoint")
    log_proof.kept_path().unlink()
    assert found(book) == []
    assert found(book, own) == [(5, "log_is_cut")]


def test_a_note_of_another_key_is_not_believed(book):
    look(3)
    log_proof.make(Ed25519PrivateKey.generate(), occasion="test", at=AT)
    assert found(book) == [(0, "kept_is_ours"), (1, "checkpoint_is_ours")]


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ("UPDATE access_viewed SET account = 7 WHERE seq = 2", "columns"),
        ("UPDATE access_viewed SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2", "columns"),
        ("UPDATE access_viewed SET facts = replace(facts, '41', '42') WHERE seq = 2", "changed"),
        ("UPDATE access_viewing SET door = 'labels' WHERE seq = 2", "columns"),
        ("UPDATE access_viewing SET until = 9 WHERE seq = 2", "columns"),
        ("UPDATE access_viewing SET head = 'x' WHERE seq = 2", "unreadable"),
        ("DELETE FROM access_viewed WHERE seq = 2", "missing"),
        ("UPDATE access_viewed SET seq = 99 WHERE seq = 2", "nobodys"),
    ],
)
def test_a_changed_line_is_named(book, change, rule):
    look(4)
    log_proof.make(book.desk.key, occasion="test", at=AT)
    assert found(book) == []
    by_hand(change)
    assert rule in {what for _, what in found(book)}


def rewritten(old, new):
    """The organisation of a line made another wherever it stands."""
    head = f"""replace(head, '"{old}"', '"{new}"')"""
    return f"UPDATE access_viewing SET head = {head}, organisation = {new} WHERE seq = 2"


def test_a_head_rewritten_with_its_columns_is_found_by_the_tree_alone(book):
    look(4)
    by_hand(rewritten(900, 901))
    assert found(book) == []  # nothing was signed
    by_hand(rewritten(901, 900))
    log_proof.make(book.desk.key, occasion="test", at=AT)
    by_hand(rewritten(900, 901))
    assert found(book) == [(1, "checkpoint_matches"), (4, "two_logs")]


def test_the_database_refuses_to_change_what_was_signed(book):
    look()
    log_proof.make(book.desk.key, occasion="test", at=AT)
    attempts = [
        "UPDATE access_log_checkpoint SET note = 'x'",
        "DELETE FROM access_log_checkpoint",
        "INSERT INTO access_log_checkpoint (number, size, root, made_at, occasion, book, frontier, note)"
        " VALUES (1, 9, '', '', '', 0, '', '')",
    ]
    if connections["log"].vendor == "sqlite":
        attempts.append(attempts[-1].replace("INSERT", "INSERT OR REPLACE"))
    else:
        attempts.append("TRUNCATE access_log_checkpoint")
    for attempt in attempts:
        with pytest.raises(DatabaseError), transaction.atomic(using="log"):
            log_proof._ask(attempt)
    assert found(book) == []


def test_a_backup_brings_the_signatures_back(book, tmp_path, installation):
    from thenchot.access.desk import Desk
    from thenchot.sealed import directory, opening
    from thenchot.sealed.randomness import System

    look(6)
    log_proof.make(book.desk.key, occasion="test", at=AT)
    kept = keeping.backup(tmp_path / "kept", book.desk, at=AT, randomness=System())
    papers, before = book.begun.sheets[:2], notes()
    installation.renew()
    settings.THENCHOT_KEY_FILE.unlink()
    opening.use(None)
    directory.forget()
    keeping.restore(kept.book, kept.personal, papers, randomness=System())
    assert notes() == before and log_proof.kept(Desk.open().key.public_key()).size == 6
    assert found(book) == []
