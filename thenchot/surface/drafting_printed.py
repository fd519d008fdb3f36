"""How a number stands in a report: 1.421 · trên 1.400 · 88,57% · 31/35. Pure."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from thenchot.reports.drafts.shapes import Number, Style

from .numbers import number

OVER = re.compile(r"(trên|hơn)\s+", re.IGNORECASE)
PERCENT = re.compile(r"\s?%\Z|\s?phần trăm\Z")


def printed(
    value: int | Decimal, one: Number, parts: tuple[int | Decimal, int | Decimal] | None = None
) -> str:
    """A counted value in the number's style; the words *trên* and *%* as last period wrote them."""
    if one.style is Style.X_OF_Y and parts is not None:
        return f"{number(parts[0])}/{number(parts[1])}"
    if one.style is Style.OVER:
        return over(value, one)
    if parts is not None or isinstance(value, Decimal):
        sign = PERCENT.search(one.before)
        return rounded(Decimal(value), one.places) + (sign[0] if sign else _sign(one))
    return number(value)


def over(value: int | Decimal, one: Number) -> str:
    """`trên 1.400` of 1.421; a value that is round already is printed as it is."""
    step = one.round_to or round_step(int(value))
    round_value = int(value) // step * step
    if round_value == value or not round_value:
        return number(value)
    word = OVER.match(one.before)
    return f"{word[1] if word else 'trên'} {number(round_value)}"


def round_step(value: int) -> int:
    """To what people round: 31 to tens, 1.421 to hundreds, 63.204 to thousands.

    >>> [round_step(n) for n in (7, 31, 187, 1421, 63204)]
    [1, 10, 10, 100, 1000]
    """
    return max(1, 10 ** max(len(str(abs(value))) - 2, min(1, len(str(abs(value))) - 1)))


def rounded(value: Decimal, places: int) -> str:
    """`88,57`: exactly so many places, as its column of the report has them; 100 stands without."""
    said = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if said == int(said):
        return number(int(said))
    whole, _point, rest = format(abs(said), "f").partition(".")
    return f"{'−' if said < 0 else ''}{number(int(whole))},{rest}"


def places_of(text: str) -> int:
    """Decimals a printed number has: 88,57% two, 47% none."""
    found = re.search(r",(\d+)", text)
    return len(found[1]) if found else 0


def _sign(one: Number) -> str:
    """A share typed anew gets its sign; what stood without one keeps standing without."""
    return "%" if one.style is Style.SHARE and not one.before else ""
