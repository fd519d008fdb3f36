"""The order of the menu: by use in the last 60 days, and by what can happen to somebody."""

from datetime import UTC, date, datetime

import pytest

from thenchot.access.tests.book import AN, BINH, CHI, A, begin
from thenchot.rooms.membership.events import Exempted, ExemptionEnded
from thenchot.rooms.membership.reading import Membership, membership_of
from thenchot.rooms.people.events import Occupied
from thenchot.surface.usual import usual_acts, usual_for

TODAY = date(2026, 11, 21)


@pytest.fixture
def book(installation):
    from thenchot.sealed import directory, opening

    opening.use(None)
    yield begin()
    opening.use(None)
    directory.forget()


def occupied(person, cell):
    return Occupied(about=person, effective_on=TODAY, organisation=cell, occupation="retired")


def test_what_was_recorded_most_in_sixty_days_comes_first(book):
    book.write(occupied(AN, 21), occupied(BINH, 23))
    book.write(Exempted(about=AN, effective_on=TODAY, organisation=21))
    assert usual_acts(book.top, TODAY)[:2] == ["people.occupied", "membership.exempted"]


def test_only_what_was_recorded_under_the_organisation_counts(book):
    book.write(Exempted(about=CHI, effective_on=TODAY, organisation=24))
    book.write(occupied(AN, 21))
    assert usual_acts(A, TODAY)[0] == "people.occupied"


def test_what_was_recorded_longer_ago_does_not_count(book):
    later = datetime(2027, 3, 1, 3, tzinfo=UTC)
    book.write(Exempted(about=AN, effective_on=TODAY, organisation=21))
    book.write(occupied(BINH, 23), at=later)
    found = usual_acts(book.top, date(2027, 3, 1))
    assert found[0] == "people.occupied"
    assert found[1] == "membership.admitted"


def test_lists_of_the_beginning_are_not_in_the_menu(book):
    assert [kind for kind in usual_acts(book.top, TODAY) if kind.endswith("carried_over")] == []


def test_somebody_exempt_returns_and_is_not_exempted_again(book):
    kinds = [Exempted.kind, ExemptionEnded.kind]
    assert usual_for(membership_of(AN, as_of=TODAY), [], kinds) == [Exempted.kind]
    book.write(Exempted(about=AN, effective_on=TODAY, organisation=21))
    assert usual_for(membership_of(AN, as_of=TODAY), [], kinds) == [ExemptionEnded.kind]


def test_nothing_but_a_badge_is_recorded_of_the_dead():
    gone = Membership(1, None, None, None, None, None, None, False, None, None, None, TODAY)
    assert usual_for(gone, [], ["membership.died", "membership.badge_awarded"]) == [
        "membership.badge_awarded"
    ]
