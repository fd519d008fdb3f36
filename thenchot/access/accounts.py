"""Accounts: who signs in. What they may is not here but in the book, as roles with days."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import make_password
from django.db import models, transaction

from thenchot.ledger.minting import Mint
from thenchot.sealed.randomness import Randomness, System

from . import passwords

NAME_FORM = re.compile(r"[a-z][a-z0-9._-]{2,31}\Z")
ONE_TIME_HOURS = 24
# Sign-in (security 4.3.4): five failures within, closed for so long; idle so long needs two persons.
FAILURES, WITHIN, CLOSED = 5, timedelta(minutes=15), timedelta(minutes=15)
IDLE_DAYS = 45
FORGOTTEN = timedelta(days=1)


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
    # Sessions that began before this moment are over, whatever their cookie says.
    sessions_end_at = models.DateTimeField(null=True)
    # Who confirmed a reset and may be given the one-time password, once.
    reset_by = models.BigIntegerField(null=True)

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

    def session_is_over(self, since: datetime) -> bool:
        """Whether a session that began then is no longer good: blocked, or reset by two persons after it."""
        return self.blocked or (self.sessions_end_at is not None and since <= self.sessions_end_at)


class Attempt(models.Model):
    """A failed sign-in, or one that is being judged. In the database: limits hold across processes."""

    database = "personal"

    account = models.BigIntegerField(db_index=True)
    at = models.DateTimeField()

    class Meta:
        db_table = "access_attempt"


class NameRefused(Exception):
    """`taken`, or not of the form of a login name."""


class PasswordRefused(Exception):
    """`args[0]`: the list of faults."""


class SignInRefused(Exception):
    """Unknown name, wrong password, blocked, closed for a while, idle: nobody is told which."""


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


def verified(name: str, password: str, at: datetime, *, known_browser: bool = False) -> Account:
    """The account, if this is its password and it is good at that moment; SignInRefused otherwise.

    `known_browser`: this account signed in from it before; five failures elsewhere do not close it.
    """
    account = Account.objects.filter(name=name.strip().lower()).first()
    if account is None or not account.has_usable_password() or not _let_try(account, at, known_browser):
        make_password(password)  # the same work as for a name that exists
        raise SignInRefused
    right = account.check_password(password[: passwords.LONGEST + 1])
    if not right or why_not(account, at):
        raise SignInRefused
    signed_in(account, at)
    return account


def why_not(account: Account, at: datetime) -> str | None:
    """What keeps an account out, whichever way it comes: blocked, stale (one-time password), idle."""
    if account.blocked:
        return "blocked"
    if account.one_time_until is not None:
        return "stale" if at >= account.one_time_until else None
    idle = account.last_login is not None and at >= account.last_login + timedelta(days=IDLE_DAYS)
    return "idle" if idle else None


def signed_in(account: Account, at: datetime) -> None:
    """Remember when; what failed before counts no longer."""
    Attempt.objects.filter(account=account.id).delete()
    account.last_login = at
    account.save(update_fields=["last_login"])


def closed_for_a_while(account: Account, at: datetime) -> bool:
    """Whether five failures within fifteen minutes close it now to browsers it does not know."""
    times = Attempt.objects.filter(account=account.id, at__gt=at - CLOSED - WITHIN, at__lte=at)
    tried = sorted(times.values_list("at", flat=True))
    return any(
        last - first < WITHIN and at < last + CLOSED
        for first, last in zip(tried, tried[FAILURES - 1 :], strict=False)
    )


def _let_try(account: Account, at: datetime, known_browser: bool) -> bool:
    """Counted before the password is looked at, one after the other: many processes try no more than one."""
    with transaction.atomic(using=Account.database):
        Account.objects.select_for_update().get(id=account.id)
        if not known_browser and closed_for_a_while(account, at):
            return False
        Attempt.objects.filter(at__lt=at - FORGOTTEN).delete()
        Attempt.objects.create(account=account.id, at=at)
    return True


def block(account: Account, blocked: bool = True) -> None:
    """Nothing is answered to a blocked account, open sessions included. `resetting.block` asks first."""
    account.blocked = blocked
    account.save(update_fields=["blocked"])


def reset(account: Account, *, unblock: bool, by: int, at: datetime) -> None:
    """The old password is gone and every session over; `by` may be given a one-time password."""
    Attempt.objects.filter(account=account.id).delete()
    account.set_unusable_password()
    account.blocked = account.blocked and not unblock
    account.one_time_until, account.sessions_end_at, account.reset_by = None, at, by
    account.save(update_fields=["password", "blocked", "one_time_until", "sessions_end_at", "reset_by"])


def hand_over(account: Account, *, to: int, at: datetime, randomness: Randomness | None = None) -> str:
    """The one-time password after a reset, once, to the one who confirmed it; LookupError otherwise."""
    with transaction.atomic(using=Account.database):
        kept = Account.objects.select_for_update().get(id=account.id)
        if kept.reset_by is None or kept.reset_by != to:
            raise LookupError(to)
        kept.reset_by = None
        kept.save(update_fields=["reset_by"])
        return give_one_time(kept, at=at, randomness=randomness)


def _new_id(mint: Mint) -> int:
    found = mint.id()
    while Account.objects.filter(id=found).exists():  # a demo's mint repeats itself until the book grows
        found = mint.id()
    return found
