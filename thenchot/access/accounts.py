"""Accounts: who signs in. What they may is not here but in the book, as roles with days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import make_password
from django.db import models

from thenchot.ledger.minting import Mint
from thenchot.sealed.randomness import Randomness, System

from . import passwords

NAME_FORM = re.compile(r"[a-z][a-z0-9._-]{2,31}\Z")
ONE_TIME_HOURS = 24


class Accounts(BaseUserManager):
    """No `create_user` and no `create_superuser`: accounts are made by `create` below."""


class Account(AbstractBaseUser):
    """A login. `person` is the member whose own record it may see; nothing here gives any other right."""

    database = "personal"

    id = models.BigIntegerField(primary_key=True)
    name = models.CharField(max_length=32, unique=True)
    person = models.BigIntegerField(null=True)
    blocked = models.BooleanField(default=False)
    # A password printed once: good until then, and only to choose another.
    one_time_until = models.DateTimeField(null=True)

    USERNAME_FIELD = "name"
    objects = Accounts()

    class Meta:
        db_table = "access_account"

    @property
    def is_active(self) -> bool:
        return not self.blocked

    @property
    def must_change(self) -> bool:
        """Only choosing a new password is open."""
        return self.one_time_until is not None


class NameRefused(Exception):
    """`taken`, or not of the form of a login name."""


class PasswordRefused(Exception):
    """`args[0]`: the list of faults."""


class SignInRefused(Exception):
    """Unknown name, wrong password, blocked, one-time password too old: nobody is told which."""


def create(name: str, *, mint: Mint, person: int | None = None) -> Account:
    """A new account without a password: nobody can sign in with it yet, except to a demo."""
    if not NAME_FORM.match(name):
        raise NameRefused("form")
    if Account.objects.filter(name=name).exists():
        raise NameRefused("taken")
    account = Account(id=_new_id(mint), name=name, person=person)
    account.set_unusable_password()
    account.save(force_insert=True)
    return account


def named(name: str) -> Account:
    """The account of a login name; LookupError."""
    account = Account.objects.filter(name=name.strip().lower()).first()
    if account is None:
        raise LookupError(name)
    return account


def give_one_time(account: Account, *, at: datetime, randomness: Randomness | None = None) -> str:
    """A password to be printed once: sixteen characters, good for 24 hours, to be changed at sign-in."""
    password = passwords.one_time_password(randomness or System())
    account.set_password(password)
    account.one_time_until = at + timedelta(hours=ONE_TIME_HOURS)
    account.save(update_fields=["password", "one_time_until"])
    return password


def choose_password(account: Account, password: str, own_words: Iterable[str] = ()) -> None:
    """The person's own password from now on; PasswordRefused with what is wrong, also for the one in use."""
    found = passwords.faults(password, [account.name, *own_words])
    if account.check_password(password):
        found.append("same")
    if found:
        raise PasswordRefused(found)
    account.set_password(password)
    account.one_time_until = None
    account.save(update_fields=["password", "one_time_until"])


def verified(name: str, password: str, at: datetime) -> Account:
    """The account, if this is its password and it is good at that moment; SignInRefused otherwise."""
    account = Account.objects.filter(name=name.strip().lower()).first()
    if account is None or not account.has_usable_password():
        make_password(password)  # the same work as for a name that exists
        raise SignInRefused
    right = account.check_password(password[: passwords.LONGEST + 1])
    stale = account.one_time_until is not None and at >= account.one_time_until
    if not right or stale or account.blocked:
        raise SignInRefused
    return account


def block(account: Account, blocked: bool = True) -> None:
    """Nothing is answered to a blocked account, open sessions included."""
    account.blocked = blocked
    account.save(update_fields=["blocked"])


def _new_id(mint: Mint) -> int:
    found = mint.id()
    while Account.objects.filter(id=found).exists():  # a demo's mint repeats itself until the book grows
        found = mint.id()
    return found
