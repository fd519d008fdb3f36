"""Danh sách đề nghị tặng Huy hiệu Đảng: who reaches the years of a badge by a day of award."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from thenchot.access import personal
from thenchot.law.world import law_in_book, shipped_holidays
from thenchot.reports.lists import badges
from thenchot.reports.lists.badges import Proposed
from thenchot.reports.lists.heads import Issuer
from thenchot.reports.lists.sheets import Sheet
from thenchot.rooms.due import Clocks, Subtree
from thenchot.rooms.membership.deadlines import next_wave
from thenchot.rooms.membership.due import badges as due_badges
from thenchot.rooms.membership.roster import Roster

from ..subjects import names_of
from . import rows
from .files import sheet_file
from .orders import Files, Missing, NoPaper, Order, Prepared
from .rolls import lacking
from .volumes import MOST

HOME = _("quê quán (sổ không giữ; cột để trống)")


def prepare(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """The list of the next đợt, or of the one whose day is `order.since`."""
    wave = wave_of(order)
    clocks = Clocks(order.day, law_in_book(), shipped_holidays())
    within = Subtree(order.organisation, order.day)
    due = {one.subject: one for one in due_badges(Roster(within), clocks, wave)}
    if len(due) > MOST[order.kind]:
        raise NoPaper("too_many")
    persons = personal.in_order(due, at)
    known = rows.facts(persons, on=order.day)
    names = names_of({one.organisation for one in due.values()}, as_of=order.day)

    def proposed(one: int, files: Files) -> Proposed:
        fact, said = known[one], due[one]
        named = rows.naming(fact, files.get(one), on=order.day, numbers=order.numbers)
        made = rows.member(fact, {**named, **rows.words(fact)}, cell=names[said.organisation])
        return Proposed(said.facts["years"], said.facts["full"], made)

    def sheet(files: Files) -> Sheet:
        listed = [proposed(one, files) for one in persons]
        return badges.badges(issuer.head, issuer.signer, listed, wave=wave, name=issuer.name)

    missing = [*lacking(known), Missing(HOME)]
    return Prepared(order, persons, sheet_file(order, sheet), missing, issuer.name)


def wave_of(order: Order) -> date:
    """The day of award asked for, or the next one the law names; the paper's own day where it names none."""
    return order.since or next_wave(law_in_book(), order.day) or order.day
