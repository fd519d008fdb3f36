"""What the steps of a closing must respect, whoever writes them."""

from __future__ import annotations

from typing import Any

from ...access.events import Managing, Role
from ...law.objections import Rules, impossible
from .events import Approved, Prepared, Received, Returned, Reviewed, Step, Submitted

BEFORE = {
    Reviewed: ("prepared", "reviewed"),
    Approved: ("reviewed",),
    Submitted: ("approved", "returned"),
    Received: ("submitted",),
    Returned: ("submitted",),
}
CLOSED = ("approved", "submitted", "received", "returned")

Said = dict[str, Any] | None


def period_key(act: Prepared) -> str:
    """The key of the track `closing_of`: what one closing after another is a closing of."""
    return f"{act.period}@{act.first.isoformat()}@{act.last.isoformat()}@{act.line or ''}"


@impossible(on=(Prepared,))
def closing_period_in_order(story: Any, act: Prepared, world: Any) -> Said:
    """The data reach into the period, and their last day is not yet to come."""
    inside = act.first <= act.data_to <= act.last and act.data_to <= act.effective_on
    return None if inside else {"data_to": act.data_to, "today": act.effective_on}


@impossible(on=(Prepared,))
def closing_of_an_organisation(story: Any, act: Prepared, world: Any) -> Said:
    """The organisation exists on the day the data reach."""
    return None if world.exists(act.about, act.data_to) else {"data_to": act.data_to}


@impossible(on=(Prepared,))
def closing_code_is_new(story: Any, act: Prepared, world: Any) -> Said:
    """A code stands for one closing for ever."""
    return {"code": act.code} if story.value("closing", act.code) else None


@impossible(on=(Prepared,))
def closed_period_is_not_reopened(story: Any, act: Prepared, world: Any) -> Said:
    """Chốt thay thế lần 2, 3 … names the one before it."""
    before = story.value("closing_of", period_key(act))
    return {"before": before} if before and act.replaces != before else None


@impossible(on=(Prepared,))
def replaced_closing_is_of_this_period(story: Any, act: Prepared, world: Any) -> Said:
    """Nothing is replaced where nothing was closed."""
    before = story.value("closing_of", period_key(act))
    return {"replaces": act.replaces} if act.replaces and not before else None


@impossible(on=(Prepared,))
def pending_closing_comes_first(story: Any, act: Prepared, world: Any) -> Said:
    """One pending closing of a period at a time: it is carried on, or dropped."""
    before = story.value("closing_of", period_key(act))
    return {"before": before} if before and story.value("closing", before) not in CLOSED else None


@impossible(on=(Prepared,))
def replacement_has_a_reason(story: Any, act: Prepared, world: Any) -> Said:
    """A reason for a replacement, and for nothing else."""
    return None if bool(act.replaces) == bool(act.why) else {"replaces": act.replaces}


@impossible(on=(Reviewed, Approved, Submitted, Received, Returned))
def closing_steps_in_order(story: Any, act: Step, world: Any) -> Said:
    """Lập biểu → soát → duyệt → nộp → nhận | trả lại."""
    stands = story.value("closing", act.code)
    return None if stands in BEFORE[type(act)] else {"step": act.kind, "stands": stands}


@impossible(on=(Reviewed, Approved, Submitted, Received, Returned))
def closing_as_prepared(story: Any, act: Step, world: Any) -> Said:
    """Every later step is about the very folder that was prepared."""
    known = story.value("closing_manifest", act.code)
    return {"code": act.code} if known and known != act.manifest else None


@impossible(on=(Approved,))
def approver_is_not_preparer(story: Any, act: Approved, world: Any) -> Said:
    """Người duyệt is never người lập biểu."""
    return {} if story.value("closing_preparer", act.code) == str(act.account) else None


@impossible(on=(Reviewed,))
def reviewer_is_another_where_there_is_one(story: Any, act: Reviewed, world: Any) -> Said:
    """Người soát may be người lập only in an office of one."""
    if story.value("closing_preparer", act.code) != str(act.account):
        return None
    others = office_of(act, world) - {act.account}
    return {"others": len(others)} if others else None


@impossible(on=(Approved,))
def three_persons_where_there_are_three(story: Any, act: Approved, world: Any) -> Said:
    """Người duyệt is not người soát either, where somebody else could have reviewed."""
    if story.value("closing_reviewer", act.code) != str(act.account):
        return None
    preparer = int(story.value("closing_preparer", act.code) or 0)
    others = office_of(act, world) - {act.account, preparer}
    return {"others": len(others)} if others else None


@impossible(on=(Returned,))
def returned_says_where(story: Any, act: Returned, world: Any) -> Said:
    """Trả lại names the figure or the organisation concerned."""
    return None if act.figure or act.concerns else {}


def office_of(act: Step, world: Any) -> set[int]:
    """Who prepares papers in the organisation itself on the day of the step."""
    key = f"{Role.OFFICE}@{act.about}"
    return {
        account
        for level in Managing
        for account in world.holders("role", str(level), act.effective_on, key)
    }  # fmt: skip


RULES = Rules(
    [
        closing_period_in_order,
        closing_of_an_organisation,
        closing_code_is_new,
        closed_period_is_not_reopened,
        replaced_closing_is_of_this_period,
        pending_closing_comes_first,
        replacement_has_a_reason,
        closing_steps_in_order,
        closing_as_prepared,
        approver_is_not_preparer,
        reviewer_is_another_where_there_is_one,
        three_persons_where_there_are_three,
        returned_says_where,
    ]
)
