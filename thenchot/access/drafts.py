"""What somebody has typed and not sent: sealed on the server for a day, of one account and one form."""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.db import models, transaction

from thenchot.sealed.envelope import Tampered, seal, unseal
from thenchot.sealed.keyring import NOTES, GenerationGone, Unopened
from thenchot.sealed.randomness import Randomness, System
from thenchot.sealed.store import current_keys

KEPT = timedelta(hours=24)
LONGEST = 100_000  # bytes of JSON: a form, not an archive
MOST = 20  # forms of an account; the oldest goes


class Draft(models.Model):
    """A form half filled in, as ciphertext; nothing here can be read without the keyring."""

    database = "personal"

    pk = models.CompositePrimaryKey("account", "form")
    account = models.BigIntegerField()
    # SHA-256 of the form's key, which may name a person by id.
    form = models.CharField(max_length=64)
    at = models.DateTimeField()
    generation = models.IntegerField()
    blob = models.BinaryField()

    class Meta:
        db_table = "access_draft"


class TooLong(Exception):
    """More than a form holds; nothing is kept."""


def put(
    account: int, key: str, content: dict[str, Any], now: datetime, *, randomness: Randomness | None = None
) -> None:
    """Keep what an account typed into a form, in place of what it typed before. TooLong, Unopened.

    Every write lets go of what is older than a day.
    """
    sealed = seal(current_keys(), NOTES, account, [_form(key), content], randomness or System())
    if len(sealed.blob) > LONGEST:
        raise TooLong
    with transaction.atomic(using=Draft.database):
        forget_old(now)
        Draft.objects.update_or_create(
            account=account,
            form=_form(key),
            defaults={"at": now, "generation": sealed.generation, "blob": sealed.blob},
        )
        kept = Draft.objects.filter(account=account).order_by("-at", "form").values_list("form", flat=True)
        Draft.objects.filter(account=account, form__in=list(kept[MOST:])).delete()


def get(account: int, key: str, now: datetime) -> dict[str, Any] | None:
    """What the account typed within a day; nothing while the keyring is closed or after a change of keys."""
    found = Draft.objects.filter(account=account, form=_form(key), at__gt=now - KEPT).first()
    if found is None:
        return None
    try:
        opened = unseal(current_keys(), NOTES, account, found.generation, bytes(found.blob))
    except (Tampered, GenerationGone, Unopened):
        return None
    # Sealed for this account; and the form it was typed into stands inside.
    return _content(opened.value, key)


def drop(account: int, key: str) -> None:
    """The form was sent, or put away."""
    Draft.objects.filter(account=account, form=_form(key)).delete()


def drop_all(account: int) -> None:
    """Everything an account has typed: after a reset, or when it is put away by hand."""
    Draft.objects.filter(account=account).delete()


def forget_old(now: datetime) -> int:
    """Let go of what is older than a day; how many."""
    return Draft.objects.filter(at__lte=now - KEPT).delete()[0]


def forget_all() -> None:
    """An erased person may stand in any of them; a form is soon typed again."""
    Draft.objects.all().delete()


def _content(value: Any, key: str) -> dict[str, Any] | None:
    if isinstance(value, list) and len(value) == 2 and value[0] == _form(key):
        return dict(value[1])
    return None


def _form(key: str) -> str:
    return sha256(key.encode()).hexdigest()
