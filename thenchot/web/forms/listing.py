"""The forms there are: our own four and those uploaded; what went out lately."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.reports.forms import keeping
from thenchot.reports.forms.own.forms import FORMS
from thenchot.surface.figures.papers import authors
from thenchot.surface.forms.below import offices
from thenchot.surface.subjects import names_of

from ..page import Asked, page

LATELY = 20


@dataclass(frozen=True)
class Line:
    """A form of the list; `may_bind`: this account may change what its cells print."""

    code: str
    name: str
    office: str = ""
    number: int = 0
    bound: int = 0
    at: datetime | None = None
    author: str = ""
    may_bind: bool = False


@page(Action.SEE_FIGURES, about="home")
def home(request: Asked) -> HttpResponse:
    """Every form this account may fill."""
    here = request.here
    kept = keeping.of_organisations(offices(here.reach))
    home = [here.home] if here.home is not None and here.can(Action.SEE_ROWS, organisation=here.home) else []
    sent = keeping.sent_from(home, LATELY, account=here.by)
    names = names_of({*(one.organisation for one in kept), *(one.organisation for one in sent)})
    who = authors({*(one.account for one in kept), *(one.account for one in sent)}) if kept or sent else {}
    lines = [
        Line(
            one.code, one.binding.name, names[one.organisation], one.number, len(one.binding.cells), one.at,
            who.get(one.account, ""), here.can(Action.BIND_FORM, organisation=one.organisation),
        )
        for one in kept
    ]  # fmt: skip
    called = {one.code: one.binding.name for one in kept} | {c: str(one.name) for c, one in FORMS.items()}
    said: dict[str, Any] = {
        "own": [Line(code, str(one.name)) for code, one in FORMS.items()],
        "lines": lines,
        "organisation": here.home,
        "sent": [(one, called.get(one.form, one.form), names[one.organisation], who.get(one.account, ""))
                 for one in sent],
        "may_upload": here.home is not None and here.can(Action.BIND_FORM, organisation=here.home),
    }  # fmt: skip
    return render(request, "forms/list.html", said)
