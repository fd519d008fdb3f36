"""What an act about Party organisations must respect. Places and bodies: map_rules."""

from __future__ import annotations

import re
from typing import Any

from thenchot.law.objections import Rules, World, against, by_effect, impossible
from thenchot.ledger.kinds import ORGANISATION, Act
from thenchot.ledger.stories import Story

from .events import (
    CarriedOver,
    CellCommitteeSet,
    CongressHeld,
    Ended,
    Ending,
    Founded,
    Moved,
    OrganisationType,
    Placed,
    Recoded,
    Renamed,
    Retyped,
    Sector,
)
from .map_rules import MAP_RULES

Facts = dict[str, Any] | None

CELLS = (OrganisationType.CELL, OrganisationType.GRASSROOTS_CELL)
# From above; a parent stands on a lower number than its children.
RANK = {
    OrganisationType.PROVINCE: 0,
    OrganisationType.DISTRICT: 1,
    OrganisationType.COMMUNE: 1,
    OrganisationType.GRASSROOTS: 2,
    OrganisationType.GRASSROOTS_CELL: 3,
    OrganisationType.SECTION: 3,
    OrganisationType.CELL: 4,
}
BEGINNING = (CarriedOver, Founded)
CHANGES = (Renamed, Recoded, Retyped, Moved, Placed, Ended, CellCommitteeSet, CongressHeld)
TERM = re.compile(r"(20\d\d)-(20\d\d)\Z")


def is_organisation(story: Story) -> bool:
    """Whether a story is that of a Party organisation; false for one not begun."""
    return any(entry.act is not None and entry.act.subject == ORGANISATION for entry in story)


def stands(world: World, subject: int, act: Act) -> bool:
    """Whether the subject is a Party organisation that exists at the end of the act's day."""
    return world.exists(subject, act.effective_on) and is_organisation(world.story(subject))


@impossible(on=BEGINNING)
def organisation_begins_once(story: Story, act: Act, world: World) -> Facts:
    """Một tổ chức chỉ vào sổ một lần; đã kết thúc thì không lập lại bằng bản ghi ấy."""
    return {} if ("exists", "") in story.steps else None


@impossible(on=CHANGES)
def organisation_exists_that_day(story: Story, act: Act, world: World) -> Facts:
    """Chỉ ghi việc của tổ chức đang hoạt động trong ngày ấy; kết thúc cũng chỉ một lần."""
    return {"day": act.effective_on} if story.value("exists") is None else None


@impossible(on=BEGINNING)
def organisation_has_a_parent(story: Story, act: CarriedOver | Founded, world: World) -> Facts:
    """Điều lệ Đảng, Điều 10: tổ chức đảng lập theo các cấp; chỉ tổ chức cao nhất trong sổ không có."""
    if act.parent is not None or act.type is OrganisationType.PROVINCE:
        return None
    others = (world.holders("type", kind, act.effective_on) for kind in OrganisationType)
    first = isinstance(act, CarriedOver) and not any(map(any, others))
    return None if first else {}


@impossible(on=(CarriedOver, Founded, Moved))
def parent_exists_that_day(story: Story, act: CarriedOver | Founded | Moved, world: World) -> Facts:
    """Cấp trên phải là tổ chức đảng đang hoạt động trong ngày ấy."""
    if act.parent is not None and not stands(world, act.parent, act):
        return {"day": act.effective_on}
    return None


@impossible(on=(CarriedOver, Founded, Moved))
def parent_is_of_a_higher_level(story: Story, act: CarriedOver | Founded | Moved, world: World) -> Facts:
    """Điều lệ Đảng, Điều 10: cấp trên phải ở cấp cao hơn; chi bộ không có tổ chức đảng trực thuộc."""
    if act.parent is None:
        return None
    above = world.story(act.parent).value("type", on=act.effective_on)
    own = story.value("type") if isinstance(act, Moved) else act.type
    if above is None or own is None or RANK[OrganisationType(above)] < RANK[OrganisationType(own)]:
        return None
    return {}


@impossible(on=(Moved,))
def moving_changes_the_parent(story: Story, act: Moved, world: World) -> Facts:
    """Chuyển giao là về cấp trên khác cấp trên đang có."""
    return {} if story.value("parent") == str(act.parent) else None


@impossible(on=(CarriedOver, Founded, Moved))
def no_organisation_stands_above_itself(
    story: Story, act: CarriedOver | Founded | Moved, world: World
) -> Facts:
    """Không tổ chức nào là cấp trên của chính mình, kể cả sau các việc đã ghi cho những ngày về sau."""
    later = (step[0] for step in world.story(act.about).steps.get(("parent", ""), ()))
    until = min((day for day in later if day > act.effective_on), default=None)
    days, seen = [act.effective_on], set()
    while days and act.parent is not None:
        day, above = days.pop(), [act.parent]
        seen.add(day)
        while (higher := world.story(above[-1]).value("parent", on=day)) and int(higher) not in above:
            above.append(int(higher))
        if act.about in above:
            return {"day": day}
        for step in (s for one in above for s in world.story(one).steps.get(("parent", ""), ())):
            if act.effective_on < step[0] and (until is None or step[0] < until) and step[0] not in seen:
                days.append(step[0])
    return None


