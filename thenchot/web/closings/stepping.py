"""Taking a step: soát, duyệt, nộp, nhận, trả lại, bỏ. Sent twice it is taken once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.access.desk import NotAllowed
from thenchot.snapshot.closing import actions, listing
from thenchot.snapshot.closing.listing import Standing
from thenchot.surface.closings import send_back

from ..page import Asked, go
from .door import closing_page
from .said import tell

# Which state a step leads to, and what is told then.
DONE = {
    "review": ("reviewed", gettext_lazy("Đã soát xong.")),
    "approve": ("approved", gettext_lazy("Đã chốt số liệu. Con số kỳ này không đổi nữa.")),
    "submit": ("submitted", gettext_lazy("Đã nộp lên cấp trên.")),
    "receive": ("received", gettext_lazy("Đã nhận.")),
    "return": ("returned", gettext_lazy("Đã trả lại; đơn vị thấy câu này ở dòng đầu.")),
}
TAKE: dict[str, Callable[..., Standing]] = {
    "review": actions.review,
    "submit": actions.submit,
    "receive": actions.receive,
}


@closing_page("POST")
def step(request: Asked, one: Standing) -> HttpResponse:
    """One button of the page; the actions ask for the right and the rules again."""
    here, asked = request.here, request.POST.get("buoc", "")
    try:
        if asked == "drop":
            actions.drop(here.desk, one.code, by=here.by, at=here.at)
            messages.success(request, _("Đã bỏ biểu chưa duyệt; sổ vẫn ghi là đã lập và đã bỏ."))
            return go("closings:of", here, organisation=one.organisation)
        if asked not in DONE:
            raise Http404(asked)
        if not _taken(one, asked, here.by):
            _take(request, one, asked)
        here.desk.seal_the_day(here.at)
        messages.success(request, DONE[asked][1])
    except (NotAllowed, Http404):
        raise
    except Exception as error:
        # Two tabs, two clicks: whoever came second finds it done.
        if _known(one) and _taken(listing.standing(one.code), asked, here.by):
            messages.success(request, DONE[asked][1])
        elif not tell(request, error):
            raise
    return go("closings:page", here, code=one.code)


def _taken(one: Standing, asked: str, by: int) -> bool:
    return asked in DONE and one.state == DONE[asked][0] and one.steps[-1].by == by


def _known(one: Standing) -> bool:
    return one.code in listing.known()


def _take(request: Asked, one: Standing, asked: str) -> None:
    here = request.here
    if asked == "approve":
        actions.approve(here.desk, one.code, by=here.by, at=here.at, without=_without(request))
        return
    if asked != "return":
        TAKE[asked](here.desk, one.code, by=here.by, at=here.at)
        return
    more: dict[str, Any] = {"figure": request.POST.get("so-lieu", "").strip()[:16]}
    place = request.POST.get("to-chuc", "")
    more["concerns"] = int(place) if place.isdigit() and len(place) < 20 else None
    send_back(here.desk, one, request.POST.get("cau", ""), by=here.by, at=here.at, **more)


def _without(request: Asked) -> list[int]:
    """The units the page named as missing: *Chốt thiếu* is about these and no others."""
    told = request.POST.get("thieu", "").split(",")
    return [int(unit) for unit in told if unit.isdigit() and len(unit) < 20]
