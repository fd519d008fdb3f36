from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.law.calendar import (
    Holidays,
    NoCalendar,
    Year,
    add_working_days,
    load_holidays,
    working_days_between,
)
from thenchot.law.values import Grade

SHIPPED = load_holidays()


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("since", "number", "due"),
    [
        ("2026-03-02", 1, "2026-03-03"),  # the day after is the first
        ("2026-03-06", 1, "2026-03-09"),  # Friday to Monday
        ("2026-02-13", 1, "2026-02-23"),  # over Tết
        ("2026-04-24", 3, "2026-05-04"),  # Hùng kings on a Sunday given back on Monday, 30/4, 1/5
        ("2024-04-26", 1, "2024-05-02"),  # 29/4 swapped
        ("2024-05-03", 1, "2024-05-04"),  # for the Saturday after
        ("2018-12-28", 2, "2019-01-03"),  # 31/12/2018 swapped over New Year
        ("2019-01-04", 1, "2019-01-05"),
        ("2020-09-01", 1, "2020-09-03"),  # one day off for 2/9
        ("2021-09-01", 1, "2021-09-06"),  # two from 2021
        ("2026-08-28", 1, "2026-09-03"),
        ("2026-11-23", 1, "2026-11-25"),  # 24/11 counts as off
    ],
)
def test_deadlines_in_working_days(since, number, due):
    assert add_working_days(day(since), number, SHIPPED) == day(due)


def test_sixty_working_days_from_a_cell_resolution_over_tet():
    """By hand: 20 in January with Saturday the 10th, 15 in February, 22 in March, 3 in April."""
    assert add_working_days(day("2026-01-05"), 60, SHIPPED) == day("2026-04-03")


@given(st.dates(date(2015, 1, 1), date(2026, 6, 1)), st.integers(1, 120))
def test_the_days_between_are_the_days_added(since, number):
    due = add_working_days(since, number, SHIPPED)
    assert working_days_between(since, due, SHIPPED) == number
    assert working_days_between(since, due - timedelta(days=1), SHIPPED) == number - 1
    assert working_days_between(due, since, SHIPPED) == -number


def test_a_deadline_of_no_days_is_refused():
    with pytest.raises(ValueError):
        add_working_days(day("2026-03-02"), 0, SHIPPED)


@pytest.mark.parametrize(
    ("since", "number", "year"), [("2014-12-31", 1, 2014), ("2028-01-03", 1, 2028), ("2027-12-20", 60, 2028)]
)
def test_a_year_without_data_is_said_not_guessed(since, number, year):
    with pytest.raises(NoCalendar) as missing:
        add_working_days(day(since), number, SHIPPED)
    assert missing.value.args == (year,)


def test_a_missing_year_between_two_is_refused():
    empty = frozenset()
    years = [
        Year(year=y, off=empty, worked=empty, unverified=empty, source="x", grade=Grade.READ)
        for y in (2020, 2022)
    ]
    with pytest.raises(ValueError, match="missing"):
        Holidays(years)


@pytest.mark.parametrize(
    ("since", "until", "grade"),
    [
        ("2026-11-01", "2026-11-23", Grade.SECONDARY),
        ("2026-11-01", "2026-11-24", Grade.UNVERIFIED),
        ("2026-11-24", "2026-12-10", Grade.SECONDARY),
        ("2026-12-10", "2027-01-10", Grade.UNVERIFIED),
    ],
)
def test_a_deadline_over_a_day_only_announced_says_so(since, until, grade):
    assert SHIPPED.grade(day(since), day(until)) is grade


@pytest.mark.parametrize("year", range(2015, 2028))
def test_a_year_has_the_days_off_that_the_law_gives(year):
    """Ten a year, eleven from 2021, each given back when it falls on a weekend; swaps come on top."""
    given = SHIPPED.years[year]
    swapped = {2015: 3, 2018: 1, 2019: 1, 2024: 1, 2025: 1, 2026: 2}.get(year, 0)
    assert len(given.off) == (11 if year >= 2021 else 10) + swapped
    assert [d for d in given.off | given.unverified if d.weekday() >= 5 or d.year != year] == []
    assert [d for d in given.worked if d.weekday() < 5 or d.year != year] == []


@pytest.mark.parametrize("year", range(2015, 2028))
def test_the_fixed_days_are_off_or_given_back_on_the_next_working_day(year):
    for month, number in ((1, 1), (4, 30), (5, 1), (9, 2)):
        first = date(year, month, number)
        after = [first + timedelta(days=n) for n in range(5)]
        assert any(d in SHIPPED.years[year].off for d in after), first
        assert not SHIPPED.years[year].works(first), first
