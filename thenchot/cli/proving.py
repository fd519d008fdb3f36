"""export and verify: the book for a second program, what can be proved about it, and what cannot."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from django.db import connection, connections
from django.utils.translation import gettext as _

from thenchot.access import log, log_proof, log_reading, viewing_guards
from thenchot.access.actions import Action
from thenchot.access.log import Door
from thenchot.ledger import export as exporting
from thenchot.ledger import proof, reading
from thenchot.ledger import verifying as ledger
from thenchot.ledger.checkpoints import Checkpoint, opened
from thenchot.ledger.entries import parse_moment
from thenchot.ledger.merkle import root_from_inclusion
from thenchot.sealed import store
from thenchot.sealed.envelope import Tampered
from thenchot.sealed.keyring import GenerationGone
from thenchot.snapshot.closing import verifying as closing
from thenchot.snapshot.closing.listing import known, standing
from thenchot.snapshot.closing.manifest import installation
from thenchot.surface.numbers import number

from . import keys, mending, viewing_log
from . import proving_words as words
from .session import Session
from .troubles import NOT_READ, REFUSED, Stop, when

MOST = 50


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


def add(app: typer.Typer) -> None:
    """Put the commands of this group into the app."""
    mending.add()
    viewing_log.add(app)
    app.command(
        "export", help=_("Xuất sổ thành thư mục để một chương trình khác kiểm chứng; không có họ tên.")
    )(export)
    app.command(
        "verify", help=_("Kiểm chứng sổ, hồ sơ, nhật ký, các lần chốt; nói rõ điều chứng minh được và không.")
    )(verify)


def export(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=_("Thư mục mới; không ghi đè."))],
) -> None:
    """The book as docs/book-format.md says, behind a checkpoint."""
    session: Session = context.obj
    viewer = log.SERVER
    if session.account:
        decision = session.desk.need(Action.VERIFY, by=session.me.id, at=session.now)
        viewer = session.desk.viewer(session.me.id, decision)
    if folder.exists():
        raise Stop(
            _("{path} đã có. Đề nghị chọn tên thư mục khác; không ghi đè.").format(path=folder), code=NOT_READ
        )
    folder.absolute().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _clear_remains(folder)
    log.write(Door.EXPORT, viewer, session.now)
    signed = log_proof.make(session.desk.key, occasion="export", at=session.now)
    more = {log_proof.KEPT: signed.note} if signed else {}
    with session.progress(_("Xuất sổ"), reading.size()) as done:
        size = exporting.export(folder, session.desk.key, at=session.now, progress=done, more=more)
    if session.json:
        session.answer({"folder": folder, "entries": size})
        return
    session.say(_("Đã xuất {entries} bản ghi vào {path}.").format(entries=number(size), path=folder))
    session.say(
        _("Thư mục không có họ tên, nhưng tháng sinh, giới tính, chi bộ vẫn là dữ liệu cá nhân: cất như sổ.")
    )


def _clear_remains(folder: Path) -> None:
    """What an export that was killed left beside; one that still runs keeps its own."""
    for path in folder.absolute().parent.glob(f".{folder.name}.*"):
        process = path.name.rpartition(".")[2]
        if path.is_dir() and process.isdigit() and not _runs(int(process)):
            shutil.rmtree(path, ignore_errors=True)


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def verify(
    context: typer.Context,
    guards: Annotated[
        bool, typer.Option("--guards", help=_("Thử sửa, xóa, thay, xóa sạch trên sổ thật rồi hoàn lại."))
    ] = False,
    checkpoint: Annotated[
        Path | None,
        typer.Option(
            "--checkpoint", metavar="FILE", help=_("Tệp đối chứng giữ ở nơi khác: bằng chứng mạnh nhất.")
        ),
    ] = None,
    closings: Annotated[
        bool, typer.Option("--closings", help=_("Kiểm cả thư mục các lần chốt: chữ ký, từng dòng, đếm lại."))
    ] = False,
    receipt: Annotated[
        int | None,
        typer.Option(
            "--receipt", metavar="SEQ", help=_("In biên nhận của một bản ghi để kiểm ngoài phần mềm.")
        ),
    ] = None,
) -> None:
    """Exit code 1 where anything is not in order."""
    session: Session = context.obj
    if session.account:
        session.desk.need(Action.VERIFY, by=session.me.id, at=session.now)
    if receipt is not None:
        say_receipt(session, receipt)
        return
    if checkpoint is not None and not checkpoint.is_file():
        raise Stop(
            _("Không có tệp {name}. Đề nghị kiểm tra đường dẫn.").format(name=checkpoint), code=NOT_READ
        )
    note = checkpoint.read_bytes().decode("utf-8", "replace") if checkpoint else None
    proved = check(session, note=note, closings=closings, guards=guards)
    if proved.in_order:  # never before: a log that was cut is not signed anew
        log_proof.make(session.desk.key, occasion="verify", at=session.now)
    say(session, proved)


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
            for count, code in enumerate(codes, start=1):
                _closing(session, proved, code)
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
    from thenchot.sealed.codes import code

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


def say(session: Session, proved: Proved) -> None:
    """Faults first, then what is proved and what is not; Exit 1 where something is not in order."""
    if session.json:
        session.answer(as_json(proved))
    else:
        for sentence in _faults(proved):
            session.say(sentence)
        session.say(_("CHỨNG MINH ĐƯỢC"))
        for sentence in _proved(proved):
            session.say(f"  ✓ {sentence}")
        session.say(_("KHÔNG CHỨNG MINH ĐƯỢC"))
        for sentence in _not_proved(proved):
            session.say(f"  – {sentence}")
        session.say(
            _("Kết quả: khớp.")
            if proved.in_order
            else _("Kết quả: chưa khớp; đề nghị giữ nguyên máy, báo người giám sát.")
        )
    if not proved.in_order:
        raise typer.Exit(REFUSED)


def _faults(proved: Proved) -> Iterator[str]:
    found = [str(words.BOOK[fault.rule]).format(place=fault.place) for fault in proved.book.faults]
    found += [str(words.GUARD_MISSING).format(name=name) for name in proved.book.missing_guards]
    found += proved.faults
    yield from (f"! {one}" for one in found[:MOST])
    if len(found) > MOST:
        yield _("! và {count} chỗ khác").format(count=number(len(found) - MOST))


def _proved(proved: Proved) -> Iterator[str]:
    book = proved.book
    if not book.faults:
        yield str(words.PROVES["lines"]).format(size=number(book.size), erased=number(book.erased))
        yield str(words.PROVES["checkpoints"]).format(checkpoints=number(book.checkpoints), root=book.root)
        yield str(words.PROVES["periods"]).format(periods=number(book.periods))
    if not book.missing_guards:
        yield str(words.PROVES["guards"])
    if proved.attempts is not None and all(proved.attempts.values()):
        yield str(words.PROVES["tried"]).format(count=len(proved.attempts), role=proved.role)
        yield from (f"  {name}" for name in proved.attempts)
    if not proved.faults:
        if proved.sealed is not None:
            yield str(words.PROVES["sealed"]).format(count=number(proved.sealed))
        yield str(words.PROVES["log"]).format(count=number(proved.log_lines))
        checkpoints, lines = proved.log_signed
        yield str(words.PROVES["log_signed"]).format(checkpoints=number(checkpoints), lines=number(lines))
        if proved.closings is not None:
            yield str(words.PROVES["closings"]).format(
                count=proved.closings, erased=number(proved.erased_rows)
            )


def _not_proved(proved: Proved) -> Iterator[str]:
    book = proved.book
    if book.size > book.witnessed and proved.since is not None:
        yield str(words.UNWITNESSED).format(
            count=number(book.size - book.witnessed), since=when(proved.since)
        )
    if proved.sealed is None:
        yield str(words.UNOPENED)
    if proved.unrecorded:
        yield str(words.UNRECORDED).format(count=number(proved.unrecorded))
    yield from map(str, words.NOT_PROVED)


def as_json(proved: Proved) -> dict[str, Any]:
    """For programs."""
    book = proved.book
    return {
        "in_order": proved.in_order,
        "entries": book.size,
        "erased": book.erased,
        "checkpoints": book.checkpoints,
        "witnessed": book.witnessed,
        "root": book.root,
        "periods": book.periods,
        "faults": [{"place": fault.place, "rule": fault.rule} for fault in book.faults],
        "missing_guards": book.missing_guards,
        "other_faults": proved.faults,
        "sealed_files": proved.sealed,
        "unrecorded": proved.unrecorded,
        "log_lines": proved.log_lines,
        "log_checkpoints": proved.log_signed[0],
        "log_signed": proved.log_signed[1],
        "closings": proved.closings,
        "attempts": proved.attempts,
        "role": proved.role,
        "proves": list(_proved(proved)),
        "does_not_prove": list(_not_proved(proved)),
    }


def say_receipt(session: Session, seq: int) -> None:
    """The proof that an entry stands in the tree of the last checkpoint that covers it."""
    notes = [note for size, _made, _occasion, note in proof.notes() if size >= seq]
    if not 0 < seq <= reading.size():
        raise Stop(_("Sổ không có bản ghi số {seq}.").format(seq=seq), code=NOT_READ)
    if not notes:
        raise Stop(
            _("Bản ghi số {seq} chưa nằm dưới lần ký nào; đề nghị in lại sau lần ký tới.").format(seq=seq)
        )
    checkpoint: Checkpoint = opened(notes[0], proof.origin(), session.desk.key.public_key())
    hashed, path = proof.receipt(seq, checkpoint.size)
    assert root_from_inclusion(hashed, seq - 1, checkpoint.size, path) == checkpoint.root
    head = next(reading.heads(after=seq - 1, upto=seq))[0]
    value = {"index": seq - 1, "head": head, "leaf": hashed.hex(), "proof": [one.hex() for one in path],
             "checkpoint": checkpoint.note}  # fmt: skip
    if session.json:
        session.answer(value)
        return
    session.say(_("Biên nhận của bản ghi số {seq}").format(seq=seq))
    session.say(head)
    for one in path:
        session.say(f"  {one.hex()}")
    session.say(checkpoint.note)
