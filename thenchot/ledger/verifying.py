"""What can be proved about the book where it lies: lines, facts, columns, checkpoints, periods, guards."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.db import connection, transaction

from . import guards, proof, reading
from .checkpoints import BadCheckpoint, Checkpoint, opened
from .entries import canonical, entry_from, facts_hash
from .fold import Period, periods
from .kinds import KINDS, PERSONAL
from .merkle import Frontier, leaf

COLUMNS = (
    "SELECT e.seq, e.root, e.act_set, e.kind, e.about, e.organisation, e.effective_on, e.signed_on, e.does,"
    " e.written_at, e.head, f.salt, f.facts FROM ledger_entry e LEFT JOIN ledger_fact f ON f.seq = e.seq"
    " WHERE e.seq > %s AND e.seq <= %s ORDER BY e.seq"
)

CHECKPOINTS = "SELECT number, size, root, frontier, note FROM ledger_checkpoint ORDER BY number"

# What reading a line that is not one of ours can raise.
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError)


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
    trees = _walk(report, _sizes(own), progress)
    _outside(report)
    _checkpoints(report, key, trees)
    if own is not None:
        report.faults += [Fault(own.size, rule) for rule in _against(own, trees, report.size)]
    _periods(report)
    return report


def _against(own: Checkpoint, trees: dict[int, Frontier], size: int) -> Iterator[str]:
    """What the checkpoint kept elsewhere says against the book."""
    if own.size > size:
        yield "book_is_cut"
    elif trees[own.size].root != own.root:
        yield "two_books"
    elif own.size not in [covers for covers, _, _, _ in proof.notes()]:
        yield "own_checkpoint_is_gone"


def _sizes(own: Checkpoint | None) -> set[int]:
    return {size for size, _, _, _ in proof.notes()} | ({own.size} if own else set())


def _walk(report: Report, sizes: set[int], progress: Callable[[int], None]) -> dict[int, Frontier]:
    """Every entry once; the tree at the sizes asked for."""
    frontier, erased_by = Frontier(), _erasures()
    trees = {0: frontier}
    last_written, size = "", reading.size()
    for start in range(0, size, reading.AT_ONCE):
        for row in reading.rows(COLUMNS, [start, start + reading.AT_ONCE]):
            report.size += 1
            frontier = frontier.grown([leaf(row[10].encode())])
            if report.size in sizes:
                trees[report.size] = frontier
            _entry(report, row, last_written, erased_by)
            last_written = row[9]
        progress(report.size)
    report.root = frontier.root.hex()
    return trees


def _outside(report: Report) -> None:
    """Lines that stand at no place of the book, where a walk from 1 to the last does not come by."""
    (entries,), (facts,) = reading.rows(
        "SELECT count(*) FROM ledger_entry UNION ALL SELECT count(*) FROM ledger_fact"
    )
    if entries != report.size or facts != report.size - report.erased:
        report.faults.append(Fault(0, "line_in_place"))


def _erasures() -> dict[int, int]:
    """Subject → the last seq that says its facts are erased."""
    found = reading.rows(
        "SELECT about, max(seq) FROM ledger_entry WHERE kind = 'people.erased' GROUP BY about"
    )
    return {row[0]: row[1] for row in found}


def _entry(report: Report, row: tuple[Any, ...], last_written: str, erased_by: dict[int, int]) -> None:
    seq, salt, facts = row[0], row[11], row[12]
    faults = []
    try:
        head = json.loads(row[10])
        if seq != report.size or canonical(head) != row[10]:
            faults.append("line_in_place")
        if _repeated(head) != _as_text(row[:10]):
            faults.append("columns_repeat_the_head")
        if head["written_at"] < last_written:
            faults.append("time_goes_forward")
        kind, committed = KINDS.get(head["kind"]), head["facts_hash"]
    except UNREADABLE:
        report.faults.append(Fault(seq, "line_in_place"))
        return
    if facts is None:
        report.erased += 1
        if erased_by.get(row[4], 0) <= seq or (kind is not None and kind.holds != PERSONAL):
            faults.append("facts_gone_without_erasure")
    elif facts_hash(bytes(salt), facts) != committed:
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


def _checkpoints(report: Report, key: Ed25519PublicKey, trees: dict[int, Frontier]) -> None:
    last = 0
    try:
        origin = proof.origin()
    except UNREADABLE:
        report.faults.append(Fault(1, "entry_can_be_read"))
        return
    for place, (number, size, root, roots, note) in enumerate(reading.rows(CHECKPOINTS), start=1):
        report.checkpoints = place
        try:
            checkpoint = opened(note, origin, key)
        except BadCheckpoint:
            report.faults.append(Fault(place, "checkpoint_is_ours"))
            continue
        tree = trees.get(size)
        # The next checkpoint grows from this row's frontier: if that is wrong, we would sign another tree.
        stored = number, size, root, roots
        if tree is None or size <= last or stored != _as_stored(place, checkpoint, tree):
            report.faults.append(Fault(place, "checkpoint_matches_the_book"))
        last = report.witnessed = size


def _as_stored(place: int, checkpoint: Checkpoint, tree: Frontier) -> tuple[int, int, str, str] | None:
    """Number, size, root and frontier of the row that goes with a checkpoint; nothing for another tree's."""
    if checkpoint.root != tree.root:
        return None
    frontier = ",".join(part.hex() for part in tree.roots)
    return place, checkpoint.size, tree.root.hex(), frontier


def _periods(report: Report) -> None:
    """The cache equals the fold of the book; entries that cannot be read are named instead."""
    try:
        _fold_again(report)
    except UNREADABLE:
        report.faults += [Fault(seq, "entry_can_be_read") for seq in [*_unreadable()] or [0]]


def _unreadable() -> Iterator[int]:
    for seq, (head, _, facts) in enumerate(reading.heads(), start=1):
        try:
            entry = entry_from(head, facts)
            list(entry.act.settings() if entry.act is not None else ())
        except UNREADABLE:
            yield seq


def _fold_again(report: Report) -> None:
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
