"""The line of time as a picture: predecessors flow into the organisation, every point leads to its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from thenchot.ledger.days import spoken
from thenchot.ledger.remembering import Remembered
from thenchot.rooms.membership.strengths import Strength, strengths_on
from thenchot.rooms.organisations.succession import Turn, turns
from thenchot.surface.numbers import number
from thenchot.surface.subjects import names_of
from thenchot.surface.told import told

from ..here import Here

# The drawing's own units; the page scales it to its width.
WIDTH, TOP, ROW, LEFT, RIGHT = 960, 34, 46, 290, 40
LANES = 6  # predecessors drawn one by one; the others as one lane that says how many


@dataclass(frozen=True)
class Point:
    """A day on the line: where it is drawn, what happened, what stood before and after."""

    day: date
    x: int
    y: int
    label_y: int
    anchor: str
    lines: Sequence[str]
    before: date
    strength: Strength | None
    strength_before: Strength | None


@dataclass(frozen=True)
class Lane:
    """A predecessor, or several, up to the day it ended."""

    subject: int | None
    name: str
    y: int
    from_x: int
    x: int
    path: str
    strength: Strength | None
    last: date


@dataclass(frozen=True)
class Picture:
    height: int
    middle: int
    start_x: int
    end_x: int
    ended: bool
    lanes: Sequence[Lane]
    points: Sequence[Point]
    told: str

    width = WIDTH


def of(organisation: int, here: Here, *, counted: bool) -> Picture | None:
    """The picture up to today, whatever day the page shows: a later point leads back to today."""
    question = (organisation, here.today, counted, here.desk.opened, get_language())
    found: Picture | None = _known.get(question, lambda: _drawn(organisation, here.today, counted))
    return found


_known = Remembered(64)


def _drawn(organisation: int, today: date, counted: bool) -> Picture | None:
    found = turns(organisation, as_of=today)
    if not found:
        return None
    xs = _places([turn.day for turn in found])
    strengths = _strengths(organisation, found, counted)
    lanes = _lanes(found, xs, strengths)
    middle = TOP + max(len(lanes) - 1, 0) * ROW // 2 + 12
    lanes = [_led(lane, middle) for lane in lanes]
    points = [_point(turn, xs[turn.day], middle, strengths, organisation) for turn in found]
    ended = any(entry.kind == "organisations.ended" for entry in found[-1].acts)
    end_x = xs[found[-1].day] if ended else WIDTH - RIGHT
    height = max(middle, TOP + max(len(lanes) - 1, 0) * ROW + 12) + 64
    return Picture(height, middle, xs[found[0].day], end_x, ended, lanes, points, _told(found, strengths))


def _places(days: Sequence[date]) -> dict[date, int]:
    """Points at equal steps, not to scale: years without a change would push the changes together."""
    steps = max(len(days), 1)
    room = WIDTH - LEFT - RIGHT - 60
    return {day: LEFT + round(room * place / steps) for place, day in enumerate(days)}


def _strengths(organisation: int, found: Sequence[Turn], counted: bool) -> dict[Any, Strength]:
    """Before and after each turn, of the organisation and of those that ended into it."""
    if not counted:
        return {}
    made: dict[Any, Strength] = {}
    for turn in found:
        eve = turn.day - timedelta(days=1)
        for one, strength in strengths_on([organisation, *turn.predecessors], as_of=eve).items():
            made[one, eve] = strength
        made[organisation, turn.day] = strengths_on([organisation], as_of=turn.day)[organisation]
    return made


def _lanes(found: Sequence[Turn], xs: dict[date, int], strengths: dict[Any, Strength]) -> list[Lane]:
    ended = [(turn.day, one) for turn in found for one in turn.predecessors]
    names = names_of(one for _day, one in ended[:LANES])
    made = []
    for place, (day, one) in enumerate(ended):
        if place == LANES - 1 and len(ended) > LANES:
            rest = len(ended) - place
            label = _("và {count} tổ chức khác").format(count=number(rest))
            made.append(Lane(None, label, TOP + place * ROW, 12, xs[day], "", None, day))
            break
        eve = day - timedelta(days=1)
        made.append(Lane(one, names[one], TOP + place * ROW, 12, xs[day], "", strengths.get((one, eve)), eve))
    return made


def _led(lane: Lane, middle: int) -> Lane:
    """A lane runs level, then bends into the line of the organisation."""
    bend = lane.x - 34
    path = f"M{lane.from_x} {lane.y}H{bend}C{bend + 18} {lane.y} {bend + 14} {middle} {lane.x} {middle}"
    return Lane(lane.subject, lane.name, lane.y, lane.from_x, lane.x, path, lane.strength, lane.last)


def _point(turn: Turn, x: int, middle: int, strengths: dict[Any, Strength], organisation: int) -> Point:
    eve = turn.day - timedelta(days=1)
    before = [strengths[one, eve] for one in (organisation, *turn.predecessors) if (one, eve) in strengths]
    total = Strength(
        *(sum(getattr(one, name) for one in before) for name in ("committees", "cells", "members"))
    )
    return Point(
        turn.day, x, middle, middle + 28, "start" if turn.predecessors else "middle", _lines(turn), eve,
        strengths.get((organisation, turn.day)), total if before and total.cells else None,
    )  # fmt: skip


def _lines(turn: Turn) -> list[str]:
    """What happened that day, in sentences."""
    said = [told(entry) for entry in turn.acts]
    if turn.predecessors:
        said.append(
            _("Kế thừa {count} tổ chức kết thúc hoạt động").format(count=number(len(turn.predecessors)))
        )
    if turn.joined:
        said.append(_("Tiếp nhận {count} tổ chức trực thuộc").format(count=number(turn.joined)))
    return said


def _told(found: Sequence[Turn], strengths: dict[Any, Strength]) -> str:
    """The picture in words, for whoever does not see it."""
    return ". ".join(f"{spoken(turn.day)}: {'; '.join(_lines(turn))}" for turn in found)
