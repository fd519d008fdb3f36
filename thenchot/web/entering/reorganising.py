"""Pages of the forms that write many acts at once: what will happen is shown before it is written."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from thenchot.access.desk import Outcome
from thenchot.ledger import reading
from thenchot.ledger.kinds import Act
from thenchot.ledger.writing import Draft, Memory
from thenchot.rooms.organisations.events import Ended, Moved
from thenchot.sealed import store, tables
from thenchot.sealed.randomness import System
from thenchot.surface import together

from ..page import Asked, page
from . import after, beforehand, judging, kept, views
from .cells import Merging, Splitting
from .correcting import SEEN_CHANGES
from .form import ORGANISATION_IN_ADDRESS, SEEN, TOKEN, new_token
from .judging import Judged
from .preview import preview, sentence
from .recipes import MANY, Composed, Finishing, Reassigning, Recipe


@page(None, methods=("GET", "POST"))
def end(request: Asked) -> HttpResponse:
    return _page_for(request, Finishing, _("Kết thúc hoạt động: giải thể, sáp nhập, chia"))


@page(None, methods=("GET", "POST"))
def merge(request: Asked) -> HttpResponse:
    return _page_for(request, Merging, _("Nhập chi bộ"))


@page(None, methods=("GET", "POST"))
def split(request: Asked) -> HttpResponse:
    return _page_for(request, Splitting, _("Tách chi bộ"))


@page(None, methods=("GET", "POST"))
def move(request: Asked) -> HttpResponse:
    return _page_for(request, Reassigning, _("Chuyển về cấp trên khác"), Moved)


def _page_for(request: Asked, recipe: type[Recipe], title: Any, act: type[Act] = Ended) -> HttpResponse:
    here = request.here
    if here.past:
        return render(request, "entering/past.html")
    if request.method == "POST" and (before := after.sent_before(request, here)):
        return before
    given = request.POST if request.method == "POST" else request.GET
    said = given.dict()
    if about := said.get(ORGANISATION_IN_ADDRESS):
        said.setdefault("about", about)
    seen = said.get(SEEN, "")
    form = recipe(
        here, act, said, token=said.get(TOKEN, "") or new_token(), paper_needed=True, title=title,
        seen=int(seen) if seen.isascii() and seen.isdigit() else reading.size(),
        on_paper=said.get("dung_nhu_van_ban") == "1",
    )  # fmt: skip
    if request.method == "GET":
        views.need(form)
        if isinstance(form, Finishing):
            beforehand.fill(form)
        before = kept.kept(here, form.key)
        if before is not None and request.GET.get(kept.GO_ON):
            form.said, before = before.said, None
            form.__dict__.pop("filled", None)
        return _page(request, form, Judged(), kept=before)
    return views.put_away(request) or _sent(request, form)


def _sent(request: Asked, form: Recipe) -> HttpResponse:
    if refused := views.barred(request, form, _page):
        return refused
    if search := request.POST.get(views.SEARCH):
        return _page(request, form, Judged(), search=search)
    form.errors |= getattr(form, "wrong", dict)() if not form.filled.wrong else {}
    if form.filled.wrong or form.errors:
        if MANY in form.errors:
            form.trouble.append(form.errors[MANY])
        return _page(request, form, Judged(), complete=True)
    if request.POST.get(SEEN_CHANGES) != digest(form):
        return _page(request, form, judging.judged(form, attempt(form)), previewed=True)
    return views.tried(request, form, attempt(form), lambda: write(form, form.on_paper), show=_page)


def digest(form: Recipe) -> str:
    """What was shown; saving asks for the same."""
    return sha256("|".join(form.typed).encode()).hexdigest()[:16]


def attempt(form: Recipe) -> judging.Try:
    """All of it done and taken back."""

    def tried(on_paper: bool) -> Outcome:
        with together.book_held(), transaction.atomic(using=tables.ALIAS):
            try:
                return write(form, on_paper)
            finally:
                transaction.set_rollback(True)
                transaction.set_rollback(True, using=tables.ALIAS)
                form.here.desk.memory = Memory()

    return tried


def write(form: Recipe, on_paper: bool) -> Outcome:
    """Names first, then the acts as one set."""
    here, whole = form.here, form.composed()
    with transaction.atomic(using=tables.ALIAS):
        if whole.notes:
            store.put_named(whole.notes, at=here.at, randomness=System())
        drafts = [Draft(act, form.act_set) for act in whole.acts]
        return here.desk.record(drafts, by=here.by, at=here.at, on_paper=on_paper)


def _page(
    request: Asked, form: Recipe, judged: Judged, *, previewed: bool = False, **more: Any
) -> HttpResponse:
    shown: dict[str, Any] = {}
    if previewed:
        whole = form.composed()
        what = preview(form.here, whole.acts, _new_names(whole), form.roots)
        shown = {"preview": what, "sentence": sentence(what), "seen_changes": digest(form)}
    ticked = {int(name.rpartition(".")[2]) for name in form.ticked}
    return views.page_of(
        request, form, judged, template="entering/reorganising.html", hits=getattr(form, "hits", []),
        ticked=ticked, kind=type(form).__name__, **shown, **more,
    )  # fmt: skip


def _new_names(whole: Composed) -> dict[int, str]:
    """Of the organisations the acts found, by the id they will have."""
    found = {}
    for act in whole.acts:
        if (note := getattr(act, "name", None)) in whole.notes:
            found[act.about] = whole.notes[note]
    return found
