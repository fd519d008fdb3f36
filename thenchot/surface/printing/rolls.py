"""Danh sách đảng viên and 7-HSĐV: from the roll of an organisation on a day, cell by cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from itertools import groupby

from django.utils.translation import gettext_lazy as _

from thenchot.access import personal
from thenchot.ledger.vietnamese import natural
from thenchot.reports.lists import contents, registers
from thenchot.reports.lists.heads import Issuer
from thenchot.reports.lists.members import Member
from thenchot.reports.lists.sheets import Sheet
from thenchot.rooms.membership.events import Standing
from thenchot.rooms.membership.rolls import roll_within
from thenchot.rooms.organisations.reading import within

from ..subjects import names_of
from . import gone, rows
from .files import sheet_file, volumes_file
from .orders import Files, Missing, NoPaper, Order, Prepared
from .volumes import MOST, Volume, volumes

ALL = 200_000  # members of one order: what a machine of an office has room for
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


@dataclass(frozen=True)
class _List:
    """Who stands in the list, in its order, each with a cell; of those who left, by which act."""

    order: Order
    issuer: Issuer
    tree: Mapping[int, int | None]
    cells: Mapping[int, int]
    persons: Sequence[int]
    left: Mapping[int, gone.Gone] = field(default_factory=dict)

    @property
    def present(self) -> Counter[int]:
        """Members of each cell who are still there."""
        return Counter(self.cells[one] for one in self.persons if one not in self.left)


def prepare(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """Either of the two papers; too long for one file, in volumes. NoPaper for more than a machine holds."""
    tree = within(order.organisation, as_of=order.day)
    cells = dict(roll_within(tree, as_of=order.day).cells)
    left = _left(order, cells) if order.paper == "register" else {}
    cells |= {person: one.cell for person, one in left.items()}
    if len(cells) > ALL:
        raise NoPaper("too_many")
    placed = _placed(tree, set(cells.values()), order, order.organisation)
    rank = {cell: place for place, cell in enumerate(sorted(placed, key=lambda one: _order(placed[one])))}
    persons = sorted(personal.in_order(cells, at), key=lambda one: rank[cells[one]])
    listed = _List(order, issuer, tree, cells, persons, left)
    known = rows.facts([one for one in persons if one not in left], on=order.day, tracks=rows.LACKED)
    missing = lacking(known)
    if order.paper == "register":
        missing.append(Missing(NOT_HELD))
    if len(persons) <= MOST[order.kind]:
        make = sheet_file(order, partial(_sheet, listed, persons, order.organisation, issuer.name))
        return Prepared(order, persons, make, missing, issuer.name)
    divided = volumes(order.organisation, tree, Counter(cells.values()), MOST[order.kind])
    make = volumes_file(order, partial(_sheets, listed, divided))
    return Prepared(order, persons, make, missing, issuer.name, volumes=len(divided))


def _left(order: Order, cells: Collection[int]) -> dict[int, gone.Gone]:
    """Who was on the roll in the span of the register and is in none of its cells any more."""
    kinds = (*gone.OUT, *gone.DIED, *gone.AWAY)
    found = gone.gone(order.organisation, order.first_day, order.day, kinds)
    return {one.person: one for one in found if one.person not in cells}


def _sheet(listed: _List, persons: Sequence[int], above: int, name: str, files: Files) -> Sheet:
    """One table of some of the persons; `above` is what need not be said over their cells."""
    order, issuer = listed.order, listed.issuer
    placed = _placed(listed.tree, {listed.cells[one] for one in persons}, order, above)
    where = {one: placed[listed.cells[one]] for one in persons}
    if order.paper == "register":
        members, made = _in_full(listed, where, files), registers.register
    else:
        members, made = _in_short(order, where, files), registers.roll
    return made(issuer.head, issuer.signer, members, on=order.day, name=name)


def _sheets(listed: _List, divided: Sequence[Volume], files: Files) -> Iterator[tuple[str, Sheet]]:
    """What is in which volume, then the volumes."""
    order, present = listed.order, listed.present
    called = names_of({one.organisation for one in divided}, as_of=order.day)
    divided = sorted(divided, key=lambda one: natural(called[one.organisation]))
    named = [called[one.organisation] for one in divided]
    counts = [sum(present[cell] for cell in one.cells) for one in divided]
    issuer = listed.issuer
    yield (
        "muc-luc",
        contents.contents(
            issuer.head, issuer.signer, list(zip(named, counts, strict=True)), on=order.day, name=issuer.name
        ),
    )
    of_cell = {cell: place for place, one in enumerate(divided) for cell in one.cells}
    persons: list[list[int]] = [[] for _one in divided]
    for one in listed.persons:
        persons[of_cell[listed.cells[one]]].append(one)
    for volume, name, some in zip(divided, named, persons, strict=True):
        yield name, _sheet(listed, some, volume.organisation, name, files)


def _in_short(order: Order, placed: Mapping[int, _Placed], files: Files) -> list[Member]:
    known = rows.facts(placed, on=order.day, tracks=SHORT)
    return [
        rows.member(
            fact, rows.naming(fact, files.get(one), on=order.day, numbers=False), cell=placed[one].cell,
            above=placed[one].above, listed=rows.listed(fact),
        )
        for one, fact in known.items()
    ]  # fmt: skip


def _in_full(listed: _List, placed: Mapping[int, _Placed], files: Files) -> list[Member]:
    """With what is counted of each, from where they came into the cell, and where who left has gone."""
    order = listed.order
    left = {one: listed.left[one] for one in placed if one in listed.left}
    known, came = rows.facts(placed, on=order.day), _came(placed, left, order.day)
    entries = gone.entries(one.seq for one in left.values())
    places = {before for _day, before in came.values()} | {gone.goes_to(one) for one in entries.values()}
    names = names_of({one for one in places if one}, as_of=order.day)
    found = []
    for one, fact in known.items():
        named = rows.naming(fact, files.get(one), on=order.day, numbers=order.numbers)
        on, before = came.get(one, (None, None))
        went = gone.said(left[one], entries[left[one].seq], names) if one in left else {}
        made = rows.member(
            fact, {**named, **rows.words(fact)}, cell=placed[one].cell, above=placed[one].above,
            listed=rows.listed(fact), came_on=on, came_from=names.get(before or 0, ""), **went,
        )  # fmt: skip
        found.append(made)
    return found


def _came(
    persons: Iterable[int], left: Mapping[int, gone.Gone], on: date
) -> dict[int, tuple[date, int | None]]:
    """Who came into the cell from elsewhere; of those who left, into the one they left."""
    found = rows.came([one for one in persons if one not in left], on=on)
    for until, some in groupby(sorted(left, key=lambda one: left[one].day), key=lambda one: left[one].day):
        found |= rows.came(some, on=until - timedelta(days=1))
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


def _placed(
    tree: Mapping[int, int | None], wanted: Collection[int], order: Order, top: int
) -> dict[int, _Placed]:
    """Cells by name; what is above them is said where it is not what the list is of."""
    above = {one: tree.get(one) for one in wanted}
    names = names_of({*wanted, *(one for one in above.values() if one)}, as_of=order.day)
    return {
        one: _Placed(names[one], names[over] if (over := above[one]) and over != top else "")
        for one in wanted
    }


def _order(where: _Placed) -> tuple[object, object]:
    return natural(where.above), natural(where.cell)
