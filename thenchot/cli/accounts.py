"""account …: who signs in, with which password, and which roles the book gives them."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from django.db import transaction
from django.utils.translation import gettext as _

from thenchot.access import accounts, resetting, scope
from thenchot.access import words as access
from thenchot.access.accounts import Account
from thenchot.access.actions import Action
from thenchot.access.events import Ended, Granted, Managing, Role
from thenchot.access.rights import Reach, Why
from thenchot.access.roles import held_by
from thenchot.ledger.events import Mode
from thenchot.ledger.writing import Draft
from thenchot.sealed import tables
from thenchot.surface import subjects
from thenchot.surface.together import book_held

from . import asking, own_password, results
from .session import Session
from .troubles import NOT_READ, WAITS, Stop

Name = Annotated[str, typer.Argument(metavar="NAME", help=_("Tên đăng nhập."))]
RoleCode = Annotated[
    str, typer.Argument(metavar="ROLE", help=_("Vai trò: {roles}.").format(roles=", ".join(Role)))
]
Scope = Annotated[
    str, typer.Option("--scope", metavar="ORG", help=_("Giữ vai trò ở tổ chức nào; để trống: cao nhất."))
]
Paper = Annotated[str, typer.Option("--paper", help=_("Số văn bản giao hoặc thôi vai trò."))]
Signed = Annotated[str, typer.Option("--signed", metavar="DAY", help=_("Ngày ký văn bản."))]


def add(app: typer.Typer) -> None:
    """Put the commands of this group into the app."""
    group = typer.Typer(no_args_is_help=True, help=_("Tài khoản: mật khẩu, vai trò, khóa tài khoản."))
    for name, command, text in (
        ("list", list_, _("Các tài khoản, vai trò đang giữ và ở tổ chức nào.")),
        ("password", own_password.choose, _("Chọn mật khẩu riêng thay mật khẩu một lần hoặc mật khẩu cũ.")),
        ("add", add_, _("Lập một tài khoản chưa có vai trò; việc của quản trị kỹ thuật.")),
        ("grant", grant, _("Giao vai trò theo văn bản; chưa có tài khoản thì lập.")),
        ("end", end, _("Thôi giao vai trò theo văn bản; thôi ngay trong ngày.")),
        ("block", block, _("Khóa một tài khoản ngay; việc của quản trị kỹ thuật.")),
        ("reset", reset, _("Đề nghị cấp lại mật khẩu hoặc mở khóa; cấp trên của đồng chí ấy xác nhận.")),
    ):  # fmt: skip
        group.command(name, help=text)(command)
    app.add_typer(group, name="account")


def list_(context: typer.Context) -> None:
    """All for the administrator and the auditor, those within for a confirmer, the own for anybody."""
    session: Session = context.obj
    me, on = session.me.id, session.day
    reach = Reach(me, on)
    whole = any(reach.among(one, []).yes for one in (Action.MANAGE_ACCOUNTS, Action.SEE_LOG))
    within = scope.organisations_within(reach.scopes(Action.END_ROLE), on)
    above = any(scope.is_top(one, on) for one in reach.scopes(Action.END_ROLE))
    rows = [
        row
        for account in Account.objects.order_by("name")
        for row in _rows(account, session)
        if whole or above or account.id == me or row["place"] in within
    ]
    names = subjects.names_of(row["place"] for row in rows if row["place"])
    for row in rows:
        row["scope"] = names.get(row.pop("place"), "")
    if session.json:
        session.answer(rows)
        return
    heads = {
        "name": _("Tài khoản"),
        "role": _("Vai trò"),
        "scope": _("Ở tổ chức"),
        "managing": _("Diện quản lý"),
        "state": _("Tình trạng"),
    }
    said = [row | _said(row) for row in rows]
    session.listing(heads, said)


def _rows(account: Account, session: Session) -> list[dict[str, Any]]:
    base = {"name": account.name, "blocked": account.blocked, "one_time_until": account.one_time_until}
    held = held_by(account.id, session.day)
    roles: list[dict[str, Any]] = [
        {"role": one.role, "place": one.scope, "managing": one.managing} for one in held
    ]
    return [base | role for role in roles or [{"role": "", "place": 0, "managing": ""}]]


def _said(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "role": access.ROLES.get(row["role"], ""),
        "managing": access.MANAGING.get(row["managing"], ""),
        "state": _state(row),
    }


def _state(row: dict[str, Any]) -> str:
    if row["blocked"]:
        return _("bị khóa")
    return _("chưa chọn mật khẩu") if row["one_time_until"] else ""


def add_(context: typer.Context, name: Name) -> None:
    session: Session = context.obj
    session.desk.need(Action.MANAGE_ACCOUNTS, by=session.me.id, at=session.now)
    with book_held(), transaction.atomic(using=tables.ALIAS):
        account = accounts.create(name.strip().lower(), mint=session.desk.mint)
        password = _first_password(session, account)
    if session.json:
        session.answer({"id": str(account.id), "name": account.name, "password": password})
        return
    session.say(_("Đã lập tài khoản {name}, chưa có vai trò.").format(name=account.name))
    if password:
        own_password.tell(session, account, password)


def grant(
    context: typer.Context, name: Name, role: RoleCode, paper: Paper, signed: Signed, place: Scope = "",
    managing: Annotated[
        str, typer.Option("--managing", metavar="LEVEL", help=_("Tới diện quản lý: {levels}.").format(
            levels=", ".join(Managing)))
    ] = Managing.GRASSROOTS,
) -> None:  # fmt: skip
    """The account, its one-time password and the act, or the request for it: all of it or nothing."""
    session: Session = context.obj
    by = session.me.id
    said = {**_of_paper(session, paper, signed, place), "role": _one_of(Role, role),
            "managing": _one_of(Managing, managing)}  # fmt: skip
    with book_held(), transaction.atomic(using=tables.ALIAS):
        made = not Account.objects.filter(name=name.strip().lower()).exists()
        account = accounts.create(name.strip().lower(), mint=session.desk.mint) if made else _named(name)
        draft = Draft(Granted(about=account.id, **said), session.desk.mint.id())
        outcome = session.desk.record([draft], by=by, at=session.now)
        # Never of an account that was there: after a reset only whoever confirmed it is given the password.
        password = _first_password(session, account) if made else None
    if session.json:
        more = {"account": account.name, "password": password}
        waiting = [one.code for one in outcome.waiting]
        session.answer(results.as_json(outcome.recorded) | more | {"waiting": waiting})
        raise typer.Exit(WAITS if outcome.waiting else 0)
    if password:
        own_password.tell(session, account, password)
    results.say(session, outcome)


def end(
    context: typer.Context, name: Name, role: RoleCode, paper: Paper, signed: Signed, place: Scope = ""
) -> None:
    session: Session = context.obj
    by, account = session.me.id, _named(name)
    act = Ended(about=account.id, role=_one_of(Role, role), **_of_paper(session, paper, signed, place))
    with book_held():
        outcome = session.desk.record([Draft(act, session.desk.mint.id())], by=by, at=session.now)
    results.say(session, outcome)


def block(context: typer.Context, name: Name) -> None:
    session: Session = context.obj
    account = _named(name)
    try:
        resetting.block(session.desk, account, by=session.me.id, at=session.now)
    except resetting.BlocksOneself:
        raise Stop(_("Đồng chí không tự khóa tài khoản của mình.")) from None
    except resetting.LastConfirmer:
        raise Stop(str(access.WHY[Why.LAST_CONFIRMER])) from None
    session.say(
        _("Đã khóa tài khoản {name}: không đăng nhập, không làm gì được nữa.").format(name=account.name)
    )


def reset(
    context: typer.Context,
    name: Name,
    paper: Annotated[
        str, typer.Option("--paper", help=_("Số văn bản của cấp trên, khi đó là người xác nhận duy nhất."))
    ] = "",
    signed: Annotated[str, typer.Option("--signed", metavar="DAY", help=_("Ngày ký văn bản."))] = "",
) -> None:
    """Waits for the superior: neither of the two can do it alone."""
    session: Session = context.obj
    account, day = _named(name), asking.day(signed) if signed else None
    made = resetting.ask(session.desk, account, by=session.me.id, at=session.now, paper=paper, signed=day)
    results.wait(session, [made])


def _of_paper(session: Session, paper: str, signed: str, place: str) -> dict[str, Any]:
    """What granting and ending have in common."""
    organisation = asking.organisation(place, session.day)
    return {"effective_on": session.day, "organisation": organisation, "scope": organisation,
            "signed_on": asking.day(signed), "paper": paper.strip()}  # fmt: skip


def _one_of(codes: Any, text: str) -> Any:
    if text not in list(codes):
        said = _("“{text}” không có trong danh mục: {listed}.").format(text=text, listed=", ".join(codes))
        raise Stop(said, code=NOT_READ)
    return codes(text)


def _named(name: str) -> Account:
    try:
        return accounts.named(name)
    except LookupError:
        raise Stop(_("Không có tài khoản {name}.").format(name=name), code=NOT_READ) from None


def _first_password(session: Session, account: Account) -> str | None:
    """Nobody has a password in a demo."""
    return accounts.give_one_time(account, at=session.now) if session.desk.mode is Mode.SERVICE else None
