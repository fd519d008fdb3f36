"""Telling the story into an installation: sealed files first, then acts, then closings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.db import connections

from thenchot.law.recording import Recorded as Written
from thenchot.law.recording import record_many
from thenchot.ledger.days import spoken
from thenchot.ledger.entries import RECORD, RESTATE, WITHDRAW
from thenchot.ledger.minting import Mint
from thenchot.ledger.writing import Draft, Memory
from thenchot.rooms.people.events import FileChanged, Registered
from thenchot.sealed import store
from thenchot.sealed.persons import Dated, PersonFile
from thenchot.sealed.randomness import Randomness

from .ahead import ahead
from .steps import Close, Correct, PersonRecord, Step, Withdraw
from .story import story


@dataclass
class Telling:
    """One telling. `tell` gives after every step how many entries the book has gained."""

    seed: int
    mint: Mint  # of act sets and salts
    story_mint: Mint  # of persons, organisations, places, notes: drawn in the thread of the story
    randomness: Randomness
    by: int
    top: int
    close: Callable[[Close], None]
    before: Callable[[datetime], None]  # what others do before a step's moment
    at: datetime  # of the sealed files made before the first step
    memory: Memory = field(default_factory=Memory)
    written: int = 0
    to_review: int = 0
    _notes: dict[int, str] = field(default_factory=dict)
    _files: dict[int, store.Written] = field(default_factory=dict)
    _roots: dict[int, int] = field(default_factory=dict)
    _told: list[object] = field(default_factory=list)

    def tell(self) -> Iterator[tuple[str, int]]:
        """(the day that is told, as people read it; entries so far)."""
        for step in ahead(self._sealed_steps()):
            self.before(step.at)
            if isinstance(step, Close):
                self.close(step)
            else:
                self._step(step)
            yield spoken(step.at.date()), self.written

    def _sealed_steps(self) -> Iterator[Step | Close]:
        """The steps, each after the files and notes it needs have been sealed."""
        try:
            for step in story(self.seed, self, self._note, self._seal, self.top):
                self._put_notes()
                yield step
                self.at = step.at
        finally:
            connections["personal"].close()

    def subject(self) -> int:
        """A new id, for the story's people, organisations and places."""
        return self.story_mint.id()

    def _note(self, text: str) -> int:
        note = self.story_mint.id()
        self._notes[note] = text
        return note

    def _put_notes(self) -> None:
        if self._notes:
            store.put_named(self._notes, at=self.at, randomness=self.randomness)
            self._notes = {}

    def _seal(self, records: Iterable[PersonRecord]) -> None:
        files = [_file(record) for record in records]
        if files:
            self._files |= store.put_persons(files, at=self.at, randomness=self.randomness)

    def _step(self, step: Step) -> None:
        drafts = list(self._drafts(step))
        recorded: Written = record_many(
            [draft for _, draft in drafts],
            at=step.at,
            by=self.by,
            mint=self.mint,
            on_paper=True,
            memory=self.memory,
        )
        for (told, _), entry in zip(drafts, recorded.entries, strict=True):
            self._roots[id(told)] = entry.root
        self._told += [told for told, _ in drafts]  # kept, so that an id is never used again
        self.written += len(recorded.entries) + len(recorded.to_review)
        self.to_review += len(recorded.to_review)

    def _drafts(self, step: Step) -> Iterator[tuple[object, Draft]]:
        sets = {number: self.mint.id() for number in dict.fromkeys(step.act_sets)}
        for told, number in zip(step.acts, step.act_sets, strict=True):
            act_set = sets[number]
            if isinstance(told, Correct):
                yield told, Draft(told.act, act_set, RESTATE, self._roots[id(told.of)], told.reason)
            elif isinstance(told, Withdraw):
                yield told, Draft(told.of, act_set, WITHDRAW, self._roots[id(told.of)], told.reason)
            else:
                yield told, Draft(told, act_set, RECORD)
                if isinstance(told, Registered):
                    changed = self._changed(told)
                    yield changed, Draft(changed, act_set)

    def _changed(self, registered: Registered) -> FileChanged:
        file = self._files.pop(registered.about)
        return FileChanged(
            about=registered.about,
            effective_on=registered.effective_on,
            organisation=registered.organisation,
            version=file.version,
            digest=file.digest,
        )


def _file(record: PersonRecord) -> PersonFile:
    return PersonFile(
        person=record.subject,
        names=(Dated(record.name),),
        born_on=record.born,
        personal_number=record.number,
        phones=(record.phone,),
    )
