"""Exact arithmetic of printed numbers: their last place, rounding, bounds."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from ..reading.written import Bound, Figure
from .relations import Verdict

DIGITS = re.compile(r"\d[\d.,]*\d|\d")


def place(figure: Figure) -> Fraction:
    """The last printed place in the figure's own unit: 14,8 → 1/10; 1,2 tỷ → 100.000.000; 1.733 → 1."""
    found = DIGITS.search(figure.text)
    if not found:
        return Fraction(1)
    whole, decimals = printed(found.group())
    number = Fraction(Decimal(f"{whole}.{decimals}" if decimals else whole))
    scale = Fraction(figure.value) / number if number else Fraction(1)
    return scale / Fraction(10 ** len(decimals))


def printed(digits: str) -> tuple[str, str]:
    """Whole part and decimals: 1.733 has none, 46,9 and 46.9 have one."""
    if "," in digits:
        whole, _, decimals = digits.rpartition(",")
        if len(decimals) == 3 and "." not in whole and whole.count(",") >= 1:
            return re.sub(r"\D", "", digits), ""
        return re.sub(r"\D", "", whole) or "0", re.sub(r"\D", "", decimals)
    whole, _, decimals = digits.rpartition(".")
    if whole and len(decimals) != 3:
        return re.sub(r"\D", "", whole), decimals
    return digits.replace(".", ""), ""


def meets(true: Fraction, figure: Figure) -> tuple[Verdict, str] | None:
    """How the true number stands to the printed one; None where they do not meet.

    Answers `exact`, `rounded` (half up or half even), `cut` (the rest dropped), or the bound that it keeps.
    """
    said, unit = Fraction(figure.value), place(figure)
    if figure.bound is Bound.OVER:
        return (Verdict.HOLDS, "over") if true >= said else None
    if figure.bound is Bound.UNDER:
        return (Verdict.HOLDS, "under") if true <= said else None
    if figure.bound is Bound.NEARLY:
        near = max(said / 10, unit)
        return (Verdict.HOLDS, "nearly") if said - near <= true <= said + near / 2 else None
    if true == said:
        return Verdict.HOLDS, "exact"
    if abs(true - said) <= unit / 2:
        return Verdict.ROUNDED, "rounded"
    if unit < 1 or unit > 1 or true.denominator != 1:
        low = said if said >= 0 else said - unit
        if low <= true < low + unit:
            return Verdict.ROUNDED, "cut"
    return None


def counts_giving(base: Fraction, share: Figure) -> list[int]:
    """Whole numbers of the base that print as this percentage (two at most)."""
    near = int(base * Fraction(share.value) / 100)
    exact = [
        n for n in (near - 1, near, near + 1, near + 2) if n >= 0 and meets(Fraction(n * 100) / base, share)
    ]
    return exact[:2]


def worked_out(true: Fraction, printed: Figure) -> str:
    """A percentage worked out, as it is said beside the printed one: to one place more, two at least."""
    decimals = len(str(place(printed).denominator)) - 1
    return shown(decimal(true, max(2, decimals + 1)))


def decimal(number: Fraction, places: int = 4) -> Decimal:
    """A fraction as a decimal, exact where it can be, else to so many places (half even)."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    if Fraction(exact) == number and -exact.normalize().as_tuple().exponent <= places:  # type: ignore[operator]
        return plain(exact)
    return plain(Decimal(round(number * 10**places)).scaleb(-places))


def plain(number: Decimal) -> Decimal:
    """Without exponent or idle zeros."""
    short = number.normalize()
    return short if short.as_tuple().exponent <= 0 else short.quantize(Decimal(1))  # type: ignore[operator]


def shown(number: Decimal | Fraction) -> str:
    """As printed in Viet Nam: 1.733 · 46,86."""
    value = decimal(number) if isinstance(number, Fraction) else plain(number)
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))
