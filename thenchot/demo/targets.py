"""The printed numbers the demo meets, and how many things happen in which month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .dice import spread
from .steps import Close
from .workdays import moment

VILLAGES = 1733
JOINT_HEADS, JOINT_FRONT, JOINT_BOTH = 812, 256, 60
OFFICER_DEPUTIES = 79
AGENCIES_DUE, INNER_UNITS_CUT, DIVISIONS_CUT = 36, 79, 49
SECRETARIES_NOT_LOCAL, CHAIRS_NOT_LOCAL = 5, 4
EXEMPT = 7517
NAME_REMOVED, RELEASED, EXPELLED = 277, 97, 101
ADMITTED, QUALIFIED, DEGREES, UPPER_SECONDARY = 3334, 2293, 1861, 3081

PLAN_REORGANISATION = "de-an-sap-xep-2021"  # code of the plan under which the 36 were due

CLOSES = (
    Close(moment(date(2023, 2, 10), 15), "2020-2022", date(2020, 1, 1), date(2022, 12, 31)),
    Close(moment(date(2023, 10, 12), 15), "term-to-2023-09", date(2020, 10, 1), date(2023, 9, 30)),
    Close(moment(date(2026, 11, 5), 15), "2026-10", date(2026, 1, 1), date(2026, 10, 31)),
)
AFTER_2022, AFTER_TERM = date(2023, 2, 10), date(2023, 10, 12)


@dataclass(frozen=True)
class Month:
    """How many things happen in a month of the province."""

    admitted: int
    name_removed: int
    released: int
    expelled: int
    exempt: int  # how many are exempt at its end


def _months(year: int, month: int, count: int) -> list[tuple[int, int]]:
    return [(year + (month - 1 + i) // 12, (month - 1 + i) % 12 + 1) for i in range(count)]


EXEMPT_AT_FIRST = 6640


def months() -> dict[tuple[int, int], Month]:
    """For each month of the story. Those inside a printed period sum to the printed number."""
    story = _months(2015, 1, 143)
    admitted = dict(zip(story, spread(1000 * 12, 143), strict=True))
    admitted.update(zip(_months(2020, 1, 36), spread(ADMITTED, 36), strict=True))
    removed = dict(zip(story, spread(1080, 143), strict=True))
    released = dict(zip(story, spread(370, 143), strict=True))
    expelled = dict(zip(story, spread(390, 143), strict=True))
    term = _months(2020, 10, 36)
    removed.update(zip(term, spread(NAME_REMOVED, 36), strict=True))
    released.update(zip(term, spread(RELEASED, 36), strict=True))
    expelled.update(zip(term, spread(EXPELLED, 36), strict=True))
    printed = story.index((2023, 9)) + 1  # the exempt grow evenly to the printed number and on
    exempt = [EXEMPT_AT_FIRST + (EXEMPT - EXEMPT_AT_FIRST) * (i + 1) // printed for i in range(len(story))]
    return {
        m: Month(admitted[m], removed[m], released[m], expelled[m], exempt[i]) for i, m in enumerate(story)
    }
