"""The second factor: TOTP with a sealed key; a code is good once, in whatever process it is sent twice."""

from __future__ import annotations

import time
from base64 import b64decode, b64encode
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.cache import cache
from django.http import HttpRequest

from thenchot.access.accounts import Account
from thenchot.sealed.envelope import seal, unseal
from thenchot.sealed.keyring import MFA
from thenchot.sealed.opening import keyring
from thenchot.sealed.randomness import System

# allauth does not say whose key it seals.
NOBODYS = 0
# A code is good in its own half minute and in the one before and after it.
USED_FOR = 120
# A key not yet enrolled waits in the session, sealed too.
PENDING = "factor.pending"
RECENT = 5 * 60


def sealed(text: str) -> str:
    """`generation:base64`; Unopened."""
    made = seal(keyring(), MFA, NOBODYS, text, System())
    return f"{made.generation}:{b64encode(made.blob).decode()}"


def unsealed(text: str) -> str:
    """The key again; Tampered, Unopened, GenerationGone."""
    generation, _, blob = text.partition(":")
    return str(unseal(keyring(), MFA, NOBODYS, int(generation), b64decode(blob)).value)


def enrolled(account: int) -> bool:
    return bool(Authenticator.objects.filter(user_id=account, type=Authenticator.Type.TOTP).exists())


def use_once(account: int, code: str) -> bool:
    """Whether the code was not used before; whoever comes second is refused."""
    return bool(cache.add(f"factor-used:{account}:{code}", 1, timeout=USED_FOR))


def pending(request: HttpRequest, *, renew: bool) -> str:
    """The key shown to whoever is enrolling."""
    if renew or PENDING not in request.session:
        request.session[PENDING] = sealed(totp.generate_totp_secret())
    return unsealed(request.session[PENDING])


def enrol(request: HttpRequest, account: Account, secret: str) -> None:
    """From now on every sign-in asks for a code of this key."""
    made = totp.TOTP.activate(Account.objects.get(pk=account.pk), secret)
    request.session.pop(PENDING, None)
    record_authentication(
        request, account, "mfa", id=made.instance.pk, type=made.instance.type, reauthenticated=True
    )


def recent(request: Any, method: str, seconds: int = RECENT) -> bool:
    """Whether this session gave its password (`password`) or a code (`mfa`) just now."""
    said = [one["at"] for one in get_authentication_records(request, request.user) if one["method"] == method]
    return bool(said) and time.time() - said[-1] < seconds
