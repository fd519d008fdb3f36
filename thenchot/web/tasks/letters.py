"""Deadlines from letters: added once, spread to the units that must answer, answered, reminded of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.ledger.vietnamese import natural
from thenchot.ledger.writing import Draft
from thenchot.rooms.documents.actions import answered, reminded
from thenchot.rooms.documents.events import How
from thenchot.rooms.documents.reading import deadlines
from thenchot.rooms.documents.rounds import Deadline
from thenchot.rooms.documents.words import CODES
from thenchot.rooms.membership.strengths import tree
from thenchot.sealed.labels import labels
from thenchot.surface import together
from thenchot.surface.numbers import number
from thenchot.surface.subjects import names_of
from thenchot.surface.troubles import sentences

from ..here import Here
from ..page import Asked, page
from .letter_form import LetterForm


@page(Action.RECORD_DEADLINE, about="home", methods=("GET", "POST"))
def add(request: Asked) -> HttpResponse:
    """*Thêm hạn từ công văn*; what was typed stays where something is wrong."""
    here = request.here
    form = LetterForm(here, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            count = form.save()
        except Exception as error:
            if (said := sentences(error)) is None:
                raise
            for sentence in said[1]:
                form.add_error(None, sentence)
        else:
            told = ngettext("Đã thêm hạn, giao {count} đơn vị.", "Đã thêm hạn, giao {count} đơn vị.", count)
            messages.success(request, told.format(count=number(count)))
            return redirect("tasks:list")
    return render(request, "tasks/add_deadline.html", {"form": form, "units": units(here, form.chosen)})


@page(Action.SEE_TASKS, about="home")
def board(request: Asked, deadline: str) -> HttpResponse:
    """Who has answered one deadline and who has not."""
    one = _round(request, deadline)
    here = request.here
    names = names_of(one.asked, as_of=here.as_of)
    units_ = sorted(one.asked, key=lambda unit: (unit in one.answers, natural(names[unit])))
    lines = [_line(here, one, unit, names[unit]) for unit in units_]
    said = {
        "one": one,
        "notes": _notes(one),
        "issuer": _issuer(one),
        "lines": lines,
        "answered": len(one.answers),
        "hows": [(str(how), label) for how, label in CODES[How].items()],
        "reminds": one.kept_by == here.home
        and bool(one.waiting)
        and not here.past
        and here.can(Action.RECORD_DEADLINE, organisation=here.home),
        "month": f"?thang={one.month}" if one.month else "",
    }
    return render(request, "tasks/board.html", said)


@page(Action.RECORD_DEADLINE, about="home", methods=("POST",))
def remind(request: Asked, deadline: str) -> HttpResponse:
    """Write that everybody who has not answered was reminded today; the slip is printed from the board."""
    one = _round(request, deadline)
    acts = reminded(one, on=request.here.today)
    _write(request.here, acts, "remind", one)
    said = ngettext("Đã ghi nhắc {count} đơn vị.", "Đã ghi nhắc {count} đơn vị.", len(acts))
    messages.success(request, said.format(count=number(len(acts))))
    return _back(one)


@page(Action.SEE_TASKS, about="home", methods=("POST",))
def answer(request: Asked, deadline: str) -> HttpResponse:
    """*Đã nộp* or *không phát sinh*, by the unit itself or for it by the office above."""
    here, one = request.here, _round(request, deadline)
    unit, how = request.POST.get("unit", ""), request.POST.get("how", "")
    if not unit.isdigit() or int(unit) not in one.asked or how not in set(How):
        raise Http404(deadline)
    here.desk.need(Action.ANSWER_DEADLINE, by=here.by, at=here.at, organisation=int(unit))
    if int(unit) in one.answers:
        messages.warning(request, _("Đơn vị này đã trả lời rồi; không ghi thêm."))
        return _back(one)
    paper = request.POST.get("paper", "").strip() or None
    _write(here, [answered(one, int(unit), on=here.today, how=How(how), paper=paper)], "answer", one, unit)
    messages.success(request, _("Đã ghi trả lời."))
    return redirect("tasks:list") if int(unit) == here.home else _back(one)


def units(here: Here, chosen: set[int]) -> list[Mapping[str, Any]]:
    """Whom a deadline can be handed to: what stands directly under the office."""
    children = tree(as_of=here.today).children.get(here.home or 0, ())
    names = names_of(children, as_of=here.today)
    return [
        {"subject": one, "name": names[one], "chosen": one in chosen}
        for one in sorted(children, key=lambda one: natural(names[one]))
    ]


def _line(here: Here, one: Deadline, unit: int, name: str) -> Mapping[str, Any]:
    """One unit of the board: what it answered, and whether this account may answer for it."""
    told = one.answers.get(unit)
    may = not told and not here.past and here.can(Action.ANSWER_DEADLINE, organisation=unit)
    how = CODES[How][told.how] if told else ""
    return {"subject": unit, "name": name, "answer": told, "how": how, "may": may,
            "reminded": one.reminded.get(unit)}  # fmt: skip


def _round(request: Asked, deadline: str) -> Deadline:
    """The round of a deadline that the address names, as this office sees it."""
    here, month = request.here, request.GET.get("thang", "")
    for one in deadlines(here.home or 0, as_of=here.as_of):
        if one.deadline == deadline and (str(one.month or "") == month or not month):
            return one
    raise Http404(deadline)


def _write(here: Here, acts: list[Any], what: str, one: Deadline, *more: str) -> None:
    """One act set, its id from what it says: sent twice it is written once."""
    month = str(one.month or "")
    with together.book_held():
        act_set = together.token_id(what, one.deadline, month, here.today.isoformat(), *more)
        if acts and not together.reading.of_act_sets([act_set]):
            here.desk.record([Draft(act, act_set) for act in acts], by=here.by, at=here.at)


def _back(one: Deadline) -> HttpResponse:
    address = reverse("tasks:board", kwargs={"deadline": one.deadline})
    return redirect(f"{address}?thang={one.month}" if one.month else address)


def _notes(one: Deadline) -> Mapping[int, str]:
    return labels(note for note in (one.title, one.issuer_name) if note)


def _issuer(one: Deadline) -> str:
    if one.issuer:
        return names_of([one.issuer])[one.issuer]
    return _notes(one).get(one.issuer_name or 0, "")
