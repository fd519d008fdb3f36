"""Whose step it is: what an account may do with a closing now, and what keeps it from the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ...access.actions import Action
from ...access.events import Role
from ...access.rights import Reach
from ...access.roles import holders_of
from .listing import CLOSED, Standing

# By the state of a closing: the steps that come next, the usual one first.
NEXT = {
    "prepared": ("review", "drop"),
    "reviewed": ("approve", "review", "drop"),
    "approved": ("submit", "replace"),
    "submitted": ("receive", "return", "replace"),
    "received": ("replace",),
    "returned": ("submit", "replace"),
}
ASKS = {
    "review": Action.REVIEW_CLOSING,
    "approve": Action.CONFIRM,
    "submit": Action.SUBMIT_CLOSING,
    "receive": Action.RECEIVE_CLOSING,
    "return": Action.RECEIVE_CLOSING,
    "replace": Action.PREPARE_CLOSING,
    "drop": Action.PREPARE_CLOSING,
}


@dataclass(frozen=True)
class Turn:
    """A step the account's role allows. `objection` names the rule that stands against its taking it."""

    step: str
    objection: str = ""
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def free(self) -> bool:
        return not self.objection


def turns(one: Standing, reach: Reach) -> list[Turn]:
    """The steps of a closing that this account's roles allow today, in the order of their use.

    The actions ask again: what is shown here is no right.
    """
    steps = [step for step in NEXT[one.state] if _allowed(step, one, reach)]
    if one.replaced_by:
        steps = [step for step in steps if step != "replace"]
    if one.taken_by("reviewed") == reach.account:  # once is enough
        steps = [step for step in steps if step != "review"]
    return [_turn(step, one, reach) for step in steps]


def office_of(organisation: int, reach: Reach) -> set[int]:
    """Who prepares papers in the organisation itself."""
    return {account for account, scope in holders_of(Role.OFFICE, reach.on) if scope == organisation}


def _allowed(step: str, one: Standing, reach: Reach) -> bool:
    if not reach.decide(ASKS[step], organisation=one.organisation).yes:
        return False
    above = reach.line(one.organisation)[1:]
    if step in ("receive", "return") and above:
        return bool(set(above) & set(reach.scopes(Action.RECEIVE_CLOSING)))
    return True


def _turn(step: str, one: Standing, reach: Reach) -> Turn:
    by, preparer = reach.account, one.taken_by("prepared")
    if step == "approve" and by == preparer:
        return Turn(step, "approver_is_not_preparer")
    if step == "approve" and by == one.taken_by("reviewed"):
        return _unless_others(step, "three_persons_where_there_are_three", one, reach, {by, preparer})
    if step == "review" and by == preparer:
        return _unless_others(step, "reviewer_is_another_where_there_is_one", one, reach, {by})
    return Turn(step)


def _unless_others(step: str, rule: str, one: Standing, reach: Reach, but: set[int | None]) -> Turn:
    others = office_of(one.organisation, reach) - but
    return Turn(step, rule, {"others": len(others)}) if others else Turn(step)


def pending(one: Standing) -> bool:
    """Prepared, not yet approved: it may still be dropped."""
    return one.state not in CLOSED
