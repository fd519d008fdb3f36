"""Sign-in in a service book: five failures close an account, idle ones and forgotten passwords need two."""

import threading
from datetime import date, timedelta

import pytest
from django.db import connections

from thenchot.access import accounts, resetting, two_persons
from thenchot.access.accounts import Account, Attempt, SignInRefused
from thenchot.access.actions import Action
from thenchot.access.desk import Desk, NotAllowed
from thenchot.access.events import Ended, Granted, Role
from thenchot.access.rights import Why, allowed
from thenchot.access.tests.book import A1, AN, AT, TODAY, A, begin
from thenchot.access.two_persons import NotConfirmed
from thenchot.ledger import reading
from thenchot.ledger.entries import WITHDRAW
from thenchot.ledger.events import Mode
from thenchot.ledger.writing import Draft
from thenchot.sealed import directory, opening

PASSWORD = "bảy con ngựa vượt suối"
MINUTE = timedelta(minutes=1)


@pytest.fixture
def service(installation):
    opening.use(None)
    yield begin(mode=Mode.SERVICE)
    opening.use(None)
    directory.forget()


@pytest.fixture
def clerk(service):
    account = service.account("ngan", (Role.OFFICE, A))
    accounts.choose_password(account, PASSWORD)
    return account


def enters(at, password=PASSWORD, **how):
    try:
        return Desk.open().sign_in("ngan", password, at=at, **how).name == "ngan"
    except SignInRefused:
        return False


def fail(times, at=AT, **how):
    assert not any(enters(at + place * MINUTE, "sai " * 5, **how) for place in range(times))


def test_five_failures_close_the_account_for_fifteen_minutes(clerk):
    fail(5)
    last = AT + 4 * MINUTE
    assert not enters(last + MINUTE) and not enters(last + 14 * MINUTE)
    assert enters(last + 15 * MINUTE)
    assert Attempt.objects.count() == 0  # and what failed before counts no longer


def test_four_failures_or_five_in_more_time_do_not(clerk):
    fail(4)
    assert enters(AT + 4 * MINUTE)
    for place in range(5):
        fail(1, AT + timedelta(hours=1) + place * 4 * MINUTE)
    assert enters(AT + timedelta(hours=1) + 17 * MINUTE)


def test_nobody_locks_the_office_out_of_browsers_it_uses(clerk):
    fail(9)
    assert not enters(AT + 9 * MINUTE)
    assert enters(AT + 9 * MINUTE, known_browser=True)


def test_trying_while_it_is_closed_does_not_close_it_for_longer(clerk):
    fail(5)
    for minute in range(5, 19):
        assert not enters(AT + minute * MINUTE, "sai " * 5)
    assert Attempt.objects.count() == 5
    assert enters(AT + 19 * MINUTE)


def test_a_name_that_is_not_there_leaves_nothing(service):
    for name in ("khong.co", "van phong"):
        with pytest.raises(SignInRefused):
            Desk.open().sign_in(name, "x" * 20, at=AT)
    assert Attempt.objects.count() == 0


def test_ten_at_once_try_five_passwords_at_most(clerk, monkeypatch):
    tried, both = [], threading.Lock()

    def wrong(self, password, *_):
        with both:
            tried.append(password)
        return False

    monkeypatch.setattr(Account, "check_password", wrong)

    def attack():
        enters(AT)
        connections.close_all()

    threads = [threading.Thread(target=attack) for _ in range(10)]
    [one.start() for one in threads]
    [one.join() for one in threads]
    assert len(tried) == 5


def test_after_45_days_without_signing_in_the_password_is_not_enough(clerk):
    assert enters(AT)
    assert enters(AT + timedelta(days=44, hours=23))
    idle = AT + timedelta(days=44, hours=23) + timedelta(days=45)
    assert not enters(idle) and not enters(idle, known_browser=True)
    assert accounts.why_not(accounts.named("ngan"), idle) == "idle"


# ------------------------------------------------------------------ reset by two


@pytest.fixture
def administrator(service):
    return service.account("quan.tri", (Role.ADMINISTRATOR, service.top)).id


