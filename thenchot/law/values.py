"""The law book: which version of a value holds on a day and where; the values shipped with a release."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..ledger.days import parse_day
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
    "SHIPPED",
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
    "is_scope",
    "joined",
    "load_shipped",
    "unmarked_gaps",
    "votes_needed",
]

SHIPPED = Path(__file__).with_name("values.toml")
SCOPE_FORM = re.compile(r"centre\Z|(province|commune):[0-9]{2,5}\Z")


NOTHING: tuple[list[date], list[Value]] = ([], [])


class Silent(LookupError):
    """The law says nothing about the key on that day: (key, day)."""


class NotKnown(LookupError):
    """A version was in force that day, but nobody here has seen its text: (key, day)."""


class LawBook:
    """The values of the law, by key, scope and day; never changed once built.

    ValueError names the key when versions of one key and scope overlap or its unit changes.
    """

    def __init__(self, values: Iterable[Value] = ()) -> None:
        versions: dict[tuple[str, str], list[Value]] = {}
        for value in sorted(values, key=lambda value: value.place):
            versions.setdefault((value.key, value.scope), []).append(value)
        _check(versions)
        self._chains = {place: ([v.since for v in chain], chain) for place, chain in versions.items()}
        self.keys = frozenset(key for key, _ in versions)
        self.local = frozenset(key for key, scope in versions if scope != CENTRE)

    def __iter__(self) -> Iterator[Value]:
        return (value for _, chain in self._chains.values() for value in chain)

    def unit(self, key: str) -> Unit | None:
        """The unit of a key; nothing for a key the book does not have."""
        return next((value.unit for value in self if value.key == key), None)

    def value(self, key: str, on: date, scope: Sequence[str] = ()) -> Value | None:
        """The version in force on a day; nothing when the law is silent. Look at `not_known` before using it.

        `scope` runs from wide to narrow, `("province:08", "commune:01234")`; the narrowest that speaks wins.
        """
        for part in reversed(scope):
            if found := self._in_scope(key, part, on):
                return found
        return self._in_scope(key, CENTRE, on)

    def needed(self, key: str, on: date, scope: Sequence[str] = ()) -> Value:
        """The version in force, with a value; raises Silent or NotKnown."""
        found = self.value(key, on, scope)
        if found is None:
            raise Silent(key, on)
        if found.not_known:
            raise NotKnown(key, on)
        return found

    def _in_scope(self, key: str, scope: str, on: date) -> Value | None:
        days, versions = self._chains.get((key, scope), NOTHING)
        place = bisect_right(days, on)
        if not place:
            return None
        found = versions[place - 1]
        return found if found.until is None or on < found.until else None


def is_scope(text: str) -> bool:
    """Whether a text is `centre`, or a province or commune with its code."""
    return SCOPE_FORM.match(text) is not None


def _check(versions: dict[tuple[str, str], list[Value]]) -> None:
    units: dict[str, Unit] = {}
    for (key, scope), chain in versions.items():
        if not is_scope(scope):
            raise ValueError(f"{key}: {scope} is no scope")
        if {value.unit for value in chain} != {units.setdefault(key, chain[0].unit)}:
            raise ValueError(f"{key}: more than one unit")
        for value, after in pairwise(chain):
            if value.until is None or value.until > after.since:
                raise ValueError(f"{key}: versions overlap on {after.since}")
        if any(value.until and value.until <= value.since for value in chain):
            raise ValueError(f"{key}: a version ends before it begins")


def load_shipped(path: Path = SHIPPED) -> LawBook:
    """The values shipped with this release; KeyError or ValueError when the file is not in order."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    book = LawBook(value for item in data["value"] for value in _versions(item, data["instrument"]))
    if gaps := unmarked_gaps(book):
        raise ValueError(f"nothing holds from here; mark it not_known: {gaps}")
    return book


def unmarked_gaps(book: LawBook) -> list[tuple[str, str, date]]:
    """Key, scope and first day of every stretch between two versions of which nothing is said."""
    values = list(book)
    pairs = ((value, after) for value, after in pairwise(values) if value.place[:2] == after.place[:2])
    return [
        (*value.place[:2], value.until) for value, after in pairs if value.until and value.until < after.since
    ]


def _versions(item: dict[str, Any], instruments: dict[str, Any]) -> list[Value]:
    unit = Unit(item["unit"])
    scope = item.get("scope", CENTRE)
    return joined(_version(item["key"], unit, scope, version, instruments) for version in item["versions"])


def _version(key: str, unit: Unit, scope: str, given: dict[str, Any], instruments: dict[str, Any]) -> Value:
    instrument = instruments[given["source"]]
    return Value(
        key=key,
        unit=unit,
        value=None if given.get("not_known") else _meaning(given["value"], unit),
        since=given["since"],
        until=given.get("until"),
        scope=scope,
        grade=Grade(given["grade"]),
        source=Source(instrument["name"], _day(instrument["day"]), given.get("article", "")),
    )


def _day(given: date | str) -> date:
    """A day in full, or text where only the month or year is known."""
    return parse_day(given) if isinstance(given, str) else given


def _meaning(given: Any, unit: Unit) -> Meaning:
    if unit is Unit.FRACTION:
        return Share.of(given)
    wanted = {Unit.LIST: list, Unit.CODE: str}.get(unit, int)
    if type(given) is not wanted:
        raise ValueError(f"{given!r} is not a {unit}")
    return tuple(given) if isinstance(given, list) else given
