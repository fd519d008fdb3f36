"""Names of organisations and places in this process's memory, as notes are read; dropped at any change."""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock

from . import store, tables
from .opening import keyring

_lock = Lock()
_held: tuple[object, int, dict[int, str]] | None = None


def labels(ids: Iterable[int]) -> dict[int, str]:
    """As `store.texts`, for lists and reports that ask for the same names again and again.

    Never for minutes or other long texts: what is asked for stays in memory until the store changes.
    """
    global _held
    wanted, keys, change = set(ids), keyring(), tables.counter()
    with _lock:
        if _held is None or _held[0] is not keys or _held[1] != change:
            _held = (keys, change, {})
        known = _held[2]
        missing = wanted - known.keys()
        known |= store.texts(missing)
        if keys.opened:  # who has no text today has none until the store changes
            known |= dict.fromkeys(missing - known.keys(), "")
        return {one: known[one] for one in wanted if known.get(one)}
