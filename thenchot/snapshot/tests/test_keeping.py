"""Two backups and the way back: whole, on either database, and nobody erased comes back."""

import shutil
from datetime import timedelta
from hashlib import sha256

import pytest
from django.conf import settings

from thenchot.access import accounts, erasing, log, log_reading
from thenchot.access.desk import Desk, signing_key_path
from thenchot.access.log import Door
from thenchot.access.tests.book import AN, AT, BINH, NAMES, TODAY, A, begin
from thenchot.ledger import backup as book_backup
from thenchot.ledger import reading
from thenchot.ledger.checkpoints import opened
from thenchot.ledger.proof import origin
from thenchot.ledger.verifying import verify
from thenchot.rooms.people.events import Erased
from thenchot.sealed import backup as sealed_backup
from thenchot.sealed import directory, opening, store, unsealed
from thenchot.sealed.randomness import System
from thenchot.snapshot import keeping
from thenchot.snapshot.closing import folder as closings


@pytest.fixture
def begun(installation):
    opening.use(None)
    yield begin()
    opening.use(None)
    directory.forget()


@pytest.fixture
def gone(installation):
    """The machine is lost; an empty one stands in its place."""

    def lose():
        installation.renew()
        settings.THENCHOT_KEY_FILE.unlink()
        opening.use(None)
        directory.forget()

    return lose


def kept(tmp_path, at=AT):
    return keeping.backup(tmp_path / "backups", Desk.open(), at=at, randomness=System())


def restored(made, papers):
    return keeping.restore(made.book, made.personal, (papers[0], papers[2]), randomness=System())


def heads():
    return sha256("".join(head for head, _, _ in reading.heads()).encode()).hexdigest()


def test_everything_comes_back(begun, gone, tmp_path):
    log.write(Door.LABELS, log.SERVER, AT, [AN, BINH])
    made, before = kept(tmp_path), heads()
    said = accounts.named("van.phong").id, list(log.heads())[:1], signing_key_path().read_text()
    periods = reading.rows("SELECT count(*) FROM ledger_period")
    gone()
    assert restored(made, begun.begun.sheets) == made.entries
    assert heads() == before and reading.rows("SELECT count(*) FROM ledger_period") == periods
    assert (accounts.named("van.phong").id, list(log.heads())[:1], signing_key_path().read_text()) == said
    assert {one: file.name for one, file in unsealed.fetch(NAMES).items()} == NAMES
    assert list(log_reading.faults()) == []
    desk = Desk.open()
    note = keeping.own_checkpoint(made.book)
    report = verify(desk.key.public_key(), own=opened(note, origin(), desk.key.public_key()))
    assert report.in_order and report.witnessed == report.size
    assert not (settings.THENCHOT_HOME / keeping.RESTORING).exists()


def test_an_old_personal_backup_brings_nobody_back(begun, gone, tmp_path):
    old = kept(tmp_path)
    begun.write(Erased(about=AN, effective_on=TODAY, organisation=A, ground="requested"))
    erasing.erase(AN)
    new = kept(tmp_path, AT + timedelta(hours=1))
    gone()
    mixed = keeping.Kept(new.book, old.personal, new.entries)
    restored(mixed, begun.begun.sheets)
    assert AN not in unsealed.fetch([AN, BINH]) and BINH in unsealed.fetch([AN, BINH])
    assert store.by_number(f"099{AN:09d}") is None
    assert [e.act for e in reading.entries(AN) if e.kind == "people.registered"] == [None]
    assert verify(Desk.open().key.public_key()).in_order


def test_an_old_book_is_refused_beside_a_newer_store(begun, gone, tmp_path):
    old = kept(tmp_path)
    begun.write(Erased(about=AN, effective_on=TODAY, organisation=A, ground="requested"))
    erasing.erase(AN)
    new = kept(tmp_path, AT + timedelta(hours=1))
    gone()
    with pytest.raises(keeping.NotTogether, match="older_book"):
        restored(keeping.Kept(old.book, new.personal, 0), begun.begun.sheets)
    assert reading.size() == 0  # the book goes in last: nothing opens
    assert restored(new, begun.begun.sheets) == new.entries


def test_facts_that_a_crash_left_after_an_erasure_are_not_restored(begun, gone, tmp_path):
    begun.write(Erased(about=AN, effective_on=TODAY, organisation=A, ground="requested"))
    made = kept(tmp_path)  # erased in the book, not yet carried out
    gone()
    restored(made, begun.begun.sheets)
    assert erasing.unfinished() == [] and AN not in unsealed.fetch([AN])


@pytest.mark.parametrize("place", range(3))
def test_one_changed_byte_is_named(begun, gone, tmp_path, place):
    made = kept(tmp_path)
    file = sorted(path for path in made.book.rglob("*") if path.is_file())[place % 2]
    content = bytearray(file.read_bytes())
    content[len(content) * (place + 1) // 5] ^= 1
    file.write_bytes(content)
    gone()
    with pytest.raises(book_backup.NotABackup):
        restored(made, begun.begun.sheets)
    assert reading.size() == 0


def test_nothing_is_written_over_an_installation(begun, tmp_path):
    made, before = kept(tmp_path), heads()
    with pytest.raises(keeping.Occupied):
        restored(made, begun.begun.sheets)
    assert heads() == before and unsealed.fetch([AN])


def test_a_restore_that_was_stopped_is_begun_again(begun, gone, tmp_path, monkeypatch):
    made = kept(tmp_path)
    gone()
    for place in ("_copy_closings", "_finished"):
        with monkeypatch.context() as broken:
            broken.setattr(keeping, place, lambda *_: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                restored(made, begun.begun.sheets)
    assert restored(made, begun.begun.sheets) == made.entries
    assert unsealed.fetch([AN]) and accounts.named("van.phong")


def test_closings_go_with_the_book_and_a_second_backup_stands_beside(begun, tmp_path):
    with closings.locked() as root:
        (root / "7f3a").mkdir()
        closings.put(root / "7f3a" / closings.MANIFEST, b"{}")
        (root / ".half.part").mkdir()
    first, second = kept(tmp_path), kept(tmp_path)
    assert first.book != second.book
    assert sorted(path.name for path in (second.book / "closings").iterdir()) == ["7f3a"]
    assert not [path for path in (tmp_path / "backups").iterdir() if path.name.startswith(".")]


def test_no_name_and_no_login_lies_with_the_book(begun, tmp_path):
    made = kept(tmp_path)
    held = b"".join(path.read_bytes() for path in made.book.rglob("*") if path.is_file())
    secret = [
        *(name.encode() for name in NAMES.values()),
        b"van.phong",
        signing_key_path().read_bytes().strip(),
    ]
    assert [one for one in secret if one in held] == []
    assert [one for one in secret if one in made.personal.read_bytes()] == []


def test_personal_backups_go_after_sixty_days(begun, tmp_path):
    first = kept(tmp_path)
    later = kept(tmp_path, AT + timedelta(days=60))
    assert later.deleted == (first.personal,) and first.book.exists() and not first.personal.exists()


def test_sheets_of_another_installation_or_a_cut_backup_leave_nothing(begun, gone, tmp_path):
    made = kept(tmp_path)
    cut = tmp_path / made.personal.name
    shutil.copyfile(made.personal, cut)
    with cut.open("rb+") as file:
        file.truncate(cut.stat().st_size - 7)
    gone()
    with pytest.raises(sealed_backup.BackupRefused):
        restored(keeping.Kept(made.book, cut, 0), begun.begun.sheets)
    assert not opening.keyring_path().exists() and reading.size() == 0
    assert restored(made, begun.begun.sheets) == made.entries
