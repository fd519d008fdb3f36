"""Who has answered, as its keeper and as those asked see it; the clock is only ever a parameter."""

from datetime import date

import pytest

from stories.book import CELL_1, CELL_2, CELL_3, COMMUNE, PROVINCE, begun
from thenchot.law.recording import Refused
from thenchot.law.world import law_in_book, shipped_holidays
from thenchot.ledger.days import PartialDay
from thenchot.rooms.documents.actions import answered, new_code, reminded, set_deadline
from thenchot.rooms.documents.events import Answered, Asks, DeadlineSet, DeadlineWithdrawn, How
from thenchot.rooms.documents.reading import deadlines, open_deadlines
from thenchot.rooms.documents.rounds import rounds
from thenchot.rooms.what_is_due import what_is_due

LETTER, DUE = date(2026, 11, 3), date(2026, 11, 25)


@pytest.fixture
def book(installation):
    return begun()


def given(book, *asked, keeper=COMMUNE, **more):
    deadline = DeadlineSet(
        about=keeper, organisation=keeper, effective_on=LETTER, signed_on=LETTER, paper="812-CV/VPTU",
        **{"deadline": new_code(book.mint), "asks": Asks.REPORT, "title": 11, "issuer": PROVINCE,
           "due_on": DUE, "data_to": date(2026, 11, 20), **more},
    )  # fmt: skip
    set_deadline(deadline, asked, **book.hand)
    return deadline.deadline


def lines(organisation, as_of):
    found = what_is_due(organisation, as_of=as_of, law=law_in_book(), holidays=shipped_holidays())
    return [
        (d.due_on, d.facts["answered"], d.facts["asked"], d.overdue) for d in found if d.kind == "deadline"
    ]


def test_the_keeper_sees_who_has_not_answered_and_a_cell_only_itself(book):
    given(book, CELL_1, CELL_2, CELL_3)
    (board,) = open_deadlines(COMMUNE, as_of=date(2026, 11, 21))
    book.write(answered(board, CELL_1, on=date(2026, 11, 19), how=How.SUBMITTED))
    book.write(answered(board, CELL_2, on=date(2026, 11, 20), how=How.NOTHING_AROSE))
    (board,) = open_deadlines(COMMUNE, as_of=date(2026, 11, 21))
    assert (board.asked, board.waiting) == ((CELL_1, CELL_2, CELL_3), (CELL_3,))
    assert (board.answers[CELL_2].how, board.answers[CELL_2].on) == (How.NOTHING_AROSE, date(2026, 11, 20))
    assert [one.waiting for one in open_deadlines(CELL_3, as_of=date(2026, 11, 21))] == [(CELL_3,)]
    assert open_deadlines(CELL_1, as_of=date(2026, 11, 21)) == []
    assert [one.asked for one in deadlines(CELL_1, as_of=date(2026, 11, 21))] == [(CELL_1,)]
    assert open_deadlines(PROVINCE, as_of=date(2026, 11, 21)) == []
    assert [one.waiting for one in open_deadlines(CELL_1, as_of=date(2026, 11, 18))] == [(CELL_1,)]


def test_a_line_turns_overdue_the_day_after_and_goes_when_all_have_answered(book):
    given(book, CELL_1, CELL_2)
    assert lines(COMMUNE, date(2026, 11, 2)) == []
    assert lines(COMMUNE, DUE) == [(DUE, 0, 2, False)]
    (board,) = open_deadlines(COMMUNE, as_of=DUE)
    book.write(answered(board, CELL_1, on=DUE, how=How.SUBMITTED))
    assert lines(COMMUNE, date(2026, 11, 26)) == [(DUE, 1, 2, True)]
    assert lines(CELL_2, date(2026, 11, 26)) == [(DUE, 0, 1, True)]
    book.write(answered(board, CELL_2, on=date(2026, 11, 27), how=How.SUBMITTED))
    assert lines(COMMUNE, date(2026, 11, 27)) == []
    assert lines(COMMUNE, date(2026, 11, 26)) == [(DUE, 1, 2, True)]


def test_a_monthly_deadline_comes_back_until_it_is_withdrawn(book):
    code = given(book, CELL_1, monthly=True)
    december = date(2026, 12, 10)
    first, second = open_deadlines(COMMUNE, as_of=december)
    assert [(one.due_on, one.data_to, str(one.month)[:7]) for one in (first, second)] == [
        (DUE, date(2026, 11, 20), "2026-11"),
        (date(2026, 12, 25), date(2026, 12, 20), "2026-12"),
    ]
    book.write(answered(first, CELL_1, on=date(2026, 11, 24), how=How.SUBMITTED))
    assert [one.due_on for one in open_deadlines(CELL_1, as_of=december)] == [date(2026, 12, 25)]
    book.write(DeadlineWithdrawn(about=COMMUNE, organisation=COMMUNE, effective_on=december, deadline=code))
    assert open_deadlines(COMMUNE, as_of=december) == []
    assert [one.due_on for one in open_deadlines(COMMUNE, as_of=date(2026, 12, 9))] == [date(2026, 12, 25)]


def test_everybody_who_waits_is_reminded_once_and_told_when(book):
    given(book, CELL_1, CELL_2)
    (board,) = open_deadlines(COMMUNE, as_of=DUE)
    book.write(answered(board, CELL_1, on=LETTER, how=How.SUBMITTED))
    (board,) = open_deadlines(COMMUNE, as_of=DUE)
    book.write(*reminded(board, on=DUE))
    (board,) = open_deadlines(COMMUNE, as_of=DUE)
    assert board.reminded == {CELL_2: DUE}


def test_a_commune_hands_on_what_the_province_asks(book):
    above = given(book, COMMUNE, keeper=PROVINCE)
    given(book, CELL_1, follows=above)
    found = open_deadlines(COMMUNE, as_of=DUE)
    assert sorted((one.kept_by, one.asked, one.follows) for one in found) == [
        (PROVINCE, (COMMUNE,), None),
        (COMMUNE, (CELL_1,), above),
    ]


def test_what_nobody_answered_for_a_year_is_no_work_item_any_more(book):
    given(book, CELL_1)
    assert len(open_deadlines(CELL_1, as_of=date(2027, 11, 25))) == 1
    assert open_deadlines(CELL_1, as_of=date(2027, 11, 26)) == []


def test_an_answer_of_a_cell_not_asked_is_refused(book):
    code = given(book, CELL_1)
    with pytest.raises(Refused):
        book.write(
            Answered(about=CELL_2, organisation=CELL_2, effective_on=DUE, deadline=code, how=How.SUBMITTED)
        )


def test_a_day_a_month_lacks_is_its_last():
    found = list(rounds(date(2026, 1, 31), monthly=True, since=date(2026, 1, 1), until=date(2026, 4, 1)))
    assert found == [
        (date(2026, 1, 31), PartialDay.of("2026-01")),
        (date(2026, 2, 28), PartialDay.of("2026-02")),
        (date(2026, 3, 31), PartialDay.of("2026-03")),
    ]
