"""A question: one period asked of an engine on one view of the tree, its populations laid out and seated."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import date
from typing import Any

import pyarrow as pa

from ..ledger.fold import Period as Held
from ..ledger.kinds import KINDS, ORGANISATION
from .declare import Population
from .engine import Engine, put_table
from .period import Period
from .shapes import quoted
from .tree import RECAST, Tree, View, tree_of

ROOM = 256_000_000  # bytes of questions an engine remembers; a province's day takes 25 million

# `p.*` are the population's own columns; `seat` is the organisation of this view at which the row counts.
SEATED = """
SELECT p.*, s.seat AS seat FROM ({sql}) AS p LEFT JOIN seats AS s ON s.organisation = p.organisation
"""


class Question:
    """Temporary tables `asked`, `seats`, `ancestors` and one for each population used; kept by the engine."""

    def __init__(self, engine: Engine, first: date, last: date, tree: Tree) -> None:
        self.engine, self.first, self.last, self.tree = engine, first, last, tree
        self.lock = threading.RLock()
        self.cursor = engine.cursor()
        self._laid_out: dict[str, tuple[Population, tuple[str, ...]]] = {}
        days, ids = (pa.date32(), pa.date32()), (pa.int64(), pa.int64())
        self._table("asked", ("first", "last"), days, [(first, last)])
        self._table("seats", ("organisation", "seat"), ids, sorted(tree.seats.items()))
        self._table("ancestors", ("organisation", "ancestor"), ids, tree.ancestors)

    def _table(self, name: str, columns: Sequence[str], types: Sequence[Any], rows: Sequence[Any]) -> None:
        put_table(self.cursor, f"CREATE TEMP TABLE {name}", columns, types, rows)

    def population(self, population: Population) -> str:
        """The table of a population, each row with its seat; laid out once."""
        name = f"counted_{population.name}"
        with self.lock:
            known = self._laid_out.get(name)
            if known is None or known[0] != population:
                seated = SEATED.format(sql=population.sql)
                self.cursor.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS {seated}")
                columns = self.cursor.execute(f"SELECT * FROM {name} LIMIT 0").description or []
                self._laid_out[name] = population, tuple(column[0] for column in columns)
        return name

    def columns(self, population: Population) -> tuple[str, ...]:
        """The columns of a population, the seat last."""
        name = self.population(population)
        return self._laid_out[name][1]

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query; threads take turns."""
        with self.lock:
            return list(self.cursor.execute(query, list(values)).fetchall())

    def columns_of(self, query: str, values: Sequence[Any] = ()) -> list[list[Any]]:
        """The same by column."""
        with self.lock:
            table = self.cursor.sql(query, params=list(values)).to_arrow_table()
        return [column.to_pylist() for column in table.columns]

    def close(self) -> None:
        with self.lock:
            self.cursor.close()


def ask(engine: Engine, period: Period, view: View = RECAST) -> Question:
    """The question of a period: flows from its first day and the stock at its *số liệu đến ngày*.

    The tree is that of the same last day, or of the day that `view` names. The engine keeps those asked last,
    as many as there is `ROOM` for.
    """
    place = period.first, period.data_to, view
    with engine.lock:
        question: Question | None = engine.asked.pop(place, None)
    if question is None:
        tree = tree_on(engine, period.data_to, view) if isinstance(view, str) else tree_on(engine, view)
        question = Question(engine, period.first, period.data_to, tree)
    with engine.lock:
        engine.asked[place] = question
    while engine.laid_out() > ROOM and _drop_oldest(engine, question):
        pass
    return question


def _drop_oldest(engine: Engine, but: Question) -> bool:
    """Whoever still holds the question goes on with it; its tables go with the last of them."""
    with engine.lock:
        found = next((place for place, question in engine.asked.items() if question is not but), None)
        return found is not None and engine.asked.pop(found) is not None


def tree_on(engine: Engine, day: date, view: str = RECAST) -> Tree:
    """The tree at the end of a day as the engine knows it."""
    kinds = ", ".join(quoted(name) for name, kind in sorted(KINDS.items()) if kind.subject == ORGANISATION)
    found = engine.cursor().execute(TRACKS.format(kinds=kinds), [day]).fetchall()
    return tree_of((Held(*row) for row in found), day, view)


TRACKS = """
SELECT s.subject, s.track, s.key, s.value, s.since, s.until, s.opened_by, s.closed_by
FROM state AS s JOIN entry AS e ON e.seq = s.opened_by
WHERE s.track IN ('exists', 'parent', 'heir') AND e.kind IN ({kinds}) AND s.since <= ?
ORDER BY s.subject, s.track, s.since
"""
