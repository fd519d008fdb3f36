"""Chốt thiếu, in 1/2: who has not confirmed is named, the closing goes on, and every page of it says so."""

from datetime import date

import pytest

from thenchot.access import accounts, two_persons
from thenchot.access.actions import Action
from thenchot.access.tests.book import AT, A, B
from thenchot.files.sheets.cells import read_book
from thenchot.rooms.documents.actions import with_asked
from thenchot.rooms.documents.events import Answered, Asks, DeadlineSet, How
from thenchot.snapshot.closing import actions, folder, listing, words
from thenchot.snapshot.closing import registered as closing_registered
from thenchot.snapshot.closing.lacking import Lacking, Lacks
from thenchot.snapshot.closing.manifest import installation
from thenchot.snapshot.closing.verifying import verify
from thenchot.snapshot.period import month
from thenchot.surface.closings import lacking_said

from .test_steps import buttons, press, state, text

CODE = "abcdef0123456789"
SHORT = "Chốt thiếu, 1/2 đơn vị. Chưa xác nhận số liệu: c12."
BUTTON = "Chốt thiếu, in 1/2"


def letter(book, data_to=date(2026, 10, 31), asked=(A, B), code=CODE):
    act = DeadlineSet(
        about=book.top, effective_on=date(2026, 11, 3), paper="812-CV/VPTU", deadline=code,
        asks=Asks.FIGURES, title=1, due_on=date(2026, 11, 25), data_to=data_to,
    )  # fmt: skip
    book.write(*with_asked(act, asked))


def answers(book, unit, how=How.SUBMITTED, code=CODE):
    book.write(
        Answered(about=unit, organisation=unit, effective_on=date(2026, 11, 20), deadline=code, how=how)
    )


def reviewed(book):
    code = actions.prepare(book.desk, book.top, month(2026, 10), by=accounts.named("van.phong").id, at=AT)
    actions.review(book.desk, code, by=accounts.named("soat").id, at=AT)
    return code


@pytest.fixture
def waiting(staffed):
    """Reviewed; one of two communes has answered the letter."""
    letter(staffed)
    answers(staffed, A)
    return reviewed(staffed)


def page(browser, code):
    return text(browser.get(f"/chot-so-lieu/{code}/"))


def test_who_has_not_confirmed_is_named_with_both_ways_on(waiting, signed_in):
    said = page(signed_in("pho.bi.thu"), waiting)
    assert "1 đơn vị chưa xác nhận số liệu: c12" in said and BUTTON in said
    assert "CHỐT SỐ LIỆU</button>" not in said
    clerk = page(signed_in("van.phong"), waiting)
    assert f'href="/viec-can-lam/han/{CODE}/">Nhắc' in clerk and BUTTON not in clerk


def test_the_board_of_the_letter_reminds_and_prints_the_slip(waiting, signed_in):
    board = text(signed_in("van.phong").get(f"/viec-can-lam/han/{CODE}/"))
    assert "Nhắc đơn vị chưa trả lời" in board and "In công văn nhắc" in board


def test_closing_goes_on_only_where_the_missing_were_named(waiting, signed_in):
    deputy = signed_in("pho.bi.thu")
    for given in ({}, {"thieu": str(A)}, {"thieu": "x"}):
        told = text(press(deputy, waiting, "approve", **given))
        assert "1 đơn vị chưa xác nhận số liệu: c12. Đề nghị nhắc, hoặc chốt thiếu và in 1/2." in told
    assert state(waiting) == "reviewed"
    press(deputy, waiting, "approve", thieu=str(B))
    assert state(waiting) == "approved"
    assert listing.standing(waiting).lacking == Lacking(2, (B,))


def test_one_more_letter_meanwhile_is_not_closed_over_unseen(waiting, staffed, signed_in):
    letter(staffed, asked=(A,), code="abcdef0123456780")
    told = text(press(signed_in("pho.bi.thu"), waiting, "approve", thieu=str(B)))
    assert "2 đơn vị chưa xác nhận số liệu: c11, c12" in told and state(waiting) == "reviewed"


@pytest.fixture
def lacking(waiting, staffed):
    actions.approve(staffed.desk, waiting, by=accounts.named("pho.bi.thu").id, at=AT, without=[B])
    return waiting


PAGES = (
    "/chot-so-lieu/{code}/", "/chot-so-lieu/{code}/con-so/", "/chot-so-lieu/{code}/kiem/",
    "/chot-so-lieu/{code}/chu-ky/", "/chot-so-lieu/{code}/thay-doi/", "/so-lieu/{top}/?chot={code}",
    "/so-lieu/{top}/M01/?chot={code}", "/bieu/tang-giam/{top}/?chot={code}",
)  # fmt: skip


@pytest.mark.parametrize("address", PAGES)
def test_every_page_of_it_says_so_with_the_names(lacking, staffed, signed_in, address):
    answer = signed_in("van.phong").get(address.format(code=lacking, top=staffed.top))
    assert answer.status_code == 200 and SHORT in text(answer)


