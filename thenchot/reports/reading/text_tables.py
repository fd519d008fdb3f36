"""Tables typed as text, their columns parted by strokes or tabs: each cell as a line of its own, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .written import Figure, Line, Sort

LEAST_COLUMNS, LEAST_ROWS = 3, 2
MOST_COLUMNS = 60  # a line of more marks is noise
_RULE = re.compile(r"[\s|+:=_-]*")
_NUMBER = re.compile(r"\s*[-+]?[0-9][0-9.,]*\s*%?\s*")


@dataclass(frozen=True)
class Unfolded:
    """`lines` with cells for the rows of such tables, numbered anew from 1.

    `places[number - 1]` is the number of the line as given and where the cell begins in it.
    """

    lines: tuple[Line, ...]
    places: tuple[tuple[int, int], ...]
    given: tuple[Line, ...]

    def given_number(self, number: int) -> int:
        return self.places[number - 1][0]

    def folded(self, figure: Figure) -> Figure:
        """A figure of a cell, placed in the line as given."""
        line, begins = self.places[figure.line - 1]
        return replace(figure, line=line, start=figure.start + begins, end=figure.end + begins)

    def unfolded(self, figures: Sequence[Figure]) -> tuple[Figure, ...]:
        """Figures of the lines as given, placed in the cells."""
        held: dict[int, list[int]] = {}
        for number, (line, _) in enumerate(self.places, 1):
            held.setdefault(line, []).append(number)
        return tuple(self._unfolded(figure, held[figure.line]) for figure in figures)

    def _unfolded(self, figure: Figure, cells: list[int]) -> Figure:
        number = max((cell for cell in cells if self.places[cell - 1][1] <= figure.start), default=cells[0])
        begins = self.places[number - 1][1]
        return replace(figure, line=number, start=figure.start - begins, end=figure.end - begins)


def unfold(lines: Sequence[Line]) -> Unfolded | None:
    """None where no table is typed as text: then nothing has to be placed anew."""
    runs = list(_runs(lines))
    if not runs:
        return None
    tables = max((line.table for line in lines), default=0)
    cells: dict[int, list[tuple[Line, int]]] = {}
    for table, (first, last) in enumerate(runs, tables + 1):
        for row, at in enumerate(range(first, last), 1):
            cells[at] = [
                (Line(0, text, Sort.CELL, lines[at].place, 0, table, row, column), begins)
                for column, (text, begins) in enumerate(_cells(lines[at].text), 1)
            ]
    flat = [
        (line, one.number, begins)
        for at, one in enumerate(lines)
        for line, begins in cells.get(at, [(one, 0)])
    ]
    return Unfolded(
        tuple(replace(line, number=number) for number, (line, _, _) in enumerate(flat, 1)),
        tuple((given, begins) for _, given, begins in flat),
        tuple(lines),
    )


def _runs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First and last (excluded) of lines in a row with as many columns, some of them numbers alone."""
    at = 0
    while at < len(lines):
        columns, end = _columns(lines[at]), at + 1
        while (
            columns >= LEAST_COLUMNS
            and end < len(lines)
            and (_columns(lines[end]) == columns or _is_rule(lines[end]))
        ):
            end += 1
        if columns >= LEAST_COLUMNS and end - at >= LEAST_ROWS and any(map(_has_numbers, lines[at:end])):
            yield at, end
        at = end


def _columns(line: Line) -> int:
    text = line.text
    if line.sort is not Sort.PARAGRAPH or line.level or ("|" not in text and "\t" not in text):
        return 0
    if max(text.count("|"), text.count("\t")) > MOST_COLUMNS:
        return 0
    return len(_cells(text))


def _is_rule(line: Line) -> bool:
    return "-" in line.text and bool(_RULE.fullmatch(line.text))


def _has_numbers(line: Line) -> bool:
    return sum(bool(_NUMBER.fullmatch(text)) for text, _ in _cells(line.text)) > 1


def _cells(text: str) -> list[tuple[str, int]]:
    """The texts between the marks and where each begins; the marks at both ends part nothing."""
    mark = "|" if "|" in text else "\t"
    found: list[tuple[str, int]] = []
    begins = 0
    for piece in text.split(mark):
        found.append((piece, begins))
        begins += len(piece) + 1
    if mark == "|":
        found = found[1:] if found and not found[0][0].strip() else found
        found = found[:-1] if found and not found[-1][0].strip() else found
    return found
