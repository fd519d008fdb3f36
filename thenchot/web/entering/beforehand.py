"""What a form holds when it opens: what follows from the person or organisation it is about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from thenchot.law.world import law_in_book
from thenchot.ledger.days import months_after
from thenchot.ledger.kinds import PERSON
from thenchot.rooms.membership.events import Received, Recognised, ResidenceEnded
from thenchot.rooms.membership.reading import membership_of
from thenchot.rooms.offices.events import Left
from thenchot.rooms.offices.reading import posts_of
from thenchot.rooms.organisations.events import Ended, Retyped
from thenchot.rooms.organisations.reading import organisation_on
from thenchot.rooms.people.events import Adjusted, Occupied, Studied
from thenchot.rooms.people.reading import person_on

from . import typed
from .form import ORGANISATION_IN_ADDRESS, Form

CELLS = ("cell", "grassroots_cell")


def fill(form: Form) -> None:
    """Put values into the empty boxes of a form just opened; what the address said stays."""
    found = _roll(form)
    for kinds, values in BY_KIND:
        if form.about is not None and issubclass(form.act, kinds):
            found |= values(form.about, form.here.today)
    for box in form.boxes:
        value = found.get(box.name)
        listed = not box.options or str(value) in {code for code, _name in box.options}
        if value is not None and listed and not typed.text(box, form.said):
            form.said |= typed.filled(box, value)
    form.__dict__.pop("filled", None)  # read anew


def _roll(form: Form) -> dict[str, Any]:
    """The cell from whose roll the form was opened; above a cell it is chosen on the form."""
    place = form.said.get(ORGANISATION_IN_ADDRESS, "")
    if form.act.subject != PERSON or not (place.isascii() and place.isdigit() and int(place[:20]) < 1 << 63):
        return {}
    return _cell(int(place), form.here.today)


def _cell(place: int, on: date) -> dict[str, Any]:
    known = organisation_on(place, as_of=on)
    return {"cell": place} if known is not None and known.type in CELLS else {}


def _attributes(person: int, on: date) -> dict[str, Any]:
    known = person_on(person, as_of=on)
    if known is None:
        return {}
    names = ("birth", "sex", "ethnicity", "general", "professional", "theory", "occupation")
    return {name: getattr(known, name) for name in names}


def _end_of_probation(person: int, on: date) -> dict[str, Any]:
    joined = membership_of(person, as_of=on).joined_on
    value = law_in_book().value("probation.months", joined) if joined else None
    if joined is None or value is None or not isinstance(value.value, int):
        return {}
    return {"effective_on": months_after(joined, value.value)}


def _arriving(person: int, on: date) -> dict[str, Any]:
    m = membership_of(person, as_of=on)
    return _cell(m.transit, on) if m.transit else {}


def _residence(person: int, on: date) -> dict[str, Any]:
    return {"organisation": membership_of(person, as_of=on).cell}


def _post(person: int, on: date) -> dict[str, Any]:
    held = posts_of(person, as_of=on)
    return {"post": held[0].post, "seat": held[0].seat} if len(held) == 1 else {}


def _organisation(organisation: int, on: date) -> dict[str, Any]:
    known = organisation_on(organisation, as_of=on)
    return {"type": known.type, "sector": known.sector, "heir": known.parent} if known else {}


BY_KIND: tuple[tuple[Any, Callable[[int, date], dict[str, Any]]], ...] = (
    ((Adjusted, Studied, Occupied), _attributes),
    (Recognised, _end_of_probation),
    (Received, _arriving),
    (ResidenceEnded, _residence),
    (Left, _post),
    ((Retyped, Ended), _organisation),
)
