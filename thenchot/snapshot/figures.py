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
from .declare import PERSONS, ROUNDS, Figure
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
        _count(counts, question, wanted, organisations, catalogue)
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
    counts: Counts,
    question: Question,
    wanted: Sequence[Figure],
    organisations: Sequence[int] | None,
    catalogue: Catalogue,
) -> None:
    names = list(dict.fromkeys(figure.population for figure in wanted))
    tables = question.lay_out(catalogue.populations[name] for name in names)
    table = dict(zip(names, tables, strict=True))
    batches = list(_batches(wanted))
    queries = [_query(table[name], counted, part, organisations) for (name, counted), part in batches]
    for (_, part), (nodes, *columns) in zip(batches, question.all_of(queries), strict=True):
        for figure, column in zip(part, columns, strict=True):
            found = zip(nodes, column, strict=True)
            counts._values[figure.code] = {node: number(value) for node, value in found if value}
    for name in names:
        lost = question.rows(f"SELECT count(*) FROM {table[name]} WHERE seat IS NULL")
        counts.unseated[name] = int(lost[0][0])


def _query(table: str, counted: str, figures: Sequence[Figure], organisations: Sequence[int] | None) -> str:
    if counted == "added" and organisations is not None and len(organisations) == 1:
        return of_one(table, int(organisations[0]), figures)
    query = added_up(table, figures) if counted == "added" else each_once(table, counted, figures)
    if organisations is None:
        return query
    wanted = ", ".join(str(int(node)) for node in organisations)
    return query.replace(WHICH, f"WHERE a.ancestor IN ({wanted})")


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


def of_one(table: str, organisation: int, figures: Sequence[Figure]) -> str:
    """SQL: the same for one organisation, in half the time: only the rows under it, in no groups."""
    parts = ", ".join(_measure(figure) for figure in figures)
    return f"SELECT {organisation}, {parts} FROM {table} WHERE {under(str(organisation))}"


def under(organisation: str) -> str:
    """SQL: whether a row lies at an organisation or under it."""
    return f"seat IN (SELECT a.organisation FROM ancestors AS a WHERE a.ancestor = {organisation})"


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
