"""Forms of signing in: wide fields, plain words, no hints to whoever guesses."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeReauthenticateForm
from allauth.mfa.totp.internal import auth as totp
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from thenchot.access.passwords import LONGEST

from . import factors

WIDE = {"class": "form-control form-control-lg"}


def password_field(label: Any, complete: str = "current-password") -> forms.CharField:
    """A password is sent as it was typed, blanks included."""
    widget = forms.PasswordInput(attrs=WIDE | {"autocomplete": complete})
    return forms.CharField(label=label, strip=False, max_length=LONGEST + 1, widget=widget)


class CodeInput(forms.TextInput):
    """Empty each time: a code that was refused is of no use any more."""

    def format_value(self, value: Any) -> None:
        return None


def code_field(**more: Any) -> forms.CharField:
    """Six digits; blanks between them do not matter."""
    attributes = WIDE | {"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": "9"} | more
    return forms.CharField(label=_("Mã 6 chữ số"), widget=CodeInput(attrs=attributes))


class SignIn(LoginForm):
    """Name and password."""

    password = password_field(_("Mật khẩu"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        attributes = WIDE | {
            "autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "autofocus": True,
        }  # fmt: skip
        self.fields["login"] = forms.CharField(
            label=_("Tên đăng nhập"), max_length=64, widget=forms.TextInput(attrs=attributes)
        )
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        return str(self.cleaned_data["login"]).strip().lower()


class PasswordAgain(ReauthenticateForm):
    """The password once more, before something that needs it fresh."""

    password = password_field(_("Mật khẩu"))


class _Once(forms.Form):
    """A right code is refused the second time it comes."""

    user: Any

    def clean_code(self) -> str:
        code = "".join(str(super().clean_code()).split())  # type: ignore[misc]
        if not factors.use_once(int(self.user.pk), code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class Code(_Once, AuthenticateForm):
    """The code, when signing in."""

    code = code_field(autofocus=True)


class CodeAgain(_Once, CodeReauthenticateForm):
    """The code once more, before something that needs it fresh."""

    code = code_field(autofocus=True)


class Enrol(forms.Form):
    """The first code of a new key proves that the telephone has it."""

    code = code_field()

    def __init__(self, request: HttpRequest, data: Any = None) -> None:
        super().__init__(data)
        self.account = int(request.user.pk)
        self.secret = factors.pending(request, renew=data is None)

    @property
    def groups(self) -> str:
        """The key in groups of four, to be typed by hand."""
        return " ".join(self.secret[place : place + 4] for place in range(0, len(self.secret), 4))

    def clean_code(self) -> str:
        code = "".join(str(self.cleaned_data["code"]).split())
        if not totp.validate_totp_code(self.secret, code) or not factors.use_once(self.account, code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class NewPassword(forms.Form):
    """A password of one's own, typed twice; the one in use is asked for unless it was just typed."""

    old = password_field(_("Mật khẩu đang dùng"))
    new = password_field(_("Mật khẩu mới"), "new-password")
    again = password_field(_("Gõ lại mật khẩu mới"), "new-password")

    def __init__(self, data: Any = None, *, first: bool = False) -> None:
        super().__init__(data)
        if first:
            del self.fields["old"]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if "new" in said and "again" in said and said["new"] != said["again"]:
            self.add_error("again", _("Hai lần gõ mật khẩu mới không giống nhau. Đề nghị làm lại."))
        return said
