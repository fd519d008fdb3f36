"""Báo thông tin chưa đúng: what is recorded and by which paper, the report, its clock, its answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from thenchot.access.desk import Desk, Outcome
from thenchot.law.values import LawBook
from thenchot.law.world import shipped_holidays
from thenchot.ledger.days import parse_day, spoken
from thenchot.ledger.entries import Entry
from thenchot.ledger.kinds import Act
from thenchot.ledger.stories import Story
from thenchot.ledger.writing import Draft
from thenchot.rooms.due import Clocks
from thenchot.rooms.people import actions
from thenchot.rooms.people.error_events import ErrorAnswered, ErrorReported, Item
from thenchot.rooms.people.error_rules import ANSWER_WITHIN
from thenchot.rooms.people.error_words import ERROR_CODES
from thenchot.rooms.people.proposals import proposed
from thenchot.sealed.persons import PersonFile
from thenchot.sealed.randomness import Randomness, System
from thenchot.sealed.tables import ALIAS

from .counted_words import BY_CODES, cell
from .grounds import Ground, grounds
from .kinds import ethnicities, label_of
from .together import book_held

CODED = (Item.SEX, Item.ETHNICITY, Item.GENERAL, Item.PROFESSIONAL, Item.THEORY, Item.OCCUPATION)
DAYS = (Item.BIRTH, Item.JOINED, Item.OFFICIAL, Item.PARTY_SINCE)
SEALED = (Item.NAME, Item.PERSONAL_NUMBER, Item.CARD_NUMBER, Item.PHONE)
MASK, ENDS = "•" * 9, 3


@dataclass(frozen=True)
class Recorded:
    """What the record says of an item, and by which act: its label, number and day of the paper."""

    item: Item
    label: str
    value: str
    act: str = ""
    paper: str = ""
    signed_on: date | None = None
    day: date | None = None
    seq: int | None = None


@dataclass(frozen=True)
class Clock:
    """By when a report is to be answered, and by which rule; no day where the law in the book is silent."""

    due: date | None
    overdue: bool
    grounds: Sequence[Ground]


def recorded(item: Item, story: Story, file: PersonFile | None, *, on: date) -> Recorded:
    """Of a number only the end; of names and numbers the file says which, the book does not."""
    label = str(ERROR_CODES[Item][item])
    if item in SEALED:
        return Recorded(item, label, _sealed(item, file))
    entry = _set_by(story, str(item), on)
    value = said(item, story.value(str(item), on=on))
    if item is Item.BIRTH and file is not None and file.born_on:
        value = spoken(file.born_on)
    if entry is None:
        return Recorded(item, label, value)
    return Recorded(
        item, label, value, label_of(entry.kind), entry.paper or "", entry.signed_on, entry.effective_on,
        entry.root,
    )  # fmt: skip


def said(item: Item, value: str | None) -> str:
    """A value as it is read: a day, a code in words, else as it stands."""
    if value is None:
        return "–"
    if item in DAYS:
        return spoken(parse_day(value))
    return cell(str(item), value) if item in CODED else value


def options(item: Item) -> list[tuple[str, Any]]:
    """What may be chosen for an item; nothing where it is written."""
    known = ethnicities() if item is Item.ETHNICITY else BY_CODES.get(str(item), {})
    return [(str(code), label) for code, label in known.items()] if item in CODED else []


def clock(reported_on: date, *, as_of: date, law: LawBook) -> Clock:
    """30 working days; computed, so that no office can hide it."""
    clocks = Clocks(as_of, law, shipped_holidays())
    due, value = clocks.working_days(ANSWER_WITHIN, reported_on)
    return Clock(due, clocks.passed(due), grounds([value]) if value else ())


def report(
    desk: Desk, file: PersonFile, act: ErrorReported, value: str, *, by: int, at: datetime,
    randomness: Randomness | None = None,
) -> Outcome:  # fmt: skip
    """Seal the value, write the report: both or neither. NotAValue, Refused, NotAllowed."""
    proposed(act.item, value)
    with book_held(), transaction.atomic(using=ALIAS):
        acts = actions.reported(file, act, value, at=at, randomness=randomness or System())
        return _record(desk, acts, by, at)


def answer(
    desk: Desk, file: PersonFile, act: ErrorAnswered, *, by: int, at: datetime, late: bool = False,
    randomness: Randomness | None = None,
) -> Outcome:  # fmt: skip
    """Let the value proposed go, write the answer: both or neither. `late`: the rule of time is known of."""
    with book_held(), transaction.atomic(using=ALIAS):
        acts = actions.answered(file, act, at=at, randomness=randomness or System())
        return _record(desk, acts, by, at, on_paper=late)


def _record(desk: Desk, acts: list[Act], by: int, at: datetime, *, on_paper: bool = False) -> Outcome:
    act_set = desk.mint.id()
    return desk.record([Draft(act, act_set) for act in acts], by=by, at=at, on_paper=on_paper)


def _set_by(story: Story, track: str, on: date) -> Entry | None:
    """The last act by that day that says something on a track."""
    for entry in reversed([one for one in story if one.effective_on <= on]):
        if entry.act is not None and any(setting.track == track for setting in type(entry.act).sets):
            return entry
    return None


def _sealed(item: Item, file: PersonFile | None) -> str:
    if file is None:
        return "–"
    if item is Item.NAME:
        return file.name
    if item is Item.PHONE:
        return ", ".join(MASK + phone[-ENDS:] for phone in file.phones) or "–"
    held = file.personal_number if item is Item.PERSONAL_NUMBER else file.card_number
    return MASK + held[-ENDS:] if held else "–"
