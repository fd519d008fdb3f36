"""Sửa hồ sơ: what is to stand in a sealed file, old beside new, written with the act that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db import transaction

from thenchot.access.desk import Desk
from thenchot.ledger import reading
from thenchot.ledger.days import parse_day, spoken
from thenchot.ledger.writing import Draft
from thenchot.rooms.people import actions
from thenchot.rooms.people.error_events import PaperKind
from thenchot.rooms.people.events import FileChanged, Why
from thenchot.rooms.people.file_parts import NUMBERED, OF_THE_PERSON, Part, changed, held
from thenchot.rooms.people.words import PARTS
from thenchot.sealed import store
from thenchot.sealed.persons import PersonFile, number
from thenchot.sealed.randomness import System
from thenchot.sealed.tables import ALIAS

from .own import ENDS, MASK
from .together import book_held


@dataclass(frozen=True)
class Paper:
    """What a change rests on; of a paper whose number is the person's own only the last three digits."""

    kind: PaperKind | None = None
    number: str = ""
    day: date | None = None

    def on(self, act: FileChanged) -> FileChanged:
        """The act with the paper in it."""
        own = self.kind in OF_THE_PERSON
        return replace(
            act, paper_kind=self.kind, signed_on=self.day,
            paper=None if own else self.number or None,
            last_three=(number(self.number)[-ENDS:].lower() or None) if own else None,
        )  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One part: old and new as the form shows them; of an old number its end."""

    part: Part
    label: str
    before: str
    after: str


class FileMoved(Exception):
    """Somebody changed the file after the form was opened; nothing was written."""


def shown(file: PersonFile, part: Part) -> str:
    """A part as a form may show it: a day as people write it, of a number the end, a dash for nothing."""
    text = held(file, part)
    if part in NUMBERED:
        return ", ".join(MASK + one[-ENDS:] for one in text.split(", ") if one) or "–"
    return said(part, text)


def said(part: Part, text: str) -> str:
    """A value as people read it."""
    return (spoken(parse_day(text)) if part is Part.BORN_ON and text else text) or "–"


def differing(file: PersonFile, wanted: Mapping[Part, str]) -> dict[Part, str]:
    """What of `wanted` is not in the file already."""
    return {part: text for part, text in wanted.items() if text != held(file, part)}


def lines(file: PersonFile, wanted: Mapping[Part, str]) -> list[Line]:
    """Old → new, in the order of the form."""
    return [
        Line(part, label(part), shown(file, part), said(part, wanted[part]))
        for part in Part
        if part in wanted
    ]


def earlier(file: PersonFile) -> list[tuple[str, str, date]]:
    """What stood in the file before it was corrected: part, value (of a number its end), until when."""
    found = []
    for one in file.replaced:
        part = Part(one.part)
        before = MASK + one.text[-ENDS:] if part in NUMBERED else said(part, one.text)
        found.append((label(part), before, one.on))
    return found


def label(part: Part) -> str:
    """What a part is called."""
    return str(PARTS[part])


def sent_before(act_set: int) -> bool:
    """Whether this opened form was saved already."""
    return bool(reading.of_act_sets([act_set]))


def write(
    desk: Desk, file: PersonFile, wanted: Mapping[Part, str], *, why: Why, paper: Paper, version: int,
    organisation: int | None, day: date, act_set: int, by: int, at: datetime,
) -> bool:  # fmt: skip
    """The file and its act, both or neither; False when this act set was written before.

    `wanted` differs from the file, which is of `version`. FileMoved, NumberTaken, Refused, NotAllowed.
    """
    with book_held(), transaction.atomic(using=ALIAS):
        if sent_before(act_set):
            return False
        if version_of(file.person) != version:
            raise FileMoved(file.person)
        new = changed(file, wanted, why=why, since=paper.day or day, on=day)
        act = paper.on(
            FileChanged(
                about=file.person, effective_on=day, organisation=organisation, version=0, digest="",
                parts=".".join(part for part in Part if part in wanted), why=why,
            )
        )  # fmt: skip
        act = actions.refiled(new, act, at=at, randomness=System())
        desk.record([Draft(act, act_set)], by=by, at=at)
    return True


def version_of(person: int) -> int:
    """How often the file was written."""
    return store.versions([person])[person].version
