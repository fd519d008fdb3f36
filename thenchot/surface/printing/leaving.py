"""Sổ đảng viên đã ra khỏi Đảng, sổ từ trần: from the acts by which members left the cells."""

from __future__ import annotations

from datetime import datetime

from thenchot.access import personal
from thenchot.reports.lists import registers
from thenchot.reports.lists.heads import Issuer
from thenchot.reports.lists.members import Member
from thenchot.reports.lists.sheets import Sheet

from ..subjects import names_of
from . import gone, rows
from .files import sheet_file
from .orders import Files, NoPaper, Order, Prepared
from .rolls import lacking
from .volumes import MOST


def prepare(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """Either register, from `order.since` to its day. NoPaper for more than a file holds."""
    since = order.first_day
    left = gone.gone(order.organisation, since, order.day, gone.DIED if order.paper == "died" else gone.OUT)
    if len(left) > MOST[order.kind]:
        raise NoPaper("too_many")
    persons = personal.in_order([one.person for one in left], at)
    known = rows.facts(persons, on=order.day)
    last = {one.person: one for one in left}
    entries = gone.entries(one.seq for one in last.values())
    names = names_of({one.cell for one in last.values()}, as_of=order.day)

    def member(one: int, files: Files) -> Member:
        went = last[one]
        named = rows.naming(known[one], files.get(one), on=order.day, numbers=False)
        entry = entries[went.seq]
        return rows.member(
            known[one], named, cell=names[went.cell], left_on=went.day, left_how=gone.how(entry),
            left_paper=gone.paper(entry),
        )  # fmt: skip

    def sheet(files: Files) -> Sheet:
        made = registers.died if order.paper == "died" else registers.left
        members = [member(one, files) for one in persons]
        return made(issuer.head, issuer.signer, members, since=since, on=order.day, name=issuer.name)

    return Prepared(order, persons, sheet_file(order, sheet), lacking(known), issuer.name)
