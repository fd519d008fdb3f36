"""Questions about membership. Every answer is for the end of a day. What is due: see due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thenchot.ledger import reading
from thenchot.ledger.days import parse_day
from thenchot.ledger.stories import Story

from ..asking import held, holding
from ..organisations.reading import cells_of
from .events import Standing


@dataclass(frozen=True)
class Membership:
    """A person on a day. Without standing not a member; with standing and no cell on the way to `transit`."""

    person: int
    standing: Standing | None
    cell: int | None
    transit: int | None
    joined_on: date | None
    official_on: date | None
    party_since: date | None
    exempt: bool
    away_until: date | None  # temporary activities elsewhere
    guest_of: int | None
    residence: int | None
    died_on: date | None


@dataclass(frozen=True)
class Review:
    """An act recorded although a rule objects, not looked at again yet; `entry` is the root of the act."""

    subject: int
    rule: str
    entry: int
    grade: str


def membership_of(person: int, *, as_of: date, known_by: int | None = None) -> Membership:
    """What somebody is in the Party at the end of a day."""
    return membership_in(reading.story(person, known_by=known_by), on=as_of)


def membership_in(story: Story, *, on: date) -> Membership:
    """The same from a story that was read already."""

    def text(track: str) -> str | None:
        return story.value(track, on=on)

    def number(track: str) -> int | None:
        value = text(track)
        return int(value) if value else None

    def day(track: str) -> date | None:
        value = text(track)
        return parse_day(value) if value else None

    standing = text("standing")
    return Membership(
        person=story.subject,
        standing=Standing(standing) if standing else None,
        cell=number("cell"),
        transit=number("transit"),
        joined_on=day("joined"),
        official_on=day("official"),
        party_since=day("party_since"),
        exempt=text("exempt") == "yes",
        away_until=day("temporary"),
        guest_of=number("guest"),
        residence=number("residence"),
        died_on=day("died"),
    )


def members_of(organisation: int, *, as_of: date, known_by: int | None = None) -> list[int]:
    """The members of a cell or of all cells under an organisation; no guests, nobody on the way."""
    cells = {str(cell) for cell in cells_of(organisation, as_of=as_of, known_by=known_by)}
    if cells == {str(organisation)}:
        return holding("cell", str(organisation), as_of=as_of, known_by=known_by)
    rows = held("cell", as_of=as_of, known_by=known_by)
    return [person for person, _, cell in rows if cell in cells]


def members_by_cell(*, as_of: date, known_by: int | None = None) -> dict[int, list[int]]:
    """The members of every cell that has some."""
    found: dict[int, list[int]] = {}
    for person, _, cell in held("cell", as_of=as_of, known_by=known_by):
        found.setdefault(int(cell), []).append(person)
    return found


def on_the_way_to(organisation: int, *, as_of: date, known_by: int | None = None) -> list[int]:
    """Who was sent there and is not received yet."""
    return holding("transit", str(organisation), as_of=as_of, known_by=known_by)


def to_review(*, as_of: date, known_by: int | None = None) -> list[Review]:
    """Cần xem lại: everything open, of every subject, in the order of the acts."""
    rows = held("review", as_of=as_of, known_by=known_by)
    reviews = [_review(subject, key, grade) for subject, key, grade in rows]
    return sorted(reviews, key=lambda review: (review.entry, review.rule))


def _review(subject: int, key: str, grade: str) -> Review:
    rule, _, entry = key.partition("@")
    return Review(subject, rule, int(entry), grade)
