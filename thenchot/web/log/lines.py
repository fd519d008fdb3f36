"""Nhật ký truy cập: the auditor states a ground, then reads single lines; that too is a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thenchot.access import auditing, limits, log
from thenchot.access import words as access
from thenchot.access.actions import Action
from thenchot.access.events import Role
from thenchot.access.limits import AuditGround
from thenchot.access.log import Door
from thenchot.law.recording import VIET_NAM
from thenchot.sealed.codes import code
from thenchot.surface.subjects import names_of
from thenchot.surface.told import accounts

from ..here import Here, day_in
from ..page import Asked, page
from . import words

A_PAGE, DAYS, LONGEST, CODES = 100, 7, 92, 20


@dataclass(frozen=True)
class Line:
    """One line as it is read: persons by their codes, never by name."""

    seq: int
    at: datetime
    account: str
    role: Any
    place: str
    door: str
    count: int
    codes: Sequence[str]
    more: int
    reason: Any
    session: str


@page(Action.SEE_LOG, methods=("GET", "POST"))
def lines(request: Asked) -> HttpResponse:
    """GET asks for the ground; POST with one shows the lines of some days, the newest first."""
    here, given = request.here, request.POST
    ground, runs = given.get("can-cu", ""), given.get("chi") == "bat-thuong"
    first, last = _days(given.get("tu", ""), given.get("den", ""), here.today)
    said: dict[str, Any] = {
        "grounds": [(str(one), label) for one, label in access.AUDIT_GROUNDS.items()],
        "ground": ground,
        "first": first,
        "last": last,
        "only_runs": runs,
        "longest": LONGEST,
    }
    if request.method != "POST":
        return render(request, "log/lines.html", said)
    if ground not in set(AuditGround):
        said["fault"] = _("Đề nghị đồng chí chọn căn cứ; mỗi lần mở nhật ký đều ghi căn cứ.")
        return render(request, "log/lines.html", said, status=400)
    if not timedelta() <= last - first <= timedelta(days=LONGEST):
        said["fault"] = _("Khoảng ngày chưa đúng: từ ngày không sau đến ngày, không quá {days} ngày.").format(
            days=LONGEST
        )
        return render(request, "log/lines.html", said, status=400)
    log.write(Door.LOG, here.viewer(), here.at, reason=AuditGround(ground))
    span = _span(first, last)
    found = _runs(*span) if runs else _read(given.get("truoc", ""), *span)
    said["shown"] = True
    said["older"] = found[A_PAGE - 1].seq if len(found) > A_PAGE else None
    said["lines"] = _lines(here, found[:A_PAGE])
    said["reason"] = access.AUDIT_GROUNDS[AuditGround(ground)]
    return render(request, "log/lines.html", said)


def _read(before: str, since: datetime, until: datetime) -> list[auditing.Line]:
    place = int(before) if before.isdigit() and len(before) < 19 else auditing.NEWEST
    return auditing.lines(since, until, most=A_PAGE + 1, before=place)


def _runs(since: datetime, until: datetime) -> list[auditing.Line]:
    """Stops and the reasons that lifted them, as lines, the newest first."""
    found = [
        auditing.Line(
            run.seq, datetime.fromisoformat(run.at), run.what, run.organisation, 0, run.role, run.account,
            reason=run.reason, field=run.door,
        )
        for run in limits.runs(since, until)
    ]  # fmt: skip
    return found[::-1][:A_PAGE]


def _lines(here: Here, found: list[auditing.Line]) -> list[Line]:
    places = {one.organisation for one in found if one.organisation}
    names = names_of(places)
    logins = accounts({one.account for one in found if one.account})
    return [
        Line(
            one.seq, one.at, logins.get(one.account, ""),
            access.ROLES[Role(one.role)] if one.role in set(Role) else "",
            names.get(one.organisation, ""), words.door(one.door, one.field), one.count,
            [code(person) for person in one.ids[:CODES]], max(len(one.ids) - CODES, 0),
            words.reason(one.reason), one.session,
        )
        for one in found
    ]  # fmt: skip


def _span(first: date, last: date) -> tuple[datetime, datetime]:
    begin, end = (datetime.combine(day, time(), VIET_NAM) for day in (first, last + timedelta(days=1)))
    return begin, end


def _days(since: str, until: str, today: date) -> tuple[date, date]:
    """The week until today where nothing is said."""
    last = day_in(until) or today
    return day_in(since) or last - timedelta(days=DAYS - 1), last
