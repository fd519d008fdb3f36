"""What this package hands to the floors below when the program starts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ...access import erasing as erasing_of_access
from ...access.desk import Desk
from ...access.judging import IN_A_CLOSED_PERIOD
from ...access.two_persons import EXECUTORS, Executor
from ...law import words as words_of_law
from ...law.recording import register as register_rules
from . import actions, words
from .erasing import forget
from .listing import in_a_closed_period, standing
from .opening import Closing
from .rules import RULES

EXECUTOR = "closing"


def register() -> None:
    """Rules, the erasure of rows, what counts as closed, the second person's step; twice changes nothing."""
    register_rules("closing", RULES)
    words_of_law.register(words.OBJECTIONS)
    EXECUTORS[EXECUTOR] = Executor(_counts, _carry_out)
    if forget not in erasing_of_access.HOOKS:
        erasing_of_access.HOOKS.append(forget)
    if in_a_closed_period not in IN_A_CLOSED_PERIOD:
        IN_A_CLOSED_PERIOD.append(in_a_closed_period)


def _counts(payload: Mapping[str, Any]) -> Mapping[str, int]:
    """What the second person sees: how many organisations and rows; what is open on the closing's face,
    how many units it is closed without."""
    manifest = Closing(standing(payload["code"]).path).manifest
    return {
        "organisations": manifest["organisations"],
        "rows": sum(one["rows"] for one in manifest["populations"].values()),
        "to_review": len(manifest["to_review"]),
        "unmet": len(manifest["unmet"]),
        "lacking": len(payload.get("without", ())),
    }


def _carry_out(payload: Mapping[str, Any], by: int, at: datetime) -> None:
    without = [int(unit) for unit in payload.get("without", ())]
    actions.approve(Desk.open(), payload["code"], by=by, at=at, without=without)
