"""R6: the same question with the same valid day and known day gives the same bytes, whatever comes later.

HISTORIES=1000: so many random histories with late acts, back-dated corrections, withdrawals and mergers.
"""

from __future__ import annotations

import json
import random

import pytest

from stories.growing import DAYS, day
from stories.nightly import times
from stories.province import Province, fill, write
from thenchot.ledger import reading
from thenchot.ledger.export import _entries
from thenchot.ledger.writing import Draft
from thenchot.rooms import asking
from thenchot.rooms.membership import events as m
from thenchot.rooms.organisations import events as g
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.figures import count
from thenchot.snapshot.movement import movement
from thenchot.snapshot.opened import breakdown, rows
from thenchot.snapshot.period import Period, free

PERSONS = 25
COUNTED, OPENED = 25, 6  # figures counted everywhere, figures opened


@pytest.mark.parametrize("seed", range(times("HISTORIES", 6)))
def test_the_same_question_has_the_same_answer(installation, tmp_path, seed):
    chance = random.Random(f"history {seed}")
    first, last = sorted(chance.sample(range(DAYS + 1), 2))
    codes = chance.sample(sorted(CATALOGUE.figures), COUNTED)
    asked: dict[int, bytes] = {}

    def ask(place: int) -> bytes:
        return answer(free(day(first), day(last)), codes, place, tmp_path)

    def meanwhile(place: int) -> None:
        asked[place] = ask(place)
        asked[place - 40] = ask(place - 40)

    province = fill(f"history {seed}", persons=PERSONS, meanwhile=meanwhile)
    asked[reading.size()] = ask(reading.size())
    more(chance, province)
    for place, said in asked.items():
        assert ask(place) == said
    # What was entered does change what is known now: otherwise nothing was tried.
    assert asked[province.place] != ask(reading.size())


def answer(period: Period, codes: list[str], known_by: int, folder) -> bytes:
    """What can be asked of a day and a place: figures, rows, movement, stories, the book itself."""
    engine = open_engine(known_by)
    counts, moved = count(engine, period, codes), movement(engine, period)
    figure = CATALOGUE.figures[codes[0]]
    by = sorted(CATALOGUE.populations[figure.population].dimensions)[:2]
    said = {
        "figures": list(counts),
        "rows": [rows(engine, period, code, 1).rows for code in codes[:OPENED]],
        "cells": list(breakdown(engine, period, codes[0], 1, by).cells.items()) if by else [],
        "movement": [
            (
                node,
                line.opening,
                *(sorted(c.items()) for c in (line.into, line.out_of, line.inside)),
                line.closing,
            )
            for node, line in moved.lines.items()
        ],
        "changes": moved.changes,
        "tree": counts.tree.ancestors,
        "cell": asking.held("cell", as_of=period.last, known_by=known_by),
        "periods": [reading.periods_of(1001 + n, known_by=known_by) for n in range(PERSONS)],
    }
    engine.close()
    _entries(folder / "entries.jsonl", known_by, lambda number: None)
    return json.dumps(said, default=str).encode() + (folder / "entries.jsonl").read_bytes()


def more(chance: random.Random, province: Province) -> None:
    """Entered later, counting from earlier: members moved, acts withdrawn, a cell merged, one gone."""
    mint = province.mint
    drafts = [
        Draft(
            m.Moved(about=1001 + n, organisation=12, effective_on=day(chance.randrange(DAYS)),
                    cell=chance.choice(province.growth.living(0)), why=m.Move.INTERNAL), mint.id(),
        )
        for n in range(0, PERSONS, 3)
    ]  # fmt: skip
    one, other = chance.sample(province.growth.living(0), 2)
    on = day(chance.randrange(DAYS))
    drafts.append(
        Draft(
            g.Ended(about=one, organisation=one, effective_on=on, how=g.Ending.MERGED, heir=other), mint.id()
        )
    )
    for entry in chance.sample(reading.of_kind("membership.moved", "people.registered"), 10):
        drafts.append(Draft(entry.act, mint.id(), "withdraw", entry.root, "did_not_happen"))
    (founded,) = chance.sample(reading.of_kind("organisations.carried_over")[-5:], 1)
    drafts.append(Draft(founded.act, mint.id(), "withdraw", founded.root, "typed_wrong"))
    chance.shuffle(drafts)
    write(mint, drafts)
