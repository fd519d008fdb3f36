"""What a process that writes tens of thousands of acts does so that each costs little."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# SQLite's own 2 MB of pages and 4 MB of journal make it write the same pages many times; 64 MB of either.
SQLITES_OWN = -2000
MANY_ON_SQLITE = ("PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 16000")


def room_for_many(connection: Any) -> None:
    """Who writes again and again is given pages in memory and a longer journal: indexes are met at random.

    A connection that was given pages already keeps them.
    """
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA cache_size")
        for pragma in MANY_ON_SQLITE if cursor.fetchone()[0] == SQLITES_OWN else ():
            cursor.execute(pragma)


@contextmanager
def uncollected() -> Iterator[None]:
    """Without the search for cycles: it would walk all stories in memory over and over, and finds none."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()
