"""What can be looked at in an installation: its book, sealed files, viewing log, closings and guards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection, connections
from django.utils.translation import gettext as _

from thenchot.access import log, log_proof, log_reading, viewing_guards
from thenchot.ledger import proof, reading
from thenchot.ledger import verifying as ledger
from thenchot.ledger.checkpoints import Checkpoint, opened
from thenchot.ledger.entries import parse_moment
from thenchot.sealed import store
from thenchot.sealed.codes import code
from thenchot.sealed.envelope import Tampered
from thenchot.sealed.keyring import GenerationGone
from thenchot.snapshot.closing import verifying as closing
from thenchot.snapshot.closing.listing import known, standing
from thenchot.snapshot.closing.manifest import installation

from . import keys
from . import proving_words as words
from .session import Session


@dataclass
class Proved:
    """Everything that was looked at: the book, the sealed store, the viewing log, closings, guards."""

    book: ledger.Report
    faults: list[str] = field(default_factory=list)  # sentences, beyond the book's own
    sealed: int | None = None  # files compared with the book; nothing while the keyring is not open
    unrecorded: int = 0
    log_lines: int = 0
    log_signed: tuple[int, int] = (0, 0)  # checkpoints, lines under the last
    closings: int | None = None
    erased_rows: int = 0
    attempts: dict[str, str] | None = None
    role: str = ""
    since: datetime | None = None

    @property
    def in_order(self) -> bool:
        return self.book.in_order and not self.faults


def check(
    session: Session, *, note: str | None = None, closings: bool = False, guards: bool = False
) -> Proved:
    """Look at everything asked for. BadCheckpoint for a checkpoint that is not of this book's key."""
    key = session.desk.key.public_key()
    own, own_log = _kept_elsewhere(note, key)
    with session.progress(_("Kiểm chứng sổ"), reading.size()) as done:
        proved = Proved(ledger.verify(key, own=own, progress=done))
    proved.since = _first_unwitnessed(proved.book)
    _sealed(session, proved)
    _log(proved, key, own_log)
    if closings:
        proved.closings = 0
        codes = known()
        with session.progress(_("Kiểm chứng các lần chốt"), len(codes)) as done:
            for count, one in enumerate(codes, start=1):
                _closing(session, proved, one)
                done(count)
    if guards:
        _guards(proved)
    return proved


def _kept_elsewhere(note: str | None, key: Any) -> tuple[Checkpoint | None, Checkpoint | None]:
    """A checkpoint of the book, or one of the viewing log, whichever the file's first line says."""
    if note is None:
        return None, None
    if note.startswith(f"{log_proof.origin()}\n"):
        return None, opened(note, log_proof.origin(), key)
    return opened(note, proof.origin(), key), None


def _first_unwitnessed(report: ledger.Report) -> datetime | None:
    """When the first entry after the last checkpoint was written."""
    if report.witnessed >= report.size:
        return None
    found = reading.rows("SELECT written_at FROM ledger_entry WHERE seq = %s", [report.witnessed + 1])
    return parse_moment(found[0][0]) if found else None


def _sealed(session: Session, proved: Proved) -> None:
    """Every personal file against what the book says of it; and files of which the book says nothing."""
    said = {}
    for entry in reading.of_kind("people.file_changed"):
        if entry.act is not None:
            said[entry.about] = max(said.get(entry.about, (0, "")), (entry.act.version, entry.act.digest))  # type: ignore[attr-defined]
    recorded = keys.recorded()
    proved.unrecorded = len(store.unrecorded(recorded, until=session.now))
    if not session.desk.opened:
        return
    proved.sealed = len(said)
    persons = sorted(said)
    for start in range(0, len(persons), 2000):
        proved.faults += _differing(persons[start : start + 2000], said)


def _differing(persons: list[int], said: dict[int, tuple[int, str]]) -> Iterator[str]:
    try:
        held = store.versions(persons)
    except (Tampered, GenerationGone):
        if len(persons) > 1:
            middle = len(persons) // 2
            yield from _differing(persons[:middle], said)
            yield from _differing(persons[middle:], said)
        else:
            yield str(words.SEALED["tampered"]).format(person=code(persons[0]))
        return
    for person in persons:
        if person not in held:
            yield str(words.SEALED["missing"]).format(person=code(person))
        elif held[person].digest != said[person][1] and held[person].version <= said[person][0]:
            yield str(words.SEALED["swapped"]).format(person=code(person))
        elif held[person].version > said[person][0]:
            yield str(words.SEALED["not_in_book"]).format(person=code(person))


def _log(proved: Proved, key: Any, own: Checkpoint | None) -> None:
    proved.log_lines = sum(1 for _head in log.heads())
    proved.log_signed = log_proof.signed()
    for seq, what in (*log_reading.faults(), *log_proof.faults(key, own=own)):
        proved.faults.append(str(words.LOG[what]).format(seq=seq))
    for name in viewing_guards.missing_guards(connections[log.ALIAS]):
        proved.faults.append(str(words.LOG["guard"]).format(name=name))


def _closing(session: Session, proved: Proved, code: str) -> None:
    one = standing(code)
    report = closing.verify(one.path, session.desk.key.public_key(), installation())
    faults = [
        fault for fault in report.faults if one.closed or (fault.what, fault.where) != ("signature", "none")
    ]
    proved.closings = (proved.closings or 0) + 1
    proved.erased_rows += report.erased
    for fault in faults:
        said = words.CLOSING.get(fault.what, words.CLOSING["file"])
        proved.faults.append(str(said).format(code=code, where=fault.where))


def _guards(proved: Proved) -> None:
    proved.attempts = ledger.try_guards()
    proved.role = str(connection.settings_dict["USER"] or "sqlite")
    proved.faults += [
        str(words.PASSED).format(name=name) for name, said in proved.attempts.items() if not said
    ]
