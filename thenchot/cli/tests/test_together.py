"""Two stores, one act: killed anywhere, two at once, no room left, a clock set back."""

import os
import random
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection, connections

from thenchot.access.tests.book import AN
from thenchot.ledger import reading
from thenchot.sealed import store, tables

from .conftest import OFFICE
from .lists import members

ROOT = Path(__file__).parents[3]
NUMBER = f"099{AN:09d}"
MOVE = f"record membership.moved --about {NUMBER} why=internal --on 01/03/2026"
CALL = """
import os, sys, django
os.environ["DJANGO_SETTINGS_MODULE"] = "thenchot.settings"
django.setup()
from thenchot.cli import app, main
app.GROUPS = ("writing", "importing")
main(sys.argv[1:])
"""


def started(installation, *arguments):
    """The command in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", CALL, *map(str, arguments), "--as", OFFICE],
        cwd=ROOT, env={**os.environ, **installation.environment}, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def finished(process):
    out, err = process.communicate(timeout=300)
    return process.returncode, out, err


def listed():
    """How many persons of the list are in the book, and in the sealed store."""
    (count,) = reading.rows("SELECT count(*) FROM ledger_entry WHERE kind = 'membership.carried_over'")[0]
    (sealed,) = tables.ask("SELECT count(*) FROM sealed_number WHERE kind = 'card_number'")[0]
    return count - 4, sealed  # the book's own four


def test_an_import_killed_at_any_moment_is_there_whole_or_not_at_all(book, installation, tmp_path):
    count = 700
    file = members(tmp_path / "list.xlsx", count)
    (tmp_path / "probe").mkdir()
    whole = _seconds(installation, file)
    dice, killed = random.Random(7), 0
    for share in sorted(dice.uniform(0.2, 1.0) for _ in range(6)):  # later and later: the last may be through
        process = started(installation, "import", "carried_over", file)
        time.sleep(share * whole)
        killed += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        connections.close_all()
        in_book, sealed = listed()
        assert in_book in (0, count), "half an import"
        assert sealed in (0, count) and sealed >= in_book
    assert killed
    code, _out, err = finished(started(installation, "import", "carried_over", file))
    assert code == 0, err
    assert listed() == (count, count)
    person = store.by_number("099500000001")
    changed = [e.act for e in reading.entries(person) if e.kind == "people.file_changed"]
    assert [(one.version, one.digest) for one in changed] == [store.versions([person])[person]]


def _seconds(installation, file):
    """How long a whole run takes here; the dry run does everything and takes it back."""
    start = time.monotonic()
    code, _out, err = finished(started(installation, "import", "carried_over", file, "--dry-run"))
    assert (code, listed()) == (0, (0, 0)), err
    return time.monotonic() - start


def test_what_a_dead_process_sealed_is_gone_on_with(book, run, tmp_path):
    """Killed between the two commits: sealed, and not in the book."""
    from datetime import UTC, datetime

    from thenchot.sealed.persons import Dated, PersonFile
    from thenchot.sealed.randomness import System

    left = PersonFile(person=99, names=(Dated("Lò Văn"),), personal_number="099500000001")
    store.put_persons([left], at=datetime(2026, 11, 21, tzinfo=UTC), randomness=System())
    said = run("import", "carried_over", members(tmp_path / "list.xlsx", 2))
    assert said.code == 0, said
    assert reading.entries(99)[0].kind == "people.registered"


def test_two_clerks_at_the_same_instant(book, installation):
    """The same member moved twice: one entry, and the other reads why."""
    size = reading.size()
    both = [started(installation, *shlex.split(MOVE), "cell=c22") for _ in range(2)]
    answers = sorted((finished(process) for process in both), key=lambda answer: answer[0])
    assert [code for code, _, _ in answers] == [0, 1]
    assert "[moving_changes_the_cell]" in answers[1][2]
    assert reading.size() == size + 1


def test_two_clerks_record_two_new_persons_at_the_same_instant(book, installation):
    """Nobody gets another's id, although both begin from a book of the same size."""
    new = (
        "record people.registered sex=nam ethnicity=Tày general=none professional=none theory=none"
        " occupation=farmer organisation=c21 --on 01/03/2026 --born 05/03/1999"
        " --name 'Lò Văn {0}' --number 09950000000{0}"
    )
    both = [started(installation, *shlex.split(new.format(one))) for one in (1, 2)]
    assert [finished(process)[0] for process in both] == [0, 0]
    persons = {store.by_number(f"09950000000{one}") for one in (1, 2)}
    assert len(persons) == 2 and None not in persons


