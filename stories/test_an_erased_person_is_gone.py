"""S13: an erased person is gone from every file, the tree verifies, no old backup brings her back."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.conf import settings
from django.db import connections

from thenchot.access import erasing
from thenchot.access.desk import Desk
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AN, AT, BEGINS, BINH, NAMES, TODAY, A, begin
from thenchot.ledger import proof, reading
from thenchot.ledger.days import PartialDay
from thenchot.ledger.export import export
from thenchot.ledger.periods import rebuild
from thenchot.ledger.verifying import verify
from thenchot.ledger.writing import Draft
from thenchot.rooms.membership import events as membership
from thenchot.rooms.people.events import Adjusted, Erased
from thenchot.sealed import directory, opening, store, tables, unsealed
from thenchot.sealed.randomness import System
from thenchot.snapshot import keeping, segments
from thenchot.snapshot.engine import open_engine
from tools import verify_book

# Said of nobody else, so that its bytes can be looked for.
ONLY_HERS = {"ethnicity": "ethnicity-only-hers", "ground": "ground-only-hers"}


@pytest.fixture
def book(installation, monkeypatch):
    """The small book with more about AN; ranges are short, so that she lies in some that are full."""
    monkeypatch.setattr(segments, "RANGE", 16)
    opening.use(None)
    made = begin()
    made.write(
        Adjusted(about=AN, effective_on=BEGINS, organisation=A1, birth=PartialDay.of("1931-02"), sex="female",
                 ethnicity=ONLY_HERS["ethnicity"]),
        membership.NameRemoved(about=AN, effective_on=TODAY, organisation=A1, ground=ONLY_HERS["ground"],
                               decided_by="commune"),
    )  # fmt: skip
    for n in range(20):
        made.account(f"after.{n}", (Role.OFFICE, A))  # entries after hers
    yield made
    opening.use(None)
    directory.forget()


@pytest.fixture
def her_bytes(book):
    """What lies in files because of her alone: salts, facts, the sealed record, the values in columns."""
    stored = reading.rows(
        "SELECT e.about, f.salt, f.facts FROM ledger_fact f JOIN ledger_entry e ON e.seq = f.seq"
    )
    others = {facts for about, _, facts in stored if about != AN}
    hers = [(bytes(salt), facts) for about, salt, facts in stored if about == AN]
    found = [salt for salt, _ in hers] + [facts.encode() for _, facts in hers if facts not in others]
    found += [row.blob for row in tables.rows([AN], "personal")]
    return [*found, *(value.encode() for value in ONLY_HERS.values())]


def erase(book) -> None:
    """As an office does it: one asks, another confirms."""
    clerk = book.account("ngan", (Role.OFFICE, A), (Role.ORGANISING, A)).id
    deputy = book.account("hung", (Role.CONFIRMER, A)).id
    act = Erased(about=AN, effective_on=TODAY, organisation=A1, ground="requested")
    (asked,) = book.desk.record([Draft(act, 601)], by=clerk, at=AT).waiting
    book.desk.confirm(asked.code, by=deputy, at=AT)


def holding(folder: Path, pieces: list[bytes]) -> set[str]:
    """The files that hold any of these bytes, plainly or in a column of Parquet."""
    found = set()
    for file in (path for path in folder.rglob("*") if path.is_file()):
        said = file.read_bytes()
        if file.suffix == ".parquet":
            said += repr(pq.ParquetFile(file).read().to_pylist()).encode()
        if any(piece in said for piece in pieces):
            found.add(file.relative_to(folder).parts[0])
    return found


def test_no_byte_of_her_is_left_and_everything_verifies(book, her_bytes, tmp_path, installation):
    open_engine().close()  # segments are written
    if on_sqlite := installation.engine == "sqlite":
        for each in ("default", "personal"):  # into the file itself, not only its log
            with connections[each].cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = holding(settings.THENCHOT_HOME, her_bytes)
    assert before == {"segments", *(("book.sqlite3", "personal.sqlite3") if on_sqlite else ())}
    erase(book)
    assert holding(settings.THENCHOT_HOME, her_bytes) == set()
    assert reading.rows(
        "SELECT count(*) FROM ledger_fact f JOIN ledger_entry e ON e.seq = f.seq"
        " WHERE e.about = %s AND e.kind <> 'people.erased'", [AN],
    ) == [(0,)]  # fmt: skip
    assert reading.periods_of(AN) == [] and unsealed.fetch([AN]) == {}
    assert store.by_number(f"099{AN:09d}") is None and erasing.unfinished() == []

    own = proof.make_checkpoint(book.desk.key, occasion="test", at=AT)
    report = verify(book.desk.key.public_key(), own=own)
    assert report.in_order and report.erased == 4
    export(tmp_path / "export", book.desk.key, at=AT)
    assert verify_book.verify(tmp_path / "export").problems == []
    assert holding(tmp_path / "export", her_bytes) == set()


@pytest.mark.parametrize("book_from", ["after", "before"])
def test_an_old_backup_does_not_bring_her_back(book, her_bytes, tmp_path, installation, book_from):
    """Old names beside a newer book come back without hers; an old book beside newer names is refused."""

    def kept(name: str) -> keeping.Kept:
        return keeping.backup(tmp_path / name, Desk.open(), at=AT, randomness=System())

    papers = book.begun.sheets[0], book.begun.sheets[2]
    old = kept("before")
    assert AN in unsealed.fetch([AN])
    erase(book)
    new = kept("after")
    installation.renew()
    settings.THENCHOT_KEY_FILE.unlink()
    opening.use(None)
    directory.forget()
    if book_from == "before":
        with pytest.raises(keeping.NotTogether):
            keeping.restore(old.book, new.personal, papers, randomness=System())
        assert unsealed.fetch([AN]) == {} if opening.keyring_path().exists() else True
        return
    keeping.restore(new.book, old.personal, papers, randomness=System())
    assert unsealed.fetch(NAMES).keys() == NAMES.keys() - {AN}
    assert store.by_number(f"099{BINH:09d}") == BINH and store.by_number(f"099{AN:09d}") is None
    assert reading.periods_of(AN) == [] and erasing.unfinished() == []
    rebuild()
    assert verify(Desk.open().key.public_key()).in_order
    assert holding(settings.THENCHOT_HOME, her_bytes) == set()
