"""What an act of membership must respect. Admission, recognition and badges: their own modules.

Not judged, because the book does not hold what it would take: introducers and votes (room votes), consent of
the province to a readmission, what a crime was, the 60 working days of a transfer (they run from the change
of workplace or home), whether exemption is open to probationers (the texts at hand do not say).
"""

from __future__ import annotations

from datetime import date

from thenchot.law.objections import UNVERIFIED, Objection, Rules, World, against, impossible
from thenchot.ledger.days import months_after
from thenchot.ledger.kinds import Act
from thenchot.ledger.stories import Story

from .admission_rules import ADMISSION_RULES
from .badge_rules import BADGE_RULES
from .deadlines import Facts, day_of, last_day
from .events import (
    AdmissionCancelled,
    Admitted,
    BadgeAwarded,
    CardIssued,
    CarriedOver,
    Died,
    Exempted,
    ExemptionEnded,
    Expelled,
    Hosted,
    HostingEnded,
    Moved,
    NameRemoved,
    Readmitted,
    Received,
    Recognised,
    Released,
    RemarkReceived,
    ResidenceEnded,
    ResidenceIntroduced,
    Restored,
    Sent,
    Standing,
    TemporarilyReturned,
    TemporarilySent,
    TransferredIn,
    TransferredOut,
)
from .recognition_rules import RECOGNITION_RULES

CELLS = ("cell", "grassroots_cell")
CARRIED = (CarriedOver, TransferredIn, Restored)  # members already, with the days on their papers
JOINING = (*CARRIED, Admitted, Readmitted)
LEAVING = (TransferredOut, NameRemoved, Released, Expelled, AdmissionCancelled)
OF_MEMBERS = (
    Recognised, Moved, Sent, TemporarilySent, TemporarilyReturned, Exempted, ExemptionEnded, CardIssued,
    ResidenceIntroduced, RemarkReceived, Received, Died, *LEAVING,
)  # fmt: skip
INTO_A_CELL = (*JOINING, Moved, Received, Hosted, ResidenceIntroduced)
EVERY = (*OF_MEMBERS, *JOINING, Hosted, HostingEnded, ResidenceEnded)

# Điểm 8.1 of the regulation, clause by clause; and the probationary member who is not recognised.
GROUNDS = ("8.1.1", "8.1.2", "8.1.3", "8.1.4", "8.1.5", "not_recognised")


# Who is a member


@impossible(on=OF_MEMBERS)
def member_that_day(story: Story, act: Act, world: World) -> Facts:
    """Chỉ ghi việc này với người đang là đảng viên trong sổ tính đến ngày ấy."""
    return {"day": act.effective_on} if story.value("standing") is None else None


@impossible(on=JOINING)
def not_a_member_already(story: Story, act: Act, world: World) -> Facts:
    """Người đang là đảng viên thì không kết nạp, không tiếp nhận từ ngoài, không vào sổ lần nữa."""
    since = story.since("standing")
    return {"since": since} if since else None


@impossible(on=EVERY)
def nothing_after_death(story: Story, act: Act, world: World) -> Facts:
    """Sau ngày từ trần chỉ còn truy tặng."""
    died = day_of(story, "died")
    return {"died": died} if died else None


@impossible(on=(*JOINING, Hosted))
def member_is_registered(story: Story, act: Act, world: World) -> Facts:
    """Người vào sổ (năm sinh, giới tính, trình độ) trước hoặc cùng ngày với việc đầu tiên của đảng viên."""
    return {} if ("birth", "") not in story.steps else None


@impossible(on=CARRIED)
def days_of_a_member_follow_each_other(story: Story, act: CarriedOver, world: World) -> Facts:
    """Sinh, rồi vào Đảng, rồi chính thức, đều không sau ngày ghi; đảng viên dự bị chưa có ngày chính thức."""
    birth, official = day_of(story, "birth"), act.official_on
    if act.joined_on > act.effective_on or act.party_since > act.effective_on:
        return {"day": act.joined_on}
    if birth and min(act.joined_on, act.party_since) <= birth:
        return {"day": act.joined_on}
    if official and (
        act.standing is Standing.PROBATIONARY or not act.joined_on <= official <= act.effective_on
    ):
        return {"day": official}
    return None


# Cells


@impossible(on=INTO_A_CELL)
def cell_exists_that_day(story: Story, act: Admitted, world: World) -> Facts:
    """Chi bộ phải đang hoạt động trong ngày ấy."""
    return None if world.exists(act.cell, act.effective_on) else {"day": act.effective_on}


