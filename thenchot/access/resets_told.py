"""Resets of password and second factor, told to the auditor: what two persons did, until he has seen it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from django.db import models, transaction

from thenchot.ledger import reading
from thenchot.ledger.entries import Entry

from .accounts import Account
from .actions import Action
from .events import Confirmed, Requested, Role
from .two_persons import HOURS

TOLD = timedelta(days=30)
# Whoever ever was an administrator may have asked.
ASKERS = "SELECT DISTINCT subject FROM ledger_period WHERE track = 'role' AND key LIKE %s"


class ResetAsked(models.Model):
    """Whose account a request is about: the book has the request's digest, and no name of an account."""

    database = "personal"

    request = models.CharField(max_length=16, primary_key=True)
    account = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta:
        db_table = "access_reset_asked"


class ResetSeen(models.Model):
    """An auditor has marked it seen."""

    database = "personal"

    pk = models.CompositePrimaryKey("auditor", "request")
    auditor = models.BigIntegerField()
    request = models.CharField(max_length=16)
    at = models.DateTimeField()

    class Meta:
        db_table = "access_reset_seen"


@dataclass(frozen=True)
class Reset:
    """A confirmed reset. `account` is nothing where only the book still knows of it."""

    request: str
    account: int | None
    asked_by: int
    confirmed_by: int
    at: datetime


def asked(request: str, account: Account, at: datetime) -> None:
    """Remember whose it is; what nobody is told of any more is let go."""
    with transaction.atomic(using=ResetAsked.database):
        before = at - TOLD - timedelta(hours=HOURS)
        ResetAsked.objects.filter(at__lt=before).delete()
        ResetSeen.objects.filter(at__lt=before - TOLD).delete()
        ResetAsked.objects.create(request=request, account=account.id, at=at)


def unseen(auditor: int, at: datetime) -> list[Reset]:
    """What was confirmed within thirty days and this auditor has not marked, the newest first.

    Which there were is read from the book: a row that is gone takes the account's name, not the line.
    """
    done = set(ResetSeen.objects.filter(auditor=auditor).values_list("request", flat=True))
    found = [one for one in _confirmed(at) if one.request not in done]
    whose = dict(
        ResetAsked.objects.filter(request__in=[one.request for one in found]).values_list(
            "request", "account"
        )
    )
    told = [replace(one, account=whose.get(one.request)) for one in found]
    return sorted(told, key=lambda one: one.at, reverse=True)


def mark_seen(request: str, auditor: int, at: datetime) -> None:
    """Twice changes nothing. LookupError for what this auditor is not told."""
    if ResetSeen.objects.filter(request=request, auditor=auditor).exists():
        return
    if request not in {one.request for one in _confirmed(at)}:
        raise LookupError(request)
    ResetSeen.objects.get_or_create(request=request, auditor=auditor, defaults={"at": at})


def _confirmed(at: datetime) -> list[Reset]:
    """All resets of the last thirty days, from the book."""
    askers = [account for (account,) in reading.rows(ASKERS, [f"{Role.ADMINISTRATOR}@%"])]
    entries = [entry for found in reading.load(askers).values() for entry in found] if askers else []
    wanted = {act.request for act in _acts(entries, Requested) if act.what == Action.RESET_ACCOUNT}
    return [
        Reset(entry.act.request, None, entry.act.about, entry.by, entry.written_at)
        for entry in entries
        if isinstance(entry.act, Confirmed) and entry.act.request in wanted and entry.written_at > at - TOLD
    ]  # fmt: skip


def _acts(entries: Iterable[Entry], kind: type[Requested]) -> Iterable[Requested]:
    return (entry.act for entry in entries if isinstance(entry.act, kind))