@pytest.fixture
def superior(service):
    return service.account("pho.bi.thu.a", (Role.CONFIRMER, A)).id


def refused(service, code, by):
    with pytest.raises(NotConfirmed) as told:
        service.desk.confirm(code, by=by, at=AT)
    return told.value.args[0]


def test_reset_needs_both_and_ends_every_session(service, clerk, administrator, superior):
    assert enters(AT)
    with pytest.raises(NotAllowed):
        resetting.ask(service.desk, clerk, by=superior, at=AT)
    asked = resetting.ask(service.desk, clerk, by=administrator, at=AT)
    assert asked.organisations == [A]
    assert list(two_persons.diff(asked).counts) == ["cấp lại mật khẩu và kết thúc mọi phiên của ngan"]
    stranger = service.account("nguoi.la", (Role.CONFIRMER, A1)).id
    assert refused(service, asked.code, administrator) == "same_person"
    assert refused(service, asked.code, stranger) == "not_yours"
    assert refused(service, asked.code, clerk.id) == "own_account"
    assert enters(AT + MINUTE)  # nothing has happened yet
    ended = []
    resetting.HOOKS.append(ended.append)
    try:
        service.desk.confirm(asked.code, by=superior, at=AT + 2 * MINUTE)
    finally:
        resetting.HOOKS.remove(ended.append)
    kept = accounts.named("ngan")
    assert ended == [clerk.id]
    assert not enters(AT + 3 * MINUTE)
    assert kept.session_is_over(AT + MINUTE) and not kept.session_is_over(AT + 3 * MINUTE)
    for other in (administrator, clerk.id):
        with pytest.raises(LookupError):
            resetting.password_for(asked, to=other, at=AT + 3 * MINUTE)
    account, once = resetting.password_for(asked, to=superior, at=AT + 3 * MINUTE)
    assert account.id == clerk.id and len(once) == 16
    with pytest.raises(LookupError):
        resetting.password_for(asked, to=superior, at=AT + 3 * MINUTE)
    assert Desk.open().sign_in("ngan", once, at=AT + 4 * MINUTE).must_change


def test_the_confirmer_alone_resets_nobody_and_the_request_dies_after_72_hours(
    service, clerk, administrator, superior
):
    asked = resetting.ask(service.desk, clerk, by=administrator, at=AT)
    with pytest.raises(NotConfirmed, match="expired"):
        service.desk.confirm(asked.code, by=superior, at=AT + timedelta(hours=72))
    assert enters(AT + timedelta(hours=72))


def test_idle_and_blocked_accounts_come_back_by_it(service, clerk, administrator, superior):
    assert enters(AT - timedelta(days=60))
    accounts.block(accounts.named("ngan"))
    asked = resetting.ask(service.desk, accounts.named("ngan"), by=administrator, at=AT)
    assert "mở khóa tài khoản ngan" in two_persons.diff(asked).counts
    service.desk.confirm(asked.code, by=superior, at=AT)
    _, once = resetting.password_for(asked, to=superior, at=AT)
    assert enters(AT + MINUTE, once) and not accounts.named("ngan").blocked


def test_an_account_blocked_after_it_was_asked_for_stays_blocked(service, clerk, administrator, superior):
    asked = resetting.ask(service.desk, clerk, by=administrator, at=AT)
    accounts.block(clerk)
    service.desk.confirm(asked.code, by=superior, at=AT)
    assert accounts.named("ngan").blocked


def test_whose_superior_it_is(service, administrator):
    both = service.account("hai.noi", (Role.OFFICE, A1), (Role.OFFICE, 22))
    far = service.account("o.xa", (Role.OFFICE, A), (Role.ORGANISING, 12))
    member = service.account("dang.vien", person=AN)
    nobody = service.account("khong.ai")
    found = [resetting.superior_of(one, TODAY) for one in (both, far, member, nobody)]
    assert found == [A, service.top, A1, service.top]


