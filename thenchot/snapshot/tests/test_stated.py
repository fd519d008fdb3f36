"""Stated figures give way to counted ones; shares keep their base; relations and comparability."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as m
from thenchot.rooms.organisations import events as g
from thenchot.snapshot.catalogue import Catalogue
from thenchot.snapshot.declare import Figure, Ratio, Stated, part_of, same_as, sums
from thenchot.snapshot.engine import open_engine
from thenchot.snapshot.events import FigureStated
from thenchot.snapshot.figures import count
from thenchot.snapshot.period import month, months, whole_year
from thenchot.snapshot.stated import check_relations, comparable, ratios, stated, stated_under

from .province import AT, FIGURES, POPULATIONS

YEAR = whole_year(2023)


@pytest.fixture
def catalogue():
    made = Catalogue()
    made.register(
        POPULATIONS,
        [
            *FIGURES,
            Stated(code="m15", vi="m15", en="m15", unit="x"),
            Ratio(code="m17", vi="m17", en="m17", numerator="members.total", base="m15"),
            Ratio(code="full.share", vi="x", en="x", numerator="members.full", base="members.total"),
        ],
    )
    made.check()
    return made


@pytest.fixture
def book(installation):
    def cell(node, parent):
        return g.Founded(
            about=node, effective_on=date(2023, 1, 1), code=f"c{node}", name=node, parent=parent,
            type=g.OrganisationType.CELL,
        )  # fmt: skip

    write(cell(1, None), cell(2, 1), cell(3, 1))
    write(
        *(m.Admitted(about=1000 + n, organisation=2, effective_on=date(2023, 5, 1), cell=2) for n in range(3))
    )
    write(m.Recognised(about=1000, organisation=2, effective_on=date(2023, 6, 1)))
    return write


def write(*acts):
    append([Draft(act, 1) for act in acts], at=AT, by=7, mint=SeededMint(str(acts)))


def say(about, code, whole=None, **given):
    return FigureStated(
        about=about, effective_on=date(2023, 12, 31), figure=code, first=date(2023, 1, 1),
        last=date(2023, 12, 31), whole=whole, **given,
    )  # fmt: skip


def test_the_latest_statement_stands_and_counted_figures_take_its_place(book, catalogue):
    book(
        say(2, "m15", 5),
        say(2, "m15", 6, estimate=True),
        say(2, "members.total", 9),
        say(3, "members.total", 400),
    )
    engine = open_engine()
    counts = count(engine, YEAR, catalogue=catalogue)
    found = stated(engine, YEAR, counts, catalogue)
    assert {place: (one.value, one.mark()) for place, one in found.items()} == {
        ("m15", 2): (6, "ước"),
        ("members.total", 3): (400, "số nhập"),
    }
    assert counts.value("members.total", 1) == 3
    assert stated_under(found, counts.tree, "members.total", 1) == 400


def test_a_share_stands_on_whole_numbers_and_rounds_half_up(book, catalogue):
    book(say(2, "m15", 8))
    engine = open_engine()
    counts = count(engine, YEAR, catalogue=catalogue)
    shares = ratios(counts, 2, stated(engine, YEAR, counts, catalogue), catalogue)
    assert shares["m17"].value == Decimal("37.50") and shares["m17"].stated
    share = shares["full.share"]
    assert (share.numerator, share.base, share.value, share.stated) == (1, 3, Decimal("33.33"), False)
    assert ratios(counts, 3, {}, catalogue)["full.share"].value is None


def test_two_thirds_of_a_hundred_and_a_half_round_up(book, catalogue):
    one = Ratio(code="m17", vi="", en="", numerator="members.total", base="m15", decimals=0)
    catalogue.ratios["m17"] = one
    book(say(2, "m15", 8))  # 37.5 %
    engine = open_engine()
    counts = count(engine, YEAR, catalogue=catalogue)
    assert ratios(counts, 2, stated(engine, YEAR, counts, catalogue), catalogue)["m17"].value == 38


def test_a_statement_is_one_number():
    for given in ({}, {"whole": 1, "decimal": Decimal("1.5")}):
        with pytest.raises(ValueError):
            say(2, "m15", **given)


def test_relations_that_do_not_hold_are_named(book, catalogue):
    counts = count(open_engine(), YEAR, catalogue=catalogue)
    assert check_relations(counts, catalogue) == []

    def bad(code, where, *relations):
        return Figure(
            code=code, vi="", en="", unit="x", population="test_members", where=where, relations=relations
        )

    catalogue.register(
        [],
        [
            bad("bad.part", "true", part_of("members.full")),
            bad("bad.sum", "true", sums("members.full", "members.full")),
            bad("bad.same", "true", same_as("members.full")),
        ],
    )
    counts = count(open_engine(), YEAR, catalogue=catalogue)
    assert {(u.code, u.organisation, u.value, u.against) for u in check_relations(counts, catalogue)} == {
        (code, node, 3, against)
        for code, against in (("bad.part", (1,)), ("bad.sum", (1, 1)), ("bad.same", (1,)))
        for node in (1, 2)
    }


def test_what_changed_its_meaning_between_two_periods_is_not_compared(catalogue):
    since = Figure(
        code="x", vi="", en="", unit="x", population="test_badges", breaks=(date(2025, 7, 1),),
        why_not_comparable="bỏ cấp huyện",
    )  # fmt: skip
    assert comparable(since, whole_year(2026), whole_year(2027), catalogue) is None
    assert "bỏ cấp huyện" in comparable(since, whole_year(2026), whole_year(2025), catalogue)
    until = Figure(code="x", vi="", en="", unit="x", population="test_members", breaks=(date(2025, 7, 1),))
    assert comparable(until, months(2025, 6), months(2024, 6), catalogue) is None
    assert comparable(until, months(2025, 7), months(2024, 7), catalogue)
    assert comparable(until, month(2024, 6), months(2024, 6), catalogue)
    twice = replace(until, breaks=(date(2025, 7, 1), date(2026, 7, 26)))
    assert comparable(twice, whole_year(2022), whole_year(2023), catalogue) is None
    assert comparable(twice, whole_year(2025), whole_year(2026), catalogue)
