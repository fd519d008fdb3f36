"""ADR 15: a leader can reckon a removal from other figures, and only where he may read of it by name."""

import re

import pytest

from thenchot.access.actions import RIGHTS, Action
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AN, BEGINS, NAMES, A, B
from thenchot.rooms.membership.events import Expelled

from .conftest import text

LEFT = BEGINS.replace(month=6)
BEFORE, YEAR = "?ngay=2026-05-31", "?ky=2026"


@pytest.fixture
def expelled(book):
    book.write(Expelled(about=AN, effective_on=LEFT, organisation=A1, decided_by="commune"))


def shown(browser, organisation, code):
    return browser.get(f"/so-lieu/{organisation}/{code}/{YEAR}").context["line"]


def test_the_removal_is_masked_and_the_rest_of_those_who_left_is_not(expelled, leader):
    assert shown(leader, A, "M31").hidden and shown(leader, A, "M32").hidden
    page = text(leader.get(f"/so-lieu/{A}/{YEAR}"))
    gone = int(re.search(r"GIẢM (\d+)", page)[1])
    assert gone - int(shown(leader, A, "M30.out").shown) - int(shown(leader, A, "M35").shown) == 1


def test_there_he_reads_the_roll_of_the_day_before_and_the_act_itself(expelled, leader):
    assert NAMES[AN] in text(leader.get(f"/dang-vien/to-chuc/{A1}/{BEFORE}"))
    assert NAMES[AN] not in text(leader.get(f"/dang-vien/to-chuc/{A1}/"))
    assert "Khai trừ" in text(leader.get(f"/dang-vien/{AN}/"))


def test_elsewhere_he_has_neither_the_figures_nor_the_roll(expelled, book, signed_in):
    book.account("lanh.dao.b", (Role.LEADER, B))
    browser = signed_in("lanh.dao.b")
    for address in (f"/so-lieu/{A}/{YEAR}", f"/so-lieu/{A}/M35/{YEAR}", f"/dang-vien/to-chuc/{A1}/{BEFORE}"):
        assert browser.get(address).status_code in (403, 404), address
    assert browser.get(f"/dang-vien/{AN}/").status_code == 404


def test_whoever_has_figures_of_a_place_may_open_its_roll():
    """Otherwise what follows from the figures would be about persons he may not know of."""
    figures, roll = RIGHTS[Action.SEE_FIGURES], RIGHTS[Action.SEE_ROLL]
    assert set(figures.roles) <= set(roll.roles)
    assert (figures.of, figures.above, figures.anyone) == (roll.of, roll.above, roll.anyone)
