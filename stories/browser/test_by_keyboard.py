"""The commonest jobs of a clerk by keyboard alone; recording a death is in the clerk's own day."""

from datetime import date

import pytest

from thenchot.access.events import Managing, Role
from thenchot.access.tests.book import AN, TODAY, A
from thenchot.ledger import reading
from thenchot.rooms.documents.reading import open_deadlines
from thenchot.rooms.membership.events import Exempted
from thenchot.snapshot.closing import listing
from thenchot.snapshot.kept import KEPT

from .conftest import tab_to


@pytest.fixture
def clerk(book, enter):
    """The clerk of commune A; somebody was exempted on a day that was mistyped."""
    KEPT.close()
    book.write(Exempted(about=AN, effective_on=date(2026, 10, 10), organisation=A))
    account = book.account("lo.mai", (Role.ORGANISING, A))
    book.grant(account, (Role.OFFICE, A), managing=Managing.COMMUNE)
    yield enter("lo.mai")
    KEPT.close()


def enters(page, words):
    tab_to(page, words)
    page.keyboard.press("Enter")


def types(page, label, text):
    tab_to(page, label)
    page.keyboard.type(text)


def adds_a_deadline(page):
    enters(page, "+ Thêm hạn từ công văn")
    page.wait_for_url("**/them-han/")
    for label, text in (
        ("Số công văn", "812-CV/VPTU"), ("Ngày ký", "11112026"), ("Cơ quan ban hành", "Văn phòng Tỉnh ủy"),
        ("Việc phải làm", "Báo cáo tháng 11"), ("Hạn nộp", "12122026"),
    ):  # fmt: skip
        types(page, label, text)
    enters(page, "Chọn tất cả")
    enters(page, "Lưu hạn")
    page.get_by_text("Đã thêm hạn").wait_for()


def corrects_a_day(page):
    types(page, "Tìm đảng viên", "vang a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dang-vien/tim/")
    enters(page, "Vàng A Sùng")
    page.wait_for_url(f"**/dang-vien/{AN}/")
    enters(page, "Đính chính")
    page.wait_for_url("**/sua/")
    types(page, "Tính từ ngày", "11112026")
    tab_to(page, "gõ nhầm")
    page.keyboard.press("Space")
    page.locator("#cu-moi ins", has_text="11/11/2026").wait_for()
    enters(page, "Ghi đính chính")
    page.get_by_text("Đã ghi.").first.wait_for()


def opens_numbers_one_after_the_other(page):
    enters(page, "Số liệu, biểu mẫu")
    page.wait_for_url("**/so-lieu/**")
    page.locator(".movement a.figure").first.focus()
    for _ in range(40):
        page.keyboard.press("ArrowDown")
        if "CUỐI KỲ" in (page.evaluate("document.activeElement.getAttribute('aria-label')") or ""):
            break
    page.locator("#opened .opened-number", has_text="2").wait_for()
    page.locator("#opened").get_by_role("link", name="Vàng A Sùng").wait_for()


def prepares_the_closing(page):
    enters(page, "Chốt số liệu")
    page.wait_for_url("**/chot-so-lieu/**")
    enters(page, "Lập biểu một kỳ")
    page.wait_for_url("**/lap-bieu/**")
    tab_to(page, "Ngành nhận báo cáo")
    enters(page, "Lập biểu")
    page.wait_for_url(lambda url: "/to-chuc/" not in url)


def test_deadline_correction_figures_and_closing_without_a_mouse(clerk):
    adds_a_deadline(clerk)
    (one,) = open_deadlines(A, as_of=TODAY)
    assert (one.due_on, len(one.asked)) == (date(2026, 12, 12), 2)
    corrects_a_day(clerk)
    (entry,) = reading.of_kind("membership.exempted")
    assert entry.effective_on == date(2026, 11, 11)
    prepares_the_closing(clerk)
    opens_numbers_one_after_the_other(clerk)
    assert [each.state for each in listing.closings(A)] == ["prepared"]
