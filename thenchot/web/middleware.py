"""Around every page: who asks and when; what went wrong as a page with a sentence; headers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import add_never_cache_headers

from thenchot.access.desk import Desk, NotFounded
from thenchot.ledger.remembering import held_still
from thenchot.sealed import tables
from thenchot.surface.clock import moment

from . import troubles
from .here import Here, asked_day, digest

Next = Callable[[HttpRequest], HttpResponse]


class LanguageMiddleware:
    """Vietnamese, or what was chosen by the switch; never what the browser happens to be set to."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language  # type: ignore[attr-defined]
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


class HereMiddleware:
    """Puts `request.here` on requests of somebody signed in; without a book every page says how to begin."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with nullcontext() if request.method == "POST" else held_still():
            return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        try:
            desk = Desk.open()
        except NotFounded:
            return render(request, "web/not_founded.html", status=503)
        except Exception as error:
            return troubles.page(request, error)
        request.desk = desk  # type: ignore[attr-defined]
        request.at = moment(desk.mode, datetime.now(UTC))  # type: ignore[attr-defined]
        if request.user.is_authenticated:
            request.here = Here(  # type: ignore[attr-defined]
                desk=desk,
                account=request.user,  # type: ignore[arg-type]
                at=request.at,  # type: ignore[attr-defined]
                session=digest(request.session.session_key),
                asked_day=asked_day(request),
            )
        with tables.steady():
            return self._kept_by_nobody(self.get_response(request))

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return troubles.page(request, error)

    def _kept_by_nobody(self, response: HttpResponse) -> HttpResponse:
        """Pages may name persons: no browser and nothing between keeps them."""
        if not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        return response