def test_the_list_says_so_in_the_title(lacking, signed_in):
    assert "Chốt số liệu: Tháng 10 năm 2026 (thiếu, 1/2 đơn vị)" in text(
        signed_in("soat").get("/chot-so-lieu/")
    )


def test_what_comes_later_changes_nothing_of_it(lacking, staffed):
    answers(staffed, B, How.NOTHING_AROSE)
    assert lacking_said(listing.standing(lacking)) == SHORT


def test_it_is_part_of_what_was_signed(lacking, staffed):
    path, key = folder.path_of(lacking), staffed.desk.key.public_key()
    assert verify(path, key, installation()).in_order
    file = path / folder.SIGNED
    file.chmod(0o644)
    file.write_text(file.read_text().replace('"asked":2', '"asked":1'))
    assert [fault.what for fault in verify(path, key, installation()).faults] == ["signature"]


def test_a_signature_that_cannot_be_read_is_said_and_hides_no_other(lacking, signed_in):
    file = folder.path_of(lacking) / folder.SIGNED
    file.chmod(0o644)
    file.write_text("x")
    browser = signed_in("van.phong")
    assert browser.get(f"/chot-so-lieu/{lacking}/").status_code == 503
    assert browser.get("/chot-so-lieu/").status_code == 200


def test_a_whole_closing_says_nothing_and_signs_what_it_always_did(staffed, signed_in):
    letter(staffed)
    answers(staffed, A), answers(staffed, B, How.NOTHING_AROSE)
    code = reviewed(staffed)
    deputy = signed_in("pho.bi.thu")
    assert "CHỐT SỐ LIỆU" in buttons(deputy, code) and "chưa xác nhận" not in page(deputy, code)
    assert "2/2 đơn vị đã xác nhận số liệu" in text(deputy.get(f"/chot-so-lieu/{code}/kiem/"))
    press(deputy, code, "approve")
    one = listing.standing(code)
    assert one.closed and one.lacking is None and "thiếu" not in words.title(one)
    assert "lacking" not in (one.path / folder.SIGNED).read_text()


def test_without_a_letter_nothing_is_said(staffed, signed_in):
    letter(staffed, data_to=date(2026, 9, 30))
    code = reviewed(staffed)
    deputy = signed_in("pho.bi.thu")
    assert "CHỐT SỐ LIỆU" in buttons(deputy, code) and "xác nhận số liệu" not in page(deputy, code)
    assert "xác nhận số liệu" not in text(deputy.get(f"/chot-so-lieu/{code}/kiem/"))


def test_the_action_itself_refuses(waiting, staffed):
    with pytest.raises(Lacks) as refused:
        actions.approve(staffed.desk, waiting, by=accounts.named("pho.bi.thu").id, at=AT)
    assert refused.value.args[1].units == (B,)
    assert not (folder.path_of(waiting) / folder.SIGNED).exists()


def test_a_request_names_the_missing_and_one_more_meanwhile_stops_it(waiting, staffed):
    closing_registered.register()
    clerk, deputy = accounts.named("van.phong").id, accounts.named("pho.bi.thu").id
    asked = staffed.desk.ask(
        Action.APPROVE_CLOSING, by=clerk, at=AT, organisation=staffed.top,
        executor=closing_registered.EXECUTOR, payload={"code": waiting, "without": [str(B)]},
    )  # fmt: skip
    assert two_persons.diff(asked).counts["lacking"] == 1
    letter(staffed, asked=(A,), code="abcdef0123456780")
    with pytest.raises(two_persons.NotConfirmed) as stopped:
        staffed.desk.confirm(asked.code, by=deputy, at=AT)
    assert stopped.value.args[0] == "lacking" and state(waiting) == "reviewed"
    answers(staffed, A, code="abcdef0123456780")
    staffed.desk.confirm(asked.code, by=deputy, at=AT)
    assert listing.standing(waiting).lacking == Lacking(2, (B,))


def test_statements_stay_few(waiting, lacking, signed_in, statements):
    browser = signed_in("van.phong")
    browser.get(f"/chot-so-lieu/{lacking}/")
    assert statements(lambda: browser.get(f"/chot-so-lieu/{lacking}/")) <= 20


def test_the_form_and_its_annex_say_it_in_the_file(lacking, staffed, signed_in):
    browser, address = signed_in("van.phong"), f"/bieu/tang-giam/{staffed.top}/xuat/"
    (sheet,) = read_book(browser.post(address, {"chot": lacking}).content).sheets
    said = [str(cell.value) for cell in sheet.cells.values()]
    assert SHORT in said and any("Tháng 10 năm 2026 (thiếu, 1/2 đơn vị)" in one for one in said)
    annex = read_book(browser.post(address, {"chot": lacking, "loai-tep": "nguon"}).content).sheets[0]
    assert SHORT in [cell.value for cell in annex.cells.values()]
    (live,) = read_book(browser.post(address, {"ky": "2026-10"}).content).sheets
    assert not any("thiếu" in str(cell.value) for cell in live.cells.values())
