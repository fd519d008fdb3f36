"""Rows and columns called total against what they are the total of."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..reading.written import Bound, Reading
from .beside import beside
from .cells import Table, counts, laid
from .differences import differences
from .numbers import meets, shown
from .page import relation
from .relations import Kind, Relation, Verdict

NESTED = ("trong đó", "- trong đó", "riêng")
CHAPTERS = frozenset(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "a", "b", "c", "d", "đ"])


def tables(reading: Reading) -> Iterator[Relation]:
    for table in laid(reading):
        yield from totals(table)
        yield from subtotals(table)
        yield from totals(table.turned(), most=True)
        yield from beside(table)
        yield from differences(table)


def totals(table: Table, *, most: bool = False) -> Iterator[Relation]:
    """Rows called total against the rows that they can be the total of.

    `most`: only where two columns at least and most of them meet; a column called total need not be the sum
    of its neighbours.
    """
    counting = [row for row in table.rows if row in table.counting]
    named = [row for row in counting if table.is_total(row)]
    if len(named) != 1 or len(counting) < 3:
        return
    total, others = named[0], [row for row in counting if row != named[0]]
    ways = [way for way in partitions(table, total, others) if len(way) > 1]
    if not ways:
        return
    best = max(ways, key=lambda way: agreeing(table, total, way))
    hits, columns = agreeing(table, total, best), compared(table, total, best)
    if most and (hits < 2 or hits * 2 <= len(columns)):
        return
    sure = hits * 2 > len(columns) or (len(ways) == 1 and (hits > 0 or len(columns) == 1))
    for column in columns:
        yield column_sum(table, total, best, column, sure)


def subtotals(table: Table) -> Iterator[Relation]:
    """Each “Cộng khối …” against the rows between it and the one before."""
    since: list[int] = []
    for row in (row for row in table.rows if row in table.counting):
        if not table.is_subtotal(row):
            since = [] if table.is_total(row) else [*since, row]
            continue
        columns = compared(table, row, since)
        sure = agreeing(table, row, since) * 2 > len(columns)
        for column in columns:
            yield column_sum(table, row, since, column, sure)
        since = []


def partitions(table: Table, total: int, others: list[int]) -> list[list[int]]:
    """All rows; those on the total's side; those numbered as chapters; those without “trong đó”."""
    below, above = [r for r in others if r > total], [r for r in others if r < total]
    marks = {row: next((h for h in table.heads(row) if h), "") for row in others}
    chapters = [r for r in others if marks[r].strip(".)") in CHAPTERS]
    plain = [r for r in others if not any(h.startswith((*NESTED, "-", "+")) for h in table.heads(r))]
    leaves = [r for r in others if r not in chapters]
    simple = [r for r in others if not table.is_subtotal(r)]
    ways = [below or above, others, chapters, plain, leaves, simple]
    unique: list[list[int]] = []
    for way in ways:
        if way not in unique:
            unique.append(way)
    return unique


def compared(table: Table, total: int, way: list[int]) -> list[int]:
    """Columns where the total and at least two rows print counts."""
    found = []
    for column in table.columns:
        printed = table.figures.get((total, column))
        parts = [table.figures[r, column] for r in way if (r, column) in table.figures]
        plain = printed and counts(printed) and all(counts(p) for p in parts)
        if plain and len(parts) > 1 and column not in table.unsummed:
            found.append(column)
    return found


def summed(table: Table, way: list[int], column: int) -> Fraction:
    return sum(
        (Fraction(table.figures[r, column].value) for r in way if (r, column) in table.figures), Fraction(0)
    )


def agreeing(table: Table, total: int, way: list[int]) -> int:
    return sum(
        meets(summed(table, way, c), table.figures[total, c]) is not None for c in compared(table, total, way)
    )


def column_sum(table: Table, total: int, way: list[int], column: int, sure: bool) -> Relation:
    printed = table.figures[total, column]
    parts = [table.figures[r, column] for r in way if (r, column) in table.figures]
    true = summed(table, way, column)
    how = meets(true, printed)
    loose = any(p.bound is not Bound.EXACT for p in (printed, *parts))
    gap = true - Fraction(printed.value)
    verdict = how[0] if how else Verdict.FAILS if sure and not loose else Verdict.DEPENDS
    reason = "sum_" + how[1] if how else "sum_more" if gap > 0 else "sum_less"
    written = " + ".join(shown(p.value) for p in parts)
    return relation(
        Kind.SUM, verdict, (printed, *parts), written, reason, expected=true, printed=printed,
        innocent="overlapping_or_typed" if gap > 0 else "part_missing_or_typed",
        hangs_on="bounds" if loose else "rows_of_table", total=shown(true), whole=printed.text,
        gap=shown(abs(gap)), sum=written,
    )  # fmt: skip
