"""Movement balances at every organisation and cause; the opening is explained line by line."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from thenchot.ledger import reading
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as m
from thenchot.snapshot.asking import tree_on
from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.movement import movement, on_the_way
from thenchot.snapshot.opening import openings, roll
from thenchot.snapshot.period import free
from thenchot.snapshot.tree import AS_IT_WAS, RECAST

from . import plain
from .province import AT, DAYS, FIRST_DAY, fill, organisations
from .test_figures import RANDOM, SEEDS, SPAN, known, period

GROUNDS = Catalogue(grounds={"membership.moved": "why"})


def entered(*acts, does="record", root=None):
    drafts = [
        Draft(act, 1, does=does, root=root, reason=None if does == "record" else "typing") for act in acts
    ]
    return append(drafts, at=AT, by=7, mint=SeededMint("movement"))


@RANDOM
@given(seed=SEEDS, span=SPAN, view=st.sampled_from((RECAST, AS_IT_WAS)))
def test_opening_plus_in_minus_out_is_closing_everywhere(installation, seed, span, view):
    installation.renew()
    fill(seed)
    engine, asked = open_engine(), period(span)
    found, entries = movement(engine, asked, view=view, catalogue=GROUNDS), known(reading.size())
    before, after = (plain.roll(entries, day) for day in (asked.first - timedelta(days=1), asked.last))
    for node, line in found.lines.items():
        assert line.difference == 0, node
        assert line.opening == sum(found.tree.contains(node, cell) for cell in before.values())
        assert line.closing == sum(found.tree.contains(node, cell) for cell in after.values())
        for side in ("into", "out_of", "inside"):
            behind = Counter(change.cause for change in found.behind(node, side))
            assert behind == getattr(line, side)
    engine.close()


@RANDOM
@given(seed=SEEDS, span=SPAN)
def test_every_day_that_changes_a_cell_is_one_row(installation, seed, span):
    installation.renew()
    fill(seed, persons=10)
    engine, asked = open_engine(), period(span)
    entries = known(reading.size())
    expected = set()
    for n in range((asked.last - asked.first).days + 1):
        day = asked.first + timedelta(days=n)
        was, now = plain.roll(entries, day - timedelta(days=1)), plain.roll(entries, day)
        for person in was.keys() | now.keys():
            if was.get(person) != now.get(person):
                expected.add((day, person, was.get(person), now.get(person)))
    found = movement(engine, asked).changes
    assert {(c.day, c.person, c.origin, c.to) for c in found} == expected
    assert len(found) == len(expected)
    engine.close()


def test_the_last_act_of_a_day_is_the_cause(installation):
    import random

    entered(*organisations(random.Random(3)))
    admitted = m.Admitted(about=1000, organisation=2, effective_on=FIRST_DAY, cell=2)
    day = FIRST_DAY + timedelta(days=5)
    moved = m.Moved(about=1000, organisation=3, effective_on=day, cell=3, why=m.Move.INTERNAL)
    entered(admitted, moved, m.Died(about=1000, organisation=3, effective_on=day))
    (came, left) = movement(open_engine(), period([0, DAYS]), catalogue=GROUNDS).changes
    assert (came.cause, came.to) == (("membership.admitted", ""), 2)
    assert (left.cause, left.origin, left.to) == (("membership.died", ""), 2, None)


def test_who_was_sent_is_on_the_way_and_in_no_cell(installation):
    import random

    entered(*organisations(random.Random(3)))
    entered(
        m.Admitted(about=1000, organisation=2, effective_on=FIRST_DAY, cell=2),
        m.Sent(about=1000, organisation=2, effective_on=FIRST_DAY + timedelta(days=3), to=3),
        m.Received(about=1000, organisation=3, effective_on=FIRST_DAY + timedelta(days=9), cell=3),
    )
    engine = open_engine()
    (way,) = on_the_way(engine, period([0, 5]))
    assert (way.person, way.origin, way.to, way.since) == (1000, 2, 3, FIRST_DAY + timedelta(days=3))
    assert movement(engine, period([0, 5])).lines[1].closing == 0
    assert on_the_way(engine, period([0, 9])) == []
    assert movement(engine, period([0, 9])).lines[1].closing == 1


@RANDOM
@given(seed=SEEDS, span=SPAN)
def test_the_lines_of_an_opening_add_up_and_name_their_entries(installation, seed, span):
    installation.renew()
    place = fill(seed)
    closed, now = open_engine(place), open_engine()
    closed_on, last = (FIRST_DAY + timedelta(days=n) for n in span)
    tree = tree_on(now, last)
    late = {entry.act_set for entry in known(reading.size()) if entry.seq > place}
    signed = set(sorted(late)[::2])
    found = openings(closed, now, closed_on, tree, reconciled=signed)
    was, is_now = roll(closed, closed_on), roll(now, closed_on)
    old_tree = tree_on(closed, closed_on)
    for node, line in found.lines.items():
        assert line.opening == sum(tree.contains(node, cell) for cell in is_now.values())
        assert line.closed == sum(old_tree.contains(node, cell) for cell in was.values())
    assert {c.person for c in found.corrections} == {
        person for person in was.keys() | is_now.keys() if was.get(person) != is_now.get(person)
    }
    assert all(correction.entries for correction in found.corrections)
    assert all(seq > place for correction in found.corrections for seq in correction.entries)
    opened = movement(now, free(closed_on + timedelta(days=1), max(last, closed_on + timedelta(days=1))))
    if opened.tree.day == last:
        assert {n: line.opening for n, line in opened.lines.items()} == {
            n: found.lines[n].opening for n in opened.lines
        }
    for engine in (closed, now):
        engine.close()


def test_an_opening_tells_late_from_reconciled_from_rearranged(installation):
    from thenchot.rooms.organisations import events as g

    def cell(node, parent):
        return g.Founded(
            about=node, effective_on=FIRST_DAY, code=f"c{node}", name=node, parent=parent,
            type=g.OrganisationType.CELL,
        )  # fmt: skip

    entered(cell(1, None), cell(2, 1), cell(3, 1), cell(4, 2))
    entered(m.Admitted(about=1000, organisation=4, effective_on=FIRST_DAY, cell=4))
    closed = open_engine()
    entered(m.Admitted(about=1001, organisation=4, effective_on=FIRST_DAY, cell=4))
    found_missing = Draft(m.Admitted(about=1002, organisation=4, effective_on=FIRST_DAY, cell=4), act_set=55)
    append([found_missing], at=AT, by=7, mint=SeededMint("x"))
    entered(g.Moved(about=4, effective_on=date(2023, 2, 1), parent=3))
    now = open_engine()
    lines = openings(closed, now, date(2023, 1, 31), tree_on(now, date(2023, 2, 28)), reconciled={55}).lines
    assert (lines[2].closed, lines[2].late, lines[2].reconciled, lines[2].rearranged) == (1, 1, 1, -3)
    assert (lines[3].closed, lines[3].late, lines[3].reconciled, lines[3].rearranged) == (0, 0, 0, 3)
    assert (lines[1].closed, lines[1].late, lines[1].reconciled, lines[1].rearranged) == (1, 1, 1, 0)
