"""The rounds of a deadline: one, or one every month; who has to answer each, and who has. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from thenchot.ledger.days import PartialDay, months_after

from .events import Asks, How

AHEAD = 31  # days: of a monthly deadline the round to come is shown


@dataclass(frozen=True)
class Answer:
    """How and when an organisation answered."""

    how: How
    on: date


@dataclass(frozen=True, kw_only=True)
class Deadline:
    """One round of a deadline. `title` and `issuer_name` are ids of sealed notes; `month` names the round.

    `asked` are those who must answer: all, for the organisation that keeps it; else the one that looks.
    """

    deadline: str
    kept_by: int
    paper: str | None
    signed_on: date | None
    issuer: int | None
    issuer_name: int | None
    asks: Asks
    title: int
    due_on: date
    data_to: date | None
    month: PartialDay | None
    monthly: bool
    follows: str | None
    since: date
    asked: tuple[int, ...]
    answers: Mapping[int, Answer]
    reminded: Mapping[int, date]

    @property
    def waiting(self) -> tuple[int, ...]:
        """Ai chưa."""
        return tuple(one for one in self.asked if one not in self.answers)

    def overdue(self, day: date) -> bool:
        """Whether somebody's answer is missing after the due day."""
        return day > self.due_on and bool(self.waiting)


def month_of(day: date) -> PartialDay:
    """The month a round of a monthly deadline is named by: that of its due day."""
    return PartialDay.of(f"{day:%Y-%m}")


Round = tuple[date, PartialDay | None]


def rounds(first: date, *, monthly: bool, since: date, until: date) -> Iterator[Round]:
    """(due day, month) of every round due from `since` on: once, or monthly up to the one after `until`.

    A single deadline has no month. The day a month lacks becomes its last.
    """
    if not monthly:
        if first >= since:
            yield first, None
        return
    number = max(0, (since.year - first.year) * 12 + since.month - first.month)
    while (due := months_after(first, number)) <= until or number == 0:
        if due >= since:
            yield due, month_of(due)
        number += 1
