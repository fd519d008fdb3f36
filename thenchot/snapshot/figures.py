"""Counting: all figures of all organisations, in batches of one statement each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from .asking import Question, ask
from .catalogue import CATALOGUE, Catalogue, measure_column
from .declare import PERSONS, ROUNDS, Figure, Population
from .engine import Engine
from .period import Period
from .tree import RECAST, Tree, View

AT_ONCE = 40  # figures in one statement
Number = int | Decimal


@dataclass(frozen=True)
class Counts:
    """Figures of organisations. `value` is nothing where the book had not begun: *chưa ghi sổ*, never zero.

    `kept_from`: the book begins inside the period, so its flows are of a part of it.
    `unseated`: rows, by population, that lie at no organisation of the tree and are in no figure.
    """

    period: Period
    tree: Tree
    organisations: list[int]
    codes: list[str]
    known_by: int
    kept: bool = True
    kept_from: date | None = None
    unseated: dict[str, int] = field(default_factory=dict)
    _values: dict[str, dict[int, Number]] = field(default_factory=dict, repr=False)

    def value(self, code: str, organisation: int) -> Number | None:
        """A figure of an organisation; KeyError for one that was not counted."""
        if not self.kept:
            return None
        if organisation not in self.tree.parents:
            raise KeyError(organisation)
        return self._values[code].get(organisation, 0)

    def nodes_of(self, codes: Iterable[str]) -> set[int]:
        """The organisations at which any of these figures is not 0."""
        return {node for code in codes for node in self._values.get(code, ())}

    def counted(self) -> Iterator[tuple[str, int, Number]]:
        """(figure, organisation, value) of all that is not 0 at the organisations asked for, in no order."""
        wanted = set(self.organisations)
        for code, values in self._values.items() if self.kept else ():
            yield from ((code, node, value) for node, value in values.items() if node in wanted)

    def of(self, organisation: int) -> dict[str, Number | None]:
        """Every figure of an organisation."""
        return {code: self.value(code, organisation) for code in self.codes}

    def __iter__(self) -> Iterator[tuple[str, int, Number | None]]:
        """(figure, organisation, value), figures as asked, organisations by id."""
        for code in self.codes:
            for organisation in self.organisations:
                yield code, organisation, self.value(code, organisation)


def count(
    engine: Engine,
    period: Period,
    figures: Iterable[str] | None = None,
    *,
    organisations: Sequence[int] | None = None,
    view: View = RECAST,
    catalogue: Catalogue = CATALOGUE,
) -> Counts:
    """All figures, or those named, of all organisations or some. KeyError for a code nobody declares."""
    question = ask(engine, period, view)
    codes = list(catalogue.figures) if figures is None else list(dict.fromkeys(figures))
    wanted = [catalogue.figures[code] for code in codes]
    nodes = question.tree.organisations if organisations is None else sorted(organisations)
    begins, kept = engine.begins_on, True
    if begins is not None and period.data_to < begins:
        kept = False
    counts = Counts(
        period, question.tree, nodes, codes, engine.known_by, kept,
        begins if kept and begins is not None and period.first < begins else None,
    )  # fmt: skip
    if kept:
        for (name, counted), part in _batches(wanted):
            population = catalogue.populations[name]
            counts._values.update(_count(question, population, counted, part, organisations))
            counts.unseated[name] = _unseated(question, population)
    return counts


def _batches(figures: Sequence[Figure]) -> Iterator[tuple[tuple[str, str], list[Figure]]]:
    """Figures that one statement counts: of one population, counted in one way, about forty of them."""
    groups: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        groups[figure.population, figure.counts if not figure.additive else "added"].append(figure)
    for place, group in groups.items():
        for start in range(0, len(group), AT_ONCE):
            yield place, group[start : start + AT_ONCE]


def _count(
    question: Question,
    population: Population,
    counted: str,
    figures: Sequence[Figure],
    organisations: Sequence[int] | None,
) -> dict[str, dict[int, Number]]:
    table = question.population(population)
    query = added_up(table, figures) if counted == "added" else each_once(table, counted, figures)
    if organisations is not None:
        query = query.replace(WHICH, f"WHERE a.ancestor IN ({', '.join(str(int(o)) for o in organisations)})")
    nodes, *columns = question.columns_of(query)
    return {
        figure.code: {node: number(value) for node, value in zip(nodes, column, strict=True) if value}
        for figure, column in zip(figures, columns, strict=True)
    }


def number(value: Any) -> Number:
    """A number as it is kept: whole where it is whole: sums come back as decimals."""
    return int(value) if value == int(value) else Decimal(value)


WHICH = "/* of which organisations */"


def added_up(table: str, figures: Sequence[Figure]) -> str:
    """SQL: rows and amounts, counted where they lie and summed up the tree."""
    parts = ", ".join(f"{_measure(figure)} AS f{n}" for n, figure in enumerate(figures))
    sums = ", ".join(f"sum(d.f{n}) AS f{n}" for n in range(len(figures)))
    return f"""
WITH direct AS (SELECT seat, {parts} FROM {table} GROUP BY seat)
SELECT a.ancestor, {sums} FROM direct AS d JOIN ancestors AS a ON a.organisation = d.seat {WHICH}
GROUP BY a.ancestor ORDER BY a.ancestor"""


def _measure(figure: Figure) -> str:
    column = measure_column(figure)
    return f"{'count(*)' if column is None else f'sum({column})'} FILTER (WHERE {figure.where})"


def each_once(table: str, counted: str, figures: Sequence[Figure]) -> str:
    """SQL: persons or rounds, each once in every organisation above it, however many rows it has there."""
    flags = ", ".join(
        f"CASE WHEN {figure.where} THEN 1 ELSE 0 END AS f{n}" for n, figure in enumerate(figures)
    )
    any_of = ", ".join(f"max(f.f{n}) AS f{n}" for n in range(len(figures)))
    sums = ", ".join(f"sum(o.f{n}) AS f{n}" for n in range(len(figures)))
    one = one_of(counted)
    return f"""
WITH flagged AS (SELECT seat, {one} AS one, {flags} FROM {table} WHERE {one} IS NOT NULL),
direct AS (SELECT f.seat, f.one, {any_of} FROM flagged AS f GROUP BY f.seat, f.one),
once AS (
    SELECT a.ancestor, f.one, {any_of}
    FROM direct AS f JOIN ancestors AS a ON a.organisation = f.seat {WHICH}
    GROUP BY a.ancestor, f.one
)
SELECT o.ancestor, {sums} FROM once AS o GROUP BY o.ancestor ORDER BY o.ancestor"""


def one_of(counted: str) -> str:
    """The column by which persons or rounds are told apart."""
    return {PERSONS: "person", ROUNDS: "entry"}[counted]


def _unseated(question: Question, population: Population) -> int:
    query = f"SELECT count(*) FROM {question.population(population)} WHERE seat IS NULL"
    return int(question.rows(query)[0][0])
