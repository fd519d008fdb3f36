"""Tables as grids: words and figures by row and column."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ..reading.numbers import digits
from ..reading.written import Figure, Line, Reading, Sort
from .tokens import fold
from .vocabulary import folded

TOTAL = folded(
    "tổng · tổng số · tổng cộng · cộng · toàn đảng bộ · toàn tỉnh · toàn xã · cộng chung · cộng toàn đảng bộ"
)
UNSUMMED = re.compile(r"%|\btỷ lệ\b|\bbình quân\b|\btrung bình\b|\btuổi\b|\bxếp hạng\b|\bđiểm\b")
HEADS = 6  # columns that can name a row
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

    def heads(self, row: int) -> list[str]:
        """Words of a row before its first figure."""
        first = self.first.get(row, self.columns[-1] + 1)
        return [self.words.get((row, c), "") for c in self.columns[:HEADS] if c < first]

    @cached_property
    def first(self) -> dict[int, int]:
        """The first column with a figure, by row."""
        return dict(sorted(self.figures, reverse=True))

    @cached_property
    def counting(self) -> set[int]:
        """Rows that print a count."""
        return {row for (row, _), figure in self.figures.items() if counts(figure)}

    @cached_property
    def unsummed(self) -> set[int]:
        """Columns whose words say shares, averages, ranks: nobody adds them up."""
        named = [spot for spot, text in self.words.items() if len(text) < 60 and UNSUMMED.search(text)]
        return {column for row, column in named if (row, column) not in self.figures}

    def is_subtotal(self, row: int) -> bool:
        """“Cộng khối xã”: the total of the rows since the last one."""
        return not self.is_total(row) and any(head.startswith("cộng ") for head in self.heads(row))

    def is_total(self, row: int) -> bool:
        return any(tuple(head.strip(" :.").split()) in TOTAL.all for head in self.heads(row) if head)


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
    index = {c for (r, c), text in words.items() if text.strip(".") in INDEX}
    figures: dict[tuple[int, int], Figure] = {}
    for line in lines:
        found = number_in(line, on_line[line.number])
        if found and line.column not in index and alone(words[line.row, line.column]):
            figures[line.row, line.column] = found
    for row in sorted({r for r, _ in figures})[:2]:
        if is_head([figures[spot] for spot in figures if spot[0] == row]):
            figures = {spot: figure for spot, figure in figures.items() if spot[0] != row}
    rows, columns = ({spot[n] for spot in words} for n in (0, 1))
    return Table(words, figures, tuple(sorted(rows)), tuple(sorted(columns)))


def number_in(line: Line, figures: list[Figure]) -> Figure | None:
    """The figure of a cell; where the reading takes its number for a year or an ordinal, that number.

    Such a number has no ordinal: it is only added up with the others of its column.
    """
    if figures:
        return figures[0] if len(figures) == 1 else None
    text = line.text.strip()
    found = next(digits(text), None)
    if found is None or found.scale != 1 or (found.start, found.end) != (0, len(text)):
        return None
    return Figure(-1, line.number, 0, len(text), text, found.value, "percent" if found.percent else "")


def is_head(figures: list[Figure]) -> bool:
    """A row of years, or one that numbers the columns."""
    years = all(1990 <= figure.value <= 2100 and "." not in figure.text for figure in figures)
    values = [figure.value for figure in figures]
    return years or (len(values) > 2 and all(b - a == 1 for a, b in pairwise(values)) and values[0] <= 3)


def alone(text: str) -> bool:
    """A cell that holds a number and little else."""
    return sum(letter.isalpha() for letter in text) <= 6


def counts(figure: Figure) -> bool:
    return figure.unit != "percent" and "%" not in figure.text
