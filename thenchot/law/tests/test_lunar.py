"""Tết and the day of the Hùng kings from the sky: new moons and the sun's longitude, in Viet Nam's time."""

import tomllib
from datetime import date, timedelta
from math import floor, pi, radians, sin

import pytest

from thenchot.law.calendar import SHIPPED, load_holidays

YEARS = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))["year"]
JULIAN_DAY_OF_ORDINAL_0 = 1721424.5
CLOCKS = 7 / 24 - 70 / 86400  # from dynamical time to Viet Nam's; 70 s holds within 2 s for these years


def local_day(julian: float) -> date:
    return date.fromordinal(floor(julian + CLOCKS - JULIAN_DAY_OF_ORDINAL_0))


def new_moon(k: int) -> float:
    """Julian day of the k-th new moon after 6/1/2000 (Meeus, Astronomical Algorithms, ch. 49, main terms)."""
    t = k / 1236.85
    sun = radians(2.5534 + 29.10535670 * k)
    moon = radians(201.5643 + 385.81693528 * k + 0.0107582 * t**2)
    node = radians(160.7108 + 390.67050284 * k - 0.0016118 * t**2)
    e = 1 - 0.002516 * t
    return (
        2451550.09766 + 29.530588861 * k + 0.00015437 * t**2
        - 0.40720 * sin(moon) + 0.17241 * e * sin(sun) + 0.01608 * sin(2 * moon) + 0.01039 * sin(2 * node)
        + 0.00739 * e * sin(moon - sun) - 0.00514 * e * sin(moon + sun) + 0.00208 * e**2 * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * node) - 0.00057 * sin(moon + 2 * node) + 0.00056 * e * sin(2 * moon + sun)
        - 0.00042 * sin(3 * moon) + 0.00042 * e * sin(sun + 2 * node) + 0.00038 * e * sin(sun - 2 * node)
    )  # fmt: skip


def sun_longitude(julian: float) -> float:
    """Apparent longitude of the sun in degrees, good to 0.01 (Meeus, ch. 25)."""
    t = (julian - 2451545) / 36525
    mean = radians(357.52911 + 35999.05029 * t)
    centre = 1.914602 * sin(mean) + 0.019993 * sin(2 * mean) + 0.000289 * sin(3 * mean)
    node = 125.04 - 1934.136 * t
    return (280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * sin(node * pi / 180)) % 360


def day_of_longitude(year: int, longitude: float) -> date:
    """The day in the first half of a year on which the sun reaches a longitude."""
    low = 2451544.5 + 365.25 * (year - 2000)
    high = low + 182
    while high - low > 1e-4:
        middle = (low + high) / 2
        passed = (sun_longitude(middle) - longitude) % 360 < 180
        low, high = (low, middle) if passed else (middle, high)
    return local_day(high)


def month_with(year: int, longitude: float) -> date:
    """First day of the lunar month in which the sun reaches a longitude: 330 is in the first month."""
    marked = day_of_longitude(year, longitude)
    around = round((year - 2000) * 12.3685)
    return max(first for k in range(around - 2, around + 8) if (first := local_day(new_moon(k))) <= marked)


@pytest.mark.parametrize("given", YEARS, ids=lambda given: str(given["year"]))
def test_the_lunar_days_are_where_the_moon_puts_them(given):
    assert given["tet"] == month_with(given["year"], 330)
    assert given["hung_kings"] == month_with(given["year"], 30) + timedelta(days=9)


@pytest.mark.parametrize("given", YEARS, ids=lambda given: str(given["year"]))
def test_offices_are_closed_on_the_lunar_days(given):
    year = load_holidays().years[given["year"]]
    tet = [given["tet"] + timedelta(days=n) for n in range(-1, 3)]
    assert [day for day in [*tet, given["hung_kings"]] if year.works(day)] == []
