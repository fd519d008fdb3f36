"""Units that have not closed the same period, or not answered the letter that asks for its figures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.ledger.vietnamese import natural
from thenchot.rooms.documents.reading import deadlines
from thenchot.rooms.documents.rounds import Deadline
from thenchot.rooms.membership.strengths import tree
from thenchot.rooms.organisations.reading import CELLS
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.listing import Standing
from thenchot.surface.numbers import number
from thenchot.surface.subjects import names_of

from .said import Check

MOST = 8


def not_closed(one: Standing) -> list[Check]:
    """Of the organisations directly below that close figures; nothing where none of them ever did."""
    below = _closing_units(one)
    found = listing.closings_of(below)
    done = {each.organisation for each in found if each.closed and _same(each, one)}
    if not found:
        return []
    waiting = [unit for unit in below if unit not in done]
    given = {"done": number(len(done)), "all": number(len(below))}
    if not waiting:
        return [Check(True, _("{done}/{all} đơn vị trực thuộc đã chốt kỳ này").format(**given))]
    text = _("{done}/{all} đơn vị trực thuộc đã chốt kỳ này; còn thiếu:").format(**given)
    return [Check(False, text, _named(waiting, one.period.data_to))]


def letters(one: Standing, today: date) -> list[Check]:
    """Of every letter that asks for figures up to the same day."""
    asked = [
        each
        for each in deadlines(one.organisation, as_of=today)
        if each.kept_by == one.organisation and each.data_to == one.period.data_to and each.asked
    ]
    return [_letter(each, one) for each in asked]


def _letter(each: Deadline, one: Standing) -> Check:
    waiting = list(each.waiting)
    given = {"done": number(len(each.asked) - len(waiting)), "all": number(len(each.asked))}
    address = reverse("tasks:board", kwargs={"deadline": each.deadline})
    address += f"?thang={each.month}" if each.month else ""
    if not waiting:
        return Check(True, _("{done}/{all} đơn vị đã xác nhận số liệu").format(**given), address=address)
    text = _("{done}/{all} đơn vị đã xác nhận số liệu; chưa xác nhận:").format(**given)
    return Check(False, text, _named(waiting, one.period.data_to), address)


def _closing_units(one: Standing) -> list[int]:
    standing = tree(as_of=one.period.data_to)
    below = standing.children.get(one.organisation, ())
    return [unit for unit in below if standing.types[unit] not in CELLS]


def _named(units: Iterable[int], day: date) -> list[tuple[str, str]]:
    names = names_of(units, as_of=day)
    said = [(name, "") for name in sorted(names.values(), key=natural)]
    if len(said) > MOST:
        rest = _("và {count} đơn vị khác").format(count=number(len(said) - MOST))
        return [*said[:MOST], (rest, "")]
    return said


def _same(each: Standing, one: Standing) -> bool:
    a, b = each.period, one.period
    return (a.kind, a.first, a.last) == (b.kind, b.first, b.last)
