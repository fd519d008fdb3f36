"""Phiên của tôi: the one open session, the password, the second factor."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render

from thenchot.access.actions import Action
from thenchot.access.events import Role

from ..page import Asked, page
from . import factors, kept, violations
from .adapters import MACHINE
from .sittings import LONGEST, Device


@page(Action.SIGN_IN_SETTINGS)
def sessions(request: Asked) -> HttpResponse:
    """Since when and from which kind of browser; nothing else of a browser is stored."""
    account = int(request.here.account.pk)
    sitting = request.sitting
    frame = {
        "sitting": sitting,
        "machine": MACHINE[Device(sitting.device)],
        "until": sitting.began_at + LONGEST,
        "idle": int(request.pace.ends.total_seconds() // 60),
        "locks": int(request.pace.locks.total_seconds() // 60),
        "factor": factors.enrolled(account),
        "kept": kept.kept(account, request.here.at),
    }
    if Role.ADMINISTRATOR in request.here.roles:
        frame["violations"] = violations.counted(request.now.date())
    return render(request, "signin/sessions.html", frame)


@page(Action.SIGN_IN_SETTINGS, methods=("POST",))
def give_back(request: Asked) -> HttpResponse:
    """To the page on which something was typed, with what was typed; or it is thrown away."""
    account = int(request.here.account.pk)
    found = kept.kept(account, request.here.at)
    if found is None:
        return redirect("sessions")
    if "forget" in request.POST:
        kept.forget(account)
        return redirect("sessions")
    request.session["returning"] = found.page
    return redirect(found.page)
