"""The door for member lists: before signing in at this machine only, nothing kept, every answer in one."""

import json
import tempfile
from datetime import date
from io import BytesIO

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from python_calamine import load_workbook

from thenchot.access import founding
from thenchot.access.tests.book import begin
from thenchot.files.limits import LIMITS
from thenchot.law.values import LawBook
from thenchot.law.world import shipped
from thenchot.reports.member_list.tests.invented import changed, people, workbook
from thenchot.sealed import directory, opening

ADDRESS = "/ra-soat/danh-sach/"


@pytest.fixture(scope="module")
def listed():
    rows = people(90, cells=9)
    rows = changed(rows, 3, sex=None)
    rows = changed(rows, 4, joined_on=date(2020, 3, 4), official_on=None)
    return workbook(rows)


def browser(**more):
    return Client(headers={"host": "127.0.0.1"}, **more)


def sent(client, data, name="danh-sach.xlsx", **more):
    return client.post(ADDRESS, {"file": SimpleUploadedFile(name, data), **more})


def test_before_signing_in_at_this_machine(book, listed):
    client = browser()
    assert "Soát tệp đảng viên" in client.get("/ra-soat/").content.decode()
    said = sent(client, listed).content.decode()
    assert "90 dòng" in said and "1 ô thiếu" in said and "E6" in said and "1 dự bị quá 12 tháng" in said
    assert "tính đến ngày 21/11/2026" in said


@pytest.fixture
def silent(installation, monkeypatch):
    """A book whose law does not say how small a cell may be; kept under a name of its own."""
    kept = LawBook(one for one in shipped() if one.key != "organisation.smallest")
    monkeypatch.setattr(founding, "shipped", lambda: kept)
    opening.use(None)
    yield begin(decision="13-QĐ/TU")
    opening.use(None)
    directory.forget()


def test_the_law_is_that_of_the_book(silent):
    answer = sent(browser(), workbook(people(9, cells=9)), **{"as": "json"})
    assert "small_cell" not in {one["code"] for one in json.loads(answer.content)["findings"]}


def test_cells_under_the_smallest_number_of_the_law(book):
    answer = sent(browser(), workbook(people(9, cells=9)), **{"as": "json"})
    assert "small_cell" in {one["code"] for one in json.loads(answer.content)["findings"]}


@pytest.mark.parametrize(
    "more", [{"REMOTE_ADDR": "10.1.2.3"}, {"HTTP_HOST": "so.tinh.vn"}], ids=["from elsewhere", "another name"]
)
def test_from_elsewhere_one_signs_in_first(book, listed, more):
    client = Client(**{"HTTP_HOST": "127.0.0.1", **more})
    with override_settings(ALLOWED_HOSTS=["*"]):
        for answer in (client.get("/ra-soat/"), sent(client, listed)):
            assert (answer.status_code, answer["Location"]) == (302, "/tai-khoan/vao/?next=%2Fra-soat%2F")
        assert "/ra-soat/" not in client.get("/tai-khoan/vao/").content.decode()


def test_behind_a_proxy_one_signs_in_first(book):
    with override_settings(PROXIES=["127.0.0.1"]):
        assert browser().get("/ra-soat/").status_code == 302


def test_somebody_signed_in_may_from_anywhere(book, listed, signed_in):
    client = signed_in("van.phong")
    assert sent(client, listed).status_code == 200
    assert "/ra-soat/" in client.get("/so-lieu/", follow=True).content.decode()
    answer = client.post(ADDRESS, {"file": SimpleUploadedFile("a.xlsx", listed)}, REMOTE_ADDR="10.1.2.3")
    assert "90 dòng" in answer.content.decode()
    assert (
        "máy chủ của cơ quan" in answer.content.decode()
        and "ngay trên máy này" not in answer.content.decode()
    )


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.9", "::1", "::ffff:127.0.0.1"])
def test_this_machine_has_several_addresses(book, address):
    assert browser().get("/ra-soat/", REMOTE_ADDR=address).status_code == 200


@pytest.mark.parametrize("address", ["", "unix:", "10.0.0.1", "::ffff:10.0.0.1", "fe80::1"])
def test_other_addresses_are_elsewhere(book, address):
    assert browser().get("/ra-soat/", REMOTE_ADDR=address).status_code == 302


def test_the_sign_in_page_leads_here_at_this_machine(book):
    assert 'href="/ra-soat/"' in browser().get("/tai-khoan/vao/").content.decode()


