"""Periods, trees, portable SQL, the catalogue: no database."""

from datetime import date

import pytest
from django.utils import translation

from thenchot.ledger.fold import Period as Held
from thenchot.snapshot import movement, period
from thenchot.snapshot.catalogue import Catalogue, Misdeclared
from thenchot.snapshot.declare import FLOW, PERSONS, STOCK, Figure, Population, Ratio, part_of
from thenchot.snapshot.engine import FOLD
from thenchot.snapshot.figures import added_up, each_once
from thenchot.snapshot.period import parse_period, same_period_last_year
from thenchot.snapshot.portable import breaches
from thenchot.snapshot.tree import AS_IT_WAS, Circle, tree_of

from .province import FIGURES, POPULATIONS


@pytest.mark.parametrize(
    ("text", "spoken", "words"),
    [
        ("2023", "01/01/2023–31/12/2023", "Năm 2023"),
        ("2024-02", "01/02/2024–29/02/2024", "Tháng 2 năm 2024"),
        ("9T2023", "01/01/2023–30/09/2023", "9 tháng đầu năm 2023"),
        ("Q1-2026", "01/01/2026–31/03/2026", "Quý I năm 2026"),
        ("2020-10-01..2023-09-30", "01/10/2020–30/09/2023", "Từ 01/10/2020 đến 30/09/2023"),
        ("NK2020-10-15..2023-09-30", "15/10/2020–30/09/2023", "Từ đầu nhiệm kỳ (15/10/2020) đến 30/09/2023"),
        ("2023@2023-12-14", "01/01/2023–31/12/2023", "Năm 2023 (số liệu đến ngày 14/12/2023)"),
    ],
)
def test_a_period_is_read_and_printed(text, spoken, words):
    with translation.override("vi"):
        assert (parse_period(text).spoken(), parse_period(text).words()) == (spoken, words)


@pytest.mark.parametrize(
    "text", ["", "23", "2023-13", "13T2023", "0T2023", "Q2-2023", "2023@2024-01-01", "2023-02-01..2023-01-01"]
)
def test_what_is_no_period_is_refused(text):
    with pytest.raises(ValueError):
        parse_period(text)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2024-02", "2023-02"),
        ("2025-02", "2024-02"),
        ("6T2025", "6T2024"),
        ("2023@2023-12-14", "2022@2022-12-14"),
        ("2024-02@2024-02-28", "2023-02@2023-02-28"),
        ("2024-02-29..2024-03-31", "2023-02-28..2023-03-31"),
    ],
)
def test_the_same_period_last_year(text, before):
    assert same_period_last_year(parse_period(text)) == parse_period(before)


def held(subject, track, value, since, until=None):
    def day(n):
        return None if n is None else date(2023, 1, n)

    return Held(subject, track, "", str(value), day(since), day(until), 1, None)


# 1 province; 2 and 3 communes under it; 4 a cell of 2. 2 ends on the 10th, heir 3; 3 on the 20th, heir 5.
STORY = [
    *(held(n, "exists", "yes", 1) for n in (1, 4)),
    held(2, "exists", "yes", 1, 10), held(3, "exists", "yes", 1, 20), held(5, "exists", "yes", 15),
    held(2, "parent", 1, 1, 10), held(3, "parent", 1, 1, 20), held(5, "parent", 1, 15),
    held(4, "parent", 2, 1, 10), held(4, "parent", 3, 10, 20), held(4, "parent", 5, 20),
    held(2, "heir", 3, 10), held(3, "heir", 5, 20),
]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "parents", "seat_of_2"),
    [
        (9, {1: None, 2: 1, 3: 1, 4: 2}, 2),
        (10, {1: None, 3: 1, 4: 3}, 3),
        (19, {1: None, 3: 1, 4: 3, 5: 1}, 3),
        (20, {1: None, 4: 5, 5: 1}, 5),
    ],
)
def test_an_ended_organisation_is_counted_at_its_living_heir(day, parents, seat_of_2):
    tree = tree_of(STORY, date(2023, 1, day))
    assert (tree.parents, tree.seats[2]) == (parents, seat_of_2)
    assert tree.contains(1, 2) and tree.contains(tree.seats[2], 2)


def test_as_it_was_an_ended_organisation_stays_under_what_it_was_under_last():
    tree = tree_of(STORY, date(2023, 1, 25), AS_IT_WAS)
    assert tree.parents == {1: None, 2: 1, 3: 1, 4: 5, 5: 1}
    assert tree.contains(2, 2) and not tree.contains(5, 2)


def test_heirs_in_a_circle_are_refused():
    story = [
        held(1, "exists", "yes", 1, 2), held(2, "exists", "yes", 1, 2),
        held(1, "heir", 2, 2), held(2, "heir", 1, 2),
    ]  # fmt: skip
    with pytest.raises(Circle):
        tree_of(story, date(2023, 1, 5))


