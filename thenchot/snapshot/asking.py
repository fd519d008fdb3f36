"""A question: one period asked of an engine on one view of the tree, its populations laid out and seated."""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import count
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

import duckdb
import pyarrow as pa

from ..ledger.fold import Period as Held
from ..ledger.kinds import KINDS, ORGANISATION
from .declare import Population
from .engine import Engine, put_table
from .period import Period
from .shapes import quoted
from .tree import RECAST, Tree, View, tree_of

ROOM = 128_000_000  # bytes of questions an engine remembers; a province's day takes 25 million

AT_ONCE = min(4, os.cpu_count() or 1)  # populations laid out, or batches counted, side by side
NUMBERS = count(1)
LOOKED_AT = ("asked", "seats", "ancestors")
Item = TypeVar("Item")
Answer = TypeVar("Answer")

# `p.*` are the population's own columns; `seat` is the organisation of this view at which the row counts.
SEATED = """
SELECT p.*, s.seat AS seat FROM ({sql}) AS p LEFT JOIN seats AS s ON s.organisation = p.organisation
"""


class Question:
    """Tables for what was asked, the tree and each population used, as long as somebody holds the question.

    Every cursor of a question knows them as `asked`, `seats`, `ancestors` and by what `population` answers;
    several populations are laid out side by side, each on a cursor of its own.
    """

    def __init__(self, engine: Engine, first: date, last: date, tree: Tree) -> None:
        self.engine, self.first, self.last, self.tree = engine, first, last, tree
        self.lock = threading.RLock()
        self._number = next(NUMBERS)
        self._laid_out: dict[str, tuple[Population, tuple[str, ...]]] = {}
        self._tables: list[str] = []
        self._gone = weakref.finalize(self, _drop, engine, self._tables)
        self._gone.atexit = False
        days, ids = (pa.date32(), pa.date32()), (pa.int64(), pa.int64())
        self._table("asked", ("first", "last"), days, [(first, last)])
        self._table("seats", ("organisation", "seat"), ids, sorted(tree.seats.items()))
        self._table("ancestors", ("organisation", "ancestor"), ids, tree.ancestors)
        self.cursor = self._looking()

    def _named(self, name: str) -> str:
        named = f"{name}_{self._number}"
        self._tables.append(named)
        self.engine.measured = False
        return named

    def _table(self, name: str, columns: Sequence[str], types: Sequence[Any], rows: Sequence[Any]) -> None:
        with self.engine.cursor() as cursor:
            put_table(cursor, f"CREATE TABLE {self._named(name)}", columns, types, rows)

    def _looking(self) -> duckdb.DuckDBPyConnection:
        """A cursor to which the question's own tables have the names that populations use."""
        cursor = self.engine.cursor()
        for name in LOOKED_AT:
            cursor.execute(f"CREATE TEMP VIEW {name} AS SELECT * FROM {name}_{self._number}")
        return cursor

    def population(self, population: Population) -> str:
        """The table of a population, each row with its seat; laid out once."""
        return self.lay_out([population])[0]

    def lay_out(self, populations: Iterable[Population]) -> list[str]:
        """The tables of several populations."""
        names = {f"counted_{population.name}": population for population in populations}
        with self.lock:
            known = {name: self._laid_out.get(name, (None, ()))[0] for name in names}
            missing = {name: population for name, population in names.items() if known[name] != population}
            made = self._side_by_side(self._lay_out, list(missing.values()))
            for (name, population), laid_out in zip(missing.items(), made, strict=True):
                self._laid_out[name] = population, laid_out
        return [f"{name}_{self._number}" for name in names]

    def _lay_out(self, cursor: duckdb.DuckDBPyConnection, population: Population) -> tuple[str, ...]:
        table = self._named(f"counted_{population.name}")
        cursor.execute(f"CREATE OR REPLACE TABLE {table} AS {SEATED.format(sql=population.sql)}")
        columns = cursor.execute(f"SELECT * FROM {table} LIMIT 0").description or []
        return tuple(column[0] for column in columns)

    def _side_by_side(
        self, work: Callable[[duckdb.DuckDBPyConnection, Item], Answer], items: Sequence[Item]
    ) -> list[Answer]:
        """The answers to all, in order; threads of one's own only where there is something to gain."""
        if len(items) < 2:
            return [work(self.cursor, item) for item in items]
        waiting = SimpleQueue[tuple[int, Item]]()
        for place in enumerate(items):
            waiting.put(place)

        def some() -> list[tuple[int, Answer]]:
            found: list[tuple[int, Answer]] = []
            with self._looking() as cursor:
                while True:
                    try:
                        place, item = waiting.get_nowait()
                    except Empty:
                        return found
                    found.append((place, work(cursor, item)))

        with ThreadPoolExecutor(AT_ONCE) as threads:
            parts = [threads.submit(some) for _ in range(min(AT_ONCE, len(items)))]
        answers = dict(pair for part in parts for pair in part.result())
        return [answers[place] for place in range(len(items))]

    def columns(self, population: Population) -> tuple[str, ...]:
        """The columns of a population, the seat last."""
        self.population(population)
        return self._laid_out[f"counted_{population.name}"][1]

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query; threads take turns."""
        with self.lock:
            return list(self.cursor.execute(query, list(values)).fetchall())

    def columns_of(self, query: str, values: Sequence[Any] = ()) -> list[list[Any]]:
        """The same by column."""
        with self.lock:
            return _by_column(self.cursor, query, values)

    def columns_kept(self, query: str, values: Sequence[Any] = ()) -> list[pa.ChunkedArray]:
        """The same as the engine holds it, for long lists of which a page is read."""
        with self.lock:
            return list(self.cursor.sql(query, params=list(values)).to_arrow_table().columns)

    def all_of(self, queries: Sequence[str]) -> list[list[list[Any]]]:
        """The rows of each query by column; the queries run side by side."""
        with self.lock:
            return self._side_by_side(lambda cursor, query: _by_column(cursor, query), queries)

    def close(self) -> None:
        with self.lock:
            self.cursor.close()
            self._gone()


def _by_column(cursor: duckdb.DuckDBPyConnection, query: str, values: Sequence[Any] = ()) -> list[list[Any]]:
    table = cursor.sql(query, params=list(values)).to_arrow_table()
    return [column.to_pylist() for column in table.columns]


def _drop(engine: Engine, tables: Sequence[str]) -> None:
    try:
        with engine.cursor() as cursor:
            for table in tables:
                cursor.execute(f"DROP TABLE IF EXISTS {table}")
    except duckdb.Error:
        pass  # the engine was closed before, and its tables went with it


def ask(engine: Engine, period: Period, view: View = RECAST) -> Question:
    """The question of a period: flows from its first day and the stock at its *số liệu đến ngày*.

    The tree is that of the same last day, or of the day that `view` names. The engine keeps those asked last,
    as many as there is `ROOM` for.
    """
    place = period.first, period.data_to, view
    question = _kept(engine, place)
    if question is None:
        tree = tree_on(engine, period.data_to, view) if isinstance(view, str) else tree_on(engine, view)
        question = Question(engine, period.first, period.data_to, tree)
        with engine.lock:
            engine.asked[place] = question
    if not engine.measured:
        engine.measured = True
        while engine.laid_out() > ROOM and _drop_oldest(engine, question):
            pass  # DuckDB gives the room back when it is asked next, so one more may have to go
    return question


def _kept(engine: Engine, place: tuple[date, date, View]) -> Question | None:
    """The question asked before, from now on the last asked."""
    with engine.lock:
        question: Question | None = engine.asked.pop(place, None)
        if question is not None:
            engine.asked[place] = question
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
