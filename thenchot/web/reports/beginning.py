"""Lập dự thảo từ báo cáo kỳ trước: the file, the period, to whom it goes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.reports.drafts.periods import previous
from thenchot.snapshot.closing import words as closing_words
from thenchot.snapshot.kept import KEPT
from thenchot.snapshot.period import Period, parse_period
from thenchot.surface.drafting import making as drafting
from thenchot.surface.drafting.making import Start
from thenchot.surface.subjects import names_of

from ..figures.periods import NotAPeriod, asked, choices, code
from ..here import day_in
from ..page import Asked, go, page
from .door import tell

FILE = "tep"


@page(Action.DRAFT_REPORT, about="organisation", methods=("GET", "POST"))
def begin(request: Asked, organisation: int) -> HttpResponse:
    """GET asks for the file; POST reads it, finds its numbers, makes the draft."""
    here, faults = request.here, []
    given = request.POST if request.method == "POST" else request.GET
    period = None
    try:
        period = asked(given, here.today, here.today)
    except NotAPeriod as error:
        faults = [str(error)]
    if request.method == "POST" and period is not None:
        if (file := request.FILES.get(FILE)) is None:
            faults = [_("Đề nghị đồng chí chọn tệp Word của báo cáo kỳ trước.")]
        elif answer := _begun(request, organisation, period, file.read(), str(file.name)):
            return answer
        else:
            return go("reports:begin", here, organisation=organisation)
    said = {
        "organisation": organisation,
        "name": names_of([organisation])[organisation],
        "period": period,
        "code": code(period) if period else "",
        "before": previous(period) if period else None,
        "choices": choices(here.today, period),
        "lines": [(str(line), label) for line, label in closing_words.LINES.items()],
        "faults": faults,
    }
    return render(request, "reports/begin.html", said, status=400 if faults else 200)


def _begun(request: Asked, organisation: int, period: Period, data: bytes, name: str) -> HttpResponse | None:
    here, given = request.here, request.POST
    start = Start(
        organisation, period, code(period), title=given.get("ten", "").strip()[:200],
        receiver=given.get("noi-nhan", "").strip()[:200], due_on=_iso(given.get("han", "")),
        line=given.get("nganh", "")[:16], term_first=day_in(given.get("nhiem-ky", "")),
        before=_period(given.get("ky-truoc", "")),
    )  # fmt: skip
    try:
        with KEPT.engine() as engine:
            saved = drafting.begin(here.desk, engine, start, data, name, by=here.by, at=here.at)
    except Exception as error:
        if not tell(request, error):
            raise
        return None
    number = len(saved.content.numbers)
    said = ngettext("Đã tìm thấy {n} con số.", "Đã tìm thấy {n} con số.", number).format(n=number)
    messages.success(request, said)
    return go("reports:draft", here, code=saved.code)


def _period(text: str) -> Period | None:
    try:
        return parse_period(text) if text.strip() else None
    except ValueError:
        return None


def _iso(text: str) -> str:
    found = day_in(text)
    return found.isoformat() if found else ""
