"""The second person: what is asked, exactly what will be written, and the answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.access import two_persons
from thenchot.access import words as access
from thenchot.access.accounts import Account
from thenchot.access.actions import Action
from thenchot.access.events import Ended, Granted, Role
from thenchot.access.requests import Request
from thenchot.access.two_persons import NotConfirmed
from thenchot.ledger.kinds import KINDS
from thenchot.surface import told
from thenchot.surface import words as surface
from thenchot.surface.differences import changes
from thenchot.surface.kinds import label_of
from thenchot.surface.printing.registered import EXECUTOR
from thenchot.surface.subjects import names_of

from ..here import Here
from ..page import Asked, page
from .lines import Line


@page(None, methods=("GET", "POST"))
def request_page(request: Asked, code: str) -> HttpResponse:
    """Whoever asked may take it back; who may be the second says yes or no."""
    here = request.here
    try:
        asked = two_persons.open_request(code, here.at)
        why = two_persons.hindrance(asked, here.by, here.at)
        if why and asked.account != here.by:
            raise NotConfirmed(why)
        if request.method == "POST":
            return _answered(request, asked)
    except NotConfirmed as refused:
        said = {"sentences": [str(access.NOT_CONFIRMED[refused.args[0]])], "status": 409}
        return render(request, "web/trouble.html", said, status=409)
    diff = two_persons.diff(asked)
    said = {
        "asked": asked,
        "what": access.ACTIONS[Action(asked.what)],
        "who": _who(asked.account),
        "own": asked.account == here.by,
        "exports": asked.said["executor"] == EXECUTOR,
        "counts": [(_counted(name), count) for name, count in diff.counts.items()],
        "lines": [_line(line) for line in diff.lines[:MOST]],
        "more": max(len(diff.lines) - MOST, 0),
    }
    return render(request, "tasks/request.html", said)


MOST = 100  # acts of one request that are listed; the counts say all


def _answered(request: Asked, asked: Request) -> HttpResponse:
    here = request.here
    if request.POST.get("answer") == "yes":
        here.desk.confirm(asked.code, by=here.by, at=here.at)
        exported = asked.said["executor"] == EXECUTOR
        told = _("Đã xác nhận; người đề nghị lấy tệp trong 24 giờ.") if exported else None
        messages.success(request, told or _("Đã xác nhận và ghi vào sổ."))
    else:
        here.desk.decline(asked.code, by=here.by, at=here.at)
        own = asked.account == here.by
        messages.success(request, _("Đã rút đề nghị.") if own else _("Đã ghi là không xác nhận."))
    return redirect("tasks:list")


def line(here: Here, asked: Request) -> Line:
    """A request as a line of *Việc cần làm*."""
    who = _("{who} đề nghị").format(who=_who(asked.account))
    return Line(
        text=str(access.ACTIONS[Action(asked.what)]),
        why=who,
        button=_("Xem và xác nhận"),
        address=address(asked),
    )


def address(asked: Request) -> str:
    return reverse("tasks:request", kwargs={"code": asked.code})


def _who(account: int) -> str:
    known = Account.objects.filter(id=account).values_list("name", flat=True).first()
    return known or str(account)


def _counted(name: str) -> str:
    """`record membership.died` in words; an executor's own counts are words already."""
    does, _space, kind = name.partition(" ")
    return f"{surface.DOES[does]}: {label_of(kind)}" if kind in KINDS else name


def _line(one: two_persons.Line) -> dict[str, Any]:
    act = one.after or one.before
    if isinstance(act, Granted | Ended):
        scope = names_of([act.scope])[act.scope]
        said = f"{access.ROLES[Role(act.role)]}, {scope}: {_who(act.about)}"
        return {"text": f"{label_of(one.kind) if one.kind in KINDS else ''} {said}".strip(), "changes": []}
    subject = told.subject(one.kind, one.about, KINDS[one.kind].subject)
    text = f"{surface.DOES[one.does]}: {label_of(one.kind)}, {subject}"
    return {"text": text, "changes": changes(one.kind, one.before, one.after)}
