"""Printed figures against those of a closing: agrees, agrees as printed, differs by how much. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from .checking.whose import HERE, OWN, Whose
from .reading.written import Bound, Figure, Period

DIGITS = re.compile(r"\d[\d.]*(?:,(\d+))?")
# “gần 110.000” is said of what lacks less than a tenth.
NEAR = Decimal("0.9")


class Outcome(StrEnum):
    """khớp · khớp theo cách ghi · chênh · khác kỳ · không có trong danh mục · chưa ghi sổ · tổ chức khác …"""

    AGREES, AS_PRINTED, DIFFERS = "agrees", "as_printed", "differs"
    OTHER_PERIOD, NOT_IN_CATALOGUE, NOT_RECORDED = "other_period", "not_in_catalogue", "not_recorded"
    ELSEWHERE, ONE_OF_SEVERAL, NOT_SHOWN = "elsewhere", "one_of_several", "not_shown"


@dataclass(frozen=True)
class Compared:
    """One printed figure (by its ordinal) and the closed one; `gap` is printed less closed.

    `whose` is the organisation it was compared at, or why at none.
    """

    ordinal: int
    code: str
    outcome: Outcome
    closed: Decimal | None = None
    gap: Decimal | None = None
    whose: Whose = HERE


@dataclass(frozen=True)
class Span:
    """The period of a closing; figures of a state are those at `data_to`."""

    first: date
    last: date
    data_to: date


class Unknown(LookupError):
    """A code that the closing's catalogue does not have."""


class NotShown(Exception):
    """A number that whoever asks may not see there."""


# The closed value of a code at an organisation: nothing where the book had not begun. Unknown, NotShown.
Closed = Callable[[str, int], Decimal | None]


def compare(
    figures: Iterable[Figure], span: Span, closed: Closed, whose: Callable[[Figure], Whose]
) -> Iterator[Compared]:
    """Every figure in order; those that no code was found for are not in the catalogue."""
    for one in figures:
        if one.match is None:
            yield Compared(one.ordinal, "", Outcome.NOT_IN_CATALOGUE)
        else:
            yield _one(one, one.match.code, span, closed, whose(one))


def _one(figure: Figure, code: str, span: Span, closed: Closed, whose: Whose) -> Compared:
    """Compared with nothing where its organisation cannot be told, if the closing has its code at all."""
    try:
        value = closed(code, whose.organisation or OWN)
    except Unknown:
        return Compared(figure.ordinal, code, Outcome.NOT_IN_CATALOGUE, whose=whose)
    except NotShown:
        return Compared(figure.ordinal, code, Outcome.NOT_SHOWN, whose=whose)
    if whose.organisation is None:
        found = Outcome.ONE_OF_SEVERAL if whose.several else Outcome.ELSEWHERE
        return Compared(figure.ordinal, code, found, whose=whose)
    if value is None:
        return Compared(figure.ordinal, code, Outcome.NOT_RECORDED, whose=whose)
    if not of_this_period(figure.period, span):
        return Compared(figure.ordinal, code, Outcome.OTHER_PERIOD, value, whose=whose)
    return Compared(figure.ordinal, code, outcome(figure, value), value, figure.value - value, whose)


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
