"""A line of a timeline: its history, and the three ways to change it, each a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thenchot.access.actions import Action
from thenchot.access.desk import NotAllowed
from thenchot.law.correcting import Reason
from thenchot.ledger import reading
from thenchot.ledger.entries import RECORD, WITHDRAW, Entry
from thenchot.ledger.kinds import KINDS, ORGANISATION, PERSON
from thenchot.surface import changing
from thenchot.surface import words as surface
from thenchot.surface.differences import Change, changes
from thenchot.surface.kinds import label_of, recorded
from thenchot.surface.told import account, told
from thenchot.surface.troubles import Stop

from ..here import Here
from ..page import Asked, NobodyHere, page
from . import after, seen
from .form import ORGANISATION_IN_ADDRESS, PAPER_NEEDED, PERSON_IN_ADDRESS, SIGNER_NEEDED

# A later paper has number, day and signer.
BY_PAPER = f"{PAPER_NEEDED}=1&{SIGNER_NEEDED}=1"
Changing = Callable[[Asked, Entry], HttpResponse]

# Which new act a later paper about one of these usually is; else one of the same kind.
FOLLOWED_BY = {
    "people.registered": ("people.adjusted", "people.studied", "people.occupied"),
    "membership.admitted": ("membership.admission_cancelled", "people.adjusted"),
    "membership.readmitted": ("membership.admission_cancelled", "people.adjusted"),
    "membership.carried_over": ("people.adjusted",),
    "membership.transferred_in": ("people.adjusted",),
    "membership.exempted": ("membership.exemption_ended",),
    "membership.name_removed": ("membership.restored",),
    "membership.released": ("membership.restored",),
    "membership.expelled": ("membership.restored",),
    "membership.transferred_out": ("membership.transferred_in",),
    "membership.temporarily_sent": ("membership.temporarily_sent", "membership.temporarily_returned"),
    "membership.residence_introduced": ("membership.residence_introduced", "membership.residence_ended"),
    "offices.carried_over": ("offices.left",),
    "offices.taken": ("offices.left",),
    "offices.left": ("offices.taken",),
    "organisations.carried_over": ("organisations.renamed", "organisations.retyped", "organisations.moved"),
    "organisations.founded": ("organisations.renamed", "organisations.retyped", "organisations.moved"),
}


@dataclass(frozen=True)
class Version:
    """One entry of the act: what was done, by whom, and what changed by it."""

    entry: Entry
    does: str
    who: str
    reason: str
    changes: list[Change]

    @property
    def first(self) -> bool:
        """There was nothing before it to be changed."""
        return self.entry.does == RECORD


@page(None)
def history(request: Asked, seq: int) -> HttpResponse:
    """Who, when, old, new, paper."""
    here = request.here
    entry = seen.line(here, seq)
    versions = versions_of(entry)
    last = versions[-1].entry
    context = _head(here, last) | {
        "versions": versions,
        "stands": last.does != WITHDRAW,
        "may_correct": not here.past and here.can(Action.CORRECT, **about(last)),
        "may_annul": not here.past and here.can(Action.ANNUL, **about(last)),
    }
    return render(request, "entering/history.html", context)


@page(None)
def adjust(request: Asked, seq: int) -> HttpResponse:
    """A later paper is a new act; which one."""
    here = request.here
    entry = seen.line(here, seq)
    if (decision := here.may(Action.CORRECT, **about(entry))).refused:
        raise NotAllowed({0: decision})
    if here.past:
        return render(request, "entering/past.html")
    name = PERSON_IN_ADDRESS if KINDS[entry.kind].subject == PERSON else ORGANISATION_IN_ADDRESS
    choices = [
        {"label": label_of(kind),
         "address": f"{reverse('entering:form', kwargs={'kind': kind})}?{name}={entry.about}&{BY_PAPER}"}
        for kind in FOLLOWED_BY.get(entry.kind, (entry.kind,))
    ]  # fmt: skip
    return render(request, "entering/adjust.html", _head(here, entry) | {"choices": choices})


@page(None)
def written(request: Asked, act_set: int) -> HttpResponse:
    """What was entered together, line by line."""
    here = request.here
    known = recorded()
    entries = [e for e in reading.of_act_sets([act_set]) if e.kind in known]
    entries = [e for e in entries if e.by == here.by or seen.visible(here, e)]
    if not entries:
        raise NobodyHere
    lines = [{"entry": e, "name": seen.name(here, e), "text": told(e)} for e in entries]
    return render(request, "entering/written.html", {"lines": lines})


def versions_of(entry: Entry) -> list[Version]:
    """Every entry of the act this one belongs to, each with what it changed."""
    whole = [e for e in reading.entries(entry.about) if e.root == entry.root]
    found, before = [], None
    for one in whole:
        after = None if one.does == WITHDRAW else one.act
        found.append(
            Version(
                one,
                str(surface.DOES[one.does]),
                account(one.by),
                reason_of(one),
                changes(one.kind, before, after),
            )
        )
        before = after
    return found


def reason_of(entry: Entry) -> str:
    """Why it was restated or withdrawn, in words."""
    return str(surface.REASONS[Reason(entry.reason)]) if entry.reason in set(Reason) else (entry.reason or "")


def about(entry: Entry) -> dict[str, int]:
    """What a right about the entry's subject is asked about."""
    subject = KINDS[entry.kind].subject
    return {subject: entry.about} if subject in (PERSON, ORGANISATION) else {}


def changeable(here: Here, seq: int, action: Action) -> Entry:
    """The entry in force of an act this account may change. Stop, NobodyHere, NotAllowed."""
    entry = changing.standing(seen.line(here, seq).seq)
    decision = here.may(action, **about(entry))
    if decision.refused:
        raise NotAllowed({0: decision})
    return entry


def opened_to(action: Action) -> Callable[[Changing], Callable[[Asked, int], HttpResponse]]:
    """Open a page that changes a line, of today and once: it gets the entry in force, or is not asked at all.

    On a past day nothing changes; a form that was sent before leads on; a line that cannot be changed any
    more says why.
    """

    def door(view: Changing) -> Callable[[Asked, int], HttpResponse]:
        @wraps(view)
        def opened(request: Asked, seq: int) -> HttpResponse:
            here = request.here
            if here.past:
                return render(request, "entering/past.html")
            if request.method == "POST" and (before := after.sent_before(request, here)):
                return before
            try:
                entry = changeable(here, seq, action)
            except Stop as stop:
                said = {"sentences": stop.sentences, "status": 409}
                return render(request, "web/trouble.html", said, status=409)
            return view(request, entry)

        return opened

    return door


def _head(here: Here, entry: Entry) -> dict[str, object]:
    return {
        "entry": entry,
        "name": seen.name(here, entry),
        "text": told(entry),
        "label": label_of(entry.kind),
    }
