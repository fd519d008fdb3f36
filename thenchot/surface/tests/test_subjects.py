"""How organisations are named back."""

from datetime import date

import pytest

from thenchot.access.tests.book import A1, A2, AT, begin
from thenchot.rooms.organisations.events import Renamed
from thenchot.sealed import store
from thenchot.sealed.randomness import System
from thenchot.surface.subjects import names_of


@pytest.fixture
def book(installation):
    return begin()


def test_equal_names_are_told_apart_by_their_codes(book):
    assert names_of([A1, A2], apart=True) == names_of([A1, A2])
    (same,) = store.put_notes(["Chi bộ thôn 1"], at=AT, randomness=System())
    for one in (A1, A2):
        book.write(Renamed(about=one, effective_on=date(2026, 2, 1), name=same))
    assert names_of([A1, A2]) == {A1: "Chi bộ thôn 1", A2: "Chi bộ thôn 1"}
    assert names_of([A1, A2], apart=True) == {A1: f"Chi bộ thôn 1 (c{A1})", A2: f"Chi bộ thôn 1 (c{A2})"}
