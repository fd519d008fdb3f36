"""Sessions: idle, absolute, one for each account; locked without losing what was typed."""

import json
import re
from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from thenchot.access import accounts
from thenchot.access.drafts import Draft
from thenchot.access.events import Role
from thenchot.access.tests.book import AT, B
from thenchot.web.signin import kept, sittings
from thenchot.web.signin.sittings import ADMINISTRATOR, OFFICE, Sitting, State

from .people import NEW, PASSWORD, browser, enter, make

NOW = timezone.now()
MINUTE = timedelta(minutes=1)
TYPED = {"text": "Vàng A Sùng", "note": "dòng một\ndòng hai", "old_password": "bí mật"}
FORM = "/tai-khoan/phien/"


@pytest.fixture
def clerk(book):
    return make(book)


@pytest.fixture
def inside(clerk):
    client = browser()
    enter(client)
    return client


def said(answer):
    return answer.content.decode()


def gone(client):
    answer = client.get(reverse("sessions"))
    return answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize(
    ("pace", "idle", "expected"),
    [
        (OFFICE, 9, State.OPEN),
        (OFFICE, 10, State.LOCKED),
        (OFFICE, 15, State.IDLE),
        (ADMINISTRATOR, 2, State.OPEN),
        (ADMINISTRATOR, 3, State.LOCKED),
        (ADMINISTRATOR, 5, State.IDLE),
    ],
)
def test_limits(pace, idle, expected):
    sitting = Sitting(account=1, key=sittings.digest("k"), began_at=NOW, seen_at=NOW)
    assert sittings.state(sitting, "k", NOW + idle * MINUTE, pace) is expected


def test_eight_hours_end_it_however_busy():
    sitting = Sitting(account=1, key=sittings.digest("k"), began_at=NOW, seen_at=NOW + 479 * MINUTE)
    assert sittings.state(sitting, "k", NOW + 479 * MINUTE, OFFICE) is State.OPEN
    assert sittings.state(sitting, "k", NOW + 480 * MINUTE, OFFICE) is State.TOO_LONG
    assert sittings.state(sitting, "other", NOW, OFFICE) is State.ELSEWHERE
    assert sittings.state(None, "k", NOW, OFFICE) is State.ELSEWHERE


def test_requests_keep_it_open_and_silence_ends_it(inside, clock):
    for _ in range(3):
        clock(minutes=9)
        assert inside.get(reverse("sessions")).status_code == 200
    clock(minutes=15)
    assert "lâu không dùng" in said(inside.get(reverse("sessions"), follow=True))
    assert gone(inside)


def test_an_administrator_has_five_minutes(book, clock):
    make(book, "quan.tri", (Role.ADMINISTRATOR, book.top))
    client = browser()
    enter(client, "quan.tri")
    clock(minutes=5)
    assert gone(client)


def test_a_session_without_requests_for_eight_hours_of_work_ends(inside, clock):
    for _ in range(53):
        clock(minutes=9)
        inside.post(reverse("alive"))
    assert inside.get(reverse("sessions")).status_code == 200  # 7 h 57 min
    clock(minutes=3)
    assert "quá 8 giờ" in said(inside.get(reverse("sessions"), follow=True))


def test_a_new_sign_in_ends_the_older_and_both_are_told(inside, clerk):
    phone = browser(user_agent="Mozilla/5.0 (Linux; Android 14) Mobile Safari")
    assert "Phiên của đồng chí mở từ" in said(enter_and_follow(phone))
    assert "vừa đăng nhập ở máy khác" in said(inside.get(reverse("sessions"), follow=True))
    page = said(phone.get(reverse("sessions")))
    assert "trên điện thoại" in page
    assert Sitting.objects.count() == 1
    assert "Android" not in str(Sitting.objects.values().get())


def enter_and_follow(client):
    return client.post(
        reverse("account_login"),
        {"login": "ngan", "password": PASSWORD, "next": reverse("sessions")},
        follow=True,
    )


def test_a_role_that_ends_and_a_blocked_account_are_refused_at_the_next_request(inside, clerk):
    assert inside.get(reverse("sessions")).status_code == 200
    accounts.block(accounts.named("ngan"))
    assert gone(inside)


def test_a_changed_password_ends_sessions_that_did_not_change_it(inside, clerk):
    accounts.choose_password(accounts.named("ngan"), NEW)
    assert gone(inside)


def test_locked_it_shows_the_lock_and_no_page(inside, clock):
    clock(minutes=10)
    answer = inside.get(reverse("sessions"))
    assert answer["Location"] == f"{reverse('locked')}?next=%2Ftai-khoan%2Fphien%2F"
    page = said(inside.get(answer["Location"]))
    assert "Màn hình đã khóa" in page and 'class="menu"' not in page
    for name in ("sessions", "own_password", "alive", "members:roll"):
        assert inside.get(reverse(name)).status_code in (302, 405)
    assert 'class="menu"' not in said(inside.get("/khong-co-trang-nay/"))
    assert inside.get(reverse("sessions"), headers={"HX-Request": "true"}).status_code == 423


