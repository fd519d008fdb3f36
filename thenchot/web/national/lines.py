"""Danh sách đối khớp: who mends what until when, line by line to an end; printed and exported by cell."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.exchange.national import lines
from thenchot.exchange.national.lines import Mender, Reason, State
from thenchot.surface.national import held as national
from thenchot.surface.national import lines as national_lines
from thenchot.surface.national import words as words
from thenchot.surface.printing.orders import EXCEL, WORD, Order

from ..here import day_in
from ..page import Asked, page
from ..papers.making import made
from .door import chosen, clerk, saying, upload_of
from .looking import shown

PAGE = 50


@page(Action.RECONCILE, about="home")
def listed(request: Asked) -> HttpResponse:
    """A page of the list."""
    return _page(request, [])


@page(Action.RECONCILE, about="home", methods=("POST",))
def reconcile(request: Asked, code: str) -> HttpResponse:
    """Bring the list up to what this file shows."""
    here = request.here
    faults: list[str] = []
    upload = upload_of(here, code)
    with saying(faults):
        moved = national_lines.reconcile(clerk(here), national.again(clerk(here), upload.code))
    if faults:
        return shown(request, upload, faults)
    said = _("Thêm {opened} dòng, giữ {kept} dòng, {equal} dòng đã khớp.").format(**vars(moved))
    messages.success(request, said)
    return redirect("national:lines")


@page(Action.RECONCILE, about="home", methods=("POST",))
def settle(request: Asked) -> HttpResponse:
    """What was ticked gets somebody who mends it and a day, or an end with a reason."""
    home, faults = request.here.home or 0, []
    codes = chosen(request.POST.getlist("dong"))
    until, mender, reason = (request.POST.get(one, "") for one in ("truoc", "ai-sua", "ly-do"))
    done = 0
    if not codes:
        faults.append(_("Đồng chí chọn ít nhất một dòng."))
    elif request.POST.get("viec") == "giao":
        if mender not in set(Mender):
            faults.append(_("Đồng chí chọn nơi sửa: trong sổ hoặc ở cơ sở dữ liệu quốc gia."))
        else:
            done = lines.assign(home, codes, mender=mender, until=day_in(until))
    elif request.POST.get("viec") == "mo":
        done = sum(lines.reopen(home, one) for one in codes)
    elif reason not in set(Reason):
        faults.append(_("Đồng chí chọn lý do kết thúc."))
    else:
        done = lines.close(home, codes, reason=reason, today=request.here.today)
    if faults:
        return _page(request, faults)
    messages.success(request, _("Đã ghi {count} dòng.").format(count=done))
    state = request.POST.get("trang-thai", "")
    return redirect(reverse("national:lines") + (f"?trang-thai={state}" if state in set(State) else ""))


@page(Action.RECONCILE, about="home", methods=("POST",))
def export(request: Asked) -> HttpResponse:
    """The list as a paper, with its serial; of more than 500 persons a second one confirms first."""
    here, state = request.here, _state(request.POST.get("trang-thai", ""))
    kind = WORD if request.POST.get("loai") == WORD else EXCEL
    order = Order("reconciliation", here.home or 0, here.today, kind, of=state)
    return made(request, order, reverse("national:lines"))


def _page(request: Asked, faults: list[str]) -> HttpResponse:
    here = request.here
    state = _state(request.GET.get("trang-thai", str(State.OPEN)))
    counts = lines.counts(here.home or 0)
    total = counts[state] if state else sum(counts.values())
    current = Paginator(range(total), PAGE).get_page(request.GET.get("trang"))
    told = national_lines.page(clerk(here), state=state, number=current.number - 1, size=PAGE)
    said = {
        "faults": faults,
        "lines": told,
        "mends": here.can(Action.RECORD_PEOPLE, organisation=here.home),
        "page": current,
        "state": state,
        "states": [(str(one), name, counts[str(one)]) for one, name in words.STATES.items()],
        "all": sum(counts.values()),
        "menders": [(str(one), name) for one, name in words.MENDERS.items()],
        "reasons": [(str(one), name) for one, name in words.REASONS.items()],
        "today": here.today,
    }
    return render(request, "national/lines.html", said, status=400 if faults else 200)


def _state(said: str) -> str:
    return said if said in set(State) else ""
