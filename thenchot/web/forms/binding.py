"""Nối ô với số liệu: the sheet, the chosen cell, what it shall print; one cell or a whole line at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.files.sheets.cells import Book, Sheet, place_of
from thenchot.files.sheets.workbook import split
from thenchot.reports.forms import keeping
from thenchot.reports.forms.binding import Binding, Bound
from thenchot.reports.forms.keeping import Kept
from thenchot.reports.forms.recognising import recognised
from thenchot.reports.forms.spreading import NotSpread, spread
from thenchot.sealed.versions import Stale
from thenchot.surface.figures.papers import authors
from thenchot.surface.forms.below import below
from thenchot.surface.forms.sending import all_titles
from thenchot.surface.forms.words import TITLES

from ..page import Asked
from .door import file_of, form_page
from .grid import Dressed, grid, visible
from .panel import panel
from .typed import NotBound, bound_from

SHEET, CELL, DO = "trang", "o", "lam"
BIND, LOOSEN, ALL, RENAME = "noi", "bo", "tat-ca", "ten"


@form_page(Action.BIND_FORM, "GET", "POST")
def bind(request: Asked, one: Kept) -> HttpResponse:
    """The form; GET with a cell in the address shows its panel, POST binds it."""
    _data, book = file_of(one)
    place, sheet = _sheet(request, book)
    cell = str(request.POST.get(CELL) or request.GET.get(CELL, ""))
    if request.method == "POST":
        return _done(request, one, book, place, sheet, cell)
    names = below(one.organisation, request.here.as_of)
    said: dict[str, Any] = {"one": one, "place": place, "cell": cell, "sheet": sheet.name}
    spot = split(cell)
    if spot is not None:
        said |= panel(sheet, spot, one.binding.cells.get((sheet.name, cell)), names)
        said["formula"] = sheet.cells[spot].formula if spot in sheet.cells else ""
    if request.headers.get("HX-Request") == "true":
        answer = render(request, "forms/parts/panel.html", said)
    else:
        said |= _around(request, one, book, place, sheet, cell)
        answer = render(request, "forms/bind.html", said)
    answer.headers["Vary"] = "HX-Request, Cookie"
    return answer


def _sheet(request: HttpRequest, book: Book) -> tuple[int, Sheet]:
    sheets = list(visible(book))
    wanted = request.POST.get(SHEET) or request.GET.get(SHEET, "")
    return next((one for one in sheets if str(one[0]) == wanted), sheets[0])


def _around(request: Asked, one: Kept, book: Book, place: int, sheet: Sheet, cell: str) -> dict[str, Any]:
    titles = all_titles()

    def dressed(row: int, column: int) -> Dressed:
        name = place_of(row, column)
        bound = one.binding.cells.get((sheet.name, name))
        address = f"{reverse('forms:bind', args=[one.code])}?{urlencode({SHEET: place, CELL: name})}"
        label = "" if bound is None else _label(bound, titles)
        text = None
        if bound is not None and bound.code and (row, column) not in sheet.formulas:
            text = bound.code
        return Dressed(text, address, label, "", "bound" if bound else "", name == cell)

    history = keeping.history(one.code, 10)
    who = authors({line["account"] for line in history})
    return {
        "grid": grid(book, sheet, sheet.value, dressed),
        "sheets": [(number, each.name) for number, each in visible(book)],
        "hidden_sheets": [each.name for each in book.sheets if each.hidden],
        "protected": [each.name for each in book.sheets if each.protected],
        "history": [(line, who.get(line["account"], "")) for line in history],
        "organisation": one.organisation,
    }


def _label(bound: Bound, titles: Any) -> str:
    return str(TITLES[bound.title]) if bound.title else titles.get(bound.code, bound.code)


def _done(request: Asked, one: Kept, book: Book, place: int, sheet: Sheet, cell: str) -> HttpResponse:
    what = request.POST.get(DO, BIND)
    try:
        anew = _changed(request, one, book, sheet, cell, what)
        if anew != one.binding:
            keeping.save(one, anew, by=request.here.by, at=request.here.at)
            _tell(request, one.binding, anew)
        else:
            messages.info(request, _("Không có ô nào thay đổi."))
    except (NotBound, NotSpread) as no:
        messages.error(request, str(no))
    except Stale:
        messages.error(request, _("Người khác vừa lưu biểu này. Đề nghị đồng chí xem lại rồi nối tiếp."))
    back = {SHEET: place} | ({CELL: cell} if cell else {})
    return redirect(f"{reverse('forms:bind', args=[one.code])}?{urlencode(back)}")


def _changed(request: Asked, one: Kept, book: Book, sheet: Sheet, cell: str, what: str) -> Binding:
    if what == ALL:
        return one.binding.with_(*recognised(book, one.binding, below(one.organisation, request.here.as_of)))
    if what == RENAME:
        name = request.POST.get(RENAME, "").strip()[:120]
        return replace(one.binding, name=name) if name else one.binding
    spot = split(cell)
    if spot is None:
        raise NotBound(_("Đề nghị đồng chí chọn một ô của biểu."))
    if what == LOOSEN:
        return one.binding.without((sheet.name, cell))
    names = below(one.organisation, request.here.as_of)
    bound = bound_from(request.POST, sheet.name, cell, names)
    made = spread(sheet, bound, request.POST.get("lap", ""), request.POST.get("den", ""), names)
    if made.unknown:
        said = ", ".join(made.unknown[:5])
        messages.warning(request, _("Không nhận ra tổ chức ở các dòng: {names}.").format(names=said))
    return one.binding.with_(*made.cells)


def _tell(request: Asked, before: Binding, after: Binding) -> None:
    places = {*before.cells, *after.cells}
    count = sum(before.cells.get(one) != after.cells.get(one) for one in places)
    said = ngettext("Đã lưu: %(count)s ô thay đổi.", "Đã lưu: %(count)s ô thay đổi.", count)
    messages.success(request, said % {"count": count})
