"""What the writer puts down, and what the database refuses whoever asks."""

import json
from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thenchot.ledger import guards, periods, reading
from thenchot.ledger.entries import RESTATE, WITHDRAW, canonical, canonical_facts, facts_hash
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.verifying import try_guards
from thenchot.ledger.writing import ClockSetBack, Draft, Memory, append, writing

from .acts import NOON, Put, histories

D1 = date(2020, 1, 1)


def put(about=1, colour="a", day=D1, **more):
    return Put(about=about, effective_on=day, colour=colour, **more)


def write(*acts, at=NOON, by=7):
    return append([Draft(act, 5) for act in acts], at=at, by=by, mint=SeededMint("test"))


def test_heads_are_canonical_and_facts_are_bound_to_them(installation):
    write(put(organisation=9, signed_on=D1, paper="12-QĐ/HU", signer="secretary", place="c"))
    ((head, salt, facts),) = reading.heads()
    read = json.loads(head)
    assert canonical(read) == head
    assert facts_hash(salt, facts) == read["facts_hash"]
    assert (read["seq"], read["root"], read["about"], read["paper"]) == (1, 1, "1", "12-QĐ/HU")


@given(
    st.dictionaries(
        st.from_regex(r"[a-z_]{1,9}", fullmatch=True),
        st.text() | st.booleans() | st.integers(-(2**53), 2**53),
    )
)
def test_facts_written_quickly_are_canonical(facts):
    assert canonical_facts(facts) == canonical(facts)


def test_an_entry_read_is_the_act_written(installation):
    act = put(organisation=9, signed_on=D1, paper="12-QĐ/HU", signer="secretary")
    write(act)
    assert reading.entry(1).act == act and reading.entry(1).signer == "secretary"


def test_what_fails_in_the_middle_leaves_nothing(installation):
    with pytest.raises(ValueError, match="colour"):
        write(put(), put(colour="Not A Code"))
    assert reading.size() == 0
    assert periods.rebuild() == 0


def test_the_clock_may_not_stand_before_the_last_entry(installation):
    write(put())
    with pytest.raises(ClockSetBack):
        write(put(), at=NOON - timedelta(days=1))
    write(put(), at=NOON - timedelta(seconds=30))
    assert reading.entry(2).written_at == reading.entry(1).written_at


def test_an_act_that_was_written_in_a_writing_that_failed_is_not_remembered(installation):
    with pytest.raises(RuntimeError), writing(at=NOON, by=1, mint=SeededMint("x")) as writer:
        writer.append(writer.place(Draft(put(), 1)))
        writer.flush()
        raise RuntimeError
    assert reading.size() == 0


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(histories(), min_size=1, max_size=4), st.integers(1, 5))
def test_the_periods_kept_are_the_periods_rebuilt(installation, several, at_once):
    """Written a few at a time, with corrections, withdrawals and acts that come late; always about others,
    in one book: a new one for every example takes ten times as long."""
    drafts, size = [], reading.size()
    for about, entries in enumerate(several, start=10 * size + 1):
        first = size + len(drafts)
        for e in entries:
            act = type(e.act)(**{**vars(e.act), "about": about})
            root = None if e.does == "record" else first + e.root
            drafts.append(Draft(act, 1, e.does, root, e.reason))
    for start in range(0, len(drafts), at_once):
        append(drafts[start : start + at_once], at=NOON, by=1, mint=SeededMint("x"))
    kept = sorted(reading.rows(reading.PERIODS), key=str)
    periods.rebuild()
    assert sorted(reading.rows(reading.PERIODS), key=str) == kept


def test_the_database_refuses_every_change_of_the_book(installation):
    write(put(), put(about=2))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO ledger_checkpoint (number, size, root, made_at, occasion, frontier, note)"
            " VALUES (1, 2, 'r', 'm', 'test', '', 'n')"
        )
    said = try_guards()
    assert len(said) >= 11
    assert [attempt for attempt, answer in said.items() if not answer] == []
    assert guards.missing(connection) == []


def test_a_missing_guard_is_named(installation):
    if connection.vendor == "postgresql":
        with transaction.atomic(), pytest.raises(DatabaseError), connection.cursor() as cursor:
            cursor.execute("DROP TRIGGER ledger_entry_update ON ledger_entry")
        return
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER ledger_entry_update")
    assert guards.missing(connection) == ["ledger_entry_update"]


def test_restated_and_withdrawn_acts_stay_in_the_book(installation):
    write(put(colour="a"))
    mint = SeededMint("y")
    append([Draft(put(colour="b"), 6, RESTATE, 1, "typed_wrong")], at=NOON, by=1, mint=mint)
    append([Draft(put(colour="b"), 7, WITHDRAW, 1, "entered_twice")], at=NOON, by=1, mint=mint)
    assert [e.act.colour for e in reading.entries(1)] == ["a", "b", "b"]
    assert [reading.story(1, known_by=n).value("colour") for n in (1, 2, 3)] == ["a", "b", None]


def test_a_place_in_the_book_is_found_by_a_moment(installation):
    write(put())
    write(put(), at=NOON + timedelta(hours=1))
    assert [reading.place_at(NOON + timedelta(minutes=m)) for m in (-1, 0, 59, 60)] == [0, 1, 1, 2]


def test_a_memory_sees_what_others_wrote_and_forgets_a_failed_writing(installation):
    memory, mint = Memory(), SeededMint("memory")
    with writing(at=NOON, by=1, mint=mint, memory=memory) as writer:
        writer.append(writer.place(Draft(put(about=1), 1)))
        writer.append(writer.place(Draft(put(about=2), 1)))
    write(put(about=1, colour="b", day=D1 + timedelta(days=1)))
    with writing(at=NOON, by=1, mint=mint, memory=memory) as writer:
        assert (writer.story(1).value("colour"), writer.story(2).value("colour")) == ("b", "a")
    with pytest.raises(RuntimeError), writing(at=NOON, by=1, mint=mint, memory=memory) as writer:
        writer.append(writer.place(Draft(put(about=2, colour="c"), 2)))
        raise RuntimeError
    with writing(at=NOON, by=1, mint=mint, memory=memory) as writer:
        assert writer.story(2).value("colour") == "a"
