"""Clocks of the law: what is due or overdue on a day, computed from dates; nothing of it is stored."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from thenchot.law.calendar import Holidays, NoCalendar, add_working_days
from thenchot.law.values import LawBook, Value
from thenchot.ledger import reading
from thenchot.ledger.days import months_after, parse_day

from ..asking import held
from ..organisations.reading import cells_of
from .events import Standing
from .reading import members_by_cell

PROBATION, LETTER, AWAY, BADGE, SMALL = "probation", "letter", "away", "badge", "small_cell"


@dataclass(frozen=True)
class Due:
    """Something the law's clock asks for. `subject` is a person, or a cell that is too small.

    `begins_on` the day from which it is due, `last_day` its deadline where the law sets one, `rests_on` the
    value it comes from; `count` the years of a badge or the official members of a cell.
    """

    what: str
    subject: int
    cell: int | None
    begins_on: date
    last_day: date | None = None
    rests_on: Value | None = None
    count: int | None = None

    def overdue(self, on: date) -> bool:
        """Whether the deadline has passed."""
        return self.last_day is not None and on > self.last_day


def what_is_due(
    organisation: int,
    *,
    as_of: date,
    ahead: int,
    law: LawBook,
    holidays: Holidays,
    known_by: int | None = None,
) -> list[Due]:
    """Everything due in the cells under an organisation, until `ahead` months later; earliest first."""
    cells = set(cells_of(organisation, as_of=as_of, known_by=known_by))
    until = months_after(as_of, ahead)
    found = _Found(as_of, known_by, law, holidays, cells)
    everything = [*found.probations(), *found.letters(organisation), *found.away(), *found.small()]
    return sorted((d for d in everything if d.begins_on <= until), key=lambda d: (d.begins_on, d.subject))


def badges_due(organisation: int, *, wave: date, law: LawBook, known_by: int | None = None) -> list[Due]:
    """Who reaches the years of a badge by a day of award and does not have it; the highest of several."""
    years = law.value("badge.years", wave)
    if years is None or not isinstance(years.value, tuple):
        return []
    cells = set(cells_of(organisation, as_of=wave, known_by=known_by))
    where = {p: int(c) for p, _, c in held("cell", as_of=wave, known_by=known_by) if int(c) in cells}
    given = {(p, key) for p, key, _ in held("badge", as_of=wave, known_by=known_by)}
    found = []
    for person, _, since in held("party_since", as_of=wave, known_by=known_by):
        reached = [y for y in years.value if months_after(parse_day(since), int(y) * 12) <= wave]
        if person in where and reached and (person, str(reached[-1])) not in given:
            full = months_after(parse_day(since), int(reached[-1]) * 12)
            found.append(Due(BADGE, person, where[person], full, wave, years, int(reached[-1])))
    return sorted(found, key=lambda due: (due.begins_on, due.subject))


class _Found:
    """The clocks of one day over a set of cells."""

    def __init__(
        self, as_of: date, known_by: int | None, law: LawBook, holidays: Holidays, cells: set[int]
    ) -> None:
        self.as_of, self.known_by, self.law, self.holidays, self.cells = as_of, known_by, law, holidays, cells
        self.where = {p: int(c) for p, c in self._track("cell").items()}
        self.standing = self._track("standing")

    def _track(self, track: str) -> dict[int, str]:
        return {s: value for s, _, value in held(track, as_of=self.as_of, known_by=self.known_by)}

    def _deadline(self, key: str, since: date) -> tuple[date | None, Value | None]:
        value = self.law.value(key, since)
        if value is None or not isinstance(value.value, int):
            return None, value
        try:
            return add_working_days(since, value.value, self.holidays), value
        except NoCalendar:
            return None, value

    def probations(self) -> Iterable[Due]:
        """Probation that ends or has ended, with the cell's last day to consider."""
        for person, joined in self._track("joined").items():
            if self.standing.get(person) == Standing.PROBATIONARY and self.where.get(person) in self.cells:
                months = self.law.value("probation.months", parse_day(joined))
                if months is not None and isinstance(months.value, int):
                    ends = months_after(parse_day(joined), months.value)
                    last, value = self._deadline("recognition.consider_within", ends)
                    yield Due(PROBATION, person, self.where[person], ends, last, value)

    def letters(self, organisation: int) -> Iterable[Due]:
        """Members on the way to this organisation or a cell under it, not received yet."""
        for person, to in self._track("transit").items():
            if int(to) in self.cells or int(to) == organisation:
                sent = self._since(person, "transit")
                last, value = self._deadline("transfer.present_letter_within", sent)
                yield Due(LETTER, person, int(to), sent, last, value)

    def _since(self, person: int, track: str) -> date:
        since = reading.story(person, known_by=self.known_by).since(track, on=self.as_of)
        assert since is not None
        return since

    def away(self) -> Iterable[Due]:
        """Temporary activities elsewhere whose letter runs out."""
        for person, until in self._track("temporary").items():
            if self.where.get(person) in self.cells:
                yield Due(AWAY, person, self.where[person], parse_day(until), parse_day(until))

    def small(self) -> Iterable[Due]:
        """Cells with fewer official members than the Statutes ask for."""
        least = self.law.value("organisation.smallest", self.as_of)
        if least is None or not isinstance(least.value, int):
            return
        members = members_by_cell(as_of=self.as_of, known_by=self.known_by)
        for cell in sorted(self.cells):
            full = sum(self.standing.get(p) == Standing.FULL for p in members.get(cell, ()))
            if full < least.value:
                yield Due(SMALL, cell, cell, self.as_of, None, least, full)
