"""A forgotten password, an idle or blocked account: the administrator asks, the superior confirms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from . import accounts, last_confirmer, resets_told, scope
from .accounts import Account
from .actions import Action
from .desk import Desk
from .events import Role
from .judging import today
from .requests import Request
from .rights import Reach
from .roles import held_by, holders_of
from .two_persons import AT_THE_TOP, EXECUTORS, Executor, cannot_confirm

EXECUTOR = "account_reset"
# The site puts here what ends with the password: the second factor, sessions. Called with the account's id.
HOOKS: list[Callable[[int], None]] = []


class LastConfirmer(Exception):
    """Blocking this account would leave the top organisation without anybody who confirms."""


class BlocksOneself(Exception):
    """Nobody blocks the own account."""


def ask(
    desk: Desk, account: Account, *, by: int, at: datetime, paper: str = "", signed: date | None = None
) -> Request:
    """Ask the superior for it; a blocked account is unblocked with it. NotAllowed.

    `paper`: of the level above, where the account is that of the only confirmer of the top organisation.
    """
    payload = {
        "account": str(account.id),
        "unblock": account.blocked,
        "paper": paper.strip(),
        "signed": signed.isoformat() if signed else "",
    }
    place = superior_of(account, today(at))
    made = desk.ask(
        Action.RESET_ACCOUNT, by=by, at=at, organisation=place, executor=EXECUTOR, payload=payload
    )
    resets_told.asked(made.code, account, at)
    return made


def block(desk: Desk, account: Account, *, by: int, at: datetime) -> None:
    """Nothing is answered to the account from now on. NotAllowed, BlocksOneself, LastConfirmer."""
    desk.need(Action.MANAGE_ACCOUNTS, by=by, at=at)
    if account.id == by:
        raise BlocksOneself
    if last_confirmer.lost(today(at), blocked={account.id}):
        raise LastConfirmer
    accounts.block(account)


def superior_of(account: Account, on: date) -> int:
    """The lowest organisation in which all the account's roles lie; else that of its person; else the top."""
    places = [held.scope for held in held_by(account.id, on) if scope.exists(held.scope, on)]
    if not places and account.person is not None:
        places = scope.seen_from(scope.belongings([account.person], on).get(account.person, []), on)[:1]
    places = places or [place for _, place in holders_of(Role.CONFIRMER, on) if scope.is_top(place, on)][:1]
    first, *others = [scope.line(place, on) for place in places]
    return next(place for place in first if all(place in line for line in others))


def password_for(asked: Request, *, to: int, at: datetime) -> tuple[Account, str] | None:
    """After a confirmed reset: whose, and the one-time password, once; nothing for any other request.

    LookupError for anybody but who confirmed, and the second time.
    """
    if asked.said["executor"] != EXECUTOR:
        return None
    account = _account(asked.said["payload"])
    return account, accounts.hand_over(account, to=to, at=at)


def _hindrance(payload: Mapping[str, Any], reach: Reach, places: Sequence[int]) -> str | None:
    """Nobody confirms the own reset; where nobody else confirms at the top, a paper from above is needed."""
    if int(payload["account"]) == reach.account:
        return "own_account"
    why = cannot_confirm(reach, places)
    if why is None:
        return None
    (place,) = places
    others = {one for one, where in holders_of(Role.CONFIRMER, reach.on) if where == place}
    alone = others <= {int(payload["account"])} and scope.is_top(place, reach.on)
    if not alone or not {(role, place) for role in AT_THE_TOP} & {(h.role, h.scope) for h in reach.held}:
        return why
    return None if payload["paper"] and payload["signed"] else "no_paper"


def _counts(payload: Mapping[str, Any]) -> Mapping[str, int]:
    """What the second person is shown."""
    name = _account(payload).name
    counts = {_("cấp lại mật khẩu và kết thúc mọi phiên của {name}").format(name=name): 1}
    if payload["unblock"]:
        counts[_("mở khóa tài khoản {name}").format(name=name)] = 1
    if payload["paper"]:
        said = _("theo văn bản {paper} ngày {day}")
        counts[said.format(paper=payload["paper"], day=payload["signed"])] = 1
    return counts


def _carry_out(payload: Mapping[str, Any], by: int, at: datetime) -> None:
    account = _account(payload)
    accounts.reset(account, unblock=payload["unblock"], by=by, at=at)
    for hook in HOOKS:
        hook(account.id)


def _account(payload: Mapping[str, Any]) -> Account:
    return Account.objects.get(id=int(payload["account"]))


def register() -> None:
    """What the second person's word carries out; twice changes nothing."""
    EXECUTORS[EXECUTOR] = Executor(_counts, _carry_out, _hindrance)
