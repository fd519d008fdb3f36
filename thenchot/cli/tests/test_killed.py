"""kill −9 in the middle of a backup, a rotation, an export, a closing: nothing half-written, run again."""

import signal

import pytest
from django.db import connections

from thenchot.access.tests.book import AN, NAMES
from thenchot.cli.tests.everything import process
from thenchot.ledger import reading
from thenchot.sealed import directory, opening, unsealed
from thenchot.snapshot import keeping
from thenchot.snapshot.closing import folder as closings
from thenchot.snapshot.closing import listing

pytestmark = pytest.mark.long

STEP = {"backup": 7, "rotate": 9, "export": 4, "prepare": 18}


@pytest.fixture
def killed(book, installation, tmp_path):
    """Runs a command again and again, killed one step later each time, until it gets through."""

    def run(name, *arguments, check):
        deaths, at = 0, 1
        while True:
            connections.close_all()
            done = process(installation, *arguments, killed_at=at, place=tmp_path)
            opening.use(None)
            directory.forget()
            if done.returncode != -signal.SIGKILL:
                assert done.returncode == 0, done.stderr
                return deaths
            deaths, at = deaths + 1, at + STEP[name]
            check()

    return run


def all_in_order(installation):
    connections.close_all()
    done = process(installation, "verify", "--closings")
    assert done.returncode == 0, done.stdout + done.stderr


def test_backup(killed, installation, tmp_path, book):
    folder = tmp_path / "backups"

    def check():
        for one in folder.glob("book-*"):
            assert keeping.manifest_of(one)["entries"] == reading.size()

    assert killed("backup", "backup", folder, check=check) >= 2
    check()
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []
    assert len(list(folder.glob("personal-*.sealed"))) == 1
    all_in_order(installation)


def test_rotation(killed, installation, book):
    def check():
        assert {one: file.name for one, file in unsealed.fetch(NAMES).items()} == NAMES

    assert killed("rotate", "keys", "rotate", check=check) >= 2
    check()
    assert opening.keyring().generations == (opening.keyring().current,)
    assert unsealed.fetch([AN])
    all_in_order(installation)


def test_export(killed, installation, tmp_path, book):
    folder = tmp_path / "exported"
    assert killed("export", "export", folder, check=lambda: None if not folder.exists() else 1 / 0) >= 2
    assert len((folder / "entries.jsonl").read_text().splitlines()) == reading.size()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".exported")] == []
    all_in_order(installation)


def test_closing(killed, installation, book):
    def check():
        for code in listing.known():
            assert closings.path_of(code).is_dir()

    prepare = ("close", "prepare", "--period", "2026@2026-11-20", "--as", "van.phong")
    assert killed("prepare", *prepare, check=_drop_pending(installation, check)) >= 2
    (code,) = listing.known()
    for reviewer in ("van.phong", "pho.bi.thu"):  # the first one is refused: there is another
        process(installation, "close", "review", code, "--as", reviewer)
    assert listing.standing(code).state == "reviewed"
    all_in_order(installation)


def _drop_pending(installation, check):
    """A closing whose entry was written before the kill is whole; it is dropped for the next run."""

    def checked():
        check()
        for code in listing.known():
            connections.close_all()
            assert process(installation, "close", "drop", code, "--as", "van.phong").returncode == 0

    return checked
