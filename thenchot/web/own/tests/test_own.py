"""A member's own page: the record, reporting what is wrong, the office's answer, who looked."""

from contextlib import ExitStack
from datetime import date

import pytest

from thenchot.access.events import Ended, Role
from thenchot.access.tests.book import A1, AN, AT, BINH, TODAY, A, B
from thenchot.ledger import reading
from thenchot.rooms.people.error_events import ErrorReported, Item, Outcome, PaperKind
from thenchot.rooms.people.error_reading import reports_of
from thenchot.surface.subjects import names_of

FORM = {"gia-tri": "12/8/1979", "giay-to": "citizen_card", "so-cuoi": "214"}
ANSWER = f"/cua-toi/tra-loi/{AN}/birth/"


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def member(book, signed_in):
    """The browser of Vàng A Sùng, who has no role."""
    book.account("dang.vien", person=AN)
    return signed_in("dang.vien")


@pytest.fixture
def clerk(book, signed_in):
    book.account("xa.a", (Role.OFFICE, A))
    return signed_in("xa.a")


def overdue(book):
    book.write(
        ErrorReported(
            about=AN, organisation=A1, effective_on=date(2026, 8, 3), item=Item.BIRTH,
            paper_kind=PaperKind.CITIZEN_CARD, last_three="214",
        )
    )  # fmt: skip


def test_a_member_reads_the_own_record_with_the_number_masked(member):
    said = text(member.get("/cua-toi/"))
    assert "Vàng A Sùng" in said and "•••••••••101" in said and "099000000101" not in said
    assert "Đảng viên chính thức" in said and "01/05/1990" in said
    shown = member.post(f"/dang-vien/{AN}/so-dinh-danh/", {"reason": "own_request"})
    assert "099000000101" in text(shown)


def test_it_is_logged_as_theirs_and_not_told_as_an_office_that_looked(member, signed_in):
    member.get("/cua-toi/")
    assert "Chưa có cơ quan nào xem." in text(member.get("/cua-toi/ai-da-xem/"))
    signed_in("van.phong").get("/dang-vien/")
    said = text(member.get("/cua-toi/ai-da-xem/"))
    assert "11/2026" in said and "van.phong" not in said


def test_who_works_on_cases_is_held_back(book, member, signed_in):
    book.account("kiem.tra", (Role.INSPECTION, book.top))
    signed_in("kiem.tra").get(f"/to-chuc/{A1}/")
    book.desk.names([AN], by=_account("kiem.tra").id, at=AT, organisation=A1)
    assert "Chưa có cơ quan nào xem." in text(member.get("/cua-toi/ai-da-xem/"))


def _account(name):
    from thenchot.access import accounts

    return accounts.named(name)


def test_a_report_goes_sealed_and_its_clock_is_shown(member, book):
    form = text(member.get("/cua-toi/bao/birth/"))
    assert "Đang ghi" in form and "03/1960" in form and "13-TB/TW" in form
    answer = member.post("/cua-toi/bao/birth/", FORM, follow=True)
    said = text(answer)
    assert "Đã gửi." in said and "đang chờ" in said and "30 ngày làm việc" in said
    (report,) = reports_of(AN, as_of=TODAY)
    assert (report.item, report.last_three, report.outcome) == (Item.BIRTH, "214", None)
    facts = reading.rows("SELECT facts FROM ledger_fact")
    assert not any("1979" in str(fact) for (fact,) in facts)


def test_a_double_click_reports_once(member):
    member.post("/cua-toi/bao/birth/", FORM)
    size = reading.size()
    again = member.post("/cua-toi/bao/birth/", FORM)
    assert again.status_code == 409 and "đang chờ trả lời" in text(again)
    assert reading.size() == size and len(reports_of(AN, as_of=TODAY)) == 1


@pytest.mark.parametrize(
    "wrong", [{"gia-tri": "hôm nào đó"}, {"giay-to": "zalo"}, {"so-cuoi": "099000000101"[:12]}]
)
def test_what_does_not_fit_is_said_and_stays_typed(member, wrong):
    answer = member.post("/cua-toi/bao/birth/", FORM | wrong)
    assert answer.status_code == 409 and 'role="alert"' in text(answer)
    assert (FORM | wrong)["gia-tri"] in text(answer) and reports_of(AN, as_of=TODAY) == []


def test_overdue_is_shown_to_the_member_as_overdue(member, book):
    overdue(book)
    said = text(member.get("/cua-toi/"))
    assert "quá hạn" in said and "Phải trả lời đồng chí chậm nhất" in said


