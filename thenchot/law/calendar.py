"""Working days of public offices in Viet Nam: deadlines counted in them, from `holidays.toml`."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from .values import Grade

SHIPPED = Path(__file__).with_name("holidays.toml")
WEAKEST = (Grade.UNVERIFIED, Grade.SECONDARY, Grade.READ)


class NoCalendar(LookupError):
    """The calendar does not reach the year: (year,). Nothing is assumed about it."""


@dataclass(frozen=True, kw_only=True)
class Year:
    """One year: days off from Monday to Friday, weekend days worked instead, where it says so and how surely.

    `unverified` days are announced as days off and counted so; the law for them was not seen.
    """

    year: int
    off: frozenset[date]
    worked: frozenset[date]
    unverified: frozenset[date]
    source: str
    grade: Grade

    def works(self, day: date) -> bool:
        """Whether offices work on a day of this year."""
        if day.weekday() >= 5:
            return day in self.worked
        return day not in self.off and day not in self.unverified


class Holidays:
    """Years one after the other; ValueError when one is missing between two."""

    def __init__(self, years: Iterable[Year]) -> None:
        self.years = {year.year: year for year in sorted(years, key=lambda year: year.year)}
        if self.years and len(self.years) != max(self.years) - min(self.years) + 1:
            raise ValueError("a year is missing")
        self._days = [day for year in self.years.values() for day in _days_of(year.year) if year.works(day)]

    def place(self, day: date) -> int:
        """How many working days the calendar has up to and with a day; NoCalendar outside its years."""
        if day.year not in self.years:
            raise NoCalendar(day.year)
        return bisect_right(self._days, day)

    def at(self, place: int) -> date:
        """The working day at a place counted from 1; NoCalendar where there is none."""
        if place > len(self._days):
            raise NoCalendar(max(self.years) + 1)
        if place < 1:
            raise NoCalendar(min(self.years) - 1)
        return self._days[place - 1]

    def working_days(self) -> Iterable[date]:
        """Every working day of the calendar, in order."""
        return iter(self._days)

    def grade(self, since: date, until: date) -> Grade:
        """How surely the working days from one day to another are known: the weakest of what lies between."""
        if missing := {since.year, until.year} - self.years.keys():
            raise NoCalendar(min(missing))
        years = [self.years[year] for year in range(since.year, until.year + 1)]
        found = {year.grade for year in years}
        if any(since < day <= until for year in years for day in year.unverified):
            found.add(Grade.UNVERIFIED)
        return next(grade for grade in WEAKEST if grade in found)


def _days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


def add_working_days(day: date, number: int, holidays: Holidays) -> date:
    """The last day of a deadline of `number` (1 or more) working days that begins to run the day after `day`.

    Raises NoCalendar where the calendar does not reach, ValueError for a number below 1.
    """
    if number < 1:
        raise ValueError(number)
    return holidays.at(holidays.place(day) + number)


def working_days_between(since: date, until: date, holidays: Holidays) -> int:
    """Working days after `since` up to and with `until`; negative when `until` comes first."""
    return holidays.place(until) - holidays.place(since)


def load_holidays(path: Path = SHIPPED) -> Holidays:
    """The calendar shipped with this release; KeyError or ValueError when the file is not in order."""
    years = tomllib.loads(path.read_text(encoding="utf-8"))["year"]
    swaps = [swap for year in years for swap in year.get("swaps", ())]
    return Holidays(_year(given, swaps) for given in years)


def _year(given: dict[str, Any], swaps: list[dict[str, date]]) -> Year:
    """A swap may reach over New Year, so every year looks through all of them."""
    year = given["year"]
    return Year(
        year=year,
        off=frozenset(given["off"]) | {swap["off"] for swap in swaps if swap["off"].year == year},
        worked=frozenset(swap["worked"] for swap in swaps if swap["worked"].year == year),
        unverified=frozenset(given.get("unverified", ())),
        source=given["source"],
        grade=Grade(given["grade"]),
    )
