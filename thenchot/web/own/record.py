"""Trang của đảng viên: the own record, what was reported and answered, who looked."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.access.log import Reason
from thenchot.access.looked import who_looked
from thenchot.law.values import LawBook
from thenchot.law.world import law_in_book
from thenchot.ledger import reading
from thenchot.ledger.stories import Story
from thenchot.rooms.membership.reading import membership_in
from thenchot.rooms.offices.reading import posts_in
from thenchot.rooms.people.error_reading import Report, reports_of
from thenchot.rooms.people.error_words import ERROR_CODES
from thenchot.rooms.people.reading import person_in
from thenchot.surface import summary
from thenchot.surface.life import life
from thenchot.surface.own import clock
from thenchot.surface.subjects import names_of
from thenchot.surface.told import ids_in

from ..here import Here
from ..page import Asked
from .door import item_of, own_page
from .letters import letter_of

LABELS = {kind.__name__: codes for kind, codes in ERROR_CODES.items()}


@own_page(Action.SEE_OWN_RECORD)
def record(request: Asked, person: int) -> HttpResponse:
    """Everything the book has of oneself on the day of the page."""
    here = request.here
    head = here.desk.head(person, **here.who)  # the line of the log is written first
    entries = [one for one in reading.entries(person) if one.effective_on <= here.as_of or not here.past]
    story, law = Story(person, entries), law_in_book()
    m, posts = membership_in(story, on=here.as_of), posts_in(story, on=here.as_of)
    own = person_in(story, on=here.as_of)
    names = names_of({*summary.places(m, posts), *ids_in(entries)})
    said = {
        "head": head,
        "person": person,
        "own": own,
        "standing": summary.standing(m),
        "brief": summary.brief(m, own, posts, law=law, names=names),
        "rest": summary.rest(m, own, on=here.as_of),
        "life": life(story, entries, day=here.as_of, law=law, names=names),
        "reports": [_said(here, one, law) for one in reversed(reports_of(person, as_of=here.as_of))],
        "reason": Reason.OWN_REQUEST,
    }
    return render(request, "own/record.html", said)


@own_page(Action.SEE_WHO_LOOKED)
def looked(request: Asked, person: int) -> HttpResponse:
    """Organisation, month, times; a viewer's name is asked of the auditor."""
    found = who_looked(person)
    names = names_of({one.organisation for one in found})
    said = {"lines": [(names[one.organisation], _month(one.month), one) for one in found]}
    fragment = request.headers.get("HX-Request") == "true"
    return render(request, f"own/{'parts/looked' if fragment else 'looked'}.html", said)


@own_page(Action.SEE_OWN_RECORD)
def letter(request: Asked, person: int, item: str) -> HttpResponse:
    """The answer to one's own report, to read and print."""
    here, wanted = request.here, item_of(item)
    answered = [one for one in reports_of(person, as_of=here.as_of) if one.item == wanted and one.outcome]
    if not answered:
        raise Http404(item)
    name = here.desk.head(person, **here.who).label
    return render(request, "own/letter.html", letter_of(answered[-1], name) | {"own": True})


def _said(here: Here, one: Report, law: LawBook) -> dict[str, Any]:
    """A report with its clock: overdue is shown to the member as overdue."""
    found: dict[str, Any] = {
        "one": one,
        "item": LABELS["Item"][one.item],
        "paper": LABELS["PaperKind"][one.paper_kind],
        "outcome": LABELS["Outcome"][one.outcome] if one.outcome else "",
    }
    return found if one.outcome else found | {"clock": clock(one.reported_on, as_of=here.as_of, law=law)}


def _month(text: str) -> str:
    year, _dash, month = text.partition("-")
    return f"{month}/{year}"
