"""B6, B7, B11 as people see them: an old tree, a late recognition, a search without marks."""

import re
from datetime import date

import pytest

from stories.viewing import lines
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A2, AN, B1, BINH, A, B
from thenchot.rooms.organisations import events as organisations
from thenchot.web.members.tests.province import admitted, members


@pytest.fixture
def office(book, signed_in):
    return signed_in("van.phong")


def text(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().partition("<main")[2]).split())


def test_b6_a_period_before_the_merger_counts_on_the_units_of_that_time_or_on_todays(book, office):
    members(book, range(600, 605), A1)
    merged = date(2026, 7, 1)
    book.write(
        organisations.Moved(about=A1, effective_on=merged, parent=B),
        organisations.Moved(about=A2, effective_on=merged, parent=B),
        organisations.Ended(about=A, effective_on=merged, how="merged", heir=B),
    )
    address = f"/so-lieu/{book.top}/M01/phan-to/?chieu=to-chuc&ky=2026-05"
    then, recast = office.get(address).content.decode(), office.get(f"{address}&dia-ban=1").content.decode()
    assert f"/so-lieu/{A}/M01/" in then and f"/so-lieu/{B}/M01/" in then
    assert f"/so-lieu/{A}/M01/" not in recast and f"/so-lieu/{B}/M01/" in recast


def test_b7_the_end_of_probation_is_told_of_before_it_is_over(book, signed_in):
    """45 days before the twelve months are over it stands on the first page and on the member's own."""
    book.account("to.chuc", (Role.ORGANISING, A), (Role.OFFICE, A))
    browser = signed_in("to.chuc")
    admitted(book, 901, A1, date(2026, 1, 5))
    told = text(browser.get("/viec-can-lam/"))
    assert "Giàng Thị Dợ" in told and "05/01/2027" in told
    page = text(browser.get("/dang-vien/901/"))
    assert "05/01/2027" in page


def test_b11_found_without_marks_masked_revealed_for_a_reason_and_refused_elsewhere(book, signed_in):
    members(book, range(700, 702), A1, "Nguyễn Thị Đào")
    who = book.account("to.chuc", (Role.ORGANISING, A))
    browser = signed_in("to.chuc")
    assert text(browser.post("/dang-vien/tim/", {"text": "nguyen thi"})).count("Nguyễn Thị Đào") == 2
    page = text(browser.get("/dang-vien/700/"))
    assert "•••••••••700" in page and "099000000700" not in page
    said = browser.post("/dang-vien/700/so-dinh-danh/", {"reason": "check_paper"})
    assert "099000000700" in said.content.decode()
    last = lines()[-1]
    assert (last.door, last.account, last.ids, last.reason) == ("reveal", who.id, {700}, "check_paper")
    assert browser.get(f"/dang-vien/{BINH}/").status_code == 404
    assert browser.get(f"/dang-vien/to-chuc/{B1}/").status_code == 403
    assert browser.get(f"/dang-vien/{AN}/").status_code == 200
