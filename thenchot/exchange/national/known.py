"""Whom the book has for a file: the members of its organisation and whoever a number in it leads to."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date

from thenchot.ledger import reading
from thenchot.ledger.fold import in_force
from thenchot.sealed import store
from thenchot.sealed.persons import NUMBERS, PersonFile

from . import remembered
from .comparing import Known
from .listed import NationalFile
from .ours import members, ours

Opening = Callable[[Collection[int]], Mapping[int, PersonFile]]
Within = Callable[[Iterable[int]], Collection[int]]


def known(
    found: NationalFile, organisation: int, *, as_of: date, opening: Opening, within: Within
) -> tuple[Known, list[int]]:
    """The persons, and the ids of those that are on the organisation's own roll. Unopened, LogUnavailable.

    `opening` opens files, and logs it first; `within` says who of some persons the asker may see.
    """
    roll = members(organisation, as_of=as_of)
    numbers = store.by_numbers(_said(found, *NUMBERS))
    ids = remembered.persons(_said(found, "national_id"))
    led_to = {*numbers.values(), *ids.values()} - set(roll)
    numbers, ids = _without(numbers, behind := left_behind(led_to)), _without(ids, behind)
    led_to -= behind
    seen = set(within(led_to))
    people = ours([*roll, *seen], opening([*roll, *seen]), as_of=as_of)
    outside = frozenset(said for said, person in numbers.items() if person not in people)
    return Known(people, numbers, ids, outside), roll


def left_behind(persons: Iterable[int]) -> set[int]:
    """Those of whom nothing stands in the book: an import was undone; who brings their number finds them."""
    known = reading.load(sorted(persons))
    return {person for person in persons if not in_force(known.get(person, []))}


def _without(numbers: Mapping[str, int], persons: Collection[int]) -> dict[str, int]:
    return {said: person for said, person in numbers.items() if person not in persons}


def _said(found: NationalFile, *names: str) -> set[str]:
    return {str(line.values[name]) for line in found.lines for name in names if name in line.values}
