"""*Còn thiếu*, before anything is printed: what the paper has a place for and the book has not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.surface.printing import issuing, papers, words
from thenchot.surface.printing.orders import Missing, NoPaper

from ..here import Here
from ..page import Asked, page
from . import asking

NAMED = 10  # persons of one gap that are named; the count says all


@page(Action.EXPORT, about="organisation")
def of_organisation(request: Asked, organisation: int, paper: str) -> HttpResponse:
    """A fragment of the paper's page, or a page alone; it takes as long as reading the list does."""
    here = request.here
    known = asking.paper(paper)
    if not asking.opens(here, known, organisation):
        raise NotAllowed({0: here.may(Action.SEE_PERSON, organisation=organisation)})
    order = asking.order(here, organisation, paper, request.GET)
    said: dict[str, Any] = {"organisation": organisation, "code": paper, "label": known.label}
    template = "papers/lacking.html" if getattr(request, "htmx", False) else "papers/lacking_alone.html"
    try:
        prepared = papers.prepare(order, at=here.at)
    except NoPaper as error:
        return render(request, template, said | {"none": words.said(error)})
    said["count"], said["volumes"] = len(prepared.persons), prepared.volumes
    said["second"] = issuing.asks(prepared) is Action.EXPORT_MANY
    said["missing"] = _lines(here, organisation, prepared.missing)
    return render(request, template, said)


def _lines(here: Here, organisation: int, missing: Sequence[Missing]) -> list[Mapping[str, Any]]:
    shown = [person for one in missing for person in one.persons[:NAMED]]
    names = {}
    if shown and here.can(Action.SEE_NAMES, organisation=organisation):
        names = here.desk.names(shown, organisation=organisation, **here.who)
    opens = here.can(Action.SEE_PERSON, organisation=organisation)
    return [
        {
            "what": one.what,
            "count": len(one.persons),
            "persons": [(person, names[person], opens) for person in names if person in one.persons[:NAMED]],
            "more": max(0, len(one.persons) - NAMED),
        }
        for one in missing
    ]
