"""A table read from a file from outside: headers, rows of typed values, and the name of every cell."""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from . import confined
from .confined import whole
from .door import Admitted, admit
from .headers import find_headers
from .limits import TABLES
from .markup import column_letters
from .refusals import Note, Refused

Value = str | int | Decimal | date | bool | None
# What the worker may refuse for, and what its sentence counts.
WORKER = {
    "text": "limit", "rows": "limit", "columns": "limit", "area": "limit", "lost_numbers": "count",
    "formula": "", "broken_line": "", "broken": "", "memory": "",
}  # fmt: skip
NUMBER = re.compile(r"-?\d{1,17}(\.\d{1,30})?(E[+-]?\d{1,3})?\Z", re.ASCII)


@dataclass(frozen=True)
class Cell:
    """One value with what the file held it as: text, number, day, yes_no or empty. `place` is `Sheet1!C7`."""

    value: Value
    kind: str
    place: str


@dataclass
class Table:
    """`rows[i]` stands in row `numbers[i]` of the sheet; `left` columns before the first are empty."""

    sheet: str
    headers: list[str]
    rows: list[list[Value]]
    numbers: list[int]
    left: int = 0
    header_row: int = 1
    notes: list[Note] = field(default_factory=list)

    def cell(self, row: int, column: int) -> Cell:
        """The cell at places in `rows`, both counted from 0."""
        value = self.rows[row][column]
        return Cell(value, kind_of(value), self.place(row, column))

    def place(self, row: int, column: int) -> str:
        """Its name in the file, `Sheet1!C7`; row -1 is the header."""
        number = self.header_row if row < 0 else self.numbers[row]
        name = f"{column_letters(self.left + column)}{number}"
        return f"{self.sheet}!{name}" if self.sheet else name


def kind_of(value: Value) -> str:
    """What the file held: a number that should be text has lost its leading zeros."""
    if value is None:
        return "empty"
    names = ((str, "text"), (bool, "yes_no"), (date, "day"))
    return next((name for kind, name in names if isinstance(value, kind)), "number")


def read_table(
    given: Path | str | bytes,
    kinds: Collection[str] = TABLES,
    *,
    name: str = "",
    sheet: str | None = None,
    header: tuple[int, int] | None = None,
) -> Table:
    """The table in a file, through the door and the worker; Refused when it does not pass.

    Without `sheet` the first visible one that holds something is read (a hidden one only if there is no
    other, and a note says so). `header` are its first and last row; without it they are looked for.
    """
    admitted = given if isinstance(given, Admitted) else admit(given, kinds, name)
    chosen = choose_sheet(admitted, sheet)
    with closing(ask(admitted, chosen)) as answers:  # closed at once: the worker ends with a refusal
        shape, numbers, rows = collect(answers)
    if not rows:
        raise Refused("empty")
    found = find_headers(rows, numbers, shape, header)
    table = Table(
        chosen,
        found.names,
        rows[found.used :],
        numbers[found.used :],
        shape["left"],
        found.last,
        found_notes(admitted, chosen),
    )
    if found.merged_below:
        table.notes.append(Note("merged", chosen, found.merged_below))
    return table


def choose_sheet(admitted: Admitted, wanted: str | None) -> str:
    """The name of the sheet to read; nothing for CSV."""
    if not admitted.sheets:
        return ""
    filled = [one for one in admitted.sheets if one.filled]
    if wanted is not None:
        filled = [one for one in filled if one.name == wanted]
    if not filled:
        raise Refused("empty", wanted or "")
    return sorted(filled, key=lambda one: one.hidden)[0].name


def found_notes(admitted: Admitted, chosen: str) -> list[Note]:
    """What a reader should know: hidden sheets, rows and columns, sheets left aside."""
    notes = []
    for one in admitted.sheets:
        if one.name != chosen and one.filled:
            notes.append(Note("hidden_sheet_left" if one.hidden else "sheet_left", one.name))
        if one.name == chosen:
            notes += [Note("hidden_sheet", chosen)] if one.hidden else []
            notes += [Note("hidden_rows", chosen, one.hidden_rows)] if one.hidden_rows else []
            notes += [Note("hidden_columns", chosen, one.hidden_columns)] if one.hidden_columns else []
    return notes


def ask(admitted: Admitted, sheet: str) -> Generator[Any, None, None]:
    """The worker's answers, one by one; Refused when it dies, takes too long or says too much."""
    numbers = next((one.numbers for one in admitted.sheets if one.name == sheet), 0)
    asked = {"kind": admitted.kind, "sheet": sheet, "numbers": numbers, "delimiter": admitted.delimiter}
    yield from confined.ask("thenchot.files.worker", asked, admitted.data)


def collect(lines: Iterator[Any]) -> tuple[dict[str, Any], list[int], list[list[Value]]]:
    """Shape, row numbers and rows; every answer is checked, for the worker has read what a stranger wrote."""
    shape: dict[str, Any] | None = None
    numbers: list[int] = []
    rows: list[list[Value]] = []
    for line in lines:
        if isinstance(line, dict) and "refused" in line:
            raise confined.refusal(line, WORKER)
        if shape is None:
            shape = checked_shape(line)
        elif isinstance(line, dict):
            if line != {"rows": len(rows)}:
                break
            return shape, numbers, rows
        else:
            number, values = line if isinstance(line, list) and len(line) == 2 else (0, None)
            if not whole(number) or not isinstance(values, list) or len(values) != shape["width"]:
                break
            numbers.append(number)
            rows.append([value_of(value) for value in values])
    # Killed by its limits, or an answer that is not one.
    raise Refused("memory")


def checked_shape(line: Any) -> dict[str, Any]:
    """The first answer; Refused when it is not of the form the worker gives."""
    if not isinstance(line, dict) or not all(
        whole(line.get(key)) for key in ("top", "left", "width", "merged_all")
    ):
        raise Refused("memory")
    spans = line.get("merged")
    if not isinstance(spans, list) or not all(_span(one) for one in spans):
        raise Refused("memory")
    return line


def value_of(given: Any) -> Value:
    """A value from the worker's form; Refused for anything else."""
    if given is None or isinstance(given, (str, bool)):
        return given
    if isinstance(given, dict) and len(given) == 1:
        ((kind, text),) = given.items()
        if kind == "n" and isinstance(text, str) and NUMBER.match(text):
            return Decimal(text) if "." in text or "E" in text else int(text)
        if kind == "d" and isinstance(text, str):
            try:
                return date.fromisoformat(text)
            except ValueError:
                pass
    raise Refused("memory")


def _span(one: Any) -> bool:
    return isinstance(one, list) and len(one) == 4 and all(whole(value) for value in one)
