"""Browsers that signed in before: a signed cookie that says nothing to anybody but this server."""

from __future__ import annotations

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

COOKIE = f"{settings.COOKIE_PREFIX}browser"
KNOWN_FOR = 180 * 24 * 3600
MOST = 12  # colleagues at one machine
SALT = "thenchot.web.signin.browsers"


def known(request: HttpRequest, account: int | None) -> bool:
    """Whether this account signed in from this browser before."""
    return account is not None and _mark(account) in _marks(request)


def remember(request: HttpRequest, response: HttpResponse, account: int) -> None:
    """From now on this browser is known for the account; neither name nor number stands in the cookie."""
    mark = _mark(account)
    marks = [mark, *(one for one in _marks(request) if one != mark)][:MOST]
    response.set_cookie(
        COOKIE,
        TimestampSigner(salt=SALT).sign(".".join(marks)),
        max_age=KNOWN_FOR,
        secure=settings.SECURED,
        httponly=True,
        samesite="Lax",
    )


def _marks(request: HttpRequest) -> list[str]:
    try:
        said = TimestampSigner(salt=SALT).unsign(request.COOKIES.get(COOKIE, ""), max_age=KNOWN_FOR)
    except BadSignature:
        return []
    return [one for one in said.split(".") if one]


def _mark(account: int) -> str:
    return salted_hmac(SALT, str(account), algorithm="sha256").hexdigest()[:24]
