"""Days as people type them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.files.dates import EXCEL, NotADay, read_day, read_month
from thenchot.ledger.days import PartialDay, iso, spoken

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
FORMS = [
    lambda day: spoken(day),
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: iso(day),
    lambda day: f"{day} 00:00:00",
    lambda day: day,
]


@given(day=DAYS, form=st.sampled_from(FORMS))
def test_every_form_of_a_day_is_that_day(day, form):
    assert read_day(form(day)) == day
    assert not isinstance(read_day(form(day)), PartialDay)


@given(day=st.dates(date(1906, 1, 1), date(2100, 12, 31)))
def test_excel_numbers_are_days(day):
    number = (day - EXCEL).days

    assert read_day(number) == read_day(Decimal(number)) == day


@given(day=DAYS)
def test_months_and_years_stay_partial(day):
    month, year = PartialDay.of(f"{day:%Y-%m}"), PartialDay.of(f"{day:%Y}")

    assert [iso(read_day(text)) for text in (spoken(month), iso(month), spoken(year))] == [
        iso(month), iso(month), iso(year),
    ]  # fmt: skip
    assert iso(read_day(day.year)) == iso(year)


@given(day=DAYS.filter(lambda day: day.day > 12))
def test_month_before_day_is_never_taken(day):
    with pytest.raises(NotADay, match="month_first"):
        read_day(f"{day.month}/{day.day}/{day.year}")


@given(
    given=st.one_of(
        st.text(), st.integers(), st.decimals(allow_nan=False, allow_infinity=False), st.booleans()
    )
)
def test_anything_else_is_refused_or_lies_within_the_range(given):
    try:
        day = read_day(given)
    except NotADay:
        return
    assert date(1900, 1, 1) <= day <= date(2100, 12, 31)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("11/21/2026", "month_first"), ("21/11/26", "two_digit_year"), ("31/2/2026", "no_such_day"),
        ("13/2026", "no_such_day"), ("21/11-2026", "not_a_day"), ("hôm nay", "not_a_day"), ("", "not_a_day"),
        ("21/11/1826", "year_out_of_range"), ("0000", "year_out_of_range"), ("46347", "not_a_day"),
        ("2026-11-21 07:00:00", "not_a_day"), ("٢١/١١/٢٠٢٦", "not_a_day"), (True, "not_a_day"),
        (None, "not_a_day"), (99012345678, "not_a_day"), (46347.5, "not_a_day"),
    ],
)  # fmt: skip
def test_what_is_no_day_says_why(text, code):
    with pytest.raises(NotADay, match=code):
        read_day(text)


def test_day_comes_before_month():
    assert read_day("3/4/2026") == date(2026, 4, 3)


def test_month_columns_take_months_and_what_excel_makes_of_them():
    assert iso(read_month("11/2026")) == iso(read_month(date(2026, 11, 1))) == "2026-11"
    for given_day in ("01/11/2026", date(2026, 11, 1) + timedelta(days=1)):
        with pytest.raises(NotADay, match="not_a_month"):
            read_month(given_day)
