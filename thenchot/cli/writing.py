"""record, correct, annul, confirm, erase: what changes the book, one act or one act set at a time."""

from __future__ import annotations

from typing import Annotated

import typer
from django.utils.translation import gettext as _

from thenchot.exchange.layouts import Layout
from thenchot.ledger.kinds import Act
from thenchot.rooms.people.events import Registered
from thenchot.surface import together
from thenchot.surface.kinds import columns, is_about_persons, label_of, recorded
from thenchot.surface.rows import FILE, row

from . import changing, confirming, filing, pairs, results, reviewing, words
from .calling import called
from .session import Session
from .troubles import NOT_READ, Stop

Fields = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FIELD=VALUE…",
        help=_("Các ô của loại việc, ví dụ cell=tq.01 decided_on=12/03/2026."),
        show_default=False,
    ),
]
OnPaper = Annotated[
    bool,
    typer.Option(
        "--as-on-paper", help=_("Đúng như văn bản: vẫn ghi khi trái quy định, đưa vào danh sách cần xem lại.")
    ),
]


def add(app: typer.Typer) -> None:
    """Put the commands of this group into the app."""
    app.command("record", help=_("Ghi một việc. Không có loại việc: liệt kê các loại."))(record)
    changing.add(app)
    filing.add(app)
    confirming.add(app)
    reviewing.add(app)


def record(
    context: typer.Context,
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=_("Loại việc: mã hoặc tên, ví dụ membership.admitted."))
    ] = "",
    fields: Fields = None,
    about: Annotated[
        str,
        typer.Option(
            "--about", help=_("Về ai, về tổ chức nào: số định danh, số thẻ, mã đảng viên, mã tổ chức.")
        ),
    ] = "",
    on: Annotated[str, typer.Option("--on", help=_("Tính từ ngày, ví dụ 21/11/2026."))] = "",
    signed: Annotated[str, typer.Option("--signed", help=_("Ngày ký văn bản."))] = "",
    paper: Annotated[str, typer.Option("--paper", help=_("Số văn bản, ví dụ 12-QĐ/ĐU."))] = "",
    organisation: Annotated[
        str,
        typer.Option(
            "--organisation", help=_("Tính vào số liệu của tổ chức nào; để trống: chi bộ của đảng viên.")
        ),
    ] = "",
    new_person: Annotated[
        bool, typer.Option("--new-person", help=_("Người chưa có trong sổ: ghi vào sổ cùng việc này."))
    ] = False,
    name: Annotated[str, typer.Option("--name", help=_("Họ và tên của người mới."))] = "",
    born: Annotated[str, typer.Option("--born", help=_("Ngày sinh của người mới."))] = "",
    number: Annotated[str, typer.Option("--number", help=_("Số định danh cá nhân của người mới."))] = "",
    card: Annotated[str, typer.Option("--card", help=_("Số thẻ Đảng của người mới."))] = "",
    on_paper: OnPaper = False,
    show_fields: Annotated[
        bool, typer.Option("--fields", help=_("Chỉ liệt kê các ô của loại việc."))
    ] = False,
    token: Annotated[
        str, typer.Option("--token", help=_("Mã lần gửi: gửi lại với cùng mã thì không ghi lần nữa."))
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Chỉ kiểm tra, không ghi."))] = False,
) -> None:
    session: Session = context.obj
    if not kind:
        list_kinds(session)
        return
    act = called(kind)
    newcomer = new_person or act is Registered
    layout = layout_of(act, newcomer)
    if show_fields:
        list_fields(session, layout)
        return
    options = {
        "about": about,
        "effective_on": on,
        "signed_on": signed,
        "paper": paper,
        "organisation": organisation,
    }
    file = dict(zip(FILE, (name, born, number, card), strict=True))
    if not newcomer and any(file.values()):
        raise Stop(str(words.FILE_ONLY_NEW), code=NOT_READ)
    texts = pairs.given(layout, fields or [], options | file)
    _write(session, act, layout, texts, newcomer=newcomer, on_paper=on_paper, token=token, dry_run=dry_run)


def _write(
    session: Session, act: type[Act], layout: Layout, texts: dict[str, str],
    *, newcomer: bool, on_paper: bool, token: str, dry_run: bool,
) -> None:  # fmt: skip
    me, desk = session.me, session.desk
    with together.book_held():
        act_set = together.token_id("record", str(me.id), token) if token else desk.mint.id()
        one = row(
            "", act, pairs.read(layout, texts), newcomer=newcomer, new_id=lambda: desk.mint.id(), by=me.id,
            day=session.day,
        )  # fmt: skip
        outcome = together.sent_before(act_set, one) if token else None
        outcome = outcome or together.write(
            desk, [one], by=me.id, at=session.now, act_set=act_set, on_paper=on_paper, dry_run=dry_run
        )
    if dry_run:
        session.say(str(words.DRY_RUN))
        return
    results.say(session, outcome)


def layout_of(act: type[Act], newcomer: bool) -> Layout:
    if newcomer and not is_about_persons(act):
        raise Stop(str(words.PERSONS_ONLY).format(kind=label_of(act.kind)), code=NOT_READ)
    return columns(act, newcomer=newcomer)


def list_kinds(session: Session) -> None:
    """Every kind with its name."""
    rows = [{"kind": kind, "label": str(label)} for kind, label in recorded().items()]
    session.listing({"kind": _("Loại việc"), "label": _("Tên")}, rows)


def list_fields(session: Session, layout: Layout) -> None:
    """The fields of one kind: what they are called, whether they may be missing, which codes they take."""
    rows = [
        {
            "field": column.name,
            "label": column.label.vi,
            "required": _("bắt buộc") if column.required else "",
            "codes": ", ".join(f"{code}={names[0]}" for code, names in column.label.codes.items()),
        }
        for column in layout.columns
    ]
    heads = {"field": _("Ô"), "label": _("Tên"), "required": _("Bắt buộc"), "codes": _("Giá trị được nhận")}
    session.listing(heads, rows)
