"""confirm: the second person sees exactly what will be written, and lets it through or gives it back."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from django.utils.translation import gettext as _

from thenchot.access import resetting, two_persons
from thenchot.access import words as access
from thenchot.access.accounts import Account
from thenchot.access.actions import Action
from thenchot.access.events import Ended, Granted, Managing, Role
from thenchot.access.requests import Request
from thenchot.access.two_persons import Line
from thenchot.ledger.days import spoken
from thenchot.ledger.events import Mode
from thenchot.ledger.kinds import KINDS
from thenchot.surface import told
from thenchot.surface import words as surface
from thenchot.surface.differences import changes
from thenchot.surface.kinds import label_of

from . import own_password, results, words
from .session import Session
from .troubles import when


def add(app: typer.Typer) -> None:
    """Put the command into the app."""
    app.command(
        "confirm",
        help=_("Người thứ hai: xem đề nghị đang chờ, xác nhận hoặc trả lại. Quá 72 giờ thì hết hiệu lực."),
    )(confirm)


def confirm(
    context: typer.Context,
    request: Annotated[str, typer.Argument(metavar="REQUEST", help=_("Mã đề nghị; để trống: liệt kê."))] = "",
    decline: Annotated[
        bool, typer.Option("--decline", help=_("Không xác nhận, hoặc rút đề nghị của chính mình."))
    ] = False,
) -> None:
    session: Session = context.obj
    by = session.me.id
    if not request:
        waiting(session, by)
    elif decline:
        session.desk.decline(request, by=by, at=session.now)
        session.say(str(words.DECLINED).format(code=request))
    else:
        asked = two_persons.open_request(request, session.now)
        show(session, asked)
        recorded = session.desk.confirm(request, by=by, at=session.now)
        first, last = recorded.entries[0].seq, recorded.entries[-1].seq
        session.say(str(words.CONFIRMED).format(first=first, last=last))
        if session.json:
            session.answer(results.as_json(recorded))
        if session.desk.mode is Mode.SERVICE:
            hand_over(session, asked, by)


def hand_over(session: Session, asked: Request, by: int) -> None:
    """The one-time password after a reset, on the screen of whoever confirmed it; a demo has none."""
    if given := resetting.password_for(asked, to=by, at=session.now):
        own_password.tell(session, *given)


def waiting(session: Session, by: int) -> None:
    """What this account may confirm now, with everything that would be written; and what it asked for."""
    mine = two_persons.asked_by(by, session.now)
    theirs = two_persons.pending(by, session.now)
    if session.json:
        session.answer({"pending": [_as_json(a) for a in theirs], "asked": [_as_json(a) for a in mine]})
        return
    if not theirs:
        session.say(str(words.NOTHING_WAITS))
    for title, asked in ((words.WAITS_FOR_ME, theirs), (words.ASKED_BY_ME, mine)):
        if asked:
            session.say(str(title))
        for one in asked:
            show(session, one)


def show(session: Session, asked: Request) -> None:
    """A request: who asks for what, how much would be written, and every act of it."""
    diff = two_persons.diff(asked)
    session.say(
        str(words.ASKED).format(
            code=asked.code,
            what=access.ACTIONS[Action(asked.what)],
            who=_who(asked.account),
            at=when(asked.asked_at),
        )
    )
    counts = ", ".join(f"{number} × {_counted(name)}" for name, number in diff.counts.items())
    session.say("  " + str(words.COUNTED).format(counts=counts))
    for line in diff.lines:
        for said in lines(line):
            session.say("  " + said)


def lines(line: Line) -> list[str]:
    """One act of a request: what it is about, and each field before and after."""
    act = line.after or line.before
    if isinstance(act, (Granted, Ended)):
        return [_role(act)]
    subject = told.subject(line.kind, line.about, KINDS[line.kind].subject)
    found = [f"{surface.DOES[line.does]}: {label_of(line.kind)}, {subject}"]
    for one in changes(line.kind, line.before, line.after):
        found.append("  " + str(words.CHANGED).format(label=one.label, before=one.before, after=one.after))
    return found


def _role(act: Granted | Ended) -> str:
    form = words.GRANTS if isinstance(act, Granted) else words.ENDS
    return str(form).format(
        role=access.ROLES[Role(act.role)],
        account=_who(act.about),
        scope=told.naming(act.scope),
        managing=access.MANAGING[Managing(act.managing)] if isinstance(act, Granted) else "",
        paper=act.paper or surface.EMPTY,
        signed=spoken(act.signed_on) if act.signed_on else surface.EMPTY,
    )


def _counted(name: str) -> str:
    does, _space, kind = name.partition(" ")
    return f"{surface.DOES[does]}: {label_of(kind)}" if does in surface.DOES else name


def _who(account: int) -> str:
    found = Account.objects.filter(id=account).values_list("name", flat=True).first()
    return str(found or account)


def _as_json(asked: Request) -> dict[str, Any]:
    diff = two_persons.diff(asked)
    return {
        "request": asked.code,
        "what": asked.what,
        "by": _who(asked.account),
        "asked_at": asked.asked_at.isoformat(),
        "counts": dict(diff.counts),
        "changes": [said for line in diff.lines for said in lines(line)],
    }
