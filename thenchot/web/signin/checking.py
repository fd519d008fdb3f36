"""Name and password of a request: judged as the command line judges them, with this browser's history."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from thenchot.access import accounts
from thenchot.access.accounts import Account, SignInRefused

from . import browsers


def account(request: HttpRequest, name: str, password: str) -> Account | None:
    """The account, ready to be signed in; nothing for whatever is wrong, which is told to nobody."""
    try:
        found = accounts.verified(name, password, request.now, known_browser=known_browser(request, name))  # type: ignore[attr-defined]
    except SignInRefused:
        return None
    found.backend = settings.AUTHENTICATION_BACKENDS[0]  # type: ignore[attr-defined]
    return found


def password(request: HttpRequest, holder: Account, said: str) -> bool:
    """Whether this is the holder's password, judged and counted as a sign-in."""
    found = account(request, holder.name, said)
    return found is not None and found.pk == holder.pk


def known_browser(request: HttpRequest, name: str) -> bool:
    """Whether the account of that name, if there is one, signed in from here before."""
    try:
        return browsers.known(request, int(accounts.named(name).pk))
    except LookupError:
        return False
