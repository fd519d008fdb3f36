"""The periods people report on, each with its own *số liệu đến ngày*: read, printed, shifted a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext as _

from ..ledger.days import spoken


class Kind(StrEnum):
    """All cumulative except the month."""

    MONTH = "month"
    MONTHS = "months"  # n tháng, from 1/1
    QUARTER = "quarter"  # quý I
    YEAR = "year"
    TERM = "term"  # từ đầu nhiệm kỳ: its start is data
    FREE = "free"


@dataclass(frozen=True)
class Period:
    """Both ends lie inside. `data_to` is the last day whose facts count; ValueError when it lies outside."""

    kind: Kind
    first: date
    last: date
    data_to: date

    def __post_init__(self) -> None:
        if not self.first <= self.data_to <= self.last:
            raise ValueError(f"{self.first} <= {self.data_to} <= {self.last}")

    def upto(self, day: date) -> Period:
        """The same period with another *số liệu đến ngày*."""
        return replace(self, data_to=day)

    def spoken(self) -> str:
        """Both ends as people read them: 01/10/2020–30/09/2023."""
        return f"{spoken(self.first)}–{spoken(self.last)}"

    def words(self) -> str:
        """The period in the reader's language, with *số liệu đến ngày* where that is earlier than its end."""
        given = {
            "month": self.last.month, "year": self.last.year,
            "first": spoken(self.first), "last": spoken(self.last), "to": spoken(self.data_to),
        }  # fmt: skip
        said = _said(self.kind) % given
        return said if self.data_to == self.last else _("%(period)s (số liệu đến ngày %(to)s)") % {
            "period": said, "to": given["to"],
        }  # fmt: skip

    def same_last_year(self) -> Period:
        """Cùng kỳ năm trước; the last day of February stays the last."""
        whole = self.kind not in (Kind.TERM, Kind.FREE)
        last = _end_of(self.last.year - 1, self.last.month) if whole else _year_before(self.last)
        data_to = last if self.data_to == self.last else min(_year_before(self.data_to), last)
        return Period(self.kind, _year_before(self.first), last, data_to)


def same_period_last_year(period: Period) -> Period:
    """Cùng kỳ năm trước."""
    return period.same_last_year()


def _said(kind: Kind) -> str:
    return {
        Kind.MONTH: _("Tháng %(month)d năm %(year)d"),
        Kind.MONTHS: _("%(month)d tháng đầu năm %(year)d"),
        Kind.QUARTER: _("Quý I năm %(year)d"),
        Kind.YEAR: _("Năm %(year)d"),
        Kind.TERM: _("Từ đầu nhiệm kỳ (%(first)s) đến %(last)s"),
        Kind.FREE: _("Từ %(first)s đến %(last)s"),
    }[kind]


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _year_before(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))


def _whole(kind: Kind, first: date, last: date) -> Period:
    return Period(kind, first, last, last)


def month(year: int, number: int) -> Period:
    """One month."""
    return _whole(Kind.MONTH, date(year, number, 1), _end_of(year, number))


def months(year: int, number: int) -> Period:
    """The first `number` months of a year."""
    return _whole(Kind.MONTHS, date(year, 1, 1), _end_of(year, number))


def first_quarter(year: int) -> Period:
    """Quý I."""
    return _whole(Kind.QUARTER, date(year, 1, 1), date(year, 3, 31))


def whole_year(year: int) -> Period:
    """A calendar year."""
    return _whole(Kind.YEAR, date(year, 1, 1), date(year, 12, 31))


def term(first: date, last: date) -> Period:
    """From the first day of a term of office to a day."""
    return _whole(Kind.TERM, first, last)


def free(first: date, last: date) -> Period:
    """From any day to any later one."""
    return _whole(Kind.FREE, first, last)


FORMS = (
    (re.compile(r"(\d{4})\Z"), lambda y: whole_year(int(y))),
    (re.compile(r"(\d{4})-(\d{2})\Z"), lambda y, m: month(int(y), int(m))),
    (re.compile(r"(\d{1,2})T(\d{4})\Z"), lambda n, y: months(int(y), int(n))),
    (re.compile(r"Q1-(\d{4})\Z"), lambda y: first_quarter(int(y))),
    (
        re.compile(r"NK(\S{10})\.\.(\S{10})\Z"),
        lambda a, b: term(date.fromisoformat(a), date.fromisoformat(b)),
    ),
    (re.compile(r"(\S{10})\.\.(\S{10})\Z"), lambda a, b: free(date.fromisoformat(a), date.fromisoformat(b))),
)


def parse_period(text: str) -> Period:
    """`2023`, `2023-09`, `9T2023`, `Q1-2026`, `NK2020-10-15..2023-09-30`, `2020-10-01..2023-09-30`, each with
    `@2023-09-15` for the day its data reach; ValueError for anything else.
    """
    said, _at, data_to = text.strip().partition("@")
    for form, made in FORMS:
        if found := form.match(said):
            period: Period = made(*found.groups())
            return period.upto(date.fromisoformat(data_to)) if data_to else period
    raise ValueError(text)
