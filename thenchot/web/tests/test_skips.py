"""Long tables are two Tabs from the top of their page: a link past the frame, whose place is there."""

import re

import pytest

from thenchot.access.tests.book import A1, A
from thenchot.snapshot.kept import KEPT

PAGES = {
    f"/so-lieu/{A}/": "#figures", f"/so-lieu/{A}/M01/": "#rows", f"/dang-vien/to-chuc/{A}/": "#roll",
    f"/to-chuc/{A}/": "#units",
}  # fmt: skip


@pytest.fixture
def browser(book, signed_in):
    KEPT.close()
    yield signed_in("van.phong")
    KEPT.close()


@pytest.mark.parametrize("address", PAGES)
def test_the_second_link_of_the_page_leads_to_its_table(browser, address):
    page = browser.get(address).content.decode()
    first = re.findall(r'<a [^>]*href="([^"]*)"', page.partition("<body")[2])[:2]
    assert first == ["#main", PAGES[address]]
    place = re.findall(rf'<div [^>]*id="{PAGES[address][1:]}"[^>]*tabindex="-?\d"', page)
    assert len(place) == 1


def test_without_rows_there_is_no_link_to_them(browser):
    page = browser.get(f"/so-lieu/{A}/M01/?ky=1990").content.decode()
    assert 'href="#rows"' not in page and 'id="rows"' not in page


def test_a_cell_has_no_organisations_below_and_no_link_to_them(browser):
    page = browser.get(f"/to-chuc/{A1}/").content.decode()
    assert 'href="#units"' not in page and 'id="units"' not in page
