"""Answers that follow from the book alone, kept in this process's memory until the book grows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock
from typing import Any, TypeVar

from django.db import connection

from .reading import rows

T = TypeVar("T")
LAST = "SELECT seq, head, written_at FROM ledger_entry ORDER BY seq DESC LIMIT 1"

# What a reader that holds the book still has seen of it: the state, once it was asked.
_seen: ContextVar[list[tuple[Any, ...]] | None] = ContextVar("seen", default=None)


@contextmanager
def held_still() -> Iterator[None]:
    """Inside, the state is asked once: a page that only reads shows one state. Write nothing in it."""
    token = _seen.set([])
    try:
        yield
    finally:
        _seen.reset(token)


def state() -> tuple[Any, ...]:
    """What names the whole state of the book: the database, its last line."""
    seen = _seen.get()
    if seen:
        return seen[0]
    found = (str(connection.settings_dict["NAME"]), *rows(LAST))
    if seen is not None:
        seen.append(found)
    return found


def last_written() -> str | None:
    """The moment of the last line, which is the latest: the book never goes back. None for an empty book."""
    found = state()
    return str(found[1][2]) if len(found) > 1 else None


class Remembered:
    """The last few answers to one sort of question. The book only grows: its last line names its whole state.

    Rights may be remembered so too: whatever changes them is an entry.
    """

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._state: tuple[Any, ...] | None = None
        self._known: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, question: Hashable, answer: Callable[[], T]) -> T:
        """The answer known for a question, else the one made now; one statement where it is known."""
        now = state()
        with self._lock:
            if now != self._state:
                self._state, self._known = now, OrderedDict()
            if question in self._known:
                self._known.move_to_end(question)
                found: T = self._known[question]
                return found
        made = answer()
        with self._lock:
            if now == self._state:
                self._known[question] = made
                while len(self._known) > self._most:
                    self._known.popitem(last=False)
        return made
