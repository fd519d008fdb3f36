"""What a value is in a formula, and the functions that forms of this kind use. Pure.

A value is a number, a text, yes/no, nothing (an empty cell) or an `Error`; a range is a list of rows of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Any

from .tree import Error

Value = Any
NOT_A_NUMBER, BY_ZERO, NOT_A_SIZE = Error("#VALUE!"), Error("#DIV/0!"), Error("#VALUE!")


class Failed(Exception):
    """The value is an error."""

    def __init__(self, error: Error) -> None:
        super().__init__(error.name)
        self.error = error


def number(value: Value) -> float | int:
    """A value as a number, as Excel takes it beside + and −. Failed."""
    value = single(value)
    if isinstance(value, bool) or value is None:
        return int(value or 0)
    if isinstance(value, str):
        try:
            return float(value)
        except ValueError:
            raise Failed(NOT_A_NUMBER) from None
    return value  # type: ignore[no-any-return]


def single(value: Value) -> Value:
    """One value; an error is raised, a range of several cells has none."""
    if isinstance(value, list):
        if len(value) != 1 or len(value[0]) != 1:
            raise Failed(NOT_A_SIZE)
        value = value[0][0]
    if isinstance(value, Error):
        raise Failed(value)
    return value


def text(value: Value) -> str:
    """A value as text, for &."""
    value = single(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value == int(value) else repr(value)
    return str(value)


def yes(value: Value) -> bool:
    value = single(value)
    if isinstance(value, str):
        if value.upper() in ("TRUE", "FALSE"):
            return value.upper() == "TRUE"
        raise Failed(NOT_A_NUMBER)
    return bool(value)


def numbers(given: tuple[Value, ...]) -> Iterator[float | int]:
    """Numbers of ranges and values; in a range texts, yes/no and empty cells are passed over. Failed."""
    for one in given:
        if not isinstance(one, list):
            yield number(one)
            continue
        for cell in cells(one):
            if isinstance(cell, Error):
                raise Failed(cell)
            if isinstance(cell, (int, float)) and not isinstance(cell, bool):
                yield cell


def cells(value: Value) -> Iterator[Value]:
    """The cells of a range, row by row; a single value as it is."""
    if isinstance(value, list):
        for row in value:
            yield from row
    else:
        yield value


def rounded(value: Value, digits: Value = 0, how: str = ROUND_HALF_UP) -> float | int:
    """As Excel rounds: halves away from zero."""
    places = int(number(digits))
    made = Decimal(repr(number(value))).quantize(Decimal(1).scaleb(-places), rounding=how)
    return int(made) if places <= 0 else float(made)


def criterion(wanted: Value) -> Callable[[Value], bool]:
    """What SUMIF and COUNTIF compare with: a value, or a text such as `>=5`, `<>`, `Chi bộ*`."""
    wanted = single(wanted)
    if not isinstance(wanted, str):
        return lambda value: not isinstance(value, str) and value is not None and value == wanted
    sign, rest = re.match(r"(<=|>=|<>|=|<|>)?(.*)\Z", wanted, re.DOTALL).groups()  # type: ignore[union-attr]
    try:
        bound: float | None = float(rest)
    except ValueError:
        bound = None
    if bound is not None:
        return lambda value: _compares(value, sign or "=", bound)
    if rest == "":
        return lambda value: (value in (None, "")) is (sign != "<>")
    pattern = re.escape(rest).replace(r"\*", ".*").replace(r"\?", ".")
    like = re.compile(pattern + r"\Z", re.IGNORECASE | re.DOTALL)
    return lambda value: bool(isinstance(value, str) and like.match(value)) is (sign != "<>")


def _compares(value: Value, sign: str, bound: float) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return sign == "<>"
    return {
        "=": value == bound, "<>": value != bound, "<": value < bound,
        ">": value > bound, "<=": value <= bound, ">=": value >= bound,
    }[sign]  # fmt: skip


def chosen(pairs: tuple[Value, ...]) -> list[bool]:
    """Which cells meet every pair of range and criterion; the ranges are of one size. Failed."""
    kept: list[bool] | None = None
    for area, wanted in zip(pairs[::2], pairs[1::2], strict=True):
        meets = criterion(wanted)
        here = [meets(cell) for cell in cells(area)]
        if kept is not None and len(kept) != len(here):
            raise Failed(NOT_A_SIZE)
        kept = here if kept is None else [one and other for one, other in zip(kept, here, strict=True)]
    return kept or []


def sum_where(area: Value, kept: list[bool]) -> float | int:
    values = list(cells(area))
    if len(values) < len(kept):
        raise Failed(NOT_A_SIZE)
    return sum(
        value
        for value, one in zip(values, kept, strict=False)
        if one and isinstance(value, (int, float)) and not isinstance(value, bool)
    )


def average_where(area: Value, kept: list[bool]) -> float:
    """Of the numbers among the cells kept. Failed without one."""
    return average([[cell for cell, one in zip(cells(area), kept, strict=False) if one]])


def sum_product(*areas: Value) -> float | int:
    columns = [list(cells(area)) for area in areas]
    if len({len(column) for column in columns}) != 1:
        raise Failed(NOT_A_SIZE)
    total: float | int = 0
    for row in zip(*columns, strict=True):
        product: float | int = 1
        for cell in row:
            if isinstance(cell, Error):
                raise Failed(cell)
            product *= cell if isinstance(cell, (int, float)) and not isinstance(cell, bool) else 0
        total += product
    return total


def average(*given: Value) -> float:
    found = list(numbers(given))
    if not found:
        raise Failed(BY_ZERO)
    return sum(found) / len(found)


def subtotal(which: Value, *given: Value) -> float | int:
    kinds: dict[int, Callable[..., float | int]] = {
        1: average, 2: FUNCTIONS["COUNT"], 4: FUNCTIONS["MAX"], 5: FUNCTIONS["MIN"], 9: FUNCTIONS["SUM"],
    }  # fmt: skip
    kind = int(number(which)) % 100
    if kind not in kinds:
        raise Failed(NOT_A_NUMBER)
    return kinds[kind](*given)


def _modulo(value: Value, by: Value) -> float | int:
    if number(by) == 0:
        raise Failed(BY_ZERO)
    return number(value) % number(by)


def _letters(value: Value) -> int:
    """How many letters, or at which; none before the first."""
    count = int(number(value))
    if count < 0:
        raise Failed(NOT_A_NUMBER)
    return count


def _flat(given: tuple[Value, ...]) -> list[bool]:
    return [
        yes(cell) for one in given for cell in cells(one) if cell is not None and not isinstance(cell, str)
    ]


FUNCTIONS: dict[str, Callable[..., Value]] = {
    "SUM": lambda *given: sum(numbers(given)),
    "AVERAGE": average,
    "MAX": lambda *given: max(numbers(given), default=0),
    "MIN": lambda *given: min(numbers(given), default=0),
    "COUNT": lambda *given: sum(
        isinstance(cell, (int, float)) and not isinstance(cell, bool) for one in given for cell in cells(one)
    ),
    "COUNTA": lambda *given: sum(cell is not None for one in given for cell in cells(one)),
    "COUNTBLANK": lambda area: sum(cell in (None, "") for cell in cells(area)),
    "COUNTIF": lambda area, wanted: sum(chosen((area, wanted))),
    "COUNTIFS": lambda *pairs: sum(chosen(pairs)),
    "SUMIF": lambda area, wanted, summed=None: sum_where(
        area if summed is None else summed, chosen((area, wanted))
    ),
    "SUMIFS": lambda summed, *pairs: sum_where(summed, chosen(pairs)),
    "AVERAGEIF": lambda area, wanted, summed=None: average_where(
        area if summed is None else summed, chosen((area, wanted))
    ),
    "AVERAGEIFS": lambda summed, *pairs: average_where(summed, chosen(pairs)),
    "SUMPRODUCT": sum_product,
    "SUBTOTAL": subtotal,
    "PRODUCT": lambda *given: sum_product(*[[[one]] for one in numbers(given)]),
    "ROUND": rounded,
    "ROUNDUP": lambda value, digits=0: rounded(value, digits, ROUND_UP),
    "ROUNDDOWN": lambda value, digits=0: rounded(value, digits, ROUND_DOWN),
    "INT": lambda value: int(number(value) // 1),
    "ABS": lambda value: abs(number(value)),
    "MOD": _modulo,
    "N": lambda value: number(value) if not isinstance(single(value), str) else 0,
    "AND": lambda *given: all(_flat(given)),
    "OR": lambda *given: any(_flat(given)),
    "NOT": lambda value: not yes(value),
    "ISNUMBER": lambda value: isinstance(single(value), (int, float)) and not isinstance(value, bool),
    "ISTEXT": lambda value: isinstance(single(value), str),
    "ISBLANK": lambda value: single(value) is None,
    "CONCATENATE": lambda *given: "".join(text(one) for one in given),
    "CONCAT": lambda *given: "".join(text(cell) for one in given for cell in cells(one)),
    "TRIM": lambda value: " ".join(text(value).split()),
    "LEN": lambda value: len(text(value)),
    "LEFT": lambda value, letters=1: text(value)[: _letters(letters)],
    "RIGHT": lambda value, letters=1: text(value)[max(0, len(text(value)) - _letters(letters)) :],
    "MID": lambda value, at, letters: text(value)[_letters(at) - 1 :][: _letters(letters)],
    "VALUE": number,
}
