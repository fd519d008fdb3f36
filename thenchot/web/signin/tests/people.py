"""People with passwords and second factors, and browsers in which they sign in as people do."""

import re
import time

from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from thenchot.access import accounts
from thenchot.access.events import Role
from thenchot.access.tests.book import A

PASSWORD = "bảy con ngựa vượt suối"
NEW = "chín con trâu qua đèo"


def make(book, name="ngan", *roles, password=PASSWORD):
    """An account with a password of its own."""
    account = book.account(name, *(roles or ((Role.OFFICE, A),)))
    accounts.choose_password(account, password)
    return account


def browser(**headers):
    return Client(headers={"host": "127.0.0.1"} | headers)


def enter(client, name="ngan", password=PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": name, "password": password, **more})


def key_of(client):
    """The key on the page where one enrols."""
    page = client.get(reverse("enrol")).content.decode()
    return re.search(r'class="typed-key">([A-Z2-7 ]+)<', page)[1].replace(" ", "")


def code(key, steps=0):
    """The code of a key now, or half minutes from now."""
    return totp.format_hotp_value(totp.hotp_value(key, int(time.time()) // 30 + steps))


def enrolled(client):
    """Enrol the account that has signed in; its key."""
    key = key_of(client)
    assert client.post(reverse("enrol"), {"code": code(key)}).status_code == 302
    return key
