"""R6: the same question with the same valid day and known day gives the same bytes, whatever comes later.

HISTORIES=1000: so many random histories with late acts, back-dated corrections, withdrawals and mergers,
fifty in one book.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from operator import ne
from pathlib import Path
from typing import Any

import pytest

from stories.country import TOP, Told, country, in_turns
from stories.growing import DAYS, day
from stories.nightly import tell, times
from stories.province import write
from thenchot.ledger import reading
from thenchot.ledger.export import _entries
from thenchot.ledger.fold import periods
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft
from thenchot.rooms import asking
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.engine import Engine, open_engine
from thenchot.snapshot.figures import count
from thenchot.snapshot.movement import movement
from thenchot.snapshot.opened import breakdown, rows
from thenchot.snapshot.period import Period, free

pytestmark = pytest.mark.long

HISTORIES = times("HISTORIES", 20)
TOGETHER = min(50, HISTORIES)  # in one book: opening an engine costs more than the histories in it
PERSONS = 25
DAYS_ASKED, COUNTED, OPENED = 3, 25, 6  # periods; in each, figures counted everywhere and figures opened
Asked = list[tuple[Period, list[str]]]


@pytest.mark.parametrize("seed", range(-(-HISTORIES // TOGETHER)))
def test_the_same_question_has_the_same_answer(installation, tmp_path, seed):
    chance, mint = random.Random(f"history {seed}"), SeededMint(f"history {seed}")
    questions = list(drawn(chance))
    begin, histories = country(f"history {seed}", TOGETHER, PERSONS)
    write(mint, [Draft(act, mint.id()) for act in begin])
    asked: dict[int, dict[str, bytes]] = {}
    for stage in ("begun", "gone_on"):
        for part in cut(chance, in_turns(chance, [getattr(one, stage)(mint) for one in histories])):
            write(mint, part)
            asked[reading.size()] = answer(questions, histories, reading.size(), tmp_path)
    before = reading.size() - chance.randrange(1, 100 * TOGETHER)  # nobody asked when the book ended there
    asked[before] = answer(questions, histories, before, tmp_path)
    known = known_of(all_of(histories), reading.size())
    write(mint, in_turns(chance, [history.at_last(mint) for history in histories]))
    for place, said in asked.items():
        again = answer(questions, histories, place, tmp_path)
        assert [part for part in said if again[part] != said[part]] == []
    # What was entered does change what is known now, in each history: otherwise nothing was tried.
    assert all(map(ne, known, known_of(all_of(histories), reading.size())))
    tell("R6", histories=TOGETHER, entries=reading.size(), asked_again=len(asked) * len(questions))


def drawn(chance: random.Random) -> Iterator[tuple[Period, list[str]]]:
    for _ in range(DAYS_ASKED):
        first, last = sorted(chance.sample(range(DAYS + 1), 2))
        yield free(day(first), day(last)), chance.sample(sorted(CATALOGUE.figures), COUNTED)


def cut(chance: random.Random, told: Sequence[Draft]) -> tuple[Sequence[Draft], Sequence[Draft]]:
    """In two, anywhere but at the very ends."""
    here = chance.randrange(len(told) // 4, len(told))
    return told[:here], told[here:]


def answer(questions: Asked, histories: Sequence[Told], known_by: int, folder: Path) -> dict[str, bytes]:
    """What can be asked of days and a place, in bytes: figures, rows, movement, the stories, the book."""
    engine = open_engine(known_by)
    said: dict[str, Any] = {
        f"{part} {n}": found
        for n, (period, codes) in enumerate(questions)
        for part, found in of_a_period(engine, period, codes)
    }
    engine.close()
    said["cell"] = asking.held("cell", as_of=questions[0][0].last, known_by=known_by)
    some = [history.persons[known_by % 5 :: 5] for history in histories]  # at every place others
    said["stories"] = known_of(some, known_by)
    said["periods"] = [reading.periods_of(one.start, known_by=known_by) for one in some]
    _entries(folder / "entries.jsonl", known_by, lambda number: None)
    written = {part: json.dumps(found, default=str).encode() for part, found in said.items()}
    return written | {"book": (folder / "entries.jsonl").read_bytes()}


def of_a_period(engine: Engine, period: Period, codes: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """What the engine says of a period, all histories together."""
    counts, moved = count(engine, period, codes), movement(engine, period)
    figure = CATALOGUE.figures[codes[0]]
    by = sorted(CATALOGUE.populations[figure.population].dimensions)[:2]
    yield "figures", list(counts)
    yield "rows", [rows(engine, period, code, TOP).rows for code in codes[:OPENED]]
    yield "cells", list(breakdown(engine, period, codes[0], TOP, by).cells.items()) if by else []
    yield (
        "movement",
        [
            (
                node,
                line.opening,
                *(sorted(c.items()) for c in (line.into, line.out_of, line.inside)),
                line.closing,
            )
            for node, line in moved.lines.items()
        ],
    )
    yield "changes", moved.changes
    yield "tree", counts.tree.ancestors


def all_of(histories: Sequence[Told]) -> list[range]:
    return [history.persons for history in histories]


def known_of(histories: Sequence[range], known_by: int) -> list[list[Any]]:
    """The periods of persons, history by history."""
    found = reading.load([person for persons in histories for person in persons])
    return [
        [periods(found.get(person, []), known_by=known_by) for person in persons] for persons in histories
    ]
