"""Việc cần làm of the auditor: resets of password and second factor, each until it is marked seen."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thenchot.access import resets_told
from thenchot.access.actions import Action
from thenchot.surface.told import accounts

from ..here import Here
from ..page import Asked, go, page


@page(Action.SEE_LOG, methods=("GET", "POST"))
def resets(request: Asked) -> HttpResponse:
    """GET lists them; POST marks one seen, for this auditor only."""
    here = request.here
    if request.method == "POST":
        try:
            resets_told.mark_seen(request.POST.get("de-nghi", ""), here.by, here.at)
        except LookupError:
            raise Http404 from None
        messages.success(request, _("Đã đánh dấu là đã xem."))
        return go("tasks:resets", here)
    return render(request, "tasks/resets.html", {"lines": _lines(here)})


def _lines(here: Here) -> list[dict[str, Any]]:
    """Accounts by their login names, as everywhere an auditor reads; no person is named."""
    found = resets_told.unseen(here.by, here.at)
    names = accounts(one for each in found for one in (each.account, each.asked_by, each.confirmed_by) if one)
    return [
        {
            "request": each.request,
            "account": names[each.account] if each.account else "",
            "asked": names[each.asked_by],
            "confirmed": names[each.confirmed_by],
            "at": each.at,
        }
        for each in found
    ]
