"""The door of a closing's page: an unknown code and one of somebody else's figures get the same answer."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404

from thenchot.access.actions import Action
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.listing import Standing

from ..page import Asked, View, page_of


def closing_page(*methods: str) -> Callable[[View], View]:
    """A page about the closing in the address; the view gets it as `one`."""
    return page_of(_seen, Action.SEE_FIGURES, methods=methods)


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
