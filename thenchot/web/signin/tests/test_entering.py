"""Signing in: closed registration, one sentence for every refusal, one-time passwords, known browsers."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from thenchot.access import accounts, resetting
from thenchot.access.accounts import Account
from thenchot.access.events import Role
from thenchot.access.tests.book import A
from thenchot.access.words import PASSWORD as FAULTS
from thenchot.access.words import SIGN_IN_REFUSED
from thenchot.web.signin import browsers

from .people import NEW, PASSWORD, browser, enter, make


@pytest.fixture
def clerk(book):
    return make(book)


def said(answer):
    return answer.content.decode()


def refused(answer):
    return answer.status_code == 200 and str(SIGN_IN_REFUSED) in said(answer)


def test_name_and_password_open_the_first_page(clerk):
    client = browser()
    assert enter(client)["Location"] == "/"
    assert client.get("/", follow=True).status_code == 200
    assert clerk.name in said(client.get(reverse("sessions")))


def test_unknown_name_wrong_password_blocked_and_stale_are_refused_alike(clerk, book):
    assert refused(enter(browser(), password="sai " * 5))
    assert refused(enter(browser(), name="khong.co"))
    once = accounts.give_one_time(book.account("moi"), at=timezone.now() - timedelta(hours=24))
    assert refused(enter(browser(), "moi", once))
    accounts.block(clerk)
    assert refused(enter(browser()))


def test_a_blocked_account_gets_no_answer_at_its_next_request(clerk):
    client = browser()
    enter(client)
    accounts.block(accounts.named("ngan"))
    assert client.get(reverse("sessions")).status_code == 302


def test_nobody_registers_and_nothing_is_sent_by_mail(clerk):
    client = browser()
    enter(client)
    for address in ("signup/", "dang-ky/", "password/reset/", "email/", "2fa/", "totp/deactivate/"):
        assert client.get(f"/tai-khoan/{address}").status_code == 404


def test_a_one_time_password_opens_only_the_choice_of_another(book):
    account = book.account("moi", (Role.OFFICE, A))
    once = accounts.give_one_time(account, at=timezone.now())
    client = browser()
    assert enter(client, "moi", once).status_code == 302
    for address in ("/", reverse("sessions"), reverse("members:roll"), reverse("enrol")):
        assert client.get(address)["Location"] == reverse("own_password")
    page = said(client.get(reverse("own_password")))
    assert "Mật khẩu đang dùng" not in page
    assert client.post(reverse("own_password"), {"new": NEW, "again": NEW})["Location"] == "/"
    assert client.get(reverse("sessions")).status_code == 200  # the same session goes on
    assert not accounts.named("moi").must_change
    assert refused(enter(browser(), "moi", once))


def test_a_new_password_is_refused_with_what_is_wrong_with_it(clerk):
    client = browser()
    enter(client)

    def change(new, again=None, old=PASSWORD):
        return said(client.post(reverse("own_password"), {"old": old, "new": new, "again": again or new}))

    assert str(FAULTS["short"]) in change("ngắn quá")
    assert str(FAULTS["guessable"]) in change("matkhau dangbo chibo 2026")
    assert str(FAULTS["same"]) in change(PASSWORD)
    assert "Hai lần gõ mật khẩu mới không giống nhau" in change(NEW, PASSWORD)
    assert "Mật khẩu đang dùng chưa đúng" in change(NEW, old=NEW)
    assert accounts.named("ngan").check_password(PASSWORD)
    assert (
        client.post(reverse("own_password"), {"old": PASSWORD, "new": NEW, "again": NEW}).status_code == 302
    )
    assert accounts.named("ngan").check_password(NEW)


def test_five_failures_close_it_to_browsers_it_does_not_know(clerk):
    known = browser()
    enter(known)
    known.post(reverse("account_logout"))
    for _ in range(5):
        enter(browser(), password="sai " * 5)
    assert refused(enter(browser()))
    assert enter(known).status_code == 302


def test_the_cookie_of_a_known_browser_says_nothing_and_cannot_be_made(clerk, book):
    client = browser()
    enter(client)
    cookie = client.cookies[browsers.COOKIE]
    assert cookie["httponly"] and cookie["samesite"] == "Lax"
    assert clerk.name not in cookie.value and str(clerk.pk) not in cookie.value
    other = make(book, "khac")
    request = client.get(reverse("sessions")).wsgi_request
    assert browsers.known(request, clerk.pk) and not browsers.known(request, other.pk)
    request.COOKIES[browsers.COOKIE] = cookie.value[:-1] + ("a" if cookie.value[-1] != "a" else "b")
    assert not browsers.known(request, clerk.pk)


def test_45_days_idle_need_two_persons(clerk):
    Account.objects.update(last_login=timezone.now() - timedelta(days=45))
    assert refused(enter(browser()))


def test_leaving_is_a_post_and_clears_the_browser(clerk):
    client = browser()
    enter(client)
    assert client.get(reverse("account_logout")).status_code == 405
    answer = client.post(reverse("account_logout"))
    assert answer["Clear-Site-Data"] == '"cache", "storage"'
    assert client.get(reverse("sessions"))["Location"].startswith(reverse("account_login"))


def test_next_leads_only_to_pages_of_ours(clerk):
    assert enter(browser(), next="//example.org/")["Location"] == "/"
    assert enter(browser(), next="/cua-toi/")["Location"] == "/cua-toi/"


def test_a_token_of_before_is_told_in_a_sentence(clerk):
    client = Client(headers={"host": "127.0.0.1"}, enforce_csrf_checks=True)
    answer = client.post(reverse("account_login"), {"login": "ngan", "password": PASSWORD})
    assert answer.status_code == 403 and "chưa ghi gì" in said(answer)


def test_after_a_reset_by_two_persons_the_person_is_told(service):
    clerk = make(service)
    administrator = service.account("quan.tri", (Role.ADMINISTRATOR, service.top)).id
    superior = service.account("cap.tren", (Role.CONFIRMER, A)).id
    now = timezone.now()
    asked = resetting.ask(service.desk, clerk, by=administrator, at=now)
    service.desk.confirm(asked.code, by=superior, at=now)
    _, once = resetting.password_for(asked, to=superior, at=now)
    client = browser()
    enter(client, password=once)
    assert "được hai người cấp lại" in said(client.get(reverse("own_password")))
