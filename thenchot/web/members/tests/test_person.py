"""A person's page: what is due, what happened, the masked number, who may see it, who sees only a part."""

import re
from datetime import date

import pytest
from django.db import connections

from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A2, AN, AT, B1, BINH, A, B
from thenchot.ledger import reading
from thenchot.ledger.days import PartialDay
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as membership
from thenchot.rooms.people.events import Erased
from thenchot.sealed.codes import coded_label

from . import province
from .test_roll import MOST, plain, statements

DO = 400


def page(browser, person, **asked):
    return browser.get(f"/dang-vien/{person}/", asked)


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def office(book, signed_in):
    book.account("to.chuc", (Role.ORGANISING, A))
    return signed_in("to.chuc")


@pytest.fixture
def probationer(book):
    """On probation since 9/10/2025, so that the twelve months ended on 9/10/2026."""
    province.admitted(
        book,
        DO,
        A1,
        date(2025, 10, 9),
        paper="41-QĐ/ĐU",
        signed_on=date(2025, 8, 28),
        decided_on=date(2025, 8, 28),
    )


def test_the_head_says_who_it_is_and_that_the_view_is_logged(office, probationer):
    said = text(page(office, DO))
    assert "<h1>Giàng Thị Dợ (1999)</h1>" in said and "Lần xem này được ghi vào nhật ký" in said
    assert "Sinh 1999" in said and "nữ" in said and "Đảng viên dự bị từ 09/10/2025" in said
    assert "•••••••••400" in said and f"099{DO:09d}" not in said


def test_the_first_button_is_what_is_due_and_keeps_the_days_of_the_law(book, office, probationer):
    """B7: however late the paper, official from the end of the twelve months."""
    said = text(page(office, DO))
    assert said.index("Ghi nghị quyết công nhận chính thức") < said.index("Ghi việc khác")
    assert f"/ghi/membership.recognised/?nguoi={DO}" in said
    assert "Hết thời kỳ dự bị 09/10/2026" in said and "Chi bộ xét chậm nhất" in said
    assert "Dù ký muộn, vẫn tính chính thức từ 09/10/2026" in said and "(sẽ là 09/10/2026)" in said
    assert "Căn cứ" in said


def test_a_recognition_signed_late_says_from_when_it_counts(book, office, probationer):
    book.write(
        membership.Recognised(
            about=DO,
            effective_on=date(2026, 10, 9),
            organisation=A1,
            signed_on=date(2026, 11, 15),
            paper="7-QĐ/ĐU",
        )
    )
    said = text(page(office, DO))
    assert "Dù ký muộn, vẫn tính chính thức từ 09/10/2026" in said and "7-QĐ/ĐU ngày 15/11/2026" in said
    assert "Đảng viên chính thức từ 09/10/2026" in said and "Không có việc đang chờ." in said


def test_papers_are_those_the_acts_hold_and_the_rest_is_named(office, probationer):
    said = text(page(office, DO))
    assert "Giấy tờ công nhận 0/2" in said and "Giấy tờ kết nạp 1/2" in said and "41-QĐ/ĐU" in said
    assert "sổ không giữ, đề nghị xem hồ sơ giấy" in said


def test_two_names_three_moves_a_partial_birth_read_without_a_manual(book, signed_in):
    province.moved_three_times(book, 500)
    book.account("to.chuc.b", (Role.ORGANISING, B))
    said = text(page(signed_in("to.chuc.b"), 500))
    assert "<h1>Lò Thị Mây (1971)</h1>" in said and "Lò Thị Mai; Lò Thị Mây (từ 01/05/2020)" in said
    assert "Sinh 08/1971" in said and "miễn sinh hoạt".lower() in said.lower()
    days = re.findall(r'class="life-day">([^<]+)<', said)
    assert days == [
        "03/05/2026",
        "20/04/2026",
        "01/04/2026",
        "01/03/2026",
        "01/02/2026",
        "01/01/2026",
        "01/01/2026",
    ]


def test_a_corrected_line_says_what_stood_there_and_a_withdrawn_one_is_kept_apart(book, office, probationer):
    root = next(e for e in reading.entries(DO) if e.kind == "membership.admitted").root
    right = membership.Admitted(
        about=DO, effective_on=date(2025, 10, 12), organisation=A1, cell=A1, paper="41-QĐ/ĐU",
        signed_on=date(2025, 8, 28), decided_on=date(2025, 8, 28),
    )  # fmt: skip
    province.restated(book, root, right)
    wrong = membership.Exempted(about=DO, effective_on=date(2026, 3, 1), organisation=A1)
    book.write(wrong)
    root = next(e for e in reading.entries(DO) if e.kind == "membership.exempted").root
    append([Draft(wrong, 79, "withdraw", root, "did_not_happen")], at=AT, by=1, mint=book.mint)
    said = text(page(office, DO))
    assert "Đảng viên dự bị từ 12/10/2025" in said and "Đã đính chính (1)" in said
    assert "09/10/2025 · Kết nạp tại" in said and "gõ nhầm" in said
    assert "Bản ghi đã hủy (2)" in said and "việc không xảy ra" in said
    assert "Miễn sinh hoạt</dt>" not in said


