"""Danh sách đảng viên and 7-HSĐV: from the roll of an organisation on a day, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from thenchot.access import personal
from thenchot.ledger.vietnamese import natural
from thenchot.reports.lists import registers
from thenchot.reports.lists.heads import Issuer
from thenchot.reports.lists.members import Member
from thenchot.reports.lists.sheets import Sheet
from thenchot.rooms.membership.events import Standing
from thenchot.rooms.membership.rolls import roll_within
from thenchot.rooms.organisations.reading import within

from ..subjects import names_of
from . import rows
from .files import sheet_file
from .orders import Files, Missing, NoPaper, Order, Prepared

# More than this stand in one file of no office: Word opens it slowly; print the organisations below instead.
MOST = 10_000
SHORT = (*rows.LACKED, "exempt", "temporary")  # all a list says beside the name
OFFICIAL, JOINED, BIRTH = _("ngày chính thức"), _("ngày vào Đảng"), _("năm sinh")
NOT_HELD = _(
    "quê quán, ngoại ngữ, nghề nghiệp trước khi vào Đảng, số lý lịch, quân đội, công an (sổ không"
    " giữ; cột để trống)"
)


@dataclass(frozen=True)
class _Placed:
    """Where a member stands in the list: the cell, and what it hangs under where that says more."""

    cell: str
    above: str


def prepare(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """Either of the two papers. NoPaper for more members than a file holds."""
    tree = within(order.organisation, as_of=order.day)
    cells = roll_within(tree, as_of=order.day).cells
    if len(cells) > MOST:
        raise NoPaper("too_many")
    placed = _placed(order, tree, cells)
    rank = {cell: place for place, cell in enumerate(sorted(placed, key=lambda one: _order(placed[one])))}
    persons = sorted(personal.in_order(cells, at), key=lambda one: rank[cells[one]])
    missing = lacking(rows.facts(persons, on=order.day, tracks=rows.LACKED))
    if order.paper == "register":
        missing.append(Missing(NOT_HELD))

    def sheet(files: Files) -> Sheet:
        where = {one: placed[cells[one]] for one in persons}
        if order.paper == "register":
            members, made = _in_full(order, where, files), registers.register
        else:
            members, made = _in_short(order, where, files), registers.roll
        return made(issuer.head, issuer.signer, members, on=order.day, name=issuer.name)

    return Prepared(order, persons, sheet_file(order, sheet), missing, issuer.name)


def _in_short(order: Order, placed: Mapping[int, _Placed], files: Files) -> list[Member]:
    known = rows.facts(placed, on=order.day, tracks=SHORT)
    return [
        rows.member(
            fact, rows.naming(fact, files.get(one), on=order.day, numbers=False), cell=placed[one].cell,
            above=placed[one].above, listed=rows.listed(fact),
        )
        for one, fact in known.items()
    ]  # fmt: skip


def _in_full(order: Order, placed: Mapping[int, _Placed], files: Files) -> list[Member]:
    """With what is counted of each, and from where they came into the cell."""
    known, came = rows.facts(placed, on=order.day), rows.came(placed, on=order.day)
    names = names_of({before for _day, before in came.values() if before}, as_of=order.day)
    found = []
    for one, fact in known.items():
        named = rows.naming(fact, files.get(one), on=order.day, numbers=order.numbers)
        on, before = came.get(one, (None, None))
        made = rows.member(
            fact, {**named, **rows.words(fact)}, cell=placed[one].cell, above=placed[one].above,
            listed=rows.listed(fact), came_on=on, came_from=names.get(before or 0, ""),
        )  # fmt: skip
        found.append(made)
    return found


def lacking(known: Mapping[int, rows.Facts]) -> list[Missing]:
    """Days that a member should have and the book has not."""
    full = [one for one in known.values() if one.held.get("standing") == Standing.FULL]
    found = [
        Missing(OFFICIAL, [one.person for one in full if one.day("official") is None]),
        Missing(JOINED, [one.person for one in known.values() if one.day("joined") is None]),
        Missing(BIRTH, [one.person for one in known.values() if not one.year]),
    ]
    return [one for one in found if one.persons]


def _placed(order: Order, tree: Mapping[int, int | None], cells: Mapping[int, int]) -> dict[int, _Placed]:
    wanted = set(cells.values())
    above = {one: tree.get(one) for one in wanted}
    names = names_of(wanted | {one for one in above.values() if one}, as_of=order.day)
    return {
        one: _Placed(names[one], names[over] if (over := above[one]) and over != order.organisation else "")
        for one in wanted
    }


def _order(where: _Placed) -> tuple[object, object]:
    return natural(where.above), natural(where.cell)
