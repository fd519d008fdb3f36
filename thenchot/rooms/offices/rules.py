"""What taking and leaving a post must respect.

A leaving is entered before the taking that follows it on the same day: a cell has one secretary at a time.
"""

from __future__ import annotations

from typing import Any

from thenchot.law.objections import Rules, World, against, impossible
from thenchot.ledger.kinds import BODY, ORGANISATION, PLACE
from thenchot.ledger.stories import Story

from .events import CarriedOver, Left, Post, Taken

Facts = dict[str, Any] | None

PARTY_POSTS = (Post.SECRETARY, Post.DEPUTY_SECRETARY, Post.STANDING_MEMBER, Post.COMMITTEE_MEMBER)
CELLS = ("cell", "grassroots_cell")
SEATS = {
    **{post: {ORGANISATION} for post in PARTY_POSTS},
    Post.AUTHORITY_CHAIR: {BODY},
    Post.VILLAGE_HEAD: {PLACE},
    Post.FRONT_WORK_HEAD: {PLACE},
    Post.COMMUNE_OFFICER: {BODY, ORGANISATION},
}
Taking = CarriedOver | Taken
TAKING = (CarriedOver, Taken)


def seat_of(act: Taking | Left) -> str:
    """The key of the post on the track `post`."""
    return f"{act.post}@{act.seat}"


def at_a_cell(act: Taking, world: World) -> bool:
    """Whether the seat is a cell that day."""
    return world.story(act.seat).value("type", on=act.effective_on) in CELLS


@impossible(on=TAKING)
def seat_exists_that_day(story: Story, act: Taking, world: World) -> Facts:
    """Chức vụ phải ở tổ chức, cơ quan, địa bàn đang có trong ngày ấy."""
    return None if world.exists(act.seat, act.effective_on) else {"day": act.effective_on}


@impossible(on=TAKING)
def seat_is_of_the_posts_kind(story: Story, act: Taking, world: World) -> Facts:
    """Chức vụ đảng ở tổ chức đảng, chủ tịch UBND ở cơ quan, trưởng thôn, trưởng ban mặt trận ở địa bàn."""
    kinds = {entry.act.subject for entry in world.story(act.seat) if entry.act is not None}
    return {} if kinds and not kinds & SEATS[act.post] else None


@impossible(on=TAKING)
def cells_have_no_standing_committee(story: Story, act: Taking, world: World) -> Facts:
    """Điều lệ Đảng, Điều 24: chi bộ có chi ủy, không có ban thường vụ."""
    return {} if act.post is Post.STANDING_MEMBER and at_a_cell(act, world) else None


@impossible(on=TAKING)
def post_is_not_held_already(story: Story, act: Taking, world: World) -> Facts:
    """Đang giữ chức vụ nào thì không nhận lại chức vụ ấy khi chưa thôi giữ."""
    since = story.since("post", seat_of(act))
    return {"since": since} if since else None


@impossible(on=(Left,))
def post_left_was_held(story: Story, act: Left, world: World) -> Facts:
    """Chỉ thôi giữ chức vụ đang giữ trong ngày ấy."""
    return {"day": act.effective_on} if story.value("post", seat_of(act)) is None else None


@impossible(on=TAKING)
def holder_is_alive(story: Story, act: Taking, world: World) -> Facts:
    """Người đã từ trần không nhận chức vụ."""
    died = story.since("died")
    return {"died": died} if died else None


@impossible(on=TAKING)
def party_posts_are_for_members(story: Story, act: Taking, world: World) -> Facts:
    """Điều lệ Đảng, Điều 3 và Điều 12: cấp ủy, bí thư là đảng viên."""
    return {"day": act.effective_on} if act.post in PARTY_POSTS and story.value("standing") is None else None


@against(on=TAKING)
def probationers_hold_no_party_post(story: Story, act: Taking, world: World) -> Facts:
    """Điều lệ Đảng, Điều 5, khoản 3: đảng viên dự bị không có quyền biểu quyết, ứng cử, bầu cử."""
    return {} if act.post in PARTY_POSTS and story.value("standing") == "probationary" else None


@against(on=TAKING)
def posts_of_a_cell_are_for_its_members(story: Story, act: Taking, world: World) -> Facts:
    """Điều lệ Đảng, Điều 24: bí thư, phó bí thư, chi ủy viên là đảng viên của chi bộ ấy.

    Cấp trên có thể chỉ định người nơi khác trước khi chuyển sinh hoạt, nên chỉ là việc cần xem lại.
    """
    if act.post not in PARTY_POSTS or story.value("standing") is None or not at_a_cell(act, world):
        return None
    return {} if story.value("cell") != str(act.seat) else None


@against(on=TAKING)
def one_secretary_at_a_time(story: Story, act: Taking, world: World) -> Facts:
    """Điều lệ Đảng, Điều 24: mỗi chi bộ, mỗi cấp ủy có một bí thư.

    Không phải điều bất khả: khi bàn giao có thể trùng ngày, nên ghi theo văn bản rồi xem lại.
    """
    if act.post is not Post.SECRETARY:
        return None
    others = world.holders("post", str(act.seat), act.effective_on, seat_of(act))
    return {"other": others[0]} if [other for other in others if other != act.about] else None


@against("cell.deputies", on=TAKING, when=lambda story, act, world: act.post is Post.DEPUTY_SECRETARY)
def deputies_of_a_cell_are_few(story: Story, act: Taking, world: World, most: int) -> Facts:
    """Quy định 29-QĐ/TW, điểm 24: chi bộ có một phó bí thư."""
    if not at_a_cell(act, world):
        return None
    others = world.holders("post", str(act.seat), act.effective_on, seat_of(act))
    count = len({*others, act.about})
    return {"count": count, "most": most} if count > most else None


RULES = Rules(
    [
        seat_exists_that_day,
        seat_is_of_the_posts_kind,
        cells_have_no_standing_committee,
        post_is_not_held_already,
        post_left_was_held,
        holder_is_alive,
        party_posts_are_for_members,
        probationers_hold_no_party_post,
        posts_of_a_cell_are_for_its_members,
        one_secretary_at_a_time,
        deputies_of_a_cell_are_few,
    ]
)
