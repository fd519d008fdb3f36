"""Rounding and bounds, to the last printed place."""

from decimal import Decimal
from fractions import Fraction

import pytest

from thenchot.reports.checking.numbers import counts_giving, meets, place, shown
from thenchot.reports.reading.written import Bound, Figure


def figure(text: str, value: str, bound: Bound = Bound.EXACT) -> Figure:
    return Figure(0, 1, 0, len(text), text, Decimal(value), "percent", bound)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [("47%", "47", 1), ("14,8%", "14.8", Fraction(1, 10)), ("1.733", "1733", 1), ("35 nghìn", "35000", 1000),
     ("578,47 triệu", "578470000", 10_000), ("99.62%", "99.62", Fraction(1, 100)), ("hai", "2", 1)],
)  # fmt: skip
def test_the_last_printed_place(text: str, value: str, unit: int | Fraction) -> None:
    assert place(figure(text, value)) == unit


@pytest.mark.parametrize(
    ("true", "text", "value", "how"),
    [
        (Fraction(50), "50%", "50", "exact"),
        (Fraction(1, 2), "1%", "1", "rounded"),  # half up
        (Fraction(1, 2), "0%", "0", "rounded"),  # half even
        (Fraction(200, 3), "66,7%", "66.7", "rounded"),
        (Fraction(200, 3), "66,6%", "66.6", "cut"),
        (Fraction(200, 3), "66,8%", "66.8", None),
        (Fraction(200, 3), "66,5%", "66.5", None),
        (Fraction(121), "126", "126", None),
    ],
)
def test_how_a_number_meets_the_printed_one(true: Fraction, text: str, value: str, how: str | None) -> None:
    answer = meets(true, figure(text, value))
    assert (answer[1] if answer else None) == how


def test_bounds() -> None:
    over, nearly = figure("35 nghìn", "35000", Bound.OVER), figure("110.000", "110000", Bound.NEARLY)
    assert meets(Fraction(35_086), over) and not meets(Fraction(34_999), over)
    assert meets(Fraction(109_400), nearly) and not meets(Fraction(80_000), nearly)


def test_the_counts_that_give_a_percentage() -> None:
    assert counts_giving(Fraction(3334), figure("68,78%", "68.78")) == [2293]
    assert counts_giving(Fraction(1733), figure("96,22%", "96.22")) == []


def test_numbers_are_shown_the_vietnamese_way() -> None:
    assert [shown(Decimal("1733")), shown(Fraction(200, 3)), shown(Decimal("3.5E+4"))] == [
        "1.733",
        "66,6667",
        "35.000",
    ]
