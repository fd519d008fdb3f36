"""Printed figures against those of a closing: agrees, agrees as printed, differs by how much. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from .reading.written import Bound, Figure, Period

DIGITS = re.compile(r"\d[\d.]*(?:,(\d+))?")
# “gần 110.000” is said of what lacks less than a tenth.
NEAR = Decimal("0.9")


class Outcome(StrEnum):
    """khớp · khớp theo cách ghi · chênh · khác kỳ · không có trong danh mục · chưa ghi sổ."""

    AGREES, AS_PRINTED, DIFFERS = "agrees", "as_printed", "differs"
    OTHER_PERIOD, NOT_IN_CATALOGUE, NOT_RECORDED = "other_period", "not_in_catalogue", "not_recorded"


@dataclass(frozen=True)
class Compared:
    """One printed figure (by its ordinal) and the closed one; `gap` is printed less closed."""

    ordinal: int
    code: str
    outcome: Outcome
    closed: Decimal | None = None
    gap: Decimal | None = None


@dataclass(frozen=True)
class Span:
    """The period of a closing; figures of a state are those at `data_to`."""

    first: date
    last: date
    data_to: date


class Unknown(LookupError):
    """A code that the closing's catalogue does not have."""


# The closed value of a code: nothing where the book had not begun. Unknown.
Closed = Callable[[str], Decimal | None]


def compare(figures: Iterator[Figure] | tuple[Figure, ...], span: Span, closed: Closed) -> Iterator[Compared]:
    """Every figure in order; those that no code was found for are not in the catalogue."""
    for one in figures:
        code = one.match.code if one.match else ""
        try:
            if not code:
                raise Unknown(code)
            value = closed(code)
        except Unknown:
            yield Compared(one.ordinal, code, Outcome.NOT_IN_CATALOGUE)
            continue
        if value is None:
            yield Compared(one.ordinal, code, Outcome.NOT_RECORDED)
        elif not of_this_period(one.period, span):
            yield Compared(one.ordinal, code, Outcome.OTHER_PERIOD, value)
        else:
            yield Compared(one.ordinal, code, outcome(one, value), value, one.value - value)


def outcome(figure: Figure, closed: Decimal) -> Outcome:
    """How a printed figure stands to the closed one.

    `trên 2.600` agrees as printed with 2.611, `gần 110.000` with 109.870, `46,9%` with 46,86.
    """
    if figure.value == closed and figure.bound in (Bound.EXACT, Bound.OF):
        return Outcome.AGREES
    held = {
        Bound.OVER: closed >= figure.value,
        Bound.UNDER: closed <= figure.value,
        Bound.NEARLY: figure.value * NEAR <= closed <= figure.value,
    }
    if figure.bound in held:
        return Outcome.AS_PRINTED if held[figure.bound] else Outcome.DIFFERS
    step = step_of(figure)
    rounded = (closed / step).quantize(Decimal(1), ROUND_HALF_UP) * step
    return Outcome.AS_PRINTED if rounded == figure.value and step != 1 else Outcome.DIFFERS


def step_of(figure: Figure) -> Decimal:
    """The last place a figure is printed to: `46,9%` tenths, `35 nghìn` thousands, `1.733` ones."""
    found = DIGITS.search(figure.text)
    if not found:
        return Decimal(1)
    printed = Decimal(found[0].rstrip(".").replace(".", "").replace(",", "."))
    scale = figure.value / printed if printed else Decimal(1)
    return scale.scaleb(-len(found[1] or "")) or Decimal(1)


def of_this_period(period: Period, span: Span) -> bool:
    """Whether a figure is of the closing's period; one without a period is taken to be."""
    end = period.as_of or period.until
    if end and not any(day.isoformat().startswith(end) for day in (span.last, span.data_to)):
        return False
    return not (period.since and not period.as_of) or span.first.isoformat().startswith(period.since)
