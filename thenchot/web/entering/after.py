"""After saving: what is said, and to which page one goes."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.desk import Outcome
from thenchot.law.words import say
from thenchot.ledger.entries import Entry
from thenchot.ledger.kinds import ORGANISATION, PERSON
from thenchot.surface import together
from thenchot.surface.book import sort_of
from thenchot.surface.kinds import recorded
from thenchot.surface.told import told
from thenchot.surface.troubles import when

from ..here import Here
from . import words
from .form import TOKEN
from .saving import Saved, already


def go_on(request: HttpRequest, here: Here, saved: Saved, about: int | None) -> HttpResponse:
    """Say what was done and open the page of whom it was about."""
    for asked in saved.outcome.waiting:
        messages.warning(request, str(words.WAITS).format(code=asked.code))
    if saved.entries:
        _said(request, saved)
        return redirect(_address(here, about) or page_of(here, _own(saved.entries)))
    return redirect(_address(here, about) or reverse("entering:kinds"))


def sent_before(request: HttpRequest, here: Here) -> HttpResponse | None:
    """Where one goes when this opened form was saved already; nothing when it was not."""
    act_set = together.token_id("form", str(here.by), request.POST.get(TOKEN, ""))
    entries = already(act_set)
    return go_on(request, here, Saved(Outcome(), entries, again=True), None) if entries else None


def page_of(here: Here, entry: Entry) -> str:
    """The page of the subject where this account may open it; else what was written under the act set."""
    found = _address(here, entry.about)
    return found or reverse("entering:written", kwargs={"act_set": entry.act_set})


def _address(here: Here, about: int | None) -> str:
    sort = sort_of(about) if about is not None else ""
    if sort == PERSON and here.can(Action.SEE_PERSON, person=about):
        return reverse("members:person", kwargs={"person": about})
    if sort == ORGANISATION and here.can(Action.SEE_ORGANISATION, organisation=about):
        return reverse("organisations:page", kwargs={"organisation": about})
    return ""


def _said(request: HttpRequest, saved: Saved) -> None:
    entry = _own(saved.entries)
    if saved.again:
        sentence = str(words.SAVED_BEFORE).format(at=when(entry.written_at))
        messages.warning(request, _linked(sentence, entry))
        return
    several = len(saved.entries) > 1 and any(e.about != entry.about for e in saved.entries)
    form = words.SAVED_MANY if several else words.SAVED
    sentence = str(form).format(line=told(entry), count=len(saved.entries))
    messages.success(request, _linked(sentence, entry))
    for finding in saved.outcome.recorded.to_review:
        messages.warning(request, str(words.TO_REVIEW).format(sentence=say(finding.objection)))


def _linked(sentence: str, entry: Entry) -> str:
    address = reverse("entering:history", kwargs={"seq": entry.root})
    return format_html('{} <a href="{}">{}</a>', sentence, address, _("Lịch sử"))


def _own(entries: list[Entry]) -> Entry:
    """The act the form was for: the last; before it stand somebody new and the posts that were left."""
    known = recorded()
    return next(entry for entry in reversed(entries) if entry.kind in known)
