"""Công văn nhắc from a deadline's board, phiếu phản hồi of a closing that was sent back."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse

from thenchot.access.actions import Action
from thenchot.rooms.organisations.reading import line_of
from thenchot.snapshot.closing.listing import Standing
from thenchot.surface.printing.orders import Order

from ..closings.door import closing_page
from ..page import Asked, page
from .making import made


@page(Action.RECORD_DEADLINE, about="home", methods=("POST",))
def reminder(request: Asked, deadline: str) -> HttpResponse:
    """To everybody who has not answered; of a monthly deadline the round in the address."""
    here, month = request.here, request.GET.get("thang", "")
    assert here.home is not None
    order = Order("reminder", here.home, here.as_of, of=f"{deadline}@{month}")
    back = reverse("tasks:board", kwargs={"deadline": deadline})
    return made(request, order, f"{back}?thang={month}" if month else back)


@closing_page("POST")
def feedback(request: Asked, one: Standing) -> HttpResponse:
    """From whoever stands above the organisation whose figures they are."""
    above = line_of(one.organisation, as_of=request.here.as_of)[:2][-1]
    order = Order("feedback", above, request.here.as_of, of=one.code)
    return made(request, order, reverse("closings:page", kwargs={"code": one.code}))
