"""Đính chính and hủy bản ghi: what was entered wrongly is entered anew or withdrawn, with a reason.

A new paper that changes or withdraws an old one is an act of its own and has no place here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from ..ledger import reading
from ..ledger.entries import RESTATE, WITHDRAW, Entry
from ..ledger.fold import Period, in_force
from ..ledger.kinds import Act
from ..ledger.minting import Mint
from ..ledger.stories import Story
from ..ledger.tree import held_by, left_behind
from ..ledger.writing import Draft
from .objections import IMPOSSIBLE, judge
from .recording import Recorded, record_many, rules
from .review_events import Reviewed, ToReview
from .world import World, law_in_book, shipped_holidays


class Reason(StrEnum):
    """Why a line of the book is corrected or withdrawn."""

    TYPED_WRONG = "typed_wrong"
    WRONG_PERSON = "wrong_person"
    WRONG_PAPER = "wrong_paper"
    ENTERED_TWICE = "entered_twice"
    DID_NOT_HAPPEN = "did_not_happen"


class StandsOn(Exception):
    """Others stand on the act to be withdrawn; `entries` are those others, in the order of the story."""

    def __init__(self, entries: list[Entry]) -> None:
        super().__init__(*entries)
        self.entries = entries


class NotInForce(LookupError):
    """The book has no act of this root in force: (root,)."""


def set_of(acts: Iterable[Act], *, mint: Mint) -> list[Draft]:
    """Acts that are entered together and undone together."""
    act_set = mint.id()
    return [Draft(act, act_set) for act in acts]


def correct(
    root: int, act: Act, *, reason: Reason, at: datetime, by: int, mint: Mint, on_paper: bool = False
) -> Recorded:
    """Restate the whole act of a root. Raises Refused, NotInForce."""
    _entry_in_force(root)
    draft = Draft(act, mint.id(), RESTATE, root, str(reason))
    return record_many([draft], at=at, by=by, mint=mint, on_paper=on_paper)


def annul(
    root: int, *, reason: Reason, at: datetime, by: int, mint: Mint,
    together_with_dependents: bool = False, on_paper: bool = False,
) -> Recorded:  # fmt: skip
    """Withdraw a root. Raises StandsOn with what stands on it unless all go together; Refused; NotInForce."""
    entry = _entry_in_force(root)
    others = dependents(entry)
    if others and not together_with_dependents:
        raise StandsOn(others)
    act_set = mint.id()
    drafts = [
        Draft(e.act, act_set, WITHDRAW, e.root, str(reason)) for e in [*reversed(others), entry] if e.act
    ]
    return record_many(drafts, at=at, by=by, mint=mint, on_paper=on_paper)


def dependents(entry: Entry) -> list[Entry]:
    """The acts that would be impossible, or left without their organisation, if this one were withdrawn."""
    book = _Known()
    found: dict[int, Entry] = {}
    gone, todo = {entry.root}, [entry.about]
    while todo:
        for other in _falling(book, todo.pop(), gone):
            found[other.root] = other
            gone.add(other.root)
            todo.append(other.about)
    return sorted(found.values(), key=lambda e: e.order)


def _falling(book: _Known, subject: int, gone: set[int]) -> list[Entry]:
    """What falls in one story, and what hangs on its subject, when some roots are gone."""
    whole = book.story(subject)
    left = _without(whole, gone)
    world = World(book, law_in_book(), shipped_holidays())
    fallen = [
        e
        for e in left
        if e.act is not None
        and e.kind not in (ToReview.kind, Reviewed.kind)
        and _impossible(left.upto(e.order), e, world) - _impossible(whole.upto(e.order), e, world)
    ]
    return fallen[:1] or [e for e in book.openers(left_behind(left, held_by(subject))) if e.root not in gone]


def _without(story: Story, gone: set[int]) -> Story:
    return Story(story.subject, [entry for entry in story if entry.root not in gone])


def _impossible(before: Story, entry: Entry, world: World) -> set[str]:
    assert entry.act is not None
    return {o.rule for o in judge(rules(), before, entry.act, world) if o.grade is IMPOSSIBLE}


class _Known:
    """The stories of the book as they stand, each read once; stands where a writer would."""

    def __init__(self) -> None:
        self._stories: dict[int, Story] = {}
        self.written: list[Entry] = []

    def story(self, subject: int) -> Story:
        if subject not in self._stories:
            self._stories[subject] = reading.story(subject)
        return self._stories[subject]

    def fetch(self, subjects: Iterable[int]) -> None:
        for subject, entries in reading.load([s for s in subjects if s not in self._stories]).items():
            self._stories[subject] = Story(subject, entries)

    def openers(self, periods: Iterable[Period]) -> list[Entry]:
        """The acts that opened these periods."""
        return [reading.entry(seq) for seq in sorted({period.opened_by for period in periods})]


def _entry_in_force(root: int) -> Entry:
    try:
        about = reading.entry(root).about
    except LookupError:
        raise NotInForce(root) from None
    found = next((e for e in in_force(reading.entries(about)) if e.root == root), None)
    if found is None:
        raise NotInForce(root)
    return found
