"""Ghi lại vào tệp: what will change, the second person where a number does, the file and its serial."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from thenchot.access import log
from thenchot.access.actions import Action
from thenchot.access.log import Door
from thenchot.access.requests import Request
from thenchot.exchange.national import agreeing
from thenchot.exchange.national.writing_back import NUMBERS, written_back
from thenchot.files.sheets.workbook import Unwritable

from ..troubles import NOT_READ, Stop
from . import words as words
from .held import Clerk, Look
from .said import written


@dataclass(frozen=True)
class Written:
    """The file with the book's values; `serial`: its number in the viewing log; `cells`: how many changed."""

    name: str
    data: bytes
    serial: int
    cells: int


def write_back(clerk: Clerk, look: Look, *, numbers: bool) -> Written | Request:
    """The file, or what waits for a second person because a number changes (`numbers`). Stop, NotAllowed.

    Full numbers leave only as they stand in the file itself; a number that changes is an export of numbers.
    """
    changes = [one for one in written(look) if numbers or one.column not in NUMBERS]
    if not changes:
        raise Stop(str(words.NOTHING_TO_WRITE), code=NOT_READ)
    decision = clerk.need(Action.EXPORT, look.organisation)
    secret = [one for one in changes if one.column in NUMBERS]
    wanted = agreeing.digest(look.data, secret)
    if secret and not agreeing.agreed(clerk.by, wanted, clerk.at):
        return _ask(clerk, look, wanted, len(secret))
    try:
        data = written_back(look.data, look.found, changes)
    except Unwritable as no:
        raise Stop(_("Không ghi được ô {place} trong tệp.").format(place=no.place), code=NOT_READ) from None
    viewer = clerk.desk.viewer(clerk.by, decision, session=clerk.session)
    persons = {one.person for one in changes}
    serial = log.write(
        Door.EXPORT, viewer, clerk.at, persons, field="national", file=sha256(data).hexdigest()
    )
    stem = look.name.removesuffix(".xlsx")
    return Written(f"{stem}-ghi-lai-{serial}.xlsx", data, serial, len(changes))


def _ask(clerk: Clerk, look: Look, wanted: str, count: int) -> Request:
    """The same request while it stands; a new one otherwise."""
    for known in agreeing.standing(clerk.by, clerk.at):
        if known.said["payload"]["digest"] == wanted:
            return known
    return clerk.desk.ask(
        Action.EXPORT_NUMBERS, by=clerk.by, at=clerk.at, organisation=look.organisation,
        executor=agreeing.EXECUTOR, payload=agreeing.payload(look.upload.code, wanted, count),
    )  # fmt: skip
