"""How a paper leaves the house: the right, the second person, the line of the log, then the bytes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.utils.translation import gettext as _

from thenchot.access import log, personal, scope
from thenchot.access.accounts import Account
from thenchot.access.actions import RIGHTS, Action
from thenchot.access.desk import Desk, NotAllowed
from thenchot.access.judging import today
from thenchot.access.log import Door, Reason
from thenchot.access.requests import Request
from thenchot.access.rights import Decision, Reach
from thenchot.law.recording import VIET_NAM
from thenchot.ledger.days import spoken
from thenchot.ledger.events import Mode
from thenchot.reports.lists.sheets import Stamp
from thenchot.sealed.persons import PersonFile

from ..subjects import names_of
from . import releases
from .orders import EXCEL, Order, Prepared
from .papers import PAPERS, prepare
from .registered import EXECUTOR
from .releases import Release

MANY = 500  # persons, above which a second person confirms (security 4.3.3)


class NotAsConfirmed(Exception):
    """The list has changed since the second person confirmed it; or nobody has, or it is too long ago."""


@dataclass(frozen=True)
class Issued:
    """A file on its way out: its name, its bytes, the serial printed in it."""

    name: str
    content: bytes
    serial: str


def decide(prepared: Prepared, reach: Reach) -> Decision:
    """Whether this account may make the paper now, only with a second person, or not at all."""
    order, paper = prepared.order, PAPERS[prepared.order.paper]
    places = [order.organisation]
    if order.person is not None:
        places = reach.places_of(order.person, RIGHTS[Action.EXPORT]) or places
    if paper.summary:
        seen = reach.among(Action.SEE_PERSON, places)
        if not seen.yes:
            return seen
    return reach.among(asks(prepared), places)


def asks(prepared: Prepared) -> Action:
    """Which right it takes: numbers before many before few."""
    if prepared.order.numbers:
        return Action.EXPORT_NUMBERS
    if len(prepared.persons) > MANY:
        return Action.EXPORT_MANY
    return PAPERS[prepared.order.paper].needs


def request(prepared: Prepared, desk: Desk, *, by: int, at: datetime) -> Request:
    """Ask the second person. NotAllowed."""
    payload = {
        "account": str(by), "order": prepared.order.stored(), "digest": prepared.digest,
        "persons": len(prepared.persons),
    }  # fmt: skip
    _need(decide(prepared, Reach(by, today(at))))
    return desk.ask(
        asks(prepared), by=by, at=at, organisation=prepared.order.organisation, executor=EXECUTOR,
        payload=payload,
    )  # fmt: skip


def issue(
    prepared: Prepared, desk: Desk, *, by: int, at: datetime, session: str = "", reach: Reach | None = None,
    release: Release | None = None,
) -> Issued:  # fmt: skip
    """The file. Its serial and digest stand in the viewing log before anybody has a byte of it.

    `release`: what a second person has confirmed. NotAllowed, NotAsConfirmed, LogUnavailable, Unopened.
    """
    reach = reach or Reach(by, today(at))
    decision = decide(prepared, reach)
    _need(decision)
    if not decision.yes and not (release and release.digest == prepared.digest):
        raise NotAsConfirmed
    viewer = desk.viewer(by, decision, session=session)
    serial = _serial(desk)
    files: Mapping[int, PersonFile] = {}
    if prepared.persons:
        seen = _seen(prepared.persons, reach)
        files = personal.all_files(viewer, at, seen, Reason.PAPER, field=serial)
    content = prepared.make(files, _stamp(prepared, desk, by, at, serial))
    log.write(Door.EXPORT, viewer, at, file=sha256(content).hexdigest(), field=serial)
    return Issued(file_name(prepared, serial), content, serial)


def fetch(code: str, desk: Desk, *, by: int, at: datetime, session: str = "") -> Issued:
    """A file that a second person has confirmed. NotAsConfirmed, and as `issue`."""
    release = releases.find(by, code, at)
    if release is None:
        raise NotAsConfirmed
    return issue(prepare(release.order, at=at), desk, by=by, at=at, session=session, release=release)


def file_name(prepared: Prepared, serial: str) -> str:
    """A plain name without names of persons."""
    order = prepared.order
    return f"{order.paper}-{order.day:%Y%m%d}-{serial}.{prepared.ending}".lower()


def said(order: Order) -> str:
    """The order in one line, for the second person and the list of what may be fetched."""
    parts = [
        str(PAPERS[order.paper].label),
        names_of([order.organisation], as_of=order.day)[order.organisation],
        _("tính đến {day}").format(day=spoken(order.day)),
        _("tệp Excel") if order.kind == EXCEL else _("tệp Word"),
    ]
    if order.numbers:
        parts.append(_("có đủ số thẻ"))
    return ", ".join(parts)


def _need(decision: Decision) -> None:
    if decision.refused:
        raise NotAllowed({0: decision})


def _seen(persons: Sequence[int], reach: Reach) -> list[int]:
    """Whose names this account may see; who left long ago keeps a code."""
    scopes = reach.scopes(Action.EXPORT)
    if len(persons) > MANY:
        within = scope.persons_within(scopes, reach.on)
    else:
        within = scope.persons_among(persons, scopes, reach.on)
    return [one for one in persons if one in within]


def _stamp(prepared: Prepared, desk: Desk, by: int, at: datetime, serial: str) -> Stamp:
    account = Account.objects.filter(id=by).values_list("name", flat=True).first() or ""
    here = at.astimezone(VIET_NAM)
    made = f"{account}, {here:%H:%M %d/%m/%Y}"
    return Stamp(serial, made, prepared.name, desk.mode is Mode.DEMO)


def _serial(desk: Desk) -> str:
    """`7F3A-21B4-90CD`: nobody else has it."""
    text = f"{desk.mint.id():016X}"[-12:]
    return f"{text[:4]}-{text[4:8]}-{text[8:]}"
