"""Rows of a national list as acts: who is new comes into the book, a change comes with its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.access.actions import Action
from thenchot.access.desk import Outcome
from thenchot.exchange.national import remembered
from thenchot.exchange.national.comparing import Compared, Verdict
from thenchot.law.recording import Recorded
from thenchot.ledger import reading
from thenchot.ledger.days import PartialDay
from thenchot.ledger.entries import RECORD
from thenchot.ledger.kinds import Act
from thenchot.reports.member_list.columns import Status, key
from thenchot.rooms.membership.events import (
    Admitted,
    CarriedOver,
    Died,
    Exempted,
    Move,
    Moved,
    Recognised,
    Standing,
)
from thenchot.rooms.people.events import General, Professional, Theory
from thenchot.rooms.people.words import CODES
from thenchot.sealed.persons import Dated, PersonFile
from thenchot.sealed.store import Written

from .. import together
from ..book import begins_on
from ..kinds import both
from ..rows import COUNTED, Row
from ..troubles import NOT_READ, Stop
from . import words as words
from .held import Clerk, Look

SCHOOLING = {"general": General, "professional": Professional, "theory": Theory}


@dataclass(frozen=True)
class Offer:
    """One act that the file tells of somebody the book knows."""

    kind: str
    act: type[Act]
    fields: Mapping[str, Any]


@dataclass
class Arrival(Row):
    """Somebody new, and what followed in the Party until the list was made."""

    then: list[tuple[type[Act], dict[str, Any]]] = field(default_factory=list)

    def acts(self, written: Mapping[int, Written]) -> list[Act]:
        """The first acts, then those that followed, of whoever the person turns out to be."""
        return [*super().acts(written), *(act(about=self.about, **fields) for act, fields in self.then)]


def bring_in(
    clerk: Clerk, look: Look, *, changes: bool, on_paper: bool = False, dry_run: bool = False, token: str = ""
) -> Outcome:
    """New persons, and with `changes` what the file tells with a day of those known, as one act set.

    Sent twice with one `token` (the upload where none is given) it is one act set. Stop, NotAllowed,
    RowsRefused; what the databases refuse. Only while the book is held.
    """
    act_set = together.token_id("national", token or look.upload.code, "changes" if changes else "")
    if before := _before(act_set):
        return before
    rows = list(_rows(clerk, look, changes))
    if not rows:
        raise Stop(str(words.NOTHING_TO_BRING_IN), code=NOT_READ)
    for organisation in sorted({one.fields["organisation"] for one in rows}):
        clerk.need(Action.IMPORT, organisation)
    outcome = together.write(
        clerk.desk, rows, by=clerk.by, at=clerk.at, act_set=act_set, on_paper=on_paper, dry_run=dry_run
    )
    if not dry_run and outcome.recorded.entries:
        _learn(look, rows)
        look.upload.act_set = act_set
        look.upload.save(update_fields=["act_set"])
    return outcome


def offers(look: Look, one: Compared) -> list[Offer]:
    """What the file tells of a known member as acts with a day; nothing where it has none."""
    if one.verdict is not Verdict.DIFFERS or one.person is None:
        return []
    return list(_offers(look, one, look.known.people[one.person].values))


def _offers(look: Look, one: Compared, ours: Mapping[str, Any]) -> Iterator[Offer]:
    differs = {each.column: each for each in one.differences}
    said, cell = one.line.values, ours.get("organisation")
    if ours.get("status") not in (Status.ACTIVE, Status.EXEMPT) or cell is None:
        return
    base: dict[str, Any] = {"organisation": cell}
    official, left = said.get("official_on"), said.get("left_on")
    if "official_on" in differs and ours.get("official_on", "") is None and _whole(official, look.day):
        yield Offer(Recognised.kind, Recognised, {**base, "effective_on": official})
    if "status" in differs and _whole(left, look.day):
        if said.get("status") == Status.DIED:
            yield Offer(Died.kind, Died, {**base, "effective_on": left})
        elif said.get("status") == Status.EXEMPT:
            yield Offer(Exempted.kind, Exempted, {**base, "effective_on": left})
    if "organisation" in differs and said.get("status") != Status.DIED:
        yield from _move(look, said.get("organisation"), cell)


def _move(look: Look, to: int | None, cell: int) -> Iterator[Offer]:
    """Inside one grassroots organisation; elsewhere it takes a letter and its receipt."""
    parents = look.places.titles.parents
    if to is not None and parents.get(to) is not None and parents.get(to) == parents.get(cell):
        fields = {"organisation": to, "cell": to, "why": Move.INTERNAL, "effective_on": look.day}
        yield Offer(Moved.kind, Moved, fields)


def _rows(clerk: Clerk, look: Look, changes: bool) -> Iterator[Row]:
    begins = begins_on()
    for one in look.results:
        if one.verdict is Verdict.NEW:
            yield _arrival(one, look, clerk.desk.mint.id(), begins)
        elif changes and one.person is not None:
            for offer in offers(look, one):
                place = look.found.place(one.line.number, "name")
                leaves = offer.act is Died
                yield Row(place, offer.act, one.person, dict(offer.fields), leaves_posts=leaves)


def _arrival(one: Compared, look: Look, person: int, begins: date) -> Arrival:
    """Somebody who joined before the book began is carried over into it; later, admitted."""
    said = one.line.values
    cell, joined = said["organisation"], said["joined_on"]
    file = PersonFile(
        person=person, names=(Dated(said["name"]),), born_on=said["born_on"],
        personal_number=said.get("personal_number"), card_number=said.get("card_number"),
    )  # fmt: skip
    counted = dict.fromkeys(COUNTED) | {"sex": said["sex"], "ethnicity": said["ethnicity"]}
    counted |= {"youth_union": False, "business_owner": False, **_schooling(said)}
    official, since = said.get("official_on"), said.get("left_on")
    exempt = said.get("status") == Status.EXEMPT
    then: list[tuple[type[Act], dict[str, Any]]] = []
    if joined <= begins:
        full = official is not None and official <= begins
        kind: type[Act] = CarriedOver
        base = {"effective_on": begins, "organisation": cell}
        own = {
            "cell": cell, "standing": Standing.FULL if full else Standing.PROBATIONARY, "joined_on": joined,
            "official_on": official if full else None, "party_since": joined,
        }  # fmt: skip
        if exempt and (since is None or since <= begins):
            own["exempt"], exempt = True, False
    else:
        _need_whole(joined, look, one, "joined_on")
        full, kind = False, Admitted
        base = {"effective_on": joined, "organisation": cell}
        own = {"cell": cell, "decided_on": joined}
    if official is not None and not full:
        _need_whole(official, look, one, "official_on")
        then.append((Recognised, {"effective_on": official, "organisation": cell}))
    if exempt and since is not None:
        then.append((Exempted, {"effective_on": since, "organisation": cell}))
    place = look.found.place(one.line.number, "name")
    return Arrival(place, kind, person, {**counted, **base, **own}, file, then=then)


def _need_whole(day: date, look: Look, one: Compared, column: str) -> None:
    """What happened since the book began has a day, not a month."""
    if isinstance(day, PartialDay):
        place, header = look.found.place(one.line.number, column), look.found.column(column).label
        raise Stop(words.unread(header, place, "not_a_day"), code=NOT_READ)


def _schooling(said: Mapping[str, Any]) -> dict[str, Any]:
    """The levels of schooling where the file has them in words the book knows; unknown otherwise."""
    found: dict[str, Any] = {}
    for name, kind in SCHOOLING.items():
        wanted = key(str(said.get(name, "")))
        for code, label in CODES[kind].items():
            if wanted and wanted in {key(one) for one in (str(code), *both(label))}:
                found[name] = kind(str(code))
    return found


def _whole(day: Any, until: date) -> bool:
    """A day known whole, and not after the list was made."""
    return isinstance(day, date) and not isinstance(day, PartialDay) and day <= until


def _before(act_set: int) -> Outcome | None:
    stored = [entry for entry in reading.of_act_sets([act_set]) if entry.does == RECORD]
    return Outcome(Recorded(stored, again=True)) if stored else None


def _learn(look: Look, rows: Iterable[Row]) -> None:
    """The file's own ids lead to these persons from now on."""
    arrived = {one.place: one.about for one in rows if one.file is not None}
    known: dict[str, int] = {}
    for one in look.results:
        person = one.person or arrived.get(look.found.place(one.line.number, "name"))
        if person and one.verdict is not Verdict.UNSURE and (said := one.line.values.get("national_id")):
            known[said] = person
    remembered.learn(known)
