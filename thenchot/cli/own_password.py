"""account password: the holder chooses one; the one-time password is good for nothing else."""

from __future__ import annotations

import os

import typer
from django.utils.translation import gettext as _

from thenchot.access import accounts
from thenchot.access.accounts import Account, PasswordRefused
from thenchot.access.words import PASSWORD
from thenchot.ledger import reading
from thenchot.ledger.events import Mode
from thenchot.surface.subjects import names_of

from . import asking
from .session import Session
from .troubles import NOT_READ, Stop

NEW = "THENCHOT_NEW_PASSWORD"


def choose(context: typer.Context) -> None:
    """From the environment or typed; never an argument, which the machine keeps in its history."""
    session: Session = context.obj
    if session.desk.mode is not Mode.SERVICE:
        raise Stop(_("Bản thử không dùng mật khẩu."))
    account = session.signed_in
    password = os.environ.get(NEW) or _typed_twice()
    try:
        accounts.choose_password(account, password, _own_words(session))
    except PasswordRefused as refused:
        raise Stop(*(str(PASSWORD[fault]) for fault in refused.args[0]), code=NOT_READ) from None
    session.say(
        _("Đã đổi mật khẩu của {name}. Mật khẩu trước không dùng được nữa.").format(name=account.name)
    )


def how(name: str) -> str:
    """What whoever was given a one-time password does with it."""
    return _("Đồng chí ấy chọn mật khẩu riêng: thenchot account password --as {name}").format(name=name)


def tell(session: Session, account: Account, password: str) -> None:
    """Printed once and kept nowhere."""
    said = _("Mật khẩu dùng một lần của {name}, trong 24 giờ: {password}")
    session.say(said.format(name=account.name, password=password))
    session.say(how(account.name))


def _typed_twice() -> str:
    first, again = (
        str(typer.prompt(question, hide_input=True, err=True))
        for question in (_("Mật khẩu mới"), _("Gõ lại mật khẩu mới"))
    )
    if first != again:
        raise Stop(_("Hai lần gõ mật khẩu mới không giống nhau. Đề nghị làm lại."), code=NOT_READ)
    return first


def _own_words(session: Session) -> list[str]:
    """What anybody would try first: the installation's code, the name of its top organisation."""
    founding = reading.founding()
    top = asking.top(session.day)
    return [founding.value("code") or "" if founding else "", names_of([top])[top]]
