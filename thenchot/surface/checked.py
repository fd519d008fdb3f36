"""A report checked: read, its arithmetic, its figures against a closing. Nothing is kept or logged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.files import words as files
from thenchot.files.door import Admitted, admit
from thenchot.files.limits import DOCUMENTS
from thenchot.files.profiles import CHECK
from thenchot.reports.against import Closed, Compared, Outcome, Span, Unknown, compare
from thenchot.reports.checking.relations import Relation
from thenchot.reports.known import entries
from thenchot.reports.matching.entries import Entry
from thenchot.reports.reading.written import Line, Reading
from thenchot.reports.worker_answers import read_and_check
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.movement import later as between
from thenchot.snapshot.closing.opening import Closing

from .closings import Mover, movers

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


@dataclass(frozen=True)
class Against:
    """A printed figure against a closing; `movers` are the acts that moved it since another closing of the
    same period (`other`), which has just the printed value."""

    compared: Compared
    other: str = ""
    movers: tuple[Mover, ...] = ()


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


def against(checked: Checked, code: str, desk: Desk, *, by: int, at: datetime) -> tuple[Against, ...]:
    """Every figure against the closing of this code, in order. NotAllowed; LookupError: no such code."""
    one = listing.standing(code)
    desk.need(Action.SEE_FIGURES, by=by, at=at, organisation=one.organisation)
    closing = Closing(one.path)
    span = Span(one.period.first, one.period.last, one.period.data_to)
    found = compare(checked.reading.figures, span, closed_of(closing, one.organisation))
    others = [(other, Closing(other.path)) for other in _same_period(one)]
    return tuple(_since(compared, checked, one, closing, others) for compared in found)


def closed_of(closing: Closing, organisation: int) -> Closed:
    """What a closing says of a code: counted, stated, or a share worked out from its whole numbers."""
    ratios = closing.ratios(organisation)

    def value(code: str) -> Decimal | None:
        if code in ratios:
            share, declared = ratios[code], closing.catalogue.ratios[code]
            if share.numerator is None or not share.base:
                return None if share.value is None else Decimal(share.value)
            hundred = 100 if declared.unit == "percent" else 1
            return Decimal(share.numerator) * hundred / Decimal(share.base)
        try:
            number = closing.figure(code, organisation)
        except KeyError:
            raise Unknown(code) from None
        return None if number is None else Decimal(number)

    return value


def _same_period(one: Standing) -> list[Standing]:
    """Other closings of the same period: what was closed before it was replaced, or after."""
    return [
        other
        for other in listing.closings(one.organisation)
        if other.code != one.code and other.closed and other.line == one.line
        and (other.period.first, other.period.last) == (one.period.first, one.period.last)
    ]  # fmt: skip


def _since(
    compared: Compared,
    checked: Checked,
    one: Standing,
    closing: Closing,
    others: Iterable[tuple[Standing, Closing]],
) -> Against:
    """Which acts stand between the printed value and the closed one, where another closing has the former."""
    if compared.outcome is not Outcome.DIFFERS or compared.code not in closing.catalogue.figures:
        return Against(compared)
    printed = checked.reading.figures[compared.ordinal].value
    for other, opened in others:
        try:
            same = opened.figure(compared.code, one.organisation) == printed
        except KeyError:
            continue
        if same:
            first, last = sorted((opened, closing), key=lambda each: int(each.manifest["cut_off"]))
            changed = between(first, last).moved(one.organisation, [compared.code])
            found = movers(entry for moved in changed for entry in moved.entries)
            return Against(compared, other.code, tuple(found))
    return Against(compared)
