"""X9, X10, X11: no ethnicity by day, by a second tree, as a filter, as a word of the search."""

import re

import pytest

from stories.walking import Walk
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AN, AT, BEGINS, P1, joining, registered
from thenchot.sealed.codes import coded_label
from thenchot.snapshot.closing import actions as closing
from thenchot.snapshot.period import whole_year

WORDS = ("Mông", "H'Mông", "Hmông", "Kinh")


@pytest.fixture
def leader(book, signed_in):
    book.account("lanh.dao", (Role.LEADER, book.top))
    return signed_in("lanh.dao")


@pytest.fixture
def office(signed_in):
    return signed_in("van.phong")


def text(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2]).split())


def of_the_day(said):
    return re.sub(r"\d+", "", said)


def test_x9_yesterday_and_today_around_an_admission_say_the_same(book, leader):
    """Whoever may not open rows: no sensitive number of an arbitrary day, by whichever address."""
    address = f"/so-lieu/{book.top}/{{}}?ky=2026@2026-11-{{}}"
    pages = ["M05/", "M01/phan-to/", "M05/phan-to/", "M01/"]

    def asked(day):
        found = [leader.get(address.format(page, day) + "&chieu=ethnicity") for page in pages]
        return [of_the_day(text(one)) for one in found[:3]]

    before = asked("20")
    book.write(*joining(4_001, A1, BEGINS.replace(month=11, day=21)))
    assert asked("21") == before
    assert not any(word in page for page in before for word in WORDS)


def test_x10_a_closing_shows_sensitive_numbers_on_its_own_tree_only(book, leader):
    for extra in range(30):
        book.write(*joining(2_000 + extra, A1))
    for extra in range(12):
        person = 3_000 + extra
        book.write(registered(person, P1, BEGINS, ethnicity="01"), joining(person, P1)[1])
    head, clerk = book.begun.confirmer.id, book.begun.office.id
    period = whole_year(2026).upto(BEGINS.replace(month=11, day=20))
    code = closing.prepare(book.desk, book.top, period, by=clerk, at=AT)
    closing.review(book.desk, code, by=head, at=AT)
    closing.approve(book.desk, code, by=head, at=AT)
    address = f"/so-lieu/{book.top}/M01/phan-to/?chot={code}&chieu=ethnicity"
    own = text(leader.get(address))
    assert "34" in own or "33" in own, "the closing's own tree is shown, in cells that are large enough"
    recast = leader.get(f"{address}&dia-ban=1")
    assert text(recast) == own or not any(word in text(recast) for word in WORDS)


def test_x11_ethnicity_filters_no_list(book, office, leader):
    for browser in (office, leader):
        plain_roll = text(browser.get(f"/dang-vien/to-chuc/{A1}/"))
        for name in ("dan-toc", "ethnicity", "dien", "chieu", "sap-xep"):
            assert text(browser.get(f"/dang-vien/to-chuc/{A1}/?{name}=hmong")) == plain_roll
        rows = browser.get(f"/so-lieu/{A1}/M01/?chieu=ethnicity&o=hmong")
        assert rows.status_code == 404 or "Vàng A Sùng" not in text(rows)


def test_x11_ethnicity_is_no_word_of_the_search(book, office):
    for words in WORDS:
        found = text(office.post("/dang-vien/tim/", {"text": words}))
        assert "Không tìm thấy" in found and "Vàng A Sùng" not in found


def test_x11_a_number_by_ethnicity_opens_to_codes(book, office):
    said = text(office.get(f"/so-lieu/{A1}/M05/"))
    assert coded_label(AN) in said and "Vàng A Sùng" not in said


def test_x11_no_page_offers_a_list_by_ethnicity(book, office):
    """Whatever links, buttons and choices pages have: none of a list of persons names it."""
    walk = Walk(book)
    walk.prepare()
    for visit in walk.visits("inside"):
        if "GET" in visit.door.methods:
            page = office.get(visit.address).content.decode(errors="replace")
            offered = re.findall(r'href="([^"]*)"', page)
            assert not [
                one for one in offered if "chieu=ethnicity" in one and "o=" in one.split("?")[1].split("&")
            ], visit
            assert not [one for one in offered if "/dang-vien/" in one and "ethnic" in one], visit
