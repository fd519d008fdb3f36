"""Giữ tệp này làm số đầu kỳ: after signing in, by whoever may bring lists in; a demo refuses real numbers."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from thenchot.access.events import Role
from thenchot.exchange.national.models import Upload
from thenchot.reports.member_list.tests.invented import people, workbook

ADDRESS = "/ra-soat/danh-sach/so-dau-ky/"


@pytest.fixture
def office(book, signed_in):
    """Somebody who may bring lists in, at the province."""
    book.account("ban.to.chuc", (Role.ORGANISING, book.top))
    return signed_in("ban.to.chuc")


def sent(client, rows=None, **more):
    rows = people(20, cells=2) if rows is None else rows
    return client.post(ADDRESS, {"file": SimpleUploadedFile("a.xlsx", workbook(rows)), **more})


def test_before_signing_in_it_leads_there(book):
    assert sent(Client(headers={"host": "127.0.0.1"}))["Location"].startswith("/tai-khoan/vao/")
    assert not Upload.objects.exists()


def test_the_button_is_there_for_who_may(book, office, signed_in):
    book.account("doc", (Role.LEADER, book.top))
    given = {"file": SimpleUploadedFile("a.xlsx", workbook(people(20, cells=2)))}
    assert ADDRESS in office.post("/ra-soat/danh-sach/", given).content.decode()
    given = {"file": SimpleUploadedFile("a.xlsx", workbook(people(20, cells=2)))}
    assert ADDRESS not in signed_in("doc").post("/ra-soat/danh-sach/", given).content.decode()
    assert sent(signed_in("doc")).status_code == 403


def test_the_file_lies_beside_the_book_ready_to_be_taken_in(office):
    answer = sent(office)
    assert answer.status_code == 302 and answer["Location"].startswith("/doi-khop/tep/")
    page = office.get(answer["Location"])
    assert page.status_code == 200 and "a.xlsx" in page.content.decode()


def test_a_demo_refuses_a_file_that_looks_real(office):
    rows = [{**one, "personal_number": f"0010{at:08}"} for at, one in enumerate(people(20, cells=2))]
    answer = sent(office, rows)
    assert "Tệp có vẻ là dữ liệu thật" in answer.content.decode() and not Upload.objects.exists()


def test_without_a_file_it_says_so(office):
    assert "Chưa có tệp" in office.post(ADDRESS, {}).content.decode()
