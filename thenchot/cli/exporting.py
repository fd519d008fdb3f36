"""export: the book as a folder, for a second program."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from thenchot.access import log, log_proof
from thenchot.access.actions import Action
from thenchot.access.log import Door
from thenchot.ledger import export as exporting
from thenchot.ledger import reading
from thenchot.surface.numbers import number

from . import mending
from .session import Session
from .troubles import NOT_READ, Stop


def add(app: typer.Typer) -> None:
    """Put `export` into the app."""
    mending.add()
    app.command(
        "export", help=_("Xuất sổ thành thư mục để một chương trình khác kiểm chứng; không có họ tên.")
    )(export)


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