@impossible(on=INTO_A_CELL)
def cell_is_a_cell(story: Story, act: Admitted, world: World) -> Facts:
    """Điều lệ Đảng, Điều 24: đảng viên sinh hoạt ở chi bộ, không ghi thẳng vào đảng bộ."""
    if not world.exists(act.cell, act.effective_on):
        return None
    return None if world.story(act.cell).value("type", on=act.effective_on) in CELLS else {}


@impossible(on=(Moved,))
def moving_changes_the_cell(story: Story, act: Moved, world: World) -> Facts:
    """Chuyển sinh hoạt là sang chi bộ khác chi bộ đang sinh hoạt."""
    return {} if story.value("cell") == str(act.cell) else None


@impossible(on=(Moved, Sent, Restored))
def not_on_the_way_already(story: Story, act: Act, world: World) -> Facts:
    """Đang chuyển sinh hoạt, chưa nơi nào tiếp nhận: ghi tiếp nhận trước."""
    since = story.since("transit")
    return {"since": since} if since else None


@impossible(on=(Sent,))
def sent_to_another_organisation(story: Story, act: Sent, world: World) -> Facts:
    """Giới thiệu đến tổ chức đảng khác, đang hoạt động trong ngày ấy."""
    if story.value("cell") == str(act.to) or not world.exists(act.to, act.effective_on):
        return {"day": act.effective_on}
    return None


@impossible(on=(Received,))
def received_from_the_way(story: Story, act: Received, world: World) -> Facts:
    """Chỉ tiếp nhận người đã được giới thiệu và đang chuyển."""
    return {} if story.value("standing") is not None and story.value("transit") is None else None


def sent_on(story: Story, act: Act) -> date | None:
    """The day of the letter of introduction."""
    return story.since("transit")


@against("transfer.present_letter_within", judged_on=sent_on, on=(Received,))
def letter_is_presented_in_time(story: Story, act: Received, world: World, days: int) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 6.3.1: nộp giấy giới thiệu cho nơi đến trong 30 ngày làm việc."""
    sent = story.since("transit")
    return last_day(sent, days, act.effective_on, world) if sent else None


# Temporary activities, residence


@impossible(on=(TemporarilySent, Hosted))
def temporary_ends_after_it_begins(story: Story, act: TemporarilySent | Hosted, world: World) -> Facts:
    """Ngày hết hạn sinh hoạt tạm thời phải sau ngày bắt đầu."""
    return {"until": act.until} if act.until <= act.effective_on else None


@against(
    "transfer.temporary_from",
    "transfer.temporary_below",
    "transfer.study_to",
    on=(TemporarilySent,),
    when=lambda story, act, world: story.value("temporary") is None,  # not an extension
)
def temporary_is_of_a_few_months(
    story: Story, act: TemporarilySent, world: World, least: int, below: int, study: int
) -> Objection | Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 6.3.2: từ 3 tháng đến dưới 1 năm; đi học tập trung đến 2 năm.

    Đi học hay không thì sổ không ghi, nên từ một năm đến hai năm là việc cần xem lại.
    """
    facts = {"until": act.until, "least": least, "below": below, "study": study}
    begins = act.effective_on
    if act.until < months_after(begins, least) or act.until > months_after(begins, study):
        return facts
    if act.until >= months_after(begins, below):
        return Objection("temporary_is_of_a_few_months", UNVERIFIED, facts)
    return None


@impossible(on=(TemporarilyReturned,))
def returned_from_elsewhere(story: Story, act: TemporarilyReturned, world: World) -> Facts:
    """Chỉ trở về khi đang sinh hoạt tạm thời nơi khác."""
    return {} if story.value("temporary") is None else None


@impossible(on=(Hosted,))
def guest_of_one_other_cell(story: Story, act: Hosted, world: World) -> Facts:
    """Sinh hoạt tạm thời ở một chi bộ khác chi bộ của mình, mỗi lúc một nơi."""
    elsewhere = story.value("guest") not in (None, str(act.cell))
    return {} if elsewhere or story.value("cell") == str(act.cell) else None


@impossible(on=(HostingEnded,))
def hosting_ended_had_begun(story: Story, act: HostingEnded, world: World) -> Facts:
    """Chỉ hết sinh hoạt tạm thời ở nơi đang đến sinh hoạt tạm thời."""
    return {} if story.value("guest") is None else None


