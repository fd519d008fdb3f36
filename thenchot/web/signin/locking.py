"""The lock page, for whoever left the machine: the password opens it again, and nothing typed is lost."""

from __future__ import annotations

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from ..page import Asked, page
from . import checking, kept, sittings
from .adapters import WRONG_PASSWORD
from .forms import PasswordAgain
from .sittings import State

DONE, WRONG, GONE = 204, 403, 401


@page(None, methods=("POST",))
def lock(request: Asked) -> HttpResponse:
    """The page says that nobody is at the machine; it hands over what was typed, in case nobody returns."""
    action = request.POST.get("_action", "")
    if action.startswith("/"):
        typed = request.POST.copy()
        typed.pop("_action")
        kept.keep(int(request.user.pk), kept.page_of(request), action, typed, request.at)
    sittings.lock(int(request.user.pk))
    return HttpResponse(status=DONE)


@page(None, methods=("POST",))
def alive(request: Asked) -> HttpResponse:
    """Somebody types or reads: the gate has seen it; the page learns the token of today's session."""
    answer = HttpResponse(status=DONE)
    answer["X-Token"] = get_token(request)
    return answer


@page(None)
def locked(request: Asked) -> HttpResponse:
    """*Màn hình đã khóa*."""
    if request.state is State.OPEN:
        return redirect(_next(request.GET.get("next", ""), request))
    return render(request, "signin/locked.html", _frame(request))


@page(None, methods=("POST",))
def unlock(request: Asked) -> HttpResponse:
    """The password of the same account: back to the page, and to what was typed there."""
    right = request.state is State.OPEN or _right(request)
    script = request.headers.get("X-Requested-With") == "fetch"
    if right:
        sittings.unlock(int(request.user.pk), request.now)
        return _stay(request) if script else redirect(_back(request))
    if script:
        return HttpResponse(str(WRONG_PASSWORD), status=WRONG, content_type="text/plain; charset=utf-8")
    return render(request, "signin/locked.html", _frame(request, WRONG_PASSWORD), status=WRONG)


def _right(request: Asked) -> bool:
    """Ten tries a minute, from a known browser too: whoever finds the machine locked guesses slowly."""
    if not ratelimit.consume(request, action="reauthenticate", user=request.user):
        return False
    return checking.password(request, request.user, request.POST.get("password", ""))  # type: ignore[arg-type]


def _stay(request: Asked) -> HttpResponse:
    """The typed form is still on the page: what was kept of it is not needed."""
    kept.forget(int(request.user.pk))
    answer = HttpResponse(status=DONE)
    answer["X-Token"] = get_token(request)
    return answer


def _back(request: Asked) -> str:
    found = kept.kept(int(request.user.pk), request.at)
    if found is None:
        return _next(request.POST.get("next", ""), request)
    request.session["returning"] = found.page
    return found.page


def _next(said: str, request: HttpRequest) -> str:
    return said if url_has_allowed_host_and_scheme(said, {request.get_host()}) else "/"


def _frame(request: Asked, fault: object = "") -> dict[str, object]:
    form = PasswordAgain(user=request.user)
    said = request.GET.get("next", "") or request.POST.get("next", "")
    return {"form": form, "fault": fault, "next": said, "name": request.user.name}  # type: ignore[union-attr]
