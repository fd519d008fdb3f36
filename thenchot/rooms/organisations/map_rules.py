"""What an act about places and bodies must respect."""

from __future__ import annotations

from typing import Any

from thenchot.law.objections import World, impossible
from thenchot.ledger.kinds import Act
from thenchot.ledger.stories import Story

from .map_events import (
    BodyCarriedOver,
    BodyEnded,
    BodyFounded,
    Level,
    PlaceCarriedOver,
    PlaceEnded,
    PlaceFounded,
    PlaceMoved,
    ReorganisationDue,
    Reorganised,
)

Facts = dict[str, Any] | None

LEVELS = tuple(Level)  # from above
PLACES = (PlaceCarriedOver, PlaceFounded)
BODIES = (BodyCarriedOver, BodyFounded)


@impossible(on=(*PLACES, *BODIES))
def place_or_body_begins_once(story: Story, act: Act, world: World) -> Facts:
    """Một địa bàn, một cơ quan chỉ vào sổ một lần."""
    return {} if ("exists", "") in story.steps else None


@impossible(on=(PlaceMoved, PlaceEnded, BodyEnded, ReorganisationDue, Reorganised))
def place_or_body_exists_that_day(story: Story, act: Act, world: World) -> Facts:
    """Chỉ ghi việc của địa bàn, cơ quan đang có trong ngày ấy; kết thúc cũng chỉ một lần."""
    return {"day": act.effective_on} if story.value("exists") is None else None


@impossible(on=(*PLACES, PlaceMoved, *BODIES))
def what_lies_above_exists_that_day(
    story: Story, act: PlaceFounded | PlaceMoved | BodyFounded, world: World
) -> Facts:
    """Địa bàn, cơ quan cấp trên phải đang có trong ngày ấy."""
    if act.parent is None or _of_its_kind(world, act.parent, act):
        return None
    return {"day": act.effective_on}


def _of_its_kind(world: World, other: int, act: Act) -> bool:
    """Whether the other exists that day and is a place or a body as the act's own subject is."""
    kinds = {entry.act.subject for entry in world.story(other) if entry.act is not None}
    return act.subject in kinds and world.exists(other, act.effective_on)


@impossible(on=(*PLACES, PlaceMoved))
def place_lies_in_a_larger_one(story: Story, act: PlaceFounded | PlaceMoved, world: World) -> Facts:
    """Thôn, tổ dân phố thuộc xã; xã thuộc huyện hoặc tỉnh; huyện thuộc tỉnh; tỉnh không thuộc địa bàn nào."""
    own = story.value("level") if isinstance(act, PlaceMoved) else act.level
    if own is None:
        return None
    if act.parent is None:
        return None if own == Level.PROVINCE else {}
    above = world.story(act.parent).value("level", on=act.effective_on)
    return None if above is None or LEVELS.index(Level(above)) < LEVELS.index(Level(own)) else {}


@impossible(on=(PlaceEnded, BodyEnded))
def heir_of_a_place_or_body_exists(story: Story, act: PlaceEnded | BodyEnded, world: World) -> Facts:
    """Địa bàn, cơ quan kế thừa phải là nơi khác, đang có hoặc lập cùng ngày và ghi trước."""
    if act.heir is None or (act.heir != act.about and _of_its_kind(world, act.heir, act)):
        return None
    return {"day": act.effective_on}


@impossible(on=(BodyEnded,))
def what_was_cut_is_of_its_type(story: Story, act: BodyEnded, world: World) -> Facts:
    """Loại cơ quan ghi khi kết thúc phải là loại đang có."""
    return {} if story.value("type") not in (None, act.type) else None


@impossible(on=(ReorganisationDue,))
def reorganisation_is_due_once(story: Story, act: ReorganisationDue, world: World) -> Facts:
    """Mỗi cơ quan vào danh sách phải sắp xếp của một đề án một lần."""
    return {} if story.value("reorganisation", act.plan) is not None else None


@impossible(on=(Reorganised,))
def only_what_is_due_is_reorganised(story: Story, act: Reorganised, world: World) -> Facts:
    """Hoàn thành sắp xếp theo đề án nào thì phải đang trong danh sách của đề án ấy."""
    return {} if story.value("reorganisation", act.plan) != "due" else None


MAP_RULES = [
    place_or_body_begins_once,
    place_or_body_exists_that_day,
    what_lies_above_exists_that_day,
    place_lies_in_a_larger_one,
    heir_of_a_place_or_body_exists,
    what_was_cut_is_of_its_type,
    reorganisation_is_due_once,
    only_what_is_due_is_reorganised,
]