def test_every_line_can_be_corrected_by_who_may_and_by_nobody_else(book, office, signed_in, probationer):
    seq = next(e for e in reading.entries(DO) if e.kind == "membership.admitted").seq
    said = text(page(office, DO))
    for part in ("sua", "huy", "dieu-chinh"):
        assert f"/ghi/ban-ghi/{seq}/{part}/" in said
    book.account("thu.ky", (Role.CELL_SECRETARY, A1))
    said = text(page(signed_in("thu.ky"), DO))
    assert f"/ghi/ban-ghi/{seq}/sua/" not in said and "Ghi việc" not in said


def test_a_past_day_shows_that_day_and_no_forms(book, office, probationer):
    said = text(page(office, DO, ngay="2026-09-01"))
    assert "còn 38 ngày" in said and "Đính chính" not in said and "/ghi/membership" not in said
    book.write(membership.Exempted(about=AN, effective_on=date(2026, 3, 1), organisation=A1))
    assert "Miễn công tác" not in text(page(office, AN, ngay="2026-02-28"))
    assert "bắt đầu ghi từ 01/01/2026" in text(page(office, AN, ngay="2025-12-31"))


def test_the_number_is_shown_once_for_a_reason_and_logged(office, probationer):
    address = f"/dang-vien/{DO}/so-dinh-danh/"
    assert office.get(address).status_code == 405
    assert office.post(address).status_code == office.post(address, {"reason": "tò mò"}).status_code == 400
    shown = text(office.post(address, {"reason": "check_paper"}, headers={"HX-Request": "true"}))
    assert f"099{DO:09d}" in shown and "<html" not in shown
    assert "<html" in text(office.post(address, {"reason": "check_paper"}))
    with connections["log"].cursor() as cursor:
        cursor.execute(
            "SELECT w.facts FROM access_viewed w JOIN access_viewing v ON v.seq = w.seq"
            " WHERE v.door = 'reveal'"
        )
        facts = cursor.fetchall()
    assert len(facts) == 2 and '"check_paper"' in facts[0][0] and f"099{DO:09d}" not in str(facts)


@pytest.mark.parametrize("role", [Role.CELL_SECRETARY, Role.LEADER])
def test_who_sees_without_revealing(book, signed_in, probationer, role):
    book.account("xem.thoi", (role, A1 if role is Role.CELL_SECRETARY else A))
    browser = signed_in("xem.thoi")
    said = text(page(browser, DO))
    assert "•••••••••400" in said and "so-dinh-danh" not in said
    assert browser.post(f"/dang-vien/{DO}/so-dinh-danh/", {"reason": "update"}).status_code == 404


@pytest.mark.parametrize(
    ("role", "scope", "status"),
    [
        (Role.ORGANISING, A, 200),
        (Role.CELL_SECRETARY, A1, 200),
        (Role.LEADER, A, 200),
        (Role.ORGANISING, B, 404),
        (Role.CELL_SECRETARY, A2, 404),
        (Role.OFFICE, A, 404),
        (Role.INSPECTION, A, 404),
        (Role.AUDITOR, A, 404),
        (Role.ADMINISTRATOR, A, 404),
    ],
)
def test_who_may_open_a_person(book, signed_in, role, scope, status):
    book.account("ai.do", (role, scope))
    assert page(signed_in("ai.do"), AN).status_code == status


def test_a_role_that_ended_opens_nobody(book, signed_in):
    from thenchot.access.events import Ended

    account = book.account("nguoi.cu", (Role.ORGANISING, A))
    browser = signed_in("nguoi.cu")
    assert page(browser, AN).status_code == 200
    said = {"role": Role.ORGANISING, "scope": A}
    book.write(Ended(about=account.id, effective_on=date(2026, 11, 21), **said))
    assert page(browser, AN).status_code == 404


def test_unknown_and_out_of_scope_and_no_person_answer_with_the_same_bytes(office):
    """X1: nothing tells somebody of another commune from nobody at all."""
    unknown = page(office, 987654321)
    assert unknown.status_code == 404
    assert plain(unknown) == plain(page(office, BINH)) == plain(page(office, A1))
    assert "Không tìm thấy trong phạm vi của đồng chí." in text(unknown)


