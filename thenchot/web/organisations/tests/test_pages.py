"""Organisations on any day: what stands under them, what they came from, two trees, who may see them."""

from datetime import date

import pytest

from thenchot.access.events import Ended as RoleEnded
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A2, AT, TODAY, A, B, joining
from thenchot.law.world import law_in_book, shipped_holidays
from thenchot.rooms.due import What
from thenchot.rooms.organisations.events import Ended, Ending, Moved, Retyped
from thenchot.rooms.what_is_due import what_is_due

MERGED = date(2026, 7, 26)


def page(browser, organisation, **asked):
    return browser.get(f"/to-chuc/{organisation}/", asked)


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def merged(book):
    """On 26/7/2026 commune B ends into commune A; its cell comes under A."""
    from thenchot.access.tests.book import B1

    book.write(
        Moved(about=B1, effective_on=MERGED, parent=A),
        Ended(about=B, effective_on=MERGED, how=Ending.MERGED, heir=A),
        Retyped(about=A, effective_on=MERGED, type="grassroots", sector="territory"),
    )
    return book


def too_small():
    found = what_is_due(A, as_of=TODAY, law=law_in_book(), holidays=shipped_holidays())
    return {one.subject for one in found if one.kind == What.SMALL_CELL}


def test_a_cell_with_too_few_is_marked_here_and_due_there_by_one_rule(book, signed_in):
    browser, mark = signed_in("van.phong"), "ít đảng viên chính thức"
    assert too_small() == {A1, A2} and text(page(browser, A)).count(mark) == 2  # one member in each
    book.write(*joining(301, A1), *joining(302, A1))
    assert too_small() == {A2} and text(page(browser, A)).count(mark) == 1


def test_an_organisation_says_what_stands_under_it_and_how_many_members(book, signed_in):
    said = text(page(signed_in("van.phong"), A))
    assert "2 đảng viên đến 21/11/2026" in said
    assert said.count('<th scope="row"><a href="/to-chuc/') == 2


def test_numbers_below_add_up_to_the_number_above(book, signed_in):
    from thenchot.rooms.membership.strengths import strengths_below, strengths_on

    below = strengths_below(book.top, as_of=TODAY)
    assert sum(one.members for one in below.values()) == 4
    assert strengths_on([book.top], as_of=TODAY)[book.top].members == 4


def test_a_day_in_the_past_has_its_own_tree_and_no_forms(merged, signed_in):
    browser = signed_in("van.phong")
    assert text(page(browser, A)).count('<th scope="row"><a href="/to-chuc/') == 3
    before = text(page(browser, A, ngay="2026-07-25"))
    assert before.count('<th scope="row"><a href="/to-chuc/') == 2
    assert "Đang xem số liệu tính đến 25/07/2026" in before
    assert "+ Ghi việc về tổ chức" not in before


def test_an_ended_organisation_names_its_heir(merged, signed_in):
    said = text(page(signed_in("van.phong"), B))
    assert "Ngày 21/11/2026 không có tổ chức này." in said
    assert f'href="/to-chuc/{A}/"' in said


def test_before_the_book_begins_there_are_no_numbers(book, signed_in):
    said = text(page(signed_in("van.phong"), A, ngay="2025-12-31"))
    assert "Sổ bắt đầu ghi từ 01/01/2026" in said


def test_the_line_of_time_leads_to_its_days(merged, signed_in):
    said = text(page(signed_in("van.phong"), A))
    assert "Kế thừa 1 tổ chức kết thúc hoạt động" in said
    assert f"/to-chuc/{A}/?ngay=2026-07-26" in said
    assert "25/07/2026: 2 đảng bộ, 3 chi bộ, 3 đảng viên" in said
    assert "26/07/2026: 1 đảng bộ, 3 chi bộ, 3 đảng viên" in said


def test_two_trees_stand_side_by_side(merged, signed_in):
    answer = signed_in("van.phong").get(
        f"/to-chuc/{A}/so-sanh/", {"truoc": "2026-07-25", "sau": "2026-07-26"}
    )
    said = text(answer)
    assert "Tổ chức ngày 25/07/2026 và ngày 26/07/2026" in said
    assert "Chi bộ chuyển về đâu" in said


@pytest.mark.parametrize(("place", "status"), [(A, 200), (A1, 200), (B, 403)])
def test_an_office_sees_its_own_and_what_stands_above(book, signed_in, place, status):
    book.account("xa.a", (Role.OFFICE, A))
    assert page(signed_in("xa.a"), place).status_code == status
    assert page(signed_in("xa.a"), book.top).status_code == 200


def test_above_the_own_office_there_are_neither_numbers_nor_names(book, signed_in):
    book.account("xa.a", (Role.OFFICE, A))
    said = text(page(signed_in("xa.a"), book.top))
    assert "đảng viên đến" not in said
    assert "Chính thức" not in said


def test_a_role_that_ended_today_sees_nothing(book, signed_in):
    account = book.account("xa.a", (Role.OFFICE, A))
    browser = signed_in("xa.a")
    assert page(browser, A).status_code == 200
    book.write(RoleEnded(about=account.id, effective_on=TODAY, role=Role.OFFICE, scope=A), at=AT)
    assert page(browser, A).status_code == 403


def test_an_organisation_that_is_none_is_refused(book, signed_in):
    assert page(signed_in("van.phong"), 999_999).status_code == 403


def test_who_opens_no_rows_sees_no_exemptions_on_an_ordinary_day(book, signed_in):
    """security.md 4.2: exemption is sensitive; a leader has it masked, from closings only."""
    book.account("lanh.dao", (Role.LEADER, book.top))
    said = {name: text(page(signed_in(name), A)) for name in ("van.phong", "lanh.dao")}
    assert all("Chính thức" in one for one in said.values())
    assert [name for name, one in said.items() if "Miễn sinh hoạt" in one] == ["van.phong"]
