"""Figures against plain Python on random provinces; rows and breakdowns behind them; knowledge repeats."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thenchot.ledger import reading
from thenchot.ledger.entries import Entry
from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.declare import PERSONS, ROUNDS
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.figures import count
from thenchot.snapshot.opened import NotDeclared, breakdown, rows
from thenchot.snapshot.period import free

from . import plain
from .province import DAYS, FIGURES, FIRST_DAY, POPULATIONS, ROOT, fill

SEEDS = st.integers(0, 2**32)
SPAN = st.tuples(st.integers(0, DAYS), st.integers(0, DAYS)).map(sorted)
RANDOM = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def catalogue() -> Catalogue:
    made = Catalogue()
    made.register(POPULATIONS, FIGURES)
    made.check()
    return made


def known(place: int) -> list[Entry]:
    found = reading.load([row[0] for row in reading.rows("SELECT DISTINCT about FROM ledger_entry")])
    return plain.Book(entry for entries in found.values() for entry in entries if entry.seq <= place)


def period(span: list[int]):
    return free(*(FIRST_DAY + timedelta(days=n) for n in span))


@RANDOM
@given(seed=SEEDS, span=SPAN, early=st.booleans())
def test_figures_and_their_rows_are_what_plain_loops_count(installation, catalogue, seed, span, early):
    installation.renew()
    place = fill(seed)
    engine = open_engine(place if early else None)
    entries, asked = known(engine.known_by), period(span)
    counts = count(engine, asked, catalogue=catalogue)
    assert set(counts.organisations) == plain.living(entries, asked.last)
    for code, organisation, value in counts:
        assert value == plain.number(entries, code, organisation, asked.first, asked.last), (
            code,
            organisation,
        )
        behind = rows(engine, asked, code, organisation, catalogue=catalogue)
        counted = catalogue.figures[code].counts
        if counted == PERSONS:
            assert value == len(set(behind.column("person")))
        elif counted == ROUNDS:
            assert value == len(set(behind.column("entry")))
        else:
            assert value == (sum(behind.column("how_many")) if counted == "how_many" else len(behind.rows))
    engine.close()


@RANDOM
@given(seed=SEEDS, span=SPAN)
def test_a_breakdown_adds_up_to_the_figure_and_its_overlap(installation, catalogue, seed, span):
    installation.renew()
    fill(seed)
    engine, asked = open_engine(), period(span)
    for figure in catalogue.figures.values():
        by = sorted(catalogue.populations[figure.population].dimensions)[:2]
        found = breakdown(engine, asked, figure.code, ROOT, by, catalogue=catalogue)
        whole = count(engine, asked, [figure.code], organisations=[ROOT], catalogue=catalogue)
        assert sum(found.cells.values()) - found.overlap == whole.value(figure.code, ROOT)
        assert found.overlap >= 0 and (found.overlap == 0 or not figure.additive)
    engine.close()


def answer(catalogue: Catalogue, place: int, span: list[int]) -> bytes:
    engine, asked = open_engine(place), period(span)
    counts = count(engine, asked, catalogue=catalogue)
    said = [list(counts)]
    said += [rows(engine, asked, code, ROOT, catalogue=catalogue).rows for code in counts.codes]
    engine.close()
    return json.dumps(said, default=str).encode()


@RANDOM
@given(seed=SEEDS, span=SPAN)
def test_the_same_question_has_the_same_answer_whatever_is_entered_later(installation, catalogue, seed, span):
    installation.renew()
    place = fill(seed)
    before = answer(catalogue, place, span)
    fill_more(seed + 1)
    assert answer(catalogue, place, span) == before


def fill_more(seed: int) -> None:
    import random

    from thenchot.ledger.minting import SeededMint
    from thenchot.ledger.writing import Draft, append

    from .province import AT, change, life

    chance, mint = random.Random(seed), SeededMint(str(seed))
    old = [
        entry for entry in known(reading.size()) if entry.does == "record" and entry.act.subject == "person"
    ]
    drafts = [Draft(act, mint.id()) for n in range(20) for act in life(chance, 1000 + n, 10)]
    drafts += [change(chance, mint, entry) for entry in chance.sample(old, k=len(old) // 3)]
    append(drafts, at=AT, by=7, mint=mint)


def test_before_the_book_begins_nothing_is_said(installation, catalogue):
    fill(1)
    engine = open_engine()
    early = count(engine, free(date(2022, 1, 1), date(2022, 12, 31)), catalogue=catalogue)
    assert (early.kept, early.value("members.total", ROOT)) == (False, None)
    across = count(engine, free(date(2022, 1, 1), date(2023, 12, 31)), catalogue=catalogue)
    assert across.kept and across.kept_from == FIRST_DAY


def test_a_breakdown_only_by_what_is_declared(installation, catalogue):
    fill(1)
    engine, asked = open_engine(), period([0, DAYS])
    for by in (["person"], ["sex", "standing", "occupation"], [], ["sex", "sex"]):
        with pytest.raises(NotDeclared):
            breakdown(engine, asked, "members.total", ROOT, by, catalogue=catalogue)


def test_a_figure_nobody_declares_is_not_counted(installation, catalogue):
    engine = open_engine()
    with pytest.raises(KeyError):
        count(engine, period([0, 1]), ["members.happy"], catalogue=catalogue)
