"""When so much was opened in an hour that a reason is asked for: the page that asks, and its answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.limits import Ground, TooMany
from thenchot.access.log import Door
from thenchot.access.words import GROUNDS

from ..page import Asked, page

View = Callable[..., HttpResponse]
DOORS = (Door.FIND, Door.PERSON, Door.REVEAL)


def asks_why(view: View) -> View:
    """Instead of a view that was stopped, the question why so much is opened."""

    @wraps(view)
    def asked(request: Asked, **place: Any) -> HttpResponse:
        try:
            return view(request, **place)
        except TooMany as stopped:
            found = {"most": stopped.most, "door": stopped.door, "grounds": GROUNDS, "place": place}
            return render(request, "members/stopped.html", found, status=429)

    return asked


@page(Action.FIND, about="home", methods=("POST",))
def lift(request: Asked) -> HttpResponse:
    """A reason from the list opens the door for an hour; the log has it, and a reviewer sees it."""
    here, door, ground = request.here, request.POST.get("door", ""), request.POST.get("ground", "")
    if door not in DOORS or ground not in set(Ground):
        return HttpResponseBadRequest()
    here.desk.lift(Door(door), Ground(ground), by=here.by, at=here.at, session=here.session)
    messages.success(request, _("Đã ghi lý do vào nhật ký. Đồng chí làm tiếp được."))
    following = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(following, allowed_hosts=None):
        following = ""
    return redirect(following or "members:roll")
