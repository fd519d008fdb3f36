"""A plain replay of the story: the book as it would be, its acts in force, their tracks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import chain

from thenchot.demo.steps import Close, Correct, MemoryMint, MemoryNotes, MemoryPersons, Withdraw
from thenchot.demo.story import story
from thenchot.ledger.kinds import Act


@dataclass
class Entry:
    seq: int
    root: int
    does: str
    act: Act
    at: datetime


class Book:
    """The entries of one seed, what lies in the sealed file, and where closings stood."""

    def __init__(self, seed: int) -> None:
        self.notes, self.persons = MemoryNotes(), MemoryPersons()
        self.entries: list[Entry] = []
        self.closes: dict[str, Close] = {}
        self.steps: list[tuple[datetime, str, list[int]]] = []
        roots: dict[int, int] = {}
        self._kept = roots
        for step in story(seed, MemoryMint(seed), self.notes, self.persons):
            if isinstance(step, Close):
                self.closes[step.name] = step
                continue
            self.steps.append((step.at, step.label, step.act_sets))
            for recorded in step.acts:
                self._add(recorded, step.at, roots)

    def _add(self, recorded: object, at: datetime, roots: dict[int, int]) -> None:
        seq = len(self.entries) + 1
        if isinstance(recorded, Correct | Withdraw):
            act = recorded.act if isinstance(recorded, Correct) else recorded.of
            assert recorded.of in (self.entries[roots[id(recorded.of)] - 1].act,)
            does = "restate" if isinstance(recorded, Correct) else "withdraw"
            self.entries.append(Entry(seq, roots[id(recorded.of)], does, act, at))
            return
        assert isinstance(recorded, Act) and id(recorded) not in roots
        roots[id(recorded)] = seq
        self.entries.append(Entry(seq, seq, "record", recorded, at))

    def in_force(self, known_by: datetime | None = None) -> list[tuple[int, Act]]:
        """(root, act) in the order (effective_on, root), with what was written by a moment."""
        last: dict[int, Entry] = {}
        for entry in self.entries:
            if known_by is None or entry.at <= known_by:
                last[entry.root] = entry
        kept = [(e.root, e.act) for e in last.values() if e.does != "withdraw"]
        return sorted(kept, key=lambda pair: (pair[1].effective_on, pair[0]))

    def digest(self) -> str:
        """One number for everything the seed gives."""
        total = sha256()
        for e in self.entries:
            line = (e.root, e.does, e.act.kind, e.act.about, e.act.effective_on.isoformat(), e.act.paper)
            more = (e.act.organisation, str(e.act.signed_on), sorted(e.act.facts().items()), e.at.isoformat())
            total.update(repr((line, more)).encode())
        for record in chain(self.persons.records.values()):
            total.update(repr(record).encode())
        return total.hexdigest()


State = dict[tuple[int, str, str], str]


def state(acts: list[tuple[int, Act]], day: date) -> State:
    """Every track in force at the end of a day."""
    tracks: State = {}
    for _, act in acts:
        if act.effective_on > day:
            break
        for track, key, value in act.settings():
            if value is None:
                tracks.pop((act.about, track, key), None)
            else:
                tracks[act.about, track, key] = value
    return tracks


def with_track(tracks: State, track: str) -> Iterator[tuple[int, str, str]]:
    """(subject, key, value) of one track."""
    return ((subject, key, value) for (subject, name, key), value in tracks.items() if name == track)


def under(tracks: State, top: int) -> set[int]:
    """The organisation and everything below it."""
    parent = {org: int(value) for org, key, value in with_track(tracks, "parent")}
    inside, known = {top}, dict[int, bool]()

    def is_inside(org: int) -> bool:
        if org not in known:
            known[org] = org in inside or (org in parent and is_inside(parent[org]))
        return known[org]

    return inside | {org for org in parent if is_inside(org)}
