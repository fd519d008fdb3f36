"""Out, and a password of one's own, and the second factor: the pages between signing in and working."""

from __future__ import annotations

from base64 import b64encode

from allauth.mfa.adapter import get_adapter
from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from thenchot.access import accounts
from thenchot.access.accounts import PasswordRefused
from thenchot.access.actions import Action
from thenchot.access.words import PASSWORD
from thenchot.ledger import reading
from thenchot.surface.subjects import names_of

from ..page import Asked, open_to_all, page
from . import factors, sittings
from .forms import Enrol, NewPassword

# What the browser forgets with a session: pages it kept, whatever a page stored.
CLEARED = '"cache", "storage"'


@open_to_all
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Out: *Đổi người*. The next person begins with an empty page."""
    if request.user.is_authenticated:
        sitting = sittings.of(int(request.user.pk))
        if sitting is not None and sitting.key == sittings.digest(request.session.session_key):
            sittings.end(sitting.account)
    logout(request)
    answer = redirect("account_login")
    answer["Clear-Site-Data"] = CLEARED
    return answer


@page(Action.SIGN_IN_SETTINGS, methods=("GET", "POST"))
def own_password(request: Asked) -> HttpResponse:
    """*Chọn mật khẩu mới*; with a one-time password the only page that is open."""
    account = request.here.account
    first = account.must_change
    form = NewPassword(request.POST or None, first=first)
    if form.is_valid() and (first or _right(form, request)) and _chosen(form, request):
        update_session_auth_hash(request, account)
        sittings.rekey(int(account.pk), request.session.session_key or "")
        messages.success(request, _("Đã đổi mật khẩu. Mật khẩu trước không dùng được nữa."))
        return redirect("home" if first else "sessions")
    return render(request, "signin/password.html", {"form": form, "first": first})


@page(Action.SIGN_IN_SETTINGS, methods=("GET", "POST"))
def enrol(request: Asked) -> HttpResponse:
    """A key for the telephone, as a picture and in groups of four; the first code proves that it is there."""
    account = request.here.account
    if factors.enrolled(int(account.pk)):
        return redirect("sessions")
    if not factors.recent(request, "password"):
        back = urlencode({"next": request.path})
        return redirect(f"{reverse('account_reauthenticate')}?{back}")
    form = Enrol(request, request.POST or None)
    if form.is_valid():
        factors.enrol(request, account, form.secret)
        messages.success(request, _("Đã cài mã xác nhận. Mỗi lần đăng nhập cần thêm mã trên điện thoại."))
        return redirect("home")
    adapter = get_adapter()
    picture = adapter.build_totp_svg(adapter.build_totp_url(account, form.secret))
    source = f"data:image/svg+xml;base64,{b64encode(picture.encode()).decode()}"
    return render(request, "signin/enrol.html", {"form": form, "picture": source})


def _right(form: NewPassword, request: Asked) -> bool:
    right = request.here.account.check_password(form.cleaned_data["old"])
    if not right:
        form.add_error("old", _("Mật khẩu đang dùng chưa đúng."))
    return right


def _chosen(form: NewPassword, request: Asked) -> bool:
    """Whether the new one was taken; its faults stand at the field."""
    founding = reading.founding()
    words = [founding.value("code") or "" if founding else "", *_offices(request)]
    try:
        accounts.choose_password(request.here.account, form.cleaned_data["new"], words)
    except PasswordRefused as refused:
        for fault in refused.args[0]:
            form.add_error("new", str(PASSWORD[fault]))
        return False
    return True


def _offices(request: Asked) -> list[str]:
    """Names anybody would try first: those of the offices the account works for."""
    return list(names_of({one.scope for one in request.here.held}).values())
