"""What commands and pages say of closings alike: which one came before, which acts moved a figure."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.ledger import reading
from thenchot.ledger.entries import entry_from, moment
from thenchot.ledger.vietnamese import natural
from thenchot.sealed import store
from thenchot.sealed.labels import labels
from thenchot.sealed.randomness import System
from thenchot.snapshot.closing import actions, listing, words
from thenchot.snapshot.closing.lacking import Lacking, Lacks
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.movement import Changed
from thenchot.snapshot.closing.words import CHANGES

from .kinds import label_of
from .numbers import number
from .subjects import names_of
from .told import accounts
from .troubles import NOT_READ, Stop


@dataclass(frozen=True)
class Mover:
    """An act that changed a figure since: its paper, the day it counts from, when and by whom recorded."""

    seq: int
    what: str
    how: str
    paper: str | None
    signed_on: date | None
    day: date
    written_at: datetime
    who: str


def closed_before(one: Standing) -> Standing | None:
    """The last closing of the same organisation at an earlier place of the book."""
    earlier = [c for c in listing.closings(one.organisation) if c.closed and c.cut_off < one.cut_off]
    return earlier[-1] if earlier else None


LATE = (
    "SELECT root, kind, effective_on, organisation FROM ledger_entry WHERE written_at > %s AND seq <= %s"
    " AND effective_on BETWEEN %s AND %s AND does = 'record' ORDER BY seq"
)
ROOMS = ("organisations", "people", "membership", "offices")


def late_acts(one: Standing, after: datetime, within: Container[int]) -> list[tuple[int, str, date]]:
    """(root, kind, day) of what was recorded after a moment, of days in the period, and counted."""
    given = (moment(after), one.cut_off, one.period.first, one.period.data_to)
    return [
        (root, kind, date.fromisoformat(str(day)))
        for root, kind, day, place in reading.rows(LATE, given)
        if kind.partition(".")[0] in ROOMS and place in within
    ]


@dataclass(frozen=True)
class SentBack:
    """Why a closing was returned: the sentence, the code of a figure, an organisation by name."""

    sentence: str
    figure: str
    place: str


def sent_back(one: Standing) -> SentBack | None:
    """What the level above wrote; nothing where the closing was not returned."""
    if (back := one.returned) is None:
        return None
    place = names_of([back.concerns])[back.concerns] if back.concerns else ""
    return SentBack(labels([back.note]).get(back.note, "…"), (back.figure or "").upper(), place)


def send_back(
    desk: Desk, one: Standing, sentence: str, *, by: int, at: datetime, figure: str = "",
    concerns: int | None = None,
) -> Standing:  # fmt: skip
    """Trả lại: the sentence is sealed, then the step written. Stop, NotAllowed, Refused, NotAsPrepared."""
    if not sentence.strip():
        raise Stop(_("Trả lại cần một câu nói rõ chưa khớp ở đâu."), code=NOT_READ)
    desk.need(Action.RECEIVE_CLOSING, by=by, at=at, organisation=one.organisation)
    (note,) = store.put_notes([sentence.strip()], at=at, randomness=System())
    return actions.return_(
        desk, one.code, note=note, by=by, at=at, figure=figure.lower() or None, concerns=concerns
    )


def lacking_said(one: Standing) -> str:
    """What every page and print of a closing says that was closed without units; nothing for a whole one."""
    if (found := one.lacking) is None:
        return ""
    said = _("Chốt {short}. Chưa xác nhận số liệu: {names}.")
    return said.format(short=words.closed_without(found), names=", ".join(unit_names(found, one)))


def unit_names(found: Lacking, one: Standing) -> list[str]:
    """The units that are missing, by name as of the last day of the data."""
    return sorted(names_of(found.units, as_of=one.period.data_to).values(), key=natural)


def lacks_said(error: Lacks) -> str:
    """Why nothing was closed."""
    code, found = error.args
    said = ngettext(
        "{count} đơn vị chưa xác nhận số liệu: {names}. Đề nghị nhắc, hoặc chốt thiếu và in {short}.",
        "{count} đơn vị chưa xác nhận số liệu: {names}. Đề nghị nhắc, hoặc chốt thiếu và in {short}.",
        len(found.units),
    )
    return said.format(
        count=number(len(found.units)), names=", ".join(unit_names(found, listing.standing(code))),
        short=f"{found.answered}/{found.asked}",
    )  # fmt: skip


def movers(changed: Iterable[Changed]) -> list[Mover]:
    """The acts themselves, in the order of the book."""
    how = {one.seq: one.how for one in changed}
    wanted, entries = sorted(how), []
    for start in range(0, len(wanted), reading.AT_ONCE):
        condition, values = reading.among(wanted[start : start + reading.AT_ONCE])
        found = reading.rows(f"{reading.STORED} WHERE e.seq {condition}", values)
        entries += [entry_from(*row) for row in found]
    who = accounts(entry.by for entry in entries)
    return [
        Mover(
            e.seq, label_of(e.kind), str(CHANGES[how[e.seq]]), e.paper, e.signed_on, e.effective_on,
            e.written_at, who[e.by],
        )
        for e in sorted(entries, key=lambda e: e.seq)
    ]  # fmt: skip
