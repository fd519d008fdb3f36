"""Cần xem lại: what was recorded although a rule objects, until somebody has looked at it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..ledger.kinds import PERSON, PERSONAL, Act, Code, Whole, this
from .objections import Weight


class Outcome(StrEnum):
    """What the second look found."""

    AS_ON_PAPER = "as_on_paper"  # the paper says so; it stays
    CORRECTED = "corrected"
    PAPER_CHANGED = "paper_changed"  # withdrawn or changed by a new paper


@dataclass(frozen=True, kw_only=True)
class ToReview(
    Act,
    kind="law.to_review",
    about=PERSON,
    holds=PERSONAL,
    sets={("review", this.rule, this.entry): this.grade},
):
    """Recorded as on the paper although `rule` objects to the act of this `entry`."""

    rule: Code
    entry: Whole
    grade: Weight


@dataclass(frozen=True, kw_only=True)
class Reviewed(
    Act,
    kind="law.reviewed",
    about=PERSON,
    holds=PERSONAL,
    sets={("review", this.rule, this.entry): None},
):
    """Đã xem lại."""

    rule: Code
    entry: Whole
    outcome: Outcome
