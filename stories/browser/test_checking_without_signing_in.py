"""Before anything is set up: a report is dropped and gone through by keys; a member list too."""

import base64
import re
import zipfile
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from thenchot.reports.member_list.tests.invented import changed, people, workbook

from .conftest import DESK, PHONE, violations

SUM = "Trong năm luân chuyển 52 cán bộ, trong đó: tỉnh về xã 18, xã về tỉnh 7, giữa các xã 24."
SHARE = "Kết nạp 31/35 đảng viên, đạt 86,57% chỉ tiêu năm."
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
# What a browser does when a file is let go over the page.
DROP = """([text, name, kind]) => {
  const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name, { type: kind }));
  document.querySelector("main").dispatchEvent(
    new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
}"""
FITS = "document.documentElement.scrollWidth <= window.innerWidth"


@pytest.fixture
def visit(chromium, address):
    """The page with both doors, nobody signed in; what the console says ends the test."""
    said, contexts = [], []

    def visited():
        context = chromium.new_context(viewport=DESK, locale="vi-VN", base_url=address, accept_downloads=True)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto("/ra-soat/")
        return page

    yield visited
    for context in contexts:
        context.close()
    assert said == []


def report(*texts):
    document = Document()
    for text in texts:
        document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def drop(page, data, name, kind=WORD):
    page.evaluate(DROP, [base64.b64encode(data).decode(), name, kind])
    page.wait_for_selector("[data-answer]")


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.className")


def saved(page, button):
    with page.expect_download() as waited:
        page.get_by_role("button", name=button).click()
    return waited.value.suggested_filename, waited.value.path().read_bytes()


def test_a_report_is_dropped_gone_through_by_keys_and_saved_with_remarks(visit):
    page = visit()
    drop(page, report(SUM, SHARE), "bao-cao.docx")
    assert "Chưa khớp 2" in page.locator(".checked-counts").inner_text()
    page.keyboard.press("j")
    assert (focused(page), page.locator("[data-at]").inner_text()) == ("k1", "(1/2)")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "52✗"
    page.keyboard.press("Enter")  # and back to the finding
    assert focused(page) == "k1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert (focused(page), page.locator("[data-at]").inner_text()) == ("k2", "(2/2)")
    page.locator("#k2").get_by_role("button", name="Đã xem, để nguyên").click()
    page.keyboard.press("k")
    assert focused(page) == "k1"

    name, data = saved(page, "Lưu Word có ghi chú")
    assert name == "bao-cao-ra-soat.docx"
    with zipfile.ZipFile(BytesIO(data)) as archive:
        found = re.findall(
            r"<w:comment .*?</w:comment>", archive.read("word/comments.xml").decode(), re.DOTALL
        )
    assert len(found) == 1 and "các phần cộng được 49" in re.sub("<[^>]+>", "", found[0])
    assert [one.text for one in Document(BytesIO(data)).paragraphs] == [SUM, SHARE]
    # Once more, without choosing the file again.
    page.locator("#k2").get_by_role("button", name="Ghi chú vào Word").click()
    assert saved(page, "Lưu Word có ghi chú")[1] != data


def test_a_text_is_pasted(visit):
    page = visit()
    page.get_by_text("Dán văn bản").click()
    page.get_by_label("Văn bản", exact=True).fill(SUM)
    page.get_by_role("button", name="Rà soát", exact=True).click()
    page.wait_for_selector("#k1")
    assert page.get_by_role("button", name="Lưu Word có ghi chú").count() == 0
    page.keyboard.press("j")
    assert focused(page) == "k1"
    assert saved(page, "Lưu JSON")[0].endswith("-ra-soat.json")


def test_a_member_list_is_dropped_opened_and_saved(visit):
    page = visit()
    rows = changed(people(60, cells=6), 3, sex=None)
    rows = changed(rows, 4, joined_on=date(2020, 3, 4), official_on=None)
    drop(page, workbook(rows), "danh-sach.xlsx", "application/vnd.ms-excel")
    page.get_by_role("link", name="1 dự bị quá").click()
    assert "quá 2088 ngày" in page.locator("#overdue").inner_text()
    assert saved(page, "Lưu Excel")[0] == "danh-sach-soat.xlsx"
    with page.context.expect_page() as waited:
        page.get_by_role("button", name="In theo chi bộ").click()
    printed = waited.value
    printed.wait_for_load_state()
    assert printed.locator(".one-cell").count() >= 2


def test_the_page_is_for_everybody(visit):
    page = visit()
    rows = changed(people(60, cells=6), 3, sex=None)
    for data, name in ((workbook(rows), "danh-sach.xlsx"), (report(SUM, SHARE), "bao-cao.docx")):
        page.evaluate("document.getElementById('answer').replaceChildren()")
        drop(page, data, name, "")
        page.keyboard.press("j")
        assert violations(page) == []
        page.set_viewport_size(PHONE)
        assert page.evaluate(FITS)
        page.set_viewport_size(DESK)


def test_without_a_script_the_forms_work(chromium, address):
    context = chromium.new_context(viewport=DESK, locale="vi-VN", base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ra-soat/")
    page.locator("#list-file").set_input_files(
        {"name": "a.xlsx", "mimeType": "", "buffer": workbook(changed(people(30, cells=3), 3, sex=None))}
    )
    page.get_by_role("button", name="Soát tệp").click()
    page.get_by_text("1 ô thiếu").first.wait_for()
    page.locator("#report-file").set_input_files({"name": "a.docx", "mimeType": WORD, "buffer": report(SUM)})
    page.get_by_role("button", name="Rà soát", exact=True).click()
    page.get_by_text("các phần cộng được 49").first.wait_for()
    assert page.get_by_label("Đã xem, để nguyên").is_visible()
    context.close()
