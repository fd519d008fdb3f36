"""Nhắc: the slip for those who have not sent their section, and the line in their *Việc cần làm*."""

from __future__ import annotations

from collections import defaultdict

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.ledger.days import spoken
from thenchot.reports.drafts.keeping import Saved
from thenchot.surface.drafting import sections as drafting_sections
from thenchot.surface.drafting.sections import Waiting
from thenchot.surface.drafting.words import title
from thenchot.surface.subjects import names_of
from thenchot.surface.told import accounts

from ..here import Here
from ..page import Asked
from ..tasks.lines import Line
from .door import WRITES, draft_page
from .one import around


@draft_page(actions=WRITES)
def slip(request: Asked, saved: Saved) -> HttpResponse:
    """*Phiếu nhắc*, for printing: a part for each account, its sections and the day; nobody's name."""
    found = defaultdict(list)
    for one in drafting_sections.unsent(saved):
        found[one.owner].append(one.title)
    names = accounts(found)
    said = around(request, saved) | {"slips": [(names[owner], some) for owner, some in found.items()]}
    return render(request, "reports/reminder.html", said)


def lines(here: Here) -> list[Line]:
    """The sections an account has to send, as lines of *Việc cần làm*; the nearest due first."""
    if here.home is None or not here.can(Action.WRITE_SECTION, organisation=here.home):
        return []
    found = drafting_sections.waiting(here.home, here.by)
    names = names_of([here.home]) if found else {}
    return [_line(here, one, names[one.saved.organisation]) for one in found]


def _line(here: Here, one: Waiting, name: str) -> Line:
    count = len(one.titles)
    said = ngettext("{report}: {n} mục chưa gửi", "{report}: {n} mục chưa gửi", count)
    why = ["; ".join(one.titles[:3]) + ("; …" if count > 3 else "")]
    why += [_("hạn {day}").format(day=spoken(one.due_on))] if one.due_on else []
    why += [_("đã nhắc {day}").format(day=spoken(one.reminded))] if one.reminded else []
    place = next(at for at, own in enumerate(one.saved.content.sections) if own.title == one.titles[0])
    return Line(
        text=said.format(
            report=title(name, one.saved.period.upto(one.saved.period.last).words(), one.saved.content.title),
            n=count,
        ),
        why=" · ".join(why),
        button="" if here.past else _("Viết và gửi"),
        address=reverse("reports:draft", kwargs={"code": one.saved.code}) + f"?muc={place}",
        overdue=one.due_on is not None and one.due_on < here.as_of,
        by=one.due_on,
    )
