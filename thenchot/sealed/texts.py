"""Sealed texts and files in a table of an upper floor's own; rotation seals them anew."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable
from typing import Any

from django.db import models

from .envelope import seal, unseal
from .keyring import NOTES
from .randomness import Randomness, new_id
from .store import current_keys


class Text(models.Model):
    """Sealed bytes, bound to their id. Each app that keeps texts has a table of them."""

    id = models.BigIntegerField(primary_key=True)
    generation = models.IntegerField()
    blob = models.BinaryField()

    class Meta:
        abstract = True


def keep(table: type[Text], value: Any, randomness: Randomness) -> int:
    """Seal a JSON value under the newest key; its new id. Unopened."""
    one = new_id(randomness)
    made = seal(current_keys(), NOTES, one, value, randomness)
    table._default_manager.create(id=one, generation=made.generation, blob=made.blob)
    return one


def opened(table: type[Text], ids: Iterable[int]) -> dict[int, Any]:
    """The values by their ids; what is not there is not said. Unopened, Tampered."""
    keys = current_keys()
    return {
        row.id: unseal(keys, NOTES, row.id, row.generation, bytes(row.blob)).value
        for row in table._default_manager.filter(id__in=list(ids))
    }


def keep_file(table: type[Text], data: bytes, randomness: Randomness) -> int:
    """Seal the bytes of a file; their new id. Unopened."""
    return keep(table, b64encode(data).decode(), randomness)


def file(table: type[Text], one: int) -> bytes:
    """The bytes of a file as they were given. KeyError, Unopened, Tampered."""
    return b64decode(opened(table, [one])[one])
