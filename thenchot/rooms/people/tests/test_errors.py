"""A member reports wrong information: what is proposed lies sealed, the clock runs, an answer ends it."""

from datetime import date

import pytest

from stories.book import AN, BINH, CELL_1, CELL_2, COMMUNE, DUNG, begun
from thenchot.law.calendar import add_working_days
from thenchot.law.world import law_in_book, shipped_holidays
from thenchot.ledger.reading import rows
from thenchot.rooms.membership.events import Move, Moved
from thenchot.rooms.people.error_events import ErrorAnswered, ErrorReported, Item, Outcome, PaperKind
from thenchot.rooms.people.error_reading import open_reports, reports_of
from thenchot.rooms.people.proposals import NotAValue, proposed, with_proposal, without_proposal
from thenchot.rooms.what_is_due import what_is_due
from thenchot.sealed.persons import Dated, PersonFile

DAY, TODAY = date(2026, 11, 2), date(2026, 11, 21)


@pytest.fixture
def book(installation):
    return begun()


def report(person, cell, item=Item.BIRTH, on=DAY):
    return ErrorReported(
        about=person, organisation=cell, effective_on=on, item=item, paper_kind=PaperKind.CITIZEN_CARD,
        last_three="214",
    )  # fmt: skip


def answer(person, cell, on, item=Item.BIRTH, outcome=Outcome.DOSSIER_KEPT_BOTH_RECORDED):
    return ErrorAnswered(about=person, organisation=cell, effective_on=on, item=item, outcome=outcome)


def people_in(organisation, as_of=TODAY):
    return [one.person for one in open_reports(organisation, as_of=as_of)]


def test_a_report_is_open_where_the_member_is_until_it_is_answered(book):
    book.write(report(AN, CELL_1), report(DUNG, CELL_2, on=date(2026, 11, 3)))
    assert [people_in(where) for where in (COMMUNE, CELL_1, CELL_2)] == [[AN, DUNG], [AN], [DUNG]]
    book.write(answer(AN, CELL_1, date(2026, 11, 20)))
    assert people_in(COMMUNE) == [DUNG]
    assert people_in(COMMUNE, date(2026, 11, 19)) == [AN, DUNG]
    assert people_in(COMMUNE, date(2026, 11, 1)) == []
    book.write(Moved(about=DUNG, organisation=CELL_2, effective_on=TODAY, cell=CELL_1, why=Move.INTERNAL))
    assert [(one.person, one.organisation) for one in open_reports(CELL_1, as_of=TODAY)] == [(DUNG, CELL_1)]


def test_a_member_reads_every_report_with_its_outcome(book):
    book.write(report(AN, CELL_1), report(AN, CELL_1, Item.NAME, date(2026, 11, 5)), report(BINH, CELL_1))
    book.write(answer(AN, CELL_1, date(2026, 11, 20)))
    found = [(one.item, one.reported_on, one.answered_on, one.outcome) for one in reports_of(AN, as_of=TODAY)]
    assert found == [
        (Item.BIRTH, DAY, date(2026, 11, 20), Outcome.DOSSIER_KEPT_BOTH_RECORDED),
        (Item.NAME, date(2026, 11, 5), None, None),
    ]
    assert [one.answered_on for one in reports_of(AN, as_of=date(2026, 11, 19))] == [None, None]


def test_the_clock_of_thirty_working_days_runs_by_the_day_asked_about(book):
    book.write(report(AN, CELL_1))
    last = add_working_days(DAY, 30, shipped_holidays())

    def line(as_of):
        found = what_is_due(CELL_1, as_of=as_of, law=law_in_book(), holidays=shipped_holidays())
        return [(d.subject, d.due_on, d.overdue, d.rule) for d in found if d.kind == "error"]

    assert line(date(2026, 11, 1)) == []
    assert line(last) == [(AN, last, False, "reply.to_member_within")]
    assert line(date.fromordinal(last.toordinal() + 1)) == [(AN, last, True, "reply.to_member_within")]


def test_the_value_proposed_is_never_in_the_book(book):
    book.write(report(AN, CELL_1))
    ((facts,),) = rows(
        "SELECT f.facts FROM ledger_fact f JOIN ledger_entry e ON e.seq = f.seq WHERE e.kind = %s",
        ["people.error_reported"],
    )
    assert facts == '{"item":"birth","last_three":"214","paper_kind":"citizen_card"}'


FILE = PersonFile(person=AN, names=(Dated("Nông Thị Hà"),))


def test_what_is_proposed_lies_in_the_file_until_it_is_answered():
    changed = with_proposal(FILE, Item.BIRTH, "12/8/1979")
    assert PersonFile.read(AN, changed.stored()).proposed == (("birth", "1979-08-12"),)
    again = with_proposal(changed, Item.BIRTH, "13/8/1979")
    assert again.proposed == (("birth", "1979-08-13"),)
    assert without_proposal(again, Item.BIRTH) == FILE
    assert FILE.stored() == {"names": [["Nông Thị Hà"]]}


@pytest.mark.parametrize(
    ("item", "text", "kept"),
    [
        (Item.BIRTH, "8/1979", "1979-08"),
        (Item.BIRTH, "1979", "1979"),
        (Item.JOINED, "2004-03-02", "2004-03-02"),
        (Item.NAME, " Vàng  A Sùng ", "Vàng A Sùng"),
        (Item.PERSONAL_NUMBER, "099 123 456 789", "099123456789"),
        (Item.SEX, "female", "female"),
    ],
)
def test_a_value_is_kept_in_its_own_form(item, text, kept):
    assert proposed(item, text) == kept


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (Item.BIRTH, "tôi sinh năm 1979"),
        (Item.BIRTH, "31/2/1979"),
        (Item.NAME, "Hà, không phải Hạ; xem giấy"),
        (Item.NAME, ""),
        (Item.PERSONAL_NUMBER, "hỏi công an xã"),
        (Item.SEX, "nữ giới"),
    ],
)
def test_a_sentence_is_no_value(item, text):
    with pytest.raises(NotAValue):
        proposed(item, text)
