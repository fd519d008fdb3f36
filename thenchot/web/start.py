"""The first page of each role, the switches of language and size, and what stands where nothing is."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from . import troubles
from .frame import LARGE, menu
from .page import Asked, open_to_all, page


@page(None)
def home(request: Asked) -> HttpResponse:
    """To the first line of the account's menu; a member to the own record."""
    lines = menu(request.here, "")
    if lines:
        return redirect(lines[0]["address"])
    if request.here.account.person is not None:
        return redirect("own:record")
    return render(request, "web/nothing_to_see.html")


@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Vietnamese or English from now on; back to the page one came from."""
    answer = redirect(_back(request))
    if (chosen := request.POST.get("language")) in dict(settings.LANGUAGES):
        _year(answer, settings.LANGUAGE_COOKIE_NAME, chosen)
    return answer


@open_to_all
@require_POST
def large(request: HttpRequest) -> HttpResponse:
    """*Chữ to* on or off for this browser."""
    answer = redirect(_back(request))
    if request.COOKIES.get(LARGE) == "1":
        answer.delete_cookie(LARGE)
    else:
        _year(answer, LARGE, "1")
    return answer


def not_there(request: HttpRequest, exception: Exception) -> HttpResponse:
    answer = troubles.page(request, exception)
    assert answer is not None
    return answer


def fault(request: HttpRequest) -> HttpResponse:
    """A fault of ours: what was being typed is still in the browser."""
    return render(request, "web/fault.html", status=500)


def _year(answer: HttpResponse, name: str, value: str) -> None:
    answer.set_cookie(name, value, max_age=31_536_000, secure=settings.SECURED, httponly=True, samesite="Lax")


def _back(request: HttpRequest) -> str:
    asked = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if safe else "/"
