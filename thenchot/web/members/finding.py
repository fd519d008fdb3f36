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
from thenchot.ledger.vietnamese import folded
from thenchot.sealed.persons import number
from thenchot.surface.finding import Titles, found, titled, titles

from ..here import Here
from ..page import Asked, page
from .stopping import asks_why

TEXT = "text"
LONGEST, SUGGESTED = 100, 6
CELL = f"SELECT subject, value FROM ledger_period WHERE track = 'cell' AND key = '' AND {ON_DAY} AND subject "


@page(Action.FIND, about="home", methods=("POST",))
@asks_why
def find(request: Asked) -> HttpResponse:
    """Nobody and somebody out of scope get the same answer (X1)."""
    here, text = request.here, request.POST.get(TEXT, "").strip()[:LONGEST]
    known = titles(here.reach.scopes(Action.FIND), here.today)
    names = known.names()
    shown: dict[str, Any] = {"text": text, "organisations": _organisations(text, known, names)}
    try:
        shown["persons"] = _persons(here, text, known, names)
    except TooShort:
        if not shown["organisations"]:
            shown["fault"] = personal.TOO_SHORT
    return render(request, "members/found.html", shown)


@page(Action.FIND, about="home", methods=("POST",))
def suggest(request: Asked) -> HttpResponse:
    """While typing: organisations. Persons come with Enter: each search for one is a line of the log."""
    here, text = request.here, request.POST.get(TEXT, "").strip()[:LONGEST]
    known = titles(here.reach.scopes(Action.FIND), here.today)
    shown = _organisations(text, known, known.names())[:SUGGESTED]
    return render(request, "members/suggested.html", {"organisations": shown})


def _organisations(text: str, known: Titles, names: dict[int, str]) -> list[dict[str, Any]]:
    return [{"id": one, "name": titled(one, known, names)} for one in found(text, known, names)]


def _persons(here: Here, text: str, known: Titles, names: dict[int, str]) -> list[dict[str, Any]]:
    labels = here.desk.find(text, **here.who)
    if not labels:
        return []
    condition, values = among(list(labels))
    cells = {one: int(cell) for one, cell in rows(CELL + condition, [here.today, here.today, *values])}
    opens = here.can(Action.SEE_PERSON, organisation=here.home)
    return [
        {
            "id": one,
            "label": label,
            "cell": _cell(cells.get(one), known, names),
            "opens": opens,
            "by_other": not number(text).isdigit() and folded(text) not in folded(label),
        }
        for one, label in labels.items()
    ]


def _cell(cell: int | None, known: Titles, names: dict[int, str]) -> str:
    """Where somebody is; of who left this account's scope, only that he is not there."""
    return titled(cell, known, names) if cell in names else _("không ở chi bộ nào trong phạm vi của đồng chí")