@impossible(on=(ResidenceIntroduced,))
def residence_is_another_cell(story: Story, act: ResidenceIntroduced, world: World) -> Facts:
    """Quy định 213-QĐ/TW: giữ mối liên hệ với chi bộ nơi cư trú, không phải chi bộ đang sinh hoạt."""
    return {} if story.value("cell") == str(act.cell) else None


@impossible(on=(ResidenceEnded,))
def residence_link_had_begun(story: Story, act: ResidenceEnded, world: World) -> Facts:
    """Chỉ thôi giữ mối liên hệ nơi cư trú đang có."""
    return {} if story.value("residence") is None else None


@impossible(on=(RemarkReceived,))
def remark_of_a_year_comes_once(story: Story, act: RemarkReceived, world: World) -> Facts:
    """Quy định 213-QĐ/TW, Điều 3, khoản 4: mỗi năm một phiếu nhận xét nơi cư trú."""
    return {"year": act.year} if story.value("remark", act.year) is not None else None


# Exemption, cards


@impossible(on=(Exempted,))
def not_exempt_already(story: Story, act: Exempted, world: World) -> Facts:
    """Đang miễn sinh hoạt thì không miễn lần nữa."""
    since = story.since("exempt")
    return {"since": since} if story.value("exempt") == "yes" else None


@impossible(on=(ExemptionEnded,))
def exemption_ended_had_begun(story: Story, act: ExemptionEnded, world: World) -> Facts:
    """Chỉ trở lại sinh hoạt khi đang miễn sinh hoạt."""
    return {} if story.value("exempt") != "yes" else None


@against(on=(CardIssued,))
def cards_are_for_official_members(story: Story, act: CardIssued, world: World) -> Facts:
    """Hướng dẫn 01-HD/TW ngày 28/9/2021, mục 7: phát thẻ sau khi được công nhận chính thức."""
    return {} if story.value("standing") == Standing.PROBATIONARY else None


# Leaving


@impossible(on=(NameRemoved,))
def ground_is_a_clause(story: Story, act: NameRemoved, world: World) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 8.1: căn cứ xóa tên ghi bằng điểm của quy định, không ghi lời."""
    return {"ground": act.ground} if act.ground is not None and act.ground not in GROUNDS else None


@impossible(on=(NameRemoved,))
def only_probationers_fail_recognition(story: Story, act: NameRemoved, world: World) -> Facts:
    """Quy định thi hành Điều lệ Đảng, điểm 4: không đủ điều kiện công nhận là với đảng viên dự bị."""
    return {} if act.ground == "not_recognised" and story.value("standing") == Standing.FULL else None


@against(on=(Expelled,))
def probationers_are_not_expelled(story: Story, act: Expelled, world: World) -> Facts:
    """Điều lệ Đảng, Điều 35: đảng viên dự bị chỉ bị khiển trách, cảnh cáo; nặng hơn thì xóa tên."""
    return {} if story.value("standing") == Standing.PROBATIONARY else None


@impossible(on=(BadgeAwarded,))
def badge_is_for_a_member(story: Story, act: BadgeAwarded, world: World) -> Facts:
    """Huy hiệu Đảng tặng đảng viên; truy tặng đảng viên đã từ trần."""
    given_to_the_dead = story.value("died") is not None
    if act.posthumous:
        return None if given_to_the_dead else {"day": act.effective_on}
    return {"day": act.effective_on} if given_to_the_dead or story.value("standing") is None else None


RULES = Rules(
    [
        member_that_day,
        not_a_member_already,
        nothing_after_death,
        member_is_registered,
        days_of_a_member_follow_each_other,
        cell_exists_that_day,
        cell_is_a_cell,
        *ADMISSION_RULES,
        *RECOGNITION_RULES,
        moving_changes_the_cell,
        not_on_the_way_already,
        sent_to_another_organisation,
        received_from_the_way,
        letter_is_presented_in_time,
        temporary_ends_after_it_begins,
        temporary_is_of_a_few_months,
        returned_from_elsewhere,
        guest_of_one_other_cell,
        hosting_ended_had_begun,
        residence_is_another_cell,
        residence_link_had_begun,
        remark_of_a_year_comes_once,
        not_exempt_already,
        exemption_ended_had_begun,
        cards_are_for_official_members,
        ground_is_a_clause,
        only_probationers_fail_recognition,
        probationers_are_not_expelled,
        badge_is_for_a_member,
        *BADGE_RULES,
    ]
)
