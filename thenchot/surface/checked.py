"""A report checked: read, its arithmetic. Nothing is kept or logged."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from thenchot.files import words as files
from thenchot.files.door import Admitted, admit
from thenchot.files.limits import DOCUMENTS
from thenchot.files.profiles import CHECK
from thenchot.reports.checking.relations import Relation
from thenchot.reports.known import entries
from thenchot.reports.matching.entries import Entry
from thenchot.reports.reading.written import Line, Reading
from thenchot.reports.worker_answers import read_and_check

PASTED = "van-ban.txt"


@dataclass(frozen=True)
class Checked:
    """A report with its figures and how they meet; `notes` are sentences on how it was read.

    For files back: `reports.commented.commented(checked.admitted, checked.reading, checked.relations)` is the
    same Word file with comments (Word only), `reports.table_of_findings.table(reading, relations)` an Excel
    file, `reports.answer.answer(reading, relations)` what JSON says.
    """

    lines: tuple[Line, ...]
    reading: Reading
    relations: tuple[Relation, ...]
    notes: tuple[str, ...]
    admitted: Admitted

    @property
    def is_word(self) -> bool:
        """Whether it can be given back with comments."""
        return self.admitted.kind == "docx"


def check_bytes(data: bytes, name: str, *, matched: bool = True) -> Checked:
    """A report (`.docx`, `.pdf`, `.txt`) read and checked by a confined worker.

    `name` is the user's name for the file; its ending must fit. `files.refusals.Refused` when it does not
    pass: `files.words.say(refused)` is the sentence. Who needs no figure of the catalogue (no JSON, no
    closing) is answered sooner without `matched`.
    """
    admitted = admit(data, DOCUMENTS, name, CHECK)
    answer = read_and_check(admitted, _entries() if matched else ())
    notes = tuple(files.say(note) for note in answer.notes)
    return Checked(answer.reading.lines, answer.reading, answer.relations, notes, admitted)


def check_text(text: str, *, matched: bool = True) -> Checked:
    """Pasted text, as a text file. Refused."""
    return check_bytes(text.encode("utf-8", "replace"), PASTED, matched=matched)


@cache
def _entries() -> tuple[Entry, ...]:
    return tuple(entries())
