"""Căn cứ: every value of the law in the book on a day, the versions of one key, what the book lacks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.law import words
from thenchot.law.events import ValueLoaded
from thenchot.law.key_words import HEADINGS, heading, key_words
from thenchot.law.reading import new_values, no_longer_shipped
from thenchot.law.values import Grade, LawBook, Value
from thenchot.law.world import law_in_book, shipped
from thenchot.ledger.remembering import Remembered
from thenchot.surface.laws import sources

from ..here import Here
from ..page import Asked, page


@dataclass(frozen=True)
class Line:
    """One version as it is read. `last` is the last day it holds; nothing where it still does."""

    key: str
    name: str
    amount: str
    since: date
    last: date | None
    source: str
    grade: Any
    sure: bool
    scope: str


@page(Action.SEE_LAW)
def values(request: Asked) -> HttpResponse:
    """One line a key and scope, under its heading, on the day of the page."""
    here, law = request.here, law_in_book()
    held = [one for one in law if one.since <= here.as_of and (one.until is None or here.as_of < one.until)]
    groups: dict[str, list[Line]] = {}
    order = list(HEADINGS)
    for line in sorted(lines(held), key=lambda one: (_rank(order, one.key), one.name)):
        groups.setdefault(heading(line.key), []).append(line)
    missing = _missing.get((), lambda: _lacked(here, law))
    said = {
        "groups": groups.items(),
        "count": len(held),
        "unsure": sum(one.grade is Grade.UNVERIFIED for one in held),
        "missing": [(key_words(act.key), act.key, act.effective_on) for act in missing],
        "gone": [(key_words(one.key), one.key, one.since) for one in no_longer_shipped(shipped(), law)],
        "loads": here.can(Action.LOAD_VALUE) and not here.past,
    }
    return render(request, "law/values.html", said)


_missing = Remembered(1)


def _lacked(here: Here, law: LawBook) -> list[ValueLoaded]:
    """What is shipped and not in the book."""
    assert here.desk.founding is not None
    return new_values(shipped(), law, here.desk.founding.subject)


@page(Action.SEE_LAW)
def value(request: Asked, key: str) -> HttpResponse:
    """Every version of one key, the last first; where the law is silent between two it says so."""
    law = law_in_book()
    if key not in law.keys:
        raise Http404(key)
    found = sorted((one for one in law if one.key == key), key=lambda one: (one.scope, one.since))
    said = {
        "key": key,
        "name": key_words(key),
        "heading": heading(key),
        "lines": list(reversed(lines(found))),
        "loads": request.here.can(Action.LOAD_VALUE) and not request.here.past,
    }
    return render(request, "law/value.html", said)


def lines(found: list[Value]) -> list[Line]:
    """Versions in the order given."""
    said = sources(found)
    return [
        Line(
            one.key, key_words(one.key), words.amount(one), one.since,
            one.until - timedelta(days=1) if one.until else None, said[one.place], words.GRADES[one.grade],
            one.grade is not Grade.UNVERIFIED, words.scope(one),
        )
        for one in found
    ]  # fmt: skip


def _rank(order: list[str], key: str) -> int:
    room = key.partition(".")[0]
    return order.index(room) if room in order else len(order)