def test_two_clerks_bring_the_same_new_person(book, installation, tmp_path):
    file = members(tmp_path / "list.xlsx", 3)
    other = tmp_path / "other.xlsx"
    other.write_bytes(members(tmp_path / "again.xlsx", 4).read_bytes())
    both = [started(installation, "import", "carried_over", name) for name in (file, other)]
    answers = sorted((finished(process) for process in both), key=lambda answer: answer[0])
    assert [code for code, _, _ in answers] == [0, 1], answers
    assert "đã có trong một hồ sơ khác" in answers[1][2]
    count, sealed = listed()
    assert count == sealed and count in (3, 4)


def test_the_same_file_sent_twice_at_once(book, installation, tmp_path):
    file = members(tmp_path / "list.xlsx", 3)
    both = [started(installation, "import", "carried_over", file) for _ in range(2)]
    answers = [finished(process) for process in both]
    assert sorted(code for code, _, _ in answers) == [0, 0], answers
    assert listed() == (3, 3)


@pytest.mark.sqlite_file
@pytest.mark.parametrize("alias", ["default", "personal"])
def test_a_full_disk(book, run, tmp_path, alias):
    """SQLite is told that its file may not grow, which is what a full disk is to it."""
    file = members(tmp_path / "list.xlsx", 60)
    before = reading.size(), listed()
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        cursor.execute(f"PRAGMA max_page_count = {cursor.fetchone()[0] + 1}")
    said = run("import", "carried_over", file)
    assert (said.code, "Ổ đĩa đã đầy" in said.err) == (4, True), said
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
    in_book, sealed = listed()
    assert (reading.size(), in_book) == (before[0], 0)
    assert sealed in (0, 60)  # sealed first: the next run goes on with them
    assert run("import", "carried_over", file).code == 0 and listed() == (60, 60)


@pytest.mark.sqlite_file
def test_a_book_that_somebody_else_holds(book, run, monkeypatch):
    """Another process holds it longer than anybody waits."""
    monkeypatch.setitem(connections["default"].settings_dict["OPTIONS"], "timeout", 0.2)
    connection.close()
    ready, go = Barrier(2), Barrier(2)

    def hold():
        import sqlite3

        other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        ready.wait()
        go.wait()
        other.rollback()
        other.close()

    thread = Thread(target=hold)
    thread.start()
    ready.wait()
    said = run(*shlex.split(MOVE), "cell=c22")
    go.wait()
    thread.join()
    assert (said.code, "đang có người khác ghi" in said.err) == (4, True), said


def test_interrupted_by_the_person(book, run, monkeypatch, tmp_path):
    from thenchot.surface import together

    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(together.store, "put_persons", stopped)
    said = run("import", "carried_over", members(tmp_path / "list.xlsx", 2))
    assert (said.code, "Đã dừng theo yêu cầu" in said.err, listed()) == (130, True, (0, 0))


def test_keys_that_are_not_there(book, run, installation):
    from thenchot.sealed import opening

    installation.home.with_suffix(".key").unlink()
    opening.use(None)
    said = run(
        "record", "people.registered", "--name", "Lò Văn A", "--born", "05/03/1999", "sex=nam",
        "ethnicity=Tày", "general=none", "professional=none", "theory=none", "occupation=farmer",
        "--on", "01/03/2026",
        "organisation=c21",
    )  # fmt: skip
    assert (said.code, "Kho hồ sơ chưa mở khóa" in said.err) == (4, True), said
    assert not re.search("Traceback", said.err)
