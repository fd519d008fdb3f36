"""Units that have not closed the same period, or not answered the letter that asks for its figures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.ledger.vietnamese import natural
from thenchot.rooms.documents.lacking import letters
from thenchot.rooms.membership.strengths import tree
from thenchot.rooms.organisations.reading import CELLS
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.lacking import asked_of
from thenchot.snapshot.closing.listing import Standing
from thenchot.surface.closings import unit_names
from thenchot.surface.numbers import number
from thenchot.surface.subjects import names_of

from ..here import Here
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


@dataclass(frozen=True)
class Unconfirmed:
    """The units that letters ask and that have not confirmed."""

    text: str
    short: str
    units: tuple[int, ...]
    boards: list[str]  # where the office that keeps the letters reminds of them


def confirmed(one: Standing, today: date) -> list[Check]:
    """That all units asked by letter have confirmed; nothing where no letter asks, or some have not."""
    found = asked_of(one.organisation, one.period, today)
    if found is None or found.units:
        return []
    given = {"done": number(found.answered), "all": number(found.asked)}
    return [Check(True, _("{done}/{all} đơn vị đã xác nhận số liệu").format(**given))]


def unconfirmed(here: Here, one: Standing) -> Unconfirmed | None:
    """*2 chi bộ chưa xác nhận số liệu*, before the period is closed; nothing where no letter asks."""
    found = asked_of(one.organisation, one.period, here.today)
    if found is None or not found.units:
        return None
    text = ngettext(
        "{count} đơn vị chưa xác nhận số liệu: {names}",
        "{count} đơn vị chưa xác nhận số liệu: {names}",
        len(found.units),
    ).format(count=number(len(found.units)), names=", ".join(unit_names(found, one)))
    return Unconfirmed(text, f"{found.answered}/{found.asked}", found.units, _boards(here, one))


def _boards(here: Here, one: Standing) -> list[str]:
    """Where the office that keeps the letters reminds of them and prints the slip."""
    if here.home != one.organisation or not here.can(Action.RECORD_DEADLINE, organisation=here.home):
        return []
    waiting = [each for each in letters(one.organisation, one.period, here.today) if each.waiting]
    return [
        reverse("tasks:board", kwargs={"deadline": each.deadline})
        + (f"?thang={each.month}" if each.month else "")
        for each in waiting
    ]


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
