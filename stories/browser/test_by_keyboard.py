"""The ten commonest jobs by keyboard alone; recording a death is in the clerk's own day.

Deadline, correction, closing and the numbers one after the other; then: finding a person, a transfer, a name
corrected by a paper, an answer to a deadline, a number opened to its rows and back.
"""

from datetime import date

import pytest

from thenchot.access.events import Managing, Role
from thenchot.access.tests.book import A1, A2, AN, AT, TODAY, A
from thenchot.ledger import reading
from thenchot.rooms.documents.events import Asked, DeadlineSet
from thenchot.rooms.documents.reading import open_deadlines
from thenchot.rooms.membership.events import Exempted
from thenchot.sealed import store, unsealed
from thenchot.sealed.randomness import System
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


def finds_a_person(page):
    types(page, "Tìm đảng viên", "vang a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dang-vien/tim/")
    enters(page, "Vàng A S")
    page.wait_for_url(f"**/dang-vien/{AN}/")


def corrects_a_day(page):
    finds_a_person(page)
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


def corrects_a_name(page):
    finds_a_person(page)
    enters(page, "Sửa họ tên, số")
    page.wait_for_url("**/ho-so/")
    tab_to(page, "Họ tên")
    page.keyboard.press("Control+A")
    page.keyboard.type("Vàng A Sủng")
    tab_to(page, "Loại giấy tờ")
    page.keyboard.press("ArrowDown")  # căn cước
    types(page, "Số giấy tờ", "099000000214")
    types(page, "Ngày của giấy tờ", "12/8/2026")
    tab_to(page, "Ghi nhầm")
    page.keyboard.press("Space")
    enters(page, "Xem cũ và mới")
    page.locator("ins", has_text="Vàng A Sủng").wait_for()
    enters(page, "Ghi vào hồ sơ")
    page.get_by_text("Đã sửa hồ sơ").wait_for()


def introduces_to_another_cell(page):
    finds_a_person(page)
    enters(page, "Ghi việc")
    enters(page, "Giới thiệu chuyển sinh hoạt")
    page.wait_for_url("**/ghi/membership.sent/**")
    types(page, "Vài chữ của tên, hoặc mã", "c22")
    page.locator("#o-to-chon label", has_text="c22").wait_for()
    tab_to(page, "c22")
    page.keyboard.press("Space")
    types(page, "Số văn bản", "15-QĐ/ĐU")
    types(page, "Tính từ ngày", "11112026")
    enters(page, "Ghi")
    page.get_by_text("Đã ghi.").first.wait_for()


def answers_a_deadline(page):
    enters(page, "Việc cần làm")
    page.wait_for_url("**/viec-can-lam/")
    enters(page, "Báo cáo tháng 11")
    page.get_by_role("heading", name="Báo cáo tháng 11").wait_for()
    enters(page, "Đã nộp")
    page.get_by_text("1/2 đơn vị đã trả lời").wait_for()


def opens_a_number_to_its_rows_and_back(page):
    enters(page, "Số liệu, biểu mẫu")
    page.wait_for_url("**/so-lieu/**")
    tab_to(page, "Đến bảng", most=2)
    page.keyboard.press("Enter")
    enters(page, "2")
    number = focused(page)
    page.locator("#opened:focus").wait_for()
    tab_to(page, "Vàng A Sủng")  # the list, which scrolls; then the line in it
    enters(page, "Vàng A Sủng")
    page.wait_for_url(f"**/dang-vien/{AN}/")
    page.go_back()
    page.locator("#opened").get_by_role("link", name="Vàng A Sủng").wait_for()
    page.locator("#opened").focus()
    enters(page, "Về con số đang chọn")
    assert focused(page) == number


def focused(page):
    return page.evaluate("document.activeElement.getAttribute('aria-label')")


def test_person_name_transfer_answer_and_rows_without_a_mouse(clerk, book):
    title = 4_001
    store.put_named({title: "Báo cáo tháng 11"}, at=AT, randomness=System())
    said = {"effective_on": date(2026, 11, 2), "deadline": "thang-11"}
    book.write(
        DeadlineSet(about=A, asks="report", title=title, due_on=date(2026, 11, 30), **said),
        *(Asked(about=one, of=A, **said) for one in (A1, A2)),
    )
    corrects_a_name(clerk)
    assert unsealed.fetch([AN])[AN].name == "Vàng A Sủng"
    introduces_to_another_cell(clerk)
    assert [entry.act.to for entry in reading.of_kind("membership.sent")] == [A2]
    answers_a_deadline(clerk)
    (answered,) = reading.of_kind("documents.answered")
    assert answered.about == A1  # the first line
    opens_a_number_to_its_rows_and_back(clerk)
