"""What was checked between figures, and how it came out. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Verdict(StrEnum):
    """khớp · khớp sau làm tròn · chưa khớp · cần xem lại · chưa đủ căn cứ."""

    HOLDS, ROUNDED, FAILS, DEPENDS, UNKNOWN = "holds", "rounded", "fails", "depends", "unknown"


class Kind(StrEnum):
    """What kind of arithmetic binds figures together."""

    SUM = "sum"
    PART = "part"  # a part against its whole
    SHARE = "share"  # a printed percentage against its printed base and count
    WHOLE = "whole"  # a percentage that some whole number of the base gives
    TARGET = "target"  # a result against a target
    AVERAGE = "average"
    CHANGE = "change"  # against the same period
    REPEATED = "repeated"  # the same figure at two places
    DATED = "dated"  # two dates for one numbered document
    OF = "of"  # x of y
    ROLL = "roll"  # a count above its roll


@dataclass(frozen=True)
class Relation:
    """One check: which figures (ordinals) and lines, the arithmetic as printed, what it says and why.

    `expression` reads `19 + 4 + 85 + 13`; `expected` is what it gives, `printed` what the report prints.
    `given` fills the sentence named by `reason` (words live apart, in two languages); `innocent` names the
    sentence of a possible innocent reason; `hangs_on` what a DEPENDS depends on: unprinted base, unstated
    period, two periods, overlapping parts …
    """

    kind: Kind
    verdict: Verdict
    figures: tuple[int, ...]
    lines: tuple[int, ...]
    expression: str
    expected: Decimal | None
    printed: Decimal | None
    reason: str
    innocent: str = ""
    hangs_on: str = ""
    given: tuple[tuple[str, str], ...] = ()
