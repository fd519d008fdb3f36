"""The table of an organisation: sections, the movement that balances, same period, old units, statements."""

from contextlib import ExitStack
from datetime import date

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from thenchot.access.tests.book import A1, AN, AT, B1, BEGINS, A, B
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as membership
from thenchot.rooms.organisations import events as organisations
from thenchot.snapshot.events import FigureStated
from thenchot.web.members.tests.province import admitted, members

from .conftest import text

MOST = 20  # statements of the table; of a list with names, whose log alone takes five: MOST_NAMED
MOST_NAMED = 22


def statements(browser, address):
    with ExitStack() as stack:
        seen = [stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections]
        assert browser.get(address).status_code == 200
    # On PostgreSQL the log takes its lock by a question of its own.
    return sum("pg_advisory" not in query["sql"] for one in seen for query in one)


def test_every_section_has_its_figures_and_says_period_and_day(book, office):
    for section, word in (("M", "Tổng số đảng viên"), ("O", "Số tổ chức cơ sở đảng"), ("K", "Bí thư chi bộ")):
        answer = office.get(f"/so-lieu/{book.top}/?phan={section}")
        said = text(answer)
        assert answer.status_code == 200 and "số liệu từ 01/01/2026 đến 21/11/2026" in said
        assert len(answer.context["groups"]) >= 3, word


def test_the_movement_balances_and_each_line_opens(book, office):
    admitted(book, 901, A1, BEGINS.replace(month=5))
    book.write(membership.Died(about=AN, effective_on=BEGINS.replace(month=6), organisation=A1))
    answer = office.get(f"/so-lieu/{A}/?ky=2026-05@2026-05-31")
    assert "2 + 1 − 0 = 3 ✓ cân đối" in text(answer)
    answer = office.get(f"/so-lieu/{A}/?ky=2026-06")
    assert "3 + 0 − 1 = 2 ✓ cân đối" in text(answer)
    for line, address in answer.context["moves"]:
        if address and line.now:
            opened = office.get(address)
            assert opened.status_code == 200 and opened.context["count"] == line.now
    died = f"/so-lieu/{A}/tang-giam/?ky=2026-06&ben=giam&viec=membership.died"
    assert "Vàng A Sùng" in text(office.get(died))


def test_the_opening_says_what_was_closed_or_that_nothing_was(book, office):
    said = text(office.get(f"/so-lieu/{A}/dau-ky/?ky=2026-06"))
    assert "Chưa có lần chốt nào có số liệu đến ngày 31/05/2026" in said


def test_the_same_period_stands_beside(book, office):
    """The book begins in 2026: of the year before it says nothing at all."""
    said = office.get(f"/so-lieu/{A}/?ky=2026-10")
    assert not said.context["compares"]


def test_stated_figures_stand_apart_with_author_and_paper(book, office):
    said = {"figure": "m15", "first": date(2026, 1, 1), "last": date(2026, 11, 30), "whole": 35}
    act = FigureStated(about=A, effective_on=BEGINS, signed_on=BEGINS, paper="9-KH/ĐU", estimate=True, **said)
    append([Draft(act, 78)], at=AT, by=book.begun.office.id, mint=book.mint)
    table = text(office.get(f"/so-lieu/{A}/?ky=11T2026@2026-11-21"))
    assert "ước 9-KH/ĐU, 01/01/2026, van.phong" in table
    opened = text(office.get(f"/so-lieu/{A}/M15/?ky=11T2026@2026-11-21"))
    assert "35 ước" in opened and "ước do van.phong ghi, theo văn bản 9-KH/ĐU" in opened


def test_an_old_period_on_units_as_they_were_and_on_todays(book, office):
    """B6: B is merged into A in July; March is told both ways."""
    day = date(2026, 7, 1)
    book.write(
        organisations.Moved(about=B1, effective_on=day, parent=A, organisation=B1),
        organisations.Ended(about=B, effective_on=day, how="merged", heir=A, organisation=B),
    )
    then = office.get(f"/so-lieu/{A}/M01/?ky=2026-03")
    now = office.get(f"/so-lieu/{A}/M01/?ky=2026-03&dia-ban=1")
    assert (then.context["line"].value, now.context["line"].value) == (2, 3)
    assert office.get(f"/so-lieu/{B}/M01/?ky=2026-03").context["line"].value == 1
    gone = office.get(f"/so-lieu/{B}/?ky=2026-03&dia-ban=1")
    assert "không có trong cây tổ chức" in text(gone)
    table = text(office.get(f"/so-lieu/{A}/?ky=2026-03&dia-ban=1&phan=O"))
    assert "không so sánh được" in table and "26/7/2026" in table


def test_before_the_book_begins_it_says_so_and_no_zero(book, office):
    said = text(office.get(f"/so-lieu/{A}/?ky=2024"))
    assert "Sổ bắt đầu ghi từ 01/01/2026. Trước ngày này không có số liệu" in said
    assert "cân đối" not in said
    assert office.get(f"/so-lieu/{A}/M01/?ky=2024").status_code == 200


def test_an_organisation_where_nothing_happened(book, office):
    """The day the book began: noughts, a balance, and nothing breaks."""
    members = office.get(f"/so-lieu/{A}/?ky=2026-01-01..2026-01-01")
    assert members.status_code == 200 and "cân đối" in text(members)
    for where in ("M16/", "M16/phan-to/", "M16/phan-to/?chieu=to-chuc", "tang-giam/?ben=dang-chuyen"):
        answer = office.get(f"/so-lieu/{A}/{where}")
        assert answer.status_code == 200, where


@pytest.mark.parametrize("most, where", [(MOST, ""), (MOST_NAMED, "M01/"), (MOST, "M01/phan-to/")])
def test_few_statements_and_the_same_for_many(book, office, most, where):
    address = f"/so-lieu/{A}/{where}"
    office.get(address)
    few = statements(office, address)
    members(book, range(6000, 6080), A1)
    office.get(address)
    assert statements(office, address) == few <= most
