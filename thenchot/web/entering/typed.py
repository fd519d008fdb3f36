"""What was typed into boxes as text, and text as the values of an act; a value back into boxes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thenchot.exchange.cells import DoesNotFit
from thenchot.ledger.days import PartialDay, iso
from thenchot.ledger.kinds import NOTE, Act
from thenchot.ledger.vietnamese import clean
from thenchot.surface import filling
from thenchot.surface.book import sort_of
from thenchot.surface.filling import MISSING, Filled, Wrong
from thenchot.surface.told import naming

from .fields import CHOSEN, MONTH_OF, PARTIAL, Box

DAY_PART, MONTH_PART, YEAR_PART = ".ngay", ".thang", ".nam"
SEARCHED = ".tim"  # beside a choice: the words it is searched by
NOT_CHOSEN = "not_found"
# 63-bit ids have at most so many digits.
LONGEST_ID = 19


def text(box: Box, said: Mapping[str, str]) -> str:
    """One text for a box; the three parts of a partial day joined as people write it."""
    if box.sort not in (PARTIAL, MONTH_OF):
        return clean(said.get(box.name, ""))
    parts = [clean(said.get(box.name + part, "")) for part in (DAY_PART, MONTH_PART, YEAR_PART)]
    day, month, year = parts
    if day and not month:  # a day of no month is no day, whatever the year
        return f"{day}/?/{year}"
    return "/".join(part for part in parts if part)


def read(boxes: list[Box], said: Mapping[str, str]) -> Filled:
    """The values by field and what does not fit; empty boxes are left out."""
    filled = Filled()
    for box in boxes:
        given = text(box, said)
        if not given:
            if box.required:
                searched = bool(clean(said.get(box.name + SEARCHED, "")))
                filled.wrong.append(Wrong(box.column, NOT_CHOSEN if searched else MISSING))
            continue
        try:
            filled.values[box.name] = _value(box, given)
        except DoesNotFit as no:
            filled.wrong.append(Wrong(box.column, no.code))
    return filled


def _value(box: Box, given: str) -> Any:
    return _chosen(box, given) if box.sort == CHOSEN else filling.value(box.column, given)


def _chosen(box: Box, given: str) -> int:
    """An id from a list of ours; whether the account may touch it is asked when it is written."""
    if not (given.isascii() and given.isdigit() and len(given) <= LONGEST_ID):
        raise DoesNotFit(NOT_CHOSEN)
    if sort_of(int(given)) not in ({box.subject} if box.subject else SEATS):
        raise DoesNotFit(NOT_CHOSEN)
    return int(given)


SEATS = {"organisation", "place", "body"}


def said_by(act: Act, boxes: list[Box]) -> dict[str, str]:
    """What the boxes would hold had this act been typed."""
    notes = {one.name for one in act.fields() if one.type is NOTE}
    found: dict[str, str] = {}
    for box in boxes:
        value = getattr(act, box.name, None)
        if value is not None:
            found |= filled(box, naming(int(value)) if box.name in notes else value)
    return found


def filled(box: Box, value: Any) -> dict[str, str]:
    """One value in its box or boxes."""
    if isinstance(value, bool):
        return {box.name: "yes" if value else "no"}
    if not hasattr(value, "year"):
        return {box.name: str(value)}
    if box.sort not in (PARTIAL, MONTH_OF):
        return {box.name: iso(value)}
    parts = dict(zip((YEAR_PART, MONTH_PART, DAY_PART), iso(value).split("-"), strict=False))
    return {box.name + part: number for part, number in parts.items()}


def whole_days(boxes: list[Box], act: Act) -> list[Box]:
    """Boxes that take a day of this act which is known only by month or year get three parts."""
    for box in boxes:
        if isinstance(getattr(act, box.name, None), PartialDay) and box.sort == "day":
            box.sort = PARTIAL
    return boxes