def test_the_only_confirmer_at_the_top_comes_back_by_a_paper_from_above(service, administrator):
    confirmer, office = service.begun.confirmer, service.begun.office.id
    asked = resetting.ask(service.desk, confirmer, by=administrator, at=AT)
    assert refused(service, asked.code, confirmer.id) == "own_account"
    assert refused(service, asked.code, office) == "no_paper"
    asked = resetting.ask(
        service.desk, confirmer, by=administrator, at=AT, paper="15-QĐ/TW", signed=date(2026, 11, 20)
    )
    other = service.account("lanh.dao", (Role.LEADER, A)).id
    assert refused(service, asked.code, other) == "not_yours"
    service.desk.confirm(asked.code, by=office, at=AT)
    # With a second confirmer there, no paper stands in for her.
    second = service.account("thu.hai", (Role.CONFIRMER, service.top)).id
    asked = resetting.ask(
        service.desk, confirmer, by=administrator, at=AT, paper="15-QĐ/TW", signed=date(2026, 11, 20)
    )
    assert refused(service, asked.code, office) == "not_yours"
    service.desk.confirm(asked.code, by=second, at=AT)


# ------------------------------------------------------------------ the last confirmer


def ending(service, account):
    act = Ended(
        about=account, effective_on=TODAY, organisation=service.top, role=Role.CONFIRMER, scope=service.top
    )
    return Draft(act, 701)


def why(service, *drafts, by):
    with pytest.raises(NotAllowed) as told:
        service.desk.record(drafts, by=by, at=AT)
    return {one.why for one in told.value.decisions.values()}


def test_the_last_confirmer_of_the_top_stays(service, administrator, clerk):
    last = service.begun.confirmer
    assert why(service, ending(service, last.id), by=last.id) == {Why.LAST_CONFIRMER}
    with pytest.raises(resetting.LastConfirmer):
        resetting.block(service.desk, last, by=administrator, at=AT)
    (granted,) = [e for e in reading.entries(last.id) if isinstance(e.act, Granted)]
    taken_back = Draft(granted.act, 702, WITHDRAW, granted.root, "typed_wrong")
    assert why(service, taken_back, by=last.id) == {Why.ONESELF}

    second = service.account("thu.hai", (Role.CONFIRMER, service.top))
    both = [ending(service, one) for one in (last.id, second.id)]
    assert Why.LAST_CONFIRMER in why(service, *both, by=last.id)
    accounts.block(second)  # who is blocked is nobody who stays
    assert why(service, ending(service, last.id), by=last.id) == {Why.LAST_CONFIRMER}
    accounts.block(second, False)
    service.desk.record([ending(service, last.id)], by=second.id, at=AT)
    assert allowed(last.id, Action.CONFIRM, on=TODAY, organisation=service.top).refused
    with pytest.raises(resetting.LastConfirmer):
        resetting.block(service.desk, second, by=administrator, at=AT)


def test_another_confirmer_and_another_account_may_go(service, administrator, superior, clerk):
    act = Ended(about=superior, effective_on=TODAY, organisation=A, role=Role.CONFIRMER, scope=A)
    service.desk.record([Draft(act, 703)], by=service.begun.confirmer.id, at=AT)
    resetting.block(service.desk, clerk, by=administrator, at=AT)
    assert accounts.named("ngan").blocked
    with pytest.raises(resetting.BlocksOneself):
        resetting.block(service.desk, Account.objects.get(id=administrator), by=administrator, at=AT)
    with pytest.raises(NotAllowed):
        resetting.block(service.desk, clerk, by=superior, at=AT)


def test_a_backup_brings_back_when_somebody_signed_in_last(service, clerk):
    from thenchot.access.beside import Returning, beside

    assert enters(AT)
    accounts.reset(accounts.named("ngan"), unblock=False, by=1, at=AT)
    before = Account.objects.filter(name="ngan").values("last_login", "sessions_end_at", "password").get()
    stored = next(items for name, items in beside() if name == "accounts")
    Account.objects.all().delete()
    Returning(set())("accounts", stored)
    assert Account.objects.filter(name="ngan").values(*before).get() == before
