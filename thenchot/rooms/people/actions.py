"""A sealed file changes: a member reports, the office answers or corrects; file and acts of one act set."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from thenchot.ledger.kinds import Act
from thenchot.sealed import store
from thenchot.sealed.persons import PersonFile
from thenchot.sealed.randomness import Randomness

from .error_events import ErrorAnswered, ErrorReported
from .events import FileChanged
from .proposals import with_proposal, without_proposal


def reported(
    file: PersonFile, report: ErrorReported, value: str, *, at: datetime, randomness: Randomness
) -> list[Act]:
    """Seal the value proposed; the acts to be recorded with it. NotAValue, before anything is sealed."""
    changed = with_proposal(file, report.item, value)
    return [report, sealed(changed, report, at=at, randomness=randomness)]


def answered(file: PersonFile, answer: ErrorAnswered, *, at: datetime, randomness: Randomness) -> list[Act]:
    """Let the value proposed go; the acts to be recorded with it."""
    changed = without_proposal(file, answer.item)
    return [answer, sealed(changed, answer, at=at, randomness=randomness)]


def sealed(file: PersonFile, act: Act, *, at: datetime, randomness: Randomness) -> FileChanged:
    """Write the file; what the book says of it. Call it where the book is held, before the acts."""
    written = store.put_persons([file], at=at, randomness=randomness)[file.person]
    return FileChanged(
        about=file.person, effective_on=act.effective_on, organisation=act.organisation,
        version=written.version, digest=written.digest,
    )  # fmt: skip


def refiled(file: PersonFile, said: FileChanged, *, at: datetime, randomness: Randomness) -> FileChanged:
    """Write a corrected file; the act `said` with its new version and digest. NumberTaken."""
    written = store.put_persons([file], at=at, randomness=randomness)[file.person]
    return replace(said, version=written.version, digest=written.digest)
