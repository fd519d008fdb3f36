"""Every number opens to as many rows as it says; names and links by right; what is sensitive as codes."""

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AN, BEGINS, A, B, joining
from thenchot.rooms.membership import events as membership
from thenchot.sealed.codes import coded_label
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.web.members.tests.province import admitted, members

from .conftest import text

YEAR = "?ky=2026@2026-11-21"


def rows_of(answer):
    return answer.content.decode().count("<tr>") - 1


SAMPLE = ["M01", "M01.full", "M03", "M16", "M10.farmer", "O02", "O06.all", "K16", "M35"]


@pytest.mark.parametrize("code", SAMPLE)
def test_a_number_is_as_many_rows(book, office, code):
    admitted(book, 901, A1, BEGINS.replace(month=5))
    book.write(membership.Died(about=AN, effective_on=BEGINS.replace(month=6), organisation=A1))
    for organisation in (book.top, A):
        answer = office.get(f"/so-lieu/{organisation}/{code}/{YEAR}")
        value = answer.context["line"].value
        assert answer.context["page"].paginator.count == value
        assert rows_of(answer) == value if value else "Không có dòng nào" in text(answer)


def test_every_figure_declared_opens(book, office):
    for code in [*CATALOGUE.figures, *CATALOGUE.ratios, *CATALOGUE.stated]:
        answer = office.get(f"/so-lieu/{A}/{code}/{YEAR}")
        assert answer.status_code == 200, code
        if code in CATALOGUE.figures and not answer.context["amount"]:
            assert answer.context["page"].paginator.count == answer.context["line"].value, code


def test_names_paper_and_links_stand_in_the_rows(book, office):
    admitted(book, 901, A1, BEGINS.replace(month=5), paper="12-QĐ/ĐU", signed_on=BEGINS.replace(month=4))
    answer = office.get(f"/so-lieu/{A}/M16/{YEAR}")
    page = answer.content.decode()
    assert "Giàng Thị Dợ (1999)" in page and "12-QĐ/ĐU" in page and "01/05/2026" in page
    assert 'href="/dang-vien/901/"' in page and "/ghi/ban-ghi/" in page
    assert "kết nạp 1 đảng viên" in text(answer)


def test_fifty_on_a_page_in_the_order_of_names(book, office):
    members(book, range(5000, 5060), A1)
    first = office.get(f"/so-lieu/{A1}/M01/")
    assert rows_of(first) == 50 and "1–50/61" in text(first)
    last = office.get(f"/so-lieu/{A1}/M01/?trang=2")
    assert rows_of(last) == 11 and "Vàng A Sùng" not in text(first) and "Vàng A Sùng" in text(last)


def test_what_is_sensitive_opens_to_codes_with_nothing_beside_them(book, office):
    answer = office.get(f"/so-lieu/{A1}/M05/")
    said = answer.content.decode()
    assert coded_label(AN) in said and "Vàng A Sùng" not in said
    assert "/ghi/ban-ghi/" not in said and "/dang-vien/101/" not in said
    assert "Văn bản, ngày" not in said


def test_a_leader_sees_the_number_and_by_whom_its_list_is_kept(book, leader):
    said = text(leader.get(f"/so-lieu/{A}/M01/"))
    assert "Đồng chí xem được con số; danh sách do c11 quản lý." in said or "danh sách do 11 quản lý" in said
    assert "Vàng A Sùng" not in said and "Danh sách" not in said


def test_only_inside_the_scope_and_only_while_the_role_lasts(book, signed_in):
    from thenchot.access.events import Ended

    clerk = book.account("can.bo.xa", (Role.OFFICE, A))
    browser = signed_in("can.bo.xa")
    inside, outside, above = (browser.get(f"/so-lieu/{one}/M01/").status_code for one in (A1, B, book.top))
    assert (inside, outside, above) == (200, 403, 403)
    assert browser.get("/so-lieu/").headers["Location"] == f"/so-lieu/{A}/"
    book.write(Ended(about=clerk.id, effective_on=BEGINS.replace(month=11), role=Role.OFFICE, scope=A))
    assert browser.get(f"/so-lieu/{A1}/").status_code == 403


def test_beside_the_table_only_the_part_is_sent(book, office):
    whole = office.get(f"/so-lieu/{A}/M01/")
    part = office.get(f"/so-lieu/{A}/M01/", headers={"HX-Request": "true"})
    assert "<html" in whole.content.decode() and "<html" not in part.content.decode()
    assert "Lý Thị Mai" not in text(part) and "Giàng A Páo" in text(part)
    assert "HX-Request" in part.headers["Vary"]


def test_the_view_is_logged_with_the_persons_of_the_page(book, office):
    from collections import Counter
    from datetime import timedelta

    from thenchot.access.log_reading import persons_seen
    from thenchot.access.tests.book import AT

    since, until = AT - timedelta(days=400), AT + timedelta(days=400)
    office.get(f"/so-lieu/{A1}/M01/")
    office.get(f"/so-lieu/{A1}/M05/")
    assert persons_seen(book.begun.office.id, since, until) == Counter({AN: 1})


def test_no_such_figure_is_no_page(book, office):
    assert office.get(f"/so-lieu/{A}/X9/").status_code == 404
    assert office.get(f"/so-lieu/{A}/X9/phan-to/").status_code == 404


def test_joining_counts_in_the_cell(book, office):
    book.write(*joining(777, A1))
    assert office.get(f"/so-lieu/{A1}/M01/").context["line"].value == 2
