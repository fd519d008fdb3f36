"""The search: without marks, within scope only, the same answer for nobody and for somebody elsewhere."""

from dataclasses import replace

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AN, AT, B1, BINH, A
from thenchot.sealed import store, unsealed
from thenchot.sealed.persons import Dated
from thenchot.sealed.randomness import System

from . import province
from .test_roll import MOST, plain, statements


def find(browser, words, **more):
    return browser.post("/dang-vien/tim/", {"text": words, **more})


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def office(book, signed_in):
    book.account("to.chuc", (Role.ORGANISING, A))
    return signed_in("to.chuc")


def test_a_name_is_found_without_marks_with_its_year_and_cell(book, office):
    province.members(book, range(300, 305), A1, "Nguyễn Thị Đào")
    said = text(find(office, "nguyen thi"))
    assert said.count("Nguyễn Thị Đào (195") == 5 and 'href="/dang-vien/300/"' in said
    assert "•" not in said and "099" not in said


def test_a_whole_number_finds_one(office):
    for typed in (f"099{AN:09d}", f"099.{AN:09d}"):
        said = text(find(office, typed))
        assert f'href="/dang-vien/{AN}/"' in said and "tên khác" not in said


def test_other_names_and_those_before_are_found_and_not_shown(book, office):
    file = unsealed.fetch([AN])[AN]
    earlier = (Dated("Vừ Mí Chá"), *(replace(one, since=AT.date()) for one in file.names))
    store.put_persons([replace(file, names=earlier, other_name="Tám Lành")], at=AT, randomness=System())
    for typed in ("vu mi ch", "Tám Lành"):
        said = text(find(office, typed))
        assert f'<a href="/dang-vien/{AN}/">{file.name}' in said and "khớp với tên khác" in said
        assert "Mí Chá" not in said
    assert "khớp với tên khác" not in text(find(office, file.name))


def test_somebody_elsewhere_is_nobody(office):
    """X1: no hit, no count, no hint, the same bytes but for the words themselves."""
    elsewhere, nobody = find(office, "Lý Thị Mai"), find(office, "Lý Thị Mơ")
    assert plain(elsewhere).replace("Lý Thị Mai", "") == plain(nobody).replace("Lý Thị Mơ", "")
    number, unknown = f"099{BINH:09d}", "099999999999"
    assert plain(find(office, number)).replace(number, "") == plain(find(office, unknown)).replace(
        unknown, ""
    )
    assert "Không tìm thấy trong phạm vi của đồng chí." in text(elsewhere)


def test_too_short_is_said(office):
    assert "ít nhất 2 chữ cái" in text(find(office, "a"))
    assert "ít nhất 2 chữ cái" in text(find(office, ""))


def test_organisations_of_ones_own_scope_are_found_by_code(office):
    assert f'href="/dang-vien/to-chuc/{A1}/"' in text(find(office, f"c{A1}"))
    assert f"/dang-vien/to-chuc/{B1}/" not in text(find(office, f"c{B1}"))


def test_while_typing_only_organisations_are_suggested(office):
    said = text(office.post("/dang-vien/tim/goi-y/", {"text": f"c{A1}"}))
    assert f"/dang-vien/to-chuc/{A1}/" in said and "<html" not in said
    assert text(office.post("/dang-vien/tim/goi-y/", {"text": "vang a sung"})) == ""


def test_words_come_by_post_only(office):
    assert office.get("/dang-vien/tim/?text=vang").status_code == 405
    assert office.get("/dang-vien/tim/goi-y/?text=vang").status_code == 405


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.CELL_SECRETARY, 200),
        (Role.OFFICE, 200),
        (Role.LEADER, 200),
        (Role.AUDITOR, 403),
        (Role.ADMINISTRATOR, 403),
    ],
)
def test_who_may_search(book, signed_in, role, status):
    book.account("ai.do", (role, A1 if role is Role.CELL_SECRETARY else A))
    assert find(signed_in("ai.do"), "sung").status_code == status


def test_a_cell_secretary_finds_the_own_cell_only(book, signed_in):
    book.account("thu.ky", (Role.CELL_SECRETARY, A1))
    browser = signed_in("thu.ky")
    assert "Vàng A Sùng" in text(find(browser, "sung")) and "Giàng A Páo" not in text(find(browser, "pao"))


def test_few_statements_and_the_same_for_many(book, office):
    find(office, "sung")
    few = statements(office, lambda browser: find(browser, "sung"))
    province.members(book, range(1000, 1200), A1, "Vàng A Sùng")
    find(office, "sung")
    assert statements(office, lambda browser: find(browser, "sung")) == few <= MOST


def test_the_sixty_first_search_in_an_hour_asks_for_a_reason(office):
    assert [find(office, "sung").status_code for _ in range(61)] == [200] * 60 + [429]
