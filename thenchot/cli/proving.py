"""verify: what can be proved about the book, and what cannot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access import log_proof
from thenchot.access.actions import Action
from thenchot.surface.numbers import number

from . import exporting, mending, viewing_log
from . import proving_words as words
from .proved import Proved, check
from .receipts import say_receipt
from .session import Session
from .troubles import NOT_READ, REFUSED, Stop, when

MOST = 50


def add(app: typer.Typer) -> None:
    """Put the commands of this group into the app."""
    mending.add()
    viewing_log.add(app)
    exporting.add(app)
    app.command(
        "verify", help=_("Kiểm chứng sổ, hồ sơ, nhật ký, các lần chốt; nói rõ điều chứng minh được và không.")
    )(verify)


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
