"""Segments are a cache: they come back the same, survive being killed, follow the book and forget."""

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from django.db import connection

from thenchot.ledger import reading
from thenchot.ledger.kinds import KINDS, PERSON, PERSONAL, Act, Amount, Code, Day, Whole, YesNo
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.people.events import Erased, Ground
from thenchot.snapshot import segments
from thenchot.snapshot.engine import open_engine

from .province import AT, fill


@pytest.fixture
def small(installation, monkeypatch):
    """Ranges of twenty entries."""
    monkeypatch.setattr(segments, "RANGE", 20)
    return installation


def contents() -> dict[str, str]:
    with segments.held() as ranges:
        return {
            f"{path.parent.name}/{path.name}": sha256(path.read_bytes()).hexdigest()
            for folder in ranges
            for path in folder.iterdir()
        }


def test_thrown_away_they_come_back_byte_for_byte(small):
    fill(1)
    before = contents()
    segments.clear()
    assert contents() == before


def test_full_ranges_are_never_written_again(small):
    fill(1)
    with segments.held() as ranges:
        times = {path.name: path.stat().st_mtime_ns for path in ranges}
    fill(2)
    with segments.held() as again:
        later = {path.name: path.stat().st_mtime_ns for path in again}
    kept = {name for name in times if name in later}
    assert len(kept) >= len(times) - 1 and all(times[name] == later[name] for name in kept)
    assert len(again) == -(-reading.size() // 20)
    assert sorted(p.name for p in segments.folder().iterdir() if p.is_dir()) == sorted(later)


def test_every_entry_is_in_exactly_one_segment(small):
    fill(3)
    with segments.held() as ranges:
        seqs = [s for r in ranges for s in pq.read_table(r / "entries.parquet")["seq"].to_pylist()]
        by_kind = [
            s
            for r in ranges
            for f in r.iterdir()
            if f.stem != "entries"
            for s in pq.read_table(f)["seq"].to_pylist()
        ]
    assert sorted(seqs) == sorted(by_kind) == list(range(1, reading.size() + 1))


def test_only_the_owner_reads_them(small):
    fill(1)
    with segments.held() as ranges:
        assert {path.stat().st_mode & 0o777 for path in [segments.folder(), *ranges]} == {0o700}
        assert {file.stat().st_mode & 0o777 for path in ranges for file in path.iterdir()} == {0o600}


def test_a_half_written_range_is_thrown_away(small):
    fill(1)
    before = contents()
    half = segments.folder() / ".00000-20-abc.part"
    half.mkdir()
    (half / "entries.parquet").write_bytes(b"PAR1")
    assert contents() == before and not half.exists()


def test_a_torn_file_is_made_again(small):
    fill(1)
    before = contents()
    with segments.held() as ranges:
        (ranges[0] / "entries.parquet").write_bytes(b"")
    open_engine().close()
    assert contents() == before


def test_segments_of_another_book_are_not_used(small):
    fill(1)
    before = contents()
    connection.close()
    home = segments.folder().parent
    kept = home.with_name("kept")
    (home / "segments").rename(kept)
    small.renew()
    kept.rename(home / "segments")
    fill(2)
    assert not set(contents()) & set(before)


def test_killed_while_writing_it_leaves_nothing_half(installation):
    fill(1)
    before = contents()
    segments.clear()
    code = (
        "import django; django.setup()\n"
        "from importlib import import_module\n"
        "import os, thenchot.snapshot.tests.province\n"
        "from thenchot.snapshot import segments\n"
        "put = segments._put\n"
        "def dying(table, name, drafts):\n"
        "    put(table, name, drafts)\n"
        "    if name.startswith('people'): os.kill(os.getpid(), 9)\n"
        "segments._put = dying\n"
        "with segments.held(): pass\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(Path.cwd())}, check=False
    )
    assert done.returncode == -9
    assert [p.name for p in segments.folder().iterdir() if p.name.endswith(".part")]
    assert contents() == before


def test_an_erased_person_is_gone_from_the_files(small):
    fill(4)
    person = reading.rows("SELECT min(about) FROM ledger_entry WHERE kind = 'people.registered'")[0][0]
    contents()
    erased = Erased(about=person, effective_on=date(2026, 1, 1), ground=Ground.REQUESTED)
    append([Draft(erased, 9)], at=AT, by=7, mint=SeededMint("erase"))
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM ledger_fact WHERE seq IN (SELECT seq FROM ledger_entry"
            " WHERE about = %s AND kind <> 'people.erased')", [person],
        )  # fmt: skip
    segments.forget(person)
    with segments.held() as ranges:
        for path in (p for r in ranges for p in r.glob("people.registered.parquet")):
            for row in pq.read_table(path).to_pylist():
                assert row["facts_present"] == (row["about"] != person)
                assert (row["sex"] is None) == (row["about"] == person)
    engine = open_engine()
    assert engine.connection.execute("SELECT count(*) FROM state WHERE subject = ?", [person]).fetchone() == (
        0,
    )
    after = contents()
    segments.clear()
    assert contents() == after


class Colour(StrEnum):
    RED = "red"


@pytest.fixture
def older():
    """A kind that has had another shape, with a field of every type."""

    @dataclass(frozen=True, kw_only=True)
    class Painted(Act, kind="test.painted", about=PERSON, holds=PERSONAL, shape=2):
        colour: Colour
        coats: Whole | None = None
        dried_on: Day | None = None
        price: Amount | None = None
        dry: YesNo = False
        maker: Code = "unknown"

    Painted.upgrades = {1: lambda old: {"colour": old["color"], "coats": 1}}
    yield Painted
    del KINDS["test.painted"]


def test_older_shapes_and_missing_fields_read_as_the_act_does(installation, older, monkeypatch):
    full = older(
        about=5,
        effective_on=date(2020, 2, 3),
        colour=Colour.RED,
        coats=3,
        dried_on=date(2020, 1, 1),
        dry=True,
        maker="m",
    )
    from decimal import Decimal

    priced = older(about=6, effective_on=date(2020, 2, 3), colour=Colour.RED, price=Decimal("12.50"))
    append([Draft(full, 1), Draft(priced, 1)], at=AT, by=7, mint=SeededMint("a"))
    monkeypatch.setattr(older, "shape", 1)
    monkeypatch.setattr(older, "facts", lambda self: {"color": "red"})
    append(
        [Draft(older(about=7, effective_on=date(2020, 2, 3), colour=Colour.RED), 1)],
        at=AT,
        by=7,
        mint=SeededMint("b"),
    )
    monkeypatch.undo()
    names = ("about", *(field.name for field in older.fields()))
    found = (
        open_engine()
        .connection.execute(f"SELECT {', '.join(names)} FROM test_painted ORDER BY seq")
        .fetchall()
    )
    acts = [entry.act for subject in (5, 6, 7) for entry in reading.entries(subject)]
    assert found == [tuple(getattr(act, name) for name in names) for act in acts]
    assert found[2][1:3] == ("red", 1) and found[0][-1] == "m" and found[2][-1] == "unknown"
