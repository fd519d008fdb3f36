"""After the account is known: is its session open, its password its own, its second factor there?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _

from ..page import Asked
from . import factors, kept, sittings
from .sittings import State

Next = Callable[[HttpRequest], HttpResponse]

LOCKED_STATUS = 423  # to a script: the page stays as it is and asks for the password
ENDED = {
    State.IDLE: _("Phiên làm việc đã kết thúc vì lâu không dùng. Đề nghị đồng chí đăng nhập lại."),
    State.TOO_LONG: _("Phiên làm việc đã quá 8 giờ. Đề nghị đồng chí đăng nhập lại."),
    State.ELSEWHERE: _(
        "Phiên này đã kết thúc: tài khoản vừa đăng nhập ở máy khác, hoặc được cấp lại mật khẩu."
        " Nếu không phải đồng chí, đề nghị báo ngay người quản trị."
    ),
}
KEPT = _("Phần đang nhập được giữ lại 24 giờ và mở ra sau khi đồng chí đăng nhập.")
# What is answered in each state besides the open pages (page.py: open_to_all).
WHEN_LOCKED = {"locked", "unlock", "lock"}
BEFORE_A_PASSWORD = {"own_password", "lock", "unlock", "locked", "alive"}
BEFORE_A_FACTOR = BEFORE_A_PASSWORD | {"enrol", "account_reauthenticate"}


class GateMiddleware:
    """Judges the session before any view; a locked or ended one has no `request.here`."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.now = timezone.now()  # type: ignore[attr-defined] # sessions keep the real time
        request.state = None  # type: ignore[attr-defined]
        request.held_up = False  # type: ignore[attr-defined] # no page but this one opens: no menu
        if request.user.is_authenticated:
            self._judge(request)  # type: ignore[arg-type]
        return self.get_response(request)

    def _judge(self, request: Asked) -> None:
        sitting = sittings.of(request.here.by)
        limits = sittings.pace(request.here.roles)
        key = request.session.session_key
        request.sitting, request.pace = sitting, limits
        request.state = sittings.state(sitting, key, request.now, limits)
        # In a demo resets have the demo's moment, which is none of the clock's; the sitting is gone anyway.
        if sitting and not request.here.demo and request.here.account.session_is_over(sitting.began_at):
            request.state = State.ELSEWHERE
        if request.state is not State.OPEN:
            del request.here

    def process_view(
        self, request: Asked, view: Callable[..., HttpResponse], _args: Any, _place: Any
    ) -> HttpResponse | None:
        """The third middleware to be asked: CSRF and signing in were looked at before."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        is_open = not getattr(view, "login_required", True)
        if request.state is None:
            return None
        if request.state is State.OPEN:
            return self._open(request, name, is_open)
        if request.state is State.LOCKED:
            return None if is_open or name in WHEN_LOCKED else self._locked(request)
        return self._ended(request, is_open)

    def _open(self, request: Asked, name: str, is_open: bool) -> HttpResponse | None:
        sittings.seen(request.sitting, request.now)
        if is_open:
            return None
        if request.here.account.must_change:
            request.held_up = True
            return None if name in BEFORE_A_PASSWORD else _sent(request, "own_password")
        if not request.here.demo and not factors.enrolled(request.here.by):
            request.held_up = True
            return None if name in BEFORE_A_FACTOR else _sent(request, "enrol")
        _give_back(request)
        return None

    def _locked(self, request: Asked) -> HttpResponse:
        """What was sent is kept; the page asks for the password, and comes back where it was."""
        if request.htmx:
            return HttpResponse(status=LOCKED_STATUS)
        sittings.lock(int(request.user.pk))
        if request.method == "POST":
            _keep(request)
            return redirect("locked")
        return redirect(f"{reverse('locked')}?{urlencode({'next': request.get_full_path()})}")

    def _ended(self, request: Asked, is_open: bool) -> HttpResponse | None:
        """The account is taken off the request; what was typed before the end waits for it."""
        state, saved = request.state, False
        if request.method == "POST" and not is_open and state in (State.IDLE, State.TOO_LONG):
            saved = _keep(request)
        if state is not State.ELSEWHERE:
            sittings.end(int(request.user.pk))
        logout(request)
        messages.warning(request, f"{ENDED[state]} {KEPT}" if saved else ENDED[state])
        if is_open:
            return None
        back = "" if request.method == "POST" else f"?{urlencode({'next': request.get_full_path()})}"
        answer = redirect(f"{reverse('account_login')}{back}")
        if request.htmx:
            answer = HttpResponse(status=LOCKED_STATUS)
            answer["HX-Redirect"] = reverse("account_login")
        return answer


def _keep(request: Asked) -> bool:
    page = kept.page_of(request)
    return kept.keep(int(request.user.pk), page, request.get_full_path(), request.POST, request.at)


def _give_back(request: Asked) -> None:
    """On the page it was typed on, what was kept stands in `request.returned` once."""
    if request.method != "GET" or request.session.get("returning") != request.get_full_path():
        return
    del request.session["returning"]
    found = kept.kept(request.here.by, request.here.at)
    if found is not None:
        request.returned = found
        kept.forget(request.here.by)


def _sent(request: Asked, name: str) -> HttpResponse:
    answer = redirect(name)
    if request.htmx:
        answer = HttpResponse()
        answer["HX-Redirect"] = reverse(name)
    return answer
