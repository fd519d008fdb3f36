"""One binding for a whole line of a form: organisations row by row, column by column, or in their order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from thenchot.files.sheets.cells import Sheet, place_of
from thenchot.files.sheets.workbook import split

from .binding import Bound, Title, Whose
from .labels import column_texts, row_texts
from .organisations import matched

NAMES, ORDER, SAME = "ten", "thu-tu", "nhu-nhau"
MOST = 2_000


class NotSpread(ValueError):
    """The line cannot be bound so; the message says why."""


@dataclass(frozen=True)
class Spread:
    """The cells bound, and the lines whose words name no organisation: those stay as they were."""

    cells: list[Bound]
    unknown: list[str]


def spread(sheet: Sheet, bound: Bound, how: str, until: str, names: Mapping[int, str]) -> Spread:
    """The cells from the bound one to `until` in its row or column. NotSpread.

    `ten`: each of the organisation that its row (or column) names; `thu-tu`: of the organisations directly
    below, one after the other, their names written beside; `nhu-nhau`: all of the same.
    """
    if not how or not until.strip():
        return Spread([bound], [])
    places = list(line(bound.cell, until.strip().upper()))
    if how == SAME:
        return Spread([replace(bound, cell=place_of(*one)) for one in places], [])
    if bound.title is not None:
        raise NotSpread(_("Dòng tiêu đề chỉ nối từng ô."))
    if how == ORDER:
        return Spread(list(_in_order(sheet, bound, places)), [])
    if how == NAMES:
        return _by_name(sheet, bound, places, names)
    raise NotSpread(_("Chưa rõ cách lấp."))


def line(first: str, last: str) -> Iterator[tuple[int, int]]:
    """The places between two cells of one row or column. NotSpread."""
    one, other = split(first), split(last)
    if one is None or other is None:
        raise NotSpread(_("Ô cuối ghi như trên Excel, ví dụ C30."))
    (top, left), (bottom, right) = one, other
    if (top != bottom and left != right) or bottom < top or right < left:
        raise NotSpread(_("Ô cuối phải ở cùng cột, phía dưới, hoặc cùng dòng, phía phải."))
    if bottom - top + right - left >= MOST:
        raise NotSpread(_("Dòng hoặc cột quá dài. Đề nghị chia thành nhiều đoạn."))
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def _in_order(sheet: Sheet, bound: Bound, places: list[tuple[int, int]]) -> Iterator[Bound]:
    down = len({column for _row, column in places}) == 1
    for number, (row, column) in enumerate(places, max(bound.child, 1)):
        yield replace(bound, cell=place_of(row, column), whose=Whose.CHILD, organisation=0, child=number)
        if down and (beside := _blank_beside(sheet, row, column)) is not None:
            yield Bound(sheet.name, beside, title=Title.CHILD, whose=Whose.CHILD, child=number)


def _blank_beside(sheet: Sheet, row: int, column: int) -> str | None:
    """The cell for the organisation's name: the widest empty one to the left that has a form."""
    empty = [
        place
        for place in range(column)
        if (row, place) in sheet.cells and sheet.cells[row, place].value is None
        and (row, place) not in sheet.formulas and (row, place) not in sheet.covered
    ]  # fmt: skip
    if not empty:
        return None
    return place_of(row, max(empty, key=lambda place: (sheet.widths.get(place, 8.43), -place)))


def _by_name(sheet: Sheet, bound: Bound, places: list[tuple[int, int]], names: Mapping[int, str]) -> Spread:
    down = len({column for _row, column in places}) == 1 and len(places) > 1
    unknown: list[str] = []
    found: list[Bound] = []
    for row, column in places:
        texts = row_texts(sheet, row, column) if down else column_texts(sheet, row, column)
        one = next((one for text in texts if (one := matched(text, names)) is not None), None)
        if one is None:
            unknown.append(texts[0] if texts else place_of(row, column))
        else:
            cell = place_of(row, column)
            found.append(replace(bound, cell=cell, whose=Whose.ONE, organisation=one, child=0))
    if unknown and not found:
        said = ", ".join(unknown[:3])
        raise NotSpread(_("Không nhận ra tổ chức nào theo tên: {names}.").format(names=said))
    return Spread(found, unknown)
