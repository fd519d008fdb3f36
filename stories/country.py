"""Many random provinces in one book: each under ids of its own, their acts entered in turns."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import TypeVar

from stories.growing import DAYS, FIRST_DAY, Growth, Type, day
from stories.province import changed, founded, mixed, told
from thenchot.ledger import reading
from thenchot.ledger.entries import RECORD, WITHDRAW, Entry
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft
from thenchot.rooms.membership import events as m
from thenchot.rooms.organisations import events as g
from thenchot.rooms.people import events as p

APART = 10_000  # no province has as many ids
TOP = 1  # what all provinces stand under
Item = TypeVar("Item")


@dataclass
class Told:
    """One of the provinces: its acts, under ids that count from `first`."""

    chance: random.Random
    first: int
    persons: range
    growth: Growth
    soon: list[Act]
    late: list[Act]

    def begun(self, mint: SeededMint) -> list[Draft]:
        """What is entered in time."""
        return [Draft(shifted(act, self.first), mint.id()) for act in self.soon]

    def gone_on(self, mint: SeededMint) -> list[Draft]:
        """Late acts and, among them, corrections and withdrawals of what is known by now."""
        changes = [change for entry in self._known() if (change := changed(self.chance, mint, entry))]
        drafts = mixed(self.chance, [Draft(act, mint.id()) for act in self.late], changes)
        return [replace(draft, act=shifted(draft.act, self.first)) for draft in drafts]

    def _known(self) -> Iterator[Entry]:
        """Entries of the persons, under the ids the province was told with."""
        for entry in chain.from_iterable(reading.load(list(self.persons)).values()):
            yield replace(entry, act=shifted(_act(entry), -self.first))

    def at_last(self, mint: SeededMint) -> list[Draft]:
        """Later still, counting from earlier: members moved, acts withdrawn, a cell merged, one gone."""
        chance, cells = self.chance, self.growth.living(0)
        acts: list[Act] = [
            m.Moved(about=person - self.first, organisation=12, effective_on=day(chance.randrange(DAYS)),
                    cell=chance.choice(cells), why=m.Move.INTERNAL)
            for person in self.persons[::3]
        ]  # fmt: skip
        heir = chance.choice([cell for cell in cells if self.growth.cells[cell].until is None])
        one = chance.choice([cell for cell in cells if cell != heir])
        on = day(chance.randrange(DAYS))
        acts.append(g.Ended(about=one, organisation=one, effective_on=on, how=g.Ending.MERGED, heir=heir))
        drafts = [Draft(shifted(act, self.first), mint.id()) for act in acts]
        drafts += self._withdrawn(mint)
        chance.shuffle(drafts)
        return drafts

    def _withdrawn(self, mint: SeededMint) -> Iterator[Draft]:
        known = [entry for found in reading.load(list(self.persons)).values() for entry in found]
        found = [e for e in known if e.does == RECORD and isinstance(e.act, (m.Moved, p.Registered))]
        for entry in self.chance.sample(found, min(10, len(found))):
            yield Draft(_act(entry), mint.id(), WITHDRAW, entry.root, "did_not_happen")
        cell = reading.entries(self.first + self.chance.choice(self.growth.living(0)))[0]
        yield Draft(_act(cell), mint.id(), WITHDRAW, cell.root, "typed_wrong")


def country(name: str, provinces: int, persons: int) -> tuple[list[Act], list[Told]]:
    """The acts that begin the book, and so many provinces of so many persons."""
    top = g.CarriedOver(
        about=TOP, organisation=TOP, effective_on=FIRST_DAY, code="top", type=Type.PROVINCE, name=TOP,
    )  # fmt: skip
    return [founded(), top], [_told(f"{name} {n}", n * APART, persons) for n in range(1, provinces + 1)]


def _told(name: str, first: int, persons: int) -> Told:
    chance = random.Random(name)
    growth, soon, late = told(chance, persons)
    return Told(chance, first, range(first + 1001, first + 1001 + persons), growth, soon, late)


def shifted(act: Act, by: int) -> Act:
    """The same act about others: every id in it greater by so much; what stood under nobody, under TOP."""
    names = ["about", "organisation", *(one.name for one in act.fields() if one.type.name == "id")]
    moved = {name: was + by for name in names if (was := getattr(act, name)) is not None}
    if by > 0 and isinstance(act, g.CarriedOver) and act.parent is None:
        moved["parent"] = TOP
    return replace(act, **moved)


def _act(entry: Entry) -> Act:
    assert entry.act is not None
    return entry.act


def in_turns(chance: random.Random, told: Iterable[Sequence[Item]]) -> list[Item]:
    """All of them mixed, each in its own order."""
    each = [iter(one) for one in told]
    turns = [one for one, items in zip(each, told, strict=True) for _ in items]
    chance.shuffle(turns)
    return [next(one) for one in turns]
