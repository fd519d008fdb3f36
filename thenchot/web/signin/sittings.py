"""Sittings: the one open session of an account, since when, last seen when, locked or not; pure limits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from django.db import models

from thenchot.access.events import Role

MINUTE = timedelta(minutes=1)
LONGEST = timedelta(hours=8)
# Often enough for limits of minutes, seldom enough not to write with every page.
SEEN_EVERY = timedelta(seconds=30)


@dataclass(frozen=True)
class Pace:
    """After how long without a request a session locks, and after how long it ends."""

    locks: timedelta
    ends: timedelta


OFFICE = Pace(10 * MINUTE, 15 * MINUTE)
ADMINISTRATOR = Pace(3 * MINUTE, 5 * MINUTE)


class State(StrEnum):
    """What a session may still do."""

    OPEN = "open"
    LOCKED = "locked"
    IDLE = "idle"  # ended: nothing came for too long
    TOO_LONG = "too_long"  # ended: open for eight hours
    ELSEWHERE = "elsewhere"  # ended: the account signed in again, or was reset


class Device(StrEnum):
    """The kind of browser: all that is kept of what a browser says about itself."""

    PHONE = "phone"
    COMPUTER = "computer"


class Sitting(models.Model):
    """One row an account: one session at a time. `key` is a digest, so that the table alone opens nothing."""

    database = "personal"

    account = models.BigIntegerField(primary_key=True)
    key = models.CharField(max_length=64)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    device = models.CharField(max_length=8)
    locked = models.BooleanField(default=False)

    class Meta:
        app_label = "web"
        db_table = "web_sitting"


def pace(roles: Iterable[Role]) -> Pace:
    return ADMINISTRATOR if Role.ADMINISTRATOR in roles else OFFICE


def state(sitting: Sitting | None, key: str, now: datetime, limits: Pace) -> State:
    """Whether the session of that key is the account's sitting, and still open at that moment."""
    if sitting is None or sitting.key != digest(key):
        return State.ELSEWHERE
    if now - sitting.began_at >= LONGEST:
        return State.TOO_LONG
    idle = now - sitting.seen_at
    if idle >= limits.ends:
        return State.IDLE
    return State.LOCKED if sitting.locked or idle >= limits.locks else State.OPEN


def adopt(account: models.Model, key: str, at: datetime, device: Device = Device.COMPUTER) -> Sitting | None:
    """This session is the account's from now on; gives back the other one that it ends, if one was open."""
    before = of(int(account.pk))
    Sitting.objects.update_or_create(
        account=account.pk,
        defaults={
            "key": digest(key), "began_at": at, "seen_at": at, "device": device, "locked": False,
        },
    )  # fmt: skip
    open_still = before is not None and before.key != digest(key) and at - before.seen_at < OFFICE.ends
    return before if open_still else None


def of(account: int) -> Sitting | None:
    return Sitting.objects.filter(account=account).first()


def seen(sitting: Sitting, now: datetime) -> None:
    """A request came; written only now and then."""
    if now - sitting.seen_at >= SEEN_EVERY:
        Sitting.objects.filter(account=sitting.account, key=sitting.key).update(seen_at=now)


def lock(account: int) -> None:
    Sitting.objects.filter(account=account).update(locked=True)


def unlock(account: int, now: datetime) -> None:
    Sitting.objects.filter(account=account).update(locked=False, seen_at=now)


def rekey(account: int, key: str) -> None:
    """The same sitting under a new session key, as after a change of password."""
    Sitting.objects.filter(account=account).update(key=digest(key))


def end(account: int) -> None:
    Sitting.objects.filter(account=account).delete()


def digest(key: str | None) -> str:
    return sha256((key or "").encode()).hexdigest()


def device(said: str) -> Device:
    """From what a browser says about itself, of which nothing else is kept."""
    return Device.PHONE if "Mobi" in said or "Android" in said else Device.COMPUTER
