"""A clerk records with keyboard and mouse: checked while typed, saved once, corrected; on desk and phone."""

import pytest

from thenchot.access.tests.book import A1, A2, AN
from thenchot.ledger import reading

from .conftest import DESK, PHONE, violations

SIZES = pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@SIZES
@pytest.mark.parametrize(
    "place",
    [
        "/ghi/",
        "/ghi/membership.admitted/",
        f"/ghi/membership.sent/?nguoi={AN}",
        f"/ghi/organisations.ended/?to-chuc={A1}",
        "/ghi/nhap-chi-bo/",
        f"/ghi/tach-chi-bo/?to-chuc={A1}",
    ],
)
def test_forms_are_for_everybody(enter, place, size):
    page = enter("van.phong", size)
    page.goto(place)
    assert violations(page) == []
    assert fits(page)


@SIZES
def test_a_rule_speaks_while_the_form_is_filled_in(enter, size):
    page = enter("van.phong", size)
    page.goto(f"/ghi/membership.moved/?nguoi={AN}")
    page.locator("#o-cell-tim").fill("c2")
    page.locator("#o-cell-chon label", has_text="21").check()
    page.get_by_label("nội bộ").check()
    page.get_by_label("Tính từ ngày").fill("2026-11-02")
    page.keyboard.press("Tab")
    page.locator("#o-cell-noi", has_text="đang sinh hoạt ở chính chi bộ ấy").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Ghi", exact=True).click()
    page.locator("#tom-tat:focus").wait_for()
    page.locator("#tom-tat a").click()
    assert page.evaluate("document.activeElement.name") == "cell"
    assert violations(page) == []
    assert fits(page)
    page.get_by_text("Chọn lại").nth(1).click()
    page.locator("#o-cell-tim").fill("c2")
    page.locator("#o-cell-chon label", has_text="22").check()
    page.get_by_role("button", name="Ghi", exact=True).click()
    page.get_by_text("Đã ghi.").wait_for()
    (entry,) = reading.of_kind("membership.moved")
    assert (entry.about, entry.act.cell) == (AN, A2)


def test_a_double_click_writes_once_and_the_back_button_opens_a_new_form(enter):
    page = enter("van.phong")
    page.goto(f"/ghi/membership.exempted/?nguoi={AN}")
    page.get_by_label("Tính từ ngày").fill("2026-11-02")
    page.get_by_role("button", name="Ghi", exact=True).dblclick()
    page.get_by_text("Đã ghi.").wait_for()
    page.go_back()
    assert page.get_by_label("Tính từ ngày").input_value() == ""
    page.get_by_label("Tính từ ngày").fill("2026-11-02")
    page.get_by_role("button", name="Ghi", exact=True).click()
    page.get_by_text("Chưa lưu được").first.wait_for()
    assert len(reading.of_kind("membership.exempted")) == 1


def test_what_was_typed_is_there_again_after_the_browser_was_closed(enter):
    page = enter("van.phong")
    page.goto(f"/ghi/membership.exempted/?nguoi={AN}")
    with page.expect_response("**/kiem-tra/"):
        page.get_by_label("Số văn bản").fill("77-NQ/CB")
        page.keyboard.press("Tab")
    page.goto("/ghi/")
    page.goto(f"/ghi/membership.exempted/?nguoi={AN}")
    page.get_by_role("link", name="Dùng tiếp").click()
    assert page.get_by_label("Số văn bản").input_value() == "77-NQ/CB"


def test_a_correction_shows_old_and_new_as_it_is_typed(enter):
    page = enter("van.phong")
    page.goto(f"/ghi/membership.exempted/?nguoi={AN}")
    page.get_by_label("Tính từ ngày").fill("2026-11-02")
    page.get_by_role("button", name="Ghi", exact=True).click()
    page.get_by_text("Đã ghi.").wait_for()
    (entry,) = reading.of_kind("membership.exempted")
    page.goto(f"/ghi/ban-ghi/{entry.root}/")
    assert violations(page) == []
    page.get_by_role("link", name="Ghi nhầm, sửa theo giấy").click()
    page.get_by_label("Tính từ ngày").fill("2026-11-05")
    page.get_by_label("gõ nhầm").check()
    page.locator("#cu-moi ins", has_text="05/11/2026").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Ghi đính chính").or_(
        page.get_by_role("button", name="Xem thay đổi")
    ).click()
    page.get_by_text("Đã ghi.").wait_for()
    page.goto(f"/ghi/ban-ghi/{entry.root}/huy/")
    assert violations(page) == []
