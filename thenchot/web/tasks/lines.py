"""What is due, in lines: a sentence, why, by when, and the one button that opens the form filled in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.urls import reverse

from thenchot.access.actions import Action
from thenchot.rooms.due import Due, What
from thenchot.sealed.labels import labels
from thenchot.surface.grounds import Ground, grounds
from thenchot.surface.reviews import Reader
from thenchot.surface.subjects import names_of
from thenchot.surface.told import naming

from ..here import Here
from .sentences import SENTENCES

# Which lines are about a person: their names come through the viewing log.
PERSONAL = {What.PROBATION, What.BADGE, What.LETTER, What.AWAY, What.ERROR}
FORMS = {
    What.PROBATION: "membership.recognised",
    What.LETTER: "membership.received",
    What.AWAY: "membership.temporarily_returned",
    What.BADGE: "membership.badge_awarded",
}

CONGRESS = "organisations.congress_held"


@dataclass(frozen=True)
class Line:
    """One line of the page."""

    text: str
    why: str = ""
    button: str = ""
    address: str = ""
    overdue: bool = False
    by: date | None = None
    grounds: Sequence[Ground] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


class Telling:
    """The names that the lines of one page need, asked for once."""

    def __init__(self, here: Here, found: Sequence[Due]) -> None:
        self.here = here
        places = {one.organisation for one in found} | {
            one.subject for one in found if one.kind not in PERSONAL and one.kind is not What.REVIEW
        }
        letters = [one.facts["deadline"] for one in found if one.kind is What.DEADLINE]
        places |= {one.facts["seat"] for one in found if "seat" in one.facts}
        self.places = names_of(places | {one.issuer for one in letters if one.issuer})
        persons = {one.subject for one in found if one.kind in PERSONAL}
        self.persons: dict[int, str] = {}
        if persons and here.home is not None and here.can(Action.SEE_NAMES, organisation=here.home):
            self.persons = here.desk.names(persons, organisation=here.home, **here.who)
        notes = {note for one in letters for note in (one.title, one.issuer_name) if note}
        self.notes = labels(notes)
        self.reader = Reader()
        self.reader.fetch({one.subject for one in found if one.kind is What.REVIEW})

    def person(self, one: int) -> str:
        return self.persons.get(one) or naming(one)

    def line(self, due: Due) -> Line:
        """The line of one matter."""
        text, why, button = SENTENCES[due.kind](self, due)
        return Line(
            text=text,
            why=why,
            button="" if self.here.past else button,
            address=address(due),
            overdue=due.overdue,
            by=due.due_on,
            grounds=grounds([due.rests_on]) if due.rests_on else (),
        )


def address(due: Due) -> str:
    """The page its button opens."""
    if due.kind in FORMS:
        return reverse("entering:form", kwargs={"kind": FORMS[due.kind]}) + f"?nguoi={due.subject}"
    if due.kind is What.TERM:
        return reverse("entering:form", kwargs={"kind": CONGRESS}) + f"?to-chuc={due.subject}"
    if due.kind is What.DEADLINE:
        one = due.facts["deadline"]
        month = f"?thang={one.month}" if one.month else ""
        return reverse("tasks:board", kwargs={"deadline": one.deadline}) + month
    if due.kind is What.ERROR:
        return reverse("own:answer", kwargs={"person": due.subject, "item": str(due.facts["item"])})
    if due.kind is What.REVIEW:
        return reverse("entering:history", kwargs={"seq": due.facts["entry"]})
    if due.kind is What.CLOSE:
        period = due.facts["period"]
        return (
            reverse("closings:prepare", kwargs={"organisation": due.organisation}) + f"?ky={period.words()}"
        )
    if due.kind in CLOSINGS:
        return reverse("closings:page", kwargs={"code": due.facts["code"]})
    return reverse("organisations:page", kwargs={"organisation": due.subject})


CLOSINGS = {What.CHECK, What.APPROVE, What.SUBMIT, What.RECEIVE, What.RETURNED}


def lines(here: Here, found: Iterable[Due]) -> list[Line]:
    """Lines in the order given."""
    listed = list(found)
    telling = Telling(here, listed)
    return [telling.line(due) for due in listed]
