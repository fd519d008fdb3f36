"""Answers that follow from the book alone, kept in this process's memory until the book grows."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

from django.db import connection

from .reading import rows

T = TypeVar("T")
LAST = "SELECT seq, head FROM ledger_entry ORDER BY seq DESC LIMIT 1"


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
        state = (str(connection.settings_dict["NAME"]), *rows(LAST))
        with self._lock:
            if state != self._state:
                self._state, self._known = state, OrderedDict()
            if question in self._known:
                self._known.move_to_end(question)
                found: T = self._known[question]
                return found
        made = answer()
        with self._lock:
            if state == self._state:
                self._known[question] = made
                while len(self._known) > self._most:
                    self._known.popitem(last=False)
        return made
