"""The door of every page: it names its action, and nobody passes who may not do that there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse

from thenchot.access import log
from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.access.log import Door, LogUnavailable, Viewer
from thenchot.access.rights import Why

from .here import DAY, Here

View = Callable[..., HttpResponse]


class Asked(HttpRequest):
    """A request of somebody signed in; for hints only."""

    here: Here


class NobodyHere(Http404):
    """No such person or organisation, or none of this account's: the same answer for both (X1)."""


def page(
    action: Action | None, *, about: str = "", methods: tuple[str, ...] = ("GET",)
) -> Callable[[View], View]:
    """Show a page only to whom `action` is allowed, about the `person` or `organisation` in its address.

    `about="home"`: about the organisation of the account's own office. Empty: the installation. With no
    action the page is for everybody signed in. The decision stands in `request.here.decision`. A second
    person's yes is enough to see the page: the action itself asks for her. HEAD counts as GET.
    """

    def door(view: View) -> View:
        @wraps(view)
        def passed(request: Asked, **place: Any) -> HttpResponse:
            if ("GET" if request.method == "HEAD" else request.method) not in methods:
                return HttpResponseNotAllowed(methods)
            if action is not None:
                request.here.decision = _decided(request.here, action, about, place)
            return view(request, **place)

        passed.action, passed.about, passed.methods = action, about, methods  # type: ignore[attr-defined]
        return passed

    return door


def page_of(
    find: Callable[[Asked, str], Any], *actions: Action, address: str = "code", given: str = "one",
    methods: tuple[str, ...] = (),
) -> Callable[[View], View]:  # fmt: skip
    """Show a page about what `find` finds by the part `address`; the view gets it as `given`.

    `find` asks for the right itself, any of `actions`, and says 404 for what is not to be known.
    """

    def door(view: View) -> View:
        @page(None, methods=methods or ("GET",))
        @wraps(view)
        def passed(request: Asked, **place: Any) -> HttpResponse:
            return view(request, **{given: find(request, place.pop(address))}, **place)

        passed.action, passed.actions = actions[0], actions  # type: ignore[attr-defined]
        return passed

    return door


def open_to_all(view: View) -> View:
    """A page that asks for no sign-in; the list of them is tested."""
    view.action, view.about, view.login_required = None, "", False  # type: ignore[attr-defined]
    return view


def _decided(here: Here, action: Action, about: str, place: dict[str, Any]) -> Any:
    given = {about: place[about]} if about in ("person", "organisation") else {}
    if about == "home" and here.home is not None:
        given = {"organisation": here.home}
    decision = here.may(action, **given)
    if decision.refused:
        _told(here, action, [place[about]] if about == "person" else [])
        if about == "person" and decision.why in (Why.OUT_OF_SCOPE, Why.NO_ROLE):
            raise NobodyHere
        raise NotAllowed({0: decision})
    return decision


def _told(here: Here, action: Action, persons: list[int]) -> None:
    """Refused attempts are in the log (ASVS 16.3.2). Nothing was shown, so a log that fails stops nothing."""
    viewer = Viewer(here.by, str(min(here.roles, default="")), here.home or 0, here.session)
    with suppress(LogUnavailable):
        log.write(Door.REFUSED, viewer, here.at, persons, field=str(action))


def go(name: str, here: Here | None = None, **place: Any) -> HttpResponse:
    """To another page, on the same day."""
    address = reverse(name, kwargs=place)
    if here is not None and here.asked_day is not None:
        address += f"?{DAY}={here.asked_day.isoformat()}"
    return redirect(address)
