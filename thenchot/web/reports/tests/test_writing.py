"""Contributors, and what is put into a draft: numbers, ready sentences, old lines; reminders; PDF."""

import re

import pytest

from thenchot.access.events import Role
from thenchot.reports import pdf
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.shapes import Mode, State
from thenchot.reports.word.package import Package
from thenchot.reports.word.whole import read
from thenchot.web.reports.tests.test_reports import (  # noqa: F401
    HTMX,
    accepted,
    begun,
    closed,
    do,
    engines,
    members,
    office,
    page,
)

TITLE, PLACE = "3. Dân vận", 3


@pytest.fixture
def given(book, office):  # noqa: F811
    """A draft whose third section was given to the inspection's office."""
    saved = accepted(book, office)
    book.account("ubkt", (Role.INSPECTION, book.top))
    do(office, saved, "giao", **{"ten-muc": TITLE, "nguoi": "ubkt"})
    return keeping.latest(saved.code)


def insert(browser, saved, what, place=PLACE, **more):
    return page(browser, f"/bao-cao/{saved.code}/chen/?muc={place}&gi={what}", **more)


def whole(saved):
    return read(Package.read(keeping.latest(saved.code).file()))


def text(saved, at):
    return whole(saved).lines[at].text


def test_the_list_of_sections_says_who_writes_and_what_is_done(book, office, given):  # noqa: F811
    said = page(office, f"/bao-cao/{given.code}/")
    heads = said[said.index("report-heads") : said.index("report-text")]
    assert "ubkt" in heads and "chưa gửi" in heads and "●" in heads and "✓" in heads


def test_a_contributor_changes_its_own_section_and_sees_no_other_pencil(book, office, given, signed_in):  # noqa: F811
    writer = signed_in("ubkt")
    own, other = (page(writer, f"/bao-cao/{given.code}/?muc={place}") for place in (PLACE, 1))
    assert "report-edit" in own and "Gửi mục này" in own and "+ Chèn số liệu" in own
    assert "report-edit" not in other and "+ Chèn" not in other and "Giao mục" not in own
    for what in ("so-lieu", "cau", "ky-truoc"):
        answer = writer.get(f"/bao-cao/{given.code}/chen/?muc=1&gi={what}", follow=True)
        assert "không giao cho đồng chí" in answer.content.decode() and "Chèn số này" not in str(answer)


def test_a_number_is_put_at_the_end_of_a_line_and_counted(book, given, signed_in):
    writer = signed_in("ubkt")
    said = insert(writer, given, "so-lieu", headers=HTMX)
    assert "<html" not in said and "Nhiệm vụ tháng 12" in said
    line = re.search(r'<option value="(\d+)" selected>', said)[1]
    do(writer, given, "chen-so", **{"muc": PLACE, "doan": line, "so-lieu": "M01 Đảng viên", "ky": "this"})
    saved = keeping.latest(given.code)
    assert text(saved, int(line)).endswith(" 5.")
    one = saved.content.numbers[-1]
    assert (one.figure, one.printed, one.state) == ("M01", "5", State.BOUND)


def test_a_contributor_puts_nothing_into_another_section(book, given, signed_in):
    writer = signed_in("ubkt")
    do(writer, given, "chen-so", **{"muc": 1, "doan": "4", "so-lieu": "M01", "ky": "this"})
    do(writer, given, "chen-cau", **{"muc": 1, "cau": "M01.this"})
    do(writer, given, "gan", **{"so": members(given).tag, "so-lieu": "M01", "ky": "previous"})
    assert keeping.latest(given.code).number == given.number


def test_a_contributor_says_what_a_number_of_its_section_counts(book, given, signed_in):
    writer = signed_in("ubkt")
    (one,) = [one for one in given.content.numbers if whole(given).places[one.tag] >= 8]
    do(writer, given, "gan", **{"so": one.tag, "so-lieu": "M01", "ky": "this", "in": "exact"})
    assert keeping.latest(given.code).content.number(one.tag).printed == "5"


def test_ready_sentences_are_composed_of_figures_and_stay_counted(book, given, signed_in):
    writer = signed_in("ubkt")
    said = insert(writer, given, "cau")
    once = [line for line in said.splitlines() if "có ⟦5⟧ đảng viên" in line]
    assert len(once) == 1 and once[0].count('class="what"') == 1  # not once more for the months so far
    assert "<html" in said
    do(writer, given, "chen-cau", **{"muc": PLACE, "cau": "M01.this"})
    saved = keeping.latest(given.code)
    (line,) = [line.text for line in whole(saved).lines if "Đến ngày 20/11/2026" in line.text]
    assert "có 5 đảng viên" in line and saved.content.numbers[-1].figure == "M01"


