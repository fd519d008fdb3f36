"""Who left the cells of an organisation in a span of days, to where, and by which act."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.utils import translation

from thenchot.access import scope
from thenchot.ledger.entries import Entry, entry_from
from thenchot.ledger.reading import AT_ONCE, STORED, among
from thenchot.ledger.reading import rows as ask
from thenchot.reports.lists.members import day
from thenchot.rooms.membership.events import (
    AdmissionCancelled,
    Died,
    Expelled,
    Moved,
    NameRemoved,
    Released,
    Sent,
    TransferredOut,
)
from thenchot.rooms.membership.words import CODES

from ..kinds import label_of

OUT = (NameRemoved.kind, Released.kind, Expelled.kind, AdmissionCancelled.kind)
DIED, AWAY = (Died.kind,), (Moved.kind, Sent.kind, TransferredOut.kind)
LEFT = """SELECT p.subject, p.value, p.until, p.closed_by FROM ledger_period p
JOIN ledger_entry e ON e.seq = p.closed_by
WHERE p.track = 'cell' AND p.until > %s AND p.until <= %s AND e.kind IN ({})"""


class Gone(NamedTuple):
    """Who left which cell on which day, and by which entry."""

    person: int
    cell: int
    day: date
    seq: int


def gone(organisation: int, since: date, upto: date, kinds: Collection[str]) -> list[Gone]:
    """From the first day to the last, by day; cells that ended belong to where they went."""
    places = scope.organisations_within([organisation], upto)
    values = [date.fromordinal(since.toordinal() - 1), upto, *kinds]
    found = [Gone(*row) for row in ask(LEFT.format(", ".join(["%s"] * len(kinds))), values)]
    here = [one._replace(cell=int(one.cell)) for one in found if int(one.cell) in places]
    return sorted(here, key=lambda one: (one.day, one.person))


def entries(seqs: Iterable[int]) -> dict[int, Entry]:
    """The acts by which they left."""
    wanted, found = list(dict.fromkeys(seqs)), dict[int, Entry]()
    for start in range(0, len(wanted), AT_ONCE):
        condition, values = among(wanted[start : start + AT_ONCE])
        for row in ask(f"{STORED} WHERE e.seq {condition}", values):
            entry = entry_from(*row)
            found[entry.seq] = entry
    return found


def how(entry: Entry) -> str:
    """By what kind of act, as papers say it."""
    with translation.override("vi"):
        return str(label_of(entry.kind))


def paper(entry: Entry) -> str:
    """Number and day of its decision."""
    return ", ".join(part for part in (entry.paper or "", day(entry.signed_on)) if part)


def goes_to(entry: Entry) -> int | None:
    """The organisation of this book somebody went to."""
    act = entry.act
    return act.cell if isinstance(act, Moved) else act.to if isinstance(act, Sent) else None


def elsewhere(entry: Entry) -> str:
    """Where somebody went to outside this book."""
    if not isinstance(entry.act, TransferredOut):
        return ""
    with translation.override("vi"):
        return str(CODES[type(entry.act.destination)][entry.act.destination])


def said(left: Gone, entry: Entry, names: Mapping[int, str]) -> dict[str, Any]:
    """In which of the register's three columns somebody who left stands, and what it says."""
    base = {"left_on": left.day, "left_paper": paper(entry)}
    if entry.kind in AWAY:
        return {**base, "left_to": names.get(goes_to(entry) or 0, "") or elsewhere(entry)}
    return {**base, "died": True} if entry.kind in DIED else {**base, "left_how": how(entry)}
