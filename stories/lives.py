"""Random lives of members: each step follows from the one before, as a judge would have it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from stories.growing import DAYS, Growth, day
from thenchot.ledger.days import PartialDay
from thenchot.ledger.kinds import Act
from thenchot.rooms.membership import events as m
from thenchot.rooms.offices import events as o
from thenchot.rooms.people import events as p


@dataclass
class Step:
    """An act, and whether the life stays possible when the book learns of it late or not at all."""

    act: Act
    loose: bool = False


@dataclass
class Life:
    """A person's acts so far and where they have led."""

    chance: random.Random
    growth: Growth
    person: int
    on: int = 0
    cell: int | None = None
    full: bool = False
    expelled: bool = False
    steps: list[Step] = field(default_factory=list)

    def add(self, kind: type[Act], loose: bool = False, **given: Any) -> None:
        common = {"about": self.person, "organisation": self.cell, "effective_on": day(self.on)}
        self.steps.append(Step(kind(**(common | given)), loose))

    def goes_on(self, least: int = 1, most: int = 120) -> bool:
        """To a later day on which no cell ends; the cells that ended meanwhile have sent the member on."""
        until = self.on + self.chance.randrange(least, most)
        ends = {cell.until for cell in self.growth.cells.values()}
        while until in ends:
            until += 1
        while self.cell and (ended := self.growth.cells[self.cell].until) and ended <= until and ended < DAYS:
            self.on, old = ended, self.cell
            self.cell = self.growth.cells[old].heir
            self.add(m.Moved, organisation=old, cell=self.cell, why=m.Move.REORGANISATION)
        self.on = until
        return until < DAYS

    def somewhere(self) -> int:
        """A living cell that is not the member's own."""
        return self.chance.choice([cell for cell in self.growth.living(self.on) if cell != self.cell])


def life(chance: random.Random, growth: Growth, person: int) -> list[Step]:
    """From entering the register to the last day, or to leaving and perhaps coming back."""
    told = Life(chance, growth, person)
    begin(told)
    while told.goes_on():
        if told.cell is None:
            if not returns(told):
                break
        elif chance.random() < 0.12:
            leaves(told)
        elif not told.full and chance.random() < 0.5:
            told.add(m.Recognised)
            told.full = True
        else:
            chance.choice(CHANGES)(told)
    return told.steps


def begin(told: Life) -> None:
    """Carried over on the first day, admitted later, or come from elsewhere."""
    chance = told.chance
    way = chance.choice(("carried", "carried", "admitted", "in"))
    while way != "carried" and not told.goes_on(1, 200):
        told.on = 0
    told.cell = chance.choice(told.growth.living(told.on))
    told.add(p.Registered, loose=chance.random() < 0.2, **profile(chance))
    given: dict[str, Any] = {"cell": told.cell}
    if way == "admitted":
        told.add(m.Admitted, **given, decided_on=chance.choice((None, day(told.on))))
        return
    told.full = chance.random() < 0.8
    given |= {
        "standing": m.Standing.FULL if told.full else m.Standing.PROBATIONARY,
        "joined_on": PartialDay.of(str(chance.randrange(1950, 2022))),
        "party_since": day(-chance.randrange(100, 25000)),
    }
    if way == "carried":
        told.add(m.CarriedOver, **given, exempt=chance.choice((None, True, False)))
    else:
        told.add(m.TransferredIn, **given, source=chance.choice(list(m.Elsewhere)))


def profile(chance: random.Random) -> dict[str, Any]:
    """What is counted of a person."""
    return {
        "birth": PartialDay.of(chance.choice(("1940", "1955-07", "1971-01", "1988-11", "1999-12", "2004"))),
        "sex": chance.choice(list(p.Sex)), "ethnicity": chance.choice(("01", "06", "09")),
        "general": chance.choice(list(p.General)), "professional": chance.choice(list(p.Professional)),
        "theory": chance.choice(list(p.Theory)), "occupation": chance.choice(list(p.Occupation)),
        "youth_union": chance.random() < 0.3, "business_owner": chance.random() < 0.1,
    }  # fmt: skip


def leaves(told: Life) -> None:
    """By one of the seven ways."""
    decided = {"decided_by": told.chance.choice(list(m.Decider))}
    kind = told.chance.choice(
        [m.Died, m.Expelled, m.NameRemoved, m.Released, m.AdmissionCancelled, m.TransferredOut]
    )
    if kind is m.TransferredOut:
        decided = {"destination": told.chance.choice(list(m.Elsewhere))}
    told.add(kind, **(decided if kind not in (m.Died, m.AdmissionCancelled) else {}))
    told.cell, told.expelled = None, kind is m.Expelled
    if kind is m.Died:
        told.on = DAYS


def returns(told: Life) -> bool:
    """Some come back: admitted again, or their rights restored."""
    if told.chance.random() < 0.5:
        return False
    told.cell = told.chance.choice(told.growth.living(told.on))
    if told.expelled:
        told.add(
            m.Restored, cell=told.cell, standing=m.Standing.FULL, joined_on=day(-900), party_since=day(-930)
        )
    else:
        told.add(m.Readmitted, cell=told.cell)
        told.full = False
    return True


def moves(told: Life) -> None:
    old, told.cell = told.cell, told.somewhere()
    told.add(m.Moved, loose=True, organisation=old, cell=told.cell, why=m.Move.INTERNAL)


def is_sent_and_received(told: Life) -> None:
    to = told.somewhere()
    told.add(m.Sent, to=to)
    told.cell = None
    if told.goes_on(1, 60):
        told.cell = to if told.growth.cells[to].lives(told.on) else told.somewhere()
        told.add(m.Received, cell=told.cell)


def is_exempt(told: Life) -> None:
    told.add(m.Exempted, loose=True)
    told.add(m.CardIssued, loose=True, how=told.chance.choice(list(m.CardIssue)))
    if told.chance.random() < 0.5 and told.goes_on():
        told.add(m.ExemptionEnded, loose=True)


def holds_a_post(told: Life) -> None:
    post, seat = told.chance.choice(list(o.Post)), told.cell
    told.add(
        o.Taken, loose=True, post=post, seat=seat, way=o.Way.ELECTED, not_local=told.chance.random() < 0.1
    )
    told.add(o.Taken, loose=True, post=post, seat=told.growth.parents[seat], way=o.Way.APPOINTED)
    if told.chance.random() < 0.5 and told.goes_on():
        told.add(o.Left, loose=True, post=post, seat=seat, how=o.Leaving.RELIEVED)


def is_away(told: Life) -> None:
    told.add(m.TemporarilySent, loose=True, until=day(told.on + 200))
    told.add(m.Hosted, loose=True, cell=told.somewhere(), until=day(told.on + 200))
    told.add(m.ResidenceIntroduced, loose=True, cell=told.somewhere())


def gets_papers(told: Life) -> None:
    told.add(m.BadgeAwarded, loose=True, years=told.chance.choice(("30", "40", "50", "35")))
    told.add(m.RemarkReceived, loose=True, year=told.chance.choice(("2022", "2023")))
    told.add(p.Occupied, loose=True, occupation=told.chance.choice(list(p.Occupation)))


CHANGES = (moves, moves, is_sent_and_received, is_exempt, holds_a_post, is_away, gets_papers)


def lives(chance: random.Random, growth: Growth, persons: int) -> Iterator[list[Step]]:
    """So many lives; ids from 1001."""
    for n in range(persons):
        yield life(chance, growth, 1001 + n)
