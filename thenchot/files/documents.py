"""A document from outside as lines: Word, PDF, text. Through the door, and read by a confined worker."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from . import confined
from .door import Admitted, admit
from .limits import DOCUMENTS, LIMITS
from .lines import SORTS, DocumentLine
from .profiles import CHECK, Profile
from .refusals import Note, Refused
from .wire import NotOfThisKind, unpack

WORKER = "thenchot.files.document_worker"
# What the worker may refuse for, and what its sentence counts.
CODES = {
    "text": "limit", "line": "limit", "paragraphs": "limit", "pages": "limit", "broken": "", "memory": "",
    "empty": "", "encrypted": "", "scanned": "", "pdf_program": "", "pdf_form": "", "embedding": "",
}  # fmt: skip
NOTES = {"text_boxes", "old_font", "chrome"}


@dataclass(frozen=True)
class Document:
    """A document read: its lines in order (place i is line i + 1), and what a reader should know of it."""

    lines: tuple[DocumentLine, ...]
    notes: tuple[Note, ...]
    kind: str
    admitted: Admitted


def read_document(
    given: Path | str | bytes | Admitted,
    name: str = "",
    kinds: Collection[str] = DOCUMENTS,
    profile: Profile = CHECK,
) -> Document:
    """The lines of a file (or of bytes with the user's `name`); Refused when it does not pass.

    Lines are counted from 1 as they are given: every paragraph of a Word document, cells of tables among
    them, then footnotes; paragraphs joined from the rows of a PDF; every line of a text, empty ones too.
    """
    admitted = given if isinstance(given, Admitted) else admit(given, kinds, name, profile)
    with closing(confined.ask(WORKER, asked_of(admitted), admitted.data)) as answers:
        lines, notes = collect(answers)
    return Document(lines, (*admitted.notes, *notes), admitted.kind, admitted)


def asked_of(admitted: Admitted) -> dict[str, Any]:
    """What a worker must be told of a document, besides its bytes."""
    return {"kind": admitted.kind, "main": admitted.main}


def collect(answers: Iterator[Any]) -> tuple[tuple[DocumentLine, ...], tuple[Note, ...]]:
    """Lines and notes; every answer is checked, for the worker has read what a stranger wrote."""
    lines: list[DocumentLine] = []
    for answer in answers:
        if isinstance(answer, dict):
            if "refused" in answer:
                raise confined.refusal(answer, CODES)
            if answer.get("lines") != len(lines):
                break
            return tuple(lines), notes_of(answer.get("notes"))
        lines.append(line_of(answer))
        if len(lines) > LIMITS.paragraphs:
            break
    # Killed by its limits, or an answer that is not one.
    raise Refused("memory")


def line_of(answer: Any) -> DocumentLine:
    """A line from the worker's form; Refused for anything else."""
    try:
        line: DocumentLine = unpack(DocumentLine, answer)
    except NotOfThisKind:
        raise Refused("memory") from None
    if line.sort not in SORTS or min(line.level, line.table, line.row, line.column) < 0:
        raise Refused("memory")
    return line


def notes_of(answer: Any) -> tuple[Note, ...]:
    try:
        notes: tuple[Note, ...] = unpack(tuple[Note, ...], answer)
    except NotOfThisKind:
        raise Refused("memory") from None
    if not all(note.code in NOTES and note.count >= 0 for note in notes):
        raise Refused("memory")
    return notes
