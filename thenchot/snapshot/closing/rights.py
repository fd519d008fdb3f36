"""Who may take a step of a closing: rights of today, asked before anything is counted or written."""

from __future__ import annotations

from datetime import datetime

from ...access import scope
from ...access.actions import Action, Answer
from ...access.desk import NotAllowed
from ...access.judging import today
from ...access.rights import Decision, Reach, Why, allowed


def need(action: Action, organisation: int, *, by: int, at: datetime) -> None:
    """NotAllowed unless the account may do this in the organisation now."""
    decision = allowed(by, action, on=today(at), organisation=organisation)
    if not decision.yes:
        raise NotAllowed({0: decision})


def need_above(action: Action, organisation: int, *, by: int, at: datetime) -> None:
    """The same, from a level above; where this book has none, the office writes down its answer."""
    need(action, organisation, by=by, at=at)
    reach = Reach(by, today(at))
    above = scope.line(organisation, reach.on)[1:]
    if above and not set(above) & set(reach.scopes(action)):
        raise NotAllowed({0: Decision(action, Answer.NO, Why.OUT_OF_SCOPE)})
