"""Opened personal files. Only `sealed` itself and `access.personal`, which logs first, may import this."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import tables
from .envelope import unseal
from .keyring import PERSONAL, Keyring
from .persons import PersonFile
from .store import current_keys


def fetch(ids: Iterable[int]) -> dict[int, PersonFile]:
    """The files of these persons; who has none is not there. Unopened, Tampered."""
    return {file.person: file for file in _opened(current_keys(), tables.rows(set(ids), PERSONAL))}


def changed_since(change: int) -> Iterator[PersonFile]:
    """Every file whose content is newer than a change of the store."""
    return _opened(current_keys(), tables.rows_since(PERSONAL, change))


def _opened(keys: Keyring, rows: Iterable[tables.Row]) -> Iterator[PersonFile]:
    for row in rows:
        value = unseal(keys, PERSONAL, row.subject, row.generation, row.blob).value
        yield PersonFile.read(row.subject, value)
