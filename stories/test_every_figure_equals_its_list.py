"""R3: a figure is its rows, and a second program that reads the exported book counts the same.

PROVINCES=500: so many random provinces; with `-n 2` on two cores.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from stories.growing import DAYS, PROVINCE, day
from stories.nightly import times
from stories.province import AT, Province, fill
from thenchot.ledger.export import export
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.declare import PERSONS, ROUNDS
from thenchot.snapshot.engine import Engine, open_engine
from thenchot.snapshot.figures import Counts, count
from thenchot.snapshot.opened import Rows, rows
from thenchot.snapshot.period import Period, free
from tools import count_book

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OPENED = 120  # figures opened one by one at a random organisation, besides all of them at the top

# What the second program calls them. M31 is those put out, struck off and let go together.
CODES = {
    "members": "M01", "members.full": "M01.full", "members.probationary": "M03", "exempt": "M09",
    "admitted": "M16", "readmitted": "M26", "left.expelled": "M32",
    "left.name_removed": "M33", "left.released": "M34", "left.died": "M35",
    "left.admission_cancelled": "M31.cancelled", "left.transferred_out": "M30.out",
}  # fmt: skip
PUT_OUT = ("M32", "M33", "M34")
SEEDS = range(times("PROVINCES", 6))


def asked(seed: int) -> Period:
    """Some days of the province's year and a half: the whole of it, or any part."""
    chance = random.Random(f"period {seed}")
    first, last = sorted(chance.sample(range(DAYS + 1), 2)) if seed % 4 else (0, DAYS)
    return free(day(first), day(last))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_equals_its_list(installation, seed):
    province = fill(seed, erased=seed % 3 * 4)
    chance = random.Random(f"opened {seed}")
    engine = open_engine(province.place if seed % 2 else None)
    counts = count(engine, asked(seed))
    lists = {code: rows(engine, counts.period, code, PROVINCE) for code in counts.codes}
    assert not any(counts.unseated.values())
    found = {(code, node): value for code, node, value in counts}
    assert found == {
        (code, node): number
        for code, behind in lists.items()
        for node, number in by_organisation(code, behind, counts).items()
    }
    every = sorted(found)
    for code, node in every if seed == 0 else chance.sample(every, OPENED):
        behind = rows(engine, counts.period, code, node)
        under = [row for row in zipped(lists[code]) if node in counts.tree.above(row["seat"])]
        assert list(zipped(behind)) == under, (code, node)
        assert measured(code, behind) == found[code, node]
    engine.close()


def by_organisation(code: str, behind: Rows, counts: Counts) -> dict[int, int]:
    """The rows of a figure handed up the tree, and measured at every organisation."""
    held: defaultdict[int, list[tuple]] = defaultdict(list)
    for row, seat in zip(behind.rows, behind.column("seat"), strict=True):
        for node in counts.tree.above(seat):
            held[node].append(row)
    return {node: measured(code, Rows(behind.columns, held[node])) for node in counts.organisations}


def measured(code: str, behind: Rows) -> int:
    """How many rows, distinct persons or distinct acts; or what an amount adds up to."""
    counts = CATALOGUE.figures[code].counts
    column = {PERSONS: "person", ROUNDS: "entry", "rows": ""}.get(counts, counts)
    if counts in (PERSONS, ROUNDS):
        return len(set(behind.column(column)))
    return sum(behind.column(column)) if column else len(behind.rows)


def zipped(behind: Rows) -> Iterator[dict[str, object]]:
    return (dict(zip(behind.columns, row, strict=True)) for row in behind.rows)


@pytest.mark.parametrize("seed", SEEDS)
def test_a_second_program_counts_the_same(installation, tmp_path, seed):
    province = fill(seed, erased=seed % 3 * 4)
    export(tmp_path / "book", KEY, at=AT)
    acts = list(count_book.read_book(tmp_path / "book"))
    for known_by in (None, known_before(province)):
        engine, period = open_engine(known_by), asked(seed)
        said = count_book.count(
            acts, as_of=str(period.last), since=str(period.first), known_by=engine.known_by
        )
        assert ours(engine, period) == theirs(said)
        engine.close()


def known_before(province: Province) -> int | None:
    """The place before late acts and changes; an erasure later leaves only part of what was known there."""
    return None if province.erased else province.place


Numbers = dict[tuple[str, int, str], int]


def ours(engine: Engine, period: Period) -> Numbers:
    """(figure, organisation, direct or total): the product's numbers that are not nothing."""
    counts = count(engine, period, [*CODES.values(), "M31"])
    found: Numbers = {(code, node, "total"): value for code, node, value in counts if value}
    for code in counts.codes:
        seats = Counter(rows(engine, period, code, PROVINCE).column("seat"))
        found |= {(code, node, "direct"): number for node, number in seats.items()}
    return found


def theirs(said: dict[str, count_book.Counts]) -> Numbers:
    """The same numbers by the second program."""
    found: Counter[tuple[str, int, str]] = Counter()
    for node, figures in said.items():
        for name, reaches in figures.items():
            code = CODES.get(name)
            for reach, held in reaches.items() if code else ():
                for counted in (code, "M31") if code in PUT_OUT else (code,):
                    found[counted, int(node), reach] += held["rows"]
    return dict(found)
