"""What can be proved about the book where it lies: lines, facts, columns, checkpoints, periods, guards."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import connection, transaction

from . import guards, proof, reading
from .checkpoints import BadCheckpoint, Checkpoint, opened
from .entries import canonical, facts_hash
from .fold import Period, periods
from .kinds import KINDS, PERSONAL
from .merkle import Frontier, leaf

COLUMNS = (
    "SELECT e.seq, e.root, e.act_set, e.kind, e.about, e.organisation, e.effective_on, e.signed_on, e.does,"
    " e.written_at, e.head, f.salt, f.facts FROM ledger_entry e LEFT JOIN ledger_fact f ON f.seq = e.seq"
    " WHERE e.seq > %s AND e.seq <= %s ORDER BY e.seq"
)


@dataclass(frozen=True)
class Fault:
    """What is not in order: the entry (or checkpoint number) and the rule it breaks."""

    place: int
    rule: str


@dataclass
class Report:
    """What was looked at and what was found."""

    size: int = 0
    erased: int = 0
    checkpoints: int = 0
    witnessed: int = 0  # entries under the last checkpoint
    root: str = ""
    faults: list[Fault] = field(default_factory=list)
    missing_guards: list[str] = field(default_factory=list)
    periods: int = 0

    @property
    def in_order(self) -> bool:
        return not self.faults and not self.missing_guards


def verify(
    key: Ed25519PublicKey, *, own: Checkpoint | None = None, progress: Callable[[int], None] = lambda n: None
) -> Report:
    """Check the whole book against itself and, better, against a checkpoint kept elsewhere (`own`)."""
    report = Report(missing_guards=guards.missing(connection))
    roots = _walk(report, _sizes(own), progress)
    _checkpoints(report, key, roots)
    if own is not None and roots.get(own.size) != own.root:
        rule = "book_is_cut" if own.size > report.size else "two_books"
        report.faults.append(Fault(own.size, rule))
    _periods(report)
    return report


def _sizes(own: Checkpoint | None) -> set[int]:
    return {size for size, _, _, _ in proof.notes()} | ({own.size} if own else set())


def _walk(report: Report, sizes: set[int], progress: Callable[[int], None]) -> dict[int, bytes]:
    """Every entry once; the roots of the tree at the sizes asked for."""
    roots, frontier, erased_by = {0: Frontier().root}, Frontier(), _erasures()
    last_written, size = "", reading.size()
    for start in range(0, size, reading.AT_ONCE):
        for row in reading.rows(COLUMNS, [start, start + reading.AT_ONCE]):
            report.size += 1
            frontier = frontier.grown([leaf(row[10].encode())])
            if report.size in sizes:
                roots[report.size] = frontier.root
            _entry(report, row, last_written, erased_by)
            last_written = row[9]
        progress(report.size)
    report.root = frontier.root.hex()
    return roots


def _erasures() -> dict[int, int]:
    """Subject → the last seq that says its facts are erased."""
    found = reading.rows(
        "SELECT about, max(seq) FROM ledger_entry WHERE kind = 'people.erased' GROUP BY about"
    )
    return {row[0]: row[1] for row in found}


def _entry(report: Report, row: tuple[Any, ...], last_written: str, erased_by: dict[int, int]) -> None:
    seq, salt, facts = row[0], row[11], row[12]
    head = json.loads(row[10])
    faults = []
    if seq != report.size or canonical(head) != row[10]:
        faults.append("line_in_place")
    if _repeated(head) != _as_text(row[:10]):
        faults.append("columns_repeat_the_head")
    if head["written_at"] < last_written:
        faults.append("time_goes_forward")
    if facts is None:
        report.erased += 1
        kind = KINDS.get(head["kind"])
        if erased_by.get(row[4], 0) <= seq or (kind is not None and kind.holds != PERSONAL):
            faults.append("facts_gone_without_erasure")
    elif facts_hash(bytes(salt), facts) != head["facts_hash"]:
        faults.append("facts_are_the_ones_committed")
    report.faults += [Fault(seq, rule) for rule in faults]


def _repeated(head: dict[str, Any]) -> list[str]:
    days = [_first_day(head.get(name)) for name in ("effective_on", "signed_on")]
    named = [head.get(name) for name in ("seq", "root", "act", "kind", "about", "organisation")]
    return _as_text([*named, *days, head["does"], head["written_at"]])


def _first_day(text: str | None) -> str | None:
    return text and text + "-01-01"[len(text) - 4 :] if text and len(text) < 10 else text


def _as_text(values: Any) -> list[str]:
    return ["" if value is None else str(value) for value in values]


def _checkpoints(report: Report, key: Ed25519PublicKey, roots: dict[int, bytes]) -> None:
    last, origin = 0, proof.origin()
    for number, (size, _, _, note) in enumerate(proof.notes(), start=1):
        report.checkpoints = number
        try:
            checkpoint = opened(note, origin, key)
        except BadCheckpoint:
            report.faults.append(Fault(number, "checkpoint_is_ours"))
            continue
        if checkpoint.size != size or size < last or roots.get(size) != checkpoint.root:
            report.faults.append(Fault(number, "checkpoint_matches_the_book"))
        last = report.witnessed = size


def _periods(report: Report) -> None:
    """The cache equals the fold of the book."""
    kept: dict[tuple[int, str, str, Any], Period] = {}
    for row in reading.rows(reading.PERIODS):
        kept[row[0], row[1], row[2], row[4]] = Period(*row)
    report.periods = len(kept)
    subjects = [row[0] for row in reading.rows("SELECT DISTINCT about FROM ledger_entry")]
    for start in range(0, len(subjects), reading.AT_ONCE):
        for entries in reading.load(subjects[start : start + reading.AT_ONCE]).values():
            for period in periods(entries):
                if kept.pop((period.subject, period.track, period.key, period.since), None) != period:
                    report.faults.append(Fault(period.opened_by, "periods_follow_the_book"))
    report.faults += [Fault(period.opened_by, "periods_follow_the_book") for period in kept.values()]


def try_guards() -> dict[str, str]:
    """Attempt on the live book everything the database must refuse, and roll it back: attempt → what it said.

    An empty answer means that the attempt went through.
    """
    last = reading.size()
    attempts = {
        "UPDATE entry": "UPDATE ledger_entry SET head = head WHERE seq = 1",
        "DELETE entry": "DELETE FROM ledger_entry WHERE seq = 1",
        "INSERT out of order": _copied("ledger_entry", "seq", last + 5),
        "INSERT over an entry": _copied("ledger_entry", "seq", 1),
        "UPDATE fact": "UPDATE ledger_fact SET facts = facts WHERE seq = 1",
        "DELETE fact": "DELETE FROM ledger_fact WHERE seq = 1",
        "INSERT over a fact": _copied("ledger_fact", "seq", 1),
        "UPDATE checkpoint": "UPDATE ledger_checkpoint SET note = note WHERE number = 1",
        "DELETE checkpoint": "DELETE FROM ledger_checkpoint WHERE number = 1",
    }
    if connection.vendor == "sqlite":
        attempts["REPLACE entry"] = _copied("ledger_entry", "seq", 1).replace(
            "INSERT", "INSERT OR REPLACE", 1
        )
        attempts["REPLACE fact"] = _copied("ledger_fact", "seq", 1).replace("INSERT", "INSERT OR REPLACE", 1)
    else:
        attempts |= {f"TRUNCATE {table}": f"TRUNCATE {table}" for table in guards.ALL}
        attempts["DISABLE TRIGGER"] = "ALTER TABLE ledger_entry DISABLE TRIGGER ALL"
        attempts["DROP TRIGGER"] = "DROP TRIGGER ledger_entry_update ON ledger_entry"
        attempts["session_replication_role"] = "SET session_replication_role = replica"
    return {name: _attempt(statement) for name, statement in attempts.items()}


def _copied(table: str, number: str, place: int) -> str:
    """An INSERT of a copy of the first row under another number."""
    with connection.cursor() as cursor:
        names = [c.name for c in connection.introspection.get_table_description(cursor, table)]
    chosen = ", ".join(str(place) if name == number else name for name in names)
    return f"INSERT INTO {table} ({', '.join(names)}) SELECT {chosen} FROM {table} WHERE {number} = 1"


def _attempt(statement: str) -> str:
    said = ""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(statement)
            transaction.set_rollback(True)
    except Exception as refusal:
        said = str(refusal).splitlines()[0]
    return said
