"""The law book: which version of a value holds on a day, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from .versions import (
    CENTRE,
    Grade,
    Meaning,
    Share,
    Source,
    Unit,
    Value,
    as_code,
    from_code,
    joined,
    votes_needed,
)

__all__ = [
    "CENTRE",
    "Grade",
    "LawBook",
    "Meaning",
    "NotKnown",
    "Share",
    "Silent",
    "Source",
    "Unit",
    "Value",
    "as_code",
    "from_code",
    "joined",
    "votes_needed",
]

SCOPE_FORM = re.compile(r"centre\Z|(province|commune):[0-9]{2,5}\Z")


class Silent(LookupError):
    """The law says nothing about the key on that day: (key, day)."""


class NotKnown(LookupError):
    """A version was in force that day, but nobody here has seen its text: (key, day)."""


class LawBook:
    """The values of the law, by key, scope and day; never changed once built.

    ValueError names the key when versions of one key and scope overlap or its unit changes.
    """

    def __init__(self, values: Iterable[Value] = ()) -> None:
        self._versions: dict[str, dict[str, list[Value]]] = {}
        for value in sorted(values, key=lambda value: value.place):
            self._versions.setdefault(value.key, {}).setdefault(value.scope, []).append(value)
        self._days: dict[str, dict[str, list[date]]] = {}
        for key, scopes in self._versions.items():
            _check(key, scopes)
            self._days[key] = {scope: [value.since for value in chain] for scope, chain in scopes.items()}
        self.keys = frozenset(self._versions)
        self.local = frozenset(key for key, scopes in self._versions.items() if set(scopes) - {CENTRE})

    def __iter__(self) -> Iterator[Value]:
        return (value for scopes in self._versions.values() for chain in scopes.values() for value in chain)

    def value(self, key: str, on: date, scope: Sequence[str] = ()) -> Value | None:
        """The version in force on a day; nothing when the law is silent. Look at `not_known` before using it.

        `scope` runs from wide to narrow, `("province:08", "commune:01234")`; the narrowest that speaks wins.
        """
        for part in (*reversed(scope), CENTRE) if scope else (CENTRE,):
            if found := self._in_scope(key, part, on):
                return found
        return None

    def needed(self, key: str, on: date, scope: Sequence[str] = ()) -> Value:
        """The version in force, with a value; raises Silent or NotKnown."""
        found = self.value(key, on, scope)
        if found is None:
            raise Silent(key, on)
        if found.not_known:
            raise NotKnown(key, on)
        return found

    def _in_scope(self, key: str, scope: str, on: date) -> Value | None:
        days = self._days.get(key, {}).get(scope)
        if not days or not (place := bisect_right(days, on)):
            return None
        found = self._versions[key][scope][place - 1]
        return found if found.until is None or on < found.until else None


def _check(key: str, scopes: dict[str, list[Value]]) -> None:
    if len({value.unit for chain in scopes.values() for value in chain}) > 1:
        raise ValueError(f"{key}: more than one unit")
    for scope, chain in scopes.items():
        if not SCOPE_FORM.match(scope):
            raise ValueError(f"{key}: {scope} is no scope")
        for value, after in pairwise(chain):
            if value.until is None or value.until > after.since:
                raise ValueError(f"{key}: versions overlap on {after.since}")
    if any(value.until and value.until <= value.since for chain in scopes.values() for value in chain):
        raise ValueError(f"{key}: a version ends before it begins")
