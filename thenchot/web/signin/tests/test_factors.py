"""Two factors for everybody outside the demo (S6): no page without one, sealed keys, a code is good once."""

import base64
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import connections
from django.urls import reverse
from django.utils import timezone

from thenchot.access import accounts, resetting
from thenchot.access.events import Role
from thenchot.access.tests.book import A
from thenchot.sealed import opening
from thenchot.sealed.envelope import Tampered
from thenchot.web.signin import factors
from thenchot.web.tests.test_addresses import addresses

from .people import browser, code, enrolled, enter, key_of, make

WRONG = "Mã không đúng hoặc đã dùng rồi"
BEFORE = {"enrol", "own_password", "account_reauthenticate", "lock", "unlock", "locked", "alive"}


@pytest.fixture
def clerk(service):
    return make(service)


def second(client, said):
    return client.post(reverse("mfa_authenticate"), {"code": said})


def test_without_a_second_factor_no_page_answers_a_service_book(clerk):
    client = browser()
    enter(client)
    asked = 0
    for name, view in addresses():
        if not getattr(view, "login_required", True) or name in BEFORE:
            continue
        try:
            address = reverse(name)
        except Exception:  # an address that names somebody: one of the same room stands for it
            continue
        for answer in (client.get(address), client.post(address)):
            assert (answer.status_code, answer["Location"]) == (302, reverse("enrol")), name
        asked += 1
    assert asked > 12


def test_addresses_that_name_somebody_are_closed_too(clerk, service):
    client = browser()
    enter(client)
    for address in ("/dang-vien/101/", "/to-chuc/11/", "/ghi/membership.admitted/"):
        answer = client.get(address)
        assert answer.status_code == 404 or answer["Location"] == reverse("enrol")


def test_a_demo_does_not_force_it(book):
    make(book)
    client = browser()
    enter(client)
    assert client.get(reverse("sessions")).status_code == 200


def test_enrolling_shows_a_picture_and_the_key_in_groups_of_four(clerk):
    client = browser()
    enter(client)
    page = client.get(reverse("enrol")).content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    key = key_of(client)
    assert len(key) == 32 and re.search(r">([A-Z2-7]{4} ){7}[A-Z2-7]{4}<", page)
    again = client.post(reverse("enrol"), {"code": "000000"}).content.decode()
    assert WRONG in again and 'value="000000"' not in again
    assert not factors.enrolled(clerk.pk)


def test_there_is_no_menu_before_a_page_of_it_opens(clerk):
    client = browser()
    enter(client)
    menu, search = 'class="menu"', 'role="search"'
    page = client.get(reverse("enrol")).content.decode()
    assert menu not in page and search not in page
    enrolled(client)
    page = client.get(reverse("tasks:list")).content.decode()
    assert menu in page and search in page


def test_a_key_that_waits_and_one_enrolled_are_ciphertext(clerk):
    client = browser()
    enter(client)
    key = key_of(client)
    for session in Session.objects.all():
        assert key not in str(session.get_decoded())
    assert client.post(reverse("enrol"), {"code": code(key)}).status_code == 302
    (stored,) = Authenticator.objects.values_list("data", flat=True)
    assert key not in str(stored) and base64.b32decode(key).hex() not in str(stored)
    assert factors.unsealed(stored["secret"]) == key
    generation, _, blob = stored["secret"].partition(":")
    with pytest.raises(Tampered):
        factors.unsealed(f"{generation}:{blob[:-8]}AAAAAAA=")


def test_signing_in_then_asks_for_the_code(clerk):
    first = browser()
    enter(first)
    key = enrolled(first)
    assert first.get(reverse("sessions")).status_code == 200
    client = browser()
    assert enter(client)["Location"] == reverse("mfa_authenticate")
    assert client.get(reverse("sessions"))["Location"].startswith(reverse("account_login"))
    assert WRONG in second(client, "000000").content.decode()
    assert second(client, code(key, 1))["Location"] == "/"
    assert client.get(reverse("sessions")).status_code == 200


def test_the_code_that_enrolled_is_used(clerk):
    client = browser()
    enter(client)
    key = key_of(client)
    said = code(key)
    client.post(reverse("enrol"), {"code": said})
    other = browser()
    enter(other)
    assert WRONG in second(other, said).content.decode()


def test_a_code_is_accepted_once_at_the_same_instant(clerk):
    first = browser()
    enter(first)
    key = enrolled(first)
    said = code(key, 1)
    both = [browser(), browser()]
    for client in both:
        enter(client)

    def send(client):
        try:
            return second(client, said).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(send, both)) == [200, 302]


def test_a_used_code_is_used_in_every_process(clerk, installation):
    """The mark is in the database: another process refuses the code."""
    assert factors.use_once(clerk.pk, "123456")
    program = (
        "import django; django.setup()\n"
        "from thenchot.web.signin import factors\n"
        f"print(factors.use_once({clerk.pk}, '123456'), factors.use_once({clerk.pk}, '654321'))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env=installation.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert ran.stdout.split() == ["False", "True"]


def test_five_wrong_codes_close_the_second_step(clerk):
    first = browser()
    enter(first)
    key = enrolled(first)
    client = browser()
    enter(client)
    for wrong in range(5):
        second(client, f"00000{wrong}")
    assert "Gõ sai nhiều lần" in second(client, code(key, 1)).content.decode()


def test_without_the_keyring_nobody_passes(clerk):
    first = browser()
    enter(first)
    key = enrolled(first)
    client = browser()
    enter(client)
    from thenchot.sealed.keyring import Keyring
    from thenchot.sealed.opening import keyring_path

    opening.use(Keyring.unopened(keyring_path()))
    assert second(client, code(key, 1)).status_code == 503
    assert client.get(reverse("sessions"))["Location"].startswith(reverse("account_login"))


def test_reset_needs_two_and_the_old_factor_does_not_come_back(service):
    """X5: the administrator alone gets nowhere; after both, sessions and the factor are gone."""
    clerk = make(service, "ngan", (Role.INSPECTION, A))
    administrator = service.account("quan.tri", (Role.ADMINISTRATOR, service.top)).id
    superior = service.account("cap.tren", (Role.CONFIRMER, A)).id
    client = browser()
    enter(client)
    enrolled(client)
    now = timezone.now()
    asked = resetting.ask(service.desk, clerk, by=administrator, at=now)
    assert client.get(reverse("sessions")).status_code == 200  # asked for, not done
    assert factors.enrolled(clerk.pk)
    service.desk.confirm(asked.code, by=superior, at=now)
    assert client.get(reverse("sessions"))["Location"].startswith(reverse("account_login"))
    assert not factors.enrolled(clerk.pk)
    with pytest.raises(LookupError):
        resetting.password_for(asked, to=administrator, at=now)
    _, once = resetting.password_for(asked, to=superior, at=now)
    again = browser()
    enter(again, password=once)
    assert again.get("/")["Location"] == reverse("own_password")
    assert accounts.named("ngan").must_change
