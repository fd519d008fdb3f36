"""A row of the file beside the book: new, the same, different in which fields, or not to be taken and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from thenchot.ledger.days import PartialDay
from thenchot.ledger.vietnamese import clean
from thenchot.reports.member_list.columns import STANDING, Status, key

from .listed import COMPARED, Line, NationalFile, Unread
from .ours import Ours

REQUIRED = ("name", "sex", "born_on", "ethnicity", "organisation", "joined_on")
# The book keeps no suspensions and no interruptions: in it such a member is one.
HELD_STATUS = {Status.SUSPENDED: Status.ACTIVE, Status.INTERRUPTED: Status.ACTIVE}


class Verdict(StrEnum):
    """What a row is."""

    DIFFERS = "differs"
    NEW = "new"
    UNREAD = "unread"
    UNSURE = "unsure"  # not by a number, but somebody of this name and birth day is in the book
    ELSEWHERE = "elsewhere"  # a number of somebody outside the organisation
    TWICE = "twice"
    GONE = "gone"  # not in the book, and no member any more by the file
    SAME = "same"


@dataclass(frozen=True)
class Difference:
    """One field: what the file says and what the book says; the entry on which the book's value rests."""

    column: str
    theirs: Any
    ours: Any
    since: int = 0


@dataclass(frozen=True)
class Compared:
    """One row with its verdict; `person` is who it is in the book."""

    line: Line
    verdict: Verdict
    person: int | None = None
    differences: tuple[Difference, ...] = ()
    why: tuple[Unread, ...] = ()
    before: int = 0  # the row that says the same number, where it is said twice


@dataclass
class Known:
    """Whom the book has: by number, by the file's own id, by name and birth day; persons elsewhere."""

    people: Mapping[int, Ours]
    numbers: Mapping[str, int]
    ids: Mapping[str, int] = field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()  # numbers whose holder is outside

    @property
    def named(self) -> dict[tuple[str, date], list[int]]:
        found: dict[tuple[str, date], list[int]] = {}
        for person, one in self.people.items():
            if (name := one.values.get("name")) and (born := one.values.get("born_on")):
                found.setdefault((key(name), born), []).append(person)
        return found


def compared(found: NationalFile, known: Known) -> list[Compared]:
    """Every row, in the order of the file."""
    named = known.named
    first: dict[str, int] = {}
    taken: dict[int, int] = {}
    result = []
    for line in found.lines:
        one = _compared(line, found, known, named)
        before = _said_before(line, one.person, first, taken)
        if before and one.verdict is not Verdict.UNREAD:
            one = Compared(line, Verdict.TWICE, one.person, before=before)
        result.append(one)
    return result


def missing(known: Known, results: Iterable[Compared]) -> list[int]:
    """Members of the organisation that no row of the file is about."""
    said = {one.person for one in results}
    return [person for person, one in known.people.items() if one.member and person not in said]


def _compared(line: Line, found: NationalFile, known: Known, named: Mapping[Any, list[int]]) -> Compared:
    person = _person(line, known)
    if person is not None and person in known.people:
        _settle(line, known.people[person])
        differences = tuple(_differences(line, found, known.people[person]))
        if line.unread:
            return Compared(line, Verdict.UNREAD, person, differences, tuple(line.unread))
        return Compared(line, Verdict.DIFFERS if differences else Verdict.SAME, person, differences)
    if any(line.values.get(name) in known.elsewhere for name in ("personal_number", "card_number")):
        return Compared(line, Verdict.ELSEWHERE)
    if not line.unread and _is_gone(line):
        return Compared(line, Verdict.GONE)
    lacking = [
        Unread(name, _place(line, found, name), "required")
        for name in REQUIRED
        if name not in line.values and not any(one.column == name for one in line.unread)
    ]
    alike = named.get((key(line.values.get("name", "")), line.values.get("born_on")), [])
    if line.unread or lacking:  # the one of that name is not missing in the file; its row has to be mended
        person = alike[0] if len(alike) == 1 else None
        return Compared(line, Verdict.UNREAD, person, (), (*line.unread, *lacking))
    return Compared(line, Verdict.UNSURE, alike[0]) if alike else Compared(line, Verdict.NEW)


def _settle(line: Line, ours: Ours) -> None:
    """Of several cells of one name a member's own is meant."""
    cell = ours.values.get("organisation")
    if cell in line.among:
        line.values["organisation"] = cell
        line.unread = [one for one in line.unread if one.column != "organisation"]


def _person(line: Line, known: Known) -> int | None:
    for name in ("personal_number", "card_number"):
        if (said := line.values.get(name)) and (person := known.numbers.get(said)):
            return person
    return known.ids.get(line.values.get("national_id", ""))


def _is_gone(line: Line) -> bool:
    status = line.values.get("status", str(Status.ACTIVE))
    return status not in {str(one) for one in STANDING} or line.values.get("to_delete") == "yes"


def _said_before(line: Line, person: int | None, first: dict[str, int], taken: dict[int, int]) -> int:
    """The row that has the same number, or is about the same person."""
    before = taken.setdefault(person, line.number) if person else line.number
    for name in ("personal_number", "card_number", "national_id"):
        if said := line.values.get(name):
            before = min(before, first.setdefault(f"{name} {said}", line.number))
    return before if before != line.number else 0


def _differences(line: Line, found: NationalFile, ours: Ours) -> Iterable[Difference]:
    for name in COMPARED:
        if name not in found.places or any(one.column == name for one in line.unread):
            continue
        if name not in ours.values or (ours.moved_away and name in ("organisation", "status", "left_on")):
            continue  # the book does not know; where somebody went to, the other book says
        theirs, own = line.values.get(name), ours.values[name]
        if name == "left_on" and line.values.get("status") in HELD_STATUS:
            continue
        if not same(name, theirs, own):
            yield Difference(name, theirs, own, ours.since.get(name, 0))


def same(name: str, theirs: Any, own: Any) -> bool:
    """Whether two values of a column agree: names but for capitals, a month with every day of it."""
    if theirs is None or own is None:
        return theirs is own
    if name == "status":
        return str(HELD_STATUS.get(Status(theirs), Status(theirs))) == str(own)
    if name == "name":
        return clean(theirs).casefold() == clean(own).casefold()
    if isinstance(own, date) and isinstance(theirs, date):
        return _same_day(theirs, own)
    return str(theirs) == str(own)


def _same_day(one: date, other: date) -> bool:
    """A day known by month agrees with every day of it."""
    known = {part.precision for part in (one, other) if isinstance(part, PartialDay)}
    if "year" in known:
        return one.year == other.year
    return (one.year, one.month) == (other.year, other.month) if known else one == other


def _place(line: Line, found: NationalFile, name: str) -> str:
    return found.place(line.number, name) if name in found.places else str(line.number)
