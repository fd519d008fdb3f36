"""A workbook's list of sheets and the cells of one sheet as a stream, only to find what may not come in."""

from __future__ import annotations

from ..limits import LIMITS
from ..markup import CELL, CORNER, Scan, column_letters, column_number
from ..profiles import LIST, Profile
from ..refusals import Refused


class Workbook(Scan):
    """`xl/workbook.xml`: names and ids of the sheets, which of them are hidden."""

    def __init__(self, place: str, spent: int = 0, profile: Profile = LIST) -> None:
        super().__init__(place, spent, profile)
        self.sheets: list[tuple[str, str, bool]] = []

    def element(self, name: str, attributes: dict[str, str]) -> None:
        super().element(name, attributes)
        if name == "externalReference":
            raise Refused("external_link", self.place)
        if name == "workbookPr" and attributes.get("date1904", "0") not in ("0", "false"):
            raise Refused("dates_1904", self.place)
        if name == "sheet":
            ids = [value for key, value in attributes.items() if key.rpartition(":")[2] == "id"]
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), ids[0] if ids else "", hidden))


class Sheet(Scan):
    """The cells of one sheet: how far they reach, no formulas, no errors; hidden rows are counted."""

    def __init__(self, place: str, spent: int = 0, profile: Profile = LIST) -> None:
        super().__init__(place, spent, profile)
        self.top = self.left = 10**9
        self.bottom = self.right = self.row = self.column = -1
        self.numbers = self.hidden_rows = self.hidden_columns = 0
        self.formulas, self.merged, self.locked = 0, 0, False
        self.kind, self.waiting, self.row_text = "n", False, "0"
        self.columns: dict[str, int] = {}
        self.readers = {"c": self.cell, "row": self.begin_row, "dimension": self.dimension}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        # A million cells come by here: the two most frequent elements take the short way.
        self.count()
        if name == "v":
            self.valued(name)
        elif name == "c":
            self.cell(attributes)
        else:
            self.element(name.rpartition(":")[2], attributes)

    def element(self, name: str, attributes: dict[str, str]) -> None:
        if name in self.readers:
            self.readers[name](attributes)
        elif name == "f":
            raise Refused("formula", self.here())
        elif name == "v" or name == "is":
            self.valued(name)
        elif name == "col" and attributes.get("hidden", "0") in ("1", "true"):
            self.hidden_columns += 1
        elif name == "mergeCell":
            self.merged += 1
        elif name == "sheetProtection":
            self.locked = attributes.get("sheet", "0") in ("1", "true")
        else:
            super().element(name, attributes)

    def dimension(self, attributes: dict[str, str]) -> None:
        if not all(CORNER.match(corner) for corner in attributes.get("ref", "A1").split(":")):
            raise Refused("strange_cell", self.place)

    def begin_row(self, attributes: dict[str, str]) -> None:
        given = attributes.get("r", str(self.row + 2))
        if not given.isascii() or not given.isdigit() or len(given) > 7:
            raise Refused("strange_cell", self.place)
        self.row, self.column, self.row_text = int(given) - 1, -1, given
        self.hidden_rows += attributes.get("hidden", "0") in ("1", "true")

    def cell(self, attributes: dict[str, str]) -> None:
        self.kind = attributes.get("t", "n")
        given = attributes.get("r")
        if given is None:
            self.column += 1
            return
        known = self.columns.get(given[: -len(self.row_text)]) if given.endswith(self.row_text) else None
        if known is not None:
            self.column = known
            return
        found = CELL.match(given)
        if not found:
            raise Refused("strange_cell", self.place)
        letters, number = found.groups()
        if letters not in self.columns:
            self.columns[letters] = column_number(letters)
        self.column, self.row, self.row_text = self.columns[letters], int(number) - 1, number

    def valued(self, name: str) -> None:
        """A cell that holds something; empty cells that only carry a format reach nowhere."""
        if self.kind == "e":
            raise Refused("error_cell", self.here())
        row, column = self.row, self.column
        if row < self.top or row > self.bottom or column < self.left or column > self.right:
            self.reach(row, column)
        self.waiting = name == "v" and self.kind in ("n", "b", "d")

    def reach(self, row: int, column: int) -> None:
        self.top, self.bottom = min(self.top, row), max(self.bottom, row)
        self.left, self.right = min(self.left, column), max(self.right, column)
        rows, columns = self.bottom - self.top + 1, self.right - self.left + 1
        if row >= LIMITS.rows or rows > LIMITS.rows:
            raise Refused("rows", self.here(), limit=LIMITS.rows)
        if column >= LIMITS.columns:
            raise Refused("columns", self.here(), limit=LIMITS.columns)
        if rows * columns > LIMITS.area:
            raise Refused("area", self.here(), limit=LIMITS.area)

    def text(self, text: str) -> None:
        super().text(text)
        if self.waiting:  # inside <v> of a number
            self.numbers += 1
            self.waiting = False

    def here(self) -> str:
        return f"{self.place}!{column_letters(self.column)}{self.row + 1}" if self.column >= 0 else self.place
