"""What stands around every page: the office, the menu this account has, the day, the language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.access.actions import Action
from thenchot.access.words import ROLES
from thenchot.ledger.remembering import Remembered
from thenchot.surface.subjects import names_of

from .checking.nearby import at_this_machine
from .here import DAY, Here

_offices = Remembered(64)
LARGE = f"{settings.COOKIE_PREFIX}chu_to"  # the cookie of *Chữ to*: it holds a 1, nothing else


@dataclass(frozen=True)
class Entry:
    """One line of the menu: where it leads and what one must be allowed to see it."""

    label: Any
    address: str
    action: Action
    at_home: bool = True


MENU = (
    Entry(_("Việc cần làm"), "tasks:list", Action.SEE_TASKS),
    Entry(_("Việc cần làm"), "tasks:resets", Action.SEE_LOG, at_home=False),
    Entry(_("Đảng viên"), "members:roll", Action.SEE_ROLL),
    Entry(_("Tổ chức đảng"), "organisations:home", Action.SEE_ORGANISATION),
    Entry(_("Số liệu, biểu mẫu"), "figures:home", Action.SEE_FIGURES),
    Entry(_("Báo cáo"), "reports:list", Action.WRITE_SECTION),
    Entry(_("Chốt số liệu"), "closings:list", Action.SEE_FIGURES),
    Entry(_("Rà soát"), "checking:doors", Action.SEE_FIGURES),
    Entry(_("Đối khớp"), "national:home", Action.RECONCILE),
    Entry(_("Căn cứ"), "law:values", Action.SEE_FIGURES),
    Entry(_("Nhật ký truy cập"), "log:lines", Action.SEE_LOG, at_home=False),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """For every template; nothing but the language for somebody not signed in."""
    here: Here | None = getattr(request, "here", None)
    large = request.COOKIES.get(LARGE) == "1"
    if here is None:
        return {"here": None, "large": large, "demo": _is_demo(request), "near": at_this_machine(request)}
    return {
        "here": here,
        "large": large,
        "demo": here.demo,
        "menu": [] if getattr(request, "held_up", False) else menu(here, request.path),
        "office": office(here),
        "roles": [str(ROLES[role]) for role in sorted(here.roles)],
        "day_parameter": DAY,
        "day_query": f"?{DAY}={here.as_of.isoformat()}" if here.past else "",
    }


def menu(here: Here, path: str) -> list[dict[str, Any]]:
    """The lines this account may follow; the one it stands on is marked."""
    found = []
    for entry in MENU:
        about = {"organisation": here.home} if entry.at_home else {}
        if (entry.at_home and here.home is None) or not here.can(entry.action, **about):
            continue
        address = reverse(entry.address)
        found.append({"label": entry.label, "address": address, "current": path.startswith(address)})
    return found


def office(here: Here) -> str:
    """The name of the account's own organisation."""
    if here.home is None:
        return ""
    home = here.home
    # An unopened keyring reads no names.
    return _offices.get((home, here.desk.opened), lambda: names_of([home])[home])


def _is_demo(request: HttpRequest) -> bool:
    desk = getattr(request, "desk", None)
    return desk is not None and str(desk.mode) == "demo"
