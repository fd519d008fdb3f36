"""R4: opening + in − out = closing at every organisation, cause by cause, in every period and view.

PROVINCES=500: so many random provinces, those of `test_every_figure_equals_its_list`.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta

import pytest

from stories.growing import DAYS, day
from stories.nightly import times
from stories.province import fill
from thenchot.ledger import reading
from thenchot.ledger.fold import periods
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.figures import count
from thenchot.snapshot.movement import Line, Movement, movement, on_the_way
from thenchot.snapshot.opening import roll
from thenchot.snapshot.period import Period, free
from thenchot.snapshot.tree import AS_IT_WAS, RECAST

Cause = tuple[str, str]
PERIODS = 4  # for each province and view, besides the whole


@pytest.mark.parametrize("seed", range(times("PROVINCES", 6)))
def test_movement_balances_at_every_node_and_cause(installation, seed):
    province = fill(seed, erased=seed % 3 * 4)
    engine = open_engine(province.place if seed % 2 else None)
    daily = list(changes_of_cells(engine.known_by))
    for period in asked(seed):
        for view in (RECAST, AS_IT_WAS):
            found = movement(engine, period, view=view)
            before, after = roll(engine, period.first - timedelta(days=1)), roll(engine, period.last)
            for node, line in found.lines.items():
                assert line.difference == 0
                assert line.opening == sum(found.tree.contains(node, cell) for cell in before.values())
                assert line.closing == sum(found.tree.contains(node, cell) for cell in after.values())
                assert line == counted(found, node, line), node
            for node, line in found.lines.items():
                if under := found.tree.children[node]:
                    assert net(line) == total(net(found.lines[child]) for child in under)
            assert {(c.day, c.person, c.origin, c.to) for c in found.changes} == {
                one for one in daily if period.first <= one[0] <= period.last
            }
            if view == RECAST:
                stock = count(engine, period, ["M01"])
                assert {n: line.closing for n, line in found.lines.items()} == {
                    n: stock.value("M01", n) for n in stock.organisations
                }
        everybody_is_somewhere(engine, period, after)
    engine.close()


def asked(seed: int) -> Iterator[Period]:
    chance = random.Random(f"movement {seed}")
    yield free(day(0), day(DAYS))
    for _ in range(PERIODS):
        first, last = sorted(chance.choices(range(DAYS + 1), k=2))
        yield free(day(first), day(last))


def counted(found: Movement, node: int, line: Line) -> Line:
    """The line once more, every side from the rows behind it."""
    sides = [Counter(c.cause for c in found.behind(node, side)) for side in ("into", "out_of", "inside")]
    return Line(line.opening, *sides, line.closing)


def net(line: Line) -> Counter[Cause]:
    """In less out by cause, without the causes that cancel out."""
    left = Counter(line.into)
    left.subtract(line.out_of)
    return Counter({cause: number for cause, number in left.items() if number})


def total(parts: Iterable[Counter[Cause]]) -> Counter[Cause]:
    """What the organisations below make together: moves between them cancel out."""
    added: Counter[Cause] = Counter()
    for part in parts:
        added.update(part)
    return Counter({cause: number for cause, number in added.items() if number})


def changes_of_cells(known_by: int) -> Iterator[tuple]:
    """(day, person, cell before, cell after) by the Python fold, person by person."""
    subjects = [row[0] for row in reading.rows("SELECT DISTINCT about FROM ledger_entry WHERE about > 1000")]
    for person, entries in reading.load(subjects).items():
        held = [p for p in periods(entries, known_by=known_by) if p.track == "cell"]
        for when in {p.since for p in held} | {p.until for p in held if p.until}:
            was = next((int(p.value) for p in held if p.holds_on(when - timedelta(days=1))), None)
            now = next((int(p.value) for p in held if p.holds_on(when)), None)
            if was != now:
                yield when, person, was, now


def everybody_is_somewhere(engine, period: Period, after: dict[int, int]) -> None:
    """Whoever has a standing is in a cell or on the way, and nobody is both."""
    way = {one.person for one in on_the_way(engine, period)}
    asked = (
        "SELECT subject FROM state WHERE track = 'standing' AND since <= ? AND (until IS NULL OR until > ?)"
    )
    standing = {row[0] for row in engine.cursor().execute(asked, [period.last, period.last]).fetchall()}
    assert not way & after.keys()
    assert standing == way | after.keys()


def test_a_change_that_nothing_declares_would_be_seen():
    """The identity is no tautology: a line with a row too many does not balance."""
    line = Line(opening=3, into=Counter({("membership.admitted", ""): 1}), closing=3)
    assert line.difference == 1
