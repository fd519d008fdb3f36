"""A story: everything known of one subject, in order, and what it amounts to on any day. Pure."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from .entries import WITHDRAW, Entry
from .fold import in_force

# Places in a story: (effective_on, root). This one comes after every act of its day.
LAST = 2**63


class Story:
    """The acts in force about one subject, in the order of the story.

    `value(track)` is what the last act set; `value(track, on=day)` what stood at the end of that day.
    """

    __slots__ = ("_steps", "entries", "subject")

    def __init__(self, subject: int, entries: Iterable[Entry] = ()) -> None:
        self.subject = subject
        self.entries: list[Entry] = in_force(entries)
        self._steps: defaultdict[tuple[str, str], list[tuple[date, int, str | None, int]]] | None = None

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def last_order(self) -> tuple[date, int] | None:
        """Place of the last act; nothing for a story not begun."""
        return self.entries[-1].order if self.entries else None

    def value(self, track: str, key: str = "", *, on: date | None = None) -> str | None:
        """What the track holds at the end of a day, or after the last act."""
        step = self.step(track, key, on=on)
        return step[2] if step else None

    def since(self, track: str, key: str = "", *, on: date | None = None) -> date | None:
        """The day from which the track holds what it holds; nothing where it holds nothing."""
        step = self.step(track, key, on=on)
        return step[0] if step and step[2] is not None else None

    def step(
        self, track: str, key: str = "", *, on: date | None = None
    ) -> tuple[date, int, str | None, int] | None:
        """(day, root, value, seq) of the act that decides the track on a day."""
        steps = self.steps.get((track, key))
        if not steps:
            return None
        if on is None:
            return steps[-1]
        place = bisect_left(steps, (on, LAST))
        return steps[place - 1] if place else None

    def held(self, track: str, *, on: date | None = None) -> dict[str, str]:
        """Keys of a track that hold something, with what they hold."""
        found = {key: self.value(track, key, on=on) for name, key in list(self.steps) if name == track}
        return {key: value for key, value in found.items() if value is not None}

    @property
    def steps(self) -> dict[tuple[str, str], list[tuple[date, int, str | None, int]]]:
        """For every track and key the settings in order."""
        if self._steps is None:
            self._steps = defaultdict(list)
            for entry in self.entries:
                self._note(entry, entry.act.settings() if entry.act is not None else [])
        return self._steps

    def _note(self, entry: Entry, settings: list[tuple[str, str, str | None]]) -> None:
        if self._steps is not None:
            day, root = entry.order
            for track, key, value in settings:
                self._steps[track, key].append((day, root, value, entry.seq))

    def upto(self, order: tuple[date, int]) -> Story:
        """The story before a place."""
        return self._of([entry for entry in self.entries if entry.order < order])

    def after(self, order: tuple[date, int]) -> list[Entry]:
        """The acts that stand after a place."""
        return [entry for entry in self.entries if entry.order > order]

    def with_(self, entry: Entry) -> Story:
        """The story with an entry in its place; it restates or withdraws the one of the same root."""
        kept = [known for known in self.entries if known.root != entry.root]
        if entry.does != WITHDRAW:
            insort(kept, entry, key=lambda known: known.order)
        return self._of(kept)

    def append(self, entry: Entry, settings: list[tuple[str, str, str | None]]) -> None:
        """Add an act with what it sets at the end, in place: the common case, and cheap."""
        self.entries.append(entry)
        self._note(entry, settings)

    def _of(self, entries: list[Entry]) -> Story:
        story = Story(self.subject)
        story.entries = entries
        return story
