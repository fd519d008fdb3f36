"""What rooms declare fits together: codes, languages, portable SQL, printed numbers, relations."""

import re
from collections import Counter
from importlib import import_module
from pathlib import Path

import pytest

from thenchot.snapshot.declare import Figure
from thenchot.snapshot.portable import breaches

from .counting import BEGIN, ROOMS, Counted, map_of_a_province, whole_catalogue, write

HERE = Path(__file__).parents[1]
DECLARED = [figure for room in ROOMS for figure in import_module(f"thenchot.rooms.{room}.figures").FIGURES]
POPULATIONS = [one for room in ROOMS for one in import_module(f"thenchot.rooms.{room}.figures").POPULATIONS]
FIGURES = [figure for figure in DECLARED if isinstance(figure, Figure)]

# Of the report's list of figures: every row of parts 2a and 2b that rooms of this house count.
ASKED = [
    *(f"O{n:02}" for n in (*range(1, 16), 17)),
    *(f"M{n:02}" for n in (*range(1, 6), *range(7, 14), *range(15, 18), *range(19, 27), *range(28, 42))),
    "K04", "K14", "K16",
]  # fmt: skip


def test_each_code_is_declared_once():
    assert [code for code, times in Counter(one.code for one in DECLARED).items() if times > 1] == []


def test_each_name_is_declared_once_in_each_language():
    for language in ("vi", "en"):
        names = Counter(getattr(one, language) for one in DECLARED)
        assert [name for name, times in names.items() if times > 1 or not name] == []


@pytest.mark.parametrize("row", ASKED)
def test_each_row_of_the_list_is_there(row):
    assert any(one.code == row or one.code.startswith(f"{row}.") for one in DECLARED)


def test_relations_and_shares_speak_of_figures_there_are():
    whole_catalogue()


@pytest.mark.parametrize("population", POPULATIONS, ids=lambda one: one.name)
def test_populations_are_portable(population):
    assert breaches(population.sql) == []


@pytest.mark.parametrize("figure", FIGURES, ids=lambda one: one.code)
def test_predicates_are_portable(figure):
    assert breaches(f"SELECT 1 FROM rows_counted WHERE {figure.where}") == []


@pytest.mark.parametrize("full", [False, True])
def test_every_population_runs_on_an_empty_book_and_on_one_with_a_map(installation, full):
    if full:
        write(*map_of_a_province())
    counts = Counted().all(BEGIN)
    assert counts.unseated == dict.fromkeys((one.name for one in POPULATIONS), 0)
    assert bool(counts.organisations) == full


def test_what_says_it_cannot_be_compared_says_why():
    for figure in FIGURES:
        assert bool(figure.breaks) == bool(figure.why_not_comparable), figure.code


def test_sensitive_figures_do_not_reach_further_than_allowed():
    reach = {figure.code: figure.reach for figure in FIGURES if figure.sensitive}
    assert {code: reach[code] for code in ("M05", "M21")} == {"M05": "commune", "M21": "commune"}
    assert {reach[code] for code in reach if re.match(r"M32", code)} == {"body"}
    assert {"M09", "M31", "M33", "M34"} <= set(reach)
