"""A person's page: who it is, what is due, which papers the book knows, the summary, what happened."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.access.parting import Parted, parted, seen
from thenchot.law.values import LawBook
from thenchot.law.world import law_in_book
from thenchot.ledger import reading
from thenchot.ledger.entries import WITHDRAW, Entry
from thenchot.ledger.kinds import KINDS, PERSON
from thenchot.ledger.stories import Story
from thenchot.rooms.membership.reading import Membership, membership_in
from thenchot.rooms.offices.reading import Held, posts_in
from thenchot.rooms.people.reading import PersonOn, person_in
from thenchot.surface import reviews, summary
from thenchot.surface.life import life
from thenchot.surface.papers import papers
from thenchot.surface.subjects import names_of
from thenchot.surface.told import ids_in
from thenchot.surface.waiting import waiting_for

from ..here import Here
from ..page import Asked, NobodyHere, page
from . import acts
from .stopping import asks_why
from .words import REASONS


@page(Action.SEE_PERSON, about="person")
@asks_why
def page_of(request: Asked, person: int) -> HttpResponse:
    here, entries = request.here, reading.entries(person)
    if not entries or entries[0].kind not in KINDS or KINDS[entries[0].kind].subject != PERSON:
        raise NobodyHere  # an organisation has no page here
    head = here.desk.head(person, **here.who)  # the line of the log is written first
    known = Known(here, person, entries)
    found = {"head": head, "person": person, "before": here.as_of < here.begins_on}
    return render(request, "members/person.html", found | _said(here, known))


@dataclass
class Known:
    """What this account may know of a person on the day of the page."""

    here: Here
    person: int
    entries: list[Entry]

    @cached_property
    def parted(self) -> Parted | None:
        return parted(self.here.reach, Action.SEE_PERSON, self.person)

    @cached_property
    def story(self) -> Story:
        return Story(self.person, self._visible(Story(self.person, self.entries)))

    @cached_property
    def shown(self) -> list[Entry]:
        """Every entry behind the story, and those of acts that were withdrawn."""
        gone = {one.root for one in self.entries if one.does == WITHDRAW}
        withdrawn = self._visible(one for one in self.entries if one.root in gone)
        roots = {one.root for one in self.story} | {one.root for one in withdrawn}
        return [one for one in self.entries if one.root in roots]

    def _visible(self, entries: Any) -> list[Entry]:
        day = self.here.as_of
        kept = [one for one in entries if one.effective_on <= day or not self.here.past]
        if self.parted is None:
            return kept
        return seen(kept, self.parted, self.here.reach, Action.SEE_PERSON)

    @cached_property
    def membership(self) -> Membership:
        return membership_in(self.story, on=self.here.as_of)

    @cached_property
    def own(self) -> PersonOn | None:
        return person_in(self.story, on=self.here.as_of)

    @cached_property
    def posts(self) -> list[Held]:
        return posts_in(self.story, on=self.here.as_of)

    @property
    def erased(self) -> bool:
        return any(one.kind == "people.erased" for one in self.story)


def _said(here: Here, known: Known) -> dict[str, Any]:
    m, day, gone = known.membership, here.as_of, known.parted
    law, names = law_in_book(), names_of(_places(known))
    found = {
        "parted": {"cell": names[gone.cell], "on": gone.on} if gone else None,
        "erased": known.erased,
        "own": known.own,
        "sex": summary.sex(known.own),
        "life": life(known.story, known.shown, day=day, law=law, names=names),
        "papers": [] if known.erased else papers(known.story, on=day),
        "oneself": here.account.person == known.person,
        "reasons": REASONS if here.can(Action.REVEAL, person=known.person) else {},
        "files": not (here.past or gone or known.erased)
        and here.can(Action.RECORD_PEOPLE, person=known.person),
        "changes": not here.past and here.can(Action.CORRECT, person=known.person),
        "crumbs": [{"id": m.cell, "name": names[m.cell]}] if m.cell and _listed(here, m.cell) else [],
    }
    return found if gone or known.erased else found | _state(here, known, law, names)


def _places(known: Known) -> set[int]:
    """Every organisation and place the page names."""
    found = {*summary.places(known.membership, known.posts), *ids_in(known.shown)}
    return found | ({known.parted.cell} if known.parted else set())


def _state(here: Here, known: Known, law: LawBook, names: dict[int, str]) -> dict[str, Any]:
    """What somebody is on the day, and what is to be done about it."""
    m, day = known.membership, here.as_of
    waiting = waiting_for(known.story, as_of=day, law=law, names=names)
    offered = acts.of_person(here, m, known.posts)
    first = acts.first(waiting, offered)
    return {
        "standing": summary.standing(m),
        "brief": summary.brief(m, known.own, known.posts, law=law, names=names),
        "rest": summary.rest(m, known.own, on=day),
        "waiting": waiting,
        "reviews": _reviews(known),
        "first": first,
        "prints": here.can(Action.EXPORT, person=known.person),
        "acts": [one for one in offered if first is None or one["kind"] != first["kind"]],
    }


def _reviews(known: Known) -> list[str]:
    """Recorded although a rule objects, and not looked at again yet."""
    found = reviews.of_story(known.person, known.here.as_of, known.story)
    reader = reviews.Reader()
    reader.knows(known.story)
    return [reviews.sentence(one, reader) for one in found]


def _listed(here: Here, organisation: int) -> bool:
    return here.can(Action.SEE_ROLL, organisation=organisation)