def test_the_old_cell_sees_that_she_left_and_not_what_came_after(book, signed_in):
    province.moved_three_times(book, 500)
    book.account("thu.ky", (Role.CELL_SECRETARY, A1))
    book.account("to.chuc.a", (Role.ORGANISING, A))
    for name in ("thu.ky", "to.chuc.a"):
        said = text(page(signed_in(name), 500))
        assert f"Đã rời c{A1} ngày 01/04/2026" in said.replace(str(A1), f"c{A1}", 0) or "Đã rời" in said
        assert "ngày 01/04/2026" in said and "Giới thiệu chuyển sinh hoạt đến" in said
        assert "Tiếp nhận" not in said and "Miễn công tác" not in said and "Đảng viên chính thức" not in said


def test_a_year_later_the_old_cell_sees_nothing(book, signed_in):
    province.moved_three_times(book, 500)
    book.write(*province.long_gone(501))
    book.account("to.chuc.a", (Role.ORGANISING, A))
    assert page(signed_in("to.chuc.a"), 501).status_code == 404


def test_an_organisation_that_merged_takes_its_members_pages_along(book, signed_in):
    from thenchot.rooms.organisations.events import Ended, Ending, Moved

    book.account("to.chuc.a", (Role.ORGANISING, A))
    book.account("to.chuc.b", (Role.ORGANISING, B))
    day = date(2026, 7, 26)
    book.write(
        Moved(about=B1, effective_on=day, parent=A),
        Ended(about=B, effective_on=day, how=Ending.MERGED, heir=A),
    )
    assert page(signed_in("to.chuc.a"), BINH).status_code == 200
    assert page(signed_in("to.chuc.b"), BINH).status_code == 404


def test_ones_own_page_leads_to_reporting_an_error(book, signed_in):
    book.account("chinh.minh", person=AN)
    browser = signed_in("chinh.minh")
    said = text(page(browser, AN))
    assert "Báo thông tin chưa đúng" in said and 'href="/cua-toi/' in said
    assert page(browser, BINH).status_code == 404


def test_a_person_without_a_file_has_a_code(book, office):
    from thenchot.access.tests.book import joining

    book.write(*joining(600, A1))
    assert f"<h1>{coded_label(600)}</h1>" in text(page(office, 600))


def test_an_erased_person_is_said_to_be_erased(book, office):
    from thenchot.sealed import store

    book.write(Erased(about=AN, effective_on=date(2026, 11, 1), organisation=A1, ground="requested"))
    store.erase([AN])
    said = text(page(office, AN))
    assert "đã xóa" in said and "Vàng A Sùng" not in said and "Trích ngang" not in said


def test_few_statements_and_the_same_for_a_long_life(book, office, probationer):
    page(office, AN)
    few = statements(office, lambda browser: page(browser, AN))
    for month in range(1, 11):
        book.write(
            membership.Exempted(about=AN, effective_on=date(2026, month, 2), organisation=A1),
            membership.ExemptionEnded(about=AN, effective_on=date(2026, month, 20), organisation=A1),
        )
    province.members(book, range(1000, 1200), A1)
    page(office, AN)
    assert statements(office, lambda browser: page(browser, AN)) == few <= MOST


def test_after_forty_pages_in_an_hour_a_reason_is_asked_for(book, office):
    answers = [page(office, AN).status_code for _ in range(41)]
    assert answers == [200] * 40 + [429]
    said = text(page(office, AN))
    assert "Cần lý do để xem tiếp" in said and "Vàng A Sùng" not in said
    given = {"door": "person", "ground": "roll", "next": f"/dang-vien/{AN}/"}
    assert office.post("/dang-vien/ly-do/", given)["Location"] == f"/dang-vien/{AN}/"
    assert page(office, AN).status_code == 200
    assert (
        office.post("/dang-vien/ly-do/", given | {"next": "https://xa.example/"})["Location"] == "/dang-vien/"
    )


def test_birth_by_year_is_never_a_first_of_january(book, office):
    book.write(*[province.registered(700, A1, birth=PartialDay.of("1950")), province.carried_over(700, A1)])
    said = text(page(office, 700))
    assert "Sinh 1950" in said and "01/1950" not in said


def test_a_refused_attempt_is_in_the_log_and_the_person_is_told_of_no_view(book, signed_in):
    from thenchot.access.log import Door
    from thenchot.access.looked import who_looked

    book.account("bi.thu", (Role.CELL_SECRETARY, B1))
    assert page(signed_in("bi.thu"), AN).status_code == 404
    with connections["log"].cursor() as cursor:
        cursor.execute(
            "SELECT v.door, w.facts FROM access_viewing v JOIN access_viewed w ON w.seq = v.seq "
            "ORDER BY v.seq DESC LIMIT 1"
        )
        door, facts = cursor.fetchone()
    assert door == Door.REFUSED and f'"{AN}"' in facts and '"see_person"' in facts
    assert who_looked(AN) == []
