"""What a cell of a form is bound to: a figure, whose, of when, of which part; or a line of its head. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from thenchot.snapshot.period import Kind, Period, free, month, months, term


class Whose(StrEnum):
    """The organisation asked for, one named once and for all, or the n-th of those directly below."""

    ASKED, ONE, CHILD = "asked", "one", "child"


class When(StrEnum):
    """Of which period: the one asked for, or one that follows from it."""

    THIS = "this"
    LAST_YEAR = "last_year"
    BEFORE = "before"  # as it stood when the period began
    MONTH = "month"  # the month in which the period ends
    YEAR = "year"  # from 1 January
    TERM = "term"  # from the first day of the term, which the binding names


class Title(StrEnum):
    """Lines of a form's head and foot."""

    SENDER, RECEIVER, DATA_TO, PERIOD, CHILD = "sender", "receiver", "data_to", "period", "child"


@dataclass(frozen=True)
class Bound:
    """One cell. Either `code` (a figure, a share, a stated figure, a line of the movement) or `title`.

    `by` and `value`: only that part of a figure (`sex`, `female`). `child` counts from 1.
    """

    sheet: str
    cell: str
    code: str = ""
    title: Title | None = None
    whose: Whose = Whose.ASKED
    organisation: int = 0
    child: int = 0
    when: When = When.THIS
    since: date | None = None
    by: str = ""
    value: str = ""

    @property
    def place(self) -> tuple[str, str]:
        return self.sheet, self.cell

    def stored(self) -> dict[str, Any]:
        """As JSON; what is as usual is left out. Ids are texts."""
        said = {key: value for key, value in asdict(self).items() if value and value != USUAL.get(key)}
        return {key: str(value) for key, value in said.items()}

    @staticmethod
    def read(stored: Mapping[str, Any]) -> Bound:
        """From JSON. ValueError, TypeError, KeyError for what is no binding."""
        said = dict(stored)
        if unknown := set(said) - {one.name for one in FIELDS}:
            raise ValueError(sorted(unknown))
        made = {
            "title": lambda text: Title(text), "whose": Whose, "organisation": int, "child": int,
            "when": When, "since": date.fromisoformat,
        }  # fmt: skip
        return Bound(**{key: made.get(key, str)(value) for key, value in said.items()})  # type: ignore[operator]


FIELDS = tuple(Bound.__dataclass_fields__.values())
USUAL: dict[str, Any] = {"whose": Whose.ASKED, "when": When.THIS}


@dataclass(frozen=True)
class Binding:
    """A form's name and all its bound cells, one for each place."""

    name: str
    cells: Mapping[tuple[str, str], Bound]

    @staticmethod
    def of(name: str, bound: Iterable[Bound] = ()) -> Binding:
        return Binding(name, {one.place: one for one in bound})

    def with_(self, *bound: Bound) -> Binding:
        """With these cells bound so, whatever they were before."""
        return replace(self, cells={**self.cells, **{one.place: one for one in bound}})

    def without(self, *places: tuple[str, str]) -> Binding:
        """With these cells bound to nothing."""
        return replace(self, cells={key: one for key, one in self.cells.items() if key not in places})

    def stored(self) -> dict[str, Any]:
        return {"name": self.name, "cells": [self.cells[place].stored() for place in sorted(self.cells)]}

    @staticmethod
    def read(stored: Mapping[str, Any]) -> Binding:
        return Binding.of(str(stored["name"]), (Bound.read(one) for one in stored["cells"]))

    def __iter__(self) -> Iterator[Bound]:
        return iter(self.cells.values())


def period_of(when: When, period: Period, since: date | None = None) -> Period:
    """The period a cell is of, where a form is filled for `period`. Stocks of *before* are of its first day.

    ValueError for a term that begins after the period's last day, or has no first day.
    """
    last, data_to = period.last, period.data_to
    if when is When.THIS:
        return period
    if when is When.LAST_YEAR:
        return period.same_last_year()
    if when is When.BEFORE:
        day = period.first - timedelta(days=1)
        return free(day, day)
    if when is When.MONTH:
        return month(data_to.year, data_to.month).upto(data_to)
    if when is When.YEAR:
        if period.kind is Kind.YEAR:
            return period
        return months(data_to.year, data_to.month).upto(data_to)
    if since is None or since > data_to:
        raise ValueError("since")
    return term(since, max(last, data_to)).upto(data_to)
