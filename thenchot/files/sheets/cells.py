"""The cells of a given workbook as they stand: values, formulas, merged areas, what is hidden, looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from ..formulas.computing import Computed, Formula, Place, compute
from ..formulas.tree import Error
from ..markup import CELL, CORNER, column_letters, column_number
from ..refusals import Refused
from ..zipped import opened, part_of
from .workbook import SheetName, parsed, sheets_of

Value = str | int | Decimal | bool | None
HEX = re.compile(r"[0-9A-Fa-f]{4}\Z")
Shared = dict[str, tuple[str, int, int]]
AREA = tuple[int, int, int, int]


@dataclass(frozen=True)
class Look:
    """How a cell is shown: heavy letters, the side it leans to, the format of numbers."""

    bold: bool = False
    side: str = ""
    form: str = ""


@dataclass(frozen=True)
class Cell:
    """`formula` without its `=`; `value` is then what had been computed when the file was saved."""

    value: Value
    formula: str = ""
    look: int = 0


@dataclass
class Sheet:
    """One sheet: cells by row and column from 0, merged areas, widths of columns in letters."""

    name: str
    hidden: bool = False
    protected: bool = False
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    formulas: dict[tuple[int, int], Formula] = field(default_factory=dict)
    merged: list[AREA] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    @cached_property
    def covered(self) -> set[tuple[int, int]]:
        """Cells under a merged area, its first one not."""
        return {
            (row, column)
            for top, left, bottom, right in self.merged
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }

    @property
    def size(self) -> tuple[int, int]:
        """How many rows and columns hold something."""
        rows = [row for row, _ in self.cells] + [area[2] for area in self.merged]
        columns = [column for _, column in self.cells] + [area[3] for area in self.merged]
        return max(rows, default=-1) + 1, max(columns, default=-1) + 1

    def value(self, row: int, column: int) -> Value:
        """What a cell shows; for a cell under a merged area what its first one shows."""
        if (row, column) in self.covered:
            for top, left, bottom, right in self.merged:
                if top <= row <= bottom and left <= column <= right:
                    row, column = top, left
        found = self.cells.get((row, column))
        return found.value if found else None


@dataclass
class Book:
    """All sheets in order, and how their cells look."""

    sheets: list[Sheet]
    looks: list[Look] = field(default_factory=list)

    def sheet(self, name: str) -> Sheet:
        """One sheet; KeyError."""
        for one in self.sheets:
            if one.name == name:
                return one
        raise KeyError(name)

    @property
    def formulas(self) -> dict[Place, Formula]:
        return {(one.name, *place): formula for one in self.sheets for place, formula in one.formulas.items()}

    def computed(self, anew: dict[tuple[str, int, int], Any] | None = None) -> Computed:
        """Every formula, with other values in some cells."""
        values: dict[str, dict[tuple[int, int], Any]] = {
            one.name: {place: cell.value for place, cell in one.cells.items()} for one in self.sheets
        }
        for (sheet, row, column), value in (anew or {}).items():
            values[sheet][row, column] = value
        return compute(values, self.formulas)


def place_of(row: int, column: int) -> str:
    """`C7`."""
    return f"{column_letters(column)}{row + 1}"


def read_book(data: bytes) -> Book:
    """A workbook that has passed the door. Refused."""
    with opened(data) as archive:
        names = set(archive.namelist())
    texts = _texts(part_of(data, "xl/sharedStrings.xml")) if "xl/sharedStrings.xml" in names else []
    looks = _looks(part_of(data, "xl/styles.xml")) if "xl/styles.xml" in names else []
    return Book([_sheet(data, one, texts) for one in sheets_of(data)], looks)


def _texts(xml: bytes) -> list[str]:
    return [_text(one) for one in parsed(xml).iterchildren("{*}si")]


def _text(element: Any) -> str:
    """The letters of a text, its runs joined; readings beside it (rPh) are not part of it."""
    found = [
        one.text or ""
        for one in element.iter("{*}t")
        if not any(above.tag.endswith("}rPh") for above in one.iterancestors())
    ]
    return _unescaped("".join(found))


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    parts, rest = [], text
    while (at := rest.find("_x")) >= 0:
        code = rest[at + 2 : at + 6]
        known = (
            rest[at + 6 : at + 7] == "_"
            and len(code) == 4
            and all(c in "0123456789abcdefABCDEF" for c in code)
        )
        parts += [rest[:at], chr(int(code, 16)) if known else "_x"]
        rest = rest[at + (7 if known else 2) :]
    return "".join([*parts, rest])


def _looks(xml: bytes) -> list[Look]:
    root = parsed(xml)
    formats = {
        one.get("numFmtId"): one.get("formatCode", "") for one in root.iterfind("{*}numFmts/{*}numFmt")
    }
    bold = [
        (mark := font.find("{*}b")) is not None and mark.get("val", "1") not in ("0", "false")
        for font in root.iterfind("{*}fonts/{*}font")
    ]
    found = []
    for one in root.iterfind("{*}cellXfs/{*}xf"):
        font, aligned = int(one.get("fontId", "0")), one.find("{*}alignment")
        side = aligned.get("horizontal", "") if aligned is not None else ""
        form = formats.get(one.get("numFmtId"), "")
        leans = side if side in ("left", "center", "right") else ""
        found.append(Look(font < len(bold) and bold[font], leans, form))
    return found


def _sheet(data: bytes, named: SheetName, texts: list[str]) -> Sheet:
    sheet = Sheet(named.name, named.hidden)
    shared: Shared = {}
    row = column = -1
    wanted = [f"{{*}}{name}" for name in ("row", "c", "mergeCell", "col", "sheetProtection")]
    events = etree.iterparse(
        BytesIO(part_of(data, named.part)), events=("start", "end"), tag=wanted, resolve_entities=False,
        no_network=True, huge_tree=False, load_dtd=False,
    )  # fmt: skip
    try:
        for event, element in events:
            name = etree.QName(element).localname
            if name == "row" and event == "start":
                row, column = int(element.get("r", row + 2)) - 1, -1
                if element.get("hidden") in ("1", "true"):
                    sheet.hidden_rows.add(row)
            elif name == "c" and event == "end":
                column = _column(element.get("r"), column)
                _take(sheet, element, row, column, texts, shared)
            elif event == "end":
                _around(sheet, name, element)
            if event == "end" and name == "row":
                element.clear()
    except etree.XMLSyntaxError:
        raise Refused("broken", named.name) from None
    return sheet


def _column(given: str | None, before: int) -> int:
    found = CELL.match(given) if given else None
    if given and not found:
        raise Refused("strange_cell", given[:12])
    return column_number(found[1]) if found else before + 1


def _take(
    sheet: Sheet,
    element: Any,
    row: int,
    column: int,
    texts: list[str],
    shared: Shared,
) -> None:
    formula = element.find("{*}f")
    given = ""
    if formula is not None:
        made = _formula(formula, row, column, shared)
        if made is not None:
            sheet.formulas[row, column] = made
            given = made.given
    value = _value(element, texts)
    look = int(element.get("s", "0"))
    if value is not None or given or look:
        sheet.cells[row, column] = Cell(value, given, look)


def _formula(element: Any, row: int, column: int, shared: Shared) -> Formula | None:
    text, group = element.text or "", element.get("si")
    kind = element.get("t", "normal")
    if kind == "shared" and group is not None:
        if text:
            shared[group] = (text, row, column)
        elif group in shared:
            first, top, left = shared[group]
            return Formula(first, row - top, column - left)
    if kind == "array" and ":" not in str(element.get("ref", "")):
        return Formula(f"{{={text}}}")
    if kind in ("array", "dataTable"):
        return Formula(f"{{{text}}}")  # over several cells: named as not computed
    return Formula(text) if text else None


def _value(element: Any, texts: list[str]) -> Value:
    kind, inside = str(element.get("t", "n")), element.find("{*}v")
    if kind == "inlineStr":
        given = element.find("{*}is")
        return _text(given) if given is not None else None
    if inside is None or inside.text is None:
        return None
    said = str(inside.text)
    if kind == "s":
        return texts[int(said)] if said.isdigit() and int(said) < len(texts) else None
    if kind == "b":
        return said == "1"
    if kind in ("str", "e", "d"):
        return _unescaped(said)
    try:
        made = Decimal(said)
    except ArithmeticError:
        raise Refused("broken", str(element.get("r", ""))) from None
    if not made.is_finite() or abs(made.adjusted()) > 400:
        raise Refused("broken", str(element.get("r", "")))
    return int(made) if made == made.to_integral_value() and abs(made) < 10**15 else made


def _around(sheet: Sheet, name: str, element: Any) -> None:
    if name == "mergeCell":
        corners = str(element.get("ref", "")).split(":")
        if len(corners) == 2 and all(CORNER.match(corner) for corner in corners):
            (top, left), (bottom, right) = (_corner(corner) for corner in corners)
            if (bottom - top + 1) * (right - left + 1) <= 200_000:
                sheet.merged.append((top, left, bottom, right))
    elif name == "col":
        columns = range(int(element.get("min", "1")) - 1, min(int(element.get("max", "1")), 500))
        for column in columns:
            sheet.widths[column] = float(element.get("width", "8.43"))
            if element.get("hidden") in ("1", "true"):
                sheet.hidden_columns.add(column)
    elif name == "sheetProtection":
        sheet.protected = element.get("sheet", "0") in ("1", "true")


def _corner(text: str) -> tuple[int, int]:
    found = CELL.match(text.replace("$", ""))
    assert found
    return int(found[2]) - 1, column_number(found[1])


def shown(value: Any) -> str:
    """A value of a cell as text, as a file from outside may hold it; an error by its name."""
    if isinstance(value, Error):
        return value.name
    return "" if value is None else str(value)


def filled(sheet: Sheet) -> Iterator[tuple[int, int, Cell]]:
    """The cells that hold something, in the order they are read."""
    for (row, column), cell in sorted(sheet.cells.items()):
        if cell.value is not None or cell.formula:
            yield row, column, cell
