"""A session begins: whoever signs in, by whatever way, has this one session from now on."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from thenchot.access import drafts, resetting
from thenchot.access.accounts import Account

from . import sittings
from .sittings import Device, Sitting


def adopt(account: Account, key: str, device: Device = Device.COMPUTER) -> Sitting | None:
    """The session of that key is the account's; gives back the one it ends. Sessions keep the real time."""
    return sittings.adopt(account, key, timezone.now(), device)


@receiver(user_logged_in, dispatch_uid="one session for each account")
def begun(request: HttpRequest, user: Account, **_more: Any) -> None:
    """Also for sign-ins that no page of ours made; `request.ended` is the session that ends by it."""
    if not request.session.session_key:
        request.session.create()
    kind = sittings.device(request.META.get("HTTP_USER_AGENT", ""))
    request.ended = adopt(user, request.session.session_key, kind)  # type: ignore[attr-defined]


def after_reset(account: int) -> None:
    """Reset by two persons: no session, no second factor, nothing kept is left of before."""
    sittings.end(account)
    Authenticator.objects.filter(user_id=account).delete()
    drafts.drop_all(account)


if after_reset not in resetting.HOOKS:
    resetting.HOOKS.append(after_reset)
