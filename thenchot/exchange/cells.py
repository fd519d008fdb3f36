"""One cell into the value of one field; one that does not fit is named by a code, not by its content."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from thenchot.files.dates import NotADay, read_day, read_month
from thenchot.files.tables import Cell
from thenchot.ledger.kinds import STORED

from .layouts import Column, is_code, key

Resolve = Callable[[str, str], int | None]
WHOLE = re.compile(r"-?\d{1,15}\Z", re.ASCII)
# 1234 · 1234,5 · 1.234.567 · 1.234,5 · 1234.56; `1.234` alone may be either and is not taken.
DECIMAL = re.compile(r"-?(\d+|\d+,\d{1,4}|\d{1,3}(\.\d{3}){2,}|\d{1,3}(\.\d{3})+,\d{1,4})\Z", re.ASCII)
POINT = re.compile(r"-?\d+\.(\d{1,2}|\d{4})\Z", re.ASCII)
NOISE = Decimal("1e-9")
YES, NO = {"co", "yes", "true", "x", "1"}, {"khong", "no", "false", "0"}


class DoesNotFit(ValueError):
    """The cell's value is not what the column takes; `code` names the sentence in `words.FINDINGS`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def field_value(cell: Cell, column: Column, resolve: Resolve) -> Any:
    """The value for the field, nothing for an empty optional cell; DoesNotFit otherwise.

    `resolve(subject, text)` turns what the cell calls a subject (organisation code, person number, card
    number) into its id.
    """
    if cell.value is None:
        if column.required:
            raise DoesNotFit("required")
        return None
    if is_code(column):
        return _one_of(cell, column)
    if column.field.type.subject:
        return _subject(cell, column.field.type.subject, resolve)
    try:
        return READERS[column.field.type.name](cell)
    except NotADay as no:
        raise DoesNotFit(no.code) from None


def _text(cell: Cell) -> str:
    """Text only: a number has lost its leading zeros, and digits beyond the fifteenth."""
    if isinstance(cell.value, str):
        return cell.value
    raise DoesNotFit("number_not_text" if cell.kind == "number" else "not_text")


def _subject(cell: Cell, subject: str, resolve: Resolve) -> int:
    found = resolve(subject, _text(cell))
    if found is None:
        raise DoesNotFit("not_found")
    return found


def _one_of(cell: Cell, column: Column) -> Any:
    """A code by itself or by either of its names."""
    assert column.field.codes
    wanted = key(str(cell.value))
    for code in column.field.codes:
        if wanted in {key(name) for name in (str(code), *column.label.codes.get(str(code), ()))}:
            return code
    raise DoesNotFit("not_a_code")


def _free_code(cell: Cell) -> str:
    text = _text(cell)
    try:
        return str(STORED["code"](text))
    except ValueError:
        raise DoesNotFit("not_a_code") from None


def _number(cell: Cell) -> int | Decimal | None:
    value = cell.value
    return value if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else None


def _whole(cell: Cell) -> int:
    number = _number(cell)
    if number is not None and -(2**53) <= number <= 2**53 and number == int(number):
        return int(number)
    if isinstance(cell.value, str) and WHOLE.match(cell.value):
        return int(cell.value)
    raise DoesNotFit("not_whole")


def _decimal(cell: Cell) -> Decimal:
    if (number := _number(cell)) is not None:
        return _exact(Decimal(number))
    if isinstance(cell.value, str):
        if DECIMAL.match(cell.value):
            return _exact(Decimal(cell.value.replace(".", "").replace(",", ".")))
        if POINT.match(cell.value):
            return _exact(Decimal(cell.value))
    raise DoesNotFit("not_a_number")


def _exact(value: Decimal) -> Decimal:
    """Up to 14 digits and four decimals, as amounts are stored; Excel's 0,30000000000000004 is 0,3."""
    if abs(value) >= 10**14 or abs(value - round(value, 4)) > NOISE:
        raise DoesNotFit("too_exact")
    return round(value, 4).normalize()


def _yes_no(cell: Cell) -> bool:
    said = key(str(cell.value))
    if said not in YES | NO:
        raise DoesNotFit("not_yes_no")
    return said in YES


READERS: dict[str, Callable[[Cell], Any]] = {
    "text": _text, "code": _free_code, "whole": _whole, "decimal": _decimal, "yes_no": _yes_no,
    "day": lambda cell: read_day(cell.value), "month": lambda cell: read_month(cell.value),
}  # fmt: skip
