"""Việc cần làm: lines with their buttons, letters from adding to answering, the second person, review."""

import re

import pytest

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A2, AT, TODAY, A, B, joining, registered
from thenchot.ledger import reading
from thenchot.rooms.documents.reading import open_deadlines

LETTER = {
    "paper": "812-CV/VPTU", "signed_on": "2026-11-03", "issuer_name": "Văn phòng Tỉnh ủy",
    "title": "Báo cáo tháng 11", "asks": "report", "due_on": "2026-11-25", "data_to": "2026-11-20",
}  # fmt: skip


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def commune(book, signed_in):
    """The office of commune A, signed in."""
    book.account("xa.hong.son", (Role.OFFICE, A))
    return signed_in("xa.hong.son")


@pytest.fixture
def secretary(book, signed_in):
    book.account("bi.thu", (Role.CELL_SECRETARY, A1))
    return signed_in("bi.thu")


def opened(browser):
    """The token of a form just opened."""
    page = browser.get("/viec-can-lam/them-han/").content.decode()
    return re.search(r'name="token" value="(\w+)"', page)[1]


def add(browser, units, token=None, **changes):
    said = LETTER | {"token": token or opened(browser), "units": units} | changes
    return browser.post("/viec-can-lam/them-han/", said, follow=True)


def test_the_page_tells_what_is_due_with_one_button_each(book, commune):
    from datetime import date

    from thenchot.rooms.membership.events import Admitted

    book.write(
        registered(201, A1),
        Admitted(about=201, effective_on=date(2025, 10, 9), organisation=A1, cell=A1,
                 signed_on=date(2025, 9, 28), paper="41-QĐ/ĐU"),
    )  # fmt: skip
    said = text(commune.get("/viec-can-lam/"))
    assert "Thứ Bảy, 21/11/2026" in said
    assert "hết thời kỳ dự bị 09/10/2026" in said
    assert "/ghi/membership.recognised/?nguoi=201" in said


def test_a_letter_is_added_once_and_stands_at_every_cell(book, commune, secretary):
    token = opened(commune)
    assert "Đã thêm hạn, giao 2 đơn vị." in text(add(commune, [A1, A2], token))
    size = reading.size()
    add(commune, [A1, A2], token)  # pressed twice
    assert reading.size() == size
    (one,) = open_deadlines(A, as_of=TODAY)
    assert set(one.asked) == {A1, A2}
    assert "Báo cáo tháng 11 · hạn 25/11/2026 · số liệu đến 20/11/2026" in text(
        secretary.get("/viec-can-lam/")
    )


def test_a_letter_without_units_keeps_what_was_typed(commune):
    answer = add(commune, [])
    assert "Chưa chọn đơn vị phải nộp." in text(answer)
    assert 'value="812-CV/VPTU"' in answer.content.decode()
    assert open_deadlines(A, as_of=TODAY) == []


def test_a_letter_reaches_only_the_own_units(book, commune):
    from thenchot.access.tests.book import B1

    add(commune, [B1])
    assert open_deadlines(B, as_of=TODAY) == []


def test_a_cell_answers_nothing_arose_and_the_board_knows(book, commune, secretary):
    add(commune, [A1, A2])
    (one,) = open_deadlines(A, as_of=TODAY)
    said = {"unit": A1, "how": "nothing_arose"}
    secretary.post(f"/viec-can-lam/han/{one.deadline}/tra-loi/", said)
    size = reading.size()
    secretary.post(f"/viec-can-lam/han/{one.deadline}/tra-loi/", said)
    assert reading.size() == size
    board = text(commune.get(f"/viec-can-lam/han/{one.deadline}/"))
    assert "1/2 đơn vị đã trả lời" in board
    assert "✓ không phát sinh" in board


def test_a_cell_does_not_answer_for_another(book, commune, secretary):
    add(commune, [A1, A2])
    (one,) = open_deadlines(A, as_of=TODAY)
    refused = secretary.post(f"/viec-can-lam/han/{one.deadline}/tra-loi/", {"unit": A2, "how": "submitted"})
    assert refused.status_code in (403, 404)
    (one,) = open_deadlines(A, as_of=TODAY)
    assert not one.answers


def test_who_has_not_answered_is_reminded(book, commune):
    add(commune, [A1, A2])
    (one,) = open_deadlines(A, as_of=TODAY)
    commune.post(f"/viec-can-lam/han/{one.deadline}/nhac/")
    (one,) = open_deadlines(A, as_of=TODAY)
    assert set(one.reminded) == {A1, A2}


def test_a_secretary_adds_no_letters(secretary):
    assert secretary.get("/viec-can-lam/them-han/").status_code == 403


def test_a_second_person_sees_exactly_what_will_be_written(book, signed_in):
    from thenchot.access.events import Granted
    from thenchot.ledger.writing import Draft

    other = book.account("moi.vao")
    book.account("xac.nhan", (Role.CONFIRMER, A))
    book.grant(book.begun.confirmer, (Role.CONFIRMER, A))
    act = Granted(about=other.id, effective_on=TODAY, organisation=A, role=Role.OFFICE, scope=A)
    by = book.desk.sign_in("xac.nhan", None, at=AT)
    asked = book.desk.record([Draft(act, 991)], by=by.id, at=AT).waiting[0]
    own, second = signed_in("xac.nhan"), signed_in("pho.bi.thu")
    assert "chờ người thứ hai xác nhận" in text(own.get("/viec-can-lam/"))
    address = f"/viec-can-lam/de-nghi/{asked.code}/"
    assert "moi.vao" in text(second.get(address))
    assert own.post(address, {"answer": "yes"}).status_code in (302, 409)
    assert "Đã xác nhận" in text(second.post(address, {"answer": "yes"}, follow=True))
    assert reading.story(other.id).held("role")
    assert second.post(address, {"answer": "yes"}).status_code == 409


def test_a_strangers_request_is_not_shown(book, signed_in):
    book.account("nguoi.la", (Role.OFFICE, B))
    answer = signed_in("nguoi.la").get("/viec-can-lam/de-nghi/0123456789abcdef/")
    assert answer.status_code == 409


def test_nothing_is_recorded_on_a_past_day(commune):
    said = text(commune.get("/viec-can-lam/", {"ngay": "2026-06-01"}))
    assert "Ở chế độ này không ghi việc mới" in said
    assert "them-han" not in said


def test_an_empty_installation_is_calm(book, signed_in):
    assert signed_in("van.phong").get("/viec-can-lam/").status_code == 200


def test_the_page_costs_the_same_for_one_line_and_for_forty(book, commune):
    def statements():
        from django.db import connections

        counted = 0
        for alias in connections:
            connections[alias].force_debug_cursor = True
            connections[alias].queries_log.clear()
        commune.get("/viec-can-lam/")
        for alias in connections:
            counted += len(connections[alias].queries_log)
            connections[alias].force_debug_cursor = False
        return counted

    from django.core.signals import request_started
    from django.db import reset_queries

    request_started.disconnect(reset_queries)
    commune.get("/viec-can-lam/")
    few = statements()
    book.write(*(act for one in range(300, 340) for act in joining(one, A1)))
    commune.get("/viec-can-lam/")
    assert statements() == few
    request_started.connect(reset_queries)
