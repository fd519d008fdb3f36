"""The page with both doors, empty; what each answers stands in `lists.py` and `reports.py`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thenchot.access.judging import today
from thenchot.files.limits import LIMITS, MB

from .against import choices
from .nearby import at_this_machine, nothing_kept


@nothing_kept("GET", "HEAD")
def doors(request: HttpRequest) -> HttpResponse:
    """Both doors, nothing chosen yet."""
    return page(request)


def page(request: HttpRequest, **more: Any) -> HttpResponse:
    """The page with both doors and perhaps an answer; for htmx the answer alone."""
    partly = getattr(request, "htmx", False) and "answer" in more
    given = {
        "near": at_this_machine(request),
        "closings": [] if partly else choices(request),
        "today": today(request.at),  # type: ignore[attr-defined]
        "largest_report": LIMITS.checked // MB,
        "largest_list": LIMITS.size // MB,
        **more,
    }
    return render(request, "checking/answer.html" if partly else "checking/doors.html", given)
