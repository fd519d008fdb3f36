"""Cần xem lại: what is listed because of an act stays until somebody looks, or until the act is annulled."""

from dataclasses import replace
from datetime import date

import pytest

from stories.book import CELL_1, EM, begun, kinds_after, registered
from thenchot.law.correcting import Reason, annul, correct
from thenchot.law.recording import record_many
from thenchot.law.review_events import Outcome, Reviewed
from thenchot.ledger import reading
from thenchot.ledger.writing import Draft
from thenchot.rooms.membership.actions import admit_new_person
from thenchot.rooms.membership.events import Admitted, Exempted, Recognised
from thenchot.rooms.membership.reading import to_review
from thenchot.snapshot.engine import open_engine

DAY = date(2024, 5, 2)
ANOTHER = 6
RULE = "recognised_from_the_end_of_probation"


@pytest.fixture
def book(installation):
    return begun()


def against_a_rule(book, person=EM):
    """Admitted, and recognised a day too late: the roots of both acts."""
    day = date(2023, 3, 3)
    admitted = Admitted(about=person, effective_on=day, organisation=CELL_1, cell=CELL_1, decided_on=day)
    done = admit_new_person(replace(registered(EM), about=person), admitted, **book.hand)
    late = Recognised(about=person, effective_on=date(2024, 3, 4), organisation=CELL_1)
    (entry,) = book.write(late, on_paper=True).entries
    return done.entries[1].root, entry.root


def listed(known_by=None):
    return [(one.entry, one.rule) for one in to_review(as_of=DAY, known_by=known_by)]


def test_it_goes_with_the_act_withdrawn(book):
    _, root = against_a_rule(book)
    place = reading.size()
    withdrawal = Draft(reading.entry(root).act, book.mint.id(), "withdraw", root, "did_not_happen")
    record_many([withdrawal], **book.hand)
    assert kinds_after(place) == ["membership.recognised", "law.to_review"]
    changes = [reading.entry(seq) for seq in (place + 1, place + 2)]
    assert {(e.does, e.reason, e.act_set) for e in changes} == {
        ("withdraw", "did_not_happen", withdrawal.act_set)
    }
    assert listed() == []
    assert listed(known_by=place) == [(root, RULE)]
    engine = open_engine()
    assert engine.cursor().execute("SELECT * FROM state WHERE track = 'review'").fetchall() == []
    engine.close()
    size = reading.size()
    assert record_many([withdrawal], **book.hand).again  # sent twice, written once
    assert reading.size() == size


def test_it_goes_with_acts_annulled_together_and_others_stay(book):
    admitted, _ = against_a_rule(book)
    _, other = against_a_rule(book, ANOTHER)
    annul(admitted, reason=Reason.WRONG_PERSON, together_with_dependents=True, **book.hand)
    assert listed() == [(other, RULE)]


def test_another_act_of_the_same_person_annulled_leaves_it_there(book):
    _, root = against_a_rule(book)
    (exempted,) = book.write(Exempted(about=EM, effective_on=DAY, organisation=CELL_1)).entries
    annul(exempted.root, reason=Reason.DID_NOT_HAPPEN, **book.hand)
    assert listed() == [(root, RULE)]


def test_it_is_open_again_when_a_correction_is_against_the_rule_after_somebody_looked(book):
    _, root = against_a_rule(book)
    looked = Reviewed(about=EM, effective_on=DAY, rule=RULE, entry=root, outcome=Outcome.AS_ON_PAPER)
    book.write(looked)
    assert listed() == []
    wrong_again = Recognised(about=EM, effective_on=date(2024, 3, 6), organisation=CELL_1)
    correct(root, wrong_again, reason=Reason.TYPED_WRONG, on_paper=True, **book.hand)
    assert listed() == [(root, RULE)]
    annul(root, reason=Reason.DID_NOT_HAPPEN, **book.hand)
    assert listed() == []


def test_it_stays_when_the_act_is_corrected_and_goes_when_that_is_annulled(book):
    _, root = against_a_rule(book)
    right = Recognised(about=EM, effective_on=date(2024, 3, 3), organisation=CELL_1)
    correct(root, right, reason=Reason.TYPED_WRONG, **book.hand)
    assert listed() == [(root, RULE)]  # until somebody has looked at it
    wrong_again = Recognised(about=EM, effective_on=date(2024, 3, 6), organisation=CELL_1)
    correct(root, wrong_again, reason=Reason.TYPED_WRONG, on_paper=True, **book.hand)
    assert listed() == [(root, RULE)]
    annul(root, reason=Reason.DID_NOT_HAPPEN, **book.hand)
    assert listed() == []
