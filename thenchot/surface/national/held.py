"""Đối khớp: a national member list that an office brings, read and held beside the book."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from thenchot.access import personal
from thenchot.access.actions import Action
from thenchot.access.desk import Desk, NotAllowed
from thenchot.access.judging import today
from thenchot.access.log import Reason
from thenchot.access.rights import Decision, Reach
from thenchot.access.scope import persons_among
from thenchot.exchange import words as exchange
from thenchot.exchange.intake import looks_real
from thenchot.exchange.national import remembered, uploads
from thenchot.exchange.national.comparing import Compared, Known, compared, missing
from thenchot.exchange.national.known import known
from thenchot.exchange.national.listed import NationalFile, NotAMemberList, held_only, listed
from thenchot.exchange.national.models import Upload
from thenchot.files.door import admit
from thenchot.files.limits import XLSX
from thenchot.files.refusals import Refused
from thenchot.files.tables import Table, read_table
from thenchot.ledger.events import Mode
from thenchot.sealed.persons import PersonFile

from ..book import begins_on
from ..troubles import NOT_READ, Stop
from . import words as words
from .places import Places


@dataclass(frozen=True)
class Clerk:
    """Who asks, when, in which session, for which office (the organisation of the account's own office)."""

    desk: Desk
    by: int
    at: datetime
    office: int
    session: str = ""
    reach: Reach | None = None

    @property
    def today(self) -> date:
        return today(self.at)

    def need(self, action: Action, organisation: int) -> Decision:
        """The role it rests on; NotAllowed."""
        decision = self.rights().decide(action, organisation=organisation)
        if not decision.yes:
            raise NotAllowed({0: decision})
        return decision

    def rights(self) -> Reach:
        return self.reach or Reach(self.by, self.today)


@dataclass
class Look:
    """A file beside the book: what it is, what the rows are, who is missing in it."""

    upload: Upload
    name: str
    data: bytes
    table: Table
    organisation: int
    day: date
    found: NationalFile
    known: Known
    roll: list[int]
    results: list[Compared]
    places: Places

    @property
    def missing(self) -> list[int]:
        """Members of the organisation that no row is about."""
        of_here = set(self.roll)
        return [person for person in missing(self.known, self.results) if person in of_here]


def bring(clerk: Clerk, data: bytes, name: str, *, organisation: int, day: date) -> Look:
    """Take a file in and look at it. `day`: when the list was made. Stop, NotAllowed, Refused."""
    clerk.need(Action.RECONCILE, organisation)
    if not begins_on() <= day <= clerk.today:
        raise Stop(str(words.DAY_OF_LIST), code=NOT_READ)
    asked = {"organisation": str(organisation), "day": day.isoformat()}
    table = _table(clerk, data, name)  # nothing is kept of a file that does not pass
    upload = uploads.put(
        f"{clerk.desk.mint.id():016x}", office=clerk.office, account=clerk.by, at=clerk.at, name=name,
        data=data, asked=asked,
    )  # fmt: skip
    return _look(clerk, upload, table, name, data, asked)


def again(clerk: Clerk, code: str) -> Look:
    """Look at a file that is here already, beside the book as it is now. Stop when it is gone, NotAllowed."""
    uploads.forget_old(clerk.at)
    upload = kept(clerk, code)
    name, data, asked = uploads.file(upload)
    return _look(clerk, upload, _table(clerk, data, name), name, data, asked)


def beside_now(clerk: Clerk, look: Look) -> Look:
    """The same file, as it was read, beside the book as it is now. Stop, NotAllowed."""
    asked = {"organisation": str(look.organisation), "day": look.day.isoformat()}
    return _look(clerk, look.upload, look.table, look.name, look.data, asked)


def kept(clerk: Clerk, code: str) -> Upload:
    """The upload of this account; Stop when it is gone."""
    try:
        return uploads.get(code, account=clerk.by, now=clerk.at)
    except uploads.Gone:
        raise Stop(str(words.GONE), code=NOT_READ) from None


def _table(clerk: Clerk, data: bytes, name: str) -> Table:
    """The table without the columns that are not held; a demo refuses one that looks real."""
    admitted = admit(data, (XLSX.name,), name)
    table = read_table(admitted)
    table = held_only(table, remembered.columns(clerk.office, table.headers))
    if clerk.desk.mode is Mode.DEMO and looks_real(table):
        raise Refused("looks_real")
    return table


def _look(
    clerk: Clerk, upload: Upload, table: Table, name: str, data: bytes, asked: Mapping[str, str]
) -> Look:
    organisation, day = int(asked["organisation"]), date.fromisoformat(asked["day"])
    decision = clerk.need(Action.RECONCILE, organisation)
    places = Places(organisation, clerk.office, as_of=clerk.today)
    try:
        found = listed(table, remembered.columns(clerk.office, table.headers), places.resolve)
    except NotAMemberList:
        uploads.drop(upload.code)
        raise Stop(str(words.NOT_A_LIST), code=NOT_READ) from None
    viewer = clerk.desk.viewer(clerk.by, decision, session=clerk.session)

    def opening(persons: Collection[int]) -> Mapping[int, PersonFile]:
        return personal.all_files(viewer, clerk.at, persons, Reason.CHECK_PAPER)

    def within(persons: Iterable[int]) -> Collection[int]:
        scopes = clerk.rights().scopes(Action.RECONCILE)
        return persons_among(persons, scopes, clerk.today)

    people, roll = known(found, organisation, as_of=clerk.today, opening=opening, within=within)
    results = compared(found, people)
    return Look(upload, name, data, table, organisation, day, found, people, roll, results, places)


def notes(look: Look) -> list[str]:
    """What a reader should know of the file as a whole."""
    said = [exchange.say(note) for note in look.found.notes]
    for column in look.found.missing:
        said.append(_("Tệp không có cột “{header}”.").format(header=column.label))
    for column in look.found.twice:
        said.append(_("Cột “{header}” có hai lần; chỉ đọc cột đầu.").format(header=column.label))
    if look.found.not_read:
        count = len(look.found.not_read)
        said.append(_("{count} cột sổ không giữ: không đọc, không sửa.").format(count=count))
    return said
