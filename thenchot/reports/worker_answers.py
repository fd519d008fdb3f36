"""A report from outside, read and checked in a confined worker; what comes back is looked at once more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from ..files import confined
from ..files.documents import asked_of, collect
from ..files.door import Admitted
from ..files.refusals import Note, Refused
from ..files.wire import NotOfThisKind, pack, unpack
from .checking.relations import Relation
from .matching.entries import Entry
from .reading.written import Figure, Line, Reading
from .worker import written

WORKER = "thenchot.reports.worker"


@dataclass(frozen=True)
class Answer:
    """A report's reading, the relations between its figures, and what a reader should know of the file."""

    reading: Reading
    relations: tuple[Relation, ...]
    notes: tuple[Note, ...]


def read_and_check(admitted: Admitted, entries: Iterable[Entry] = ()) -> Answer:
    """One process reads the file, finds its figures and checks them; Refused when it cannot in its bounds.

    With `entries` each figure is matched with the one of the catalogue that it probably is.
    """
    asked = {**asked_of(admitted), "entries": pack(tuple(entries))}
    with closing(confined.ask(WORKER, asked, admitted.data)) as answers:
        lines, notes = collect(answers)
        reading, relations = found(answers, written(lines))
    return Answer(reading, relations, (*admitted.notes, *notes))


def found(answers: Iterator[Any], lines: tuple[Line, ...]) -> tuple[Reading, tuple[Relation, ...]]:
    """Figures and relations, if every one points to where it says; Refused otherwise."""
    answer = next(answers, None)
    if not isinstance(answer, dict) or answer.keys() != {"figures", "relations"}:
        raise Refused("memory")
    try:
        figures: tuple[Figure, ...] = unpack(tuple[Figure, ...], answer["figures"])
        relations: tuple[Relation, ...] = unpack(tuple[Relation, ...], answer["relations"])
    except NotOfThisKind:
        raise Refused("memory") from None
    if not all(_in_place(place, one, lines, len(figures)) for place, one in enumerate(figures)):
        raise Refused("memory")
    for one in relations:
        figures_fit = all(0 <= ordinal < len(figures) for ordinal in one.figures)
        if not figures_fit or not all(1 <= line <= len(lines) for line in one.lines):
            raise Refused("memory")
    return Reading(lines, figures), relations


def _in_place(place: int, one: Figure, lines: tuple[Line, ...], count: int) -> bool:
    return (
        one.ordinal == place
        and 1 <= one.line <= len(lines)
        and 0 <= one.start < one.end
        and lines[one.line - 1].text[one.start : one.end] == one.text
        and (one.of is None or 0 <= one.of < count)
    )
