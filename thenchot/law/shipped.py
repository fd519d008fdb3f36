"""The values shipped with a release, from `values.toml`."""

from __future__ import annotations

import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

from ..ledger.days import parse_day
from .values import CENTRE, Grade, LawBook, Meaning, Share, Source, Unit, Value, joined

SHIPPED = Path(__file__).with_name("values.toml")


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
