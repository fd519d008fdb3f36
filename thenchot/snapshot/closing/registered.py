"""What this package hands to the floors below when the program starts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ...access import erasing as erasing_of_access
from ...access.desk import Desk
from ...access.judging import IN_A_CLOSED_PERIOD
from ...access.rights import Reach
from ...access.two_persons import EXECUTORS, Executor, cannot_confirm
from ...law import words as words_of_law
from ...law.recording import register as register_rules
from . import actions, words
from .erasing import forget
from .lacking import asked_of
from .listing import in_a_closed_period, standing
from .opening import Closing
from .rules import RULES

EXECUTOR = "closing"


def register() -> None:
    """Rules, the erasure of rows, what counts as closed, the second person's step; twice changes nothing."""
    register_rules("closing", RULES)
    words_of_law.register(words.OBJECTIONS)
    EXECUTORS[EXECUTOR] = Executor(_counts, _carry_out, _hindrance)
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


def _hindrance(payload: Mapping[str, Any], reach: Reach, places: Sequence[int]) -> str | None:
    """As everywhere; and the units without which it is closed are still those that were named."""
    if why := cannot_confirm(reach, places):
        return why
    one = standing(payload["code"])
    found = asked_of(one.organisation, one.period, reach.on)
    return "lacking" if found and set(found.units) - _without(payload) else None


def _without(payload: Mapping[str, Any]) -> set[int]:
    return {int(unit) for unit in payload.get("without", ())}


def _carry_out(payload: Mapping[str, Any], by: int, at: datetime) -> None:
    actions.approve(Desk.open(), payload["code"], by=by, at=at, without=_without(payload))
