"""Days as people type them: 21/11/2026, 11/2026, 2026, Excel's numbers. Day before month, as in Viet Nam."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from thenchot.ledger.days import PartialDay

FIRST_YEAR, LAST_YEAR = 1900, 2100
# Excel counts days from here; its 29/02/1900 never was, so numbers are read only from 1901 on.
EXCEL = date(1899, 12, 30)
DAY_FIRST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})\Z", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})\Z", re.ASCII)
MONTH_FIRST = re.compile(r"(\d{1,2})[/.-](\d{4})\Z", re.ASCII)
MONTH_LAST = re.compile(r"(\d{4})[/.-](\d{1,2})\Z", re.ASCII)
YEAR = re.compile(r"\d{4}\Z", re.ASCII)
MIDNIGHT = re.compile(r"[ T]0?0:00(:00(\.0+)?)?\Z", re.ASCII)


class NotADay(ValueError):
    """What was given is no day; `code` names the sentence in `words.FINDINGS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def read_day(given: object) -> date:
    """A day, or a `PartialDay` where only month or year is given.

    Takes a date, text in one of the forms above (also `2026-11-21`), a year as a number (1900 … 2100) or
    a larger Excel day number. `3/4/2026` is 3 April. NotADay with `month_first`, `two_digit_year`,
    `no_such_day`, `year_out_of_range` or `not_a_day`.
    """
    if isinstance(given, date):
        return _in_range(given)
    if isinstance(given, (int, Decimal)) and not isinstance(given, bool):
        return _from_number(given)
    if not isinstance(given, str):
        raise NotADay("not_a_day")
    return _from_text(MIDNIGHT.sub("", given.strip()))


def read_month(given: object) -> PartialDay:
    """A month or year. A date cell on the first of a month is what Excel makes of `11/2026`, and taken so."""
    day = read_day(given)
    if isinstance(day, PartialDay):
        return day
    if isinstance(given, str) or day.day != 1:
        raise NotADay("not_a_month")
    return PartialDay.of(f"{day:%Y-%m}")


def _from_text(text: str) -> date:
    if found := DAY_FIRST.match(text):
        day, _, month, year = found.groups()
        if len(year) == 2:
            raise NotADay("two_digit_year")
        return _day(int(year), int(month), int(day))
    if found := YEAR_FIRST.match(text):
        return _day(int(found[1]), int(found[3]), int(found[4]), swapped=False)
    if found := MONTH_FIRST.match(text):
        return _month(int(found[2]), int(found[1]))
    if found := MONTH_LAST.match(text):
        return _month(int(found[1]), int(found[2]))
    if YEAR.match(text):
        return _year(int(text))
    raise NotADay("not_a_day")


def _from_number(number: int | Decimal) -> date:
    if number != int(number):
        raise NotADay("not_a_day")
    if FIRST_YEAR <= number <= LAST_YEAR:
        return _year(int(number))
    if not LAST_YEAR < number < 80_000:
        raise NotADay("not_a_day")
    return _in_range(EXCEL + timedelta(days=int(number)))


def _day(year: int, month: int, day: int, swapped: bool = True) -> date:
    if swapped and 12 < month <= 31 and day <= 12:
        raise NotADay("month_first")
    try:
        return _in_range(date(year, month, day))
    except NotADay:
        raise
    except ValueError:
        raise NotADay("no_such_day") from None


def _month(year: int, month: int) -> PartialDay:
    if not 1 <= month <= 12:
        raise NotADay("no_such_day")
    _in_range(date(max(year, 1), month, 1))
    return PartialDay.of(f"{year:04}-{month:02}")


def _year(year: int) -> PartialDay:
    _in_range(date(max(year, 1), 1, 1))
    return PartialDay.of(f"{year:04}")


def _in_range(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise NotADay("year_out_of_range")
    return day
