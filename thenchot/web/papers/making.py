"""The papers of an organisation and of a person: which there are, and making one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.surface.printing import badges, cases, issuing, papers, words
from thenchot.surface.printing.orders import NoPaper, Order
from thenchot.surface.printing.papers import ORGANISATION, PAPERS, PERSON
from thenchot.surface.subjects import names_of

from ..download import download
from ..here import Here
from ..page import Asked, NobodyHere, go, page
from . import asking


@page(Action.EXPORT, about="home")
def home(request: Asked) -> HttpResponse:
    assert request.here.home is not None
    return go("papers:of", request.here, organisation=request.here.home)


@page(Action.EXPORT, about="organisation")
def of(request: Asked, organisation: int) -> HttpResponse:
    """Every paper of an organisation that this account may have, as a list of links."""
    here = request.here
    listed = [
        {"code": code, "label": one.label, "told": one.told}
        for code, one in PAPERS.items()
        if one.of == ORGANISATION and asking.opens(here, one, organisation)
    ]
    said = {"organisation": organisation, "title": _name(here, organisation), "papers": listed}
    return render(request, "papers/of.html", said)


@page(Action.EXPORT, about="organisation", methods=("GET", "POST"))
def of_organisation(request: Asked, organisation: int, paper: str) -> HttpResponse:
    """One paper: GET asks what for, POST makes it."""
    here, known = request.here, asking.paper(paper)
    if not asking.opens(here, known, organisation):
        raise NotAllowed({0: here.may(Action.SEE_PERSON, organisation=organisation)})
    if request.method == "POST":
        order = asking.order(here, organisation, paper, request.POST)
        return made(request, order, reverse("papers:paper", args=[organisation, paper]))
    order = asking.order(here, organisation, paper, request.GET)
    said = {
        "organisation": organisation, "title": _name(here, organisation), "code": paper, "paper": known,
        "numbers": known.numbers and here.can(Action.EXPORT_NUMBERS, organisation=organisation),
        "since": _since(order) if known.since else None, "fields": vars(asking),
    }  # fmt: skip
    return render(request, "papers/paper.html", said)


@page(Action.EXPORT, about="person", methods=("GET", "POST"))
def of_person(request: Asked, person: int) -> HttpResponse:
    """The papers of one person; POST names one and makes it."""
    here = request.here
    cell = _cell(here, person)
    codes = cases.papers_of(person, on=here.as_of)
    if request.method == "POST":
        code = request.POST.get("giay", "")
        asking.paper(code, PERSON)
        order = asking.order(here, cell, code, request.POST, person=person)
        return made(request, order, reverse("papers:person", args=[person]))
    label = here.desk.names([person], organisation=here.home or cell, **here.who)[person]
    offered = [code for code in codes if asking.opens(here, PAPERS[code], cell, person)]
    listed = [_offered(here, cell, code, person) for code in offered]
    said = {
        "person": person, "title": label, "papers": listed, "fields": vars(asking),
        "opens": here.can(Action.SEE_PERSON, person=person),
    }  # fmt: skip
    return render(request, "papers/person.html", said)


def made(request: Asked, order: Order, back: str) -> HttpResponse:
    """The file; a request where a second person has to confirm; back with a sentence where there is none."""
    here = request.here
    try:
        prepared = papers.prepare(order, at=here.at)
        decision = issuing.decide(prepared, here.reach)
        if decision.refused:
            raise NotAllowed({0: decision})
        if not decision.yes:
            asked = issuing.request(prepared, here.desk, by=here.by, at=here.at)
            messages.success(
                request, _("Tệp này cần người thứ hai xác nhận. Đã gửi đề nghị, có hiệu lực trong 72 giờ.")
            )
            return redirect("tasks:request", code=asked.code)
        out = issuing.issue(prepared, here.desk, **here.who)
        return download(out.content, out.name)
    except NoPaper as error:
        messages.warning(request, words.said(error))
        return redirect(back)


def _offered(here: Here, cell: int, code: str, person: int) -> Mapping[str, Any]:
    """A paper of a person as the page shows it, with what it lacks."""
    one = PAPERS[code]
    try:
        missing = papers.prepare(asking.order(here, cell, code, {}, person=person), at=here.at).missing
    except NoPaper:
        missing = ()
    numbers = one.numbers and here.can(Action.EXPORT_NUMBERS, organisation=cell)
    return {"code": code, "label": one.label, "told": one.told, "missing": missing, "numbers": numbers}


def _cell(here: Here, person: int) -> int:
    cell = cases.cell_of(person, on=here.as_of)
    if cell is None:
        raise NobodyHere
    return cell


def _name(here: Here, organisation: int) -> str:
    home = [here.home] if here.home is not None else []
    here.known["names"] = names_of([organisation, *home], as_of=here.as_of)
    return here.known["names"][organisation]


def _since(order: Order) -> date:
    return badges.wave_of(order) if order.paper == "badges" else order.first_day
