"""Việc cần làm: everything due in an organisation and under it on a day, of every room. No job ever runs."""

from __future__ import annotations

from datetime import date

from thenchot.law.calendar import Holidays
from thenchot.law.values import LawBook

from .closings_due import of_closings, of_periods
from .documents.due import of_letters
from .due import Clocks, Due, Subtree, by_day
from .membership.due import of_members
from .offices.due import of_terms
from .people.due import of_reports

LINES = (of_members, of_terms, of_reports, of_letters, of_closings, of_periods)


def what_is_due(organisation: int, *, as_of: date, law: LawBook, holidays: Holidays) -> list[Due]:
    """The lines of *Việc cần làm* at the end of a day: overdue first, then by day.

    Everything is counted from the periods in force that day and the law of each line's own day; past days and
    days to come are asked for alike. Empty for an organisation that does not exist then.
    """
    within, clocks = Subtree(organisation, as_of), Clocks(as_of, law, holidays)
    if within.type is None:
        return []
    return sorted((line for lines in LINES for line in lines(within, clocks)), key=by_day)
