"""The drafts of an organisation."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.reports.drafts import keeping
from thenchot.surface.drafting.words import STATES
from thenchot.surface.subjects import names_of
from thenchot.surface.told import accounts

from ..page import Asked, page
from . import reminding

A_PAGE = 50


@page(Action.WRITE_SECTION, about="home")
def home(request: Asked) -> HttpResponse:
    """Those of the account's own organisation, the newest first."""
    here = request.here
    assert here.home is not None
    found = keeping.of_organisations([here.home])
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("trang"))
    names = accounts(one.account for one in shown)
    said = {
        "organisation": here.home,
        "name": names_of([here.home])[here.home],
        "page": shown,
        "lines": [(one, STATES[one.state], names[one.account]) for one in shown],
        "drafts": here.can(Action.DRAFT_REPORT, organisation=here.home) and not here.past,
    }
    said["writing"] = reminding.lines(here)  # who only writes sections has no Việc cần làm
    return render(request, "reports/list.html", said)
