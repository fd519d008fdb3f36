"""Somebody has looked again at what was recorded as on its paper although a rule objects."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.law.review_events import Outcome
from thenchot.ledger import reading
from thenchot.ledger.writing import Draft
from thenchot.surface.reviews import answers
from thenchot.surface.together import book_held

from ..page import Asked, page


@page(Action.SEE_TASKS, about="home", methods=("POST",))
def answer(request: Asked, seq: int) -> HttpResponse:
    """The desk asks whether this account may; sent twice, the second finds nothing left to answer."""
    here = request.here
    outcome = request.POST.get("outcome", "")
    if outcome not in set(Outcome):
        raise Http404(outcome)
    with book_held():
        try:
            entry = reading.entry(seq)
        except LookupError:
            raise Http404(seq) from None
        act_set = here.desk.mint.id()
        drafts = [Draft(act, act_set) for act in answers(entry, Outcome(outcome), here.today)]
        if drafts:
            here.desk.record(drafts, by=here.by, at=here.at)
    messages.success(request, _("Đã ghi là đã xem lại.") if drafts else _("Việc này đã được xem lại rồi."))
    return redirect("tasks:list")
