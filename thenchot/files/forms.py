"""A form that comes in: through the door as a workbook to be filled, read by a confined worker."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from io import BytesIO
from pathlib import Path
from typing import Any

from .confined import ask, refusal, whole
from .door import admit
from .formulas.computing import Formula
from .limits import XLSX
from .profiles import FORM
from .refusals import Note, Refused
from .sheets.cells import Book, Cell, Look, Sheet, Value
from .tables import NUMBER

WORKER = "thenchot.files.form_worker"
CODES = {"area": "limit", "broken": "", "memory": "", "strange_cell": "", "not_workbook": ""}


@dataclass(frozen=True)
class GivenForm:
    """`data` is the workbook as the door has passed it, with every part; `notes` what is good to know."""

    name: str
    data: bytes
    book: Book
    notes: tuple[Note, ...] = ()


def take_form(given: Path | str | bytes, name: str = "") -> GivenForm:
    """A form from outside. Refused."""
    admitted = admit(given, (XLSX.name,), name, FORM)
    data = packed(admitted.data)
    return GivenForm(admitted.name, data, read_form(data), tuple(admitted.notes))


def read_form(data: bytes) -> Book:
    """The cells of a workbook that the door has passed. Refused."""
    with closing(ask(WORKER, {}, data)) as answers:
        return _collected(answers)


def packed(data: bytes) -> bytes:
    """The same parts, deflated; the door hands them on as they are unpacked."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as anew:
        for one in given.infolist():
            anew.writestr(zipfile.ZipInfo(one.filename), given.read(one), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _collected(answers: Iterator[Any]) -> Book:
    """Every answer is checked, for the worker has read what a stranger wrote."""
    book = Book([])
    try:
        for line in answers:
            if isinstance(line, dict) and "refused" in line:
                raise refusal(line, CODES)
            if isinstance(line, list):
                _row(book.sheets[-1], line)
            elif "looks" in line:
                book.looks = [Look(bool(one[0]), str(one[1]), str(one[2])) for one in line["looks"]]
            elif "sheet" in line:
                book.sheets.append(_sheet(line))
            elif line == {"sheets": len(book.sheets)}:
                return book
            else:
                break
    except (KeyError, IndexError, TypeError, ValueError, InvalidOperation):
        pass
    raise Refused("memory")


def _sheet(line: dict[str, Any]) -> Sheet:
    sheet = Sheet(str(line["sheet"]), bool(line["hidden"]), bool(line["protected"]))
    for area in line["merged"]:
        top, left, bottom, right = (_whole(one) for one in area)
        sheet.merged.append((top, left, bottom, right))
    sheet.widths = {_whole(column): float(width) for column, width in line["widths"]}
    sheet.hidden_rows = {_whole(one) for one in line["hidden_rows"]}
    sheet.hidden_columns = {_whole(one) for one in line["hidden_columns"]}
    return sheet


def _row(sheet: Sheet, line: list[Any]) -> None:
    row, cells = line
    for column, given, formula, look in cells:
        place = (_whole(row), _whole(column))
        text = ""
        if formula is not None:
            text = str(formula[0])
            sheet.formulas[place] = Formula(text, int(formula[1]), int(formula[2]))
        sheet.cells[place] = Cell(_value(given), text, _whole(look))


def _value(given: Any) -> Value:
    if given is None or isinstance(given, (str, bool)):
        return given
    text = given["n"]
    if not isinstance(text, str) or not (NUMBER.match(text) or len(text) < 60):
        raise ValueError(text)
    made = Decimal(text)
    return int(made) if made == made.to_integral_value() and abs(made) < 10**15 else made


def _whole(value: Any) -> int:
    if not whole(value):
        raise ValueError(value)
    return int(value)
