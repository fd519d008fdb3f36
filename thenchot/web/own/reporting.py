"""Báo thông tin chưa đúng, by the member: the item, what is recorded, what is right, by which paper."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.law.recording import Refused
from thenchot.law.words import say
from thenchot.ledger import reading
from thenchot.ledger.stories import Story
from thenchot.rooms.membership.reading import membership_in
from thenchot.rooms.people.error_events import ErrorReported, Item, PaperKind
from thenchot.rooms.people.error_words import ERROR_CODES
from thenchot.rooms.people.proposals import NotAValue
from thenchot.surface import own

from ..page import Asked
from .door import item_of, own_page
from .letters import rule_of


@own_page(Action.REPORT_OWN_ERROR)
def choose(request: Asked, person: int) -> HttpResponse:
    """Which item."""
    return render(request, "own/choose.html", {"items": ERROR_CODES[Item].items()})


@own_page(Action.REPORT_OWN_ERROR, "GET", "POST")
def report(request: Asked, person: int, item: str) -> HttpResponse:
    """The form; what was typed stays where something is wrong."""
    here, wanted, given = request.here, item_of(item), request.POST
    faults: list[str] = []
    file = here.desk.reported(person, action=Action.REPORT_OWN_ERROR, **here.who)
    story = Story(person, reading.entries(person))
    if request.method == "POST" and file is not None:
        paper = given.get("giay-to", "")
        try:
            if paper not in set(PaperKind):
                faults.append(_("Đề nghị đồng chí chọn giấy tờ."))
            else:
                act = ErrorReported(
                    about=person, organisation=membership_in(story, on=here.today).cell,
                    effective_on=here.today, item=wanted, paper_kind=PaperKind(paper),
                    last_three=given.get("so-cuoi", "").strip() or None,
                )  # fmt: skip
                own.report(here.desk, file, act, given.get("gia-tri", ""), by=here.by, at=here.at)
                messages.success(request, _("Đã gửi. Hạn trả lời ở mục “Đã báo” bên dưới."))
                return redirect("own:record")
        except NotAValue:
            faults.append(_("Giá trị chưa đúng dạng. Ngày ghi như 12/8/1979, hoặc 1979 nếu chỉ biết năm."))
        except Refused as refused:
            faults += [say(one.objection) for one in refused.findings]
    said = {
        "item": wanted,
        "recorded": own.recorded(wanted, story, file, on=here.today),
        "options": own.options(wanted),
        "papers": [(str(kind), label) for kind, label in ERROR_CODES[PaperKind].items()],
        "is_day": wanted in own.DAYS,
        "rule": rule_of(wanted),
        "faults": faults,
        "given": {"value": given.get("gia-tri", ""), "paper": given.get("giay-to", ""),
                  "ends": given.get("so-cuoi", "")},
    }  # fmt: skip
    return render(request, "own/report.html", said, status=409 if faults else 200)
