"""What is looked at before soát and duyệt: does it balance, what is open, who is missing, what came late."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, time, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.law.recording import VIET_NAM
from thenchot.ledger.days import spoken
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing import listing, verifying, words
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.manifest import installation
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.closing.openings import openings
from thenchot.snapshot.closing.turns import pending
from thenchot.snapshot.kept import KEPT
from thenchot.snapshot.sources import Live
from thenchot.surface.closings import lacking_said, late_acts
from thenchot.surface.figures.asked import titles
from thenchot.surface.kinds import label_of
from thenchot.surface.numbers import number
from thenchot.surface.subjects import names_of

from ..figures.periods import code as period_code
from ..here import Here
from ..page import Asked
from .door import closing_page
from .missing import confirmed, not_closed
from .said import Check

MEMBERS = "M01"
MOST = 8


@closing_page()
def checks(request: Asked, one: Standing) -> HttpResponse:
    """All of them; asked for by the page once it stands."""
    found = Closed(one).closing
    said: list[Check] = [_balance(one, found)]
    if pending(one):
        said += _opening(request.here, one)
        said += not_closed(one)
        said += confirmed(one, request.here.today)
    said += [_late(request.here, one, found), _to_review(request.here, found)]
    answer = {"one": one, "checks": said, "title": words.title(one), "lacking": lacking_said(one)}
    fragment = request.headers.get("HX-Request") == "true"
    return render(request, f"closings/{'parts/checks' if fragment else 'checks'}.html", answer)


@closing_page()
def signature(request: Asked, one: Standing) -> HttpResponse:
    """Signature, digests, every row, every number counted again from the folder."""
    report = verifying.verify(one.path, request.here.desk.key.public_key(), installation())
    same = report.signed is None or one.manifest == report.signed.digest.hex()
    faults = [(words.FAULTS[fault.what], fault.where) for fault in report.faults[:MOST]]
    if not same:
        faults.append((words.FAULTS["manifest"], ""))
    said = {"one": one, "fine": report.in_order and same, "faults": faults, "erased": report.erased,
            "title": words.title(one), "lacking": lacking_said(one)}  # fmt: skip
    fragment = request.headers.get("HX-Request") == "true"
    return render(request, f"closings/{'parts/signature' if fragment else 'signature'}.html", said)


def _balance(one: Standing, found: Closing) -> Check:
    unmet: list[dict[str, Any]] = found.manifest["unmet"]
    whole = found.manifest["organisations"]
    wrong = {each["organisation"] for each in unmet}
    given = {"fine": number(whole - len(wrong)), "whole": number(whole)}
    if not unmet:
        return Check(True, _("Cân đối từng tổ chức: {fine}/{whole}").format(**given))
    names, called = names_of(int(each) for each in wrong), titles(found.catalogue)
    lines = [(f"{names[int(each['organisation'])]}: {called[each['figure']]}", "") for each in unmet[:MOST]]
    return Check(False, _("Chưa khớp; cân đối {fine}/{whole} tổ chức").format(**given), lines)


def _opening(here: Here, one: Standing) -> list[Check]:
    """Đầu kỳ = cuối kỳ đã chốt; nothing is said where the period before was not closed."""
    eve = one.period.first - timedelta(days=1)
    before = [
        each for each in listing.closings(one.organisation)
        if each.closed and each.replaced_by is None and each.period.data_to == eve and each.line == one.line
    ]  # fmt: skip
    if not before or MEMBERS not in (closed := Closed(before[-1])).catalogue.figures:
        return []
    with KEPT.engine() as engine:
        live = Live(engine, one.period)
        line = openings(closed.closing, engine, live.movement, MEMBERS).lines.get(one.organisation)
    if line is None:
        return []
    given = {"opening": number(line.opening), "closed": number(line.closed), "day": spoken(eve)}
    if line.opening == line.closed:
        return [Check(True, _("Đầu kỳ = cuối kỳ đã chốt đến {day}: {closed}").format(**given))]
    parts = ("late", "reconciled", "rearranged")
    lines = [(f"{words.OPENING[p]}: {number(getattr(line, p))}", "") for p in parts if getattr(line, p)]
    address = reverse("figures:opening", kwargs={"organisation": one.organisation})
    return [
        Check(
            False,
            _("Đầu kỳ {opening}, đã chốt đến {day}: {closed}").format(**given),
            lines,
            f"{address}?ky={period_code(one.period)}" if _may(here, one) else "",
        )
    ]


def _may(here: Here, one: Standing) -> bool:
    return here.can(Action.SEE_ROWS, organisation=one.organisation)


def _late(here: Here, one: Standing, found: Closing) -> Check:
    """Recorded after the last day of the data, of days within the period: they are counted."""
    ended = datetime.combine(one.period.data_to + timedelta(days=1), time(), VIET_NAM)
    acts = late_acts(one, ended, found.seats)
    given = {"count": number(len(acts)), "day": spoken(one.period.data_to)}
    if not acts:
        return Check(True, _("Không có việc nào ghi sau ngày {day} mà xảy ra trong kỳ").format(**given))
    text = ngettext(
        "{count} việc ghi sau ngày {day} nhưng xảy ra trong kỳ (đã tính)",
        "{count} việc ghi sau ngày {day} nhưng xảy ra trong kỳ (đã tính)",
        len(acts),
    ).format(**given)
    opens = _may(here, one)
    lines = [
        (f"{label_of(kind)}, {spoken(day)}",
         reverse("entering:history", kwargs={"seq": root}) if opens else "")
        for root, kind, day in acts[:MOST]
    ]  # fmt: skip
    if len(acts) > MOST:
        lines.append((_("và {count} việc khác").format(count=number(len(acts) - MOST)), ""))
    return Check(False, text, lines)


def _to_review(here: Here, found: Closing) -> Check:
    listed = found.manifest["to_review"]
    if not listed:
        return Check(True, _("Không có việc nào còn cần xem lại"))
    count = number(len(listed))
    grades = Counter(each["grade"] for each in listed)
    lines = [(f"{words.REVIEWS.get(grade, grade)}: {number(n)}", "") for grade, n in sorted(grades.items())]
    text = ngettext(
        "{count} việc còn cần xem lại lúc lập biểu", "{count} việc còn cần xem lại lúc lập biểu", len(listed)
    ).format(count=count)
    goes = here.home is not None and here.can(Action.SEE_TASKS, organisation=here.home)
    return Check(False, text, lines, reverse("tasks:kind", kwargs={"kind": "review"}) if goes else "")
