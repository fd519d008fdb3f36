"""What one row, or one command line, asks to be written: somebody's file, names, and the acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thenchot.access.rights import Reach
from thenchot.access.scope import is_top
from thenchot.ledger import reading
from thenchot.ledger.days import PartialDay, iso
from thenchot.ledger.kinds import BODY, NOTE, ORGANISATION, PERSON, PLACE, Act
from thenchot.rooms.offices.going import HOW, with_posts_left
from thenchot.rooms.people.events import FileChanged, Registered
from thenchot.sealed.persons import CARD_NUMBER, PERSONAL_NUMBER, Dated, PersonFile
from thenchot.sealed.store import Written

from .book import begins_on

COUNTED = tuple(one.name for one in Registered.fields() if one.name != "birth")
FILE = ("name", "born", PERSONAL_NUMBER, CARD_NUMBER)
CELL_ON = (
    "SELECT value FROM ledger_period WHERE subject = %s AND track = 'cell' AND since <= %s"
    " AND (until IS NULL OR until >= %s) ORDER BY since DESC LIMIT 1"
)

Id = Callable[[], int]


@dataclass
class Row:
    """`place` is how messages call it. A person's id may still change: the number may have one already."""

    place: str
    kind: type[Act]
    about: int
    fields: dict[str, Any]
    file: PersonFile | None = None
    notes: dict[int, str] = field(default_factory=dict)
    leaves_posts: bool = False  # who goes, leaves in the same act set the posts that end with it

    @property
    def numbers(self) -> dict[str, str]:
        """The numbers of somebody new, by kind."""
        if self.file is None:
            return {}
        known = {PERSONAL_NUMBER: self.file.personal_number, CARD_NUMBER: self.file.card_number}
        return {kind: number for kind, number in known.items() if number}

    def acts(self, written: Mapping[int, Written]) -> list[Act]:
        """In the order of the story; `written` is what the sealed store says of new files."""
        if self.file is None:
            act = self.kind(about=self.about, **self.fields)
            return with_posts_left(act) if self.leaves_posts and isinstance(act, tuple(HOW)) else [act]
        said = dict(self.fields)
        counted = {name: said.pop(name) for name in COUNTED}
        base = {name: said[name] for name in ("effective_on", "organisation")}
        papers = {name: said.get(name) for name in ("signed_on", "paper", "signer")}
        registered = Registered(
            about=self.about,
            birth=month_of(self.file.born_on),
            **base,
            **papers if self._alone else {},
            **counted,
        )
        changed = FileChanged(about=self.about, **base, **written[self.about]._asdict())
        return (
            [registered, changed]
            if self._alone
            else [registered, changed, self.kind(about=self.about, **said)]
        )

    @property
    def _alone(self) -> bool:
        return self.kind is Registered


def row(
    place: str, act: type[Act], given: Mapping[str, Any], *, newcomer: bool, new_id: Id, by: int, day: date
) -> Row:
    """From the values of the columns; `day` is today, for what is true today."""
    said, notes = dict(given), {}
    for one in act.fields():
        if one.type is NOTE and one.name in said:
            text, said[one.name] = said[one.name], new_id()
            notes[said[one.name]] = text
    if newcomer:
        return _newcomer(place, act, said, new_id())
    about = said.pop("about", None) or new_id()
    said.setdefault("organisation", _counted_in(act, about, said, by, day))
    return Row(place, act, about, said, notes=notes)


def _newcomer(place: str, act: type[Act], said: dict[str, Any], person: int) -> Row:
    file = PersonFile(
        person=person,
        names=(Dated(said.pop("name")),),
        born_on=said.pop("born"),
        personal_number=said.pop(PERSONAL_NUMBER, None),
        card_number=said.pop(CARD_NUMBER, None),
    )
    if "effective_on" not in said:
        said["effective_on"] = begins_on()
    said.setdefault("youth_union", False)
    said.setdefault("business_owner", False)
    said["ethnicity"] = str(said["ethnicity"])
    said.setdefault("organisation", said.get("cell"))
    return Row(place, act, person, said, file)


def _counted_in(act: type[Act], about: int, said: Mapping[str, Any], by: int, day: date) -> int | None:
    """Where the act counts when nobody says so: the new cell, the member's cell, the organisation itself."""
    if act.subject == ORGANISATION:
        return about
    if act.subject == PERSON:
        found = reading.rows(CELL_ON, [about, said["effective_on"], said["effective_on"]])
        return said.get("cell") or (int(found[0][0]) if found else None)
    if act.subject in (PLACE, BODY):
        return next((held.scope for held in Reach(by, day).held if is_top(held.scope, day)), None)
    return None


def month_of(born: date | None) -> PartialDay:
    """Birth as the book holds it: month and year, or only the year."""
    assert born is not None
    return PartialDay.of(iso(born)[:7])
