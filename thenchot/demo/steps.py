"""What the story gives: calls of record_many, closings; and what it asks of the house."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from thenchot.ledger.kinds import Act

from .dice import Dice


@dataclass(frozen=True)
class Correct:
    """Đính chính: `act` stands from now on in place of `of`."""

    act: Act
    of: Act
    reason: str


@dataclass(frozen=True)
class Withdraw:
    """Hủy bản ghi: `of` was recorded by mistake."""

    of: Act
    reason: str


Recorded = Act | Correct | Withdraw


@dataclass(frozen=True)
class Step:
    """One call of record_many: acts in their order, and beside each the number of its act set.

    Numbers are the step's own; acts of one number are entered and undone together.
    """

    at: datetime
    label: str
    acts: list[Recorded]
    act_sets: list[int]


@dataclass(frozen=True)
class Close:
    """Here the demo closes the figures of a period, both ends inside."""

    at: datetime
    name: str
    period_from: date
    period_to: date


@dataclass(frozen=True)
class PersonRecord:
    """What lies in the sealed file of an invented person. `born` is exact; the act has year and month."""

    subject: int
    name: str
    number: str
    phone: str
    born: date


class Mint(Protocol):
    def subject(self) -> int: ...


class Notes(Protocol):
    def __call__(self, text: str) -> int: ...


class Persons(Protocol):
    def __call__(self, records: Iterable[PersonRecord]) -> None: ...


class MemoryMint:
    """Seeded ids, never twice the same."""

    def __init__(self, seed: int) -> None:
        self._dice, self._given = Dice(seed, 1), {0}

    def subject(self) -> int:
        new = 0
        while new in self._given:
            new = self._dice.bits(63)
        self._given.add(new)
        return new


@dataclass
class MemoryNotes:
    """Notes in memory; ids count up."""

    texts: dict[int, str] = field(default_factory=dict)

    def __call__(self, text: str) -> int:
        self.texts[len(self.texts) + 1] = text
        return len(self.texts)


@dataclass
class MemoryPersons:
    """Sealed records in memory, by subject."""

    records: dict[int, PersonRecord] = field(default_factory=dict)

    def __call__(self, records: Iterable[PersonRecord]) -> None:
        self.records.update((record.subject, record) for record in records)
