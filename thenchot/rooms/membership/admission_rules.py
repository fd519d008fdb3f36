"""What an admission and a readmission must respect; the law is that of the cell's resolution."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from thenchot.law.calendar import NoCalendar
from thenchot.law.objections import UNVERIFIED, Objection, World, against, impossible
from thenchot.ledger.days import months_after
from thenchot.ledger.entries import Entry
from thenchot.ledger.stories import Story

from .deadlines import Facts, day_of, last_day, months_between
from .events import Admitted, Readmitted, _Joining

JOINS = (Admitted, Readmitted)
SCHOOLING = ("none", "primary", "lower_secondary", "upper_secondary")
Joins = _Joining


def of_the_resolution(story: Story, act: Joins) -> date:
    """The cell's resolution chooses the law; without its day the decision, then the ceremony."""
    return act.resolved_on or act.decided_on or act.signed_on or act.effective_on


def of_the_decision(story: Story, act: Joins) -> date | None:
    """The day on the decision."""
    return act.decided_on


@impossible(on=JOINS)
def decision_has_its_day(story: Story, act: Joins, world: World) -> Facts:
    """Điều lệ Đảng, Điều 5, khoản 4: tuổi đảng tính từ ngày ghi trong quyết định kết nạp."""
    return {} if act.decided_on is None else None


@impossible(on=JOINS)
def ceremony_follows_the_decision(story: Story, act: Joins, world: World) -> Facts:
    """Lễ kết nạp không thể trước ngày quyết định."""
    if act.decided_on is None or act.effective_on >= act.decided_on:
        return None
    return {"decided": act.decided_on}


@against(on=JOINS)
def decision_follows_the_resolution(story: Story, act: Joins, world: World) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 4: chi bộ ra nghị quyết rồi cấp ủy mới quyết định."""
    if act.resolved_on is None or act.decided_on is None or act.decided_on >= act.resolved_on:
        return None
    return {"resolved": act.resolved_on, "decided": act.decided_on}


@against("admission.age_from", judged_on=of_the_resolution, on=JOINS)
def old_enough_at_the_resolution(story: Story, act: Joins, world: World, years: int) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 1: đủ 18 tuổi, tính theo tháng, khi chi bộ xét kết nạp."""
    return _age(story, act, years, lambda months: months < years * 12)


@against("admission.age_to", judged_on=of_the_resolution, on=JOINS)
def not_too_old_at_the_resolution(story: Story, act: Joins, world: World, years: int) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 1: đến đủ 60 tuổi, tính theo tháng.

    Trên 60 tuổi do cấp ủy trực thuộc Trung ương xem xét; sổ không ghi cấp ấy nên việc này luôn cần xem lại.
    """
    return _age(story, act, years, lambda months: months > years * 12)


def _age(story: Story, act: Joins, years: int, outside: Callable[[int], bool]) -> Facts:
    birth, on = day_of(story, "birth"), of_the_resolution(story, act)
    if birth is None or not outside(months_between(birth, on)):
        return None
    return {"birth": birth, "day": on, "years": years}


@against("admission.education", judged_on=of_the_resolution, on=JOINS)
def schooled_as_the_day_requires(story: Story, act: Joins, world: World, required: str) -> Objection | Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 1: tốt nghiệp trung học cơ sở; nay: học xong chương trình ấy.

    Ở vùng đặc biệt khó khăn tốt nghiệp tiểu học là đủ; sổ không ghi vùng nên khi ấy chỉ yêu cầu xem lại.
    """
    general = story.value("general")
    if general is None or SCHOOLING.index(general) >= SCHOOLING.index("lower_secondary"):
        return None
    if general == "primary":
        return Objection("schooled_as_the_day_requires", UNVERIFIED, {"required": required})
    return {"required": required}


