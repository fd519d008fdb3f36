"""*Sửa họ tên, số*: the sealed file of a person corrected by a paper, old beside new before it is written."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.personal import NUMBER_TAKEN
from thenchot.law.recording import Refused
from thenchot.law.words import say
from thenchot.ledger import reading
from thenchot.ledger.minting import SystemMint
from thenchot.ledger.stories import Story
from thenchot.rooms.membership.reading import membership_in
from thenchot.rooms.people.error_events import Item
from thenchot.rooms.people.error_reading import reports_of
from thenchot.rooms.people.file_parts import REPORTED, Part
from thenchot.sealed.store import NumberTaken
from thenchot.surface import file_changes, together
from thenchot.surface.file_changes import FileMoved
from thenchot.surface.national import lines as national_lines

from ..page import Asked, NobodyHere, page
from .file_form import LINE, REPORT, SEEN, TOKEN, VERSION, FileForm, opened
from .stopping import asks_why


@page(Action.RECORD_PEOPLE, about="person", methods=("GET", "POST"))
@asks_why
def change(request: Asked, person: int) -> HttpResponse:
    """The form; then what changes, old beside new; then it is written."""
    here = request.here
    if here.past:
        return render(request, "entering/past.html")
    file = here.desk.to_correct(person, **here.who)  # the line of the log is written first
    if file is None:
        raise NobodyHere
    report = _report(request)
    said = request.POST if request.method == "POST" else opened(file, *_proposed(request, file, report))
    story = Story(person, reading.entries(person))
    numbers = here.can(Action.REVEAL, person=person)
    form = FileForm(here, file, said, numbers, story.value("birth"))
    if request.method == "POST":
        return _sent(request, form, story, report)
    return _page(request, form, report)


def _sent(request: Asked, form: FileForm, story: Story, report: Item | None) -> HttpResponse:
    here, wanted, paper, why = form.here, form.wanted, form.paper, form.why
    if file_changes.sent_before(_act_set(request)):
        return _done(request, form, report, again=True)
    faults = [] if wanted else [_("Chưa có ô nào khác với hồ sơ.")]
    if form.errors:
        faults = [_("Chưa lưu được. Những gì đồng chí đã nhập vẫn còn.")]
    if form.errors or faults or why is None:
        return _page(request, form, report, faults=faults, status=409)
    if request.POST.get(SEEN) != form.digest:
        return _page(request, form, report, asks=True)
    seen = request.POST.get(VERSION, "")
    try:
        file_changes.write(
            here.desk, form.file, wanted, why=why, paper=paper, version=int(seen) if seen.isdecimal() else 0,
            organisation=membership_in(story, on=here.today).cell, day=here.today,
            act_set=_act_set(request), by=here.by, at=here.at,
        )  # fmt: skip
    except NumberTaken as taken:
        return _page(request, form, report, taken=_taken(form, taken), faults=[str(NUMBER_TAKEN)], status=409)
    except FileMoved:
        faults = [_("Hồ sơ vừa được người khác sửa. Phần đã nhập vẫn còn; đề nghị xem lại rồi ghi lần nữa.")]
        return _page(request, form, report, faults=faults, status=409)
    except Refused as refused:
        faults = [say(one.objection) for one in refused.findings]
        return _page(request, form, report, faults=faults, status=409)
    return _done(request, form, report)


def _done(request: Asked, form: FileForm, report: Item | None, *, again: bool = False) -> HttpResponse:
    """Back to the report it answers, else to the person; whoever opens neither stays here."""
    person, here = form.file.person, form.here
    said = _("Việc này đã ghi, không ghi lần nữa.") if again else _("Đã sửa hồ sơ; lần ghi cũ vẫn giữ.")
    messages.success(request, said)
    if report is not None and here.can(Action.ANSWER_ERROR, person=person) and _open(form, report):
        return redirect("own:answer", person=person, item=str(report))
    if request.GET.get(LINE) and here.can(Action.RECONCILE, organisation=here.home):
        return redirect("national:lines")
    where = "members:person" if here.can(Action.SEE_PERSON, person=person) else "members:file"
    return redirect(where, person=person)


def _page(
    request: Asked, form: FileForm, report: Item | None, status: int = 200, **more: Any
) -> HttpResponse:
    person, here = form.file.person, form.here
    form.wanted  # noqa: B018 (what does not fit is found while it is read)
    said = form.drawn() | {
        "person": person,
        "name": form.file.label,
        "version": file_changes.version_of(person),
        "token": request.POST.get(TOKEN) or f"{SystemMint().id():x}",
        "report": report,
        "numbers": form.numbers,
        "earlier": file_changes.earlier(form.file),
        "names": form.file.names,
        "sees": here.can(Action.SEE_PERSON, person=person),
    }
    return render(request, "members/file.html", said | more, status=status)


def _taken(form: FileForm, taken: NumberTaken) -> int | None:
    """Whose number it is, for whoever may open that person's page; nobody else learns it."""
    form.typed.errors[taken.kind] = str(NUMBER_TAKEN)
    return taken.holder if form.here.can(Action.SEE_PERSON, person=taken.holder) else None


def _act_set(request: Asked) -> int:
    """The same for every sending of this opened form by this account."""
    return together.token_id("file", str(request.here.by), request.POST.get(TOKEN, ""))


def _report(request: Asked) -> Item | None:
    """The report of wrong information this form answers, by its item in the address."""
    text = request.GET.get(REPORT, "")
    return Item(text) if text in set(REPORTED) else None


def _proposed(request: Asked, file: Any, report: Item | None) -> tuple[Any, str]:
    """What is to be put right: by the member's own report, or by a line of the reconciliation list."""
    if report is None:
        return _of_line(request, file.person) or (None, "")
    return REPORTED[report], dict(file.proposed).get(str(report), "")


def _of_line(request: Asked, person: int) -> tuple[Part, str] | None:
    """What the line in the address says; only for the office whose list it is."""
    here, code = request.here, request.GET.get(LINE, "")
    if not (code.isascii() and code.isdigit() and len(code) < 20 and here.home):
        return None
    if not here.can(Action.RECONCILE, organisation=here.home):
        return None
    return national_lines.proposed(here.home, int(code), person)


def _open(form: FileForm, item: Item) -> bool:
    found = reports_of(form.file.person, as_of=form.here.today)
    return any(one.item == item and one.outcome is None for one in found)
