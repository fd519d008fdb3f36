"""Organisations by a part of their name or by their code, within the scopes of an account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from thenchot.access.scope import organisations_within
from thenchot.ledger import reading
from thenchot.ledger.remembering import Remembered
from thenchot.ledger.vietnamese import folded, order
from thenchot.sealed.labels import labels

SHORTEST, MOST = 2, 20
TITLES = (
    "SELECT subject, track, value FROM ledger_period"
    f" WHERE subject {{}} AND track IN ('name', 'code', 'parent') AND {reading.ON_DAY}"
)

_titles = Remembered(8)
_folded = lru_cache(maxsize=8192)(folded)


@dataclass(frozen=True)
class Titles:
    """Organisations that exist on a day: note of the name, code, and what each hangs under."""

    notes: Mapping[int, int]
    codes: Mapping[int, str]
    parents: Mapping[int, int]

    def names(self) -> dict[int, str]:
        """Names as they are, codes where there is none to read."""
        texts = labels(self.notes.values())
        return {one: texts.get(self.notes.get(one, 0)) or code for one, code in self.codes.items()}


def titles(scopes: Sequence[int], on: date) -> Titles:
    """What is called how within these scopes; kept until the book grows."""
    return _titles.get((tuple(scopes), on), lambda: _read(scopes, on))


def found(text: str, known: Titles, names: Mapping[int, str]) -> list[int]:
    """At most twenty in whose name these words follow each other, shortest names first; or one by its code.

    Nothing for fewer than two letters.
    """
    wanted = " ".join(_folded(word) for word in text.split())
    if len(wanted.replace(" ", "")) < SHORTEST:
        return []
    hits = [
        one
        for one, code in known.codes.items()
        if wanted == _folded(code) or f" {wanted}" in " " + _folded(names[one])
    ]
    return sorted(hits, key=lambda one: (len(names[one]), order(titled(one, known, names))))[:MOST]


def titled(one: int, known: Titles, names: Mapping[int, str]) -> str:
    """`Chi bộ thôn 1 · Đảng bộ xã Hồng Sơn`: many cells have the same name."""
    above = names.get(known.parents.get(one, 0))
    return f"{names[one]} · {above}" if above else names[one]


def _read(scopes: Sequence[int], on: date) -> Titles:
    values: dict[str, dict[int, str]] = {"name": {}, "code": {}, "parent": {}}
    inside = sorted(organisations_within(scopes, on))
    for start in range(0, len(inside), reading.AT_ONCE):
        condition, ids = reading.among(inside[start : start + reading.AT_ONCE])
        for one, track, value in reading.rows(TITLES.format(condition), [*ids, on, on]):
            values[track][one] = value
    return Titles(
        notes={one: int(note) for one, note in values["name"].items()},
        codes=values["code"],
        parents={one: int(above) for one, above in values["parent"].items()},
    )
