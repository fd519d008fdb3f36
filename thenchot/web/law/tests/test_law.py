"""Căn cứ: every value on a day, its versions and source, what the book lacks, loading one by two persons."""

from contextlib import ExitStack

import pytest

from thenchot.access import accounts
from thenchot.access.events import Ended, Role
from thenchot.access.tests.book import AN, AT, TODAY, A
from thenchot.law.key_words import HEADINGS, KEYS
from thenchot.law.values import Grade
from thenchot.law.world import law_in_book, shipped
from thenchot.ledger import reading

FORM = {
    "khoa": "probation.months", "gia_tri": "12", "tu_ngay": "2026-11-01", "pham_vi": "province:08",
    "can_cu": "Quy định 99-QĐ/TU ngày 01/11/2026, điểm 3", "muc": "secondary", "so": "", "ngay_ky": "",
}  # fmt: skip


def text(answer):
    return " ".join(answer.content.decode().split())


def local():
    return [one for one in law_in_book() if one.note is not None]


def test_every_key_of_a_release_has_words_and_a_heading():
    assert sorted(shipped().keys) == sorted(KEYS)
    assert {key.partition(".")[0] for key in KEYS} == set(HEADINGS)


def test_every_value_of_a_day_with_its_source_and_grade(book, signed_in):
    browser = signed_in("van.phong")
    said = text(browser.get("/can-cu/"))
    held = [one for one in law_in_book() if one.since <= TODAY and (one.until is None or one.until > TODAY)]
    assert f"{len(held)} giá trị quy định có hiệu lực ngày 21/11/2026" in said
    assert said.count('<th scope="row">') == len(held)
    assert "Thời hạn trả lời đảng viên" in said and "30 ngày làm việc" in said
    assert "đúng như bản phần mềm mang theo" in said
    assert "ngày 30/06/2026" in text(browser.get("/can-cu/", {"ngay": "2026-06-30"}))


def test_the_versions_of_one_key(book, signed_in):
    browser = signed_in("van.phong")
    said = text(browser.get("/can-cu/admission.decide_within/"))
    assert "Quy định 29-QĐ/TW" in said and "admission.decide_within" in said
    assert browser.get("/can-cu/nothing.such/").status_code == 404


def test_what_the_release_has_and_the_book_lacks(book, signed_in, monkeypatch):
    from thenchot.law.values import LawBook
    from thenchot.web.law import values

    without = LawBook(one for one in law_in_book() if one.key != "probation.months")
    monkeypatch.setattr(values, "law_in_book", lambda: without)
    said = text(signed_in("van.phong").get("/can-cu/"))
    assert "Thời kỳ dự bị" in said and "chưa có trong sổ" in said


def test_a_local_value_is_loaded_at_once_with_its_source(book, signed_in):
    browser = signed_in("van.phong")
    answer = browser.post("/can-cu/nap/", FORM, follow=True)
    assert "Đã nạp giá trị." in text(answer) and "99-QĐ/TU" in text(answer)
    (one,) = local()
    assert (one.value, one.grade) == (12, Grade.SECONDARY)
    size = reading.size()
    browser.post("/can-cu/nap/", FORM)
    assert reading.size() == size and len(local()) == 1


def test_as_certain_it_waits_for_the_second_person(book, signed_in):
    browser, sure = signed_in("van.phong"), FORM | {"muc": "read"}
    assert "chờ người thứ hai" in text(browser.post("/can-cu/nap/", sure, follow=True))
    browser.post("/can-cu/nap/", sure)
    assert local() == []
    from thenchot.access import two_persons

    (asked,) = two_persons.asked_by(accounts.named("van.phong").id, AT)
    book.desk.confirm(asked.code, by=accounts.named("pho.bi.thu").id, at=AT)
    assert [one.grade for one in local()] == [Grade.READ]


@pytest.mark.parametrize(
    "wrong",
    [{"gia_tri": "mười hai"}, {"pham_vi": "xã nhà"}, {"khoa": "a.b"}, {"tu_ngay": ""}, {"can_cu": " "},
     {"muc": "chắc"}],
)  # fmt: skip
def test_what_does_not_fit_is_said_and_stays_typed(book, signed_in, wrong):
    answer = signed_in("van.phong").post("/can-cu/nap/", FORM | wrong)
    assert answer.status_code == 400 and 'role="alert"' in text(answer) and local() == []
    assert (FORM | wrong)["gia_tri"] in text(answer)


def test_shares_are_written_as_people_do(book, signed_in):
    given = FORM | {"khoa": "admission.cell_vote", "gia_tri": "2/3"}
    assert signed_in("van.phong").post("/can-cu/nap/", given).status_code == 302
    assert str(local()[0].value) == "2/3"


def test_who_may_see_and_who_may_load(book, signed_in):
    book.account("xa.a", (Role.OFFICE, A))
    book.account("dang.vien", person=AN)
    for name, loads in (("van.phong", 200), ("pho.bi.thu", 403), ("xa.a", 403), ("dang.vien", 403)):
        browser = signed_in(name)
        assert browser.get("/can-cu/").status_code == 200
        assert browser.get("/can-cu/nap/").status_code == loads
        assert ("/can-cu/nap/" in text(browser.get("/can-cu/"))) == (loads == 200)
    assert 'href="/can-cu/"' in text(signed_in("xa.a").get("/to-chuc/", follow=True))


def test_a_role_that_ended_today_loads_nothing(book, signed_in):
    browser = signed_in("van.phong")
    account = accounts.named("van.phong")
    book.write(Ended(about=account.id, effective_on=TODAY, role=Role.OFFICE, scope=book.top))
    for role in (Role.ORGANISING,):
        book.write(Ended(about=account.id, effective_on=TODAY, role=role, scope=book.top))
    assert browser.post("/can-cu/nap/", FORM).status_code == 403 and local() == []


def test_statements_are_few(book, signed_in):
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    browser = signed_in("van.phong")
    browser.get("/can-cu/")
    with ExitStack() as stack:
        seen = [stack.enter_context(CaptureQueriesContext(connections[one])) for one in connections]
        browser.get("/can-cu/")
    assert sum(len(one) for one in seen) <= 20
