"""A form that went out: fetched again, issued from its closing, compared when it comes back.

It holds numbers as whoever exported it saw them, so it is for those who open rows, and for oneself.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access import log
from thenchot.access.actions import Action
from thenchot.access.log import Door
from thenchot.files.forms import read_form
from thenchot.reports.forms import issuing, keeping
from thenchot.reports.forms.coming_back import CameBack, compare
from thenchot.reports.forms.keeping import Sent
from thenchot.reports.forms.own.forms import FORMS
from thenchot.snapshot.closing.issued import NotIssued
from thenchot.snapshot.closing.listing import standing
from thenchot.snapshot.period import parse_period
from thenchot.surface.closings import lacking_said
from thenchot.surface.figures.papers import authors
from thenchot.surface.forms.sending import named
from thenchot.surface.forms.words import FORMULAS
from thenchot.surface.subjects import names_of

from ..download import download
from ..page import Asked
from .door import sent_page
from .uploading import taken

SHOWN = 200


@sent_page(Action.SEE_ROWS, "GET", "POST")
def came_back(request: Asked, one: Sent) -> HttpResponse:
    """What went out; POST a file to see which of its cells were changed."""
    said = _about(request, one)
    if request.method == "POST" and (given := taken(request, said)) is not None:
        bound, codes = _bound(one)
        found = compare(read_form(one.file()), given.book, bound)
        said |= {"found": found, "lines": _lines(found, codes), "given": given.name}
    return render(request, "forms/back.html", said, status=400 if "trouble" in said else 200)


@sent_page(Action.SEE_ROWS, "POST")
def again(request: Asked, one: Sent) -> HttpResponse:
    """The same bytes once more, with a line of the log of its own."""
    here = request.here
    log.write(Door.EXPORT, here.viewer(), here.at, file=one.digest, field=one.serial)
    return download(one.file(), f"bieu-{one.serial.lower()}.xlsx")


@sent_page(Action.ISSUE, "POST")
def issue(request: Asked, one: Sent) -> HttpResponse:
    """Ask the second person to have it kept beside its closing."""
    here = request.here
    try:
        asked = issuing.ask(one, here.desk, by=here.by, at=here.at)
    except (NotIssued, issuing.NotFromClosing):
        messages.warning(request, _("Bản này đã ban hành, hoặc không điền từ một lần chốt."))
        return redirect("forms:back", serial=one.serial)
    messages.success(request, _("Đã gửi đề nghị ban hành; người thứ hai xác nhận trong 72 giờ."))
    return redirect("tasks:request", code=asked.code)


def _about(request: Asked, one: Sent) -> dict[str, Any]:
    here, period = request.here, parse_period(one.period)
    return {
        "one": one, "name": names_of([one.organisation])[one.organisation], "form": _name(one),
        "period": period, "label": period.upto(period.last).words(),
        "author": authors([one.account]).get(one.account, ""),
        "issued": issuing.is_issued(one),
        "lacking": lacking_said(standing(one.closing)) if one.closing else "",
        "may_issue": bool(one.closing) and here.can(Action.ISSUE, organisation=one.organisation),
    }  # fmt: skip


def _name(one: Sent) -> str:
    if one.form in FORMS:
        return str(FORMS[one.form].name)
    try:
        return keeping.version(one.form, one.number or None).binding.name
    except LookupError:
        return one.form


def _bound(one: Sent) -> tuple[list[tuple[str, str]], dict[tuple[str, str], str]]:
    """The cells that print figures of ours, and which."""
    if one.form in FORMS:
        _data, binding = FORMS[one.form].make(_children(one))
    else:
        try:
            binding = keeping.version(one.form, one.number or None).binding
        except LookupError:
            return [], {}
    names = named({bound.code for bound in binding if bound.code})
    return list(binding.cells), {bound.place: names.get(bound.code, "") for bound in binding}


def _children(one: Sent) -> int:
    """How many organisations stood below: the last number of the form's first column."""
    sheet = read_form(one.file()).sheets[0]
    numbers = [cell.value for (_row, column), cell in sheet.cells.items() if column == 0]
    return max((int(text) for text in numbers if isinstance(text, str) and text.isdigit()), default=0)


def _lines(found: CameBack, codes: dict[tuple[str, str], str]) -> list[dict[str, Any]]:
    return [
        {
            "place": f"{one.sheet}!{one.cell}", "was": one.was, "now": one.now, "change": one.change,
            "figure": codes.get((one.sheet, one.cell), ""), "formula": FORMULAS.get(one.formula, ""),
            "bound": one.bound,
        }
        for one in sorted(found.differences, key=lambda one: not one.bound)[:SHOWN]
    ]  # fmt: skip
