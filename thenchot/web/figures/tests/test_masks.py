"""Who may not open rows: nothing sensitive of an ordinary day, one tree, masks at closings (X9, X10, X11)."""

import pytest

from thenchot.access.tests.book import A1, BEGINS, P1, A, B, joining, registered
from thenchot.snapshot.closing import actions as closing
from thenchot.snapshot.period import whole_year

from .conftest import text

HIDDEN = "dưới 5 hoặc gộp"
SOON = BEGINS.replace(month=11, day=20)


@pytest.fixture
def closed(book):
    """Thirty of a minority at A1, twelve Kinh at P1: closed for the year."""
    from thenchot.access.tests.book import AT

    for extra in range(30):
        book.write(*joining(2000 + extra, A1))
    for extra in range(12):
        person = 3000 + extra
        book.write(registered(person, P1, BEGINS, ethnicity="01"), joining(person, P1)[1])
    office = book.begun.office.id
    deputy = book.begun.confirmer.id
    made = closing.prepare(
        book.desk, book.top, whole_year(2026).upto(SOON), by=office, at=AT
    )  # fmt: skip
    code = getattr(made, "code", made)
    closing.review(book.desk, code, by=deputy, at=AT)
    asked = closing.approve(book.desk, code, by=deputy, at=AT)
    assert asked.closed
    return code


def test_on_an_ordinary_day_nothing_sensitive_is_shown(book, leader):
    """X9: yesterday and today around an admission tell nothing."""
    for day in ("2026-11-20", "2026-11-21"):
        page = text(leader.get(f"/so-lieu/{book.top}/?ky=2026@{day}"))
        assert HIDDEN in page
        assert HIDDEN in text(leader.get(f"/so-lieu/{book.top}/M05/?ky=2026@{day}"))
        for by in ("ethnicity", "minority", "exempt"):
            said = text(leader.get(f"/so-lieu/{book.top}/M01/phan-to/?ky=2026@{day}&chieu={by}"))
            assert "chỉ xem ở các lần chốt" in said and "Kinh" not in said


def test_what_is_not_sensitive_is_broken_down_for_everybody(book, leader):
    said = text(leader.get(f"/so-lieu/{book.top}/M01/phan-to/?chieu=sex"))
    assert "nam 4 100,00% (4/4)" in said.lower()


def test_at_a_closing_only_what_is_masked(closed, book, leader, office):
    assert leader.get(f"/so-lieu/{book.top}/M05/?chot={closed}").context["line"].shown == "34"
    for organisation in (B, P1):
        assert HIDDEN in text(leader.get(f"/so-lieu/{organisation}/M05/?chot={closed}")), organisation
    whole = text(leader.get(f"/so-lieu/{book.top}/M01/phan-to/?chieu=minority&chot={closed}"))
    assert "có 34" in whole
    refused = text(leader.get(f"/so-lieu/{B}/M01/phan-to/?chieu=minority&chot={closed}"))
    assert "gộp vào các đơn vị còn lại" in refused and "100,00%" not in refused
    crossed = text(leader.get(f"/so-lieu/{book.top}/M01/phan-to/?chieu=minority&va=sex&chot={closed}"))
    assert "không kết hợp" in crossed
    # the office that holds the records sees all of it
    assert office.get(f"/so-lieu/{B}/M05/?chot={closed}").context["line"].shown == "1"


def test_below_a_masked_figure_units_are_pooled_in_words(closed, book, leader):
    said = text(leader.get(f"/so-lieu/{book.top}/M05/phan-to/?chieu=to-chuc&chot={closed}"))
    assert HIDDEN in said or "Các đơn vị còn lại" in said
    assert "c12 1" not in said and " 1 " not in said.split("Cộng")[0].split("Tỷ lệ")[-1]


def test_a_closing_has_one_tree(closed, book, leader):
    """X10: today's units are not laid over closed figures."""
    recast = leader.get(f"/so-lieu/{book.top}/M05/?chot={closed}&dia-ban=1")
    assert recast.context["question"].recast is False
    assert recast.context["line"].shown == "34"
    live = leader.get(f"/so-lieu/{book.top}/M05/?ky=2026@2026-11-20&dia-ban=1")
    assert live.context["line"].hidden


def test_ethnicity_is_no_filter_of_persons(book, office, leader):
    """X11: not for the office either; it is counted, and its numbers are no links."""
    for browser in (office, leader):
        for by, cell in (("ethnicity", "hmong"), ("minority", "yes"), ("exempt", "yes")):
            assert browser.get(f"/so-lieu/{A}/M01/?chieu={by}&o={cell}").status_code == 404
    page = office.get(f"/so-lieu/{A}/M01/phan-to/?chieu=ethnicity")
    assert page.status_code == 200 and "o=" not in page.content.decode().split("<table>")[1]
    assert office.get(f"/so-lieu/{A}/M05/?chieu=sex&o=male").status_code == 404


def test_two_sensitive_dimensions_are_never_crossed(book, office):
    said = text(office.get(f"/so-lieu/{A}/M01/phan-to/?chieu=ethnicity&va=exempt"))
    assert "chỉ có một chiều phân tổ nhạy cảm" in said


def test_a_leader_sees_no_causes_of_leaving(book, leader):
    from thenchot.rooms.membership import events as membership

    book.write(
        membership.Expelled(
            about=101, effective_on=BEGINS.replace(month=6), organisation=A1, decided_by="commune"
        )
    )
    said = text(leader.get(f"/so-lieu/{A}/"))
    assert "2 + 0 − 1 = 1" in said or "0 + 2 − 1 = 1" in said
    assert "Khai trừ 1" not in said
    assert leader.get(f"/so-lieu/{A}/tang-giam/?ben=giam&viec=membership.expelled").status_code == 403
