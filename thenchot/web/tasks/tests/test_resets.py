"""The auditor is told of every reset of password and second factor: by whom, when, until he has seen it."""

from datetime import timedelta

import pytest

from thenchot.access import accounts, resets_told, resetting
from thenchot.access.events import Role
from thenchot.access.resets_told import ResetAsked
from thenchot.access.tests.book import AT, NAMES, A

ADDRESS = "/viec-can-lam/cap-lai/"
LINE = "Tài khoản ngan được cấp lại mật khẩu; mã xác nhận cũ không còn dùng"
WHO = "quan.tri đề nghị, pho.bi.thu.a xác nhận lúc 10:00 21/11/2026"


def text(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def auditor(book):
    return book.account("giam.sat", (Role.AUDITOR, book.top)).id


@pytest.fixture
def asked(book, auditor):
    """The administrator has asked for the reset of a clerk's account."""
    clerk = book.account("ngan", (Role.OFFICE, A))
    administrator = book.account("quan.tri", (Role.ADMINISTRATOR, book.top)).id
    book.account("pho.bi.thu.a", (Role.CONFIRMER, A))
    return resetting.ask(book.desk, clerk, by=administrator, at=AT)


@pytest.fixture
def confirmed(book, asked):
    book.desk.confirm(asked.code, by=accounts.named("pho.bi.thu.a").id, at=AT)
    return asked.code


def test_it_is_the_first_line_of_the_auditors_first_page(confirmed, signed_in):
    browser = signed_in("giam.sat")
    assert browser.get("/")["Location"] == ADDRESS
    said = text(browser.get(ADDRESS))
    assert LINE in said and WHO in said
    assert not any(name in said for name in NAMES.values())


def test_what_is_only_asked_or_declined_is_not_told(asked, book, signed_in):
    browser = signed_in("giam.sat")
    assert "Không có lần cấp lại mật khẩu nào" in text(browser.get(ADDRESS))
    book.desk.decline(asked.code, by=accounts.named("pho.bi.thu.a").id, at=AT)
    assert LINE not in text(browser.get(ADDRESS))


def test_marked_seen_it_goes_for_this_auditor_alone(confirmed, book, signed_in):
    book.account("giam.sat.2", (Role.AUDITOR, book.top))
    browser = signed_in("giam.sat")
    for _twice in range(2):
        assert "Đã đánh dấu là đã xem." in text(browser.post(ADDRESS, {"de-nghi": confirmed}, follow=True))
    assert LINE not in text(browser.get(ADDRESS))
    assert LINE in text(signed_in("giam.sat.2").get(ADDRESS))
    assert browser.post(ADDRESS, {"de-nghi": "0" * 16}).status_code == 404


def test_after_thirty_days_it_goes_by_itself(confirmed, auditor):
    told = lambda days: [one.request for one in resets_told.unseen(auditor, AT + timedelta(days=days))]  # noqa: E731
    assert told(29) == [confirmed] and told(30) == []


def test_a_row_taken_away_takes_the_name_and_not_the_line(confirmed, signed_in):
    ResetAsked.objects.all().delete()
    said = text(signed_in("giam.sat").get(ADDRESS))
    assert "danh sách tài khoản không còn ghi là tài khoản nào" in said and WHO in said


def test_old_rows_are_let_go_at_the_next_request(confirmed, book):
    later = AT + timedelta(days=34)
    resets_told.asked("f" * 16, accounts.named("ngan"), later)
    assert [one.request for one in ResetAsked.objects.all()] == ["f" * 16]


@pytest.mark.parametrize("name", ["quan.tri", "ngan", "pho.bi.thu.a", "van.phong"])
def test_nobody_else_is_told(confirmed, signed_in, name):
    assert signed_in(name).get(ADDRESS).status_code == 403
