"""An engine that grew is the engine opened anew, table by table, after any restating or withdrawing."""

import random

import pytest

from thenchot.law.reading import new_values
from thenchot.law.values import LawBook
from thenchot.law.world import shipped
from thenchot.ledger import reading
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.snapshot import growing
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.growing import grow

from .province import AT, change, fill


def tables(engine):
    """Every row of every table, by table."""
    names = engine.connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
    return {
        name: sorted(engine.connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        for (name,) in names
    }


@pytest.mark.parametrize("seed", range(4))
def test_it_holds_what_an_engine_opened_now_holds(installation, seed):
    place = fill(seed)
    for steps in (1, 3):
        engine = open_engine(place)
        for step in range(1, steps + 1):
            upto = place + (reading.size() - place) * step // steps
            grown_to(engine, upto)
            anew = open_engine(upto)
            assert tables(engine) == tables(anew)
            assert (engine.known_by, engine.begins_on) == (upto, anew.begins_on)
            anew.close()
        engine.close()


@pytest.mark.parametrize("seed", range(3))
def test_what_was_restated_is_restated_again_and_withdrawn(installation, seed):
    fill(seed)
    engine, chance, mint = open_engine(), random.Random(seed), SeededMint(f"again {seed}")
    roots = "SELECT about, max(seq) FROM ledger_entry WHERE does = 'restate' GROUP BY about, root ORDER BY 2"
    for about, seq in reading.rows(roots)[:8]:
        entry = next(one for one in reading.entries(about) if one.seq == seq)
        append([change(chance, mint, entry)], at=AT, by=7, mint=mint)
    assert grow(engine)
    anew = open_engine()
    assert tables(engine) == tables(anew)
    assert engine.known_by == anew.known_by


def grown_to(engine, place):
    """Grow as if the book ended there."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growing.reading, "size", lambda: place)
        assert grow(engine)


def test_a_value_of_the_law_is_law_at_once(installation):
    fill(1)
    engine = open_engine()
    assert tables(engine)["law"] == []
    append(
        [Draft(act, 5) for act in new_values(shipped(), LawBook(), 99)[:3]],
        at=AT,
        by=7,
        mint=SeededMint("law"),
    )
    assert grow(engine)
    assert len(tables(engine)["law"]) == 3 and tables(engine) == tables(open_engine())


def test_too_much_at_once_is_for_opening_anew(installation, monkeypatch):
    place = fill(2)
    engine = open_engine(place)
    monkeypatch.setattr(growing, "MOST", reading.size() - place - 1)
    assert not grow(engine) and engine.known_by == place
    monkeypatch.setattr(growing, "MOST", reading.size() - place)
    assert grow(engine) and grow(engine)
