"""The only writer: one at a time, gapless, entries and their periods in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction

from .batches import send
from .entries import (
    RECORD,
    Entry,
    canonical_facts,
    facts_hash,
    head_line,
    moment,
    parse_moment,
)
from .kinds import SEALED, Act
from .long_writing import room_for_many, uncollected
from .minting import Mint
from .periods import Moves
from .reading import load, rows
from .stories import Story

LOCK = 0x7468656E  # "then", the one lock of the whole book on PostgreSQL
CLOCK_SLACK = timedelta(minutes=2)  # clocks of office machines are put right by this much now and then
INSERT_ENTRY = (
    "INSERT INTO ledger_entry (seq, root, act_set, kind, about, organisation, effective_on, signed_on,"
    " does, written_at, head) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
)
INSERT_FACT = "INSERT INTO ledger_fact (seq, salt, facts) VALUES (%s, %s, %s)"


class ClockSetBack(Exception):
    """The machine's clock stands before the last entry; (now, last written)."""


class Unsealed(Exception):
    """A sealed kind was to be written and no room's key is open."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An act to be written. `root` names the first entry of the act where it restates or withdraws one."""

    act: Act
    act_set: int
    does: str = RECORD
    root: int | None = None
    reason: str | None = None
    receipt: str | None = None


# Turns the facts of a sealed kind into ciphertext; the sealed floor puts its own here when a key is open.
SEALERS: dict[str, Any] = {}


class Writer:
    """What may be done while the book is locked: read stories, append, judge again."""

    def __init__(
        self, at: datetime, by: int, mint: Mint, last: tuple[int, str], stories: dict[int, Story]
    ) -> None:
        self.size, written_at = last
        self.at, self.by, self.mint = _not_before(at, written_at), by, mint
        self._written_at = moment(self.at)
        self._stories: dict[int, Story] = stories
        self._moves = Moves()
        self._entries: list[tuple[Any, ...]] = []
        self._facts: list[tuple[Any, ...]] = []
        self._stored: tuple[Act, dict[str, Any]] | None = None
        self.written: list[Entry] = []

    def story(self, subject: int) -> Story:
        """What is known of a subject, with what this writer has already added."""
        if subject not in self._stories:
            self.fetch([subject])
        return self._stories[subject]

    def fetch(self, subjects: Iterable[int]) -> None:
        """Read many stories at once, before they are asked for one by one."""
        wanted = [subject for subject in dict.fromkeys(subjects) if subject not in self._stories]
        found = load(wanted)
        for subject in wanted:
            self._stories[subject] = Story(subject, found.get(subject, []))

    def place(self, draft: Draft) -> Entry:
        """The entry a draft would become; nothing is written yet."""
        act, seq = draft.act, self.size + 1
        return Entry(
            seq, draft.root or seq, draft.act_set, act.kind, act.shape, act.about, act.organisation,
            act.effective_on, act.signed_on, act.paper, self.at, self.by, draft.does, draft.reason, act,
            act.signer,
        )  # fmt: skip

    def facts(self, act: Act) -> dict[str, Any]:
        """The facts of an act, worked out once although it is judged first and written then."""
        if self._stored is None or self._stored[0] is not act:
            self._stored = act, act.facts()
        return self._stored[1]

    def append(self, entry: Entry, receipt: str | None = None) -> Entry:
        """Write an entry that `place` made. ValueError names a field that is not of its type."""
        act = entry.act
        assert act is not None and entry.seq == self.size + 1
        salt, facts = self.mint.salt(), canonical_facts(self.facts(act))
        if act.holds == SEALED:
            facts = _sealed(act, facts, salt)
        head = head_line(
            act, seq=entry.seq, root=entry.root, act_set=entry.act_set, written_at=self._written_at,
            by=self.by, does=entry.does, reason=entry.reason, receipt=receipt, facts=facts_hash(salt, facts),
        )  # fmt: skip
        kind = SEALED if act.holds == SEALED else entry.kind
        self._entries.append(
            (entry.seq, entry.root, entry.act_set, kind, entry.about, entry.organisation,
             _first(entry.effective_on), _first(entry.signed_on), entry.does, self._written_at, head)
        )  # fmt: skip
        self._facts.append((entry.seq, salt, facts))
        self._take(entry)
        return entry

    def _take(self, entry: Entry) -> None:
        story = self.story(entry.about)
        last = story.last_order
        if entry.does == RECORD and (last is None or entry.order > last):
            settings = entry.act.settings() if entry.act is not None else []
            self._moves.add_at_end(story, entry, settings)
            story.append(entry, settings)
        else:
            self._moves.anew(entry.about)
            self._stories[entry.about] = story.with_(entry)
        self.size += 1
        self.written.append(entry)

    def flush(self) -> None:
        """Send what was appended to the database and move the periods of the subjects touched."""
        if not self._entries:
            return
        send(INSERT_ENTRY, self._entries)
        send(INSERT_FACT, self._facts)
        self._moves.flush(self._stories)
        self._entries, self._facts = [], []


def _first(day: Any) -> str | None:
    return day.isoformat() if day is not None else None


def _not_before(at: datetime, written_at: str) -> datetime:
    if not written_at:
        return at
    last = parse_moment(written_at)
    if at < last - CLOCK_SLACK:
        raise ClockSetBack(at, last)
    return max(at, last)


def _sealed(act: Act, facts: str, salt: bytes) -> str:
    room = act.kind.partition(".")[0]
    if room not in SEALERS:
        raise Unsealed(room)
    sealed: str = SEALERS[room](act, facts, salt)
    return sealed


class Memory:
    """Stories kept between two writings of one process; what somebody else wrote about is read anew."""

    LARGEST = 200_000

    def __init__(self) -> None:
        self.size = -1
        self.stories: dict[int, Story] = {}

    def recall(self, size: int) -> dict[int, Story]:
        """What is still true of a book of this size. Forgotten whole after a writing that failed."""
        if self.size < 0 or len(self.stories) > self.LARGEST:
            self.stories = {}
        elif self.size < size:
            for (subject,) in rows("SELECT about FROM ledger_entry WHERE seq > %s", [self.size]):
                self.stories.pop(subject, None)
        self.size = -1  # stays so if this writing fails
        return self.stories


@contextmanager
def writing(*, at: datetime, by: int, mint: Mint, memory: Memory | None = None) -> Iterator[Writer]:
    """Hold the book: read, judge, append and move periods under one lock; all of it or nothing."""
    if memory is None:
        memory = Memory()
    elif memory.size < 0 and connection.vendor == "sqlite":
        room_for_many(connection)
    with uncollected(), transaction.atomic():
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
                cursor.execute("SET LOCAL jit = off")  # compiling a question takes longer than any asked here
            cursor.execute("SELECT seq, written_at FROM ledger_entry ORDER BY seq DESC LIMIT 1")
            last = cursor.fetchone() or (0, "")
        writer = Writer(at, by, mint, last, memory.recall(last[0]))
        yield writer
        writer.flush()
    memory.size = writer.size


def append(drafts: Sequence[Draft], *, at: datetime, by: int, mint: Mint) -> list[Entry]:
    """Write drafts as they are, unjudged: for the book's own acts and for tests of the ground floor."""
    with writing(at=at, by=by, mint=mint) as writer:
        writer.fetch(draft.act.about for draft in drafts)
        return [writer.append(writer.place(draft), draft.receipt) for draft in drafts]
