"""The rows behind a figure, each with whom or what it counts: in the order of names, or of codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from thenchot.access.desk import Desk
from thenchot.access.rights import Reach
from thenchot.ledger.vietnamese import order
from thenchot.sealed.codes import code as code_of
from thenchot.sealed.codes import coded_label
from thenchot.snapshot.declare import PERSONS, ROUNDS
from thenchot.snapshot.opened import Listed

from ..subjects import names_of
from .asked import Asked, coded

Naming = Callable[[Iterable[int]], Mapping[int, str]]


@dataclass(frozen=True)
class Looking:
    """Who looks at the rows, when, through which door of the desk."""

    desk: Desk
    by: int
    at: datetime
    session: str = ""
    reach: Reach | None = None

    @property
    def who(self) -> dict[str, Any]:
        """As the desk's questions take it."""
        return {"by": self.by, "at": self.at, "reach": self.reach}


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
    """What a figure counts, in the order it is read; `page` says it.

    `order` has the first row of each thing counted, `more` all its rows where it has several.
    """

    listed: Listed
    order: Sequence[int]
    more: Mapping[int, Sequence[int]]
    by_code: bool
    asked: Asked
    looking: Looking

    def __len__(self) -> int:
        return len(self.order)

    @property
    def erased(self) -> Any:
        """How much more was counted when it was closed, of persons erased since."""
        return self.listed.erased

    def page(self, first: int, last: int, naming: Naming = names_of) -> list[Row]:
        """The rows from one place to before another; the names in them are logged first."""
        chosen, at = self.order[first:last], self.listed
        persons = [person for row in chosen if (person := at.person[row]) is not None]
        names = said(self.asked, persons, self.looking, self.by_code)
        seats = [at.seat[each] for row in chosen for each in self._rows(row)]
        places = naming([*seats, *(at.subject[row] for row in chosen if at.person[row] is None)])
        return [self._row(row, names, places) for row in chosen]

    def _rows(self, first: int) -> Sequence[int]:
        return self.more.get(first, (first,))

    def _row(self, one: int, names: Mapping[int, str], places: Mapping[int, str]) -> Row:
        at, person, subject = self.listed, self.listed.person[one], self.listed.subject[one]
        where = "; ".join(dict.fromkeys(places[at.seat[row]] for row in self._rows(one)))
        who = names[person] if person is not None else places[subject]
        if self.by_code:
            return Row(who, where, None, None, None, None)
        organisation = subject if person is None and subject in self.asked.source.parents() else None
        return Row(who, where, at.day[one], at.entry[one], person, organisation)


def behind(asked: Asked, code: str, looking: Looking, cell: Mapping[str, Any] | None = None) -> Behind:
    """The rows of a figure, or of one cell of its breakdown; as many as the number says."""
    listed = asked.source.listed(code, asked.organisation, cell)
    by_code = coded(asked, code, tuple(cell or ())) or not asked.sees_names
    firsts, more = _together(listed, asked.catalogue.figures[code].counts)
    ordered = in_order(asked, listed, firsts, looking, by_code)
    return Behind(listed, ordered, more, by_code, asked, looking)


def _together(listed: Listed, counts: str) -> tuple[Sequence[int], dict[int, list[int]]]:
    """Rows that count as one: all of a person, all of an act; else each by itself."""
    if counts not in (PERSONS, ROUNDS):
        return range(len(listed.person)), {}
    found: dict[Any, list[int]] = {}
    for row, one in enumerate(listed.person if counts == PERSONS else listed.entry):
        found.setdefault(one, []).append(row)
    return [rows[0] for rows in found.values()], {rows[0]: rows for rows in found.values()}


def in_order(
    asked: Asked, listed: Listed, firsts: Sequence[int], looking: Looking, by_code: bool
) -> list[int]:
    """Rows of persons by name or code, then those of organisations and places by name; rows of one by day."""
    row_of = {person: row for row in firsts if (person := listed.person[row]) is not None}
    others: list[int] = []
    again: dict[int, list[int]] = {}  # persons with several rows
    if len(row_of) < len(firsts):
        for row in firsts:
            if (person := listed.person[row]) is None:
                others.append(row)
            elif row_of[person] != row or person in again:
                again.setdefault(person, []).append(row)
        again = {person: [*rows, row_of[person]] for person, rows in again.items()}
    persons: list[int] = []
    if by_code:
        persons = sorted(row_of, key=code_of)
    elif row_of:
        persons = looking.desk.in_order(row_of, **looking.who, organisation=asked.organisation)
    names = names_of(listed.subject[row] for row in others) if others else {}
    others.sort(key=lambda row: (order(names[listed.subject[row]]), row))
    if not again:
        return [row_of[person] for person in persons] + others
    return [row for person in persons for row in again.get(person, [row_of[person]])] + others


def said(asked: Asked, persons: Iterable[int], looking: Looking, by_code: bool = False) -> dict[int, str]:
    """Names in their order where the account may see them; else codes in theirs."""
    wanted = list(dict.fromkeys(persons))
    if by_code or not asked.sees_names or not wanted:
        return {one: coded_label(one) for one in sorted(wanted, key=coded_label)}
    return looking.desk.names(wanted, **looking.who, organisation=asked.organisation, session=looking.session)
