"""One version of a value of the law: its unit, scope, days, source, grade; shares and the votes they need."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from hashlib import sha256
from math import ceil, floor

from ..ledger.days import iso

CENTRE = "centre"


class Unit(StrEnum):
    """What a value counts."""

    DAY, WORKING_DAY, MONTH, YEAR = "day", "working_day", "month", "year"
    FRACTION, COUNT, CODE, LIST = "fraction", "count", "code", "list"


class Grade(StrEnum):
    """How surely a value is known: the text was read, another text quotes it, or neither."""

    READ, SECONDARY, UNVERIFIED = "read", "secondary", "unverified"


@dataclass(frozen=True)
class Share:
    """A share of a total: at least `part`, or more than it. Written `2/3` and `>1/2`."""

    part: Fraction
    above: bool = False

    @classmethod
    def of(cls, text: str) -> Share:
        """Read `2/3` or `>1/2`; ValueError for anything that is not a share of a whole."""
        part = Fraction(text.removeprefix(">"))
        if not 0 < part <= 1:
            raise ValueError(text)
        return cls(part, text.startswith(">"))

    def __str__(self) -> str:
        return f"{'>' if self.above else ''}{self.part.numerator}/{self.part.denominator}"


Meaning = int | str | Share | tuple[int | str, ...]


def votes_needed(total: int, share: Share) -> int:
    """The fewest votes that reach a share of `total`: at least 2/3 of 20 is 14, more than 1/2 of 20 is 11."""
    exact = total * share.part
    return floor(exact) + 1 if share.above else ceil(exact)


@dataclass(frozen=True)
class Source:
    """Where a value stands, in the words shown to people: instrument, day on it, article."""

    instrument: str
    signed_on: date
    article: str = ""


@dataclass(frozen=True, kw_only=True)
class Value:
    """One version of a key in force for `since <= day < until` within a scope.

    `value` is a whole number, a code, a Share or a tuple, as the unit says; nothing when it is not known.
    `note` is the sealed note that holds the source of a value loaded here rather than shipped.
    """

    key: str
    unit: Unit
    value: Meaning | None
    since: date
    until: date | None = None
    scope: str = CENTRE
    grade: Grade
    source: Source | None = None
    note: int | None = None

    @property
    def not_known(self) -> bool:
        """A version whose text nobody here has seen."""
        return self.value is None

    @property
    def place(self) -> tuple[str, str, date]:
        """What tells one version from another: key, scope, first day."""
        return self.key, self.scope, self.since

    def digest(self) -> str:
        """Names the version and the words of its source; not its end, which the next version sets."""
        parts: list[object] = [self.key, self.scope, self.unit, as_code(self.value), self.since, self.grade]
        if said := self.source:
            parts += [said.instrument, iso(said.signed_on), said.article]
        return sha256("\n".join(map(str, parts)).encode()).hexdigest()[:32]


def as_code(value: Meaning | None) -> str | None:
    """The value as a code of the book: `60`, `2:3`, `above:1:2`, `30:40:45`."""
    if isinstance(value, Share):
        return f"{'above:' if value.above else ''}{value.part.numerator}:{value.part.denominator}"
    if isinstance(value, tuple):
        return ":".join(map(str, value))
    return None if value is None else str(value)


def from_code(code: str, unit: Unit) -> Meaning:
    """The value a code of the book means, by its unit; ValueError when it is not of that unit."""
    if unit is Unit.FRACTION:
        *above, top, bottom = code.split(":")
        return Share(Fraction(int(top), int(bottom)), above == ["above"])
    if unit is Unit.LIST:
        return tuple(int(item) if item.isdecimal() else item for item in code.split(":"))
    return code if unit is Unit.CODE else int(code)


def joined(values: Iterable[Value]) -> list[Value]:
    """Versions of one key and scope in order of `since`, each ending where the next begins."""
    chain = sorted(values, key=lambda value: value.since)
    ends = [value.since for value in chain[1:]]
    return [replace(value, until=end) for value, end in zip(chain, ends, strict=False)] + chain[len(ends) :]
