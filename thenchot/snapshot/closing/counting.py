"""Counting inside a closing: its rows and its tree laid out in an engine that can reach nothing else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from ..catalogue import measure_column
from ..declare import Figure
from ..engine import LOCKS, OFFLINE
from ..figures import AT_ONCE, Number, added_up, each_once, number, one_of
from .rows import SALT


class Counting:
    """The rows that are not erased, as tables `counted_NAME`, and who stands over whom."""

    def __init__(self, values: Mapping[str, pa.Table], parents: Mapping[int, int | None]) -> None:
        self._connection = duckdb.connect(config=OFFLINE)
        for name, table in values.items():
            present = table.filter(pc.is_valid(table[SALT])).drop_columns([SALT])
            _hand_over(self._connection, f"counted_{name}", present)
        _hand_over(self._connection, "ancestors", _ancestors(parents))
        for statement in LOCKS:
            self._connection.execute(statement)

    def ask(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """All rows of a query."""
        return list(self._connection.cursor().execute(query, list(values)).fetchall())

    def figures(self, wanted: Sequence[Figure]) -> dict[str, dict[int, Number]]:
        """Every figure of every organisation, without those that are 0."""
        found: dict[str, dict[int, Number]] = {}
        for population, counted, part in _batches(wanted):
            table = f"counted_{population}"
            query = added_up(table, part) if counted == "added" else each_once(table, counted, part)
            for node, *values in self.ask(query):
                for figure, value in zip(part, values, strict=True):
                    if value:
                        found.setdefault(figure.code, {})[node] = number(value)
        return found


def _batches(wanted: Sequence[Figure]) -> Iterator[tuple[str, str, list[Figure]]]:
    groups: defaultdict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in wanted:
        groups[figure.population, "added" if figure.additive else figure.counts].append(figure)
    for (population, counted), group in groups.items():
        for start in range(0, len(group), AT_ONCE):
            yield population, counted, group[start : start + AT_ONCE]


def _ancestors(parents: Mapping[int, int | None]) -> pa.Table:
    pairs = []
    for node in sorted(parents):
        above: int | None = node
        while above is not None:
            pairs.append((node, above))
            above = parents[above]
    nodes, ancestors = zip(*pairs, strict=True)
    ids = pa.int64()
    return pa.table({"organisation": pa.array(nodes, ids), "ancestor": pa.array(ancestors, ids)})


def _hand_over(connection: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    connection.register("handed_over", table)
    connection.execute(f"CREATE TABLE {name} AS SELECT * FROM handed_over")
    connection.unregister("handed_over")


def under(figure: Figure) -> str:
    """SQL: the rows a figure counts at the organisation given as the one parameter."""
    only = "" if figure.additive else f" AND {one_of(figure.counts)} IS NOT NULL"
    under = "seat IN (SELECT a.organisation FROM ancestors AS a WHERE a.ancestor = ?)"
    return f"(SELECT * FROM counted_{figure.population} WHERE ({figure.where}){only} AND {under})"


def measure(figure: Figure) -> str:
    """SQL: the number a figure says of such rows."""
    if not figure.additive:
        return f"count(DISTINCT {one_of(figure.counts)})"
    column = measure_column(figure)
    return "count(*)" if column is None else f"sum({column})"


def measured(figure: Figure, names: tuple[str, ...], found: list[tuple[Any, ...]]) -> Number:
    """What the rows amount to."""
    if not figure.additive:
        place = names.index(one_of(figure.counts))
        return len({row[place] for row in found})
    column = measure_column(figure)
    if column is None:
        return len(found)
    place = names.index(column)
    return number(sum((row[place] or 0 for row in found), 0))
