"""The door of a closing's page: an unknown code and one of somebody else's figures get the same answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse

from thenchot.access.actions import Action
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.listing import Standing

from ..page import Asked, page


def closing_page(*methods: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """A page about the closing in the address; the view gets it as `one`."""

    def door(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @page(None, methods=methods or ("GET",))
        @wraps(view)
        def passed(request: Asked, code: str, **place: Any) -> HttpResponse:
            return view(request, one=_seen(request, code), **place)

        passed.action = Action.SEE_FIGURES  # type: ignore[attr-defined]
        return passed

    return door


def _seen(request: Asked, code: str) -> Standing:
    try:
        one = listing.standing(code)
    except LookupError:
        raise Http404(code) from None
    decision = request.here.may(Action.SEE_FIGURES, organisation=one.organisation)
    if not decision.yes:
        raise Http404(code)
    request.here.decision = decision
    return one
