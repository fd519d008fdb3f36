"""What was typed when a session locked or ended: sealed, for a day, given back to the same account only."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from django.http import HttpRequest, QueryDict
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from thenchot.access import drafts
from thenchot.sealed.keyring import Unopened

FORM = "web/kept"  # among the drafts of an account
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
    if not any(any(values) for values in fields.values()):
        return False
    try:
        drafts.put(account, FORM, asdict(Kept(page, action, fields, at.isoformat())), at)
    except (drafts.TooLong, Unopened):
        return False
    return True


def kept(account: int, now: datetime) -> Kept | None:
    """What was kept for an account within a day."""
    found = drafts.get(account, FORM, now)
    return Kept(**found) if found is not None else None


def forget(account: int) -> None:
    drafts.drop(account, FORM)


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
