"""Printed figures against closed ones: exactly, as printed, of another period, unknown."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from thenchot.reports.against import Outcome, Span, Unknown, compare, of_this_period, step_of
from thenchot.reports.checking.whose import Whose
from thenchot.reports.reading.reader import lines_of, read
from thenchot.reports.reading.written import Bound, Figure, Match, Period

YEAR = Span(date(2023, 1, 1), date(2023, 12, 31), date(2023, 12, 15))


def printed(text, value, bound=Bound.EXACT, period=None, code="A1.1"):
    match = Match(code, 1.0) if code else None
    return Figure(
        0, 1, 0, len(text), text, Decimal(value), "members", bound, period=period or Period(), match=match
    )


def compared(figure, closed):
    def value(code, _organisation):
        if code != "A1.1":
            raise Unknown(code)
        return None if closed is None else Decimal(closed)

    (one,) = compare((figure,), YEAR, value, lambda _figure: Whose())
    return one


@pytest.mark.parametrize(
    ("text", "value", "bound", "closed", "expected"),
    [
        ("1.733", "1733", Bound.EXACT, "1733", Outcome.AGREES),
        ("1.733", "1733", Bound.EXACT, "1735", Outcome.DIFFERS),
        ("2.600", "2600", Bound.OVER, "2611", Outcome.AS_PRINTED),
        ("2.600", "2600", Bound.OVER, "2599", Outcome.DIFFERS),
        ("110.000", "110000", Bound.NEARLY, "109870", Outcome.AS_PRINTED),
        ("110.000", "110000", Bound.NEARLY, "90000", Outcome.DIFFERS),
        ("110.000", "110000", Bound.NEARLY, "110001", Outcome.DIFFERS),
        ("5", "5", Bound.UNDER, "4", Outcome.AS_PRINTED),
        ("46,9%", "46.9", Bound.EXACT, "46.8551", Outcome.AS_PRINTED),
        ("46,9%", "46.9", Bound.EXACT, "46.8499", Outcome.DIFFERS),
        ("35 nghìn", "35000", Bound.EXACT, "35410", Outcome.AS_PRINTED),
        ("578,47 triệu đồng", "578470000", Bound.EXACT, "578473210", Outcome.AS_PRINTED),
        ("36", "36", Bound.OF, "36", Outcome.AGREES),
        ("không có", "0", Bound.EXACT, "0", Outcome.AGREES),
        ("một", "1", Bound.EXACT, "2", Outcome.DIFFERS),
    ],
)
def test_printed_and_closed(text, value, bound, closed, expected):
    one = compared(printed(text, value, bound), closed)

    assert one.outcome is expected
    assert one.gap == Decimal(value) - Decimal(closed)


def test_unknown_unmatched_and_unrecorded():
    assert compared(printed("1", "1", code=""), "1").outcome is Outcome.NOT_IN_CATALOGUE
    assert compared(printed("1", "1", code="X"), "1").outcome is Outcome.NOT_IN_CATALOGUE
    assert compared(printed("1", "1"), None).outcome is Outcome.NOT_RECORDED


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(), True),
        (Period("2023-01-01", "2023-12-31"), True),
        (Period("2023", "2023"), True),
        (Period(as_of="2023-12-15"), True),
        (Period(as_of="2023-12"), True),
        (Period("2022-01-01", "2022-12-31"), False),
        (Period("2021", "2023"), False),
        (Period(as_of="2023-09-30"), False),
    ],
)
def test_only_figures_of_the_closings_period_are_compared(period, expected):
    assert of_this_period(period, YEAR) is expected
    if not expected:
        one = compared(printed("1.733", "1733", period=period), "5")
        assert (one.outcome, one.gap) == (Outcome.OTHER_PERIOD, None)


def test_every_figure_of_a_report_is_compared():
    reading = read(lines_of("Năm 2023 kết nạp 45 đảng viên, khai trừ 3 đảng viên."))
    figures = tuple(replace(one, match=Match("A1.1", 1.0)) for one in reading.figures)

    found = list(compare(figures, YEAR, lambda _code, _at: Decimal(45), lambda _figure: Whose()))

    assert [one.outcome for one in found] == [Outcome.AGREES, Outcome.DIFFERS]


def test_step_is_the_last_place_printed():
    figures = [("46,86%", "46.86"), ("1,2 tỷ", "1200000000"), ("0", "0"), ("1.000", "1000")]

    assert [step_of(printed(*one)) for one in figures] == [Decimal("0.01"), 10**8, 1, 1]
