"""Ending, merging, splitting: shown before it is written, and nobody is left behind."""

from datetime import date

import pytest

from thenchot.access.tests.book import A1, A2, AN, DUNG, A, B
from thenchot.ledger import reading
from thenchot.rooms.membership.reading import membership_of
from thenchot.rooms.organisations.reading import organisation_on

from .test_form import finding, opened, sent_back, text

DAY = date(2026, 11, 21)
PAPER = {"effective_on": "2026-11-10", "paper": "12-QĐ/ĐU", "signed_on": "2026-11-09"}


@pytest.fixture
def office(signed_in):
    return signed_in("van.phong")


def shown_and_saved(office, address, said):
    """The first sending shows and writes nothing; the second writes."""
    size = reading.size()
    shown = office.post(address, said)
    assert (shown.status_code, reading.size()) == (200, size), finding(shown)
    saved = office.post(address, sent_back(shown))
    assert saved.status_code == 302, finding(saved)
    return shown, saved


def test_a_cell_is_dissolved_and_its_members_go_where_the_decision_says(book, office):
    address = "/ghi/organisations.ended/"
    said = opened(office, f"{address}?to-chuc={A1}") | PAPER | {"how": "dissolved", "members_to": str(A2)}
    shown, _ = shown_and_saved(office, address, said)
    assert "Sẽ ghi 2 việc" in text(shown) and "Vàng A Sùng" in text(shown)
    assert organisation_on(A1, as_of=DAY) is None
    assert membership_of(AN, as_of=DAY).cell == A2
    assert reading.story(A1).value("heir") == str(A)


def test_an_end_without_its_decision_is_not_shown(book, office):
    address = "/ghi/organisations.ended/"
    said = opened(office, f"{address}?to-chuc={A1}") | {"effective_on": "2026-11-10", "how": "dissolved"}
    answer = office.post(address, said)
    assert (answer.status_code, "Chưa nhập “Số văn bản”" in text(answer)) == (200, True)


def test_what_would_leave_somebody_behind_is_said_before(book, office):
    address = "/ghi/organisations.ended/"
    said = opened(office, f"{address}?to-chuc={A1}") | PAPER | {"how": "dissolved"}
    answer = office.post(address, said)
    assert "Chưa lưu được" in text(answer)


def test_cells_are_merged_into_a_new_one(book, office):
    address = "/ghi/nhap-chi-bo/"
    said = opened(office, f"{address}?to-chuc={A}") | PAPER
    said |= {f"chon.{A1}": "1", f"chon.{A2}": "1", "new_name": "Chi bộ liên thôn", "new_code": "c77"}
    shown, _ = shown_and_saved(office, address, said)
    assert "Chi bộ liên thôn" in text(shown)
    cell = membership_of(AN, as_of=DAY).cell
    assert cell == membership_of(DUNG, as_of=DAY).cell
    assert organisation_on(cell, as_of=DAY).code == "c77"
    again = office.post(address, sent_back(shown))
    assert "Việc này đã ghi lúc" in finding(office.get(again["Location"]))


def test_cells_are_merged_into_one_of_them(book, office):
    address = "/ghi/nhap-chi-bo/"
    said = opened(office, f"{address}?to-chuc={A}") | PAPER | {f"chon.{A1}": "1", "into": str(A2)}
    shown_and_saved(office, address, said)
    assert membership_of(AN, as_of=DAY).cell == A2
    assert organisation_on(A1, as_of=DAY) is None


def test_merging_needs_two_cells_and_a_place(book, office):
    address = "/ghi/nhap-chi-bo/"
    said = opened(office, f"{address}?to-chuc={A}") | PAPER | {f"chon.{A1}": "1"}
    answer = office.post(address, said)
    assert "Chọn ít nhất hai chi bộ" in text(answer)
    assert "Chọn chi bộ nhập vào" in text(answer)


def test_a_cell_is_split(book, office):
    from thenchot.access.tests.book import joining

    book.write(*joining(150, A1))
    address = "/ghi/tach-chi-bo/"
    said = opened(office, f"{address}?to-chuc={A1}") | PAPER
    said |= {"chon.150": "1", "new_name": "Chi bộ thôn Hai", "new_code": "c78"}
    shown_and_saved(office, address, said)
    cell = membership_of(150, as_of=DAY).cell
    assert organisation_on(cell, as_of=DAY).parent == A
    assert membership_of(AN, as_of=DAY).cell == A1


def test_moving_an_organisation_shows_both_trees(book, office):
    address = "/ghi/organisations.moved/"
    said = opened(office, f"{address}?to-chuc={A1}") | PAPER | {"parent": str(B)}
    shown, _ = shown_and_saved(office, address, said)
    trees = text(shown).split('class="trees"')
    assert len(trees) == 3
    assert 'class="gone"' in trees[1] and 'class="new"' in trees[2]
    assert organisation_on(A1, as_of=DAY).parent == B
