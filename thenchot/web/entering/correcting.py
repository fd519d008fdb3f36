"""*Ghi nhầm, sửa theo giấy*: the whole act anew, old beside new before it is saved."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.access.desk import Outcome
from thenchot.law.correcting import Reason
from thenchot.ledger import reading
from thenchot.ledger.entries import RESTATE, Entry
from thenchot.ledger.kinds import KINDS, NOTE, Act
from thenchot.ledger.writing import Draft, Memory
from thenchot.sealed import store, tables
from thenchot.sealed.randomness import System
from thenchot.surface import together
from thenchot.surface import words as surface
from thenchot.surface.differences import changes
from thenchot.surface.told import naming, told

from ..page import Asked, page
from . import judging, kept, seen, typed, views, words
from .form import Form, new_token, sent
from .judging import Judged
from .lines import changeable, opened_to

REASON, SEEN_CHANGES = "ly_do", "da_xem"
REASONS = (Reason.TYPED_WRONG, Reason.WRONG_PAPER, Reason.WRONG_PERSON)


@page(None, methods=("GET", "POST"))
@opened_to(Action.CORRECT)
def correct(request: Asked, entry: Entry) -> HttpResponse:
    here = request.here
    if request.method == "GET":
        form = opened(request, entry)
        before = kept.kept(here, form.key)
        if before is not None and request.GET.get(kept.GO_ON):
            return _page(request, sent(here, KINDS[entry.kind], before.said, entry), Judged())
        return _page(request, form, Judged(), kept=before)
    if gone := views.put_away(request):
        return gone
    form = sent(here, KINDS[entry.kind], request.POST.dict(), entry)
    if search := request.POST.get(views.SEARCH):
        return _page(request, form, Judged(), search=search)
    return _sent(request, form)


@page(None, methods=("POST",))
def check(request: Asked, seq: int) -> HttpResponse:
    """What would be said of the correction as it stands, and what it changes."""
    from .drawn import drawn

    entry = changeable(request.here, seq, Action.CORRECT)
    form = sent(request.here, KINDS[entry.kind], request.POST.dict(), entry)
    kept.keep(request.here, form.said)
    judged = Judged() if form.filled.wrong or not changed(form) else judging.judged(form, attempt(form))
    context = drawn(form, judged) | {"changes": changed(form), "seen_changes": digest(form)}
    return render(request, "entering/corrected.html", context)


def opened(request: Asked, entry: Entry) -> Form:
    """The form with the act's own values in it."""
    assert entry.act is not None
    form = Form(request.here, type(entry.act), {}, token=new_token(), seen=reading.size(), entry=entry)
    form.said = typed.said_by(entry.act, form.boxes)
    return form


def _sent(request: Asked, form: Form) -> HttpResponse:
    reason = request.POST.get(REASON, "")
    if reason not in set(REASONS):
        form.errors[REASON] = str(words.NO_REASON)
    if form.filled.wrong or form.errors:
        return _page(request, form, Judged(), complete=True)
    if not changed(form):
        form.trouble.append(str(words.NOTHING_CHANGED))
        return _page(request, form, Judged(), complete=True)
    if request.POST.get(SEEN_CHANGES) != digest(form):
        return _page(request, form, judging.judged(form, attempt(form)))
    return views.tried(request, form, attempt(form), lambda: _write(form, reason, form.on_paper), show=_page)


def restated(form: Form) -> tuple[Act, dict[int, str]]:
    """The act as it will stand, and the names it brings; a name that did not change keeps its note."""
    assert form.entry is not None and form.entry.act is not None
    was = form.entry.act
    values: dict[str, Any] = {box.name: form.filled.values.get(box.name) for box in form.boxes}
    notes: dict[int, str] = {}
    for one in was.fields():
        if one.type is NOTE and values.get(one.name) is not None:
            before = getattr(was, one.name)
            if before is not None and naming(before) == values[one.name]:
                values[one.name] = before
            else:
                note = form.here.desk.mint.id()
                notes[note], values[one.name] = values[one.name], note
    if was.organisation is not None and was.organisation == getattr(was, "cell", None):
        values["organisation"] = values["cell"]  # it counts where the person is
    return replace(was, **values), notes


def changed(form: Form) -> list[Any]:
    """Old and new, field by field; a new name as it was typed."""
    if form.filled.wrong or form.entry is None:
        return []
    act, notes = restated(form)
    return [
        replace(one, after=notes.get(getattr(act, one.name), one.after)) if notes else one
        for one in changes(form.act.kind, form.entry.act, act)
    ]


def digest(form: Form) -> str:
    """What was shown as changed; saving asks for the same."""
    said = "|".join(f"{one.name}={one.before}>{one.after}" for one in changed(form))
    return sha256(said.encode()).hexdigest()[:16]


def attempt(form: Form) -> judging.Try:
    """The correction done and taken back."""

    def tried(on_paper: bool) -> Outcome:
        with together.book_held(), transaction.atomic(using=tables.ALIAS):
            try:
                return _write(form, str(Reason.TYPED_WRONG), on_paper)
            finally:
                transaction.set_rollback(True)
                transaction.set_rollback(True, using=tables.ALIAS)
                form.here.desk.memory = Memory()

    return tried


def _write(form: Form, reason: str, on_paper: bool) -> Outcome:
    here, entry = form.here, form.entry
    assert entry is not None
    act, notes = restated(form)
    with transaction.atomic(using=tables.ALIAS):
        if notes:
            store.put_named(notes, at=here.at, randomness=System())
        draft = Draft(act, form.act_set, RESTATE, entry.root, reason)
        return here.desk.record([draft], by=here.by, at=here.at, on_paper=on_paper)


def _page(request: Asked, form: Form, judged: Judged, **more: Any) -> HttpResponse:
    assert form.entry is not None
    entry = form.entry
    return views.page_of(
        request, form, judged, template="entering/correct.html", entry=entry,
        name=seen.name(form.here, entry), text=told(entry),
        reasons=[(str(one), surface.REASONS[one]) for one in REASONS],
        reason=request.POST.get(REASON, ""), reason_error=form.errors.get(REASON, ""),
        changes=changed(form), seen_changes=digest(form), **more,
    )  # fmt: skip
