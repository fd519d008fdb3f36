"""docs/sign-in.md names every way in: no other address begins a session."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.urls import URLPattern, get_resolver, reverse

from thenchot.web.signin.sittings import Sitting

from .people import PASSWORD, browser, enter, make

PAGE = (Path(settings.ROOT) / "docs" / "sign-in.md").read_text(encoding="utf-8")
BEGINS = PAGE.split("## To begin a session")[1].split("\n##")[0]
TABLE = {
    address
    for line in BEGINS.splitlines()
    if line.startswith("|")
    for address in re.findall(r"`(/[^`]+)`", line)
}
SAID = {
    "login": "ngan",
    "username": "ngan",
    "name": "ngan",
    "account": "ngan",
    "password": PASSWORD,
    "code": "1",
}


def all_addresses(patterns=None, before="/"):
    """Every address as a browser would ask for it; numbers and words in the place of what it names."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        here = before + re.sub(r"<(\w+:)?\w+>", "101", str(one.pattern))
        if isinstance(one, URLPattern):
            yield here
        else:
            yield from all_addresses(one.url_patterns, here)


def test_no_other_address_begins_a_session(book):
    make(book)
    begun = set()
    for address in all_addresses():
        for ask in ("get", "post"):
            client = browser()
            getattr(client, ask)(address, SAID)
            if "_auth_user_id" in client.session or Sitting.objects.exists():
                begun.add(address)
                Sitting.objects.all().delete()
                Session.objects.all().delete()
    assert begun == {reverse("account_login")}
    assert begun <= TABLE


def test_what_the_page_names_is_there():
    addresses = set(all_addresses())
    assert addresses >= TABLE
    assert set(re.findall(r"`(/tai-khoan/[^`]+)`", PAGE)) <= addresses


@pytest.mark.parametrize("way", ["account_login", "mfa_authenticate"])
def test_the_ways_in_are_on_the_page(way):
    assert reverse(way) in TABLE


def test_with_a_second_factor_the_password_alone_begins_none(book):
    from allauth.mfa.totp.internal import auth as totp

    account = make(book)
    totp.TOTP.activate(account, totp.generate_totp_secret())
    client = browser()
    enter(client)
    assert "_auth_user_id" not in client.session and not Sitting.objects.exists()


def test_nothing_of_the_libraries_own_ways_is_there():
    assert not {"django.contrib.admin", "allauth.socialaccount", "allauth.headless"} & set(
        settings.INSTALLED_APPS
    )
    assert settings.MFA_SUPPORTED_TYPES == ["totp"] and settings.MFA_TRUST_ENABLED is False


@pytest.mark.parametrize("command", [["createsuperuser"], ["changepassword", "ngan"]])
def test_the_commands_of_django_that_make_accounts_refuse(command):
    with pytest.raises(CommandError, match="hai người"):
        call_command(*command)
