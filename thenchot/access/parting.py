"""Who looks at somebody that has left: the old office sees that, and not what came after (security 4.3.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from thenchot.ledger.entries import Entry

from . import scope
from .actions import Action
from .rights import Reach


class Parted(NamedTuple):
    """The cell somebody left, and the first day on which he was no longer there."""

    cell: int
    on: date


def parted(reach: Reach, action: Action, person: int) -> Parted | None:
    """Whether this account sees somebody only from a cell he left; nothing where it sees him as he is."""
    held = reach.belongings(person)
    if person == reach.person or not held:
        return None
    scopes = reach.scopes(action)
    now = {above for one in held if one.until is None for above in reach.line(one.organisation)}
    if not now.isdisjoint(scopes):
        return None
    inside = scope.those_under({one.organisation for one in held}, scopes, reach.on)
    left = [one for one in held if one.until and one.track == "cell" and one.organisation in inside]
    if not left or left[-1].until is None:
        return None
    return Parted(left[-1].organisation, left[-1].until)


def seen(entries: Iterable[Entry], since: Parted, reach: Reach, action: Action) -> list[Entry]:
    """The entries up to the leaving, and what was recorded of the person under this account's scope later."""
    known = list(entries)
    places = {one.organisation for one in known if one.organisation is not None}
    inside = scope.those_under(places, reach.scopes(action), reach.on)
    return [one for one in known if one.effective_on < since.on or one.organisation in inside]
