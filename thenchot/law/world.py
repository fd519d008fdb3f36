"""What rules may look at besides the story: the law of the day, the calendar, the neighbours' stories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Protocol

from ..ledger import reading
from ..ledger.entries import Entry
from ..ledger.stories import Story
from ..ledger.tree import lineage
from .calendar import Holidays, load_holidays
from .events import ValueLoaded
from .reading import law_of
from .values import CENTRE, LawBook, load_shipped

_held: dict[tuple[str, int, int], LawBook] = {}


@cache
def shipped() -> LawBook:
    """The values this release ships, read once."""
    return load_shipped()


@cache
def shipped_holidays() -> Holidays:
    """The calendar this release ships, read once."""
    return load_holidays()


def law_in_book(*, known_by: int | None = None) -> LawBook:
    """The law as the book holds it; kept until another value is loaded."""
    from django.db import connection

    founding = "SELECT about FROM ledger_entry WHERE seq = 1"
    query = f"SELECT coalesce(max(seq), 0), count(*) FROM ledger_entry WHERE about = ({founding})"
    last, size = reading.rows(query)[0]
    place = (str(connection.settings_dict["NAME"]), int(last), int(size))
    if known_by is not None:
        return _law(known_by)
    if place not in _held:
        _held.clear()
        _held[place] = _law(None)
    return _held[place]


def _law(known_by: int | None) -> LawBook:
    entries = reading.of_kind(ValueLoaded.kind, known_by=known_by)
    return law_of((e.act for e in entries if isinstance(e.act, ValueLoaded)), shipped())


class Stories(Protocol):
    """What a world needs of a writer: stories, and what it has added so far."""

    written: list[Entry]

    def story(self, subject: int) -> Story:
        """What is known of a subject."""

    def fetch(self, subjects: Iterable[int]) -> None:
        """Read many stories at once."""


class World:
    """Built by the action for one writing."""

    def __init__(self, writer: Stories, law: LawBook, holidays: Holidays) -> None:
        self._writer = writer
        self.law = law
        self.holidays = holidays
        self._looked_at = 0  # acts of this writing that `_here` knows
        self._here: defaultdict[tuple[str, str, str], set[int]] = defaultdict(set)

    def story(self, subject: int) -> Story:
        """The story of a neighbour, with what this writing has already added."""
        return self._writer.story(subject)

    def exists(self, subject: int, on: date) -> bool:
        """Whether an organisation, body or place exists at the end of a day."""
        return self.story(subject).value("exists", on=on) is not None

    def holders(self, track: str, value: str, on: date, key: str = "") -> list[int]:
        """The subjects whose track holds a value at the end of a day, with what this writing has added."""
        self._look()
        known = reading.holding(track, value, as_of=on, key=key)
        found = dict.fromkeys([*known, *sorted(self._here[track, key, value])])
        self._writer.fetch(found)
        return [subject for subject in found if self.story(subject).value(track, key, on=on) == value]

    def _look(self) -> None:
        for entry in self._writer.written[self._looked_at :]:
            for track, key, value in entry.act.settings() if entry.act else ():
                if value is not None:
                    self._here[track, key, value].add(entry.about)
        self._looked_at = len(self._writer.written)

    def scope_of(self, organisation: int | None, on: date) -> Sequence[str]:
        """Scopes from wide to narrow: the centre, then the province and commune it lies in."""
        if organisation is None:
            return (CENTRE,)
        line = reversed(lineage(self.story, organisation, on))
        found = [scope for above in line for scope in self._local(above, on)]
        return tuple(dict.fromkeys((CENTRE, *found)))

    def _local(self, organisation: int, on: date) -> list[str]:
        place = self.story(organisation).value("place", on=on)
        if place is None:
            return []
        story = self.story(int(place))
        level, code = story.value("level", on=on), story.value("code", on=on)
        return [f"{level}:{code}"] if level in ("province", "commune") and code else []
