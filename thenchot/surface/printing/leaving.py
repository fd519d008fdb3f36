"""Sổ đảng viên đã ra khỏi Đảng, sổ từ trần: from the acts by which members left the cells."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from django.utils import translation

from thenchot.access import personal, scope
from thenchot.ledger.entries import Entry, entry_from
from thenchot.ledger.reading import AT_ONCE, STORED, among
from thenchot.ledger.reading import rows as ask
from thenchot.reports.lists import registers
from thenchot.reports.lists.heads import Issuer
from thenchot.reports.lists.members import Member, day
from thenchot.reports.lists.sheets import Sheet
from thenchot.rooms.membership.events import AdmissionCancelled, Died, Expelled, NameRemoved, Released

from ..kinds import label_of
from ..subjects import names_of
from . import rows
from .files import sheet_file
from .orders import Files, NoPaper, Order, Prepared
from .rolls import MOST, lacking

OUT = (NameRemoved.kind, Released.kind, Expelled.kind, AdmissionCancelled.kind)
LEFT = """SELECT p.subject, p.value, p.until, p.closed_by FROM ledger_period p
JOIN ledger_entry e ON e.seq = p.closed_by
WHERE p.track = 'cell' AND p.until > %s AND p.until <= %s AND e.kind IN ({})"""


class Gone(NamedTuple):
    """Who left which cell on which day, and by which entry."""

    person: int
    cell: int
    day: date
    seq: int


def prepare(order: Order, issuer: Issuer, at: datetime) -> Prepared:
    """Either register, from `order.since` to its day; cells that ended belong to where they went."""
    since = first_day(order)
    gone = _gone(order, since, (Died.kind,) if order.paper == "died" else OUT)
    persons = personal.in_order([one.person for one in gone], at)
    known = rows.facts(persons, on=order.day)
    last = {one.person: one for one in gone}
    entries = _entries([one.seq for one in last.values()])
    names = names_of({one.cell for one in last.values()}, as_of=order.day)

    def member(one: int, files: Files) -> Member:
        left = last[one]
        named = rows.naming(known[one], files.get(one), on=order.day, numbers=False)
        entry = entries[left.seq]
        return rows.member(
            known[one], named, cell=names[left.cell], left_on=left.day, left_how=_how(entry),
            left_paper=_paper(entry),
        )  # fmt: skip

    def sheet(files: Files) -> Sheet:
        made = registers.died if order.paper == "died" else registers.left
        members = [member(one, files) for one in persons]
        return made(issuer.head, issuer.signer, members, since=since, on=order.day, name=issuer.name)

    return Prepared(order, persons, sheet_file(order, sheet), lacking(known), issuer.name)


def first_day(order: Order) -> date:
    """From which day on; the first of the year where nothing is said."""
    return order.since or date(order.day.year, 1, 1)


def _gone(order: Order, since: date, kinds: tuple[str, ...]) -> list[Gone]:
    places = scope.organisations_within([order.organisation], order.day)
    values = [date.fromordinal(since.toordinal() - 1), order.day, *kinds]
    found = [Gone(*row) for row in ask(LEFT.format(", ".join(["%s"] * len(kinds))), values)]
    gone = [one._replace(cell=int(one.cell)) for one in found if int(one.cell) in places]
    if len(gone) > MOST:
        raise NoPaper("too_many")
    return sorted(gone, key=lambda one: (one.day, one.person))


def _entries(seqs: list[int]) -> dict[int, Entry]:
    found: dict[int, Entry] = {}
    for start in range(0, len(seqs), AT_ONCE):
        condition, values = among(seqs[start : start + AT_ONCE])
        for row in ask(f"{STORED} WHERE e.seq {condition}", values):
            entry = entry_from(*row)
            found[entry.seq] = entry
    return found


def _how(entry: Entry) -> str:
    with translation.override("vi"):
        return str(label_of(entry.kind))


def _paper(entry: Entry) -> str:
    return ", ".join(part for part in (entry.paper or "", day(entry.signed_on)) if part)