def test_a_form_without_its_token_is_refused(book, listed):
    client = browser(enforce_csrf_checks=True)
    assert sent(client, listed).status_code == 403
    client.get("/ra-soat/")
    token = client.cookies["csrftoken"].value
    assert sent(client, listed, csrfmiddlewaretoken=token).status_code == 200


@override_settings(FILE_UPLOAD_MAX_MEMORY_SIZE=1_000)
def test_nothing_is_kept(book, monkeypatch, listed):
    """No session, and no temporary file is made at all."""
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", None)
    monkeypatch.setattr(tempfile, "mkstemp", None)
    client = browser()
    answers = [
        sent(client, listed),
        *(sent(client, listed, **{"as": kind}) for kind in ("excel", "json", "print")),
    ]
    assert [one.status_code for one in answers] == [200] * 4
    assert not Session.objects.exists()
    assert "sessionid" not in client.cookies and "messages" not in client.cookies
    assert all("no-store" in one["Cache-Control"] for one in answers)


def test_the_same_file_gives_excel_json_and_a_print_by_cell(book, listed):
    client = browser()
    excel = sent(client, listed, **{"as": "excel"})
    assert excel["Content-Disposition"] == 'attachment; filename="danh-sach-soat.xlsx"'
    rows = load_workbook(BytesIO(excel.content)).get_sheet_by_name("Cần sửa, cần xem").to_python()
    assert [row[4] for row in rows[1:]] == ["E6", "X7"]
    said = json.loads(sent(client, listed, **{"as": "json"}).content)
    assert said["roll"] == 90 and said["file"] == "danh-sach.xlsx"
    printed = sent(client, listed, **{"as": "print"}).content.decode()
    assert printed.count('class="one-cell"') >= 2 and "Chi bộ thôn 4" in printed


def test_htmx_gets_the_answer_alone(book, listed):
    answer = browser().post(ADDRESS, {"file": SimpleUploadedFile("a.xlsx", listed)}, HTTP_HX_REQUEST="true")
    assert "<html" not in answer.content.decode() and "1 ô thiếu" in answer.content.decode()


def test_another_day_may_be_asked_about(book, listed):
    said = sent(browser(), listed, day="2021-01-04").content.decode()
    assert "tính đến ngày 04/01/2021" in said and "1 sắp hết thời gian dự bị" in said


@pytest.mark.parametrize(
    "name, data, part",
    [
        ("a.docx", b"PK\x03\x04", "Loại nhận"),
        ("a.xlsx", b"PK\x03\x04 broken", "hỏng"),
        ("<b>.csv", b"A,B\n1,2\n", "&lt;b&gt;.csv"),
    ],
)
def test_what_cannot_be_read_is_said(book, name, data, part):
    answer = sent(browser(), data, name)
    assert answer.status_code == 200 and part in answer.content.decode()


def test_no_file_and_one_that_is_too_large(book):
    assert "Chưa có tệp" in browser().post(ADDRESS, {}).content.decode()
    said = sent(browser(), b"x" * (LIMITS.checked + 1), "a.csv").content.decode()
    assert "Tệp lớn hơn 50 MB" in said


def test_a_day_s_walk_back_by_get_leads_to_the_doors(book):
    assert browser().get(ADDRESS)["Location"] == "/ra-soat/"


def test_many_lines_are_cut_on_the_page_and_whole_in_print(book):
    rows = [{**one, "sex": None} for one in people(400, cells=4)]
    data, client = workbook(rows), browser()
    page = sent(client, data).content.decode()
    assert "Còn 100 dòng nữa" in page and page.count("“Giới tính” để trống.") == 300
    assert sent(client, data, **{"as": "print"}).content.decode().count("“Giới tính” để trống.") == 400


def test_what_a_file_says_is_text_on_the_page(book):
    rows = changed(people(30, cells=3), 0, name="<script>alert(1)</script> Nam", sex=None)
    said = sent(browser(), workbook(rows)).content.decode()
    assert "<script>alert" not in said and "&lt;script&gt;alert" in said


def test_few_statements_however_long_the_list(book):
    sent(browser(), workbook(people(3, cells=3)))  # the law is read once in a process
    counts = []
    for count in (30, 1_000):
        data, client = workbook(people(count, cells=3)), browser()
        asked = [CaptureQueriesContext(connections[alias]) for alias in ("default", "personal", "log")]
        with asked[0], asked[1], asked[2]:
            sent(client, data)
        counts.append(sum(map(len, asked)))
    assert counts[0] == counts[1] <= 20
