"""A clerk of a commune: a death by keyboard alone, a newcomer, a transfer, a typing error, a deadline."""

from datetime import date

import pytest

from thenchot.access.events import Managing, Role
from thenchot.access.tests.book import A1, AN, DUNG, TODAY, A, B, joining, registered
from thenchot.ledger import reading
from thenchot.rooms.documents.reading import open_deadlines
from thenchot.rooms.membership.events import Admitted
from thenchot.rooms.membership.reading import membership_of

from .conftest import tab_to, violations

DIED = date(2026, 11, 11)  # read the same with the month first or the day first


@pytest.fixture
def clerk(book, enter):
    """Somebody who is the office and the Party-building committee of commune A, as in most places."""
    account = book.account("lo.mai", (Role.ORGANISING, A))
    book.grant(account, (Role.OFFICE, A), managing=Managing.COMMUNE)
    return enter("lo.mai")


def saved(page):
    page.get_by_text("Đã ghi.").first.wait_for()


def test_a_death_is_recorded_by_keyboard_alone(clerk):
    tab_to(clerk, "Tìm đảng viên")
    clerk.keyboard.type("vang a")
    clerk.keyboard.press("Enter")
    clerk.wait_for_url("**/dang-vien/tim/")
    tab_to(clerk, "Vàng A Sùng")
    clerk.keyboard.press("Enter")
    clerk.wait_for_url(f"**/dang-vien/{AN}/")
    tab_to(clerk, "Ghi việc")
    clerk.keyboard.press("Enter")
    tab_to(clerk, "Từ trần")
    clerk.keyboard.press("Enter")
    clerk.wait_for_url("**/ghi/membership.died/**")
    tab_to(clerk, "Tính từ ngày")
    clerk.keyboard.type("11112026")
    tab_to(clerk, "Ghi")
    clerk.keyboard.press("Enter")
    saved(clerk)
    assert membership_of(AN, as_of=TODAY).died_on == DIED


def test_somebody_new_is_admitted_and_stands_on_the_roll(clerk):
    clerk.goto(f"/dang-vien/to-chuc/{A1}/")
    clerk.get_by_text("Ghi việc", exact=True).click()
    clerk.get_by_role("link", name="Kết nạp", exact=True).click()
    assert clerk.locator("input[name=cell]:checked").input_value() == str(A1)
    clerk.get_by_role("link", name="Người chưa có trong sổ").click()
    clerk.get_by_label("Họ và tên").fill("Hoàng Thị Tư")
    for part, value in (("ngay", "5"), ("thang", "3"), ("nam", "1998")):
        clerk.locator(f"[name='born.{part}']").fill(value)
    for label in ("nữ", "trung học phổ thông", "chưa qua lớp lý luận"):
        clerk.get_by_label(label, exact=True).check()
    clerk.get_by_label("Dân tộc").select_option(label="Tày")
    clerk.get_by_label("Trình độ chuyên môn").select_option(label="chưa qua đào tạo")
    clerk.get_by_label("Nghề nghiệp").select_option(label="nông dân")
    clerk.get_by_role("group", name="Là đoàn viên").get_by_label("Có").check()
    clerk.get_by_role("group", name="Là chủ doanh nghiệp").get_by_label("Không").check()
    for label, day in (
        ("Ngày nghị quyết chi bộ", "2026-08-01"), ("Ngày ký văn bản", "2026-09-01"),
        ("Ngày quyết định kết nạp", "2026-09-01"), ("Tính từ ngày", "2026-09-09"),
    ):  # fmt: skip
        clerk.get_by_label(label).fill(day)
    clerk.get_by_label("Số văn bản").fill("41-QĐ/ĐU")
    clerk.get_by_role("button", name="Ghi", exact=True).click()
    saved(clerk)
    clerk.goto(f"/dang-vien/to-chuc/{A1}/")
    assert "Hoàng Thị Tư (1998)" in clerk.locator("main").inner_text()
    assert violations(clerk) == []


