"""A figure opened: the rows it counts, and its breakdown by the dimensions declared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from .asking import Question, ask
from .catalogue import CATALOGUE, Catalogue, measure_column
from .declare import Figure, Population
from .engine import Engine
from .figures import Number, count, number, one_of, under
from .period import Period
from .tree import RECAST, View

FIXED = ("subject", "person", "entry", "organisation", "seat", "day")


class NotDeclared(ValueError):
    """A breakdown by something the population does not offer, or by more than two things: (code, asked)."""


@dataclass(frozen=True)
class Rows:
    """The rows behind a figure: names of the columns, and the rows in order of day, entry and subject.

    `organisation` is the one in the act, `seat` the one of this tree at which the row counts.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def column(self, name: str) -> list[Any]:
        """One column."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]


@dataclass(frozen=True)
class Listed:
    """The rows behind a figure by column, only what tells whom, where and by which act; in order of day.

    `erased`: how much more was counted when it was closed, of persons erased since.
    """

    subject: Sequence[int]
    person: list[int | None]
    entry: Sequence[int]
    seat: Sequence[int]
    day: Sequence[Any]
    erased: Number = 0


class Column(Sequence[Any]):
    """A column of the engine whose values are made when they are read: a page of a long list needs few."""

    def __init__(self, column: pa.ChunkedArray) -> None:
        self._column = column.combine_chunks()

    def __len__(self) -> int:
        return len(self._column)

    def __getitem__(self, place: Any) -> Any:
        return self._column[place].as_py()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._column.to_pylist())


@dataclass(frozen=True)
class Breakdown:
    """The number in each cell; `overlap` is by how much the cells exceed the figure, because a person or
    round that falls into several cells is counted once in each. For rows and amounts it is always nothing.
    """

    by: tuple[str, ...]
    cells: dict[tuple[Any, ...], Number]
    total: Number
    overlap: Number


def rows(
    engine: Engine,
    period: Period,
    code: str,
    organisation: int,
    *,
    view: View = RECAST,
    catalogue: Catalogue = CATALOGUE,
) -> Rows:
    """The rows behind a figure: as many as it says, or as many persons or rounds."""
    figure, population, question = _asked(engine, period, code, view, catalogue)
    amount = [column] if (column := measure_column(figure)) else []
    names = list(dict.fromkeys([*FIXED, *population.dimensions.values(), *amount]))
    listed = ", ".join(names)
    order = ", ".join(dict.fromkeys(["day", "entry", "subject", "person", *names]))
    query = f"SELECT {listed} FROM {_under(question, population, figure)} AS counted ORDER BY {order}"
    return Rows(tuple(names), question.rows(query, [organisation]))


def listed(
    engine: Engine,
    period: Period,
    code: str,
    organisation: int,
    *,
    cell: Mapping[str, Any] | None = None,
    view: View = RECAST,
    catalogue: Catalogue = CATALOGUE,
) -> Listed:
    """The same rows by column, quickly; of one cell of a breakdown where one is named. Raises NotDeclared."""
    figure, population, question = _asked(engine, period, code, view, catalogue)
    if set(cell or ()) - set(population.dimensions):
        raise NotDeclared(code, tuple(cell or ()))
    names = {population.dimensions[name]: value for name, value in (cell or {}).items()}
    only = " AND ".join(f"{column} IS NOT DISTINCT FROM ?" for column in names) or "true"
    query = (
        f"SELECT subject, person, entry, seat, day FROM {_under(question, population, figure)} AS counted"
        f" WHERE {only} ORDER BY day, entry, subject, person"
    )
    subject, person, *rest = question.columns_kept(query, [organisation, *names.values()])
    return Listed(Column(subject), person.to_pylist(), *map(Column, rest))


def breakdown(
    engine: Engine,
    period: Period,
    code: str,
    organisation: int,
    by: Sequence[str],
    *,
    view: View = RECAST,
    catalogue: Catalogue = CATALOGUE,
) -> Breakdown:
    """A figure by one or two of its population's dimensions. Raises NotDeclared."""
    figure, population, question = _asked(engine, period, code, view, catalogue)
    if not 1 <= len(by) <= 2 or len(set(by)) < len(by) or set(by) - set(population.dimensions):
        raise NotDeclared(code, tuple(by))
    keys = ", ".join(population.dimensions[name] for name in by)
    query = (
        f"SELECT {keys}, {_measure(figure)} AS number FROM {_under(question, population, figure)} AS counted"
        f" GROUP BY {keys} ORDER BY {keys}"
    )
    cells = {row[:-1]: number(row[-1] or 0) for row in question.rows(query, [organisation])}
    counts = count(engine, period, [code], organisations=[organisation], view=view, catalogue=catalogue)
    total = counts.value(code, organisation) or 0
    return Breakdown(tuple(by), cells, total, sum(cells.values()) - total)


def _asked(
    engine: Engine, period: Period, code: str, view: View, catalogue: Catalogue
) -> tuple[Figure, Population, Question]:
    figure = catalogue.figures[code]
    return figure, catalogue.populations[figure.population], ask(engine, period, view)


def _under(question: Question, population: Population, figure: Figure) -> str:
    """SQL: the rows a figure counts at the organisation given as the one parameter."""
    only = "" if figure.additive else f" AND {one_of(figure.counts)} IS NOT NULL"
    return f"(SELECT * FROM {question.population(population)} WHERE ({figure.where}){only} AND {under('?')})"


def _measure(figure: Figure) -> str:
    if not figure.additive:
        return f"count(DISTINCT {one_of(figure.counts)})"
    column = measure_column(figure)
    return "count(*)" if column is None else f"sum({column})"
