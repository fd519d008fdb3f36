"""What an act about roles and requests must respect, whoever writes it."""

from __future__ import annotations

from typing import Any

from thenchot.law.objections import Rules, impossible

from .events import Confirmed, Declined, Ended, Granted, Role
from .roles import in_key, unfit


@impossible(on=(Granted,))
def scope_exists(story: Any, act: Granted, world: Any) -> dict[str, Any] | None:
    """A role is held in an organisation that exists on its first day."""
    return None if world.exists(act.scope, act.effective_on) else {"day": act.effective_on}


@impossible(on=(Granted,))
def member_is_not_granted(story: Any, act: Granted, world: Any) -> dict[str, Any] | None:
    """The right to the own record comes from being that person."""
    return {} if act.role is Role.MEMBER else None


@impossible(on=(Granted,))
def incompatible_roles(story: Any, act: Granted, world: Any) -> dict[str, Any] | None:
    """Administrator with any record role, auditor with any writing role, are never one person."""
    others = {in_key(key)[0] for key in story.held("role")}
    other = unfit(act.role, others)
    return {"role": act.role, "other": other} if other else None


@impossible(on=(Granted,))
def not_held_already(story: Any, act: Granted, world: Any) -> dict[str, Any] | None:
    """The same role in the same organisation with the same level is granted once."""
    return {"role": act.role} if story.value("role", _key(act)) == str(act.managing) else None


@impossible(on=(Ended,))
def held_before_it_ends(story: Any, act: Ended, world: Any) -> dict[str, Any] | None:
    """Only a role that is held can end."""
    return None if story.value("role", _key(act)) else {"role": act.role}


@impossible(on=(Confirmed, Declined))
def request_is_open(story: Any, act: Confirmed | Declined, world: Any) -> dict[str, Any] | None:
    """A request is answered once."""
    return None if story.value("request", act.request) else {"request": act.request}


@impossible(on=(Confirmed,))
def confirmed_as_requested(story: Any, act: Confirmed, world: Any) -> dict[str, Any] | None:
    """What is confirmed is what was asked for, to the letter."""
    asked = story.value("request", act.request)
    return {"request": act.request} if asked and asked != act.digest else None


def _key(act: Granted | Ended) -> str:
    return f"{act.role}@{act.scope}"


RULES = Rules(
    [
        scope_exists,
        member_is_not_granted,
        incompatible_roles,
        not_held_already,
        held_before_it_ends,
        request_is_open,
        confirmed_as_requested,
    ]
)
