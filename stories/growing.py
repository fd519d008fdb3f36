"""The organisations of a random province over a year and a half: founded, moved, merged, ended."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from thenchot.ledger.kinds import Act
from thenchot.rooms.organisations import events as g

FIRST_DAY = date(2023, 1, 1)
DAYS = 540
PROVINCE = 1
DISTRICTS, GRASSROOTS, CELLS = range(2, 5), range(5, 12), range(12, 31)
Type, Sector = g.OrganisationType, g.Sector


def day(number: int) -> date:
    """The day of a number counted from the first of the book."""
    return FIRST_DAY + timedelta(days=number)


@dataclass
class Cell:
    """When a cell lives, and who takes its members afterwards."""

    since: int = 0
    until: int | None = None
    heir: int = 0

    def lives(self, on: int) -> bool:
        return self.since <= on and (self.until is None or on < self.until)


@dataclass
class Growth:
    """The acts about organisations in order of day, and the cells they leave."""

    acts: list[Act] = field(default_factory=list)
    cells: dict[int, Cell] = field(default_factory=dict)
    parents: dict[int, int] = field(default_factory=dict)

    def living(self, on: int) -> list[int]:
        """The cells of a day."""
        return [node for node, cell in self.cells.items() if cell.lives(on)]


def grown(chance: random.Random) -> Growth:
    """Thirty organisations, some founded late; cells merged in chains; committees moved and ended."""
    told = Growth()
    told.acts.append(_stands(g.CarriedOver, PROVINCE, 0, Type.PROVINCE, None, None))
    for level, type_, above in (
        (DISTRICTS, Type.DISTRICT, [PROVINCE]),
        (GRASSROOTS, Type.GRASSROOTS, list(DISTRICTS)),
    ):
        for node in level:
            told.parents[node] = chance.choice(above)
            sector = chance.choice(list(Sector)) if type_ is Type.GRASSROOTS else None
            told.acts.append(_stands(g.CarriedOver, node, 0, type_, sector, told.parents[node]))
    for node in CELLS:
        since = 0 if node < CELLS[-3] else chance.randrange(1, 200)
        told.cells[node] = Cell(since)
        told.parents[node] = chance.choice(list(GRASSROOTS))
        kind = g.CarriedOver if since == 0 else g.Founded
        told.acts.append(_stands(kind, node, since, Type.CELL, _of_cell(chance), told.parents[node]))
    _change(chance, told)
    told.acts.sort(key=lambda act: act.effective_on)
    return told


def _change(chance: random.Random, told: Growth) -> None:
    for cell, on in zip(
        chance.sample(list(CELLS), 6), sorted(chance.sample(range(210, DAYS), 6)), strict=True
    ):
        heirs = [node for node in told.living(on) if node != cell]
        ending = told.cells[cell]
        ending.until, ending.heir = on, chance.choice(heirs)
        told.acts.append(_ended(cell, on, ending.heir, g.Ending.MERGED))
    for node in chance.sample(list(GRASSROOTS), 2):
        told.acts.append(
            g.Moved(about=node, effective_on=day(chance.randrange(10, 250)), parent=chance.choice(DISTRICTS))
        )
    _end_a_committee(chance, told, list(GRASSROOTS), chance.randrange(260, 400), g.Ending.MERGED)
    _end_a_committee(chance, told, list(DISTRICTS), chance.randrange(400, DAYS), g.Ending.ENDED_BY_LAW)


def _end_a_committee(chance: random.Random, told: Growth, level: list[int], on: int, how: g.Ending) -> None:
    """A committee ends and what stands under it by then goes to another of its level."""
    node, heir = chance.sample(level, 2)
    under = dict(told.parents)
    for act in sorted(told.acts, key=lambda act: act.effective_on):
        if isinstance(act, g.Moved) and act.effective_on <= day(on):
            under[act.about] = act.parent
    for child, parent in under.items():
        living = told.cells.get(child, Cell()).lives(on)
        if parent == node and living:
            told.acts.append(g.Moved(about=child, effective_on=day(on), parent=heir))
    told.acts.append(_ended(node, on, heir, how))


def _stands(
    kind: type[Act], node: int, on: int, type_: Type, sector: Sector | None, parent: int | None
) -> Act:
    return kind(
        about=node, organisation=node, effective_on=day(on), code=f"c{node}", type=type_, sector=sector,
        parent=parent, name=node,
    )  # fmt: skip


def _ended(node: int, on: int, heir: int, how: g.Ending) -> Act:
    return g.Ended(about=node, organisation=node, effective_on=day(on), how=how, heir=heir)


def _of_cell(chance: random.Random) -> Sector | None:
    return chance.choice((None, Sector.RESIDENTIAL, Sector.AGENCY, Sector.PRIVATE_ENTERPRISE))
