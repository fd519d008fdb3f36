"""Rà soát số liệu báo cáo: the report with its figures marked, findings, and the files that go back."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from thenchot.files import words as files
from thenchot.files.limits import LIMITS, MB
from thenchot.files.refusals import Refused
from thenchot.reports.answer import answer as as_json
from thenchot.reports.commented import commented
from thenchot.reports.table_of_findings import table
from thenchot.surface import checked_words
from thenchot.surface.checked import Checked, check_bytes, check_text

from ..download import download
from . import against, issued
from .findings import REST, STEPPED, counts, findings, marks
from .marked import MOST, blocks
from .nearby import nothing_kept
from .saved import stem
from .views import page

MOST_STEPPED = 300  # findings gone through on the page; all are in the Word and Excel files
FOLDED = 300  # findings that hold, listed on the page


@nothing_kept("GET", "HEAD", "POST")
def checked(request: HttpRequest) -> HttpResponse:
    """The report as a page, or as what its button says: word, excel, json."""
    if request.method != "POST":
        return redirect("checking:doors")
    given, text = request.FILES.get("file"), request.POST.get("text", "")
    name = (given.name or "") if given else _("Văn bản đã dán")
    if given is None and not text.strip():
        return page(request, answer="refused", door="report", refused=_nothing_came(request))
    try:
        found = check_bytes(given.read(), name) if given else check_text(text)
        return ANSWERS.get(request.POST.get("as", ""), _page)(request, found, name)
    except Refused as no:
        return page(request, answer="refused", door="report", refused=files.say(no), name=name, text=text)


def _nothing_came(request: HttpRequest) -> str:
    if int(request.META.get("CONTENT_LENGTH") or 0) > LIMITS.checked:
        return _("Tệp lớn hơn {limit} MB.").format(limit=LIMITS.checked // MB)
    return _("Chưa có văn bản. Đề nghị đồng chí chọn tệp Word, PDF hoặc dán văn bản.")


def _page(request: HttpRequest, found: Checked, name: str) -> HttpResponse:
    stepped, rest = findings(found, STEPPED, MOST_STEPPED), findings(found, REST, FOLDED)
    counted = counts(found)
    wanted = {number for one in stepped for number in one.lines}
    shown = blocks(found.lines, found.reading.figures, marks(found, stepped), wanted)
    return page(
        request, answer="report", door="report", name=name, notes=found.notes, figures=found.reading.figures,
        counts=counted, findings=stepped, unshown=counted["stepped"] - len(stepped),
        rest=rest, more=counted["rest"] - len(rest),
        blocks=shown, cut=len(found.lines) > MOST, is_word=found.is_word,
        text=request.POST.get("text", ""), against=against.shown(request, found),
        issued=issued.shown(request, found),
    )  # fmt: skip


def _word(request: HttpRequest, found: Checked, name: str) -> HttpResponse:
    """The same document with a remark at each finding, but for those that were left as they are.

    Of an issued report each edited number has one too.
    """
    if not found.is_word:
        return page(
            request, answer="refused", door="report", name=name,
            refused=_("Chỉ tệp Word (.docx) ghi chú được vào chính văn bản. Đề nghị đồng chí lưu Excel."),
        )  # fmt: skip
    left = {int(one) for one in request.POST.getlist("leave") if one.isdecimal()}
    relations = [one for at, one in enumerate(found.relations) if at not in left]
    data = commented(found.admitted, found.reading, relations, also=issued.remarks(request, found))
    return download(data, f"{stem(name)}-ra-soat.docx")


def _excel(request: HttpRequest, found: Checked, name: str) -> HttpResponse:
    compared = [(one.compared, said) for one, said in against.said(request, found)]
    return download(table(found.reading, found.relations, compared), f"{stem(name)}-ra-soat.xlsx")


def _json(request: HttpRequest, found: Checked, name: str) -> HttpResponse:
    told: dict[str, Any] = as_json(found.reading, found.relations)
    told = checked_words.as_json(told, [one for one, _said in against.said(request, found)])
    told |= issued.as_json(request, found)
    text = json.dumps(told, ensure_ascii=False, indent=1)
    return download(text.encode(), f"{stem(name)}-ra-soat.json")


ANSWERS = {"word": _word, "excel": _excel, "json": _json}
