"""Our own forms, lines of the movement, closings, issuing, what is stored; how many statements."""

import html
import json
import re
from contextlib import ExitStack

from django.db import connections
from django.test.utils import CaptureQueriesContext

from thenchot.access import accounts, beside
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, AT, BEGINS, A
from thenchot.files.sheets.cells import read_book
from thenchot.reports.forms import issuing, keeping
from thenchot.reports.forms.models import TABLES, Text
from thenchot.reports.forms.own.forms import FORMS
from thenchot.sealed import rotation
from thenchot.sealed.opening import keyring
from thenchot.sealed.randomness import System
from thenchot.snapshot.closing import actions as closing
from thenchot.snapshot.closing.issued import issued
from thenchot.snapshot.closing.listing import standing
from thenchot.snapshot.closing.manifest import installation
from thenchot.snapshot.period import month
from thenchot.web.members.tests.province import admitted

from .conftest import text

MOST = 20
KY = "?ky=2026-05"


def statements(browser, address):
    with ExitStack() as stack:
        seen = [stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections]
        assert browser.get(address).status_code == 200
    return sum("pg_advisory" not in query["sql"] for one in seen for query in one)


def test_our_own_four_meet_their_sums_for_every_organisation(book, office):
    admitted(book, 901, A1, BEGINS.replace(month=5))
    for code in FORMS:
        for organisation in (book.top, A, A1):
            said = text(office.get(f"/bieu/{code}/{organisation}/{KY}"))
            assert "chưa khớp" not in said, (code, organisation)
            sent = office.post(f"/bieu/{code}/{organisation}/xuat/", {"ky": "2026-05"})
            assert sent.status_code == 200 and sent.content.startswith(b"PK")
    annex = office.post(f"/bieu/tang-giam/{A}/xuat/", {"ky": "2026-05", "loai-tep": "nguon"})
    (sheet,) = read_book(annex.content).sheets
    lines = [[sheet.value(row, column) for column in range(11)] for row in range(3, sheet.size[0])]
    (admissions,) = [line for line in lines if line[2] == "move.in.admitted" and line[1].startswith("C")]
    assert admissions[8] == 1 and admissions[7] == "31/05/2026" and "/bieu/dong/" in admissions[10]


def test_a_line_of_the_movement_opens_to_its_causes_and_their_rows(book, office):
    admitted(book, 901, A1, BEGINS.replace(month=5))
    answer = office.get(f"/bieu/dong/{A}/in-admitted/{KY}")
    assert answer.status_code == 200 and "1" in text(answer)
    (address,) = re.findall(r'href="([^"]*/tang-giam/\?[^"]*)" data-beside', answer.content.decode())
    assert office.get(html.unescape(address)).status_code == 200
    assert office.get(f"/bieu/dong/{A}/up/{KY}").status_code == 404


def test_statements_are_few_and_the_same_for_more_numbers(book, office, form):
    for address in (
        "/bieu/",
        f"/bieu/{form}/noi/?o=C9",
        f"/bieu/{form}/{A}/{KY}",
        f"/bieu/dang-vien/{A}/{KY}",
    ):
        office.get(address)
        assert statements(office, address) <= MOST, address


def test_a_closing_fills_and_issues_with_the_second_person(book, signed_in, office, form):
    second = book.account("soat", (Role.OFFICE, book.top))
    by, head = accounts.named("van.phong").id, accounts.named("pho.bi.thu").id
    code = closing.prepare(book.desk, A, month(2026, 10), by=by, at=AT)
    closing.review(book.desk, code, by=second.id, at=AT)
    closing.approve(book.desk, code, by=head, at=AT)
    page = office.get(f"/bieu/{form}/{A}/?chot={code}")
    assert page.status_code == 200 and f"chot={code}" in page.content.decode()
    sent = office.post(f"/bieu/{form}/{A}/xuat/", {"chot": code})
    (one,) = keeping.sent_from([A])
    assert one.closing == code
    asked = issuing.ask(one, book.desk, by=by, at=AT)
    book.desk.confirm(asked.code, by=head, at=AT)
    key = book.desk.key.public_key()
    (kept,) = issued(standing(code).path, key, installation())
    assert kept.content == sent.content and issuing.is_issued(one)
    said = text(office.get(f"/bieu/da-xuat/{one.serial}/"))
    assert "đã ban hành" in said
    assert office.get(f"/bieu/{form}/{A}/?chot=khong-co").status_code == 404


def test_what_a_closing_does_not_hold_is_said_on_the_page_and_in_the_annex(book, signed_in, office):
    second = book.account("soat", (Role.OFFICE, book.top))
    by, head = accounts.named("van.phong").id, accounts.named("pho.bi.thu").id
    code = closing.prepare(book.desk, A, month(2026, 10), by=by, at=AT)
    closing.review(book.desk, code, by=second.id, at=AT)
    closing.approve(book.desk, code, by=head, at=AT)
    movement = f"/bieu/tang-giam/{A}/"
    assert "lần chốt không giữ những số này" in text(office.get(f"{movement}?chot={code}"))
    assert "lần chốt không giữ" not in text(office.get(f"{movement}{KY}"))
    for asked, sure in (({"chot": code}, True), ({"ky": "2026-05"}, False)):
        annex = office.post(f"{movement}xuat/", {"loai-tep": "nguon", **asked}).content
        sheet = read_book(annex).sheets[0]
        said = [str(value) for value in sheet.cells.values()]
        assert any("từ sổ như lúc chốt" in one for one in said) is sure


def test_what_is_stored_cannot_be_read_and_outlives_a_rotation(book, office, form):
    assert all(b"Bi\xe1\xbb\x83u" not in bytes(one.blob) for one in Text.objects.all())
    before = keeping.latest(form)
    data = before.file()
    keyring().rotate(System())
    rotation.rewrite_under_new_generation(randomness=System())
    rotation.destroy_old_generations(randomness=System())
    after = keeping.latest(form)
    assert after.binding == before.binding and after.file() == data


def test_forms_come_back_from_a_backup(office, form):
    office.post(f"/bieu/{form}/{A}/xuat/", {"ky": "2026-05"})
    before, (sent,) = keeping.latest(form), keeping.sent_from([A])
    data, out = before.file(), sent.file()
    kept = json.loads(json.dumps([one for one in beside.beside() if one[0] == "forms"]))
    for model in TABLES.values():
        model._default_manager.all().delete()
    returning = beside.Returning(set())
    for name, items in kept:
        returning(name, items)
    assert keeping.latest(form) == before and before.file() == data
    assert keeping.sent_from([A]) == [sent] and sent.file() == out
