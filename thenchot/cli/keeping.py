"""backup, restore, keys: what whoever runs the machine does with it. Names are not seen here.

These act on the machine, not on records: without --as they are the machine's own (a nightly timer), which
has the folder and the key file anyway; with --as the account must have the right.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.utils.translation import gettext as _

from thenchot.access import log
from thenchot.access.actions import Action
from thenchot.access.log import Viewer
from thenchot.sealed import sheets
from thenchot.sealed.randomness import System
from thenchot.snapshot import keeping

from . import keys, mending, proved, proving
from .session import Session
from .troubles import NOT_READ, Stop

LINES = 4  # of a sheet as printed


def add(app: typer.Typer) -> None:
    """Put the commands of this group into the app."""
    mending.add()
    app.command("backup", help=_("Sao lưu: hai bản, sổ và hồ sơ, không bao giờ chung một tệp."))(backup)
    app.command("restore", help=_("Phục hồi vào nơi trống từ hai bản sao lưu và hai phiếu khóa."))(restore)
    keys.add(app)


def viewer(session: Session, action: Action) -> Viewer:
    """Who acts, for the viewing log: an account with the right, or the machine itself."""
    if not session.account:
        return log.SERVER
    decision = session.desk.need(action, by=session.me.id, at=session.now)
    return session.desk.viewer(session.me.id, decision)


def backup(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help=_("Thư mục nhận hai bản sao lưu."))],
) -> None:
    """Two backups behind a checkpoint made first."""
    session: Session = context.obj
    who = viewer(session, Action.BACKUP)
    with session.progress(_("Sao lưu")) as done:
        kept = keeping.backup(
            folder, session.desk, at=session.now, randomness=System(), viewer=who, progress=done
        )
    if session.json:
        session.answer({"book": kept.book, "personal": kept.personal, "entries": kept.entries,
                        "deleted": [str(path) for path in kept.deleted]})  # fmt: skip
        return
    session.say(_("Bản sao lưu sổ: {path} ({entries} bản ghi)").format(path=kept.book, entries=kept.entries))
    session.say(_("Bản sao lưu hồ sơ: {path}, mở bằng hai phiếu khóa").format(path=kept.personal))
    session.say(
        _("Đề nghị cất hai bản ở hai nơi. Bản hồ sơ chỉ giữ 60 ngày; bản sổ giữ lâu dài, không có họ tên.")
    )
    for path in kept.deleted:
        session.say(_("Đã xóa bản sao lưu hồ sơ quá 60 ngày: {path}").format(path=path))


def restore(
    context: typer.Context,
    book: Annotated[Path, typer.Argument(metavar="BOOK", help=_("Bản sao lưu sổ (thư mục)."))],
    personal: Annotated[Path, typer.Argument(metavar="PERSONAL", help=_("Bản sao lưu hồ sơ (tệp)."))],
    sheet: Annotated[
        list[Path] | None,
        typer.Option(
            "--sheet", metavar="FILE", help=_("Tệp chứa một phiếu khóa; ghi hai lần. Không có: gõ tay.")
        ),
    ] = None,
) -> None:
    """Nothing opens before everything is in its place and who was erased is gone."""
    session: Session = context.obj
    for path in (book, personal):
        if not path.exists():
            raise Stop(_("Không có {path}. Đề nghị kiểm tra đường dẫn.").format(path=path), code=NOT_READ)
    papers = two_sheets(session, sheet or [])
    with session.progress(_("Phục hồi")) as done:
        size = keeping.restore(book, personal, papers, randomness=System(), progress=done)
    session.say(
        _("Đã phục hồi {entries} bản ghi vào {home}.").format(entries=size, home=settings.THENCHOT_HOME)
    )
    session.say(_("Khóa máy mới: {path}. Đề nghị cất riêng, không cùng thư mục dữ liệu.").format(
        path=settings.THENCHOT_KEY_FILE))  # fmt: skip
    report = proved.check(session, note=keeping.own_checkpoint(book), closings=True)
    proving.say(session, report)


def two_sheets(session: Session, files: list[Path]) -> tuple[sheets.Sheet, sheets.Sheet]:
    """Two sheets from files, or typed line by line as they are printed. SheetRefused."""
    if len(files) not in (0, 2):
        raise Stop(_("Cần đúng hai phiếu khóa: ghi --sheet hai lần, hoặc bỏ trống để gõ tay."), code=NOT_READ)
    texts = [path.read_text(encoding="utf-8") for path in files] or [_typed(1), _typed(2)]
    one, other = (sheets.read_sheet(text) for text in texts)
    return one, other


def _typed(number: int) -> str:
    typer.echo(_("Phiếu thứ {number}, bốn dòng như in trên giấy:").format(number=number), err=True)
    return "\n".join(typer.prompt(f"{line}", err=True) for line in range(1, LINES + 1))
