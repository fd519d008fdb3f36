"""Before there is a book: the two doors of Rà soát answer; every other address says how to begin."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from .middleware import HereMiddleware

OPEN = ("checking:doors", "checking:report", "checking:list", "language", "large")


class BeforeMiddleware(HereMiddleware):
    """Stands where `HereMiddleware` does, and asks no database (`door_settings`)."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.at = datetime.now(UTC)  # type: ignore[attr-defined]
        if request.path not in map(reverse, OPEN):
            return render(request, "web/not_founded.html", {"doors": True}, status=503)
        return self._kept_by_nobody(self.get_response(request))
