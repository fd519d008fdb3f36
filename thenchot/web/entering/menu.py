"""*+ Ghi việc mới*: the acts of this book by use, for an organisation or for one person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from thenchot.access.actions import RIGHTS, Action, Of
from thenchot.ledger.kinds import BODY, KINDS, ORGANISATION, PERSON, PLACE
from thenchot.rooms.apps import ROOMS
from thenchot.rooms.membership.reading import membership_of
from thenchot.rooms.offices.reading import posts_of
from thenchot.surface.kinds import label_of, room_words
from thenchot.surface.usual import usual_acts, usual_for

from ..here import Here
from ..page import Asked, page
from .form import ORGANISATION_IN_ADDRESS, PERSON_IN_ADDRESS, action_of, enterable

MOST = 7  # in the menu of a page; the rest stands on the page of all kinds
# What an office records most comes first.
IN_ORDER = ("membership", "offices", "people", "organisations")


@dataclass(frozen=True)
class Choice:
    """One line of the menu."""

    kind: str
    label: str
    address: str


def choices(here: Here, *, person: int | None = None, organisation: int | None = None) -> list[Choice]:
    """What this account may record now, the most frequent first: about a person, an organisation, or anybody.

    Nothing on a past day. For the menu of a page take the first few: `choices(...)[:MOST]`.
    """
    if here.past or here.home is None:
        return []
    usual, may = usual_acts(here.home, here.today), enterable()
    if person is not None:
        usual = usual_for(membership_of(person, as_of=here.today), posts_of(person, as_of=here.today), usual)
    more = _together(here, organisation) if person is None else []
    return [
        _choice(kind, person, organisation)
        for kind in usual
        if kind in may and _fits(kind, person, organisation) and _may(here, kind, person, organisation)
    ] + more


@page(None)
def kinds(request: Asked) -> HttpResponse:
    """All kinds by room."""
    here = request.here
    person, organisation = (_id(request, name) for name in (PERSON_IN_ADDRESS, ORGANISATION_IN_ADDRESS))
    found = choices(here, person=person, organisation=organisation)
    rooms = [
        {"label": room_words(room).ROOM, "choices": [one for one in found if one.kind.startswith(f"{room}.")]}
        for room in sorted(ROOMS, key=_place)
    ]
    usual = [] if person or organisation else found[:MOST]
    return render(
        request, "entering/kinds.html", {"rooms": [r for r in rooms if r["choices"]], "usual": usual}
    )


def _place(room: str) -> int:
    return IN_ORDER.index(room) if room in IN_ORDER else len(IN_ORDER)


def _id(request: Asked, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() else None


def _together(here: Here, organisation: int | None) -> list[Choice]:
    """Merging and splitting write several kinds at once and have forms of their own."""
    if not scopes_of(here, Action.RECORD_ORGANISATIONS):
        return []
    said = f"?{ORGANISATION_IN_ADDRESS}={organisation}" if organisation else ""
    return [
        Choice(kind, str(label), reverse(name) + said)
        for kind, label, name in (
            ("organisations.merge", _("Nhập chi bộ"), "entering:merge"),
            ("organisations.split", _("Tách chi bộ"), "entering:split"),
        )
    ]


def _choice(kind: str, person: int | None, organisation: int | None) -> Choice:
    query = {PERSON_IN_ADDRESS: person} if person else {ORGANISATION_IN_ADDRESS: organisation}
    said = urlencode({name: value for name, value in query.items() if value})
    address = reverse("entering:form", kwargs={"kind": kind})
    return Choice(kind, label_of(kind), f"{address}?{said}" if said else address)


def _fits(kind: str, person: int | None, organisation: int | None) -> bool:
    subject = KINDS[kind].subject
    if person is not None:
        return subject == PERSON
    return subject == ORGANISATION if organisation is not None else True


def scopes_of(here: Here, action: Action) -> Sequence[int]:
    """Where the account may do it, asked once for a page."""
    known: dict[Action, Sequence[int]] = here.known.setdefault("scopes", {})
    if action not in known:
        known[action] = here.reach.scopes(action)
    return known[action]


def _may(here: Here, kind: str, person: int | None, organisation: int | None) -> bool:
    act = KINDS[kind]
    action = action_of(act)
    if act.subject in (BODY, PLACE):
        return here.can(action)
    if person is not None:
        return here.can(action, person=person)
    if organisation is not None and RIGHTS[action].of is Of.ORGANISATION:
        return here.can(action, organisation=organisation)
    return bool(scopes_of(here, action))
