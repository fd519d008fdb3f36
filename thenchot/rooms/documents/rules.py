"""What setting, answering and withdrawing a deadline must respect."""

from __future__ import annotations

from datetime import date
from typing import Any

from thenchot.law.objections import Rules, World, against, impossible
from thenchot.ledger.days import iso
from thenchot.ledger.stories import Story

from .events import Answered, Asked, DeadlineSet, DeadlineWithdrawn, Reminded

Facts = dict[str, Any] | None
OfARound = Answered | Reminded
OF_A_ROUND = (Answered, Reminded)


def round_of(deadline: str, month: date | None) -> str:
    """The key of a round on the tracks `answered`, `answer` and `reminded`."""
    return f"{deadline}@{iso(month)[:7] if month else ''}"


@impossible(on=(DeadlineSet,))
def deadline_is_kept_by_an_organisation_of_its_day(story: Story, act: DeadlineSet, world: World) -> Facts:
    """Hạn do một tổ chức đang hoạt động trong ngày ấy theo dõi."""
    return None if world.exists(act.about, act.effective_on) else {"day": act.effective_on}


@impossible(on=(DeadlineSet,))
def deadline_is_set_once(story: Story, act: DeadlineSet, world: World) -> Facts:
    """Mỗi hạn vào sổ một lần; đổi ngày thì đính chính, hoặc thu hồi rồi ghi hạn mới."""
    return {} if ("deadline", act.deadline) in story.steps else None


@impossible(on=(DeadlineSet,))
def letter_has_one_issuer(story: Story, act: DeadlineSet, world: World) -> Facts:
    """Cơ quan ban hành là một tổ chức trong sổ, hoặc một tên gọi ghi ra; không để trống, không ghi cả hai."""
    return {} if (act.issuer is None) == (act.issuer_name is None) else None


@against(on=(DeadlineSet,))
def due_after_the_letter(story: Story, act: DeadlineSet, world: World) -> Facts:
    """Hạn nộp không trước ngày ký công văn."""
    if act.signed_on is None or act.due_on >= act.signed_on:
        return None
    return {"due": act.due_on, "signed": act.signed_on}


@against(on=(DeadlineSet,))
def data_end_before_they_are_due(story: Story, act: DeadlineSet, world: World) -> Facts:
    """Số liệu tính đến ngày không sau hạn nộp."""
    return {"due": act.due_on, "to": act.data_to} if act.data_to and act.data_to > act.due_on else None


@impossible(on=(Asked,))
def asked_for_a_deadline_that_is_open(story: Story, act: Asked, world: World) -> Facts:
    """Chỉ giao trả lời một hạn đang theo dõi trong ngày ấy."""
    kept = world.story(act.of).value("deadline", act.deadline, on=act.effective_on)
    return {"day": act.effective_on} if kept is None else None


@impossible(on=(Asked,))
def asked_within_the_organisation(story: Story, act: Asked, world: World) -> Facts:
    """Tổ chức giao việc cho chính mình hoặc cho tổ chức trực thuộc đang hoạt động trong ngày ấy."""
    at: int | None = act.about
    if not world.exists(act.about, act.effective_on):
        return {"day": act.effective_on}
    passed: set[int] = set()
    while at is not None and at != act.of and at not in passed:
        passed.add(at)
        above = world.story(at).value("parent", on=act.effective_on)
        at = int(above) if above else None
    return None if at == act.of else {"day": act.effective_on}


@impossible(on=(Asked,))
def asked_once(story: Story, act: Asked, world: World) -> Facts:
    """Mỗi tổ chức có tên một lần trong danh sách phải trả lời."""
    since = story.since("asked", act.deadline)
    return {"since": since} if since else None


@impossible(on=OF_A_ROUND)
def only_who_is_asked_answers(story: Story, act: OfARound, world: World) -> Facts:
    """Chỉ tổ chức có tên trong danh sách phải trả lời mới trả lời, mới được nhắc."""
    return {"day": act.effective_on} if story.value("asked", act.deadline) is None else None


@impossible(on=(Answered,))
def answered_once(story: Story, act: Answered, world: World) -> Facts:
    """Mỗi kỳ trả lời một lần; ghi nhầm thì đính chính."""
    since = story.since("answered", round_of(act.deadline, act.month))
    return {"since": since} if since else None


@impossible(on=(Reminded,))
def nobody_who_answered_is_reminded(story: Story, act: Reminded, world: World) -> Facts:
    """Tổ chức đã trả lời thì không nhắc nữa."""
    since = story.since("answered", round_of(act.deadline, act.month))
    return {"since": since} if since else None


@impossible(on=OF_A_ROUND)
def month_is_of_a_monthly_deadline(story: Story, act: OfARound, world: World) -> Facts:
    """Hạn lặp lại hằng tháng thì ghi tháng, từ tháng của hạn đầu; hạn một lần thì không ghi tháng."""
    asked = (entry.act for entry in story if isinstance(entry.act, Asked))
    keeper = next((one.of for one in asked if one.deadline == act.deadline), None)
    kept = world.story(keeper) if keeper else None
    first = kept.value("due", act.deadline) if kept else None
    if kept is None or first is None:  # withdrawn: what was asked for before may still be answered
        return None
    monthly = kept.value("monthly", act.deadline) == "yes"
    wanted = act.month is not None and iso(act.month)[:7] >= first[:7]
    return None if (wanted if monthly else act.month is None) else {"first": first[:7]}


@impossible(on=(DeadlineWithdrawn,))
def withdrawn_while_it_was_open(story: Story, act: DeadlineWithdrawn, world: World) -> Facts:
    """Chỉ thu hồi hạn đang theo dõi."""
    return {"day": act.effective_on} if story.value("deadline", act.deadline) is None else None


RULES = Rules(
    [
        deadline_is_kept_by_an_organisation_of_its_day,
        deadline_is_set_once,
        letter_has_one_issuer,
        due_after_the_letter,
        data_end_before_they_are_due,
        asked_for_a_deadline_that_is_open,
        asked_within_the_organisation,
        asked_once,
        only_who_is_asked_answers,
        answered_once,
        nobody_who_answered_is_reminded,
        month_is_of_a_monthly_deadline,
        withdrawn_while_it_was_open,
    ]
)
