"""The organising commission: from a total to one person and back, another day, two trees side by side."""

from datetime import date

import pytest

from thenchot.access.events import Managing, Role
from thenchot.access.tests.book import AN, B1, A, B
from thenchot.rooms.organisations.events import Ended, Ending, Moved
from thenchot.snapshot.kept import KEPT

from .conftest import DESK, PHONE, violations

MERGED = date(2026, 7, 26)
SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])


@pytest.fixture
def commission(book, enter):
    """The commission of the province; on 26/7/2026 commune B was merged into commune A."""
    book.write(
        Moved(about=B1, effective_on=MERGED, parent=A),
        Ended(about=B, effective_on=MERGED, how=Ending.MERGED, heir=A),
    )
    account = book.account("ban.to.chuc")
    book.grant(account, (Role.ORGANISING, book.top), managing=Managing.PROVINCE)
    KEPT.close()
    yield lambda size=DESK: enter("ban.to.chuc", size)
    KEPT.close()


@SIZES
def test_a_total_opens_down_to_one_person_and_back_again(commission, size):
    page = commission(size)
    page.goto("/so-lieu/")
    page.get_by_role("link", name="CUỐI KỲ").click()
    name = page.get_by_role("link", name="Vàng A Sùng")
    name.wait_for()
    assert "4" in page.locator(".opened-number").first.inner_text()
    name.click()
    page.wait_for_url(f"**/dang-vien/{AN}/")
    assert "Lần xem này được ghi vào nhật ký" in page.locator("main").inner_text()
    page.go_back()
    name.wait_for()  # the number is open as it was left
    assert violations(page) == []
    if size is PHONE:
        page.go_back()
    page.get_by_role("link", name="CUỐI KỲ").wait_for()


def test_another_day_has_its_own_numbers_and_no_forms(commission):
    page = commission()
    page.goto("/to-chuc/")
    page.get_by_role("link", name="+ Ghi việc").or_(page.get_by_text("+ Ghi việc về tổ chức")).wait_for()
    page.get_by_label("Tính đến ngày").fill("2026-07-25")
    page.get_by_role("button", name="Xem", exact=True).click()
    strip = page.locator(".past-strip")
    assert "Đang xem số liệu tính đến 25/07/2026" in strip.inner_text()
    assert page.get_by_text("+ Ghi việc về tổ chức").count() == 0
    assert page.locator("main a[href^='/to-chuc/12/']").count() > 0
    page.locator("main a[href^='/to-chuc/11/']").first.click()
    assert "25/07/2026" in page.locator(".past-strip").inner_text()  # the day goes along
    page.get_by_role("link", name="Về hôm nay").click()
    assert page.locator(".past-strip").count() == 0 and "ngay=" not in page.url


@SIZES
def test_two_trees_stand_side_by_side(commission, size):
    page = commission(size)
    page.goto(f"/to-chuc/{A}/")
    page.get_by_role("link", name="So sánh 26/07/2026").click()
    before, after = page.locator(".columns > section").all()
    assert "25/07/2026" in before.inner_text() and "26/07/2026" in after.inner_text()
    moved = page.locator("table", has_text="Chi bộ chuyển về đâu")
    assert moved.locator("tbody tr").count() == 1
    left, right = before.bounding_box(), after.bounding_box()
    beside = left["y"] == right["y"] and left["x"] < right["x"]
    assert beside if size is DESK else left["y"] < right["y"]
    assert violations(page) == []
