"""The roll of a day: the same whichever way it is read, and the same as membership says person by person."""

from datetime import date

import pytest

from thenchot.access.tests.book import A1, A2, AN, B1, BINH, CHI, DUNG, A, begin
from thenchot.rooms.membership import events, rolls
from thenchot.rooms.membership.reading import membership_of
from thenchot.rooms.membership.rolls import Listed, roll

DAYS = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 2, 15), date(2026, 3, 15), date(2026, 11, 21)]


@pytest.fixture
def book(installation):
    """An moved inside A, Dũng exempt and away, Bình on the way from B1 to A1 and received, Chi a guest."""
    made, until = begin(), date(2027, 1, 1)
    made.write(
        events.Moved(about=AN, effective_on=date(2026, 2, 1), organisation=A2, cell=A2, why="internal"),
        events.Exempted(about=DUNG, effective_on=date(2026, 2, 1), organisation=A2),
        events.TemporarilySent(about=DUNG, effective_on=date(2026, 3, 1), organisation=A2, until=until),
        events.Sent(about=BINH, effective_on=date(2026, 2, 10), organisation=B1, to=A1),
        events.Received(about=BINH, effective_on=date(2026, 3, 10), organisation=A1, cell=A1),
        events.Hosted(about=CHI, effective_on=date(2026, 3, 2), organisation=A2, cell=A2, until=until),
    )
    return made


@pytest.mark.parametrize("day", DAYS)
def test_a_wide_tree_and_a_small_one_are_read_alike(book, monkeypatch, day):
    for organisation in (book.top, A, A1, A2, B1):
        few = roll(organisation, as_of=day)
        with monkeypatch.context() as wide:
            wide.setattr(rolls, "MANY", 0)
            assert roll(organisation, as_of=day) == few


@pytest.mark.parametrize("day", DAYS)
def test_a_roll_says_what_membership_says_of_each(book, day):
    found = roll(book.top, as_of=day)
    for person in (AN, BINH, CHI, DUNG):
        m = membership_of(person, as_of=day)
        assert found.cells.get(person) == m.cell and found.on_the_way.get(person) == m.transit
        assert (person in found.exempt, person in found.away) == (m.exempt, bool(m.away_until))
        assert found.guests.get(person) == m.guest_of


def test_who_is_on_the_way_stands_on_both_rolls_and_is_counted_on_none(book):
    day = date(2026, 2, 15)
    assert (
        set(roll(A1, as_of=day).of(Listed.ON_THE_WAY))
        == {BINH}
        == set(roll(B1, as_of=day).of(Listed.ON_THE_WAY))
    )
    assert roll(A1, as_of=day).count() == roll(B1, as_of=day).count() == 0
    assert roll(A, as_of=day).count() == 2 and roll(A, as_of=day).count(Listed.FULL) == 2


def test_an_organisation_that_is_not_there_has_nobody(book):
    assert roll(987654321, as_of=date(2026, 3, 1)).count() == 0
    assert roll(A, as_of=DAYS[0]).count() == 0
