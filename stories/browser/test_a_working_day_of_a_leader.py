"""A leader: figures of the whole on any day, what is sensitive masked, and no row with a name."""

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, joining
from thenchot.snapshot.kept import KEPT

from .conftest import DESK, PHONE, violations

HIDDEN = "dưới 5 hoặc gộp"


@pytest.fixture
def leader(book, enter):
    """The leader of the province."""
    book.write(*(act for one in range(300, 320) for act in joining(one, A1)))
    book.account("lanh.dao", (Role.LEADER, book.top))
    KEPT.close()
    yield lambda size: enter("lanh.dao", size)
    KEPT.close()


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_figures_with_masks_and_no_rows(leader, book, size):
    page = leader(size)
    page.goto("/so-lieu/")
    last = page.get_by_role("link", name="CUỐI KỲ")
    assert "24" in last.inner_text()
    last.click()
    told = page.get_by_text("Đồng chí xem được con số; danh sách do").first
    told.wait_for()
    assert "Vàng A Sùng" not in page.content() and page.get_by_text("Danh sách:").count() == 0
    page.goto(f"/so-lieu/{book.top}/M05/")
    assert HIDDEN in page.locator("main").inner_text()
    page.goto(f"/so-lieu/{book.top}/M01/phan-to/?chieu=sex")
    assert "nam" in page.locator("main").inner_text().lower()
    assert violations(page) == []
