"""The empty workbook people fill in: one sheet for rows, one that explains every column and its codes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from . import words
from .layouts import Column, Layout, is_code

AS_GIVEN = {
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "in_memory": True,
}
# The same layout gives the same bytes: the file says no moment of its making.
NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001
FILLED = 1_000  # rows with lists to choose from
LIST = 255  # characters Excel allows in a list


def template(layout: Layout, organisation: str = "") -> bytes:
    """An .xlsx with the layout's Vietnamese headers; no macro, no author.

    Numbers of persons, codes and days are text columns: Excel neither drops zeros nor turns days round.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, AS_GIVEN) as book:
        book.set_properties({"author": "", "company": organisation, "created": NO_MOMENT})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        text = book.add_format({"num_format": "@"})
        sheet = book.add_worksheet(str(words.SHEET_ROWS))
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(layout.columns):
            counted = column.field.type.name in ("whole", "decimal")
            sheet.set_column(place, place, max(14, len(column.label.vi) + 3), None if counted else text)
            sheet.write_string(0, place, column.label.vi + ("*" if column.required else ""), bold)
            _choices(sheet, place, column)
        _explain(book.add_worksheet(str(words.SHEET_COLUMNS)), layout, bold)
    return buffer.getvalue()


def _choices(sheet: Any, place: int, column: Column) -> None:
    """A list to choose from, where it fits into what Excel allows."""
    names = [words.YES, words.NO] if column.field.type.name == "yes_no" else _code_names(column)
    if names and len(",".join(map(str, names))) <= LIST and not any("," in str(name) for name in names):
        sheet.data_validation(
            1, place, FILLED, place, {"validate": "list", "source": [str(one) for one in names]}
        )


def _code_names(column: Column) -> list[str]:
    if not is_code(column):
        return []
    assert column.field.codes
    return [column.label.codes.get(str(code), (str(code),))[0] for code in column.field.codes]


def _explain(sheet: Any, layout: Layout, bold: Any) -> None:
    rows = [[str(one) for one in words.EXPLAINED]]
    for column in layout.columns:
        needed = words.REQUIRED if column.required else words.OPTIONAL
        what = words.TYPES[
            "id" if column.field.type.subject else "list" if is_code(column) else column.field.type.name
        ]
        note = "; ".join(one for one in (str(what), column.label.note) if one)
        rows.append(
            [column.label.vi, column.label.en, column.name, str(needed), note, ", ".join(_code_names(column))]
        )
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            sheet.write_string(number, place, value, bold if number == 0 else None)
    sheet.set_column(0, 5, 28)
