"""A column of a table that is the difference of two others: the rows where it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from .cells import Table, counts
from .numbers import meets, shown
from .page import relation
from .relations import Kind, Relation, Verdict

NAMED = re.compile(r"\btăng\b|\bgiảm\b|chênh lệch|so sánh|\+/-")
LEAST = 3  # rows that agree
WIDEST = 15


def differences(table: Table) -> Iterator[Relation]:
    named = {
        column
        for (row, column), text in table.words.items()
        if len(text) < 60 and NAMED.search(text) and (row, column) not in table.figures
    }
    plain = [c for c in table.columns if any(x == c and counts(f) for (_, x), f in table.figures.items())]
    if len(plain) > WIDEST:
        return
    for column in (c for c in plain if c in named):
        pairs = [(a, b) for a in plain for b in plain if a < b and column not in (a, b)]
        best = max(
            pairs,
            key=lambda pair: sum(fits(table, row, pair, column) is True for row in table.rows),
            default=None,
        )
        if best:
            yield from rows_of(table, best, column)


def fits(table: Table, row: int, pair: tuple[int, int], column: int) -> bool | None:
    held = [table.figures.get((row, c)) for c in (*pair, column)]
    if any(one is None or not counts(one) for one in held):
        return None
    return meets(gap(table, row, pair), table.figures[row, column]) is not None


def gap(table: Table, row: int, pair: tuple[int, int]) -> Fraction:
    first, second = (Fraction(table.figures[row, c].value) for c in pair)
    return abs(second - first)


def rows_of(table: Table, pair: tuple[int, int], column: int) -> Iterator[Relation]:
    judged = {row: found for row in table.rows if (found := fits(table, row, pair, column)) is not None}
    right = sum(judged.values())
    if right < LEAST or right * 2 <= len(judged):
        return
    for row, holds in judged.items():
        first, second, printed = (table.figures[row, c] for c in (*pair, column))
        true = gap(table, row, pair)
        yield relation(
            Kind.CHANGE, Verdict.HOLDS if holds else Verdict.FAILS, (first, second, printed),
            f"{shown(second.value)} − {shown(first.value)}", "change_exact" if holds else "change_differs",
            expected=true, printed=printed, innocent="other_period_or_typed",
            true=shown(true), said=printed.text,
        )  # fmt: skip
