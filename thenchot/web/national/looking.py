"""A file beside the book: row by row what is new, the same, different, or cannot be read and why."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.exchange.national import remembered, uploads
from thenchot.exchange.national.comparing import Verdict
from thenchot.exchange.national.listed import READ
from thenchot.exchange.national.models import Upload
from thenchot.ledger.kinds import ORGANISATION
from thenchot.reports.member_list.columns import IMPORT_31
from thenchot.surface.national import held as national
from thenchot.surface.national import said as national_said
from thenchot.surface.national import words as words
from thenchot.surface.national.said import PAGE
from thenchot.surface.subjects import resolve

from ..page import Asked, page
from .door import clerk, saying, upload_of

MARKS = {
    Verdict.SAME: ("✓", "mark-done"),
    Verdict.NEW: ("+", ""),
    Verdict.DIFFERS: ("≠", "mark-warn"),
    Verdict.UNREAD: ("!", "mark-late"),
    Verdict.UNSURE: ("?", "mark-warn"),
    Verdict.ELSEWHERE: ("?", "mark-warn"),
    Verdict.TWICE: ("!", "mark-late"),
    Verdict.GONE: ("–", ""),
}


@page(Action.RECONCILE, about="home")
def file(request: Asked, code: str) -> HttpResponse:
    """What was found, a page at a time."""
    return shown(request, upload_of(request.here, code), [])


def shown(request: Asked, upload: Upload, faults: list[str]) -> HttpResponse:
    """The page of a file; with what went wrong over it."""
    here = request.here
    try:
        head = national_said.head_of(upload)
        pages = Paginator(range(head["rows"]), PAGE)
        current = pages.get_page(request.GET.get("trang"))
        rows = national_said.page_of(upload, current.number - 1, viewer=here.viewer(), at=here.at)
    except uploads.Gone:
        raise Http404(upload.code) from None
    said = {
        "upload": upload,
        "head": head,
        "verdicts": _verdicts(head),
        "rows": [_row(one) for one in rows],
        "page": current,
        "new": dict(head["verdicts"])[str(Verdict.NEW)],
        "columns": [(name, IMPORT_31.column(name).label) for name in READ],
        "faults": faults,
        "takes": here.can(Action.IMPORT, organisation=int(head["organisation"])),
        "exports": here.can(Action.EXPORT, organisation=int(head["organisation"])),
    }
    return render(request, "national/file.html", said, status=400 if faults else 200)


@page(Action.RECONCILE, about="home", methods=("POST",))
def again(request: Asked, code: str) -> HttpResponse:
    """Read anew, beside the book as it is now."""
    upload = upload_of(request.here, code)
    faults: list[str] = []
    with saying(faults):
        national_said.keep(national.again(clerk(request.here), upload.code))
    if faults:
        return shown(request, upload, faults)
    return redirect("national:file", code=upload.code)


@page(Action.RECONCILE, about="home", methods=("POST",))
def teach(request: Asked, code: str) -> HttpResponse:
    """What an unknown header or organisation means, from now on; then the file is read anew."""
    here = request.here
    upload = upload_of(here, code)
    faults: list[str] = []
    head = national_said.head_of(upload)
    taught = 0
    for number, header in enumerate(head["unknown"]):
        if (column := request.POST.get(f"cot-{number}", "")) in READ:
            remembered.remember(here.home or 0, remembered.COLUMN, header, column)
            taught += 1
    for number, (text, _count) in enumerate(head["places"]):
        if said := request.POST.get(f"to-chuc-{number}", "").strip():
            place = resolve(ORGANISATION, said)
            if place is None or not here.can(Action.RECONCILE, organisation=place):
                faults.append(
                    _("Không tìm thấy tổ chức mã “{code}” trong phạm vi của đồng chí.").format(code=said)
                )
                continue
            remembered.remember(here.home or 0, remembered.ORGANISATION, text, str(place))
            taught += 1
    if taught:
        with saying(faults):
            national_said.keep(national.again(clerk(here), upload.code))
    if faults:
        return shown(request, upload, faults)
    messages.success(request, _("Đã nhớ {count} tên cho các lần sau.").format(count=taught))
    return redirect("national:file", code=upload.code)


def _verdicts(head: dict[str, Any]) -> list[dict[str, Any]]:
    """How many of each, and the page on which they begin."""
    found, before = [], 0
    for verdict, count in head["verdicts"]:
        if count:
            sign, look = MARKS[Verdict(verdict)]
            found.append({"name": words.verdict(verdict), "count": count, "page": before // PAGE + 1,
                          "sign": sign, "look": look})  # fmt: skip
        before += count
    return found


def _row(one: dict[str, Any]) -> dict[str, Any]:
    sign, look = MARKS[Verdict(one["verdict"])]
    return {**one, "verdict_name": words.verdict(one["verdict"]), "sign": sign, "look": look}
