"""keys: rotation, sheets, the passphrase, records no entry names."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.requests import Request
from thenchot.ledger import reading
from thenchot.ledger.entries import entry_from
from thenchot.ledger.kinds import KINDS, Act
from thenchot.sealed import rotation, slots, store, tables
from thenchot.sealed.keyring import Keyring
from thenchot.sealed.randomness import System
from thenchot.snapshot.closing import folder as closings
from thenchot.surface.numbers import number

from .session import Session
from .troubles import NOT_READ, REFUSED, Stop

SLOTS = {
    slots.MACHINE: lambda: _("khóa của máy"),
    slots.RECOVERY: lambda: _("hai trong ba phiếu giấy"),
    slots.PASSPHRASE: lambda: _("mật khẩu khởi động"),
}
SHORTEST = 15
Sheets = Annotated[
    list[Path] | None,
    typer.Option(
        "--sheet", metavar="FILE", help=_("Tệp chứa một phiếu khóa; ghi hai lần. Không có: gõ tay.")
    ),
]


def add(app: typer.Typer) -> None:
    """Put `keys` and what stands under it into the app."""
    group = typer.Typer(
        help=_("Khóa của kho hồ sơ: đổi khóa, phiếu giấy, mật khẩu khởi động."), no_args_is_help=True
    )
    for name, command, said in (
        ("show", show, _("Các đời khóa, các cách mở và số hồ sơ dưới mỗi đời.")),
        (
            "rotate",
            rotate,
            _("Đổi khóa: ghi lại mọi hồ sơ dưới khóa mới, hủy khóa cũ. Dừng giữa chừng thì chạy lại."),
        ),
        ("check-sheets", check_sheets, _("Diễn tập hằng năm: hai phiếu này còn mở được khóa không.")),
        ("renew-sheets", renew_sheets, _("In ba phiếu mới; phiếu cũ chỉ còn mở được bản sao lưu cũ.")),
        ("set-passphrase", set_passphrase, _("Đặt mật khẩu khởi động.")),
        ("forget-unrecorded", forget_unrecorded, _("Xóa hồ sơ chưa vào sổ quá 24 giờ.")),
    ):
        group.command(name, help=said)(command)
    app.add_typer(group, name="keys")


def show(context: typer.Context) -> None:
    """What the keyring has; never a key."""
    session = _allowed(context)
    ring = session.desk.keyring
    held = dict(tables.ask("SELECT generation, count(*) FROM sealed_record GROUP BY generation"))
    rows = [
        {"generation": one, "records": held.get(one, 0), "current": one == ring.current}
        for one in ring.generations
    ]
    if session.json:
        session.answer({"opened": ring.opened, "slots": sorted(ring.slots), "generations": rows})
        return
    session.say(_("Khóa đang mở.") if ring.opened else _("Khóa đang đóng: đếm được, chưa đọc được tên."))
    session.say(_("Cách mở: {slots}").format(slots=", ".join(SLOTS[kind]() for kind in sorted(ring.slots))))
    session.table(
        [_("Đời khóa"), _("Hồ sơ"), ""],
        [
            [one["generation"], number(one["records"]), _("đang dùng") if one["current"] else _("đang thay")]
            for one in rows
        ],
    )


def rotate(context: typer.Context) -> None:
    """Add a generation unless one is being rotated to, rewrite, destroy the old. Stopped anywhere: again."""
    session = _allowed(context)
    ring, randomness = _open(session), System()
    total = tables.ask("SELECT count(*) FROM sealed_record")[0][0]
    with closings.locked(), session.progress(_("Đổi khóa"), total) as done:  # never while a backup is made
        ring.reload()
        if len(ring.generations) == 1:
            ring.rotate(randomness)
        rewritten = rotation.rewrite_under_new_generation(randomness=randomness, progress=done)
        gone = rotation.destroy_old_generations(randomness=randomness)
    if session.json:
        session.answer({"rewritten": rewritten, "destroyed": gone, "current": ring.current})
        return
    session.say(
        _("Đã đổi sang khóa đời {current}: ghi lại {count} hồ sơ, hủy khóa đời {gone}.").format(
            current=ring.current, count=number(rewritten), gone=", ".join(map(str, gone)) or "—"
        )
    )
    session.say(_("Đề nghị sao lưu ngay: bản sao lưu trước đây chỉ mở được bằng phiếu giấy."))


def check_sheets(context: typer.Context, sheet: Sheets = None) -> None:
    """Exit code 1 where they do not."""
    from .keeping import two_sheets

    session = _allowed(context)
    fits = session.desk.keyring.sheets_are_ours(*two_sheets(session, sheet or []))
    if session.json:
        session.answer({"ours": fits})
    session.say(
        _("Hai phiếu này mở được khóa.")
        if fits
        else _("Hai phiếu này không mở được khóa: có thể là phiếu của lần in trước.")
    )
    if not fits:
        raise typer.Exit(REFUSED)


def renew_sheets(context: typer.Context) -> None:
    """Printed once, kept nowhere."""
    session = _allowed(context)
    papers = _open(session).renew_sheets(System())
    if session.json:
        session.answer({"sheets": [paper.lines() for paper in papers]})
        return
    for paper in papers:
        session.out.print("\n".join(["", *paper.lines()]), markup=False)
    session.say("")
    session.say(
        _("In ba phiếu, giao ba người giữ; màn hình này không hiện lại. Phiếu cũ chỉ còn mở bản sao lưu cũ.")
    )


def set_passphrase(context: typer.Context) -> None:
    """Typed twice, or from THENCHOT_PASSPHRASE."""
    session = _allowed(context)
    ring = _open(session)
    said = os.environ.get("THENCHOT_PASSPHRASE") or typer.prompt(
        _("Mật khẩu khởi động"), hide_input=True, confirmation_prompt=_("Gõ lại"), err=True
    )
    if len(said) < SHORTEST:
        raise Stop(
            _("Mật khẩu khởi động cần ít nhất {count} ký tự; nên dùng một câu.").format(count=SHORTEST),
            code=NOT_READ,
        )
    ring.set_passphrase(said, System())
    session.say(_("Đã đặt mật khẩu khởi động."))


def forget_unrecorded(context: typer.Context) -> None:
    """Records that no entry of the book names, older than a day."""
    session = _allowed(context)
    gone = store.forget_unrecorded(recorded(), now=session.now)
    waiting = store.unrecorded(recorded(), until=session.now + timedelta(minutes=1))
    if session.json:
        session.answer({"deleted": len(gone), "waiting": len(waiting)})
        return
    session.say(_("Đã xóa {count} hồ sơ chưa vào sổ quá 24 giờ; còn {waiting} hồ sơ mới hơn.").format(
        count=len(gone), waiting=len(waiting)))  # fmt: skip


def recorded() -> set[int]:
    """Everything the book names that can have a sealed record: subjects, and the notes in facts."""
    found = {row[0] for row in reading.rows("SELECT DISTINCT about FROM ledger_entry")}
    noted = [kind for kind, act in KINDS.items() if any(field.type.name == "note" for field in act.fields())]
    marks = ", ".join(["%s"] * len(noted))
    for head, facts in reading.rows(f"{reading.STORED} WHERE e.kind IN ({marks})", noted):
        found |= _notes(entry_from(head, facts).act)
    for asked in Request.objects.all():  # what waits for a second person is not forgotten
        for draft in asked.drafts:
            found |= {draft.act.about, *_notes(draft.act)}
    return found


def _notes(act: Act | None) -> set[int]:
    names = [field.name for field in act.fields() if field.type.name == "note"] if act else []
    return {value for name in names if (value := getattr(act, name)) is not None}


def _allowed(context: typer.Context) -> Session:
    from .keeping import viewer

    session: Session = context.obj
    viewer(session, Action.ROTATE_KEYS)
    return session


def _open(session: Session) -> Keyring:
    return session.desk.keyring if session.desk.opened else store.current_keys()