def test_a_line_that_was_taken_out_is_taken_back_counted_for_this_period(book, office):  # noqa: F811
    saved = accepted(book, office)
    assert "không có câu nào của kỳ trước" in insert(office, saved, "ky-truoc", 1)
    do(office, saved, "sua", **{"doan": "4", "van-ban": "Câu khác."})
    said = insert(office, saved, "ky-truoc", 1)
    assert "⟦4⟧ đảng viên" in said
    key = re.search(r'name="cau" value="(\w+)"', said)[1]
    do(office, saved, "lay-lai", **{"muc": 1, "cau": key})
    after = keeping.latest(saved.code)
    lines = [line.text for line in whole(after).lines]
    assert lines[lines.index("Câu khác.") + 1].startswith("Đến ngày 30/11/2026 toàn Đảng bộ có 5 đảng viên")
    tags = [one.tag for one in after.content.numbers]
    assert len(tags) == len(set(tags)) and "không có câu nào" in insert(office, after, "ky-truoc", 1)


def test_reminding_shows_in_their_tasks_and_on_a_slip_and_ends_when_sent(book, office, given, signed_in):  # noqa: F811
    assert "Nhắc" in page(office, f"/bao-cao/{given.code}/")
    do(office, given, "nhac", **{"ten-muc": TITLE})
    assert keeping.latest(given.code).content.sections[PLACE].reminded == "2026-11-21"
    slip = page(office, f"/bao-cao/{given.code}/nhac/")
    assert TITLE in slip and "ubkt" in slip and "PHIẾU NHẮC" in slip
    writer = signed_in("ubkt")
    assert TITLE in page(writer, "/bao-cao/") and "đã nhắc 21/11/2026" in page(writer, "/bao-cao/")
    do(writer, given, "gui", **{"ten-muc": TITLE})
    assert "đã nhắc" not in page(writer, "/bao-cao/")
    assert "Không còn mục nào chưa gửi" in page(office, f"/bao-cao/{given.code}/nhac/")
    refused = do(office, given, "nhac", **{"ten-muc": TITLE}).content.decode()
    assert "không phải nhắc" in refused


def test_the_line_stands_in_the_tasks_of_an_office(book, office, signed_in):  # noqa: F811
    saved = accepted(book, office)
    book.account("ban.to.chuc", (Role.ORGANISING, book.top))
    do(office, saved, "giao", **{"ten-muc": TITLE, "nguoi": "ban.to.chuc"})
    do(office, saved, "nhac", **{"ten-muc": TITLE})
    said = page(signed_in("ban.to.chuc"), "/viec-can-lam/")
    assert "Mục báo cáo chờ đồng chí viết" in said and TITLE in said
    assert "Mục báo cáo chờ đồng chí viết" not in page(office, "/viec-can-lam/")


def test_what_the_program_keeps_nothing_of_is_given_to_nobody(book, office, given):  # noqa: F811
    said = do(office, given, "giao", **{"ten-muc": "2. Bảo vệ chính trị nội bộ", "nguoi": "ubkt"})
    assert "không giao qua phần mềm" in said.content.decode()


def test_another_period_for_one_number(book, office):  # noqa: F811
    saved = accepted(book, office)
    one = members(saved)
    asked = {"so": one.tag, "so-lieu": "M01", "ky": "other", "in": "exact"}
    do(office, saved, "gan", **asked, **{"ky-khac": "2026-10"})
    now = keeping.latest(saved.code).content.number(one.tag)
    assert (now.mode, now.period, now.printed) == (Mode.OTHER, "2026-10", "4")
    assert "Kỳ khác: Tháng 10 năm 2026" in page(office, f"/bao-cao/{saved.code}/?so={one.tag}")
    do(office, saved, "gan", **asked, **{"tu": "2026-11-01", "den": "2026-11-20"})
    now = keeping.latest(saved.code).content.number(one.tag)
    assert (now.period, now.printed) == ("2026-11-01..2026-11-20", "5")
    before = keeping.latest(saved.code).number
    said = do(office, saved, "gan", **asked, **{"tu": "2026-11-30", "den": "2026-11-20"}).content.decode()
    assert "ngày đầu không sau ngày cuối" in said and keeping.latest(saved.code).number == before


def test_pdf_is_offered_where_the_machine_can_and_said_where_it_cannot(book, office, monkeypatch):  # noqa: F811
    saved = accepted(book, office)
    monkeypatch.setattr(pdf, "_maker", lambda: None)
    assert "chưa có LibreOffice" in page(office, f"/bao-cao/{saved.code}/")
    said = office.post(f"/bao-cao/{saved.code}/pdf/", follow=True)
    assert "chưa có LibreOffice" in said.content.decode()
    monkeypatch.setattr(pdf, "_maker", lambda: ("maker",))
    sent = []
    monkeypatch.setattr(pdf, "pdf_of", lambda word: sent.append(word) or b"%PDF-1.7")
    assert "Lưu PDF" in page(office, f"/bao-cao/{saved.code}/")
    out = office.post(f"/bao-cao/{saved.code}/pdf/")
    assert out.headers["Content-Type"] == "application/pdf" and out.content == b"%PDF-1.7"
    assert b"thenchot:" not in Package.read(sent[0]).parts["word/document.xml"]
