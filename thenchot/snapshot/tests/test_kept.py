"""Engines kept open: every answer knows what was written before it; nobody erased stays in them."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection, transaction

from thenchot.ledger import reading
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as m
from thenchot.rooms.people.events import Erased, Ground
from thenchot.snapshot import asking, kept, segments
from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.figures import count
from thenchot.snapshot.kept import Kept, Unwritten
from thenchot.snapshot.period import free

from .province import AT, FIGURES, FIRST_DAY, POPULATIONS, ROOT, fill

YEAR = free(FIRST_DAY, date(2023, 12, 31))
WAIT = 30  # seconds; a test that waits longer has hung


@pytest.fixture
def catalogue():
    made = Catalogue()
    made.register(POPULATIONS, FIGURES)
    return made


@pytest.fixture
def engines(installation):
    fill(3)
    made = Kept()
    yield made
    made.close()


def admit(person):
    """One more in the cell of the top, in the book."""
    act = m.Admitted(about=person, organisation=ROOT, effective_on=FIRST_DAY, cell=ROOT)
    append([Draft(act, person)], at=AT, by=7, mint=SeededMint(f"admit {person}"))


def members(engines, catalogue):
    with engines.engine() as engine:
        return count(engine, YEAR, ["members.total"], catalogue=catalogue).value("members.total", ROOT)


def apart(work):
    """In a thread of its own, whose connections close with it."""

    def done():
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(done).result(WAIT)


def test_what_was_written_between_two_questions_is_counted(engines, catalogue, monkeypatch):
    before = members(engines, catalogue)
    with engines.engine() as first:
        pass
    monkeypatch.setattr(kept, "open_engine", None)  # it grows; nothing is opened anew
    for number in (1, 2):
        admit(5000 + number)
        assert members(engines, catalogue) == before + number
    with engines.engine() as engine:
        assert engine is first and engine.known_by == reading.size()


def test_the_book_does_not_move_under_somebody_who_asks(engines, catalogue):
    """New entries wait for the one who asks, the next one waits for them, and both are right."""
    asked, written, entered = threading.Event(), threading.Event(), threading.Event()

    def slow():
        with engines.engine() as engine:
            one = count(engine, YEAR, ["members.total"], catalogue=catalogue)
            asked.set()
            assert written.wait(WAIT) and not entered.wait(0.3)
            engine.forget()  # laid out anew, from the same book
            return one, count(engine, YEAR, ["members.total"], catalogue=catalogue)

    def next_one():
        found = members(engines, catalogue)
        entered.set()
        return found

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(closing_own, slow)
        assert asked.wait(WAIT)
        admit(5001)
        second = threads.submit(closing_own, next_one)
        written.set()
        one, other = first.result(WAIT)
        assert list(one) == list(other) and one.known_by == other.known_by == reading.size() - 1
        assert second.result(WAIT) == one.value("members.total", ROOT) + 1


def closing_own(work):
    try:
        return work()
    finally:
        connection.close()


def test_many_threads_count_the_same_while_the_book_grows(engines, catalogue):
    before, stop = members(engines, catalogue), threading.Event()

    def ask():
        found = []
        while not stop.is_set():
            found.append(members(engines, catalogue))
        return found

    with ThreadPoolExecutor(2) as threads:
        running = [threads.submit(closing_own, ask) for _ in range(2)]
        try:
            for number in range(1, 6):
                admit(5000 + number)
                assert apart(lambda: members(engines, catalogue)) == before + number
        finally:
            stop.set()
        for found in (one.result(WAIT) for one in running):
            assert found and found == sorted(found) and before <= found[0] and found[-1] <= before + 5


def test_an_erased_person_is_gone_from_an_engine_that_was_open(engines):
    person = reading.rows("SELECT min(about) FROM ledger_entry WHERE kind = 'people.registered'")[0][0]

    def held():
        with engines.engine() as engine:
            found = engine.cursor().execute("SELECT count(*) FROM state WHERE subject = ?", [person])
            return found.fetchone()[0]

    assert held() > 0
    erased = Erased(about=person, effective_on=date(2026, 1, 1), ground=Ground.REQUESTED)
    append([Draft(erased, 9)], at=AT, by=7, mint=SeededMint("erase"))
    assert held() > 0  # stands in the book, and its facts too
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM ledger_fact WHERE seq IN (SELECT seq FROM ledger_entry"
            " WHERE about = %s AND kind <> 'people.erased')", [person],
        )  # fmt: skip
    segments.forget(person)
    assert held() == 0


def test_an_earlier_place_stays_what_it_was(engines):
    place = reading.size() - 5
    with engines.engine(place) as earlier, engines.engine() as now:
        assert (earlier.known_by, now.known_by) == (place, place + 5)
        with engines.engine(place) as same:
            assert same is earlier
    with engines.engine(place + 900) as past_the_end:
        assert past_the_end is now
    with engines.engine(place - 1) as another:
        assert another.known_by == place - 1
    assert len(engines._shared) == kept.AT_MOST


def test_what_could_be_taken_back_is_not_counted(engines):
    with transaction.atomic(), pytest.raises(Unwritten), engines.engine():
        pass


def test_after_a_failure_the_next_one_opens_anew(engines, catalogue, monkeypatch):
    before = members(engines, catalogue)
    admit(5001)

    def fail(engine):
        raise MemoryError

    with monkeypatch.context() as patch:
        patch.setattr(kept, "grow", fail)
        with pytest.raises(MemoryError):
            members(engines, catalogue)
    assert members(engines, catalogue) == before + 1


def test_questions_give_way_when_there_is_no_room(installation, catalogue, monkeypatch):
    fill(4)
    engine = open_engine()
    periods = [replace(YEAR, data_to=date(2023, month, 5)) for month in range(1, 9)]
    expected = [list(count(engine, period, catalogue=catalogue)) for period in periods]
    assert len(engine.asked) == len(periods) and engine.laid_out() > 0
    monkeypatch.setattr(asking, "ROOM", 0)
    assert [list(count(engine, period, catalogue=catalogue)) for period in periods] == expected
    assert len(engine.asked) == 1 and len(tables(engine)) == len(POPULATIONS)
    engine.forget()
    assert tables(engine) == []


def tables(engine):
    found = engine.connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
    return [name for (name,) in found if name.startswith("counted_")]


def test_a_question_somebody_holds_outlives_its_place(installation, catalogue, monkeypatch):
    fill(4)
    monkeypatch.setattr(asking, "ROOM", 0)
    engine = open_engine()
    held = asking.ask(engine, YEAR)
    table = held.population(POPULATIONS[0])
    asking.ask(engine, replace(YEAR, data_to=FIRST_DAY))
    assert len(engine.asked) == 1 and held.rows(f"SELECT count(*) FROM {table}")
    del held
    assert tables(engine) == []
