"""What the book says of persons, in the columns of the national list, and by which act each value stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.ledger import reading
from thenchot.ledger.days import parse_day
from thenchot.reports.member_list.columns import Status
from thenchot.rooms.membership.rolls import roll
from thenchot.rooms.organisations.reading import below
from thenchot.sealed.persons import PersonFile

TRACKS = ("standing", "cell", "transit", "joined", "official", "exempt", "died", "sex", "ethnicity", "birth")
PERIODS = (
    "SELECT subject, track, value, since, until, opened_by, closed_by FROM ledger_period"
    f" WHERE track IN ({', '.join(map(repr, TRACKS))}) AND key = '' AND since <= %s AND subject {{}}"
    " ORDER BY since"
)
KINDS_OF = "SELECT seq, kind, effective_on FROM ledger_entry WHERE seq {}"
FILED = (
    "SELECT about, max(seq) FROM ledger_entry WHERE kind = 'people.file_changed' AND about {} GROUP BY about"
)
# The sealed file holds these; everything else comes from the book.
SEALED = ("name", "born_on", "personal_number", "card_number")
OF_TRACK = {
    "sex": "sex", "ethnicity": "ethnicity", "organisation": "cell", "joined_on": "joined",
    "official_on": "official",
}  # fmt: skip
GONE_ELSEWHERE, CARRIED_OVER = "membership.transferred_out", "membership.carried_over"


@dataclass(frozen=True)
class Ours:
    """A person: values by column (no key where the book does not know), the entry each rests on (a `seq`)."""

    person: int
    values: Mapping[str, Any]
    since: Mapping[str, int] = field(default_factory=dict)
    moved_away: bool = False  # transferred to another book

    @property
    def member(self) -> bool:
        return self.values.get("status") in (Status.ACTIVE, Status.EXEMPT)


@dataclass
class _Now:
    """What one person's tracks say on the day, and how the last standing ended."""

    held: dict[str, tuple[str, date, int]] = field(default_factory=dict)
    left: tuple[date, int] | None = None

    @property
    def rests_on(self) -> list[int]:
        """Entries whose kind says more: by what somebody left, by what somebody was exempted."""
        return [seq for seq in (self.left and self.left[1], self.held.get("exempt", ("", None, 0))[2]) if seq]


def members(organisation: int, *, as_of: date) -> list[int]:
    """Everybody on the roll of an organisation and all under it, on the way too; no guests."""
    found = roll(organisation, as_of=as_of)
    return sorted({*found.cells, *found.on_the_way})


def places(organisation: int, *, as_of: date) -> frozenset[int]:
    """The organisation and all under it."""
    return frozenset(below(organisation, as_of=as_of))


def ours(persons: Iterable[int], files: Mapping[int, PersonFile], *, as_of: date) -> dict[int, Ours]:
    """The persons as the book knows them at the end of a day, with the files opened for it."""
    wanted = sorted(set(persons))
    now = _read(wanted, as_of)
    ended = _kinds([seq for one in now.values() for seq in one.rests_on])
    filed = dict(_rows(FILED, wanted))
    return {
        person: _ours(person, now.get(person, _Now()), files.get(person), ended, filed) for person in wanted
    }


def acts(seqs: Iterable[int]) -> dict[int, tuple[str, date]]:
    """Kind and day of entries, to say since which act a value stands."""
    return _kinds(seqs)


def _read(wanted: list[int], as_of: date) -> dict[int, _Now]:
    found: dict[int, _Now] = {person: _Now() for person in wanted}
    for subject, track, value, since, until, opened, closed in _rows(PERIODS, wanted, as_of):
        one, begun = found[subject], _day(since)
        if until is None or _day(until) > as_of:
            one.held[track] = (value, begun, opened)
        elif track == "standing":
            one.left = (_day(until), closed or opened)
    return found


def _ours(
    person: int,
    now: _Now,
    file: PersonFile | None,
    ended: Mapping[int, tuple[str, date]],
    filed: Mapping[int, int],
) -> Ours:
    values: dict[str, Any] = {}
    since: dict[str, int] = {}
    for column, track in OF_TRACK.items():
        if track in now.held:
            values[column], _, since[column] = now.held[track]
    for column in ("joined_on", "official_on"):
        if column in values:
            values[column] = parse_day(values[column])
    if "organisation" in values:
        values["organisation"] = int(values["organisation"])
    values |= _state(now, since)
    if values.get("status") == Status.EXEMPT and ended.get(since["status"], ("",))[0] == CARRIED_OVER:
        del values["left_on"], since["left_on"]  # exempt since before the book: the day is not in it
    _sealed(values, since, file, now, filed.get(person, 0))
    away = bool(
        now.left and "standing" not in now.held and ended.get(now.left[1], ("",))[0] == GONE_ELSEWHERE
    )
    return Ours(person, values, since, away)


def _state(now: _Now, since: dict[str, int]) -> dict[str, Any]:
    """Status and its day; nothing for somebody who never was a member."""
    if "died" in now.held:
        value, _, seq = now.held["died"]
        since["status"] = since["left_on"] = seq
        return {"status": Status.DIED, "left_on": parse_day(value)}
    if "standing" not in now.held:
        if now.left is None:
            return {"status": None}  # never a member in this book
        since["status"] = since["left_on"] = now.left[1]
        return {"status": Status.LEFT, "left_on": now.left[0]}
    standing, _, since["status"] = now.held["standing"]
    # Of two fields silence says something: still on probation, and still here.
    on_probation = {"official_on": None} if standing == "probationary" else {}
    if now.held.get("exempt", ("",))[0] == "yes":
        _, begun, seq = now.held["exempt"]
        since["status"] = since["left_on"] = seq
        return on_probation | {"status": Status.EXEMPT, "left_on": begun}
    return on_probation | {"status": Status.ACTIVE, "left_on": None}


def _sealed(
    values: dict[str, Any], since: dict[str, int], file: PersonFile | None, now: _Now, filed: int
) -> None:
    """Name, numbers and the exact birth day; without a file the month that the book counts by."""
    if "birth" in now.held:
        born, _, since["born_on"] = now.held["birth"]
        values["born_on"] = parse_day(born)
    if file is None:
        return
    known = {"name": file.name, "born_on": file.born_on, "personal_number": file.personal_number,
             "card_number": file.card_number}  # fmt: skip
    for column, value in known.items():
        if value is not None:
            values[column] = value
            since[column] = filed or since.get("born_on", 0)


def _rows(query: str, wanted: list[int], *first: Any) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(wanted), reading.AT_ONCE):
        condition, values = reading.among(wanted[start : start + reading.AT_ONCE])
        found += reading.rows(query.format(condition), [*first, *values])
    return found


def _kinds(seqs: Iterable[int]) -> dict[int, tuple[str, date]]:
    wanted = sorted({seq for seq in seqs if seq})
    return {seq: (kind, _day(on)) for seq, kind, on in _rows(KINDS_OF, wanted)}


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))
