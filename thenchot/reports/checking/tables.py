"""Tables: rows and columns called total, and shares beside their counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ..reading.written import Bound, Figure, Line, Reading, Sort
from .numbers import meets, shown
from .page import relation
from .relations import Kind, Relation, Verdict
from .tokens import fold
from .vocabulary import folded

TOTAL = folded(
    "tổng · tổng số · tổng cộng · cộng · toàn đảng bộ · toàn tỉnh · toàn xã · cộng chung · cộng toàn đảng bộ"
)
NESTED = ("trong đó", "- trong đó", "riêng")
INDEX = {"stt", "tt", "số tt", "số thứ tự"}


@dataclass(frozen=True)
class Table:
    """Words and figures by (row, column); a cell with two figures counts as words."""

    words: dict[tuple[int, int], str]
    figures: dict[tuple[int, int], Figure]
    rows: tuple[int, ...]
    columns: tuple[int, ...]

    def turned(self) -> Table:
        return Table(
            {(c, r): v for (r, c), v in self.words.items()},
            {(c, r): v for (r, c), v in self.figures.items()},
            self.columns,
            self.rows,
        )


def tables(reading: Reading) -> Iterator[Relation]:
    for table in laid(reading):
        yield from totals(table)
        yield from totals(table.turned())
        yield from beside(table)


def laid(reading: Reading) -> list[Table]:
    on_line: dict[int, list[Figure]] = defaultdict(list)
    for figure in reading.figures:
        on_line[figure.line].append(figure)
    cells: dict[int, list[Line]] = defaultdict(list)
    for line in reading.lines:
        if line.sort is Sort.CELL and line.table:
            cells[line.table].append(line)
    return [table(lines, on_line) for lines in cells.values()]


def table(lines: list[Line], on_line: dict[int, list[Figure]]) -> Table:
    words = {(line.row, line.column): " ".join(fold(line.text).split()) for line in lines}
    one = {
        (line.row, line.column): on_line[line.number][0] for line in lines if len(on_line[line.number]) == 1
    }
    index = {c for (r, c), text in words.items() if text.strip(".") in INDEX}
    figures = {spot: figure for spot, figure in one.items() if spot[1] not in index and alone(words[spot])}
    rows, columns = ({spot[n] for spot in words} for n in (0, 1))
    return Table(words, figures, tuple(sorted(rows)), tuple(sorted(columns)))


def alone(text: str) -> bool:
    """A cell that holds a number and little else."""
    return sum(letter.isalpha() for letter in text) <= 6


def heads(table: Table, row: int) -> list[str]:
    """Words of a row before its first figure."""
    first = min((c for r, c in table.figures if r == row), default=table.columns[-1] + 1)
    return [table.words.get((row, c), "") for c in table.columns if c < first]


def is_total(table: Table, row: int) -> bool:
    return any(tuple(head.strip(" :.").split()) in TOTAL.all for head in heads(table, row) if head)


def totals(table: Table) -> Iterator[Relation]:
    """Rows called total against the rows that they can be the total of."""
    counting = [
        row for row in table.rows if any(r == row and not share(f) for (r, _), f in table.figures.items())
    ]
    named = [row for row in counting if is_total(table, row)]
    if len(named) != 1 or len(counting) < 3:
        return
    total, others = named[0], [row for row in counting if row != named[0]]
    ways = [way for way in partitions(table, total, others) if len(way) > 1]
    if not ways:
        return
    best = max(ways, key=lambda way: agreeing(table, total, way))
    hits, columns = agreeing(table, total, best), compared(table, total, best)
    nested = any(any(h.startswith(NESTED) for h in heads(table, row)) for row in others) or len(ways) > 1
    sure = hits * 2 > len(columns) or (not nested and hits > 0) or (not nested and len(columns) == 1)
    for column in columns:
        yield column_sum(table, total, best, column, sure)


def partitions(table: Table, total: int, others: list[int]) -> list[list[int]]:
    """All rows; those on the total's side; those numbered as chapters; those without “trong đó”."""
    below, above = [r for r in others if r > total], [r for r in others if r < total]
    marks = {row: next((h for h in heads(table, row) if h), "") for row in others}
    chapters = [
        r
        for r in others
        if marks[r].strip(".)") in ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "a", "b", "c", "d")
    ]
    plain = [r for r in others if not any(h.startswith((*NESTED, "-", "+")) for h in heads(table, r))]
    leaves = [r for r in others if r not in chapters]
    ways = [below or above, others, chapters, plain, leaves]
    unique: list[list[int]] = []
    for way in ways:
        if way not in unique:
            unique.append(way)
    return unique


def share(figure: Figure) -> bool:
    return figure.unit == "percent" or "%" in figure.text


def compared(table: Table, total: int, way: list[int]) -> list[int]:
    """Columns where the total and at least two rows print counts."""
    found = []
    for column in table.columns:
        printed = table.figures.get((total, column))
        parts = [table.figures[r, column] for r in way if (r, column) in table.figures]
        if printed and not share(printed) and len(parts) > 1 and not any(share(p) for p in parts):
            if not percent_column(table, column):
                found.append(column)
    return found


def percent_column(table: Table, column: int) -> bool:
    heads = [
        text
        for (r, c), text in table.words.items()
        if (c == column or r == column) and (r, c) not in table.figures
    ]
    return any("%" in text or "tỷ lệ" in text or "bình quân" in text for text in heads if len(text) < 60)


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


def beside(table: Table) -> Iterator[Relation]:
    """A column of percentages that most rows get from the same two columns; the rows that do not."""
    columns = [c for c in table.columns if sum(share(f) for (_, x), f in table.figures.items() if x == c) > 2]
    counts = [c for c in table.columns if any(x == c and not share(f) for (_, x), f in table.figures.items())]
    for column in columns:
        rows = [r for r in table.rows if (r, column) in table.figures]
        pairs = [(a, b) for a in counts for b in counts if a != b]
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
            share=printed.text, true=shown(true),
        )  # fmt: skip
