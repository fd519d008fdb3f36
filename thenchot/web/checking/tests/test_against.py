"""Somebody signed in lays the report beside a closing: which figures agree, and the rows behind each."""

import re

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext

from thenchot.access import accounts
from thenchot.access.events import Role
from thenchot.access.tests.book import AT, B
from thenchot.snapshot.closing import actions
from thenchot.snapshot.kept import KEPT
from thenchot.snapshot.period import month

ADDRESS = "/ra-soat/bao-cao/"


@pytest.fixture
def closing(book):
    """October of the province, closed."""
    KEPT.close()
    book.account("soat", (Role.OFFICE, book.top))
    code = actions.prepare(book.desk, book.top, month(2026, 10), by=accounts.named("van.phong").id, at=AT)
    actions.review(book.desk, code, by=accounts.named("soat").id, at=AT)
    actions.approve(book.desk, code, by=accounts.named("pho.bi.thu").id, at=AT)
    yield code
    KEPT.close()


def report(members):
    return f"Đến ngày 31/10/2026, toàn Đảng bộ có {members} đảng viên."


def test_figures_stand_beside_the_closed_ones_and_open(book, closing, signed_in):
    client = signed_in("van.phong")
    assert f'<option value="{closing}">' in client.get("/ra-soat/").content.decode()
    said = client.post(ADDRESS, {"text": report(999), "closing": closing}).content.decode()
    assert "văn bản ghi 999, đã chốt" in said and "số liệu đến ngày 31/10/2026" in said
    rows = re.search(rf'href="(/so-lieu/{book.top}/[^"]*{closing}[^"]*)"', said)[1]
    assert client.get(rows.replace("&amp;", "&"), follow=True).status_code == 200
    closed = int(re.search(r"đã chốt (\d+)", said)[1])
    agreeing = client.post(ADDRESS, {"text": report(closed), "closing": closing}).content.decode()
    assert f"{closed}: khớp." in agreeing and "chênh" not in agreeing


def test_another_office_is_given_neither_the_choice_nor_the_closing(book, closing, signed_in):
    book.account("xa.b", (Role.OFFICE, B))
    client = signed_in("xa.b")
    assert closing not in client.get("/ra-soat/").content.decode()
    answer = client.post(ADDRESS, {"text": report(5), "closing": closing})
    assert answer.status_code in (403, 404) and "đã chốt" not in answer.content.decode()


def test_a_code_of_no_closing_is_not_found(book, signed_in):
    assert signed_in("van.phong").post(ADDRESS, {"text": report(5), "closing": "khong-co"}).status_code == 404


def test_few_statements_however_many_figures(book, closing, signed_in):
    client, counts = signed_in("van.phong"), []
    for lines in (1, 1, 60):  # once to warm up
        text = "\n".join(report(number) for number in range(lines))
        asked = [CaptureQueriesContext(connections[alias]) for alias in ("default", "personal", "log")]
        with asked[0], asked[1], asked[2]:
            assert client.post(ADDRESS, {"text": text, "closing": closing}).status_code == 200
        counts.append(sum(map(len, asked)))
    assert counts[1] == counts[2] <= 20, counts


def test_json_and_excel_carry_the_comparison(book, closing, signed_in):
    client = signed_in("van.phong")
    told = client.post(ADDRESS, {"text": report(999), "closing": closing, "as": "json"}).json()
    assert {"differs"} <= {one["closed"]["outcome"] for one in told["figures"]}
    assert client.post(ADDRESS, {"text": report(999), "closing": closing, "as": "excel"}).content[:2] == b"PK"
