"""Numbers as people read them: 1.733; 46,86%; 812/1.733. Pure."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

NOT_KEPT = "—"


def number(value: int | Decimal | None) -> str:
    """`1.733`, `1.234,5`, `−12`; a dash where there is no number.

    >>> number(1733), number(Decimal("1234.50")), number(-12), number(None)
    ('1.733', '1.234,5', '−12', '—')
    """
    if value is None:
        return NOT_KEPT
    if isinstance(value, Decimal) and value != int(value):
        whole, _point, part = format(abs(value).normalize(), "f").partition(".")
        return f"{_sign(value)}{_grouped(whole)},{part}"
    return f"{_sign(value)}{_grouped(str(abs(int(value))))}"


def signed(value: int | Decimal | None) -> str:
    """A change: `+14`, `−3`, `0`."""
    if value is None:
        return NOT_KEPT
    return f"+{number(value)}" if value > 0 else number(value)


def percent(value: Decimal | None) -> str:
    """`46,86%`, to as many places as the share is declared with."""
    if value is None:
        return NOT_KEPT
    whole, point, part = format(abs(value), "f").partition(".")
    return f"{_sign(value)}{_grouped(whole)}{',' if point else ''}{part}%"


def share(one: Any, unit: str = "percent") -> str:
    """A share with its count and base: `46,86% (812/1.733)`; a dash where the base is 0."""
    if one.numerator is None and one.base is None:
        return NOT_KEPT
    shown = percent(one.value) if unit == "percent" else _places(one.value)
    return f"{shown} ({number(one.numerator)}/{number(one.base)})"


def _places(value: Decimal | None) -> str:
    return NOT_KEPT if value is None else percent(value).rstrip("%")


def _sign(value: int | Decimal) -> str:
    return "−" if value < 0 else ""


def _grouped(digits: str) -> str:
    return f"{int(digits):,}".replace(",", ".")
