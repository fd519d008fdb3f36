"""An auditor: states a ground, reads single lines of the viewing log, and is a line of it too."""

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import AN
from thenchot.sealed.codes import code

from .conftest import DESK, PHONE, violations


@pytest.fixture
def auditor(book, enter):
    """Of the whole; the organising commission has opened one record before."""
    book.account("giam.sat", (Role.AUDITOR, book.top))
    book.account("ban.to.chuc", (Role.ORGANISING, book.top))
    enter("ban.to.chuc").goto(f"/dang-vien/{AN}/")
    return lambda size: enter("giam.sat", size, expects=(400,))


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_single_lines_after_a_ground(auditor, size):
    page = auditor(size)
    page.goto("/nhat-ky/")
    assert page.locator("main table").count() == 0  # nothing before a ground is stated
    assert violations(page) == []
    page.get_by_label("Căn cứ để mở").select_option(index=1)
    page.get_by_label("Từ ngày").fill("2026-11-01")
    page.get_by_role("button", name="Mở từng dòng").click()
    line = page.locator("tbody tr", has_text="ban.to.chuc").first
    line.wait_for()
    line.locator("summary").click()
    assert code(AN) in line.inner_text()
    assert "Vàng A Sùng" not in page.content()
    assert page.locator("tbody tr", has_text="giam.sat").count() >= 1  # this opening itself
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_auditor_opens_no_record(auditor):
    page = auditor(DESK)
    for place in (f"/dang-vien/{AN}/", "/dang-vien/", "/so-lieu/", "/ghi/membership.died/?nguoi=101"):
        assert page.request.get(place).status in (403, 404)
