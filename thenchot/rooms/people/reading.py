"""Questions about the attributes of a person that are counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thenchot.ledger import reading
from thenchot.ledger.days import parse_day
from thenchot.ledger.stories import Story

from .events import General, Occupation, Professional, Sex, Theory


@dataclass(frozen=True)
class PersonOn:
    """A person on a day; `birth` is known by month. Names and numbers lie in the sealed file.

    Schooling and occupation may be unknown: the national member list does not hold them.
    """

    subject: int
    birth: date
    sex: Sex
    ethnicity: str
    general: General | None
    professional: Professional | None
    theory: Theory | None
    occupation: Occupation | None
    youth_union: bool
    business_owner: bool


def person_on(person: int, *, as_of: date, known_by: int | None = None) -> PersonOn | None:
    """The person's attributes at the end of a day; nothing for one not registered by then, or erased."""
    return person_in(reading.story(person, known_by=known_by), on=as_of)


def person_in(story: Story, *, on: date) -> PersonOn | None:
    """The same from a story that was read already."""
    found = {track: story.value(track, on=on) for track in PersonOn.__dataclass_fields__}
    if found["birth"] is None:
        return None
    values = {track: value or "" for track, value in found.items()}
    return PersonOn(
        subject=story.subject,
        birth=parse_day(values["birth"]),
        sex=Sex(values["sex"]),
        ethnicity=values["ethnicity"],
        general=General(values["general"]) if values["general"] else None,
        professional=Professional(values["professional"]) if values["professional"] else None,
        theory=Theory(values["theory"]) if values["theory"] else None,
        occupation=Occupation(values["occupation"]) if values["occupation"] else None,
        youth_union=values["youth_union"] == "yes",
        business_owner=values["business_owner"] == "yes",
    )
