"""The closings of an organisation, and one of them: who took which step, whose step is next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.ledger.entries import Entry
from thenchot.snapshot.closing import listing, words
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.turns import Turn, pending, turns
from thenchot.surface.closings import lacking_said, sent_back
from thenchot.surface.subjects import names_of
from thenchot.surface.told import accounts

from ..page import Asked, page
from .door import closing_page
from .missing import unconfirmed
from .said import hindrance

A_PAGE = 50
FIRST = ("prepared", "reviewed", "approved")


@dataclass(frozen=True)
class Taken:
    """One of the three steps: nobody has taken it yet where `who` is empty."""

    name: Any
    who: str = ""
    at: datetime | None = None
    next: bool = False


@page(Action.SEE_FIGURES, about="home")
def home(request: Asked) -> HttpResponse:
    """Those of the account's own organisation, the last first."""
    assert request.here.home is not None
    return _list(request, request.here.home)


@page(Action.SEE_FIGURES, about="organisation")
def of_organisation(request: Asked, organisation: int) -> HttpResponse:
    """Those of an organisation below."""
    return _list(request, organisation)


def _list(request: Asked, organisation: int) -> HttpResponse:
    here = request.here
    found = sorted(listing.closings(organisation), key=lambda one: one.steps[0].seq, reverse=True)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("trang"))
    names = accounts(entry.by for one in shown for entry in one.steps)
    said = {
        "organisation": organisation,
        "name": names_of([organisation])[organisation],
        "page": shown,
        "lines": [_line(one, names) for one in shown],
        "prepares": here.can(Action.PREPARE_CLOSING, organisation=organisation) and not here.past,
    }
    return render(request, "closings/list.html", said)


def _signed(one: Standing) -> Entry:
    """The step by which the figures are what they are: duyệt, else the last one."""
    return next((step for step in one.steps if step.kind == "closing.approved"), one.steps[-1])


def _line(one: Standing, names: dict[int, str]) -> dict[str, Any]:
    step = _signed(one)
    return {
        "one": one,
        "title": words.title(one),
        "state": words.state(one),
        "step": words.STEPS[step.kind.partition(".")[2]],
        "who": names[step.by],
        "at": step.written_at,
        "waits": pending(one),
    }


@closing_page()
def closing(request: Asked, one: Standing) -> HttpResponse:
    """Three steps, and the buttons of exactly the person whose step it is."""
    here = request.here
    names = accounts(entry.by for entry in one.steps)
    found = [] if here.past else turns(one, here.reach)
    waits = pending(one)
    said = {
        "one": one,
        "name": names_of([one.organisation], as_of=one.period.data_to)[one.organisation],
        "title": words.title(one),
        "state": words.state(one),
        "pending": waits,
        "unconfirmed": unconfirmed(here, one) if waits else None,
        "lacking": lacking_said(one),
        "taken": [_taken(one, step, names) for step in FIRST],
        "later": [_later(step, names) for step in one.steps if step.kind.partition(".")[2] not in FIRST],
        "same": words.SAME_PERSON if one.reviewed_by_preparer and one.taken_by("reviewed") else "",
        "why": words.WHY[one.why] if one.why else "",
        "returned": sent_back(one),
        "free": [turn.step for turn in found if turn.free],
        "stopped": [hindrance(turn) for turn in found if not turn.free],
        "next": _waits_for(one, found),
        "closed_for_good": words.CLOSED_FOR_GOOD,
        "sees_rows": here.can(Action.SEE_ROWS, organisation=one.organisation),
    }
    return render(request, "closings/one.html", said)


def _taken(one: Standing, step: str, names: dict[int, str]) -> Taken:
    last = next((entry for entry in reversed(one.steps) if entry.kind == f"closing.{step}"), None)
    if last is not None:
        return Taken(words.STEPS[step], names[last.by], last.written_at)
    follows = {"prepared": "reviewed", "reviewed": "approved"}.get(one.state)
    return Taken(words.STEPS[step], next=follows == step)


def _later(step: Entry, names: dict[int, str]) -> Taken:
    return Taken(words.STEPS[step.kind.partition(".")[2]], names[step.by], step.written_at)


def _waits_for(one: Standing, found: list[Turn]) -> Any:
    """Whose step it is, told to those who cannot take it."""
    usual = {"prepared": "review", "reviewed": "approve"}.get(one.state)
    if usual is None or any(turn.step == usual and turn.free for turn in found):
        return ""
    return words.WAITS[usual]
