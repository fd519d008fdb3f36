"""What was typed when a session locked or ended: sealed, for a day, given back to the same account only."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from thenchot.sealed.envelope import Tampered, seal, unseal
from thenchot.sealed.keyring import NOTES, GenerationGone, Unopened
from thenchot.sealed.opening import keyring
from thenchot.sealed.randomness import System

KEPT_FOR = timedelta(hours=24)
LARGEST = 200_000  # characters; files are not kept
# Where a script says on which page a form stands, and what is never kept.
PAGE = "_page"
NEVER = ("csrfmiddlewaretoken", PAGE)


@dataclass(frozen=True)
class Kept:
    """A form as it was typed: the page it stands on, where it goes, its fields, when."""

    page: str
    action: str
    fields: dict[str, list[str]]
    at: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)


def keep(account: int, page: str, action: str, typed: QueryDict, at: datetime) -> bool:
    """Keep it in place of what was kept before; False: nothing typed, too much, no key open."""
    fields = {name: values for name, values in typed.lists() if name not in NEVER and "password" not in name}
    value = {"page": page, "action": action, "fields": fields, "at": at.isoformat()}
    if not any(any(values) for values in fields.values()) or len(json.dumps(value)) > LARGEST:
        return False
    try:
        sealed = seal(keyring(), NOTES, account, value, System())
    except Unopened:
        return False
    text = f"{sealed.generation}:{b64encode(sealed.blob).decode()}"
    cache.set(_place(account), text, timeout=int(KEPT_FOR.total_seconds()))
    return True


def kept(account: int) -> Kept | None:
    """What is kept for an account."""
    text = cache.get(_place(account))
    if text is None:
        return None
    generation, _, blob = text.partition(":")
    try:
        opened = unseal(keyring(), NOTES, account, int(generation), b64decode(blob))
    except (Tampered, GenerationGone, Unopened):
        return None
    return Kept(**opened.value)


def forget(account: int) -> None:
    cache.delete(_place(account))


def page_of(request: HttpRequest) -> str:
    """The page on which the form of a POST stands: what the browser says, if it is a page of ours."""
    for said in (request.POST.get(PAGE, ""), request.headers.get("referer", "")):
        path = said.removeprefix(f"{request.scheme}://{request.get_host()}")
        if path.startswith("/") and url_has_allowed_host_and_scheme(path, None) and _is_ours(path):
            return path
    return request.get_full_path()


def _is_ours(path: str) -> bool:
    try:
        resolve(path.partition("?")[0])
    except Resolver404:
        return False
    return True


def _place(account: int) -> str:
    return f"kept-form:{account}"
