"""Nạp vào sổ: the new persons of a file as one act set; and that act set taken back as one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.law.correcting import Reason
from thenchot.ledger.entries import WITHDRAW
from thenchot.ledger.writing import Draft
from thenchot.surface import changing, together
from thenchot.surface.national import acts as national_acts
from thenchot.surface.national import held as national
from thenchot.surface.national import said as national_said
from thenchot.surface.national.words import BROUGHT_IN
from thenchot.surface.together import RowsRefused
from thenchot.surface.troubles import findings

from ..page import Asked, page
from .door import clerk, saying, upload_of
from .looking import shown


@page(Action.RECONCILE, about="home", methods=("POST",))
def take(request: Asked, code: str) -> HttpResponse:
    """All of it or none; what the rules refuse is said row by row."""
    here = request.here
    faults: list[str] = []
    upload, me = upload_of(here, code), clerk(here)
    with saying(faults):
        look = national.again(me, upload.code)
        try:
            with together.book_held():
                outcome = national_acts.bring_in(
                    me, look, changes=request.POST.get("thay-doi") == "1",
                    on_paper=request.POST.get("theo-van-ban") == "1",
                )  # fmt: skip
        except RowsRefused as refused:
            faults += [*findings(refused, refused.places), _("Không có gì được ghi.")]
        else:
            national_said.keep(national.beside_now(me, look))
    if faults:
        return shown(request, upload, faults)
    if outcome.waiting:
        messages.success(request, _("Đã gửi đề nghị: chờ người thứ hai xác nhận trong 72 giờ."))
    else:
        new = sum(entry.kind == "people.registered" for entry in outcome.recorded.entries)
        known = len({entry.about for entry in outcome.recorded.entries}) - new
        messages.success(request, str(BROUGHT_IN).format(count=new, changes=known))
    return redirect("national:file", code=code)


@page(Action.RECONCILE, about="home", methods=("POST",))
def undo(request: Asked, code: str) -> HttpResponse:
    """The whole import is withdrawn, the last act first."""
    here = request.here
    faults: list[str] = []
    upload = upload_of(here, code)
    with saying(faults):
        with together.book_held():
            whole = changing.withdrawn(changing.standing_of_set(upload.act_set or 0), with_dependents=False)
            new_set = here.desk.mint.id()
            reason = str(Reason.ENTERED_TWICE)
            drafts = [Draft(e.act, new_set, WITHDRAW, e.root, reason) for e in whole if e.act is not None]
            outcome = here.desk.record(drafts, by=here.by, at=here.at)
        if not outcome.waiting:
            upload.act_set = None
            upload.save(update_fields=["act_set"])
        national_said.keep(national.again(clerk(here), upload.code))
    if faults:
        return shown(request, upload, faults)
    waits = _("Lần nạp đã quá ngày nạp: chờ người thứ hai xác nhận việc hủy.")
    messages.success(request, waits if outcome.waiting else _("Đã hủy cả lần nạp."))
    return redirect("national:file", code=code)