@impossible(on=(CarriedOver, Founded, Recoded))
def code_is_free(story: Story, act: CarriedOver | Founded | Recoded, world: World) -> Facts:
    """Trong một ngày, một mã chỉ thuộc một tổ chức đảng đang hoạt động."""
    for other in world.holders("code", act.code, act.effective_on):
        if other != act.about and stands(world, other, act):
            return {"code": act.code, "other": other}
    return None


@impossible(on=(CarriedOver, Founded, Placed))
def place_exists_that_day(story: Story, act: CarriedOver | Founded | Placed, world: World) -> Facts:
    """Địa bàn phụ trách phải đang có trong ngày ấy."""
    if act.place is not None and not world.exists(act.place, act.effective_on):
        return {"day": act.effective_on}
    return None


@impossible(on=(Ended,))
def heir_is_another(story: Story, act: Ended, world: World) -> Facts:
    """Tổ chức kế thừa không thể là chính tổ chức kết thúc."""
    return {} if act.heir == act.about else None


@impossible(on=(Ended,))
def heir_exists_that_day(story: Story, act: Ended, world: World) -> Facts:
    """Tổ chức kế thừa phải đang hoạt động, hoặc được thành lập cùng ngày và ghi trước."""
    return None if act.heir == act.about or stands(world, act.heir, act) else {"day": act.effective_on}


@impossible(on=(Ended,))
def dissolved_goes_to_its_parent(story: Story, act: Ended, world: World) -> Facts:
    """Giải thể thì cấp trên trực tiếp là nơi kế thừa số liệu."""
    parent = story.value("parent")
    if act.how is not Ending.DISSOLVED or parent is None or not stands(world, int(parent), act):
        return None
    return {} if act.heir != int(parent) else None


@impossible(on=(Retyped,))
def a_cell_has_no_organisations_below(story: Story, act: Retyped, world: World) -> Facts:
    """Điều lệ Đảng, Điều 24: chi bộ không có tổ chức đảng trực thuộc; chuyển các tổ chức ấy đi trước."""
    if act.type not in CELLS or story.value("type") in CELLS:
        return None
    below = world.holders("parent", str(act.about), act.effective_on)
    return {"count": len(below)} if below else None


@impossible(on=(CellCommitteeSet,))
def only_a_cell_has_a_cell_committee(story: Story, act: CellCommitteeSet, world: World) -> Facts:
    """Điều lệ Đảng, Điều 24, khoản 4: chi ủy là của chi bộ."""
    return None if story.value("type") in CELLS else {}


@impossible(on=(CongressHeld,))
def term_is_two_years_apart(story: Story, act: CongressHeld, world: World) -> Facts:
    """Nhiệm kỳ ghi bằng năm đầu và năm cuối, không quá năm năm: 2020-2025."""
    found = TERM.match(act.term)
    if found is None or not 0 < int(found[2]) - int(found[1]) <= 5:
        return {"term": act.term}
    return None


@impossible(on=(CongressHeld,))
def congress_of_a_term_is_held_once(story: Story, act: CongressHeld, world: World) -> Facts:
    """Đại hội của một nhiệm kỳ hoàn thành một lần."""
    return {"term": act.term} if story.value("congress") == act.term else None


@against("organisation.levels", judged_on=by_effect, on=(Founded, Retyped))
def level_is_of_its_day(story: Story, act: Founded | Retyped, world: World, levels: tuple[str, ...]) -> Facts:
    """Quy định thi hành Điều lệ Đảng: cấp huyện đến 30/6/2025, cấp xã trên cơ sở từ 01/7/2025 đến 25/7/2026.

    Đảng bộ khối, quân sự, công an trực thuộc tỉnh cùng loại với cấp huyện nhưng không phụ trách địa bàn.
    """
    if act.type is OrganisationType.DISTRICT and act.sector is not Sector.TERRITORY:
        return None
    if act.type in (OrganisationType.DISTRICT, OrganisationType.COMMUNE) and act.type not in levels:
        return {"day": act.effective_on}
    return None


RULES = Rules(
    [
        organisation_begins_once,
        organisation_exists_that_day,
        organisation_has_a_parent,
        parent_exists_that_day,
        parent_is_of_a_higher_level,
        moving_changes_the_parent,
        no_organisation_stands_above_itself,
        code_is_free,
        place_exists_that_day,
        heir_is_another,
        heir_exists_that_day,
        dissolved_goes_to_its_parent,
        a_cell_has_no_organisations_below,
        only_a_cell_has_a_cell_committee,
        term_is_two_years_apart,
        congress_of_a_term_is_held_once,
        level_is_of_its_day,
        *MAP_RULES,
    ]
)