@against("admission.decide_within", "admission.decide_extension", judged_on=of_the_resolution, on=JOINS)
def admission_is_decided_in_time(story: Story, act: Joins, world: World, within: int, more: int) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 4.3.1: 60 ngày làm việc từ nghị quyết, kéo dài không quá 30.

    Có được kéo dài hay không thì sổ không ghi, nên chỉ quá cả hai thời hạn mới là trái quy định.
    """
    if act.resolved_on is None or act.decided_on is None:
        return None
    return last_day(act.resolved_on, within + more, act.decided_on, world)


def ceremony_is_late(story: Story, act: Joins, world: World) -> bool:
    """Whether it may have come too late: only then is it asked from which day the law counts."""
    within = world.law.value("admission.ceremony_within", act.decided_on) if act.decided_on else None
    if within is None or within.not_known or act.decided_on is None:
        return False
    try:
        return last_day(act.decided_on, int(str(within.value)), act.effective_on, world) is not None
    except NoCalendar:
        return True  # the rule says so


@against(
    "admission.ceremony_within",
    "admission.ceremony_counted_from",
    judged_on=of_the_decision,
    on=JOINS,
    when=ceremony_is_late,
)
def ceremony_is_held_in_time(
    story: Story, act: Joins, world: World, within: int, counted_from: str
) -> Objection | Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 4: lễ kết nạp trong 30 ngày làm việc từ ngày nhận quyết định.

    Từ 26/7/2026 tính từ ngày ban hành. Sổ không ghi ngày nhận, nên khi tính từ ngày nhận thì chỉ xem lại.
    """
    assert act.decided_on is not None
    facts = last_day(act.decided_on, within, act.effective_on, world)
    if facts is not None and counted_from == "receipt":
        return Objection("ceremony_is_held_in_time", UNVERIFIED, facts)
    return facts


@against(on=(Admitted,))
def former_members_are_readmitted(story: Story, act: Admitted, world: World) -> Facts:
    """Điều lệ Đảng, Điều 4: người đã ra khỏi Đảng thì kết nạp lại, trừ khi lần trước bị hủy."""
    last = _last_leaving(story)
    return {"left": last.effective_on} if last and last.kind != "membership.admission_cancelled" else None


def _last_leaving(story: Story) -> Entry | None:
    """The act by which the person ceased to be a member; nothing where the book knows of none."""
    left = story.step("standing")
    return next((e for e in story if left and e.root == left[1] and left[2] is None), None)


@against("readmission.wait", judged_on=of_the_resolution, on=(Readmitted,))
def readmitted_after_the_wait(story: Story, act: Readmitted, world: World, months: int) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 3.5: ít nhất 36 tháng từ khi ra khỏi Đảng đến khi chi bộ xét."""
    left = _last_leaving(story)
    if left is None or of_the_resolution(story, act) >= months_after(left.effective_on, months):
        return None
    return {"left": left.effective_on, "due": months_after(left.effective_on, months), "months": months}


@against("readmission.times", judged_on=of_the_resolution, on=(Readmitted,))
def readmitted_only_once(story: Story, act: Readmitted, world: World, times: int) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 3.5: chỉ kết nạp lại một lần."""
    before = sum(entry.kind == Readmitted.kind for entry in story)
    return {"times": times} if before >= times else None


@against(on=(Readmitted,))
def not_readmitted_after_own_request(story: Story, act: Readmitted, world: World) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 3.5: không kết nạp lại người tự xin ra, trừ khi rất khó khăn."""
    left = _last_leaving(story)
    return {"left": left.effective_on} if left and left.kind == "membership.released" else None


ADMISSION_RULES = [
    decision_has_its_day,
    ceremony_follows_the_decision,
    decision_follows_the_resolution,
    old_enough_at_the_resolution,
    not_too_old_at_the_resolution,
    schooled_as_the_day_requires,
    admission_is_decided_in_time,
    ceremony_is_held_in_time,
    former_members_are_readmitted,
    readmitted_after_the_wait,
    readmitted_only_once,
    not_readmitted_after_own_request,
]
