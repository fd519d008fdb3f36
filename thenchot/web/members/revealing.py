"""The personal number in full: for a reason from the list, by POST, once; the log has the reason."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.access.log import Reason
from thenchot.sealed.persons import PERSONAL_NUMBER

from ..page import Asked, page
from .stopping import asks_why
from .words import REASONS


@page(Action.REVEAL, about="person", methods=("POST",))
@asks_why
def number(request: Asked, person: int) -> HttpResponse:
    """A fragment in the page; a page of its own where the browser runs no script."""
    here, said = request.here, request.POST.get("reason", "")
    if said not in set(REASONS):
        return HttpResponseBadRequest()
    shown = here.desk.reveal(person, PERSONAL_NUMBER, Reason(said), **here.who)
    template = "members/number.html" if getattr(request, "htmx", False) else "members/number_alone.html"
    return render(request, template, {"number": shown, "person": person})
