"""The door of a member's own pages: the person is the account's own, never one in the address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.rooms.people.error_events import Item

from ..page import Asked, page


def own_page(
    action: Action, *methods: str
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A page about the account's own person; somebody who is no member of this book is told so."""

    def door(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @page(None, methods=methods or ("GET",))
        @wraps(view)
        def passed(request: Asked, **place: Any) -> HttpResponse:
            person = request.here.account.person
            if person is None:
                return render(request, "own/nobody.html", status=404)
            decision = request.here.may(action, person=person)
            if not decision.yes:
                raise NotAllowed({0: decision})
            request.here.decision = decision
            return view(request, person=person, **place)

        passed.action = action  # type: ignore[attr-defined]
        return passed

    return door


def item_of(text: str) -> Item:
    """The item in an address; 404 for what is none."""
    if text not in set(Item):
        raise Http404(text)
    return Item(text)
