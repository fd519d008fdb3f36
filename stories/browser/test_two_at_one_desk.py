"""What a working day brings besides work: two at one form, a session that ended, a role that ended."""

from datetime import timedelta

import pytest
from django.utils import timezone

from thenchot.access import accounts
from thenchot.access.events import Ended, Role
from thenchot.access.tests.book import AN, TODAY, A
from thenchot.ledger import reading
from thenchot.web.signin.sittings import Sitting

FORM = f"/ghi/membership.exempted/?nguoi={AN}"
PASSWORD = "mot-cau-dai-kho-doan-2026"


@pytest.fixture
def clerks(book):
    """Two clerks of commune A."""
    for name in ("lo.mai", "nong.ky"):
        book.account(name, (Role.OFFICE, A))


def typed(page):
    """The form open and filled in, and what was typed looked at by the server."""
    page.goto(FORM)
    page.get_by_label("Số văn bản").fill("77-NQ/CB")
    with page.expect_response("**/kiem-tra/"):
        page.get_by_label("Tính từ ngày").fill("2026-11-02")
        page.keyboard.press("Tab")
    return page


def press(page):
    page.get_by_role("button", name="Ghi", exact=True).click()


def test_of_two_clerks_on_one_form_the_second_is_shown_what_the_first_recorded(clerks, enter):
    second = typed(enter("lo.mai"))
    first = typed(enter("nong.ky"))
    press(first)
    first.get_by_text("Đã ghi.").first.wait_for()
    press(second)
    second.get_by_text("Từ lúc đồng chí mở biểu này, sổ có thêm việc dưới đây.").first.wait_for()
    assert "Miễn" in second.locator(".caution", has_text="Sổ vừa có thêm").inner_text()
    assert second.get_by_label("Số văn bản").input_value() == "77-NQ/CB"
    press(second)
    second.get_by_text("Chưa lưu được").first.wait_for()
    assert second.get_by_label("Số văn bản").input_value() == "77-NQ/CB"
    assert len(reading.of_kind("membership.exempted")) == 1


def test_after_a_session_that_ended_what_was_typed_is_back(clerks, enter):
    page = typed(enter("lo.mai"))
    long_ago = timezone.now() - timedelta(minutes=20)
    Sitting.objects.filter(account=accounts.named("lo.mai").id).update(seen_at=long_ago)
    press(page)
    page.wait_for_url("**/tai-khoan/vao/**")
    assert "Phần đang nhập được giữ lại" in page.locator("main").inner_text()
    page.get_by_label("Tên đăng nhập").fill("lo.mai")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(f"**{FORM}")
    assert reading.of_kind("membership.exempted") == []
    assert page.get_by_label("Số văn bản").input_value() == "77-NQ/CB"
    assert page.get_by_label("Tính từ ngày").input_value() == "2026-11-02"
    press(page)
    page.get_by_text("Đã ghi.").first.wait_for()
    assert len(reading.of_kind("membership.exempted")) == 1


def test_a_role_that_ended_meanwhile_records_nothing_and_keeps_what_was_typed(clerks, book, enter):
    page = typed(enter("lo.mai", expects=(403,)))
    account = accounts.named("lo.mai")
    book.write(Ended(about=account.id, effective_on=TODAY, role=Role.OFFICE, scope=A))
    press(page)
    page.locator("#tom-tat").wait_for()
    assert page.get_by_label("Số văn bản").input_value() == "77-NQ/CB"
    assert reading.of_kind("membership.exempted") == []
    page.goto("/")
    assert "Chưa có phần việc nào" in page.locator("main").inner_text()
