"""A file of the national database: brought, looked at, taken in, written back into the same file."""

import zipfile
from datetime import date

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1
from thenchot.demo.national_file import made_up, workbook
from thenchot.rooms.membership.events import Exempted
from thenchot.rooms.membership.reading import members_of

from .conftest import DESK, PHONE, violations

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
LIST = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_from_the_upload_to_the_file_written_back(book, enter, tmp_path, size):
    book.account("to.chuc", (Role.ORGANISING, book.top))
    people = made_up(12, ["c21", "c22"])
    file = tmp_path / "danh-sach.xlsx"
    file.write_bytes(workbook([*people[:11], {**people[11], "sex": "không rõ"}]))
    page = enter("to.chuc", size=size)

    page.goto("/doi-khop/")
    assert violations(page) == []
    page.get_by_label("Tệp Excel (.xlsx)").set_input_files(file)
    page.get_by_role("button", name="Đọc và so với sổ").click()
    page.get_by_role("heading", name="danh-sach.xlsx").wait_for()
    assert page.get_by_text("người mới").first.is_visible()
    assert page.get_by_text("giá trị không thuộc danh mục").is_visible()
    assert violations(page) == [] and page.evaluate(SIDEWAYS) <= 0

    page.get_by_label("Đúng như văn bản").check()
    page.get_by_role("button", name="Nạp vào sổ").click()
    page.get_by_text("Đã nạp 11 người mới").wait_for()
    assert page.get_by_role("button", name="Hủy cả lần nạp này").is_visible()

    active = [one for one in members_of(A1, as_of=date(2026, 11, 20)) if one > 1000]
    book.write(Exempted(about=active[0], effective_on=date(2026, 7, 1), organisation=A1))
    page.reload()
    page.get_by_role("button", name="So lại với sổ").click()
    page.get_by_role("link", name="Ghi lại vào tệp: 2 ô khác").click()
    assert page.get_by_text("Miễn sinh hoạt").first.is_visible()
    assert violations(page) == [] and page.evaluate(SIDEWAYS) <= 0
    with page.expect_download() as coming:
        page.get_by_role("button", name="Tải tệp đã ghi lại").click()
    back = tmp_path / coming.value.suggested_filename
    coming.value.save_as(back)
    assert differing(file, back) == [LIST]

    page.goto("/doi-khop/")
    page.get_by_role("link", name="danh-sach.xlsx").click()
    page.get_by_role("button", name="Đưa vào danh sách đối khớp").click()
    page.get_by_role("heading", name="Danh sách đối khớp").wait_for()
    assert violations(page) == [] and page.evaluate(SIDEWAYS) <= 0
    page.get_by_role("checkbox").first.check()
    page.get_by_label("Sửa ở đâu").select_option("national")
    page.get_by_role("button", name="Giao sửa").click()
    page.get_by_text("Đã ghi 1 dòng").wait_for()


def differing(one, other):
    """Parts of two workbooks that are not the same bytes."""
    with zipfile.ZipFile(one) as first, zipfile.ZipFile(other) as second:
        assert first.namelist() == second.namelist()
        return [name for name in first.namelist() if first.read(name) != second.read(name)]
