"""Giữ tệp này làm số đầu kỳ: the list that was checked goes on to the pages that take it into the book."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.surface.national import held as national
from thenchot.surface.national import said as national_said

from ..here import Here, day_in
from ..national.door import clerk, saying
from ..page import Asked, page
from .views import page as doors


def may_keep(here: Here | None) -> bool:
    """Whether this account may look at a list beside the book and bring it in."""
    if here is None or here.home is None:
        return False
    return all(here.can(one, organisation=here.home) for one in (Action.RECONCILE, Action.IMPORT))


@page(Action.IMPORT, about="home", methods=("POST",))
def keep(request: Asked) -> HttpResponse:
    """The file is laid beside the book, sealed; who is new is seen there and brought in with one press."""
    here, given, faults = request.here, request.FILES.get("file"), list[str]()
    if given is None:
        faults.append(_("Chưa có tệp. Đề nghị đồng chí chọn tệp Excel xuất từ cơ sở dữ liệu đảng viên."))
    else:
        with saying(faults):
            day = day_in(request.POST.get("day", "")) or here.today
            look = national.bring(
                clerk(here), given.read(), given.name or "", organisation=here.home or 0, day=day
            )
            national_said.keep(look)
            return redirect("national:file", code=look.upload.code)
    return doors(request, answer="refused", door="list", refused=" ".join(faults))
