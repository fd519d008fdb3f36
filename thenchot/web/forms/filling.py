"""A form filled on the page: every bound number a link to its rows, every sum checked; then the file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.files.sheets.cells import place_of
from thenchot.files.sheets.workbook import Unwritable
from thenchot.reports.forms.answers import State
from thenchot.reports.forms.filling import Cell, Filled
from thenchot.reports.forms.sums import checks
from thenchot.snapshot.closing.words import title
from thenchot.surface.closings import lacking_said
from thenchot.surface.counted_words import HIDDEN
from thenchot.surface.forms import sending
from thenchot.surface.forms.asking import NotInTree
from thenchot.surface.forms.words import SAID
from thenchot.surface.numbers import number

from ..download import download
from ..figures.periods import NotAPeriod
from ..page import Asked, page
from .asked import FilledQuestion, question
from .grid import Dressed, grid, visible

SHEET, KIND, ANNEX = "trang", "loai-tep", "nguon"
LISTED = 40  # cells without a number that are named one by one


@page(Action.SEE_FIGURES, about="organisation")
def filled(request: Asked, form: str, organisation: int) -> HttpResponse:
    """The form with the numbers of one organisation."""
    try:
        with question(request, form, organisation) as asked:
            return render(request, "forms/filled.html", _shown(request, asked))
    except (NotAPeriod, NotInTree) as no:
        return render(request, "forms/nothing.html", _nothing(form, organisation, no), status=400)


@page(Action.SEE_FIGURES, about="organisation", methods=("POST",))
def export(request: Asked, form: str, organisation: int) -> HttpResponse:
    """The file, or its annex; the file is kept with a serial and stands in the viewing log."""
    here = request.here
    assert here.decision is not None
    try:
        with question(request, form, organisation) as asked:
            if request.POST.get(KIND) == ANNEX:
                content = sending.explained(asked.filled, asked.asking, asked.rows)
                return download(content, f"nguon-so-lieu-{form}.xlsx")
            sent = sending.send(
                asked.filled, asked.asking, asked.form.whole, here.desk, here.decision, by=here.by,
                at=here.at, session=here.session,
            )  # fmt: skip
            return download(sent.file(), f"bieu-{sent.serial.lower()}.xlsx")
    except Unwritable as no:
        messages.error(request, str(SAID[no.why]).format(place=no.place))
    except (NotAPeriod, NotInTree) as no:
        return render(request, "forms/nothing.html", _nothing(form, organisation, no), status=400)
    return redirect("forms:filled", form=form, organisation=organisation)


def _nothing(form: str, organisation: int, no: Exception) -> dict[str, Any]:
    said: str | Exception = no
    if isinstance(no, NotInTree):
        said = _("Tổ chức này không có trong cây tổ chức của kỳ đã chọn: chưa thành lập, hoặc đã kết thúc.")
    return {"form": form, "organisation": organisation, "trouble": said}


def _shown(request: Asked, asked: FilledQuestion) -> dict[str, Any]:
    found = asked.filled
    sheets = list(visible(found.book))
    chosen = request.GET.get(SHEET, "")
    place, sheet = next((one for one in sheets if str(one[0]) == chosen), sheets[0])
    titles = sending.all_titles()

    def dressed(row: int, column: int) -> Dressed:
        return _dressed(asked, sheet.name, row, column, titles)

    table = grid(
        found.book, sheet, lambda row, column: found.shown(sheet.name, row, column), dressed
    )  # fmt: skip
    added = checks(found, asked.asking.source.catalogue)
    return {
        "asked": asked, "form": asked.form.whole, "kept": asked.form.kept, "organisation": asked.organisation,
        "name": asked.asking.names.organisation, "period": asked.period, "grid": table,
        "label": asked.period.upto(asked.period.last).words(),
        "sheets": [(number_, one.name) for number_, one in sheets], "place": place,
        "closing": title(asked.standing) if asked.standing else "",
        "lacking": lacking_said(asked.standing) if asked.standing else "",
        "checks": [one for one in added if not one.meets][:LISTED], "checked": len(added),
        "unmet": sum(not one.meets for one in added),
        "differs": [one for one in found.compared if not one.meets][:LISTED],
        "compared": len(found.compared), "unequal": sum(not one.meets for one in found.compared),
        "without": _without(found.without(*NO_NUMBER), titles),
        "hidden": len(found.without(State.HIDDEN)),
        "unknown": _unknown(found),
        "may_bind": asked.form.kept is not None
        and request.here.can(Action.BIND_FORM, organisation=asked.form.kept.organisation),
        "titles": titles,
        **asked.choices,
    }  # fmt: skip


def _unknown(found: Filled) -> list[tuple[str, str]]:
    """(cell, what stood in the way) of the formulas that are not computed here."""
    listed = list(found.computed.unknown.items())[:LISTED]
    return [(f"{sheet}!{place_of(row, column)}", what) for (sheet, row, column), what in listed]


NO_NUMBER = (State.NOTHING, State.ABSENT, State.NO_CHILD, State.UNDECLARED, State.NO_PERIOD)


def _without(cells: list[Cell], titles: Any) -> list[tuple[str, str, str]]:
    """(cell, figure, why) of the cells that print nothing; lines without an organisation only once."""
    found: dict[tuple[str, str], tuple[str, str, str]] = {}
    for one in cells:
        bound = one.bound
        key = (one.answer.state, str(bound.child)) if bound.child else (bound.sheet, bound.cell)
        label = titles.get(bound.code, bound.code) if bound.code else ""
        found.setdefault(key, (bound.cell, label, str(SAID[one.answer.state])))
    return list(found.values())[:LISTED]


def _dressed(asked: FilledQuestion, sheet: str, row: int, column: int, titles: Any) -> Dressed:
    name = (sheet, place_of(row, column))
    cell = asked.filled.cells.get(name)
    if cell is None or cell.bound.title is not None:
        text = cell.written if cell is not None and cell.bound.title is not None else None
        return Dressed(text=text)
    state, label = cell.answer.state, titles.get(cell.bound.code, cell.bound.code)
    text = None
    if state is State.HIDDEN:
        text = str(HIDDEN)
    elif not cell.formula and cell.answer.value is not None:
        text = number(cell.answer.value)
    elif not cell.formula:
        text = "—"
    mark = ""
    if state is State.STATED:
        mark = _("ước") if cell.answer.estimate else _("số nhập")
    if cell.formula and _differs(asked, cell):
        mark = _("chưa khớp")
    return Dressed(text, asked.rows(cell), label, mark, "bound")


def _differs(asked: FilledQuestion, cell: Cell) -> bool:
    return any(one.place == cell.place and not one.meets for one in asked.filled.compared)
