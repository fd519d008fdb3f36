"""Cách tính: the predicate of every figure declared is read in words."""

import re

import pytest

from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.surface.figures import explained, sections

RAW = re.compile(r"[a-z]_[a-z]|[='()<>]|\b(AND|OR|NOT|IN|NULL)\b")


@pytest.mark.parametrize("code", sorted(CATALOGUE.figures))
def test_no_predicate_is_printed_as_code(code):
    figure = CATALOGUE.figures[code]
    for said in explained.clauses(figure, CATALOGUE.populations[figure.population]):
        assert not RAW.search(said), said
        assert said.partition(": ")[2] != figure.where


def test_alternatives_and_exceptions():
    figure = CATALOGUE.figures["O13"]
    (said,) = explained.clauses(figure, CATALOGUE.populations[figure.population])
    assert " hoặc " in said
    assert explained.clauses(CATALOGUE.figures["M01"], CATALOGUE.populations["members"]) == []


def test_what_a_part_adds_to_its_whole():
    population = CATALOGUE.populations["admissions"]
    assert explained.extra(CATALOGUE.figures["M19"], CATALOGUE.figures["M16"], population) == ["nữ"]


def test_every_figure_stands_in_a_section_under_a_heading():
    declared = [*CATALOGUE.figures, *CATALOGUE.ratios, *CATALOGUE.stated]
    for section in sections.SECTIONS:
        for group in sections.groups(declared, section):
            assert group.heading != str(sections.OTHERS), group.codes
    placed = [c for s in sections.SECTIONS for g in sections.groups(declared, s) for c in g.codes]
    assert sorted(placed) == sorted(declared)
    assert sections.in_order("M9") < sections.in_order("M10")
