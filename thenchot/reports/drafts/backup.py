"""Drafts in the personal backup, as ciphertext: the keyring that opens them lies in the same file."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator
from itertools import islice
from typing import Any

from django.db import models, transaction
from django.utils.dateparse import parse_datetime

from thenchot.access.beside import ALSO

from .models import Draft, Text, Version

NAME = "drafts"
TABLES: dict[str, type[models.Model]] = {"draft": Draft, "version": Version, "text": Text}
AT_ONCE = 20  # a text may be a whole Word file


def register() -> None:
    """Twice changes nothing."""
    ALSO[NAME] = (pieces, put_back)


def pieces() -> Iterator[list[Any]]:
    """Every row as [table, fields], a few at a time."""
    for name, model in TABLES.items():
        rows = iter(model._default_manager.order_by("pk").values())
        while some := list(islice(rows, AT_ONCE)):
            yield [[name, {key: _said(value) for key, value in row.items()}] for row in some]


def put_back(items: list[Any]) -> None:
    """One piece into the empty tables of a new machine."""
    with transaction.atomic(using="personal"):
        for name, said in items:
            row = dict(said)
            if "at" in row:
                row["at"] = parse_datetime(row["at"])
            if "blob" in row:
                row["blob"] = b64decode(row["blob"])
            TABLES[name]._default_manager.create(**row)


def _said(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        return b64encode(bytes(value)).decode()
    return value.isoformat() if hasattr(value, "isoformat") else value
