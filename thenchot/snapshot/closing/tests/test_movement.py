"""Between two closings: which entry changed which figure; the opening of the next period in named lines."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thenchot.ledger import reading
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as m
from thenchot.rooms.organisations import events as g
from thenchot.snapshot.closing import actions, erasing
from thenchot.snapshot.closing.events import Why
from thenchot.snapshot.closing.listing import standing
from thenchot.snapshot.closing.movement import CORRECTED, LATE, REARRANGED, entries_of, later
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.closing.openings import openings
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.movement import movement
from thenchot.snapshot.period import free
from thenchot.snapshot.tests.province import AT, ROOT, fill
from thenchot.snapshot.tests.test_figures import fill_more

from .conftest import CLERK, DEPUTY, PERIOD, Office, staff

MINT = SeededMint("later")

RANDOM = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def write(*acts, act_set=None, **more):
    return append([Draft(act, act_set or MINT.id(), **more) for act in acts], at=AT, by=7, mint=MINT)


def replaced(office, code, catalogue):
    second = actions.replace(office, code, Why.RECORDED_LATE, by=CLERK, at=AT, catalogue=catalogue)
    actions.review(office, second, by=CLERK, at=AT)
    actions.approve(office, second, by=DEPUTY, at=AT)
    return Closing(standing(second).path)


def newcomer(cell, person=5000, day=PERIOD.first):
    return m.Admitted(about=person, organisation=cell, effective_on=day, cell=cell)


def test_a_late_act_is_named_with_the_figures_it_changed(office, close, catalogue):
    code = close()
    old = Closing(standing(code).path)
    (late,) = write(newcomer(ROOT))
    write(m.CardIssued(about=5000, organisation=ROOT, effective_on=PERIOD.last, how=m.CardIssue.EXCHANGED))
    write(
        newcomer(ROOT, person=5001, day=PERIOD.last + timedelta(days=9))
    )  # after the period: changes nothing
    new = replaced(office, code, catalogue)
    moved = {one.figure: one for one in later(old, new).moved(ROOT)}
    cards = {one for one in moved if one.startswith("cards.")}
    assert set(moved) == {"members.total", "members.probationary"} | cards
    total = moved["members.total"]
    assert (total.new - total.old, total.came, total.went) == (1, 1, 0)
    assert [(one.seq, one.kind, one.how) for one in total.entries] == [
        (late.seq, "membership.admitted", LATE)
    ]
    assert entries_of(moved.values())[late.seq][:2] == ["members.total", "members.probationary"]


@RANDOM
@given(seed=st.integers(0, 2**32))
def test_rows_that_came_and_went_explain_every_difference(installation, catalogue, seed):
    installation.renew()
    fill(seed, 6, 12)
    staff([(CLERK, "office", ROOT), (DEPUTY, "confirmer", ROOT)])
    office = Office()
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    actions.review(office, code, by=CLERK, at=AT)
    actions.approve(office, code, by=DEPUTY, at=AT)
    cut_off = reading.size()
    fill_more(seed + 1)
    old, new = Closing(standing(code).path), replaced(office, code, catalogue)
    between, nodes = later(old, new), sorted({*old.parents} & {*new.parents})
    for one in [one for node in nodes for one in between.moved(node)]:
        assert all(old.manifest["cut_off"] < change.seq <= new.manifest["cut_off"] for change in one.entries)
        assert one.entries and any(change.seq > cut_off for change in one.entries)
        if catalogue.figures[one.figure].counts == "rows":
            assert one.new - one.old == one.came - one.went


def test_a_correction_and_a_merger_are_told_apart(office, close, catalogue):
    code = close()
    old = Closing(standing(code).path)
    badge = next(e for e in reading.of_kind("membership.badge_awarded") if e.effective_on <= PERIOD.last)
    (corrected,) = write(
        m.BadgeAwarded(**{**vars(badge.act), "years": "50" if badge.act.years != "50" else "40"}),
        does="restate", root=badge.root, reason="typing",
    )  # fmt: skip
    child = next(n for n, above in old.parents.items() if above == ROOT and old.figure("members.total", n))
    other = next(n for n, above in old.parents.items() if above == ROOT and n != child)
    (ended,) = write(g.Ended(about=child, effective_on=PERIOD.last, how=g.Ending.MERGED, heir=other))
    new = replaced(office, code, catalogue)
    between = later(old, new)
    hows = {
        (change.seq, change.how) for one in between.moved(ROOT, ["badges.years"]) for change in one.entries
    }
    assert (corrected.seq, CORRECTED) in hows
    (total,) = between.moved(other, ["members.total"])
    assert (ended.seq, REARRANGED) in {(change.seq, change.how) for change in total.entries}
    assert total.new - total.old == total.came - total.went == old.figure("members.total", child)
    with pytest.raises(ValueError, match="earlier"):
        later(new, old)


def test_who_was_erased_between_is_no_movement_of_the_figure(office, close, catalogue):
    code = close()
    old = Closing(standing(code).path)
    erasing.forget(old.rows("members.total", ROOT).column("person")[0])
    new = replaced(office, code, catalogue)
    (total,) = later(Closing(old.path), new).moved(ROOT, ["members.total"])
    assert total.old == total.new and (total.came, total.went, total.erased) == (1, 0, 1)


NEXT = free(PERIOD.last + timedelta(days=1), date(2023, 12, 31))


@RANDOM
@given(seed=st.integers(0, 2**32))
def test_the_lines_add_up_to_what_the_next_period_opens_with(installation, catalogue, seed):
    installation.renew()
    fill(seed, 8, 15)
    staff([(CLERK, "office", ROOT), (DEPUTY, "confirmer", ROOT)])
    office = Office()
    code = actions.prepare(office, ROOT, PERIOD, by=CLERK, at=AT, catalogue=catalogue)
    closing = Closing(standing(code).path)
    fill_more(seed + 1)
    agreed = 4242
    write(newcomer(ROOT, person=5002), act_set=agreed)
    write(newcomer(ROOT, person=5003))
    engine = open_engine()
    found = openings(closing, engine, movement(engine, NEXT, catalogue=catalogue), "members.total", [agreed])
    assert [node for node, line in found.lines.items() if line.difference] == []
    root = found.lines[ROOT]
    assert root.closed == closing.figure("members.total", ROOT) and root.reconciled >= 1 and root.erased == 0
    named = {one.person for one in found.corrections}
    assert {5002, 5003} <= named and all(one.entries for one in found.corrections if one.now is not None)
    engine.close()


def test_an_opening_only_of_the_period_that_follows(close, catalogue):
    closing, engine = Closing(standing(close()).path), open_engine()
    with pytest.raises(ValueError, match="follow"):
        openings(closing, engine, movement(engine, PERIOD, catalogue=catalogue), "members.total")
