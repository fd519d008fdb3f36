"""The engine: two folds are equal on many histories, and nothing but counting is possible."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import duckdb
import pytest

from thenchot.law.values import Grade, LawBook, Unit, Value
from thenchot.ledger.entries import Entry
from thenchot.ledger.fold import in_force, periods
from thenchot.snapshot.engine import FOLD, open_engine, put_table

from .province import FIRST_DAY, fill, life

HISTORIES = 10_000


def history(chance: random.Random, person: int, seq: int) -> list[Entry]:
    """Records, restated on other days, withdrawn, several on a day, a few erased; seq runs on."""
    found: list[Entry] = []
    for act in life(chance, person, 10):
        root, does = seq, "record"
        if found and chance.random() < 0.4:
            old = chance.choice(found)
            root, does = old.root, chance.choice(("restate", "restate", "withdraw"))
            act = replace(old.act, effective_on=FIRST_DAY + timedelta(days=chance.randrange(20)))
        found.append(
            Entry(seq, root, 1, act.kind, 1, act.about, act.organisation, act.effective_on, None, None,
                  datetime(2026, 1, 1, tzinfo=UTC), 1, does, None, act)
        )  # fmt: skip
        seq += 1
    return [replace(entry, act=None) if chance.random() < 0.02 else entry for entry in found]


def test_the_fold_in_sql_is_the_fold_in_python():
    chance, entries, seq = random.Random(20261121), [], 1
    for person in range(HISTORIES):
        entries += (made := history(chance, person, seq))
        seq = (made[-1].seq if made else seq) + 20
    for known_by in (None, seq // 3, seq // 2):
        settings = [
            (e.root, e.seq, e.about, track, key, value, e.effective_on)
            for e in in_force(entries, known_by=known_by)
            if e.act is not None
            for track, key, value in e.act.settings()
        ]
        assert set(folded(settings)) == {
            (p.subject, p.track, p.key, p.value, p.since, p.until, p.opened_by, p.closed_by)
            for p in periods(entries, known_by=known_by)
        }


def folded(settings):
    import pyarrow as pa

    names = ("root", "seq", "subject", "track", "key", "value", "since")
    types = (*[pa.int64()] * 3, *[pa.string()] * 3, pa.date32())
    with duckdb.connect() as connection:
        put_table(connection, "CREATE TABLE setting", names, types, settings)
        found = connection.execute(FOLD).fetchall()
    assert len(found) == len(set(found))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_the_engine_folds_a_book_as_python_does(installation, seed):
    """From stored text through segments to `state`, now and at an earlier place."""
    from .test_figures import known

    place = fill(seed)
    for known_by in (place, None):
        engine = open_engine(known_by)
        entries = known(engine.known_by)
        assert set(engine.connection.execute("SELECT * FROM state").fetchall()) == {
            (p.subject, p.track, p.key, p.value, p.since, p.until, p.opened_by, p.closed_by)
            for p in periods(entries)
        }
        acts = engine.connection.execute(
            "SELECT seq, years, posthumous FROM membership_badge_awarded"
        ).fetchall()
        assert set(acts) == {
            (e.seq, e.act.years, e.act.posthumous)
            for e in in_force(entries)
            if e.kind == "membership.badge_awarded"
        }
        engine.close()


REFUSED = [
    "COPY state TO '{here}/out.csv'",
    "SELECT * FROM read_csv('{here}/in.csv')",
    "SELECT * FROM read_parquet('{here}/in.parquet')",
    "SELECT * FROM read_text('{here}/in.csv')",
    "SELECT * FROM glob('{here}/*')",
    "SELECT * FROM '{here}/in.csv'",
    "ATTACH '{here}/other.db' AS other",
    "EXPORT DATABASE '{here}/all'",
    "INSTALL httpfs",
    "LOAD httpfs",
    "SET memory_limit = '64GB'",
    "SET enable_external_access = true",
    "SET lock_configuration = false",
    "SET temp_directory = '{here}'",
    "SET allowed_directories = ['{here}']",
    "RESET memory_limit",
    "PRAGMA enable_external_access = true",
    "SELECT * FROM variable_of_python",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_a_locked_engine_refuses(installation, tmp_path, statement):
    import pyarrow as pa
    import pyarrow.parquet as pq

    variable_of_python = pa.table({"a": [1]})
    (tmp_path / "in.csv").write_text("a\n1\n")
    pq.write_table(variable_of_python, tmp_path / "in.parquet")
    engine = open_engine(law=LawBook())
    for connection in (engine.connection, engine.cursor()):
        with pytest.raises(duckdb.Error):
            connection.execute(statement.format(here=tmp_path))
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == ["in.csv", "in.parquet"]


def test_the_law_and_the_calendar_are_tables(installation):
    law = LawBook([
        Value(key="a", unit=Unit.DAY, value=60, since=date(2020, 1, 1), until=date(2021, 1, 1),
              grade=Grade.READ),
        Value(key="a", unit=Unit.DAY, value=None, since=date(2021, 1, 1), grade=Grade.READ),
    ])  # fmt: skip
    engine = open_engine(law=law)
    assert engine.connection.execute("SELECT * FROM law ORDER BY since").fetchall() == [
        ("a", "centre", "60", "day", date(2020, 1, 1), date(2021, 1, 1)),
        ("a", "centre", None, "day", date(2021, 1, 1), None),
    ]
    days = "SELECT day FROM workday WHERE day BETWEEN DATE '2026-11-19' AND DATE '2026-11-23' ORDER BY day"
    assert [row[0].day for row in engine.connection.execute(days).fetchall()] == [19, 20, 23]


def test_threads_ask_different_periods_at_once(installation):
    from concurrent.futures import ThreadPoolExecutor

    from thenchot.snapshot.catalogue import Catalogue
    from thenchot.snapshot.figures import count

    from .province import FIGURES, POPULATIONS, ROOT
    from .test_figures import period

    fill(5)
    catalogue, engine = Catalogue(), open_engine()
    catalogue.register(POPULATIONS, FIGURES)

    def ask(n):
        return count(engine, period([0, n]), catalogue=catalogue).of(ROOT)

    alone = [ask(n) for n in range(12)]
    engine.forget()
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, list(range(12)) * 3)) == alone * 3
