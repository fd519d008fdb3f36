"""What allauth asks of the house: who may sign in, in which words, where to, and how secrets are kept."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.access.accounts import Account
from thenchot.access.words import SIGN_IN_REFUSED

from . import browsers, checking, factors, kept
from .sittings import Device, Sitting

TOO_MANY = gettext_lazy("Gõ sai nhiều lần. Đề nghị đồng chí đợi 15 phút rồi thử lại.")
WRONG_CODE = gettext_lazy("Mã không đúng hoặc đã dùng rồi. Đề nghị đợi mã mới trên điện thoại rồi nhập lại.")
WRONG_PASSWORD = gettext_lazy("Mật khẩu chưa đúng.")
MACHINE = {Device.PHONE: gettext_lazy("điện thoại"), Device.COMPUTER: gettext_lazy("máy tính")}


class AccountAdapter(DefaultAccountAdapter):
    """Closed: nobody registers, nobody is written to; names and passwords are access'."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": SIGN_IN_REFUSED,
        "account_inactive": SIGN_IN_REFUSED,
        "incorrect_password": WRONG_PASSWORD,
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        raise PermissionDenied

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Account | None:
        """The account behind name and password, by the same judgment as the command line's."""
        return checking.account(request, credentials.get("username", ""), credentials.get("password", ""))

    def reauthenticate(self, user: Account, password: str) -> bool:
        """The same account's password once more."""
        return checking.password(context.request, user, password)

    def post_login(self, request: HttpRequest, user: Account, **more: Any) -> HttpResponse:
        answer = super().post_login(request, user, **more)
        found = kept.kept(int(user.pk), request.at)  # type: ignore[attr-defined]
        if found is not None:
            request.session["returning"] = found.page
            answer = redirect(found.page)
        ended: Sitting | None = getattr(request, "ended", None)
        if ended is not None:
            messages.info(request, _ended(ended))
        browsers.remember(request, answer, int(user.pk))
        return answer

    def get_client_ip(self, request: HttpRequest) -> str:
        """Whom the proxy names last, else whoever connects; headers.py lets only the proxy say so."""
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        return forwarded.rpartition(",")[2].strip() or str(request.META["REMOTE_ADDR"])

    def add_message(self, *_args: Any, **_more: Any) -> None:
        """The library's own sentences are not ours."""

    def send_mail(self, *_args: Any, **_more: Any) -> None:
        """Nothing is sent to anybody."""

    def send_notification_mail(self, *_args: Any, **_more: Any) -> None:
        """Nothing is sent to anybody."""


class FactorAdapter(DefaultMFAAdapter):
    """Keys of second factors are ciphertext; who loses hers needs two persons."""

    error_messages = DefaultMFAAdapter.error_messages | {"incorrect_code": WRONG_CODE}

    def encrypt(self, text: str) -> str:
        return factors.sealed(text)

    def decrypt(self, encrypted_text: str) -> str:
        return factors.unsealed(encrypted_text)

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        return False

    def send_notification_mail(self, *_args: Any, **_more: Any) -> None:
        """Nothing is sent to anybody."""


def _ended(sitting: Sitting) -> str:
    from thenchot.web.templatetags.thenchot import moment

    return _("Phiên của đồng chí mở từ {since} trên {machine} đã kết thúc.").format(
        since=moment(sitting.began_at), machine=MACHINE[Device(sitting.device)]
    )
