"""Papers of the small book: who may have which, the log before the bytes, the second person, the fetching."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import DatabaseError, connections

from thenchot.access import log, scope, two_persons
from thenchot.access.events import Role
from thenchot.access.tests.book import A1, A2, AN, AT, B1, A
from thenchot.rooms.membership import events as membership
from thenchot.sealed import codes
from thenchot.surface.printing import issuing
from thenchot.web.members.tests import province
from thenchot.web.members.tests.test_roll import statements

WORD, EXCEL = {"loai": "docx"}, {"loai": "xlsx"}


def told(answer):
    return answer.content.decode()


def body(answer):
    with ZipFile(BytesIO(answer.content)) as opened:
        return "".join(opened.read(one).decode() for one in opened.namelist() if one.endswith(".xml"))


def lines():
    """The export lines of the viewing log: how many persons each names, and its facts."""
    with connections["log"].cursor() as cursor:
        cursor.execute(
            "SELECT w.facts FROM access_viewing v JOIN access_viewed w ON w.seq = v.seq"
            " WHERE v.door = 'export' ORDER BY v.seq"
        )
        return [row[0] for row in cursor.fetchall()]


@pytest.fixture
def clerk(book, signed_in):
    book.account("to.chuc", (Role.ORGANISING, A), (Role.OFFICE, A))
    book.account("nguoi.hai", (Role.CONFIRMER, A))
    return signed_in("to.chuc")


def paper(code, organisation=A1):
    return f"/in/to-chuc/{organisation}/{code}/"


def test_the_papers_of_an_organisation_are_listed_and_each_opens(clerk):
    page = told(clerk.get("/in/", follow=True))
    addresses = re.findall(rf'href="(/in/to-chuc/{A}/[a-z_]+/)"', page)
    assert len(addresses) == 11
    for address in addresses:
        assert clerk.get(address).status_code == 200
        assert clerk.get(f"{address}thieu/").status_code == 200


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@pytest.mark.parametrize("code", ["roll", "register", "left", "died", "badges", "handed", "lent"])
def test_a_table_comes_as_either_file(book, clerk, code, kind):
    answer = clerk.post(paper(code), {"loai": kind})
    assert answer.status_code == 200, told(answer)
    assert answer["Content-Disposition"].endswith(f'.{kind}"')
    serial = re.search(r"Số hiệu bản in ([0-9A-F-]{14})", body(answer))[1]
    assert serial.lower() in answer["Content-Disposition"]
    assert "KHÔNG CÓ THẬT" in body(answer)


def test_the_log_has_the_persons_the_serial_and_the_digest_before_the_bytes_leave(book, clerk):
    answer = clerk.post(paper("roll"), WORD)
    serial = re.search(r"Số hiệu bản in ([0-9A-F-]{14})", body(answer))[1]
    first, second = lines()
    assert str(AN) in first and serial in first
    from hashlib import sha256

    assert sha256(answer.content).hexdigest() in second and serial in second
    assert "Vàng A Sùng" in body(answer)


def test_without_the_log_no_file_leaves(book, clerk, monkeypatch):
    def broken(*args, **more):
        raise DatabaseError

    monkeypatch.setattr(log, "_append", broken)
    answer = clerk.post(paper("roll"), WORD)
    assert answer.status_code == 503 and "Vàng A Sùng" not in told(answer)


def test_looking_at_a_paper_before_printing_names_what_is_missing(book, clerk):
    book.write(
        *[
            province.registered(900, A1),
            membership.CarriedOver(
                about=900, effective_on=province.carried_over(900, A1).effective_on, organisation=A1, cell=A1,
                standing="full", joined_on=province.carried_over(900, A1).joined_on, official_on=None,
                party_since=province.carried_over(900, A1).party_since,
            ),
        ]
    )  # fmt: skip
    province.files(province.file(900, "Lò Văn Thiếu"))
    page = told(clerk.get(f"{paper('roll')}thieu/"))
    assert "ngày chính thức" in page and "Lò Văn Thiếu (1960)" in page and "/dang-vien/900/" in page
    assert "Có 2 người" in page


def test_numbers_are_masked_until_a_second_person_has_said_yes(book, clerk, signed_in):
    province.files(province.file(AN, "Vàng A Sùng", card_number="099123456789"))
    masked = body(clerk.post(paper("register"), WORD))
    assert "•••••••••789" in masked and "099123456789" not in masked
    asked = clerk.post(paper("register"), WORD | {"so-the": "1"})
    assert asked.status_code == 302 and "/de-nghi/" in asked["Location"]
    assert clerk.get("/in/da-xac-nhan/").content.decode().count("/in/lay/") == 0
    head = signed_in("nguoi.hai")
    page = told(head.get(asked["Location"]))
    assert "có đủ số thẻ" in page and "7-HSĐV" in page and "Vàng A Sùng" not in page
    head.post(asked["Location"], {"answer": "yes"})
    tasks = told(clerk.get("/viec-can-lam/"))
    assert "Lấy tệp" in tasks
    ready = told(clerk.get("/in/da-xac-nhan/"))
    (address,) = re.findall(r'action="(/in/lay/[0-9a-f]+/)"', ready)
    assert "099123456789" in body(clerk.post(address))
    assert signed_in("nguoi.hai").post(address).status_code == 302  # nobody else's


def test_a_confirmed_list_that_has_changed_does_not_leave(book, clerk, signed_in):
    asked = clerk.post(paper("register"), WORD | {"so-the": "1"})
    signed_in("nguoi.hai").post(asked["Location"], {"answer": "yes"})
    (address,) = re.findall(r'action="(/in/lay/[0-9a-f]+/)"', told(clerk.get("/in/da-xac-nhan/")))
    province.members(book, range(700, 701), A1)
    answer = clerk.post(address, follow=True)
    assert "Danh sách đã đổi" in told(answer) and len(lines()) == 0


def test_many_persons_wait_for_the_second_person(book, clerk, monkeypatch):
    monkeypatch.setattr(issuing, "MANY", 1)
    province.members(book, range(700, 703), A1)
    answer = clerk.post(paper("roll"), EXCEL)
    assert answer.status_code == 302 and "/de-nghi/" in answer["Location"]
    assert len(two_persons.standing(AT)) == 1 and lines() == []
    assert "cần người thứ hai" in told(clerk.get(f"{paper('roll')}thieu/"))


def test_an_office_without_summaries_has_the_roll_and_not_the_register(book, signed_in):
    book.account("van.phong.xa", (Role.OFFICE, A))
    office = signed_in("van.phong.xa")
    assert office.post(paper("roll"), WORD).status_code == 200
    for code in ("register", "badges", "admission"):
        assert office.get(paper(code)).status_code == 403
        assert office.get(f"{paper(code)}thieu/").status_code == 403
        assert office.post(paper(code), WORD).status_code == 403
    page = told(office.get(f"/in/dang-vien/{AN}/"))
    assert "giấy giới thiệu" in page and "10-KNĐ" not in page
    assert office.post(f"/in/dang-vien/{AN}/", {"giay": "recognition"}).status_code == 403


@pytest.mark.parametrize("role", [Role.CELL_SECRETARY, Role.LEADER, Role.CONFIRMER, Role.INSPECTION])
def test_others_export_nothing(book, signed_in, role):
    book.account("khac", (role, A))
    browser = signed_in("khac")
    assert browser.get(paper("roll")).status_code == 403
    assert browser.post(paper("roll"), WORD).status_code == 403
    assert browser.get(f"/in/dang-vien/{AN}/").status_code == 404


def test_outside_the_scope_there_is_nothing(clerk):
    assert clerk.get(paper("roll", B1)).status_code == 403
    assert clerk.post(paper("roll", B1), WORD).status_code == 403


def test_who_left_long_ago_is_a_code_on_an_old_roll(book, clerk, monkeypatch):
    """Whom the office no longer sees on the roll it does not see on paper either."""
    province.moved_three_times(book, 800)
    asked = f"{paper('roll')}?ngay=2026-03-15"
    answer = body(clerk.post(asked, WORD))
    assert "Lò Thị Mây" in answer and "ngày 15 tháng 3 năm 2026" in answer  # within twelve months
    monkeypatch.setattr(scope, "AFTER_LEAVING_MONTHS", 1)
    assert "Lò Thị Mây" not in (answer := body(clerk.post(asked, WORD)))
    assert f"Đảng viên {codes.code(800)}" in answer


def test_the_set_of_recognition_is_filled_with_what_is_known(book, clerk):
    province.admitted(book, 850, A1, province.date(2026, 2, 1))
    page = told(clerk.get("/in/dang-vien/850/"))
    assert "Bộ công nhận" in page and "Bộ kết nạp" in page
    made = body(clerk.post("/in/dang-vien/850/", {"giay": "recognition"}))
    assert "Giàng Thị Dợ" in made and "01/02/2027" in made


def test_registers_of_those_who_left_and_died(book, clerk):
    said = {"about": AN, "effective_on": province.date(2026, 6, 1), "organisation": A1}
    book.write(membership.Died(**said))
    assert "Vàng A Sùng" in body(clerk.post(paper("died"), WORD | {"tu": "2026-01-01"}))
    assert "Vàng A Sùng" not in body(clerk.post(paper("died"), WORD | {"tu": "2026-06-02"}))
    assert "Vàng A Sùng" not in body(clerk.post(paper("left"), WORD | {"tu": "2026-01-01"}))


def test_slips_of_the_residence_and_who_has_no_cell_at_home(book, clerk):
    empty = clerk.post(paper("residence"), WORD, follow=True)
    assert "Không có gì để in" in told(empty)
    day = province.date(2026, 2, 1)
    book.write(membership.ResidenceIntroduced(about=AN, effective_on=day, organisation=A1, cell=A2))
    assert "Vàng A Sùng" in body(clerk.post(paper("residence"), WORD))
    assert "Vàng A Sùng" in body(clerk.post(paper("residence_home", A2), WORD))


def test_a_reminder_goes_to_whoever_is_silent(book, clerk):
    from stories.walking import DEADLINE, Walk

    Walk(book).prepare()
    made = body(clerk.post(f"/in/han/{DEADLINE}/"))
    assert "Báo cáo công tác phát triển đảng viên tháng 11" in made and "0/2 đơn vị" in made
    board = told(clerk.get(f"/viec-can-lam/han/{DEADLINE}/"))
    assert f'action="/in/han/{DEADLINE}/"' in board


def test_a_page_asks_the_databases_as_often_for_few_as_for_many(book, clerk):
    def ask(browser):
        browser.get(paper("roll"))
        browser.get(f"{paper('roll')}thieu/", headers={"hx-request": "true"})

    ask(clerk)
    few = statements(clerk, ask)
    province.members(book, range(700, 760), A1)
    ask(clerk)
    assert statements(clerk, ask) == few <= 40
