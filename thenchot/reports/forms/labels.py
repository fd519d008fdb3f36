"""What stands beside and above a cell of a form: the words by which a figure is offered for it. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thenchot.files.sheets.cells import Sheet
from thenchot.ledger.vietnamese import folded

# A line that narrows the one above it: *trong đó nữ*, *- Dân tộc thiểu số*.
BELOW = re.compile(r"^\s*(?:[-+–•*]|trong do\b|tr\.?\s?do\b|rieng\b)")
NUMBERED = re.compile(r"^[\s\d.,()/ivx-]*$", re.IGNORECASE)  # numbers of rows and columns are no words
HIGHEST = 12  # rows looked at above a cell


@dataclass(frozen=True)
class Said:
    """The texts of a cell's row, the row that it narrows, the heads of its column."""

    row: tuple[str, ...]
    above: tuple[str, ...]
    column: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return (*self.row, *self.above, *self.column)


def said(sheet: Sheet, row: int, column: int) -> Said:
    """The words around a cell."""
    own = row_texts(sheet, row, column)
    above: tuple[str, ...] = ()
    if own and any(BELOW.match(folded(text)) or text.lstrip()[:1] in "-+–•*" for text in own):
        for higher in range(row - 1, max(row - HIGHEST, -1), -1):
            found = row_texts(sheet, higher, column)
            if found and not any(BELOW.match(folded(text)) for text in found):
                above = found
                break
    return Said(own, above, column_texts(sheet, row, column))


def row_texts(sheet: Sheet, row: int, column: int) -> tuple[str, ...]:
    """Texts to the left of a cell in its row, from the left; merged areas count where they begin."""
    found = [sheet.value(row, place) for place in range(column)]
    return _words(found)


def column_texts(sheet: Sheet, row: int, column: int) -> tuple[str, ...]:
    """The heads over a cell: the nearest block of texts above it."""
    found: list[object] = []
    begun = False
    for higher in range(row - 1, -1, -1):
        value = sheet.value(higher, column)
        words = _words([value])
        if words:
            begun = True
            found.append(value)
        elif begun and value is None and (higher, column) not in sheet.covered:
            break
    return _words(reversed(found))


def _words(values: object) -> tuple[str, ...]:
    texts = (str(value).strip() for value in values if isinstance(value, str))  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(text for text in texts if text and not NUMBERED.match(text)))
