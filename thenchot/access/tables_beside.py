"""Tables that upper floors keep in the personal database: rotation and the personal backup take them along.

They go as ciphertext: the keyring that opens them lies in the same file.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from itertools import islice
from typing import Any

from django.db import models, transaction
from django.utils.dateparse import parse_datetime

from thenchot.sealed import rotation
from thenchot.sealed.tables import ALIAS
from thenchot.sealed.texts import Text

from .beside import ALSO

Tables = Mapping[str, type[models.Model]]  # by the names the backup knows them by
AT_ONCE = 20  # a text may be a whole file


def take_along(name: str, tables: Tables) -> None:
    """From now on; twice changes nothing."""
    ALSO[name] = partial(pieces, tables), partial(put_back, tables)
    for model in tables.values():
        if issubclass(model, Text):
            rotation.take_along(model._meta.db_table)


def pieces(tables: Tables) -> Iterator[list[Any]]:
    """Every row as [table, fields], a few at a time."""
    for name, model in tables.items():
        rows = iter(model._default_manager.order_by("pk").values())
        while some := list(islice(rows, AT_ONCE)):
            yield [[name, {key: _said(value) for key, value in row.items()}] for row in some]


def put_back(tables: Tables, items: list[Any], erased: Collection[int] = ()) -> None:
    """One piece into the empty tables of a new machine; what is about an erased person is written nowhere."""
    with transaction.atomic(using=ALIAS):
        for name, said in items:
            row = dict(said)
            if row.get("person") in erased:
                continue
            if "at" in row:
                row["at"] = parse_datetime(row["at"])
            if "blob" in row:
                row["blob"] = b64decode(row["blob"])
            tables[name]._default_manager.create(**row)


def _said(value: Any) -> Any:
    if isinstance(value, (bytes, memoryview)):
        return b64encode(bytes(value)).decode()
    return value.isoformat() if hasattr(value, "isoformat") else value
