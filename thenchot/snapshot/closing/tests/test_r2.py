"""A closed report never changes: whatever happens in the book, the folder says the same, row for row."""

import random
from dataclasses import replace
from datetime import date

from thenchot.ledger import reading
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.organisations import events as g
from thenchot.snapshot import segments
from thenchot.snapshot.asking import ask
from thenchot.snapshot.closing.listing import standing
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.closing.verifying import verify
from thenchot.snapshot.declare import PERSONS, ROUNDS
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.figures import count
from thenchot.snapshot.opened import breakdown, rows
from thenchot.snapshot.tests.province import AT, ROOT, change

from .conftest import CODE, KEY, PERIOD


def contents(path):
    return {
        file.relative_to(path).as_posix(): file.read_bytes() for file in path.rglob("*") if file.is_file()
    }


def upheaval():
    """Merge and move organisations, correct and annul acts, throw the cache away."""
    mint, chance = SeededMint("upheaval"), random.Random(7)
    drafts = [
        Draft(g.Ended(about=3, effective_on=date(2023, 1, 5), how=g.Ending.MERGED, heir=2), mint.id()),
        Draft(g.Moved(about=7, effective_on=date(2023, 1, 2), parent=1), mint.id()),
    ]
    people = [row[0] for row in reading.rows("SELECT DISTINCT about FROM ledger_entry WHERE about >= 1000")]
    for entry in [e for of in reading.load(people).values() for e in of if e.does == "record"]:
        if chance.random() < 0.5:
            drafts.append(change(chance, mint, replace_organisation(entry)))
    append(drafts, at=AT, by=7, mint=mint)
    segments.clear()


def replace_organisation(entry):
    return replace(entry, act=replace(entry.act, organisation=1))


def test_after_merge_correction_and_annulment_the_folder_says_the_same(close, catalogue):
    one = standing(close())
    before, closed = contents(one.path), Closing(one.path)
    figures = {(c, n): closed.figure(c, n) for c in catalogue.figures for n in closed.parents}
    behind = {place: closed.rows(*place) for place in figures}
    digests = closed.digests()
    upheaval()
    again = Closing(one.path)
    assert contents(one.path) == before
    assert {place: again.figure(*place) for place in figures} == figures
    assert {place: again.rows(*place) for place in figures} == behind
    assert again.digests() == digests
    assert again.recounted() == again.counted()
    assert verify(one.path, KEY.public_key(), CODE).in_order
    engine = open_engine()
    today = count(engine, PERIOD, catalogue=catalogue)
    assert any(today.value(c, n) != v for (c, n), v in figures.items() if n in today.tree.parents)


def test_the_folder_says_what_the_engine_said(close, catalogue):
    for organisation in (ROOT, 2):
        one = standing(close(organisation))
        closed, engine = Closing(one.path), open_engine(one.cut_off)
        counts = count(engine, PERIOD, catalogue=catalogue)
        under = [n for n in counts.organisations if organisation in ask(engine, PERIOD).tree.above(n)]
        assert sorted(closed.parents) == under
        for code, figure in catalogue.figures.items():
            by = sorted(catalogue.populations[figure.population].dimensions)[:2]
            for node in under:
                assert closed.figure(code, node) == counts.value(code, node)
                mine, asked = closed.rows(code, node), rows(engine, PERIOD, code, node, catalogue=catalogue)
                assert (mine.columns, mine.rows, mine.erased) == (asked.columns, asked.rows, 0)
                cells = breakdown(engine, PERIOD, code, node, by, catalogue=catalogue)
                assert closed.breakdown(code, node, by) == cells
        engine.close()


def test_every_figure_equals_its_list(close, catalogue):
    closed = Closing(standing(close()).path)
    column = {PERSONS: "person", ROUNDS: "entry"}
    for code, figure in catalogue.figures.items():
        if figure.counts == "how_many":
            continue
        for node in closed.parents:
            behind = closed.rows(code, node)
            whole = set(behind.column(column[figure.counts])) if figure.counts in column else behind.rows
            assert closed.figure(code, node) == len(whole)


def test_what_was_stated_is_marked_and_shares_keep_their_base(installation, close, catalogue):
    from thenchot.snapshot.events import FigureStated

    mint = SeededMint("stated")
    day = PERIOD.last
    said = FigureStated(
        about=ROOT, organisation=ROOT, effective_on=day, figure="stated.schools", first=day, last=day,
        whole=41, estimate=True,
    )  # fmt: skip
    append([Draft(said, mint.id())], at=AT, by=7, mint=mint)
    closed = Closing(standing(close()).path)
    one = closed.stated("stated.schools", ROOT)
    assert (one.value, one.estimate, one.mark()) == (41, True, "ước")
    assert closed.figure("stated.schools", ROOT) == 41 and closed.stated("members.total", ROOT) is None
    share = closed.ratios(ROOT)["share.women"]
    assert (share.numerator, share.base) == (
        closed.figure("members.women", ROOT), closed.figure("members.total", ROOT),
    )  # fmt: skip
    assert share.value is not None


def test_what_was_open_to_review_stands_on_the_face(installation, close, office):
    from thenchot.law.review_events import Outcome, Reviewed, ToReview

    def about(kind, person, **more):
        common = {"about": person, "effective_on": PERIOD.first, "organisation": ROOT, "rule": "some_rule"}
        append([Draft(kind(**common, **more), 9)], at=AT, by=7, mint=office.mint)

    about(ToReview, 1001, entry=20, grade="against")
    about(ToReview, 1002, entry=21, grade="against")
    about(Reviewed, 1002, entry=21, outcome=Outcome.AS_ON_PAPER)
    manifest = Closing(standing(close()).path).manifest
    assert manifest["to_review"] == [{"rule": "some_rule", "grade": "against", "entry": 20}]
