"""Organisations by a part of their name or by their code, within the scopes of an account."""

from __future__ import annotations

from collections.abc import Sequence
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
    f" WHERE subject {{}} AND track IN ('name', 'code') AND {reading.ON_DAY}"
)

_titles = Remembered(8)
_folded = lru_cache(maxsize=8192)(folded)


def organisations(text: str, scopes: Sequence[int], on: date) -> dict[int, str]:
    """At most twenty that exist on the day, in whose name the words follow each other; or one by code.

    By name; nothing for fewer than two letters.
    """
    wanted = " ".join(_folded(word) for word in text.split())
    if len(wanted.replace(" ", "")) < SHORTEST:
        return {}
    known = _titles.get((tuple(scopes), on), lambda: _read(scopes, on))
    texts = labels(note for note, _ in known.values() if note)
    named = {one: texts.get(note) or code for one, (note, code) in known.items()}
    hits = [
        one
        for one, (_, code) in known.items()
        if wanted == _folded(code) or f" {wanted}" in " " + _folded(named[one])
    ]
    first = sorted(hits, key=lambda one: (len(named[one]), order(named[one])))[:MOST]
    return {one: named[one] for one in first}


def _read(scopes: Sequence[int], on: date) -> dict[int, tuple[int, str]]:
    """Note of the name, and code, by organisation."""
    found: dict[int, list[str]] = {}
    inside = sorted(organisations_within(scopes, on))
    for start in range(0, len(inside), reading.AT_ONCE):
        condition, values = reading.among(inside[start : start + reading.AT_ONCE])
        for one, track, value in reading.rows(TITLES.format(condition), [*values, on, on]):
            found.setdefault(one, ["0", ""])[track == "code"] = value
    return {one: (int(note), code) for one, (note, code) in found.items()}
