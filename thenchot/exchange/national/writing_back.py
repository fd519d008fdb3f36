"""Ghi lại vào tệp: the office's own workbook with the book's values in the cells that differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from thenchot.files.sheets.bytes import Value
from thenchot.files.sheets.workbook import changed, sheets_of
from thenchot.files.zipped import part_of, with_parts
from thenchot.ledger.days import PartialDay, spoken
from thenchot.reports.member_list.columns import Sort

from .cells import in_shape
from .comparing import Compared, Difference, Verdict
from .listed import NationalFile
from .spelled import codes, label

NUMBERS = ("personal_number", "card_number")
CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*\br="([A-Z]+\d+)"[^>]*>')
STYLE = re.compile(rb'\ss="(\d+)"')


@dataclass(frozen=True)
class Change:
    """One cell: whose, which column, where, what stood there and what will; the entry it rests on."""

    person: int
    number: int  # the row
    column: str
    place: str
    before: Any
    after: Any
    since: int
    written: Value


def changes(
    found: NationalFile, results: Iterable[Compared], named: Callable[[int], str | None]
) -> Iterator[Change]:
    """The cells that will change, row by row. `named`: how the file calls an organisation, nothing for none.

    A cell is emptied only where the book says that there is nothing: the day somebody left who is here again.
    """
    spelled = _organisations(found)
    for one in results:
        if one.person is None or one.verdict not in (Verdict.DIFFERS, Verdict.UNREAD):
            continue
        for difference in one.differences:
            value = _written(found, one.line.shapes, difference, spelled, named)
            if value is None and difference.column != "left_on":
                continue
            place = found.place(one.line.number, difference.column)
            yield Change(
                one.person, one.line.number, difference.column, place,
                difference.theirs, difference.ours, difference.since, value,
            )  # fmt: skip


def written_back(data: bytes, found: NationalFile, chosen: Iterable[Change]) -> bytes:
    """The workbook that came, with these cells changed; the same bytes for no change.

    A day in a cell that was empty looks like the other days of its column. Unwritable, Refused.
    """
    wanted = list(chosen)
    result = changed(data, {(found.sheet, one.place): one.written for one in wanted})
    days = [one.place for one in wanted if isinstance(one.written, date) and one.before is None]
    return _like_their_columns(data, result, found, days) if days else result


def _written(
    found: NationalFile,
    shapes: Mapping[str, str],
    difference: Difference,
    spelled: Mapping[int, str],
    named: Callable[[int], str | None],
) -> Value:
    value, column = difference.ours, found.column(difference.column)
    if value is None:
        return None
    if column.name == "organisation":
        return spelled.get(value) or named(value)
    if column.sort is Sort.DAY:
        return _day(value, shapes.get(column.name) or found.shapes[column.name])
    if codes(column.name, column.sort):
        own = found.spellings.get(column.name, {})
        return own.get(str(value)) or label(column.name, column.sort, str(value))
    return str(value)


def _day(value: date, shape: str) -> Value:
    if isinstance(value, PartialDay):
        return spoken(value)
    return value if shape == "day" else in_shape(value, shape)


def _organisations(found: NationalFile) -> dict[int, str]:
    """How the file itself calls the organisations it names."""
    return {int(one): text for one, text in found.spellings.get("organisation", {}).items()}


def _like_their_columns(data: bytes, result: bytes, found: NationalFile, places: list[str]) -> bytes:
    """Cells that were empty before take the style of the first day of their column."""
    part = next(one.part for one in sheets_of(data) if one.name == found.sheet)
    xml, before = part_of(result, part), part_of(data, part)
    rows = [line.number for line in found.lines]
    styles = {
        letters: _style_of_days(before, letters, min(rows), max(rows)) for letters in map(_letters, places)
    }
    wanted = {place.encode(): style for place in places if (style := styles[_letters(place)]) is not None}
    anew = CELL.sub(lambda tag: _styled(tag[0], wanted[tag[1]]) if tag[1] in wanted else tag[0], xml)
    return with_parts(result, {part: anew}) if anew != xml else result


def _letters(place: str) -> str:
    return place.rstrip("0123456789")


def _style_of_days(xml: bytes, letters: str, first: int, last: int) -> bytes | None:
    """The style of the first cell of the column, between two rows, that holds a number."""
    cells = rb'<(?:\w+:)?c\b[^>]*\br="' + letters.encode() + rb'(\d+)"[^>]*>\s*<(?:\w+:)?v'
    for cell in re.finditer(cells, xml):
        if first <= int(cell[1]) <= last and not re.search(rb'\bt="(?!n")', cell[0]):
            style = STYLE.search(cell[0])
            return style[1] if style else None
    return None


def _styled(tag: bytes, style: bytes) -> bytes:
    """The tag of a cell with another style."""
    if own := STYLE.search(tag):
        return tag.replace(own[0], b' s="' + style + b'"')
    return re.sub(rb'(\br="[A-Z]+\d+")', lambda place: place[1] + b' s="' + style + b'"', tag, count=1)
