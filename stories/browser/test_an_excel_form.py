"""The province's Excel form: from its upload to the filled copy, and back after somebody changed it."""

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, BEGINS, A
from thenchot.files.sheets.cells import read_book
from thenchot.files.sheets.workbook import changed
from thenchot.reports.forms import keeping
from thenchot.reports.forms.tests.test_binding import province_form
from thenchot.web.members.tests.province import admitted

from .conftest import DESK, PHONE, violations

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
FOCUSED = "document.activeElement.id"


def fine(page):
    """Nothing for axe to say, nothing too wide."""
    return violations(page) == [] and page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_from_the_upload_to_the_filled_copy_and_back(book, enter, tmp_path, size):
    book.account("xa.a", (Role.OFFICE, A))
    admitted(book, 901, A1, BEGINS.replace(month=11))
    given = tmp_path / "bieu3.xlsx"
    given.write_bytes(province_form())
    page = enter("xa.a", size=size)

    page.goto("/so-lieu/")
    page.get_by_text("Xuất Excel theo biểu").click()
    page.get_by_role("link", name="+ Nạp biểu mới").click()
    assert fine(page)
    page.get_by_label("Tệp biểu (.xlsx)").set_input_files(given)
    page.get_by_label("Tên biểu").fill("Biểu 3")
    page.get_by_role("button", name="Nạp biểu").click()
    page.get_by_text("ô đã nối theo chữ trên biểu").wait_for()
    assert fine(page)

    # The cell of the sum is found by the arrow keys, and bound to the figure it must give.
    page.locator("#o-C13").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUSED) == "o-C14"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Ô C14").wait_for()
    page.get_by_label("Số liệu khác").select_option("M16")
    page.get_by_role("button", name="Nối ô", exact=True).click()
    page.get_by_text("Đã lưu: 1 ô thay đổi.").wait_for()
    assert fine(page)

    page.get_by_role("link", name="Xem biểu đã điền").click()
    page.get_by_text("ô công thức khác với số liệu").wait_for()  # 1 admitted, 1 of them a woman: 2, not 1
    assert page.locator("#o-C9").inner_text() == "1" and fine(page)
    page.locator("#o-C9").click()
    page.get_by_text("Cách tính").first.wait_for()  # beside the form, or on a page of its own
    if size == PHONE:
        page.go_back()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Xuất Excel").click()
    sent = tmp_path / coming.value.suggested_filename
    coming.value.save_as(sent)
    (sheet,) = read_book(sent.read_bytes()).sheets
    assert sheet.value(8, 2) == 1 and sheet.cells[13, 2].formula == "SUM(C9:C13)"
    assert sheet.value(0, 0).startswith("Đơn vị gửi: ") and "…" not in sheet.value(0, 0)

    (one,) = keeping.sent_from([A])
    other = tmp_path / "gui-lai.xlsx"
    other.write_bytes(changed(sent.read_bytes(), {("Biểu 3", "C9"): 7}))
    page.goto("/bieu/")
    assert fine(page)
    page.get_by_role("link", name="Biểu 3").last.click()
    page.get_by_label("Tệp gửi lại (.xlsx)").set_input_files(other)
    page.get_by_role("button", name="So từng ô").click()
    page.get_by_text("1 ô khác với bản đã xuất").wait_for()
    assert page.get_by_text("+6").is_visible() and one.serial in page.url and fine(page)
