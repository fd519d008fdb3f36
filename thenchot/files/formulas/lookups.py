"""VLOOKUP, HLOOKUP, MATCH and XLOOKUP for what is exactly there, and INDEX. Pure.

Looking up the nearest in a sorted list is named as not computed: whether it is sorted nobody here knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from .functions import Failed, Value, number, single, yes
from .tree import Error, Unknown

NOT_FOUND, NO_PLACE, NO_NUMBER = Error("#N/A"), Error("#REF!"), Error("#VALUE!")
Rows = list[list[Value]]


def vlookup(wanted: Value, table: Value, column: Value, near: Value = True) -> Value:
    """The cell beside the first one of the first column that is `wanted`."""
    rows = _rows(table)
    _exact(near, "VLOOKUP")
    place = _found(wanted, [row[0] for row in rows])
    return rows[place][_within(column, len(rows[0]))]


def hlookup(wanted: Value, table: Value, row: Value, near: Value = True) -> Value:
    """The cell below the first one of the first row that is `wanted`."""
    rows = _rows(table)
    _exact(near, "HLOOKUP")
    place = _found(wanted, rows[0])
    return rows[_within(row, len(rows))][place]


def xlookup(wanted: Value, where: Value, given: Value, *more: Value) -> Value:
    """The cell of the second list at the place of `wanted` in the first."""
    if more:
        raise Unknown("XLOOKUP")
    cells = _line(given)
    place = _found(wanted, _line(where))
    if place >= len(cells):
        raise Failed(NO_NUMBER)
    return cells[place]


def match(wanted: Value, where: Value, kind: Value = 1) -> int:
    """The place of `wanted` in a row or column, from 1."""
    if number(kind) != 0:
        raise Unknown("MATCH")
    return _found(wanted, _line(where)) + 1


def index(area: Value, row: Value, column: Value = None) -> Value:
    """A cell of a range by its row and column from 1; 0 is all of them.

    Unknown for one place in an area: programs differ on what it is.
    """
    rows = _rows(area)
    if column is None:
        if 1 not in (len(rows), len(rows[0])):
            raise Unknown("INDEX")
        row, column = (1, row) if len(rows) == 1 else (row, 1)
    lines = [rows[at] for at in _all(row, len(rows))]
    made = [[line[at] for at in _all(column, len(rows[0]))] for line in lines]
    return made[0][0] if len(made) == len(made[0]) == 1 else made


def _exact(near: Value, name: str) -> None:
    if yes(near):
        raise Unknown(name)


def _rows(area: Value) -> Rows:
    return area if isinstance(area, list) else [[area]]


def _line(area: Value) -> list[Value]:
    """The cells of a range of one row or one column."""
    rows = _rows(area)
    if len(rows) == 1:
        return rows[0]
    if len(rows[0]) == 1:
        return [row[0] for row in rows]
    raise Failed(NOT_FOUND)


def _found(wanted: Value, cells: Sequence[Value]) -> int:
    same = _same_as(single(wanted))
    place = next((place for place, cell in enumerate(cells) if same(cell)), None)
    if place is None:
        raise Failed(NOT_FOUND)
    return place


def _same_as(wanted: Value) -> Callable[[Value], bool]:
    """Numbers are found among numbers, texts among texts whatever their capitals; `*`, `?` stand for any."""
    if isinstance(wanted, str):
        marks = {"*": ".*", "?": "."}
        parts = re.findall(r"~[*?~]|.", wanted, re.DOTALL)
        pattern = "".join(marks.get(one) or re.escape(one[-1]) for one in parts)
        like = re.compile(rf"{pattern}\Z", re.IGNORECASE | re.DOTALL)
        return lambda cell: isinstance(cell, str) and bool(like.match(cell))
    if isinstance(wanted, bool):
        return lambda cell: cell is wanted
    looked: Any = 0 if wanted is None else wanted
    return lambda cell: _is_number(cell) and bool(cell == looked)


def _is_number(cell: Value) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def _within(given: Value, size: int) -> int:
    """A row or column counted from 1, as a place from 0."""
    place = int(number(given))
    if place < 1:
        raise Failed(NO_NUMBER)
    if place > size:
        raise Failed(NO_PLACE)
    return place - 1


def _all(given: Value, size: int) -> Sequence[int]:
    return range(size) if int(number(given)) == 0 else [_within(given, size)]


LOOKUPS: dict[str, Callable[..., Value]] = {
    "VLOOKUP": vlookup, "HLOOKUP": hlookup, "XLOOKUP": xlookup, "MATCH": match, "INDEX": index,
}  # fmt: skip
