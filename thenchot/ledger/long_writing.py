"""What a process that writes tens of thousands of acts does so that each costs little."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# 64 MB of either; SQLite's own 2 MB and 4 MB make it write the same pages many times.
MANY_ON_SQLITE = ("PRAGMA cache_size = -65536", "PRAGMA wal_autocheckpoint = 16000")


def room_for_many(connection: Any) -> None:
    """Who writes again and again is given pages in memory and a longer journal: indexes are met at random."""
    with connection.cursor() as cursor:
        for pragma in MANY_ON_SQLITE:
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
