"""R5: merging and splitting organisations, five deep, moves nobody by accident, on no day before or on it.

TREES=100: so many random provinces, each changed five times one upon the other; the rules judge every change.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import date

import pytest

from stories.growing import DAYS, GRASSROOTS, day
from stories.nightly import tell, times
from stories.province import AT, CLERK, Province, fill
from thenchot.law.recording import Recorded, Refused, record_many
from thenchot.ledger import reading
from thenchot.ledger.kinds import Act
from thenchot.ledger.writing import Draft
from thenchot.rooms.membership import events as m
from thenchot.rooms.organisations import events as g
from thenchot.rooms.reorganising import Decision, end_organisation, merge_cells, reorganise, split_cell
from thenchot.snapshot.asking import tree_on
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.engine import Engine, open_engine
from thenchot.snapshot.figures import count
from thenchot.snapshot.opening import roll
from thenchot.snapshot.period import free

DEEP = 5
TRIES = 50  # the rules refuse about every second change
FIGURES = 30  # asked again for the last day before the change
NEW = 500  # ids of what the changes found
HAND = {"at": AT, "by": CLERK}
tried = {"changes": 0, "refused": 0, "days": 0}


@pytest.mark.parametrize("seed", range(times("TREES", 3)))
def test_a_tree_change_moves_nobody(installation, seed):
    chance = random.Random(f"tree {seed}")
    province = fill(f"tree {seed}", persons=80)
    made, on, seats = 0, DAYS - 60, list(range(NEW, NEW + 20))
    for _ in range(TRIES):
        on += chance.randrange(0, 3)  # several on a day too
        back = on if chance.random() < 0.8 else chance.randrange(300, on)  # some are entered late
        places = change(chance, province, back, seats)
        made += places is not None
        if made == DEEP:
            break
    assert made == DEEP
    tell("R5 so far", **tried)


def change(chance: random.Random, province: Province, on: int, seats: list[int]) -> set[int] | None:
    """One merger, split or ending; nothing when the rules refuse it. The organisations it met."""
    before, by = open_engine(), Decision(on=day(on), signed_on=day(on), paper="12-QĐ/TU")
    cells = [node for node in living(before, by.on) if node not in GRASSROOTS and node > 11]
    acts, met = chance.choice((merge, merge_into_a_new_one, split, end_a_committee))(
        chance, before, cells, by, seats
    )
    size = reading.size()
    try:
        done = reorganise(acts, mint=province.mint, **HAND)
    except Refused:
        tried["refused"] += 1
        assert reading.size() == size
        before.close()
        return None
    tried["changes"] += 1
    also = on_the_same_day(chance, province, by, done)
    after = open_engine()
    nobody_moved_before(chance, before, after, by.on)
    nobody_moved_on_the_day(before, after, by.on, met, done, also)
    before.close()
    after.close()
    return met


def living(engine: Engine, on: date) -> list[int]:
    return tree_on(engine, on).organisations


Made = tuple[list[Act], set[int]]


def merge(chance: random.Random, known: Engine, cells: list[int], by: Decision, seats: list[int]) -> Made:
    into, *ended = chance.sample(cells, chance.randrange(2, 4))
    return merge_cells(ended, into, by), {into, *ended}


def merge_into_a_new_one(
    chance: random.Random, known: Engine, cells: list[int], by: Decision, seats: list[int]
) -> Made:
    ended = chance.sample(cells, 2)
    founded = new_cell(known, seats.pop(0), ended[0], by)
    return merge_cells(ended, founded.about, by, founded=founded), {founded.about, *ended}


def split(chance: random.Random, known: Engine, cells: list[int], by: Decision, seats: list[int]) -> Made:
    """Half of the members into a new cell; the old one stays."""
    held = roll(known, by.on)
    old = max(cells, key=lambda cell: (list(held.values()).count(cell), cell))
    founded = new_cell(known, seats.pop(0), old, by)
    members = sorted(person for person, cell in held.items() if cell == old)
    some = chance.sample(members, len(members) // 2)
    return split_cell([founded], dict.fromkeys(some, founded.about), by), {old, founded.about}


def end_a_committee(
    chance: random.Random, known: Engine, cells: list[int], by: Decision, seats: list[int]
) -> Made:
    ended, heir = chance.sample([node for node in living(known, by.on) if node in GRASSROOTS], 2)
    return end_organisation(ended, heir, by, how=g.Ending.MERGED), {ended, heir}


def new_cell(known: Engine, node: int, like: int, by: Decision) -> g.Founded:
    parent = tree_on(known, by.on).parents[like]
    return g.Founded(
        about=node, organisation=node, effective_on=by.on, code=f"c{node}", type=g.OrganisationType.CELL,
        parent=parent, name=node, signed_on=by.signed_on, paper=by.paper,
    )  # fmt: skip


def on_the_same_day(chance: random.Random, province: Province, by: Decision, done: Recorded) -> set[int]:
    """Somebody dies on that very day, of those the change moved or of others; who."""
    moved = [entry.about for entry in done.entries if isinstance(entry.act, m.Moved)]
    others = [person for (person, _, _) in reading.held("cell", as_of=by.on)]
    for person in chance.sample(moved, min(1, len(moved))) + chance.sample(others, 2):
        cell = reading.story(person).value("cell", on=by.on)
        died = m.Died(about=person, organisation=int(cell) if cell else None, effective_on=by.on)
        try:
            record_many([Draft(died, province.mint.id())], mint=province.mint, on_paper=True, **HAND)
        except Refused:
            continue  # it has acts on later days
    rows = reading.rows(
        "SELECT DISTINCT about FROM ledger_entry WHERE effective_on = %s AND act_set <> %s",
        [by.on.isoformat(), done.entries[0].act_set],
    )
    return {row[0] for row in rows}


def nobody_moved_before(chance: random.Random, before: Engine, after: Engine, on: date) -> None:
    """The roll of every earlier day, in cells and summed up the tree, is what it was."""
    number = (on - day(0)).days
    days = {0, number - 1, *chance.sample(range(number), 6)}
    for earlier in (day(n) for n in sorted(days)):
        tried["days"] += 1
        assert roll(after, earlier) == roll(before, earlier)
        assert tree_on(after, earlier) == tree_on(before, earlier)
    earlier, codes = day(max(days)), chance.sample(sorted(CATALOGUE.figures), FIGURES)
    known, now = (count(engine, free(day(0), earlier), codes) for engine in (before, after))
    assert list(known) == list(now)


def nobody_moved_on_the_day(
    before: Engine, after: Engine, on: date, met: set[int], done: Recorded, also: set[int]
) -> None:
    """Successors hold together whom the predecessors held, without whom other acts of that day concern."""
    was, now = roll(before, on), roll(after, on)
    acts = [entry.act for entry in done.entries]
    ended = {act.about for act in acts if isinstance(act, g.Ended)}
    assert not ended & set(now.values())
    assert held(was, before, on, met) - also == held(now, after, on, met - ended) - also
    moved = {act.about for act in acts if isinstance(act, m.Moved)}
    for person in (was.keys() | now.keys()) - also - moved:
        assert was.get(person) == now.get(person)
    assert was.keys() - also == now.keys() - also
    # What the tree recast to the new day says of the day itself: as many at the top, without the others.
    assert len(held(now, after, on, {1})) == len(now)


def held(cells: dict[int, int], engine: Engine, on: date, nodes: Iterable[int]) -> set[int]:
    """The members at these organisations and everything under them."""
    tree = tree_on(engine, on)
    return {person for person, cell in cells.items() if any(tree.contains(n, cell) for n in nodes)}
