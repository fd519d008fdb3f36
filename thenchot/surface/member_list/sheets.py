"""A checked list as an Excel file: what to mend, what is due, the tables; every value as text or number."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from thenchot.ledger.days import spoken
from thenchot.reports.member_list.findings import Weight

from . import words
from .asked import Answer
from .told import Section, TableTold, sections, tables

AS_GIVEN = {
    "strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False, "in_memory": True,
}  # fmt: skip
NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 (the same list gives the same bytes)
WIDTHS = {"what": 30, "organisation": 34, "person": 30, "row": 8, "place": 8, "says": 90}
CELL = 32_767  # characters Excel allows in one


def workbook(answer: Answer) -> bytes:
    """The .xlsx: a summary, the lists in two sheets with filters, the tables. No author, no formula."""
    buffer = BytesIO()
    lists = sections(answer.checked)
    with xlsxwriter.Workbook(buffer, AS_GIVEN) as book:
        book.set_properties({"author": "", "created": NO_MOMENT})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        _summary(book.add_worksheet(str(words.SHEETS["summary"])), answer, lists, bold)
        to_mend = [one for one in lists if one.weight in (Weight.WRONG, Weight.LOOK)]
        due = [one for one in lists if one not in to_mend]
        _lines(book.add_worksheet(str(words.SHEETS["findings"])), to_mend, bold)
        _lines(book.add_worksheet(str(words.SHEETS["due"])), due, bold)
        _tables(book.add_worksheet(str(words.SHEETS["tables"])), tables(answer.checked), bold)
    return buffer.getvalue()


def _summary(sheet: Any, answer: Answer, lists: Sequence[Section], bold: Any) -> None:
    rows: list[tuple[str, str]] = [
        (answer.name, spoken(answer.checked.today)),
        *((one.counted, " · ".join((one.about, *one.rests_on))) for one in lists),
    ]
    for number, (what, about) in enumerate(rows):
        _text(sheet, number, 0, what, bold if number == 0 else None)
        _text(sheet, number, 1, about, bold if number == 0 else None)
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, 1, 110)


def _lines(sheet: Any, lists: Sequence[Section], bold: Any) -> None:
    """One line a row, so that it can be filtered by cell and by kind."""
    for place, (name, width) in enumerate(WIDTHS.items()):
        _text(sheet, 0, place, str(words.HEADS[name]), bold)
        sheet.set_column(place, place, width)
    rows = [(one.title, line) for one in lists for line in one.lines]
    for number, (title, line) in enumerate(rows, 1):
        for place, value in enumerate((title, line.organisation, line.person)):
            _text(sheet, number, place, value)
        if line.row is not None:
            sheet.write_number(number, 3, line.row)
        _text(sheet, number, 4, line.place)
        _text(sheet, number, 5, line.says)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(1, len(rows)), len(WIDTHS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _tables(sheet: Any, told: Sequence[TableTold], bold: Any) -> None:
    number = 0
    for table in told:
        heads = [table.title, *(str(words.HEADS[name]) for name in ("members", "women", "probationary"))]
        for place, head in enumerate(heads):
            _text(sheet, number, place, head, bold)
        for line in (*table.lines, table.total):
            number += 1
            _text(sheet, number, 0, line.label, bold if line is table.total else None)
            for place, value in enumerate((line.members, line.women, line.probationary), 1):
                sheet.write_number(number, place, value)
        number += 2
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, 3, 12)


def _text(sheet: Any, row: int, column: int, value: str, format_: Any = None) -> None:
    if value:
        sheet.write_string(row, column, value[:CELL], format_)