def test_nobody_reports_for_another(book, signed_in, clerk):
    book.account("khac", person=BINH)
    signed_in("khac").post("/cua-toi/bao/birth/", FORM)
    assert reports_of(AN, as_of=TODAY) == [] and len(reports_of(BINH, as_of=TODAY)) == 1
    assert clerk.get("/cua-toi/").status_code == 404
    assert clerk.post("/cua-toi/bao/birth/", FORM).status_code == 404


@pytest.mark.parametrize("outcome", list(Outcome))
def test_each_outcome_has_a_letter_with_the_rule_and_how_to_object(member, clerk, outcome):
    member.post("/cua-toi/bao/birth/", FORM)
    page = text(clerk.get(ANSWER))
    assert "12/08/1979" in page and "03/1960" in page and "số cuối 214" in page
    answer = clerk.post(ANSWER, {"ket-qua": str(outcome)}, follow=True)
    said = text(answer)
    assert "13-TB/TW" in said and "Điều lệ Đảng, Điều 3" in said and "Vàng A Sùng" in said
    (report,) = reports_of(AN, as_of=TODAY)
    assert report.outcome is outcome
    given = text(member.get("/cua-toi/thu/birth/"))
    assert "Điều lệ Đảng, Điều 3" in given
    assert all(f"<strong>{names_of([A])[A]}</strong>" in one for one in (said, given))
    assert "đã trả lời" in text(member.get("/cua-toi/"))


def test_an_answer_sent_twice_is_written_once_and_the_value_proposed_goes(member, clerk, book):
    member.post("/cua-toi/bao/birth/", FORM)
    clerk.post(ANSWER, {"ket-qua": "sent_above"})
    size = reading.size()
    assert clerk.post(ANSWER, {"ket-qua": "sent_above"})["Location"].endswith("/thu/")
    assert reading.size() == size
    assert book.desk.reported(AN, by=_account("xa.a").id, at=AT).proposed == ()


def test_only_of_a_day_the_year_alone_is_known(member, clerk):
    member.post("/cua-toi/bao/sex/", FORM | {"gia-tri": "female"})
    page = clerk.get(f"/cua-toi/tra-loi/{AN}/sex/")
    assert "nữ" in text(page) and "kept_year_only" not in text(page)
    refused = clerk.post(f"/cua-toi/tra-loi/{AN}/sex/", {"ket-qua": "kept_year_only"})
    assert refused.status_code == 409 and reports_of(AN, as_of=TODAY)[0].outcome is None


def test_a_late_answer_is_written_and_listed(book, member, clerk):
    overdue(book)
    assert "trả lời muộn" in text(clerk.get(ANSWER))
    clerk.post(ANSWER, {"ket-qua": "sent_above"})
    assert reports_of(AN, as_of=TODAY)[0].outcome is Outcome.SENT_ABOVE
    assert reading.of_kind("law.to_review")


def test_outside_above_and_after_the_role_nobody_answers(book, member, signed_in, clerk):
    member.post("/cua-toi/bao/birth/", FORM)
    book.account("xa.b", (Role.OFFICE, B))
    book.account("chi.bo", (Role.CELL_SECRETARY, A1))
    assert signed_in("xa.b").get(ANSWER).status_code == 404
    assert signed_in("chi.bo").get(ANSWER).status_code in (403, 404)
    assert member.get(ANSWER).status_code in (403, 404)
    assert signed_in("van.phong").get(ANSWER).status_code == 200
    book.write(Ended(about=_account("xa.a").id, effective_on=TODAY, role=Role.OFFICE, scope=A))
    assert clerk.post(ANSWER, {"ket-qua": "sent_above"}).status_code in (403, 404)
    assert reports_of(AN, as_of=TODAY)[0].outcome is None


def test_statements_stay_few(member, book):
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    def count(path):
        with ExitStack() as stack:
            seen = [stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections]
            assert member.get(path).status_code == 200
        return sum(len(one) for one in seen)

    def report(item, value):
        assert member.post(f"/cua-toi/bao/{item}/", FORM | {"gia-tri": value}).status_code == 302

    report("birth", "12/8/1979")
    member.get("/cua-toi/")
    before = count("/cua-toi/")
    report("sex", "female"), report("name", "Vàng A Sung")
    member.get("/cua-toi/")  # what was told once is taken out of the session
    after = count("/cua-toi/")
    assert after <= before and after <= 25
