"""Phiếu nhận xét nơi cư trú (213): members who work here, or who live here, by the cell of the residence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from thenchot.access import personal
from thenchot.ledger.reading import ON_DAY, WHO_WHERE, among
from thenchot.ledger.reading import rows as ask
from thenchot.ledger.vietnamese import natural
from thenchot.reports.lists import residence
from thenchot.reports.lists.forms import Page
from thenchot.reports.lists.heads import Issuer
from thenchot.reports.lists.members import Member
from thenchot.rooms.membership.rolls import roll_within
from thenchot.rooms.organisations.events import Sector
from thenchot.rooms.organisations.reading import within

from ..subjects import names_of
from . import rows
from .files import pages_file
from .orders import Files, Missing, NoPaper, Order, Prepared

# Cells whose members keep contact with a cell at home (213-QĐ/TW, point 1).
AT_WORK = (Sector.AGENCY, Sector.PUBLIC_UNIT, Sector.STATE_ENTERPRISE, Sector.ARMED_FORCES)
LIVES = f"""SELECT subject, value FROM ledger_period WHERE {WHO_WHERE} AND track = 'residence'
AND value {{}} AND {ON_DAY}"""
SECTORS = "SELECT subject FROM ledger_period WHERE track = 'sector' AND value {} AND {} AND subject {}"
MOST = 2_000  # pages of one file
UNLINKED = _("chi bộ nơi cư trú của đảng viên công tác (chưa ghi giới thiệu về nơi cư trú)")
ADDRESS = _("nơi cư trú (địa chỉ nằm trong hồ sơ niêm phong; để trống, ghi tay)")


def prepare(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """`residence`: of the members of this organisation; `residence_home`: of those who live here."""
    tree = within(order.organisation, as_of=order.day)
    if order.paper == "residence_home":
        condition, values = among([str(one) for one in tree] or [""])
        persons = [one for one, _cell in ask(LIVES.format(condition), [*values, order.day, order.day])]
        missing = []
    else:
        cells = roll_within(tree, as_of=order.day).cells
        known = rows.facts(cells, on=order.day)
        persons = [one for one, fact in known.items() if fact.place("residence")]
        missing = _unlinked(order, cells, known)
    if len(persons) > MOST:
        raise NoPaper("too_many")
    if not persons:
        raise NoPaper("empty")
    facts = rows.facts(persons, on=order.day)
    places = {
        place for one in facts.values() for place in (one.place("residence"), one.place("cell")) if place
    }
    names = names_of(places, as_of=order.day)
    ordered = sorted(
        personal.in_order(persons, at),
        key=lambda one: natural(names.get(facts[one].place("residence") or 0, "")),
    )

    def member(one: int, files: Files) -> Member:
        fact = facts[one]
        named = rows.naming(fact, files.get(one), on=order.day, numbers=False)
        return rows.member(
            fact, named, cell=names.get(fact.place("cell") or 0, ""),
            residence=names.get(fact.place("residence") or 0, ""),
        )  # fmt: skip

    def pages(files: Files) -> list[Page]:
        return residence.slips(issuer.head, [member(one, files) for one in ordered], year=order.day.year)

    missing = [*missing, Missing(ADDRESS)]
    return Prepared(order, ordered, pages_file(TITLE, pages), missing, issuer.name)


TITLE = "213-QD/TW"


def _unlinked(order: Order, cells: Mapping[int, int], known: Mapping[int, rows.Facts]) -> list[Missing]:
    """Members of cells at work without a cell at home."""
    condition, values = among([str(one) for one in AT_WORK])
    these, ids = among(sorted(set(cells.values())) or [0])
    asked = SECTORS.format(condition, ON_DAY, these)
    work = {one for (one,) in ask(asked, [*values, order.day, order.day, *ids])}
    found = [one for one, cell in cells.items() if cell in work and not known[one].place("residence")]
    return [Missing(UNLINKED, found)] if found else []