def test_the_password_opens_it_again(inside, clock):
    clock(minutes=10)
    inside.get(reverse("sessions"))
    wrong = inside.post(reverse("unlock"), {"password": "sai " * 5})
    assert wrong.status_code == 403 and "Mật khẩu chưa đúng" in said(wrong)
    assert inside.get(reverse("sessions")).status_code == 302
    right = inside.post(reverse("unlock"), {"password": PASSWORD, "next": reverse("sessions")})
    assert right["Location"] == reverse("sessions")
    assert inside.get(reverse("sessions")).status_code == 200


def test_it_stays_locked_once_it_was_locked(inside, clock):
    inside.post(reverse("lock"))
    assert inside.get(reverse("sessions")).status_code == 302
    assert inside.post(reverse("alive")).status_code == 302
    clock(minutes=1)
    assert inside.get(reverse("sessions")).status_code == 302


def test_a_script_locks_and_opens_the_page_in_place(inside):
    assert inside.post(reverse("lock"), TYPED | {"_page": FORM, "_action": FORM}).status_code == 204
    unlock = {"path": reverse("unlock"), "headers": {"X-Requested-With": "fetch"}}
    assert inside.post(data={"password": "sai " * 5}, **unlock).status_code == 403
    opened = inside.post(data={"password": PASSWORD}, **unlock)
    assert (opened.status_code, bool(opened["X-Token"])) == (204, True)
    assert kept.kept(accounts.named("ngan").pk, AT) is None  # it is still on the page
    assert inside.get(reverse("sessions")).status_code == 200


@pytest.mark.parametrize("minutes", [10, 15])
def test_what_was_sent_too_late_waits_and_comes_back_to_its_page(inside, clerk, clock, minutes):
    clock(minutes=minutes)
    sent = inside.post("/ghi/membership.admitted/", TYPED, headers={"referer": f"http://127.0.0.1{FORM}"})
    assert sent.status_code == 302
    (stored,) = Draft.objects.filter(account=clerk.pk)
    assert "Sùng".encode() not in bytes(stored.blob)
    back = inside.post(reverse("unlock"), {"password": PASSWORD}) if minutes == 10 else enter(inside)
    assert back["Location"] == FORM
    page = said(inside.get(FORM, follow=True))
    (script,) = re.findall(r'<script id="returned"[^>]*>(.*?)</script>', page)
    assert json.loads(script) == {"text": [TYPED["text"]], "note": [TYPED["note"]]}
    assert "returned" not in said(inside.get(FORM, follow=True))  # once


def test_another_account_gets_a_clean_start(inside, book, clerk, clock):
    make(book, "khac", (Role.OFFICE, B))
    clock(minutes=10)
    inside.post("/ghi/membership.admitted/", TYPED, headers={"referer": f"http://127.0.0.1{FORM}"})
    inside.post(reverse("account_logout"))
    assert enter(inside, "khac")["Location"] == "/"
    assert "Vàng A Sùng" not in said(inside.get(FORM, follow=True))
    inside.post(reverse("account_logout"))
    assert enter(inside)["Location"] == FORM


def test_kept_it_can_be_thrown_away(inside, clerk):
    kept.keep(clerk.pk, FORM, FORM, RequestFactory().post("/", TYPED).POST, AT)
    assert "Có phần nhập dở" in said(inside.get(reverse("sessions")))
    inside.post(reverse("give_back"), {"forget": "1"})
    assert kept.kept(clerk.pk, AT) is None


def test_pages_of_others_are_no_place_to_go_back_to():
    ours = RequestFactory().post(
        "/ghi/x/", headers={"host": "127.0.0.1", "referer": "http://127.0.0.1/to-chuc/"}
    )
    theirs = RequestFactory().post(
        "/ghi/x/", headers={"host": "127.0.0.1", "referer": "https://example.org/to-chuc/"}
    )
    assert kept.page_of(ours) == "/to-chuc/"
    assert kept.page_of(theirs) == "/ghi/x/"
    for page in ("//example.org/", "https://example.org/", "/khong-co/", "javascript:1"):
        said_so = RequestFactory().post("/ghi/x/", {"_page": page}, headers={"host": "127.0.0.1"})
        assert kept.page_of(said_so) == "/ghi/x/"


def test_a_page_costs_one_statement_more_for_its_session(inside, clerk):
    from django.db import connections
    from django.test.utils import CaptureQueriesContext

    inside.get(reverse("sessions"))
    with CaptureQueriesContext(connections["personal"]) as personal:
        inside.get(reverse("sessions"))
    of_sitting = [one for one in personal.captured_queries if "web_sitting" in one["sql"]]
    assert len(of_sitting) == 1


def test_whoever_finds_the_machine_locked_guesses_slowly(inside, monkeypatch):
    from thenchot.web.signin import checking

    tried = []
    monkeypatch.setattr(checking, "password", lambda *said: tried.append(said))
    inside.post(reverse("lock"))
    for _ in range(12):
        assert inside.post(reverse("unlock"), {"password": "sai " * 5}).status_code == 403
    assert len(tried) == 10
