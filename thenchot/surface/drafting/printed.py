"""How a number stands in a report: 1.421 · trên 1.400 · gần 110.000 · 88,57% · 31/35. Pure."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from thenchot.reports.drafts.shapes import ROUNDED, Number, Style

from ..numbers import number
from .bounds import round_value, word

PERCENT = re.compile(r"\s?%\Z|\s?phần trăm\Z")


def printed(
    value: int | Decimal, one: Number, parts: tuple[int | Decimal, int | Decimal] | None = None
) -> str:
    """A counted value in the number's style; the words *trên* and *%* as last period wrote them.

    Empty where the value cannot be rounded so: 112.300 is not *gần 110.000*, and somebody has to choose.
    """
    if one.style is Style.X_OF_Y and parts is not None:
        return f"{number(parts[0])}/{number(parts[1])}"
    share = parts is not None or isinstance(value, Decimal)
    if one.style not in ROUNDED:
        return _digits(value, one, share)
    said = round_value(Decimal(value), one)
    if said is None:
        return ""
    return _digits(value, one, share) if said == value else f"{word(one)} {_digits(said, one, share)}"


def _digits(value: int | Decimal, one: Number, share: bool) -> str:
    if not share:
        return number(int(value))
    sign = PERCENT.search(one.before)
    return rounded(Decimal(value), one.places) + (sign[0] if sign else _sign(one))


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
