"""Soát tệp đảng viên: the answer on the page, as Excel, JSON, print by cell. The file is sent each time."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access.judging import today
from thenchot.files.limits import LIMITS, MB
from thenchot.law.values import LawBook
from thenchot.law.world import law_in_book
from thenchot.reports.member_list.findings import Weight
from thenchot.surface.member_list import told
from thenchot.surface.member_list.as_json import as_json
from thenchot.surface.member_list.asked import Answer, NotRead, check_bytes
from thenchot.surface.member_list.sheets import workbook

from ..download import download
from ..here import day_in
from .keeping import may_keep
from .nearby import nothing_kept
from .saved import stem
from .views import page

SHOWN = 300  # lines of one list on the page; all are in the Excel file and in the print by cell
OPEN = 8  # a short list of what is wrong is open from the start
SIGNS = {Weight.WRONG: "✗", Weight.LOOK: "?", Weight.DUE: "○", Weight.MARKED: "≈"}


@nothing_kept("GET", "HEAD", "POST")
def checked(request: HttpRequest) -> HttpResponse:
    """The list as a page, or as what its button says: excel, json, print."""
    if request.method != "POST":
        return redirect("checking:doors")
    given = request.FILES.get("file")
    if given is None:
        return page(request, answer="refused", door="list", refused=_nothing_came(request))
    try:
        answer = check_bytes(given.read(), given.name or "", _day(request), _law(request))
    except NotRead as no:
        return page(request, answer="refused", door="list", refused=str(no), name=given.name)
    return ANSWERS.get(request.POST.get("as", ""), _page)(request, answer)


def _nothing_came(request: HttpRequest) -> str:
    """No file: none was chosen, or it was larger than any that is read."""
    if int(request.META.get("CONTENT_LENGTH") or 0) > LIMITS.checked:
        return _("Tệp lớn hơn {limit} MB.").format(limit=LIMITS.checked // MB)
    return _("Chưa có tệp. Đề nghị đồng chí chọn tệp Excel xuất từ cơ sở dữ liệu đảng viên.")


def _day(request: HttpRequest) -> date:
    """The day the list is checked as of: what the form says, else today."""
    return day_in(request.POST.get("day", "")) or today(request.at)  # type: ignore[attr-defined]


def _law(request: HttpRequest) -> LawBook | None:
    """The law as this machine's book holds it, local values and corrections too; nothing without a book."""
    return law_in_book() if hasattr(request, "desk") else None


def _page(request: HttpRequest, answer: Answer) -> HttpResponse:
    lists = [_shown(one) for one in told.sections(answer.checked)]
    return page(
        request, answer="list", door="list", name=answer.name, notes=answer.notes, checked=answer.checked,
        day=answer.checked.today, lists=lists, tables=told.tables(answer.checked),
        may_keep=may_keep(getattr(request, "here", None)),
    )  # fmt: skip


def _shown(section: told.Section) -> dict[str, Any]:
    """A list with as many lines as a page can bear, cell by cell."""
    cells: list[tuple[str, list[told.Line]]] = []
    left = SHOWN
    for organisation, lines in section.cells:
        if left > 0:
            cells.append((organisation, lines[:left]))
        left -= len(lines)
    sign = SIGNS[section.weight]
    short = section.weight is Weight.WRONG and len(section.lines) <= OPEN
    return {"section": section, "sign": sign, "cells": cells, "more": max(0, -left), "open": short}


def _print(request: HttpRequest, answer: Answer) -> HttpResponse:
    """Each cell on its own sheet, with every list it stands in."""
    return render(
        request, "checking/by_cell.html",
        {"name": answer.name, "day": answer.checked.today, "cells": told.by_cell(answer.checked)},
    )  # fmt: skip


def _excel(request: HttpRequest, answer: Answer) -> HttpResponse:
    return download(workbook(answer), f"{stem(answer.name)}-soat.xlsx")


def _json(request: HttpRequest, answer: Answer) -> HttpResponse:
    text = json.dumps(as_json(answer), ensure_ascii=False, indent=1)
    return download(text.encode(), f"{stem(answer.name)}-soat.json")


ANSWERS = {"excel": _excel, "json": _json, "print": _print}