OURS = {
    "fold.sql": FOLD,
    **{population.name: population.sql for population in POPULATIONS},
    "added_up": added_up("t", [figure for figure in FIGURES if figure.additive]),
    "each_once": each_once("t", PERSONS, [figure for figure in FIGURES if figure.counts == PERSONS]),
    "changes": movement.CHANGES,
    "on the way": movement.ON_THE_WAY,
}


@pytest.mark.parametrize("name", OURS)
def test_our_own_sql_is_portable(name):
    assert breaches(OURS[name]) == []


def test_every_population_and_predicate_of_the_house_is_portable(house):
    for population in house.populations.values():
        assert breaches(population.sql) == [], population.name
    for figure in house.figures.values():
        assert breaches(f"SELECT count(*) FROM t WHERE {figure.where}") == [], figure.code


@pytest.fixture
def house():
    """What every room with a module `figures` declares."""
    from importlib import import_module
    from pathlib import Path

    import thenchot.rooms

    made = Catalogue()
    for file in sorted(Path(thenchot.rooms.__file__).parent.glob("*/figures.py")):
        room = import_module(f"thenchot.rooms.{file.parent.name}.figures")
        made.register(room.POPULATIONS, room.FIGURES)
    return made


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT a::int FROM t",
        'SELECT "a" FROM t',
        "SELECT arg_max(a, b) FROM t",
        "SELECT list(a) FROM t",
        "SELECT [1, 2]",
        "SELECT {'a': 1}",
        "SELECT unnest(a) FROM t",
        "SELECT a FROM t QUALIFY row_number() OVER (ORDER BY a) = 1",
        "SELECT * EXCLUDE (a) FROM t",
        "SELECT a FROM t WHERE a ILIKE 'x'",
        "SELECT * FROM read_csv('x')",
        "SELECT a FROM 'x.parquet'",
        "FROM t",
        "SELECT a, count(*) FROM t GROUP BY ALL",
        "SELECT CAST(a AS HUGEINT) FROM t",
        "SELECT CAST(a AS VARCHAR) FROM t",
        "SELECT TRY_CAST(a AS INT) FROM t",
        "SELECT date_diff('day', a, b) FROM t",
        "SELECT datediff(a, b) FROM t",
        "SELECT now(), random() FROM t",
        "SELECT a FROM t TABLESAMPLE (10 PERCENT)",
        "COPY t TO 'x'",
        "DROP TABLE t",
        "SELECT 1; SELECT 2",
    ],
)
def test_what_one_engine_alone_runs_is_named(sql):
    assert breaches(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT count(DISTINCT a), count(*) FILTER (WHERE a > 1), sum(CASE WHEN b THEN 1 ELSE 0 END) FROM t",
        "WITH s AS (SELECT a FROM t UNION ALL SELECT b FROM u) SELECT s.a FROM s LEFT JOIN u ON u.a = s.a",
        "SELECT lag(a) OVER (PARTITION BY b ORDER BY c) FROM t WHERE a BETWEEN DATE '2020-01-01' AND b",
        "SELECT year(a), a + INTERVAL 3 DAY, CAST(rpad(b, 10, '-01-01') AS DATE), CAST(c AS STRING) FROM t",
        "SELECT a || b FROM t WHERE a IS NOT DISTINCT FROM b AND NOT EXISTS (SELECT 1 FROM v)",
    ],
)
def test_what_both_engines_run_is_not(sql):
    assert breaches(sql) == []


def figure(code="a", **given):
    return Figure(**{"code": code, "vi": "a", "en": "a", "unit": "x", "population": "p", **given})


def population(name="p", kind=STOCK, **given):
    return Population(name=name, vi="p", en="p", kind=kind, sql="SELECT 1", **given)


@pytest.mark.parametrize(
    ("populations", "figures"),
    [
        ([population("P p")], []),
        ([population(kind="other")], []),
        ([population(dimensions={"x": "a; DROP"})], []),
        ([population(dimensions={"x": "seat"})], []),
        ([population(), population(kind=FLOW)], []),
        ([population()], [figure(population="q")]),
        ([population()], [figure(), figure(where="false")]),
        ([population()], [figure(relations=(part_of("b"),))]),
        ([population()], [figure(), Ratio(code="r", vi="r", en="r", numerator="a", base="b")]),
    ],
)
def test_what_cannot_be_counted_is_refused(populations, figures):
    catalogue = Catalogue()
    with pytest.raises(Misdeclared):
        catalogue.register(populations, figures)
        catalogue.check()


def test_handing_in_twice_changes_nothing():
    catalogue = Catalogue()
    for _ in range(2):
        catalogue.register(POPULATIONS, FIGURES)
    assert list(catalogue.figures) == [figure.code for figure in FIGURES]


def test_kinds_of_period_have_their_names():
    assert {period.parse_period(t).kind for t in ("2023", "2023-09", "9T2023", "Q1-2026")} == {
        "year", "month", "months", "quarter",
    }  # fmt: skip
