"""Lập biểu and chốt thay thế: the period is chosen, everything is counted once, then the closing's page."""

from __future__ import annotations

from dataclasses import replace as changed
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.law.recording import Refused
from thenchot.snapshot.closing import actions, listing, words
from thenchot.snapshot.closing.events import Line, Why
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.turns import pending
from thenchot.snapshot.period import Period
from thenchot.surface.subjects import names_of

from ..figures.periods import NotAPeriod, choices, code
from ..here import Here, day_in
from ..page import Asked, go, page
from . import periods
from .door import closing_page
from .said import tell


@page(Action.PREPARE_CLOSING, about="organisation", methods=("GET", "POST"))
def prepare(request: Asked, organisation: int) -> HttpResponse:
    """GET shows what will be counted; POST counts it. Sent twice, the second finds the first."""
    here, faults, status = request.here, [], 200
    given = request.POST if request.method == "POST" else request.GET
    asked = None
    try:
        asked = periods.asked(given, here.today)
    except NotAPeriod as error:
        faults, status = [str(error)], 400
    if request.method == "POST" and asked is not None:
        line = given.get("nganh", "")
        return _prepared(request, organisation, asked, Line(line) if line in set(Line) else None)
    found = listing.closings(organisation)
    said = {
        "organisation": organisation,
        "name": names_of([organisation])[organisation],
        "period": asked,
        "code": code(asked) if asked else "",
        "choices": choices(here.today, asked),
        "lines": [(str(line), label) for line, label in words.LINES.items()],
        "before": [one for one in found if asked and _same(one.period, asked)],
        "faults": faults,
    }
    return render(request, "closings/prepare.html", said, status=status)


def _prepared(
    request: Asked, organisation: int, asked: Period, line: Line | None, **more: Any
) -> HttpResponse:
    here = request.here
    try:
        made = actions.prepare(
            here.desk, organisation, asked, by=here.by, at=here.at, line=line, **more
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refused as refused:
        there = _pending(here, organisation, asked, line)
        if there is not None:
            messages.info(request, _("Biểu của kỳ này đã lập, chờ soát hoặc duyệt; không lập hai lần."))
            return go("closings:page", here, code=there.code)
        tell(request, refused)
        return go("closings:of", here, organisation=organisation)
    here.desk.seal_the_day(here.at)
    messages.success(request, _("Đã lập biểu. Việc tiếp theo: người soát xem và bấm “Soát xong”."))
    return go("closings:page", here, code=made)


@closing_page("GET", "POST")
def replace(request: Asked, one: Standing) -> HttpResponse:
    """*Chốt thay thế lần 2*, with its reason; the closing it replaces stays as it is."""
    here = request.here
    here.desk.need(Action.PREPARE_CLOSING, by=here.by, at=here.at, organisation=one.organisation)
    if not one.closed:
        raise Http404(one.code)
    why, fault = request.POST.get("vi-sao", ""), ""
    if request.method == "POST":
        data_to = day_in(request.POST.get("denngay", "")) or one.period.data_to
        if why not in set(Why):
            fault = _("Chốt thay thế phải nêu lý do. Đề nghị đồng chí chọn một lý do.")
        elif not one.period.first <= data_to <= one.period.last:
            fault = _("Ngày “số liệu đến” phải nằm trong kỳ. Đề nghị đồng chí chọn ngày khác.")
        else:
            asked = changed(one.period, data_to=data_to)
            return _prepared(
                request, one.organisation, asked, one.line, replaces=one.code, why=Why(why)
            )  # fmt: skip
    said = {
        "one": one,
        "name": names_of([one.organisation])[one.organisation],
        "title": words.title(one),
        "number": one.number + 1,
        "reasons": [(str(each), label) for each, label in words.WHY.items()],
        "chosen": why,
        "fault": fault,
    }
    return render(request, "closings/replace.html", said, status=400 if fault else 200)


def _pending(here: Here, organisation: int, asked: Period, line: Line | None) -> Standing | None:
    """What the same button made a moment before."""
    found = [
        one
        for one in listing.closings(organisation)
        if pending(one) and one.line == line and _same(one.period, asked)
    ]
    return found[-1] if found else None


def _same(one: Period, other: Period) -> bool:
    return (one.kind, one.first, one.last) == (other.kind, other.first, other.last)
