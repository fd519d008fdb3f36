"""A member on a phone: the own record, what is wrong in it, the answer of the commune, who looked."""

import pytest

from thenchot.access.events import Managing, Role
from thenchot.access.tests.book import AN, TODAY, A
from thenchot.rooms.people.error_events import Item
from thenchot.rooms.people.error_reading import reports_of

from .conftest import PHONE, violations


@pytest.fixture
def member(book, enter):
    """Vàng A Sùng, with no role at all."""
    book.account("vang.sung", person=AN)
    return enter("vang.sung", PHONE)


@pytest.fixture
def clerk(book, enter):
    """Whoever keeps the records of the commune."""
    account = book.account("lo.mai", (Role.OFFICE, A))
    book.grant(account, (Role.ORGANISING, A), managing=Managing.COMMUNE)
    return lambda: enter("lo.mai")


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def reports_a_wrong_birthday(page):
    page.get_by_role("link", name="Báo thông tin chưa đúng").click()
    assert violations(page) == []
    page.locator(f"main a[href$='/{Item.BIRTH}/']").click()
    page.get_by_label("Đồng chí cho là").fill("12/8/1979")
    page.get_by_label("Theo giấy tờ").select_option("citizen_card")
    page.get_by_label("Ba chữ số cuối").fill("214")
    assert violations(page) == [] and fits(page)
    page.get_by_role("button", name="GỬI").click()
    page.get_by_text("Đã gửi.").wait_for()
    assert "đang chờ" in page.locator("main").inner_text()


def answers_it(page):
    line = page.locator("li", has_text="báo thông tin chưa đúng")
    line.get_by_role("link", name="Trả lời").click()
    said = page.locator("main").inner_text()
    assert "12/08/1979" in said and "Đang ghi" in said
    assert violations(page) == []
    page.locator("input[name=ket-qua]").first.check()
    page.get_by_role("button", name="Ghi trả lời").click()
    page.get_by_text("Đã ghi trả lời.").wait_for()


def test_a_member_reports_what_is_wrong_and_has_an_answer(member, clerk):
    assert "/cua-toi/" in member.url
    said = member.locator("main").inner_text()
    assert "Vàng A Sùng" in said and "•••••••••101" in said and "099000000101" not in said
    assert violations(member) == [] and fits(member)
    reports_a_wrong_birthday(member)
    answers_it(clerk())
    (report,) = reports_of(AN, as_of=TODAY)
    assert report.outcome is not None
    member.reload()
    member.locator(".looked", has_text="11/2026").wait_for()
    assert "lo.mai" not in member.locator("main").inner_text()  # offices are told, not persons
    member.get_by_role("link", name="Xem trả lời").click()
    assert "Kính gửi đồng chí Vàng A Sùng" in member.locator("main").inner_text()
    assert violations(member) == [] and fits(member)


def test_a_member_opens_nobody_else(book, member):
    for place in ("/dang-vien/", "/viec-can-lam/", "/so-lieu/", "/dang-vien/104/"):
        assert member.request.get(place).status in (403, 404)
