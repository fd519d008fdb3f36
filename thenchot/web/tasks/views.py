"""The first page of an office, and of a cell's secretary."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thenchot.access import two_persons
from thenchot.access import words as access
from thenchot.access.actions import Action
from thenchot.access.events import Role
from thenchot.rooms.due import What
from thenchot.rooms.membership.rolls import roll
from thenchot.surface.subjects import names_of

from ..entering.menu import choices
from ..page import Asked, page
from ..papers import ready
from ..reports import reminding
from . import confirming, sections
from .lines import Line, lines

A_PAGE = 50


@page(Action.SEE_TASKS, about="home")
def first(request: Asked) -> HttpResponse:
    """What is due, one line and one button for each."""
    here = request.here
    found = sections.everything(here)
    said = {
        "sections": sections.sections(here, found),
        "shown": f":{sections.SHOWN}",
        "after_shown": f"{sections.SHOWN}:",
        "requests": _requests(request),
        "mine": _asked(request),
        "writing": reminding.lines(here),
        "choices": choices(here),
        "adds_deadlines": here.can(Action.RECORD_DEADLINE, organisation=here.home) and not here.past,
        "next": _next(here, found),
    }
    if here.roles == {Role.CELL_SECRETARY}:
        return render(request, "tasks/cell.html", said | _cell(request))
    return render(request, "tasks/office.html", said)


@page(Action.SEE_TASKS, about="home")
def of_kind(request: Asked, kind: str) -> HttpResponse:
    """Every line of one kind, with the button of each."""
    here = request.here
    if kind not in set(What):
        raise Http404(kind)
    when = request.GET.get("khi", "")
    dues = [
        due
        for due in sections.everything(here)
        if due.kind == kind and (not when or sections.where(here, due) == when)
    ]
    shown = Paginator(dues, A_PAGE).get_page(request.GET.get("trang"))
    said = {"page": shown, "lines": lines(here, shown.object_list), "kind": kind, "count": len(dues)}
    said["prints"] = kind == What.BADGE and here.can(Action.EXPORT, organisation=here.home)
    said["title"] = sections.together_line(What(kind), dues, "mine").text if dues else _("Không còn việc nào")
    return render(request, "tasks/kind.html", said)


def _requests(request: Asked) -> list[Line]:
    """What this account may confirm as the second person."""
    here = request.here
    return [confirming.line(here, asked) for asked in two_persons.pending(here.by, here.at)]


def _asked(request: Asked) -> list[Line]:
    """Files it may fetch; what it asked for itself and nobody has answered."""
    here = request.here
    return [
        *ready.lines(here),
        *(
            Line(
                text=str(access.ACTIONS[Action(asked.what)]),
                why=_("đồng chí đề nghị, chờ người thứ hai xác nhận"),
                button=_("Mở"),
                address=confirming.address(asked),
            )
            for asked in two_persons.asked_by(here.by, here.at)
        ),
    ]


def _next(here, found) -> Line | None:
    """The nearest matter, told where nothing is overdue."""
    if any(due.overdue for due in found):
        return None
    ahead = sorted((due for due in found if due.due_on), key=lambda due: due.due_on)
    return lines(here, ahead[:1])[0] if ahead else None


def _cell(request: Asked) -> dict[str, object]:
    here = request.here
    return {
        "cell": names_of([here.home])[here.home],
        "members": len(roll(here.home, as_of=here.as_of).cells),
    }
