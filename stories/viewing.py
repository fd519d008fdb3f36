"""The viewing log as a story reads it: its lines, and what happens while it cannot be written."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from django.db import connections


class Line(NamedTuple):
    door: str
    account: int
    ids: set[int]
    reason: str | None


def lines() -> list[Line]:
    """Every line, the first first; those the server wrote for itself left out."""
    with connections["log"].cursor() as cursor:
        cursor.execute(
            "SELECT v.door, w.facts FROM access_viewing v JOIN access_viewed w ON w.seq = v.seq"
            " ORDER BY v.seq"
        )
        found = [(door, json.loads(facts)) for door, facts in cursor.fetchall()]
    return [
        Line(door, int(said["account"]), {int(one) for one in said.get("ids", ())}, said.get("reason"))
        for door, said in found
        if said["role"] != "server"
    ]


@contextmanager
def unwritable() -> Iterator[None]:
    """As on a full disk: this connection to the log reads and does not write."""
    connection = connections["log"]
    off, on = ("PRAGMA query_only = ON", "PRAGMA query_only = OFF")
    if connection.vendor == "postgresql":
        off, on = ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off")
    with connection.cursor() as cursor:
        cursor.execute(off)
        try:
            yield
        finally:
            cursor.execute(on)
