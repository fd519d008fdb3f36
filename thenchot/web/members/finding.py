"""The search: persons and organisations within this account's scope; its words come by POST."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thenchot.access import personal
from thenchot.access.actions import Action
from thenchot.access.personal import TooShort
from thenchot.ledger.reading import ON_DAY, among, rows
from thenchot.surface.finding import organisations
from thenchot.surface.subjects import names_of

from ..here import Here
from ..page import Asked, page
from .stopping import asks_why

TEXT = "text"
LONGEST = 100
CELL = f"SELECT subject, value FROM ledger_period WHERE track = 'cell' AND key = '' AND {ON_DAY} AND subject "


@page(Action.FIND, about="home", methods=("POST",))
@asks_why
def find(request: Asked) -> HttpResponse:
    """Nobody and somebody out of scope get the same answer (X1)."""
    here, text = request.here, request.POST.get(TEXT, "").strip()[:LONGEST]
    found: dict[str, Any] = {"text": text, "organisations": _organisations(here, text)}
    try:
        found["persons"] = _persons(here, text)
    except TooShort:
        if not found["organisations"]:
            found["fault"] = personal.TOO_SHORT
    return render(request, "members/found.html", found)


@page(Action.FIND, about="home", methods=("POST",))
def suggest(request: Asked) -> HttpResponse:
    """While typing: organisations. Persons come with Enter: each search for one is a line of the log."""
    here, text = request.here, request.POST.get(TEXT, "").strip()[:LONGEST]
    return render(request, "members/suggested.html", {"organisations": _organisations(here, text)[:6]})


def _organisations(here: Here, text: str) -> list[dict[str, Any]]:
    found = organisations(text, here.reach.scopes(Action.FIND), here.today)
    return [{"id": one, "name": name} for one, name in found.items()]


def _persons(here: Here, text: str) -> list[dict[str, Any]]:
    labels = here.desk.find(text, **here.who)
    if not labels:
        return []
    condition, values = among(list(labels))
    cells = dict(rows(CELL + condition, [here.today, here.today, *values]))
    home = [here.home] if here.home is not None else []
    names = here.known["names"] = names_of([*map(int, cells.values()), *home])
    opens = here.can(Action.SEE_PERSON, organisation=here.home)
    return [
        {
            "id": person,
            "label": label,
            "cell": names[int(cells[person])] if person in cells else _("không ở chi bộ nào"),
            "opens": opens,
        }
        for person, label in labels.items()
    ]
