"""Diễn biến: the acts about a person, newest first, with their grounds, what was corrected or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.translation import gettext as _

from thenchot.law.values import LawBook
from thenchot.ledger.days import spoken
from thenchot.ledger.entries import RESTATE, WITHDRAW, Entry
from thenchot.ledger.stories import Story
from thenchot.rooms.apps import ROOMS
from thenchot.rooms.membership.events import Recognised
from thenchot.rooms.people.events import FileChanged

from .grounds import Ground, Grounds
from .kinds import recorded
from .told import accounts, known_as, told
from .words import REASONS


@dataclass(frozen=True)
class Version:
    """What was recorded at a place in the book, by whom and when; why it was corrected or withdrawn."""

    seq: int
    text: str
    day: date
    by: str
    at: datetime
    reason: str = ""


@dataclass(frozen=True)
class Line:
    """An act in force, with what stood in its place before."""

    seq: int
    version: Version
    note: str = ""
    ahead: bool = False
    changeable: bool = False
    grounds: list[Ground] = field(default_factory=list)
    earlier: list[Version] = field(default_factory=list)


@dataclass(frozen=True)
class Life:
    lines: list[Line]
    withdrawn: list[Version]


def life(
    story: Story, entries: Sequence[Entry], *, day: date, law: LawBook, names: Mapping[int, str]
) -> Life:
    """From a story and every entry about its subject; `day` says what is still to come.

    `names` has those of the organisations and places in the entries (`told.ids_in`).
    """
    shown = [one for one in entries if _is_told(one)]
    teller = _Teller(shown, names)
    standing = {one.root: one for one in story if _is_told(one)}
    grounds = Grounds(story, law)
    lines = [
        Line(
            seq=one.seq,
            version=teller.version(one),
            note=_note(one),
            ahead=one.effective_on > day,
            changeable=one.kind in recorded() and one.act is not None,
            grounds=grounds.of(one),
            earlier=[teller.version(e) for e in shown if e.root == one.root and e.seq < one.seq],
        )
        for one in sorted(standing.values(), key=lambda e: e.order, reverse=True)
    ]
    gone = {one.root for one in shown if one.does == WITHDRAW}
    withdrawn = [teller.version(one) for one in shown if one.root in gone]
    return Life(lines, sorted(withdrawn, key=lambda version: version.seq, reverse=True))


class _Teller:
    """Tells many entries with one question for the accounts."""

    def __init__(self, entries: Sequence[Entry], names: Mapping[int, str]) -> None:
        self._name = known_as(entries, names)
        self._accounts = accounts(one.by for one in entries)

    def version(self, entry: Entry) -> Version:
        reason = REASONS.get(entry.reason, "") if entry.does in (RESTATE, WITHDRAW) else ""  # type: ignore[call-overload]
        text = told(entry, self._name)
        if entry.does == WITHDRAW:
            text = _("Hủy bản ghi (ghi nhầm)") + f": {text}"
        by = self._accounts[entry.by]
        return Version(entry.seq, text, entry.effective_on, by, entry.written_at, str(reason))


def _is_told(entry: Entry) -> bool:
    """What the rooms record; not the first version of the sealed file, which comes with the person."""
    if entry.kind.partition(".")[0] not in ROOMS:
        return False
    return not (isinstance(entry.act, FileChanged) and entry.act.version == 1)


def _note(entry: Entry) -> str:
    """A recognition signed late still counts from the end of probation."""
    if isinstance(entry.act, Recognised) and entry.signed_on and entry.signed_on > entry.effective_on:
        return _("Dù ký muộn, vẫn tính chính thức từ {day}").format(day=spoken(entry.effective_on))
    return ""
