"""The one fold: from the entries in force to the periods in which a track held a value.

Pure, for all rooms. `fold.sql` says the same to a database; a test lets both loose on random histories.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from .entries import WITHDRAW, Entry


@dataclass(frozen=True, slots=True)
class Period:
    """A track of a subject held this value from `since` up to, not including, `until`."""

    subject: int
    track: str
    key: str
    value: str
    since: date
    until: date | None
    opened_by: int
    closed_by: int | None

    def holds_on(self, day: date) -> bool:
        """Whether the value stood at the end of that day."""
        return self.since <= day and (self.until is None or day < self.until)


def in_force(entries: Iterable[Entry], *, known_by: int | None = None) -> list[Entry]:
    """For each act the entry with the highest seq known, without the withdrawn, in the order of the story."""
    latest: dict[int, Entry] = {}
    for entry in entries:
        if known_by is not None and entry.seq > known_by:
            continue
        known = latest.get(entry.root)
        if known is None or entry.seq > known.seq:
            latest[entry.root] = entry
    return sorted((e for e in latest.values() if e.does != WITHDRAW), key=lambda e: e.order)


def periods(entries: Iterable[Entry], *, known_by: int | None = None) -> list[Period]:
    """The periods of every track, from entries in any order. The last act of a day decides that day."""
    steps: defaultdict[tuple[int, str, str], list[tuple[str | None, date, int]]] = defaultdict(list)
    for entry in in_force(entries, known_by=known_by):
        if entry.act is not None:
            for track, key, value in entry.act.settings():
                steps[entry.about, track, key].append((value, entry.effective_on, entry.seq))
    return [period for place, changes in steps.items() for period in _runs(place, changes)]


def _runs(place: tuple[int, str, str], changes: list[tuple[str | None, date, int]]) -> Iterable[Period]:
    for (value, since, seq), after in zip(changes, [*changes[1:], None], strict=True):
        if value is None:
            continue
        until, closed_by = (after[1], after[2]) if after else (None, None)
        if until is None or since < until:
            yield Period(*place, value, since, until, seq, closed_by)
