"""Persons and organisations found by a few letters without marks, within what the account may touch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thenchot.access import scope
from thenchot.access.actions import Action
from thenchot.ledger import reading
from thenchot.ledger.kinds import BODY, ORGANISATION, PERSON, PLACE
from thenchot.ledger.vietnamese import folded, order
from thenchot.rooms.organisations.events import OrganisationType
from thenchot.rooms.organisations.reading import CELLS, types_on
from thenchot.sealed.codes import coded_label
from thenchot.surface.subjects import names_of

from ..here import Here

MOST, SHORTEST = 12, 2
# A cell outside one's own scope may be named, never filled: where a letter leads, who inherits.
ANYWHERE = {"to", "heir"}
ONLY_CELLS = {"cell"}


@dataclass(frozen=True)
class Hit:
    """One thing to choose: its id, its name, where it belongs."""

    id: int
    label: str
    where: str = ""


def hits(here: Here, text: str, *, subject: str | None, field: str, action: Action) -> list[Hit]:
    """At most twelve, best first. TooShort for fewer than two letters of a person's name; NotAllowed."""
    if subject == PERSON:
        return persons(here, text)
    if len(folded(text).replace(" ", "")) < SHORTEST:
        return []
    found = [
        one
        for sort in ((subject,) if subject else (ORGANISATION, BODY, PLACE))
        for one in _all(sort, here.today)
    ]
    if subject == ORGANISATION and field not in ANYWHERE:
        inside = scope.organisations_within(here.reach.scopes(action), here.today)
        found = [one for one in found if one in inside]
    if field in ONLY_CELLS:
        types = types_on(as_of=here.today)
        found = [one for one in found if types.get(one) in CELLS]
    return _matching(found, text, here.today)


def persons(here: Here, text: str) -> list[Hit]:
    """By name or by a whole number; the viewing log has the line before anything is shown."""
    return [described(here, one, label) for one, label in here.desk.find(text, **here.who).items()][:MOST]


def described(here: Here, person: int, label: str) -> Hit:
    """A person with the cell where he belongs today."""
    held = [b for b in here.reach.belongings(person) if b.until is None]
    where = next((b.organisation for b in held if b.track in scope.MEMBER_OF), None)
    return Hit(person, label, names_of([where])[where] if where else "")


def label(here: Here, one: int, subject: str | None) -> str:
    """What a chosen thing is called, to this account."""
    if subject == PERSON:
        return person_label(here, one)
    return names_of([one])[one]


def person_label(here: Here, person: int) -> str:
    """A person's name for whoever may see names there; else the code that stands for the person."""
    held = [belonging.organisation for belonging in reversed(here.reach.belongings(person))]
    for place in [*held[:1], *([here.home] if here.home is not None else [])]:
        if here.can(Action.SEE_NAMES, organisation=place):
            return here.desk.names([person], organisation=place, **here.who)[person]
    return coded_label(person)


def _matching(found: list[int], text: str, on: date) -> list[Hit]:
    wanted = folded(text)
    names = names_of(found)
    codes = {one: value for one, _key, value in reading.held("code", as_of=on)}
    ranked = []
    for one in found:
        name, code = folded(names[one]), codes.get(one, "")
        if code.startswith(wanted) or all(word in name for word in wanted.split()):
            ranked.append((code != wanted, not name.startswith(wanted), order(names[one]), one))
    best = [one for *_rank, one in sorted(ranked)[:MOST]]
    above = {one: int(value) for one, _key, value in reading.held("parent", as_of=on) if one in best}
    over = names_of(above.values())
    return [Hit(one, names[one], over.get(above.get(one, 0), "")) for one in best]


def _all(sort: str, on: date) -> list[int]:
    """Every organisation, place or body that exists on a day."""
    if sort == ORGANISATION:
        return list(types_on(as_of=on))
    if sort == PLACE:
        return [one for one, _key, _value in reading.held("level", as_of=on)]
    return [one for one, _key, value in reading.held("type", as_of=on) if value not in set(OrganisationType)]
