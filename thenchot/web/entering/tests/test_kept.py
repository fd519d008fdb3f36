"""A form half filled in is kept and offered again, to nobody else, and goes when it is saved."""

import pytest

from thenchot.access import drafts
from thenchot.access.tests.book import AN

from .test_form import opened, text

ADDRESS = f"/ghi/membership.exempted/?nguoi={AN}"


@pytest.fixture
def office(signed_in):
    return signed_in("van.phong")


def typed(browser):
    said = opened(browser, ADDRESS) | {"effective_on": "2026-11-02", "paper": "77-NQ/CB"}
    browser.post("/ghi/membership.exempted/kiem-tra/", said)
    return said


def test_what_was_typed_is_offered_and_goes_on(book, office):
    typed(office)
    offered = text(office.get(ADDRESS))
    assert "Bản đang ghi dở lúc" in offered and "77-NQ/CB" not in offered
    assert 'value="77-NQ/CB"' in text(office.get(f"{ADDRESS}&dung_tiep=1"))


def test_a_draft_is_put_away(book, office):
    said = typed(office)
    answer = office.post(ADDRESS, {"nhap": said["nhap"], "bo_nhap": "1"})
    assert (answer.status_code, answer["Location"]) == (302, ADDRESS)
    assert "Bản đang ghi dở" not in text(office.get(ADDRESS))


def test_a_saved_form_leaves_no_draft(book, office):
    said = typed(office)
    assert office.post("/ghi/membership.exempted/", said).status_code == 302
    assert drafts.Draft.objects.count() == 0


def test_a_draft_is_of_one_account(book, office, signed_in):
    from thenchot.access.events import Role

    typed(office)
    book.account("nguoi.khac", (Role.OFFICE, book.top))
    assert "Bản đang ghi dở" not in text(signed_in("nguoi.khac").get(ADDRESS))


def test_a_form_of_many_acts_is_kept_too(book, office):
    from thenchot.access.tests.book import A1

    address = f"/ghi/organisations.ended/?to-chuc={A1}"
    said = opened(office, address) | {"paper": "88-QĐ/ĐU"}
    assert office.post("/ghi/nhap/", said).status_code == 204
    assert "Bản đang ghi dở lúc" in text(office.get(address))
    assert 'value="88-QĐ/ĐU"' in text(office.get(f"{address}&dung_tiep=1"))
