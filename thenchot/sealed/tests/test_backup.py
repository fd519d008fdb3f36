import json
from datetime import date, timedelta
from itertools import product

import pytest

from thenchot.sealed import backup, opening, sheets, store, tables, unsealed
from thenchot.sealed.box import WrongKey
from thenchot.sealed.keyring import Keyring

NEW_MACHINE = bytes(reversed(range(32)))


@pytest.fixture
def made(opened, at, randomness, person, tmp_path):
    """(path of a backup, sheets, what the book was told, note ids)."""
    told = store.put_persons(
        [person(one, "Vàng A Sùng") for one in range(1, 9)], at=at, randomness=randomness
    )
    notes = store.put_notes(["Chi bộ 1"], at=at, randomness=randomness)
    folder = tmp_path / "backups"
    folder.mkdir()
    return backup.backup_personal(folder, at=at, randomness=randomness), opened[1], told, notes


@pytest.fixture
def restore(installation, randomness):
    """Restore on a new machine, with an empty store."""

    def restoring(path, papers, erased=()):
        installation.renew()
        opening.use(None)
        ring = backup.restore_personal(
            path,
            papers,
            erased=set(erased),
            keyring_path=opening.keyring_path(),
            machine_secret=NEW_MACHINE,
            randomness=randomness,
        )
        opening.use(ring)
        return ring

    return restoring


def test_two_sheets_bring_everything_back_but_the_erased(made, restore, at, randomness, person):
    path, (a, _, c), told, notes = made
    ring = restore(path, (a, c), erased=[3])
    assert store.versions(range(1, 9)) == {one: said for one, said in told.items() if one != 3}
    assert (store.texts(notes), store.by_number("099000000004")) == ({notes[0]: "Chi bộ 1"}, 4)
    assert store.by_number("099000000003") is None
    with pytest.raises(store.NumberTaken):
        twin = person(20, "Lý Thị Mai", personal_number="099000000004")
        store.put_persons([twin], at=at, randomness=randomness)
    opening.settings.THENCHOT_KEY_FILE.write_text(NEW_MACHINE.hex())
    opening.settings.THENCHOT_KEY_FILE.chmod(0o600)
    assert Keyring.open_with_machine(ring.path, opening.settings.THENCHOT_KEY_FILE).opened


def test_a_backup_holds_nothing_readable_and_no_way_in_but_the_sheets(made, opened):
    held = made[0].read_bytes()
    row = next(iter(tables.rows([1], "personal")))
    assert [piece for piece in (row.blob, "Sùng".encode(), b"099000000001") if piece in held] == []
    header = backup._header(held.split(b"\n", 1)[0])
    assert list(json.loads(backup.b64decode(header["keyring"]))["slots"]) == ["recovery"]
    assert made[0].stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("cut", [10, 200, -1, -40])
def test_a_cut_backup_restores_nothing(made, restore, cut):
    path, (a, b, _), _, _ = made
    path.write_bytes(path.read_bytes()[:cut])
    with pytest.raises((backup.BackupRefused, WrongKey)):
        restore(path, (a, b))
    assert not opening.keyring_path().exists()
    assert tables.ask("SELECT count(*) FROM sealed_record") == [(0,)]


def test_a_backup_cut_between_chunks_is_refused(made, restore, monkeypatch):
    path, (a, b, _), _, _ = made
    whole = path.read_bytes()
    last = backup.LENGTH.size + len(b"[]") + 16
    path.write_bytes(whole[:-last])
    with pytest.raises(backup.BackupRefused, match="changed"):
        restore(path, (a, b))


def test_any_part_changed_is_found(made, restore):
    path, (a, b, _), _, _ = made
    whole = path.read_bytes()
    line, last = whole.index(b"\n"), len(whole) - 3
    for place, change in [*product(range(3, line, 29), (1, 27, 128)), (line, 1), (line + 30, 1), (last, 1)]:
        changed = bytearray(whole)
        changed[place] ^= change
        path.write_bytes(bytes(changed))
        with pytest.raises((backup.BackupRefused, WrongKey)):
            restore(path, (a, b))


def test_sheets_of_another_set_and_one_sheet_twice_are_refused(made, restore, opened, randomness):
    path, (a, _, _), _, _ = made
    renewed = opened[0].renew_sheets(randomness)
    with pytest.raises(WrongKey):
        restore(path, (renewed[0], renewed[1]))
    with pytest.raises(sheets.SheetRefused):
        restore(path, (a, a))


def test_a_store_that_is_not_empty_is_never_written_over(made, randomness):
    path, (a, b, _), _, _ = made
    with pytest.raises(backup.BackupRefused, match="not empty"):
        backup.restore_personal(
            path,
            (a, b),
            erased=set(),
            keyring_path=path.with_name("elsewhere.json"),
            machine_secret=NEW_MACHINE,
            randomness=randomness,
        )
    assert len(unsealed.fetch(range(1, 9))) == 8


def test_a_killed_backup_leaves_no_file(opened, at, randomness, person, tmp_path, monkeypatch):
    store.put_persons([person(1, "Vàng A Sùng")], at=at, randomness=randomness)

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(backup, "_framed", killed)
    with pytest.raises(KeyboardInterrupt):
        backup.backup_personal(tmp_path, at=at, randomness=randomness)
    assert list(tmp_path.glob("*sealed*")) == list(tmp_path.glob(".*unfinished")) == []


def test_backups_go_on_the_sixtieth_day(made, at, randomness):
    path, folder = made[0], made[0].parent
    (folder / "book-20260101-000000.tar").write_bytes(b"")
    later = backup.backup_personal(folder, at=at + timedelta(days=1), randomness=randomness)
    assert backup.expired(folder, date(2027, 1, 19)) == []
    assert backup.expired(folder, date(2027, 1, 20)) == [path]
    assert backup.expired(folder, date(2027, 1, 21)) == [path, later]
