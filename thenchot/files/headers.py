"""Where the header of a table is and what its columns are called; headers of two or three rows are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .refusals import Refused

Rows = tuple[int, int]
LOOKED_AT = 30
MOST = 3


@dataclass(frozen=True)
class Headers:
    """Names of the columns; rows `used` up to and with the header; its `last` row in the sheet."""

    names: list[str]
    used: int
    last: int
    merged_below: int


def find_headers(
    rows: Sequence[Sequence[Any]],
    numbers: Sequence[int],
    shape: dict[str, Any],
    given: Rows | None,
) -> Headers:
    """The header: rows `given`, or the first that fills half the width and those its merged cells reach."""
    first, last = given or _look_for(rows, numbers, shape)
    chosen = [row for row, number in zip(rows, numbers, strict=True) if first <= number <= last]
    if not chosen:
        raise Refused("no_header", str(first))
    used = sum(number <= last for number in numbers)
    below = [one for one in shape["merged"] if one[0] >= last]
    # Spans are listed by row, so those not listed lie lower still.
    merged_below = len(below) + shape["merged_all"] - len(shape["merged"])
    return Headers(joined(chosen), used, last, merged_below)


def _look_for(
    rows: Sequence[Sequence[Any]], numbers: Sequence[int], shape: dict[str, Any]
) -> tuple[int, int]:
    width = max(sum(value is not None for value in row) for row in rows[:LOOKED_AT])
    first = next(
        number
        for number, row in zip(numbers, rows, strict=True)
        if 2 * sum(value is not None for value in row) >= width
    )
    spans = [one for one in shape["merged"] if one[0] == first - 1]
    last = max((one[2] + 1 for one in spans), default=first)
    if last == first and any(one[3] > one[1] for one in spans):
        last = first + 1
    return first, min(last, first + MOST - 1)


def joined(rows: Sequence[Sequence[Any]]) -> list[str]:
    """`Quê quán` above `tỉnh`, `chi tiết` gives `Quê quán: tỉnh`, `Quê quán: chi tiết`."""
    names = _names(rows[-1])
    for row in reversed(rows[:-1]):
        names = _under(_names(row), names)
    return names


def _names(row: Sequence[Any]) -> list[str]:
    return ["" if value is None else str(value) for value in row]


def _under(above: list[str], below: list[str]) -> list[str]:
    """A name above holds to its right for columns that have a name below and none of their own."""
    names, carried = [], ""
    for high, low in zip(above, below, strict=True):
        carried = high if high else (carried if low else "")
        names.append(f"{carried}: {low}" if carried and low and carried != low else low or high)
        if high and not low:
            carried = ""
    return names
