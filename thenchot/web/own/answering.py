"""The clerk's answer: what is recorded, from which paper, what the member says; four outcomes."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.law.recording import Refused
from thenchot.law.words import say
from thenchot.law.world import law_in_book
from thenchot.ledger import reading
from thenchot.ledger.stories import Story
from thenchot.rooms.people.error_events import ErrorAnswered, Item, Outcome, PaperKind
from thenchot.rooms.people.error_reading import Report, reports_of
from thenchot.rooms.people.error_words import ERROR_CODES
from thenchot.rooms.people.file_parts import REPORTED
from thenchot.surface import own

from ..members.stopping import asks_why
from ..page import Asked, page
from .door import item_of
from .letters import FOUND, letter_of, rule_of


@page(Action.ANSWER_ERROR, about="person", methods=("GET", "POST"))
@asks_why
def answer(request: Asked, person: int, item: str) -> HttpResponse:
    """Sent twice, the second finds it answered and shows the letter."""
    here, wanted = request.here, item_of(item)
    found = _report(request, person, wanted)
    if found.outcome is not None:
        return redirect("own:answered", person=person, item=item)
    clock = own.clock(found.reported_on, as_of=here.today, law=law_in_book())
    file = here.desk.reported(person, **here.who)
    faults: list[str] = []
    if request.method == "POST" and file is not None:
        outcome = request.POST.get("ket-qua", "")
        if outcome in set(Outcome):
            act = ErrorAnswered(
                about=person, organisation=found.organisation, effective_on=here.today, item=wanted,
                outcome=Outcome(outcome),
            )  # fmt: skip
            try:
                own.answer(here.desk, file, act, by=here.by, at=here.at, late=clock.overdue)
            except Refused as refused:
                faults += [say(one.objection) for one in refused.findings]
            else:
                messages.success(request, _("Đã ghi trả lời. Đề nghị in và gửi đảng viên."))
                return redirect("own:answered", person=person, item=item)
        else:
            faults.append(_("Đề nghị đồng chí chọn một kết quả."))
    story = Story(person, reading.entries(person))
    proposed = dict(file.proposed).get(str(wanted)) if file else None
    said = {
        "person": person,
        "name": file.label if file else "",
        "report": found,
        "item": ERROR_CODES[Item][wanted],
        "recorded": own.recorded(wanted, story, file, on=here.today),
        "proposed": own.said(wanted, proposed),
        "paper": ERROR_CODES[PaperKind][found.paper_kind],
        "clock": clock,
        "rule": rule_of(wanted),
        "outcomes": _outcomes(wanted),
        "corrects": wanted in REPORTED and here.can(Action.RECORD_PEOPLE, person=person),
        "faults": faults,
    }
    return render(request, "own/answer.html", said, status=409 if faults else 200)


@page(Action.ANSWER_ERROR, about="person")
def letter(request: Asked, person: int, item: str) -> HttpResponse:
    """The answer, to print and hand over."""
    here = request.here
    found = _report(request, person, item_of(item))
    if found.outcome is None:
        raise Http404(item)
    place = found.organisation or here.home
    assert place is not None
    names = here.desk.names([person], organisation=here.home or place, **here.who)
    return render(request, "own/letter.html", letter_of(found, names[person]))


def _outcomes(item: Item) -> list[tuple[str, object, object]]:
    """Of a day only can the year alone be known."""
    chosen = [one for one in Outcome if one is not Outcome.KEPT_YEAR_ONLY or item in own.DAYS]
    return [(str(one), ERROR_CODES[Outcome][one], FOUND[one]) for one in chosen]


def _report(request: Asked, person: int, item: Item) -> Report:
    """The open report of an item, else the last one."""
    found = [one for one in reports_of(person, as_of=request.here.today) if one.item == item]
    if not found:
        raise Http404(item)
    return next((one for one in found if one.outcome is None), found[-1])
