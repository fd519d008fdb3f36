"""What a recognition must respect; the law is that of the end of probation, however late the paper."""

from __future__ import annotations

from datetime import date

from thenchot.law.objections import World, against, impossible
from thenchot.ledger.days import months_after
from thenchot.ledger.stories import Story

from .deadlines import Facts, day_of, end_of_probation, last_day
from .events import Recognised, Standing


@impossible(on=(Recognised,))
def only_probationers_are_recognised(story: Story, act: Recognised, world: World) -> Facts:
    """Điều lệ Đảng, Điều 5: công nhận chính thức là với đảng viên dự bị."""
    return {} if story.value("standing") == Standing.FULL else None


@against("probation.months", "recognition.effective", judged_on=end_of_probation, on=(Recognised,))
def recognised_from_the_end_of_probation(
    story: Story, act: Recognised, world: World, months: int, effective: str
) -> Facts:
    """Điều lệ Đảng, Điều 5; quy định thi hành, điểm 4.2: chính thức từ ngày hết 12 tháng dự bị."""
    joined = day_of(story, "joined")
    if joined is None or effective != "end_of_probation" or act.effective_on == months_after(joined, months):
        return None
    return {"due": months_after(joined, months), "joined": joined, "months": months}


@against("probation.months", judged_on=end_of_probation, on=(Recognised,))
def cell_considers_after_probation(story: Story, act: Recognised, world: World, months: int) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 4.2: chi bộ xét công nhận sau khi hết 12 tháng dự bị."""
    joined = day_of(story, "joined")
    if joined is None or act.resolved_on is None or act.resolved_on >= months_after(joined, months):
        return None
    return {"due": months_after(joined, months), "resolved": act.resolved_on}


@against("recognition.consider_within", judged_on=end_of_probation, on=(Recognised,))
def cell_considers_in_time(story: Story, act: Recognised, world: World, within: int) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 4.2: trong 30 ngày làm việc từ khi hết 12 tháng dự bị."""
    ends = end_of_probation(story)
    return last_day(ends, within, act.resolved_on, world) if ends and act.resolved_on else None


def of_the_resolution(story: Story, act: Recognised) -> date | None:
    """The day of the cell's resolution; nothing where the paper has none."""
    return act.resolved_on


@against(
    "recognition.decide_within", "recognition.decide_extension", judged_on=of_the_resolution, on=(Recognised,)
)
def recognition_is_decided_in_time(
    story: Story, act: Recognised, world: World, within: int, more: int
) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 4.3: 30 ngày làm việc từ nghị quyết, kéo dài không quá 30.

    Có được kéo dài hay không thì sổ không ghi, nên chỉ quá cả hai thời hạn mới là trái quy định.
    """
    if act.resolved_on is None or act.signed_on is None:
        return None
    return last_day(act.resolved_on, within + more, act.signed_on, world)


RECOGNITION_RULES = [
    only_probationers_are_recognised,
    recognised_from_the_end_of_probation,
    cell_considers_after_probation,
    cell_considers_in_time,
    recognition_is_decided_in_time,
]
