"""What the commands that write say afterwards: where it stands in the book, what waits, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import typer

from thenchot.access.desk import Outcome
from thenchot.access.two_persons import Request
from thenchot.law import words as law
from thenchot.law.recording import Finding, Recorded
from thenchot.sealed.codes import code
from thenchot.surface.kinds import begins
from thenchot.surface.told import told

from . import words
from .session import Session
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
