"""A member of the demo reports through the service: one waits too long, one is answered, one is new."""

from dataclasses import replace
from datetime import timedelta

import pytest

from thenchot.access.events import Role
from thenchot.access.judging import today
from thenchot.access.tests.book import AN, AT, begin
from thenchot.demo import reporting
from thenchot.demo.reporting import SAID, Reporting
from thenchot.demo.run import LAST_AT
from thenchot.demo.workdays import moment
from thenchot.law.world import law_in_book
from thenchot.rooms.people.error_events import Item, Outcome
from thenchot.rooms.people.error_reading import reports_of
from thenchot.sealed import directory, opening, unsealed
from thenchot.sealed.randomness import Seeded
from thenchot.surface import own

LATER = moment(today(AT), 8) + timedelta(days=1) - SAID[0].at  # the book of tests is written already


@pytest.fixture
def told(installation, monkeypatch):
    opening.use(None)
    book = begin()
    office = book.account("to.chuc", (Role.ORGANISING, book.top)).id
    member = book.account("dang.vien", person=AN).id
    later = [
        replace(one, at=one.at + LATER, answered_at=one.answered_at and one.answered_at + LATER)
        for one in SAID
    ]
    monkeypatch.setattr(reporting, "SAID", later)
    yield Reporting(book.desk, office, lambda at: (member, AN), Seeded("1", "reports"))
    opening.use(None)
    directory.forget()


def test_each_is_said_at_its_moment_and_only_once(told):
    told.up_to(SAID[0].at + LATER)
    assert reports_of(AN, as_of=today(LAST_AT + LATER)) == []
    told.up_to(SAID[1].at + LATER + timedelta(minutes=1))
    told.up_to(SAID[1].at + LATER + timedelta(minutes=1))
    assert [one.item for one in reports_of(AN, as_of=today(LAST_AT + LATER))] == [Item.GENERAL, Item.BIRTH]


def test_on_the_last_day_one_is_late_one_answered_and_one_new(told):
    told.up_to(LAST_AT + LATER)
    day = today(LAST_AT + LATER)
    late, answered, new = reports_of(AN, as_of=day)
    clock = [own.clock(one.reported_on, as_of=day, law=law_in_book()) for one in (late, answered, new)]
    assert late.outcome is None and clock[0].overdue
    assert answered.outcome is Outcome.DOSSIER_KEPT_BOTH_RECORDED and answered.answered_on <= clock[1].due
    assert new.outcome is None and not clock[2].overdue
    proposed = dict(unsealed.fetch([AN])[AN].proposed)
    assert proposed == {"general": "lower_secondary", "phone": "0000778899"}
