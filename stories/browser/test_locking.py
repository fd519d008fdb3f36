"""Nobody at the machine: the page locks over what is typed, and gives it back to the same account only."""

import pytest

from .conftest import DESK, PHONE, violations

PASSWORD = "mot-cau-dai-kho-doan-2026"
FORM = "/ghi/membership.sent/?nguoi=101"


def typed(page):
    """A form with something in it, and a clock that can be moved."""
    page.clock.install()
    page.goto(FORM)
    page.locator("main [name=paper]").fill("15-QĐ/ĐU")
    page.keyboard.press("Tab")
    with page.expect_response("**/kiem-tra/**"):  # what is checked while typing was checked
        page.clock.run_for(3_000)
    return page


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_after_ten_minutes_it_locks_in_place_and_the_password_opens_it(enter, size):
    page = typed(enter("van.phong", size))
    page.clock.fast_forward("09:00")
    assert not page.locator("#lock").is_visible()
    with page.expect_response("**/tai-khoan/khoa/ngay/"):
        page.clock.fast_forward("02:00")
    assert page.locator("#lock").is_visible() and not page.locator("main").is_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    assert page.locator("#lock").is_visible()
    assert page.request.get("/tai-khoan/phien/").url.split("?")[0].endswith("/tai-khoan/khoa/")
    page.locator("#lock-password").fill(PASSWORD)
    page.get_by_role("button", name="Mở khóa").click()
    page.locator("#lock").wait_for(state="hidden")
    assert page.locator("main [name=paper]").input_value() == "15-QĐ/ĐU"
    assert page.request.get("/tai-khoan/phien/").url.endswith("/tai-khoan/phien/")


def test_whoever_types_without_sending_is_not_locked_out(enter):
    page = typed(enter("van.phong"))
    for _ in range(3):
        page.clock.fast_forward("06:00")
        page.locator("main [name=paper]").press("End")
        page.clock.fast_forward("00:10")
    assert not page.locator("#lock").is_visible()


def test_signing_in_again_gives_the_form_back_and_somebody_else_gets_none(enter):
    page = typed(enter("van.phong"))
    with page.expect_response("**/tai-khoan/khoa/ngay/"):
        page.clock.fast_forward("11:00")
    page.goto("/")
    page.get_by_role("button", name="Đổi người").click()
    other = enter("pho.bi.thu")
    assert "15-QĐ/ĐU" not in other.content()
    page.get_by_label("Tên đăng nhập").fill("van.phong")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url(f"**{FORM}")
    assert page.locator("main [name=paper]").input_value() == "15-QĐ/ĐU"
    assert "đã được điền lại" in page.locator(".told").inner_text()
