"""Operators and functions over ranges cell by cell, as array formulas and SUMPRODUCT have them. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .functions import Failed, Value, yes
from .tree import Error, Unknown

MOST_CELLS = 1_000_000  # of an array in the middle of a formula: a column beside a row makes their product
NOT_THERE = Error("#N/A")
# Functions of single values: with a range they give one.
BY_CELL = frozenset(
    {"ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "ABS", "MOD", "N", "NOT", "ISNUMBER", "ISBLANK", "ISTEXT",
     "TRIM", "LEN", "LEFT", "RIGHT", "MID", "VALUE"}
)  # fmt: skip


def spread(made: Callable[..., Value], *given: Value) -> Value:
    """A function of single values for each cell of the ranges among them; an error stays in its cell.

    A range of one row or column goes with every row or column of the other. Unknown when it grows too large.
    """
    areas = [one for one in given if isinstance(one, list)]
    if not areas:
        return made(*given)
    rows, columns = max(len(one) for one in areas), max(len(one[0]) for one in areas)
    if rows * columns > MOST_CELLS:
        raise Unknown("…")
    return [
        [_made(made, [_at(one, row, column) for one in given]) for column in range(columns)]
        for row in range(rows)
    ]


def chosen(test: Value, one: Value, other: Value) -> Value:
    """IF for each cell of its test."""
    return spread(lambda said, first, second: first if yes(said) else second, test, one, other)


def instead(value: Value, other: Value) -> Value:
    """IFERROR for each cell."""
    return spread(lambda said, second: second if isinstance(said, Error) else said, value, other)


def first(value: Value) -> Value:
    """What the one cell of an array formula shows."""
    return value[0][0] if isinstance(value, list) else value


def _at(one: Value, row: int, column: int) -> Value:
    if not isinstance(one, list):
        return one
    row, column = 0 if len(one) == 1 else row, 0 if len(one[0]) == 1 else column
    return one[row][column] if row < len(one) and column < len(one[0]) else NOT_THERE


def _made(made: Callable[..., Value], given: list[Any]) -> Value:
    try:
        return made(*given)
    except Failed as no:
        return no.error
    except (OverflowError, ArithmeticError, TypeError, ValueError):
        return Error("#VALUE!")
