"""The rows behind a figure, each with whom or what it counts: in the order of names, or of codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from thenchot.access.desk import Desk
from thenchot.ledger.vietnamese import order
from thenchot.sealed.codes import code as code_of
from thenchot.sealed.codes import coded_label
from thenchot.snapshot.declare import PERSONS, ROUNDS
from thenchot.snapshot.opened import Listed

from ..subjects import names_of
from .asked import Asked, coded


@dataclass(frozen=True)
class Looking:
    """Who looks at the rows, when, through which door of the desk."""

    desk: Desk
    by: int
    at: datetime
    session: str = ""


@dataclass(frozen=True)
class Row:
    """One thing counted. `person` and `entry` are nothing where rows open to codes."""

    who: str
    where: str
    day: date | None
    entry: int | None
    person: int | None
    organisation: int | None


@dataclass(frozen=True)
class Behind:
    """All rows of a figure in the order they are read; `page` says them. `erased` more were counted."""

    listed: Listed
    units: Sequence[Sequence[int]]
    by_code: bool
    asked: Asked
    looking: Looking
    erased: Any = 0

    def __len__(self) -> int:
        return len(self.units)

    def page(self, first: int, last: int) -> list[Row]:
        """The rows from one place to before another; the names in them are logged first."""
        chosen, at = self.units[first:last], self.listed
        persons = [at.person[unit[0]] for unit in chosen]
        names = said(self.asked, [one for one in persons if one is not None], self.looking, self.by_code)
        others = [at.subject[unit[0]] for unit in chosen if at.person[unit[0]] is None]
        seats = [at.seat[row] for unit in chosen for row in unit]
        places = names_of([*seats, *others])
        return [self._row(unit, names, places) for unit in chosen]

    def _row(self, unit: Sequence[int], names: Mapping[int, str], places: Mapping[int, str]) -> Row:
        at, one = self.listed, unit[0]
        person, subject = at.person[one], at.subject[one]
        where = "; ".join(dict.fromkeys(places[at.seat[row]] for row in unit))
        who = names[person] if person is not None else places[subject]
        if self.by_code:
            return Row(who, where, None, None, None, None)
        organisation = subject if person is None and subject in self.asked.source.parents() else None
        return Row(who, where, at.day[one], at.entry[one], person, organisation)


def behind(asked: Asked, code: str, looking: Looking, cell: Mapping[str, Any] | None = None) -> Behind:
    """The rows of a figure, or of one cell of its breakdown; as many as the number says."""
    listed = asked.source.listed(code, asked.organisation, cell)
    counts = asked.catalogue.figures[code].counts
    key: Sequence[Any] = {PERSONS: listed.person, ROUNDS: listed.entry}.get(counts, range(len(listed.entry)))
    units: dict[Any, list[int]] = {}
    for row, one in enumerate(key):
        units.setdefault(one, []).append(row)
    by_code = coded(asked, code, tuple(cell or ())) or not asked.sees_names
    ordered = in_order(asked, listed, list(units.values()), looking, by_code)
    return Behind(listed, ordered, by_code, asked, looking, listed.erased)


def in_order(
    asked: Asked, listed: Listed, units: list[list[int]], looking: Looking, by_code: bool
) -> list[list[int]]:
    """Rows of persons by name or code, then those of organisations and places by name; rows of one by day."""
    of_person: dict[int, list[list[int]]] = {}
    others = []
    for unit in units:
        if (person := listed.person[unit[0]]) is None:
            others.append(unit)
        else:
            of_person.setdefault(person, []).append(unit)
    if by_code:
        persons = sorted(of_person, key=code_of)
    else:
        persons = looking.desk.in_order(
            of_person, by=looking.by, at=looking.at, organisation=asked.organisation
        ) if of_person else []  # fmt: skip
    names = names_of(listed.subject[unit[0]] for unit in others) if others else {}
    others.sort(key=lambda unit: (order(names[listed.subject[unit[0]]]), unit))
    return [unit for person in persons for unit in of_person[person]] + others


def said(asked: Asked, persons: Iterable[int], looking: Looking, by_code: bool = False) -> dict[int, str]:
    """Names in their order where the account may see them; else codes in theirs."""
    wanted = list(dict.fromkeys(persons))
    if by_code or not asked.sees_names or not wanted:
        return {one: coded_label(one) for one in sorted(wanted, key=coded_label)}
    return looking.desk.names(
        wanted, by=looking.by, at=looking.at, organisation=asked.organisation, session=looking.session
    )
