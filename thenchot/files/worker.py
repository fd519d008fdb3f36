"""The process that parses: reads one admitted file from standard input, answers with rows as lines of JSON.

It has no environment, no key, no database; once everything is imported it may open no file and no connection.

in:   {"kind", "sheet", "numbers", "delimiter"} on one line, then the bytes of the file
out:  {"top", "left", "width", "merged": [[row, column, row, column] …], "merged_all"}, then
      [row number, [value …]] for each row that holds something, then {"rows": n};
      or {"refused": code, "place": "…", "given": {…}} at any point, and nothing after it
value: null | "text" | true | {"n": "12.5"} | {"d": "2026-11-21"}
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import python_calamine

from thenchot.files.confined import confine, say, say_no
from thenchot.files.limits import LIMITS
from thenchot.files.markup import column_letters
from thenchot.files.refusals import Refused
from thenchot.ledger.vietnamese import clean

MERGED = 500


def main() -> None:
    """One file in, its rows out."""
    confine()
    asked = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read()
    try:
        lines = text_rows(data, asked) if asked["kind"] == "csv" else sheet_rows(data, asked)
        for line in counted(lines):
            say(line)
    except Refused as no:
        say_no(no)
    except (MemoryError, python_calamine.CalamineError) as no:
        say({"refused": "memory" if isinstance(no, MemoryError) else "broken", "place": "", "given": {}})


def counted(lines: Iterator[Any]) -> Iterator[Any]:
    """The lines as they come, and at the end how many rows they were."""
    yield next(lines)
    rows = letters = 0
    for number, values in lines:
        if all(value is None for value in values):
            continue
        rows += 1
        letters += sum(len(value) for value in values if isinstance(value, str))
        if letters > LIMITS.text:
            raise Refused("text", limit=LIMITS.text)
        yield [number, values]
    yield {"rows": rows}


def sheet_rows(data: bytes, asked: dict[str, Any]) -> Iterator[Any]:
    """One sheet of a workbook, from its first filled row and column on."""
    with python_calamine.load_workbook(BytesIO(data)) as book:
        sheet = book.get_sheet_by_name(asked["sheet"])
        (top, left), merged = sheet.start or (0, 0), sheet.merged_cell_ranges or []
        spans = sorted([*first, *last] for first, last in merged if last[0] >= top)
        yield {
            "top": top, "left": left, "width": sheet.width,
            "merged": spans[:MERGED], "merged_all": len(spans),
        }  # fmt: skip
        numbers = 0
        # `iter_rows` begins at the sheet's first row, but at the first filled column.
        for number, row in enumerate(sheet.iter_rows(), 1):
            if number <= top:
                continue
            numbers += sum(not isinstance(value, str) for value in row)
            yield number, [as_json(value) for value in row]
        # The door counted the numbers in the XML: none may be dropped or written over in silence.
        if numbers < asked["numbers"]:
            raise Refused("lost_numbers", asked["sheet"], count=asked["numbers"] - numbers)


def text_rows(data: bytes, asked: dict[str, Any]) -> Iterator[Any]:
    """The rows of a CSV; every value is text."""
    csv.field_size_limit(LIMITS.line)
    reader = csv.reader(StringIO(data.decode(), newline=""), delimiter=asked["delimiter"], strict=True)
    rows, cells = [], 0
    try:
        for number, row in enumerate(reader, 1):
            if number == 1 and len(row) == 2 and row[0] == "sep=":
                continue
            check_line(number, row)
            cells += len(row)
            if cells > LIMITS.area:
                raise Refused("area", str(number), limit=LIMITS.area)
            rows.append((number, row))
    except csv.Error:
        raise Refused("broken_line", str(reader.line_num)) from None
    width = max((len(row) for _, row in rows), default=0)
    if width * len(rows) > LIMITS.area:
        raise Refused("area", limit=LIMITS.area)
    yield {"top": 0, "left": 0, "width": width, "merged": [], "merged_all": 0}
    for number, row in rows:
        yield number, [as_json(value) for value in row] + [None] * (width - len(row))


def check_line(number: int, row: list[str]) -> None:
    if number > LIMITS.rows:
        raise Refused("rows", str(number), limit=LIMITS.rows)
    if len(row) > LIMITS.columns:
        raise Refused("columns", str(number), limit=LIMITS.columns)
    for column, value in enumerate(row):
        if value.startswith("="):
            raise Refused("formula", f"{column_letters(column)}{number}")


def as_json(value: Any) -> Any:
    """A cell's value in the form above; a moment or a length of time stays text."""
    if isinstance(value, str):
        plain = value.isascii() and value.isalnum()  # most cells are: nothing to clean
        return value if plain else clean(value) or None
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return {"n": number_text(value)}
    if isinstance(value, datetime) and value.time() != time():
        return str(value)
    if isinstance(value, date):
        return {"d": value.strftime("%Y-%m-%d")}
    return str(value) if isinstance(value, (time, timedelta)) else None


def number_text(value: float) -> str:
    """Whole numbers without a point, others as the shortest text that gives the same number."""
    if value != value or value in (float("inf"), float("-inf")):
        raise Refused("broken")
    return str(int(value)) if value == int(value) and abs(value) < 2**53 else str(Decimal(repr(value)))


if __name__ == "__main__":
    main()
