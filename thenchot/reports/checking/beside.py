"""A column of percentages beside the counts that give it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .cells import Table, counts
from .numbers import meets, shown, worked_out
from .page import relation
from .relations import Kind, Relation, Verdict

WIDEST = 15  # columns of counts to look for a pair in


def beside(table: Table) -> Iterator[Relation]:
    """A column of percentages that most rows get from the same two columns; the rows that do not."""
    shares = [
        c for c in table.columns if sum(x == c and not counts(f) for (_, x), f in table.figures.items()) > 2
    ]
    plain = [c for c in table.columns if any(x == c and counts(f) for (_, x), f in table.figures.items())]
    if len(plain) > WIDEST:
        return
    for column in shares:
        rows = [r for r in table.rows if (r, column) in table.figures]
        pairs = [(a, b) for a in plain for b in plain if a != b]
        best = max(pairs, key=lambda pair: fitting(table, rows, pair, column), default=None)
        if best and fitting(table, rows, best, column) * 2 > len(rows) > 2:
            yield from rows_of(table, rows, best, column)


def fitting(table: Table, rows: list[int], pair: tuple[int, int], column: int) -> int:
    return sum(ratio_of(table, row, pair, column) is True for row in rows)


def ratio_of(table: Table, row: int, pair: tuple[int, int], column: int) -> bool | None:
    one, base = (table.figures.get((row, c)) for c in pair)
    printed = table.figures[row, column]
    if not one or not base or not base.value:
        return None
    return meets(Fraction(one.value) * 100 / Fraction(base.value), printed) is not None


def rows_of(table: Table, rows: list[int], pair: tuple[int, int], column: int) -> Iterator[Relation]:
    for row in rows:
        if ratio_of(table, row, pair, column) is None:
            continue
        one, base, printed = (table.figures[row, c] for c in (*pair, column))
        true = Fraction(one.value) * 100 / Fraction(base.value)
        how = meets(true, printed)
        yield relation(
            Kind.SHARE, how[0] if how else Verdict.FAILS, (one, base, printed),
            f"{shown(one.value)} ÷ {shown(base.value)}", "share_" + how[1] if how else "share_differs",
            expected=true, printed=printed, innocent="other_base_or_typed", count=one.text, base=base.text,
            share=printed.text, true=worked_out(true, printed),
        )  # fmt: skip
