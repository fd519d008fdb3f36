"""*Hủy bản ghi*: what was entered wrongly is withdrawn with what stands on it, or a second person asked."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from thenchot.access import judging as rights
from thenchot.access.actions import Action, Answer
from thenchot.access.desk import Outcome
from thenchot.law.correcting import Reason, StandsOn
from thenchot.ledger import reading
from thenchot.ledger.entries import WITHDRAW, Entry
from thenchot.ledger.kinds import KINDS
from thenchot.ledger.writing import Draft
from thenchot.surface import changing
from thenchot.surface import words as surface
from thenchot.surface.told import told

from ..here import Here
from ..page import Asked, page
from . import seen, views, words
from .correcting import REASON
from .form import SEEN, TOKEN, Form, new_token
from .judging import Judged
from .lines import opened_to

WHOLE, DEPENDENTS = "ca_lan_ghi", "ca_viec_dua_vao"


@page(None, methods=("GET", "POST"))
@opened_to(Action.ANNUL)
def annul(request: Asked, entry: Entry) -> HttpResponse:
    here = request.here
    said = request.POST
    form = Form(
        here, KINDS[entry.kind], said.dict(), entry=entry, token=said.get(TOKEN, "") or new_token(),
        seen=int(said.get(SEEN) or reading.size()),
    )  # fmt: skip
    form.leave_out = tuple(box.name for box in form.boxes)
    form.__dict__.pop("boxes")
    return _page(request, form, Judged()) if request.method == "GET" else _sent(request, form)


def _sent(request: Asked, form: Form) -> HttpResponse:
    reason = request.POST.get(REASON, "")
    if reason not in set(Reason):
        form.trouble.append(str(words.NO_REASON))
        return _page(request, form, Judged(), complete=True)
    assert form.entry is not None
    try:
        drafts = _drafts(form, reason, with_dependents=request.POST.get(DEPENDENTS) == "1")
    except StandsOn as others:
        form.trouble.append(str(words.STANDS_ON).format(count=len(others.entries)))
        return _page(request, form, Judged(), complete=True)
    here = form.here

    def write() -> Outcome:
        return here.desk.record(drafts, by=here.by, at=here.at)

    return views.tried(request, form, None, write, show=_page)


def _drafts(form: Form, reason: str, *, with_dependents: bool) -> list[Draft]:
    whole = changing.withdrawn(_chosen(form), with_dependents=with_dependents)
    return [Draft(e.act, form.act_set, WITHDRAW, e.root, reason) for e in whole if e.act is not None]


def _chosen(form: Form) -> list[Entry]:
    assert form.entry is not None
    return _together(form.entry) if form.said.get(WHOLE) == "1" else [form.entry]


def _together(entry: Entry) -> list[Entry]:
    """What was entered with it and still stands."""
    root = reading.entry(entry.root)
    return changing.standing_of_set(root.act_set)


def _page(request: Asked, form: Form, judged: Judged, **more: Any) -> HttpResponse:
    entry, here = form.entry, form.here
    assert entry is not None
    others = changing.standing_on(_chosen(form))
    everything = [*_chosen(form), *others]
    return views.page_of(
        request, form, judged, template="entering/annul.html", entry=entry, name=seen.name(here, entry),
        text=told(entry), reasons=[(str(one), surface.REASONS[one]) for one in Reason],
        reason=request.POST.get(REASON, ""), whole_chosen=form.said.get(WHOLE) == "1",
        together=[_line(here, e) for e in _together(entry)],
        others=[_line(here, e) for e in others], dependents_chosen=form.said.get(DEPENDENTS) == "1",
        second=_needs_second(form, everything), **more,
    )  # fmt: skip


def _line(here: Here, entry: Entry) -> dict[str, Any]:
    return {"entry": entry, "name": seen.name(here, entry), "text": told(entry)}


def _needs_second(form: Form, entries: list[Entry]) -> bool:
    """Older than 30 days, in a closed period, or an import of yesterday."""
    drafts = [
        Draft(e.act, form.act_set, WITHDRAW, e.root, str(Reason.TYPED_WRONG))
        for e in entries
        if e.act is not None
    ]
    return any(one.answer is Answer.SECOND for one in rights.decisions(drafts, form.here.by, form.here.at))
