"""A sheet as a table of the page: its cells with their words, numbers, links and marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from thenchot.files.formulas.tree import Error
from thenchot.files.sheets.cells import Book, Look, Sheet, place_of
from thenchot.surface.numbers import number

ROWS, COLUMNS = 400, 60  # what a page shows of a sheet


@dataclass(frozen=True)
class Shown:
    """One cell: its text, how many rows and columns it spans, where it leads, what it is marked with."""

    name: str
    text: str
    rows: int = 1
    columns: int = 1
    classes: str = ""
    address: str = ""
    label: str = ""
    mark: str = ""
    current: bool = False
    row: int = 0
    column: int = 0

    @property
    def html(self) -> SafeString:
        """The cell as a page prints it; a form has thousands, so no template is asked for each."""
        span = f' rowspan="{self.rows}"' if self.rows > 1 else ""
        span += f' colspan="{self.columns}"' if self.columns > 1 else ""
        classes = f' class="{escape(self.classes)}"' if self.classes else ""
        mark = f' <span class="mark mark-warn">{escape(self.mark)}</span>' if self.mark else ""
        return mark_safe(f"<td{span}{classes}>{self._inside()}{mark}</td>")

    def _inside(self) -> str:
        text = escape(self.text).replace("\n", "<br>")
        if not self.address:
            return text
        label = ", ".join(one for one in (self.name, self.label) if one)
        said = escape(f"{label}: {self.text}" if self.text else label)
        current = ' aria-current="true"' if self.current else ""
        return (
            f'<a href="{escape(self.address)}" data-beside data-row="{self.row}" data-column="{self.column}"'
            f' id="o-{self.name}"{current} aria-label="{said}">{text or "&nbsp;"}</a>'
        )


@dataclass(frozen=True)
class Dressed:
    """What the page adds to a cell."""

    text: str | None = None
    address: str = ""
    label: str = ""
    mark: str = ""
    classes: str = ""
    current: bool = False


Dressing = Callable[[int, int], Dressed]


@dataclass(frozen=True)
class Grid:
    """Letters of the columns shown, the lines (number of the row, its cells); `more` is left out."""

    sheet: str
    letters: list[tuple[str, str]]
    lines: list[tuple[int, list[Shown]]]
    hidden_rows: int
    hidden_columns: int
    more: bool


def grid(book: Book, sheet: Sheet, value: Callable[[int, int], Any], dressing: Dressing) -> Grid:
    """A sheet as its visible cells; `value` says what a cell shows, `dressing` what the page adds."""
    height, width = sheet.size
    rows = [row for row in range(min(height, ROWS)) if row not in sheet.hidden_rows]
    columns = [column for column in range(min(width, COLUMNS)) if column not in sheet.hidden_columns]
    spans = {(top, left): (bottom, right) for top, left, bottom, right in sheet.merged}
    lines = []
    for row in rows:
        spilt = _spilt(sheet, row, columns, spans)
        cells = [
            _cell(book, sheet, (row, column), spans, (rows, columns), value, dressing(row, column))
            for column in columns
            if (row, column) not in sheet.covered and (row, column) not in spilt
        ]
        lines.append((row + 1, cells))
    letters = [(place_of(0, column)[:-1], _width(sheet.widths.get(column))) for column in columns]
    return Grid(
        sheet.name, letters, lines, len(sheet.hidden_rows), len(sheet.hidden_columns),
        height > ROWS or width > COLUMNS,
    )  # fmt: skip


def _spilt(
    sheet: Sheet, row: int, columns: list[int], spans: dict[tuple[int, int], tuple[int, int]]
) -> set[tuple[int, int]]:
    """Empty cells into which a long text beside them runs over, as in Excel; `spans` grows by such texts."""
    found: set[tuple[int, int]] = set()
    for column in columns:
        cell = sheet.cells.get((row, column))
        if cell is None or not isinstance(cell.value, str) or (row, column) in {*spans, *sheet.covered}:
            continue
        room, last = sheet.widths.get(column, 9.0), column
        for after in columns[columns.index(column) + 1 :]:
            if room >= len(cell.value) or (row, after) in sheet.cells or (row, after) in sheet.covered:
                break
            room, last = room + sheet.widths.get(after, 9.0), after
            found.add((row, after))
        if last > column:
            spans[row, column] = row, last
    return found


def _cell(
    book: Book, sheet: Sheet, place: tuple[int, int], spans: dict[tuple[int, int], tuple[int, int]],
    seen: tuple[list[int], list[int]], value: Callable[[int, int], Any], added: Dressed,
) -> Shown:  # fmt: skip
    row, column = place
    cell = sheet.cells.get((row, column))
    look = book.looks[cell.look] if cell and cell.look < len(book.looks) else Look()
    shown = value(row, column)
    text = added.text if added.text is not None else said(shown, look)
    down = across = 1
    if place in spans:
        bottom, right = spans[place]
        down = sum(row <= one <= bottom for one in seen[0])
        across = sum(column <= one <= right for one in seen[1])
    classes = [added.classes, "b" if look.bold else ""]
    side = look.side or ("right" if isinstance(shown, (int, float, Decimal)) else "")
    classes.append({"center": "c", "right": "n"}.get(side, ""))
    return Shown(
        place_of(row, column), text, max(down, 1), max(across, 1), " ".join(one for one in classes if one),
        added.address, added.label, added.mark, added.current, row, column,
    )  # fmt: skip


def said(value: Any, look: Look) -> str:
    """A value as the sheet's format would print it, numbers as they are read here."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, Error):
        return value.name
    if isinstance(value, (int, float, Decimal)):
        exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
        places = len(look.form.split(";")[0].partition(".")[2].rstrip("% ")) if "." in look.form else 2
        return number(round(exact, min(places, 6)))
    return str(value)


def _width(letters: float | None) -> str:
    """One of six widths: a page has no style of its own for a column."""
    steps = ((6.0, "w1"), (10.0, "w2"), (16.0, "w3"), (28.0, "w4"), (44.0, "w5"))
    return next((name for most, name in steps if (letters or 9.0) <= most), "w6")


def visible(book: Book) -> Iterator[tuple[int, Sheet]]:
    """The sheets a page shows, with their places in the workbook."""
    return ((place, sheet) for place, sheet in enumerate(book.sheets) if not sheet.hidden)
