"""A random province in the book: thirty organisations, two hundred lives, late acts and corrections.

The acts are written as they are, unjudged. The lives are possible ones, as known at the end and at `place`,
so that a member always has both a standing and a cell: what a plain recount takes for granted.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from stories.growing import DAYS, FIRST_DAY, Growth, day, grown
from stories.lives import Step, lives
from thenchot.ledger import reading
from thenchot.ledger.entries import RESTATE, WITHDRAW, Entry
from thenchot.ledger.events import Founded, Holding, Mode
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as m
from thenchot.rooms.people import events as p

AT = datetime(2026, 11, 21, 3, tzinfo=UTC)
INSTALLATION, CLERK = 900, 7
FINAL = day(DAYS)


@dataclass
class Province:
    """What was written: its growth, and the place in the book before late acts and changes."""

    growth: Growth
    place: int
    mint: SeededMint
    erased: list[int]


def fill(
    seed: int | str,
    persons: int = 200,
    erased: int = 0,
    meanwhile: Callable[[int], None] = lambda place: None,
) -> Province:
    """Write the province of a seed into an empty book; so many persons are erased at the end.

    `meanwhile` is called before the late acts and changes, with the place in the book.
    """
    chance, mint = random.Random(seed), SeededMint(f"province {seed}")
    growth, soon, late = told(chance, persons)
    write(mint, [Draft(act, mint.id()) for act in [founded(), *soon]])
    place = reading.size()
    meanwhile(place)
    known = reading.load([1001 + n for n in range(persons)])
    entries = [entry for found in known.values() for entry in found]
    changes = [change for entry in entries if (change := changed(chance, mint, entry))]
    write(mint, mixed(chance, [Draft(act, mint.id()) for act in late], changes))
    gone = chance.sample(range(1001, 1001 + persons), erased)
    erase(mint, gone)
    return Province(growth, place, mint, gone)


def founded() -> Founded:
    """The first act of the book."""
    return Founded(
        about=INSTALLATION, effective_on=FIRST_DAY, mode=Mode.DEMO, code="test", holding=Holding.SINGLE,
        begins_on=FIRST_DAY,
    )  # fmt: skip


def told(chance: random.Random, persons: int) -> tuple[Growth, list[Act], list[Act]]:
    """How the province grew, the acts entered in time and those entered late."""
    growth, late = grown(chance), []
    soon = list(growth.acts)
    for steps in lives(chance, growth, persons):
        known, unknown = in_two(chance, steps)
        soon += known
        late += unknown
    soon += [m.BadgeAwarded(**common(chance, persons), years="90") for _ in range(persons // 20)]
    return growth, soon, late


def in_two(chance: random.Random, steps: list[Step]) -> tuple[list[Act], list[Act]]:
    """What is entered in time and what is entered late: an end of the story, and loose acts before it."""
    end = chance.randrange(1, len(steps)) if len(steps) > 2 and chance.random() < 0.3 else len(steps)
    end = max(end, 2)  # never only the register
    late = [(step.loose and chance.random() < 0.2) or n >= end for n, step in enumerate(steps)]
    soon = [step.act for step, after in zip(steps, late, strict=True) if not after]
    return soon, [step.act for step, after in zip(steps, late, strict=True) if after]


def mixed(chance: random.Random, late: list[Draft], changes: list[Draft]) -> list[Draft]:
    """Changes among the late acts, whose order among themselves is that of the lives."""
    found = list(late)
    for change in changes:
        found.insert(chance.randrange(len(found) + 1), change)
    return found


def common(chance: random.Random, persons: int) -> dict[str, object]:
    """Of whom and when an act that stands by itself is."""
    return {
        "about": chance.randrange(1001, 1001 + persons), "organisation": chance.randrange(12, 27),
        "effective_on": day(chance.randrange(DAYS)),
    }  # fmt: skip


def changed(chance: random.Random, mint: SeededMint, entry: Entry) -> Draft | None:
    """A correction or a withdrawal after which the life is still possible; for most entries none."""
    act, luck = entry.act, chance.random()
    if isinstance(act, (m.BadgeAwarded, m.CardIssued, m.Exempted)) and luck < 0.3:
        if luck < 0.1 or getattr(act, "years", "") == "90":
            return Draft(act, mint.id(), WITHDRAW, entry.root, "entered_twice")
        act = replace(act, effective_on=act.effective_on + timedelta(days=chance.randrange(-20, 20)))
    elif isinstance(act, p.Registered) and luck < 0.2:
        act = replace(act, sex=chance.choice(list(p.Sex)), youth_union=not act.youth_union)
    elif isinstance(act, (m.Admitted, m.CarriedOver, m.TransferredIn, m.Moved)) and luck < 0.1:
        cell = chance.randrange(12, 27)
        organisation = act.organisation if isinstance(act, m.Moved) else cell
        act = replace(act, cell=cell, organisation=organisation)
    elif isinstance(act, (m.Expelled, m.NameRemoved, m.Released)) and luck < 0.2:
        act = replace(act, decided_by=m.Decider.PROVINCE, organisation=chance.randrange(2, 30))
    else:
        return None
    return Draft(act, mint.id(), RESTATE, entry.root, "typed_wrong")


def erase(mint: SeededMint, persons: list[int]) -> None:
    """As an erasure is carried out, in the book alone."""
    from thenchot.access.erasing import forget_facts

    for person in persons:
        act = p.Erased(about=person, effective_on=FINAL, ground=p.Ground.REQUESTED)
        (entry,) = write(mint, [Draft(act, mint.id())])
        forget_facts(person, entry.seq)


def write(mint: SeededMint, drafts: list[Draft]) -> list[Entry]:
    """Into the book as they are."""
    return append(drafts, at=AT, by=CLERK, mint=mint)
