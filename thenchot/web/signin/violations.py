"""Browsers report what the content security policy stopped: counted by day, and nothing of it kept."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from ..page import open_to_all

DAYS = 30
MOST = 10_000  # a day: nobody fills anything by reporting


@open_to_all
@csrf_exempt
@require_POST
def report(request: HttpRequest) -> HttpResponse:
    """One more today; what the browser sent is not read."""
    place = _place(request.now.date())  # type: ignore[attr-defined]
    if cache.add(place, 1, timeout=DAYS * 24 * 3600) or cache.get(place, 0) >= MOST:
        return HttpResponse(status=204)
    cache.incr(place)
    return HttpResponse(status=204)


def counted(today: date) -> int:
    """How many were reported in the last thirty days."""
    found = cache.get_many([_place(today - timedelta(days=back)) for back in range(DAYS)])
    return sum(found.values())


def _place(day: date) -> str:
    return f"csp:{day.isoformat()}"