def test_somebody_is_sent_away_and_a_typing_error_is_put_right(clerk):
    clerk.goto(f"/ghi/membership.sent/?nguoi={DUNG}")
    clerk.locator("#o-to-tim").fill("c23")
    clerk.locator("#o-to-chon label", has_text="23").check()
    clerk.get_by_label("Tính từ ngày").fill("2026-11-12")
    clerk.get_by_label("Số văn bản").fill("15-QĐ/ĐU")
    clerk.get_by_role("button", name="Ghi", exact=True).click()
    saved(clerk)
    (entry,) = reading.of_kind("membership.sent")
    clerk.goto(f"/dang-vien/{DUNG}/")
    clerk.locator(f"#d{entry.root}").get_by_role("link", name="Đính chính").click()
    clerk.get_by_label("Tính từ ngày").fill("2026-11-13")
    clerk.get_by_label("gõ nhầm").check()
    change = clerk.locator("#cu-moi")
    change.locator("ins", has_text="13/11/2026").wait_for()
    assert "12/11/2026" in change.locator("del").inner_text()
    clerk.get_by_role("button", name="Ghi đính chính").click()
    saved(clerk)
    (entry,) = reading.of_kind("membership.sent")
    assert entry.effective_on == date(2026, 11, 13)
    clerk.goto(f"/dang-vien/{DUNG}/")
    line = clerk.locator(".life li", has_text="Giới thiệu chuyển sinh hoạt đến").first
    line.get_by_text("Đã đính chính").click()
    assert "12/11/2026" in line.inner_text() and "gõ nhầm" in line.inner_text()


def test_what_is_due_opens_the_form_filled_in(clerk, book):
    book.write(
        registered(201, A1),
        Admitted(about=201, effective_on=date(2025, 10, 9), organisation=A1, cell=A1,
                 signed_on=date(2025, 9, 28), paper="41-QĐ/ĐU"),
    )  # fmt: skip
    clerk.goto("/viec-can-lam/")
    line = clerk.locator("li", has_text="hết thời kỳ dự bị 09/10/2026")
    line.get_by_role("link", name="Ghi nghị quyết").click()
    assert clerk.locator("input[name=about]:checked").input_value() == "201"
    assert clerk.get_by_label("Tính từ ngày").input_value() == "2026-10-09"


def test_a_letter_with_a_deadline_is_added_for_all_cells(clerk):
    clerk.get_by_role("link", name="+ Thêm hạn từ công văn").click()
    for label, value in (
        ("Số công văn", "812-CV/VPTU"), ("Ngày ký", "2026-11-03"), ("Cơ quan ban hành", "Văn phòng Tỉnh ủy"),
        ("Việc phải làm", "Báo cáo tháng 11"), ("Hạn nộp", "2026-11-25"), ("Số liệu đến ngày", "2026-11-20"),
    ):  # fmt: skip
        clerk.get_by_label(label).fill(value)
    clerk.get_by_role("button", name="Chọn tất cả").click()
    clerk.get_by_role("button", name="Lưu hạn").click()
    clerk.get_by_text("Đã thêm hạn, giao 2 đơn vị.").wait_for()
    (one,) = open_deadlines(A, as_of=TODAY)
    assert len(one.asked) == 2 and open_deadlines(B, as_of=TODAY) == []


def test_the_month_is_closed_by_three_people_each_in_a_browser_of_their_own(clerk, book, enter):
    book.write(*joining(501, A1))
    book.account("soat", (Role.OFFICE, A))
    book.account("duyet", (Role.CONFIRMER, A))
    clerk.goto(f"/chot-so-lieu/to-chuc/{A}/lap-bieu/?ky=2026-10")
    clerk.get_by_role("button", name="Lập biểu").click()
    clerk.wait_for_url(lambda url: "/to-chuc/" not in url)
    place = clerk.url
    assert clerk.get_by_role("button", name="CHỐT SỐ LIỆU").count() == 0
    second = enter("soat")
    second.goto(place)
    second.get_by_role("button", name="Soát xong").click()
    second.get_by_text("Đã soát xong.").wait_for()
    deputy = enter("duyet")
    deputy.goto(place)
    assert "không đổi nữa" in deputy.locator("main").inner_text()
    deputy.get_by_role("button", name="CHỐT SỐ LIỆU").click()
    deputy.get_by_role("button", name="CHỐT SỐ LIỆU").wait_for(state="detached")
    clerk.reload()
    steps = clerk.locator(".closing-steps").inner_text()
    assert all(f"{who} ✓" in steps for who in ("lo.mai", "soat", "duyet"))
    clerk.get_by_role("button", name="Nộp lên cấp trên").click()
    clerk.get_by_text("đã nộp").first.wait_for()
    assert violations(clerk) == []
