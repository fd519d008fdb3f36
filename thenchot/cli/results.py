"""What the commands that write say afterwards: where it stands in the book, what waits, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from thenchot.access.desk import Outcome
from thenchot.access.two_persons import Request
from thenchot.law import words as law
from thenchot.law.recording import Finding, Recorded
from thenchot.ledger.entries import Entry
from thenchot.ledger.kinds import PERSON
from thenchot.sealed.codes import code
from thenchot.sealed.labels import labels
from thenchot.snapshot.closing import words as closing_words
from thenchot.snapshot.closing.events import Step
from thenchot.snapshot.closing.listing import standing

from . import words
from .kinds import begins, label_of, room_words
from .session import Session
from .subjects import names_of
from .troubles import WAITS, when

MOST_LINES = 20


def say(session: Session, outcome: Outcome, *, lines: bool = True) -> None:
    """Print what was written, or Exit 3 for what waits for a second person."""
    if outcome.waiting:
        wait(session, outcome.waiting)
    recorded = outcome.recorded
    if session.json:
        session.answer(as_json(recorded))
        return
    if recorded.entries:
        session.say(where(recorded))
    for entry in recorded.entries[:MOST_LINES] if lines else ():
        session.say(f"  {entry.seq}: {told(entry)}")
        if entry.act is not None and begins(type(entry.act)):
            session.say("  " + str(words.NEW_SUBJECT).format(id=entry.about))
    for person in dict.fromkeys(e.about for e in recorded.entries if e.kind == "people.registered" and lines):
        session.say("  " + str(words.NEW_PERSON).format(code=code(person)))
    for finding in recorded.to_review:
        session.say("  " + review(finding))


def where(recorded: Recorded) -> str:
    """Numbers of the entries, and the act set by which all of it is undone."""
    first, last = recorded.entries[0], recorded.entries[-1]
    if recorded.again:
        return str(words.AGAIN).format(day=when(first.written_at), act_set=first.act_set)
    form = words.WRITTEN if last.seq > first.seq else words.WRITTEN_ONE
    return str(form).format(first=first.seq, last=last.seq, act_set=first.act_set)


def wait(session: Session, waiting: Sequence[Request]) -> None:
    """Say who has to do what; the exit code tells a script."""
    if session.json:
        session.answer({"waiting": [asked.code for asked in waiting]})
    for asked in waiting:
        session.say(str(words.WAITS).format(code=asked.code))
    raise typer.Exit(WAITS)


def review(finding: Finding, place: str = "") -> str:
    said = str(words.TO_REVIEW).format(sentence=law.say(finding.objection))
    return f"{place}: {said}" if place else said


def as_json(recorded: Recorded) -> dict[str, Any]:
    """For programs: ids as text, as they do not fit into a number of JSON everywhere."""
    return {
        "again": recorded.again,
        "entries": [
            {"seq": e.seq, "kind": e.kind, "about": str(e.about), "act_set": str(e.act_set)}
            for e in recorded.entries
        ],
        "to_review": [
            {"rule": f.objection.rule, "kind": f.act.kind, "says": law.say(f.objection)}
            for f in recorded.to_review
        ],
    }


def told(entry: Entry) -> str:
    """The entry in one line."""
    if entry.kind.partition(".")[0] in ("organisations", "people", "membership", "offices"):
        return str(room_words(entry.kind).timeline(entry, name=naming))
    if isinstance(entry.act, Step):
        step = closing_words.STEPS[entry.kind.partition(".")[2]]
        return f"{step} · {closing_words.title(standing(entry.act.code))}"
    return label_of(entry.kind)


def naming(one: int) -> str:
    """A name that was sealed, or the name or code of an organisation or place."""
    return labels([one]).get(one) or names_of([one])[one]


def subject(kind: str, about: int, form: str) -> str:
    """Whom an act is about: a code for persons, whose names have a log of their own."""
    return code(about) if form == PERSON else names_of([about])[about]
