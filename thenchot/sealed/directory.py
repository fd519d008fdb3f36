"""The names of all persons in this process's memory: Vietnamese order, search without marks, labels."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Container, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from threading import Lock

from thenchot.ledger.vietnamese import clean, folded, name_order

from . import tables, unsealed
from .keyring import PERSONAL
from .opening import keyring
from .persons import PersonFile

BETWEEN = "\t"  # nobody can type it: searched words are cleaned
MANY = 8  # of one person in so many, going through all is quicker than sorting
Within = Container[int] | Callable[[int], bool] | None


class Directory:
    """One state of the names; it never changes, `followed` gives the next one. Safe between threads."""

    def __init__(self, change: int, order: list[int], labels: list[str], lines: list[str]) -> None:
        """Ids in Vietnamese order, with their labels and searched names in the same order.

        `change` is the state of the store they are of.
        """
        self.change, self._order, self._labels = change, order, labels
        self._rank = {person: place for place, person in enumerate(order)}
        # One text, a person a line, a space before every word, BETWEEN names: ` vang a sung`.
        self._text = "\n".join(lines)
        self._starts = array("q", accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    def __len__(self) -> int:
        return len(self._order)

    def label(self, person: int) -> str | None:
        """`Vàng A Sùng (1960)`; nothing for who has no file."""
        place = self._rank.get(person)
        return None if place is None else self._labels[place]

    def ordered(self, ids: Iterable[int]) -> list[int]:
        """Each once, by given name, middle names, family name, year; who has no file comes last, by id."""
        wanted = set(ids)
        if len(wanted) * MANY > len(self._order):
            ordered = [person for person in self._order if person in wanted]
        else:
            ordered = sorted(wanted & self._rank.keys(), key=self._rank.__getitem__)
        if len(ordered) < len(wanted):
            ordered += sorted(wanted - self._rank.keys())
        return ordered

    def find(self, text: str, within: Within = None, limit: int = 20) -> list[int]:
        """Persons in one of whose names these words follow each other, the last perhaps unfinished, in order.

        Names in use spelled with the very marks typed come first.
        """
        wanted, spelled = _searched(text), " " + clean(text).lower()
        if not wanted.strip():
            return []
        exact: list[int] = []
        others: list[int] = []
        for place, in_use in self._hits(wanted):
            if _allowed(within, self._order[place]):
                as_typed = in_use and (spelled == wanted or spelled in " " + self._labels[place].lower())
                (exact if as_typed else others).append(self._order[place])
                if len(exact) == limit:
                    break
        return (exact + others)[:limit]

    def followed(
        self, change: int, labels: dict[int, str], gone: Collection[int], lines_of: dict[int, str]
    ) -> Directory:
        """The next state: these labels and their lines are new or changed, and the persons `gone` are."""
        lines = self._text.split("\n") if self._order else []
        entries = zip(self._order, self._labels, lines, strict=True)
        kept = [entry for entry in entries if entry[0] not in gone and entry[0] not in labels]
        for person, label in labels.items():
            place = bisect_left(kept, _key(person, label), key=lambda entry: _key(entry[0], entry[1]))
            kept.insert(place, (person, label, lines_of[person]))
        return Directory(change, *([entry[part] for entry in kept] for part in range(3)))

    def _hits(self, wanted: str) -> Iterator[tuple[int, bool]]:
        """Places in the order, each once, and whether it is the name in use."""
        found = self._text.find(wanted)
        while found >= 0:
            place = bisect_right(self._starts, found) - 1
            yield place, BETWEEN not in self._text[self._starts[place] : found]
            if place + 1 == len(self._starts):
                return
            found = self._text.find(wanted, self._starts[place + 1])


_lock = Lock()
_current: tuple[object, Directory] | None = None


def is_built() -> bool:
    """Does this process hold the names of the keyring in use?"""
    return _current is not None and _current[0] is keyring()


def current() -> Directory:
    """The directory as the store is now: built the first time, then only what changed is read. Unopened."""
    global _current
    keys = unsealed.current_keys()
    with _lock:
        change = tables.counter()
        if _current is None or _current[0] is not keys or change < _current[1].change:
            _current = (keys, _built(change))
        elif change != _current[1].change:
            _current = (keys, _followed(_current[1], change))
        return _current[1]


def forget() -> None:
    """Drop the names from memory."""
    global _current
    with _lock:
        _current = None


def name_in(label: str) -> str:
    """The name without the birth year."""
    return label[: -len(" (1960)")] if label.endswith(")") else label


def _built(change: int) -> Directory:
    entries = [(file.person, file.label, line(file)) for file in unsealed.changed_since(0)]
    entries.sort(key=lambda entry: _key(entry[0], entry[1]))
    return Directory(
        change,
        [person for person, _, _ in entries],
        [label for _, label, _ in entries],
        [searched for _, _, searched in entries],
    )


def _followed(before: Directory, change: int) -> Directory:
    changed = list(unsealed.changed_since(before.change))
    labels = {file.person: file.label for file in changed}
    if len(labels) > 1000:  # an import: sorting all is quicker than putting each in its place
        return _built(change)
    known = set(before._order) | labels.keys()
    (count,) = tables.ask("SELECT count(*) FROM sealed_record WHERE purpose = %s", [PERSONAL])[0]
    gone = known - _here() if count != len(known) else ()
    return before.followed(change, labels, gone, {file.person: line(file) for file in changed})


def line(file: PersonFile) -> str:
    """By what a person is found: the name in use, those before it, *tên khác*. Never what was corrected."""
    others = {each.text for each in file.names} | {file.other_name or ""}
    return BETWEEN.join(map(_searched, [file.name, *sorted(others - {file.name, ""})]))


def _here() -> set[int]:
    rows = tables.ask("SELECT subject FROM sealed_record WHERE purpose = %s", [PERSONAL])
    return {subject for (subject,) in rows}


def _key(person: int, label: str) -> tuple[object, ...]:
    return _name_key(name_in(label)), label, person


# Bounded: they save work on namesakes and on the few words names are made of, and keep little.
_name_key = lru_cache(maxsize=1024)(name_order)


def _searched(text: str) -> str:
    """Every word folded and with a space before it; no words, only a space."""
    return " " + " ".join(_folded(word) for word in text.split())


_folded = lru_cache(maxsize=4096)(folded)


def _allowed(within: Within, person: int) -> bool:
    if within is None:
        return True
    return within(person) if callable(within) else person in within
