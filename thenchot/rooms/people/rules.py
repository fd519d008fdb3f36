"""What an act about a person's counted attributes must respect."""

from __future__ import annotations

from datetime import date
from typing import Any

from thenchot.law.objections import Rules, World, impossible
from thenchot.ledger.days import full_years, parse_day
from thenchot.ledger.kinds import Act
from thenchot.ledger.stories import Story

from .error_events import ErrorReported
from .error_rules import ERROR_RULES
from .events import Adjusted, BusinessOwnerSet, Occupied, Registered, Studied, YouthUnionSet

Facts = dict[str, Any] | None

LONGEST_LIFE = 120  # years


def _day(story: Story, track: str) -> date | None:
    value = story.value(track)
    return parse_day(value) if value else None


@impossible(on=(Registered,))
def person_is_registered_once(story: Story, act: Registered, world: World) -> Facts:
    """Mỗi người vào sổ một lần; thay đổi thì ghi điều chỉnh, ghi nhầm thì đính chính."""
    return {} if ("birth", "") in story.steps else None


@impossible(on=(Adjusted, Studied, Occupied, YouthUnionSet, BusinessOwnerSet, ErrorReported))
def attributes_are_of_a_registered_person(story: Story, act: Act, world: World) -> Facts:
    """Chỉ ghi trình độ, nghề nghiệp, điều chỉnh hồ sơ, báo chưa đúng của người đã vào sổ tính đến ngày ấy."""
    return {} if story.value("birth") is None else None


@impossible(on=(Registered, Adjusted))
def born_before_that_day(story: Story, act: Registered | Adjusted, world: World) -> Facts:
    """Ngày sinh phải trước ngày ghi, và không quá 120 năm trước."""
    if act.birth > act.effective_on or full_years(act.birth, act.effective_on) > LONGEST_LIFE:
        return {"birth": act.birth, "day": act.effective_on}
    return None


@impossible(on=(Registered, Adjusted))
def born_before_joining(story: Story, act: Registered | Adjusted, world: World) -> Facts:
    """Ngày sinh phải trước ngày vào Đảng và ngày tính tuổi đảng đã ghi."""
    known = [day for day in (_day(story, "joined"), _day(story, "party_since")) if day is not None]
    if known and act.birth >= min(known):
        return {"birth": act.birth, "joined": min(known)}
    return None


RULES = Rules(
    [
        person_is_registered_once,
        attributes_are_of_a_registered_person,
        born_before_that_day,
        born_before_joining,
        *ERROR_RULES,
    ]
)
