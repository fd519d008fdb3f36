"""log …: why somebody opens so much, and single lines for the auditor who states a ground."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access import limits, log
from thenchot.access import words as access
from thenchot.access.accounts import Account
from thenchot.access.actions import Action
from thenchot.access.events import Role
from thenchot.access.limits import AuditGround, Ground
from thenchot.access.log import Door
from thenchot.law.recording import VIET_NAM
from thenchot.surface.subjects import names_of

from . import asking
from .session import Session
from .troubles import NOT_READ, Stop, when

DAYS = 7  # shown where no day is given
DoorCode = Annotated[
    str, typer.Argument(metavar="DOOR", help=_("Việc: {doors}.").format(doors=", ".join(limits.MOST)))
]
GroundCode = Annotated[
    str, typer.Argument(metavar="REASON", help=_("Lý do: {codes}.").format(codes=", ".join(Ground)))
]
AuditCode = Annotated[
    str,
    typer.Option("--ground", help=_("Căn cứ để mở nhật ký: {codes}.").format(codes=", ".join(AuditGround))),
]


def add(app: typer.Typer) -> None:
    """Put the commands of this group into the app."""
    group = typer.Typer(no_args_is_help=True, help=_("Nhật ký truy cập: lý do mở nhiều, xem từng dòng."))
    group.command("reason", help=_("Nêu lý do để mở tiếp trong một giờ; lý do ghi vào nhật ký."))(reason)
    group.command("runs", help=_("Các lần mở nhiều bất thường, từng dòng; việc của giám sát hệ thống."))(runs)
    app.add_typer(group, name="log")


def reason(context: typer.Context, door: DoorCode, ground: GroundCode) -> None:
    """For the account's own next hour; what it may see does not change."""
    session: Session = context.obj
    opened, why = _code(Door, door, limits.MOST), _code(Ground, ground, Ground)
    session.desk.lift(opened, why, by=session.me.id, at=session.now)
    session.say(
        _("Đã ghi lý do “{reason}”; đồng chí tiếp tục được trong một giờ.").format(reason=access.GROUNDS[why])
    )


def runs(
    context: typer.Context,
    ground: AuditCode,
    since: Annotated[str, typer.Option("--from", metavar="DAY", help=_("Từ ngày; để trống: 7 ngày."))] = "",
    until: Annotated[str, typer.Option("--to", metavar="DAY", help=_("Đến hết ngày; để trống: nay."))] = "",
) -> None:
    """In the order of the log; nobody is counted or ranked. That it was opened, and why, is a line too."""
    session: Session = context.obj
    why = _code(AuditGround, ground, AuditGround)
    decision = session.desk.need(Action.SEE_LOG, by=session.me.id, at=session.now)
    last = asking.day(until) if until else session.day
    first = asking.day(since) if since else last - timedelta(days=DAYS - 1)
    begin, end = (datetime.combine(day, time(), VIET_NAM) for day in (first, last + timedelta(days=1)))
    log.write(Door.LOG, session.desk.viewer(session.me.id, decision), session.now, reason=why)
    found = list(limits.runs(begin, end))
    names = names_of(run.organisation for run in found if run.organisation)
    logins = dict(Account.objects.filter(id__in={run.account for run in found}).values_list("id", "name"))
    rows = [_row(run, names, logins) for run in found]
    if session.json:
        session.answer([run._asdict() | {"account": logins.get(run.account)} for run in found])
    elif not rows:
        session.say(_("Không có lần mở nhiều bất thường nào trong khoảng này."))
    else:
        heads = {
            "line": _("Dòng"), "at": _("Lúc"), "account": _("Tài khoản"), "role": _("Vai trò"),
            "organisation": _("Ở tổ chức"), "what": _("Việc"), "reason": _("Lý do đã nêu"),
        }  # fmt: skip
        session.listing(heads, rows)


def _row(run: limits.Run, names: dict[int, str], logins: dict[int, str]) -> dict[str, Any]:
    what = str(access.DOORS[Door(run.door)])
    if run.what is Door.STOPPED:
        what = _("tạm dừng: {what}").format(what=what)
    return {
        "line": run.seq, "at": when(datetime.fromisoformat(run.at)), "account": logins.get(run.account, ""),
        "role": access.ROLES[Role(run.role)], "organisation": names.get(run.organisation, ""),
        "what": what, "reason": access.GROUNDS[Ground(run.reason)] if run.reason else "",
    }  # fmt: skip


def _code(kind: Any, text: str, listed: Any) -> Any:
    if text not in list(listed):
        said = _("“{text}” không có trong danh mục: {listed}.").format(text=text, listed=", ".join(listed))
        raise Stop(said, code=NOT_READ)
    return kind(text)
