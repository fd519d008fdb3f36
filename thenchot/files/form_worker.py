"""The process that reads a form: cells, formulas as text, what is merged and hidden; it computes nothing.

in:   {} on one line, then the bytes of the workbook
out:  {"looks": [[bold, side, format] …]}; for each sheet {"sheet", "hidden", "protected", "merged", "widths",
      "hidden_rows", "hidden_columns"}, then rows [row, [[column, value, formula, look] …]];
      {"sheets": n} at the end; or {"refused": …} at any point, and nothing after it
value: null | "text" | true | {"n": "12.5"}    formula: null | [text, rows moved, columns moved]
"""

from __future__ import annotations

import encodings.cp437  # noqa: F401 — names in a ZIP; no file can be opened later
import sys
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

from thenchot.files.confined import confine, say, say_no
from thenchot.files.limits import LIMITS
from thenchot.files.refusals import Refused
from thenchot.files.sheets.cells import Sheet, read_book


def main() -> None:
    """One form in, its cells out."""
    confine()
    sys.stdin.buffer.readline()
    data = sys.stdin.buffer.read()
    try:
        book = read_book(data)
        say({"looks": [[one.bold, one.side, one.form] for one in book.looks]})
        for sheet in book.sheets:
            for line in lines(sheet):
                say(line)
        say({"sheets": len(book.sheets)})
    except Refused as no:
        say_no(no)
    except MemoryError:
        say({"refused": "memory", "place": "", "given": {}})
    except (ValueError, ArithmeticError, RecursionError):
        say({"refused": "broken", "place": "", "given": {}})


def lines(sheet: Sheet) -> Iterator[Any]:
    """What is said of one sheet."""
    if len(sheet.cells) > LIMITS.area:
        raise Refused("area", sheet.name, limit=LIMITS.area)
    yield {
        "sheet": sheet.name, "hidden": sheet.hidden, "protected": sheet.protected,
        "merged": [list(area) for area in sheet.merged], "widths": sorted(sheet.widths.items()),
        "hidden_rows": sorted(sheet.hidden_rows), "hidden_columns": sorted(sheet.hidden_columns),
    }  # fmt: skip
    for row, places in groupby(sorted(sheet.cells), key=lambda place: place[0]):
        cells = []
        for place in places:
            one, formula = sheet.cells[place], sheet.formulas.get(place)
            said = [formula.given, formula.rows, formula.columns] if formula else None
            cells.append([place[1], value(one.value), said, one.look])
        yield [row, cells]


def value(given: Any) -> Any:
    """A value in the form above."""
    if isinstance(given, (int, Decimal)) and not isinstance(given, bool):
        return {"n": str(given)}
    return given


if __name__ == "__main__":
    main()
