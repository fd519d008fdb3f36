"""What a report of wrong information, and its answer, must respect."""

from __future__ import annotations

from datetime import date
from typing import Any

from thenchot.law.calendar import add_working_days
from thenchot.law.objections import World, against, impossible
from thenchot.ledger.stories import Story

from .error_events import ErrorAnswered, ErrorReported, Item, Outcome

Facts = dict[str, Any] | None

ANSWER_WITHIN = "reply.to_member_within"
DAYS = (Item.BIRTH, Item.JOINED, Item.OFFICIAL, Item.PARTY_SINCE)  # of these only the year may be known


def day_of_report(story: Story, act: ErrorAnswered) -> date | None:
    """The day the report being answered was made."""
    return story.since("error", act.item)


@impossible(on=(ErrorReported,))
def error_is_reported_once_at_a_time(story: Story, act: ErrorReported, world: World) -> Facts:
    """Mỗi mục đang chờ trả lời thì không báo lần nữa."""
    since = story.since("error", act.item)
    return {"since": since} if since else None


@impossible(on=(ErrorReported,))
def paper_is_named_by_three_digits(story: Story, act: ErrorReported, world: World) -> Facts:
    """Của số giấy tờ chỉ ghi ba chữ số cuối; số đầy đủ không vào sổ."""
    known = act.last_three is None or (len(act.last_three) == 3 and act.last_three.isdecimal())
    return None if known else {}


@impossible(on=(ErrorAnswered,))
def answered_error_was_reported(story: Story, act: ErrorAnswered, world: World) -> Facts:
    """Chỉ trả lời mục đã báo và chưa trả lời."""
    return {"day": act.effective_on} if story.value("error", act.item) is None else None


@impossible(on=(ErrorAnswered,))
def only_of_a_day_the_year_is_kept(story: Story, act: ErrorAnswered, world: World) -> Facts:
    """Kết quả “giữ, chỉ biết năm” chỉ dùng cho một ngày: ngày sinh, ngày vào Đảng, ngày tính tuổi đảng."""
    return {} if act.outcome is Outcome.KEPT_YEAR_ONLY and act.item not in DAYS else None


@against(ANSWER_WITHIN, judged_on=day_of_report, on=(ErrorAnswered,))
def member_is_answered_in_time(story: Story, act: ErrorAnswered, world: World, within: int) -> Facts:
    """Quy định 294-QĐ/TW, điểm 2.3: trả lời đảng viên trong 30 ngày làm việc; lâu hơn thì báo lý do."""
    since = day_of_report(story, act)
    due = add_working_days(since, within, world.holidays) if since else act.effective_on
    return {"due": due, "days": within} if act.effective_on > due else None


ERROR_RULES = [
    error_is_reported_once_at_a_time,
    paper_is_named_by_three_digits,
    answered_error_was_reported,
    only_of_a_day_the_year_is_kept,
    member_is_answered_in_time,
]
