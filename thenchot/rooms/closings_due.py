"""Figures to be closed, and closings that wait for somebody's step, as lines of *Việc cần làm*."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from thenchot.ledger.reading import rows
from thenchot.snapshot.closing.listing import CLOSED
from thenchot.snapshot.period import Kind, Period, month, months, whole_year

from .due import CELLS, Clocks, Due, Subtree, What, on

# The next step of a closing, by the one taken last. `received` waits for nobody.
NEXT = {
    "prepared": What.CHECK,
    "reviewed": What.APPROVE,
    "approved": What.SUBMIT,
    "submitted": What.RECEIVE,
    "returned": What.RETURNED,
}
QUARTERS = (3, 6, 9, 12)
STATES = f"""
SELECT s.subject, s.key, s.value, s.since, o.key
FROM ledger_period s JOIN ledger_period o
  ON o.subject = s.subject AND o.track = 'closing_of' AND o.value = s.key AND {on("o")}
WHERE s.track = 'closing' AND s.value <> 'received' AND {on("s")}
"""
CLOSED_OF = f"""
SELECT o.key FROM ledger_period o JOIN ledger_period s
  ON s.subject = o.subject AND s.track = 'closing' AND s.key = o.value AND {on("s")}
WHERE o.subject = %s AND o.track = 'closing_of' AND {on("o")}
  AND s.value IN ({",".join(["%s"] * len(CLOSED))})
"""


ABOVE = f"SELECT subject, value FROM ledger_period p WHERE subject = %s AND track = 'parent' AND {on('p')}"


def of_closings(within: Subtree, clocks: Clocks) -> Iterator[Due]:
    """Who has to take the next step: soát, duyệt, nộp, or to mend what was returned; the one above receives.

    A top organisation has nobody to hand its figures to, so what it approved waits for nothing.
    """
    for subject, code, state, since, period in rows(STATES, [within.as_of] * 4):
        above = dict(rows(ABOVE, [subject, within.as_of, within.as_of])).get(subject)
        does = int(above or 0) if state == "submitted" else subject
        if does in within and (above or state != "approved"):
            yield Due(
                kind=NEXT[state], subject=subject, organisation=does, since=since,
                facts={"code": code, "period": period_of(period)},
            )  # fmt: skip


def of_periods(within: Subtree, clocks: Clocks) -> Iterator[Due]:
    """The last month, and the last of quý I, 6 tháng, 9 tháng, năm, that ended and is not closed here.

    By when they are wanted a letter says, not the law: these lines have no deadline of their own.
    """
    if within.type is None or within.type in CELLS:
        return
    found = rows(CLOSED_OF, [*[within.as_of] * 2, within.organisation, *[within.as_of] * 2, *CLOSED])
    ends = {period.last for period in map(period_of, (key for (key,) in found))}
    for period in ended(within.as_of):
        if period.last not in ends:
            yield Due(
                kind=What.CLOSE, subject=within.organisation, organisation=within.organisation,
                since=period.last + timedelta(days=1), facts={"period": period},
            )  # fmt: skip


def ended(day: date) -> list[Period]:
    """The periods of reporting that ended last before a day: a month, and a cumulative one."""
    last = date(day.year, day.month, 1) - timedelta(days=1)
    quarter = last
    while quarter.month not in QUARTERS:
        quarter = date(quarter.year, quarter.month, 1) - timedelta(days=1)
    number = quarter.month
    cumulative = whole_year(quarter.year) if number == 12 else months(quarter.year, number)
    return [month(last.year, last.month), cumulative]


def period_of(key: str) -> Period:
    """The period of a key of the track `closing_of`: kind, first, last, line; its data reach the last day."""
    kind, first, last, *_ = key.split("@")
    end = date.fromisoformat(last)
    return Period(Kind(kind), date.fromisoformat(first), end, end)
