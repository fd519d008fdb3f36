"""Questions about organisations and their tree. Every answer is for the end of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thenchot.ledger import reading

from ..asking import held
from .events import OrganisationType

CELLS = (OrganisationType.CELL, OrganisationType.GRASSROOTS_CELL)


@dataclass(frozen=True)
class OrganisationOn:
    """What an organisation is on a day; `name` is the id of a sealed note."""

    subject: int
    code: str
    type: OrganisationType
    sector: str | None
    parent: int | None
    place: int | None
    name: int
    has_committee: bool | None  # a cell's chi ủy; nothing where it is not recorded


def organisation_on(subject: int, *, as_of: date, known_by: int | None = None) -> OrganisationOn | None:
    """The organisation on a day; nothing where it does not exist."""
    story = reading.story(subject, known_by=known_by)

    def value(track: str) -> str | None:
        return story.value(track, on=as_of)

    kind, committee = value("type"), value("cell_committee")
    if value("exists") is None or kind not in set(OrganisationType):
        return None
    parent, place = value("parent"), value("place")
    return OrganisationOn(
        subject=subject,
        code=value("code") or "",
        type=OrganisationType(kind),
        sector=value("sector"),
        parent=int(parent) if parent else None,
        place=int(place) if place else None,
        name=int(value("name") or 0),
        has_committee=committee == "yes" if committee else None,
    )


def types_on(*, as_of: date, known_by: int | None = None) -> dict[int, OrganisationType]:
    """Every organisation that exists on a day, with its type."""
    types = set(OrganisationType)
    rows = held("type", as_of=as_of, known_by=known_by)
    return {subject: OrganisationType(value) for subject, _, value in rows if value in types}


def tree_on(*, as_of: date, known_by: int | None = None) -> dict[int, int | None]:
    """Every organisation that exists on a day, with its parent; nothing for the top."""
    parents = {subject: int(value) for subject, _, value in held("parent", as_of=as_of, known_by=known_by)}
    return {subject: parents.get(subject) for subject in types_on(as_of=as_of, known_by=known_by)}


def below(organisation: int, *, as_of: date, known_by: int | None = None) -> list[int]:
    """The organisation and all under it on a day, from above; nothing where it does not exist."""
    tree = tree_on(as_of=as_of, known_by=known_by)
    children: dict[int, list[int]] = {}
    for subject, parent in tree.items():
        if parent is not None:
            children.setdefault(parent, []).append(subject)
    found = [organisation] if organisation in tree else []
    for subject in found:  # grows while we go
        found.extend(children.get(subject, ()))
    return found


WITHIN = f"""
WITH RECURSIVE inside(subject, parent) AS (
  SELECT subject, CAST(NULL AS BIGINT) FROM ledger_period
  WHERE subject = %s AND track = 'exists' AND key = '' AND {reading.ON_DAY}
  UNION
  SELECT p.subject, inside.subject FROM inside CROSS JOIN ledger_period p
  WHERE p.track = 'parent' AND p.value = CAST(inside.subject AS TEXT) AND {reading.ON_DAY}
)
SELECT subject, parent FROM inside
"""
LINE = f"""
WITH RECURSIVE line(subject, height) AS (
  SELECT CAST(%s AS BIGINT), 0
  UNION ALL
  SELECT CAST(p.value AS BIGINT), line.height + 1 FROM line CROSS JOIN ledger_period p
  WHERE p.subject = line.subject AND p.track = 'parent' AND p.key = ''
    AND {reading.ON_DAY} AND line.height < 20
)
SELECT subject FROM line ORDER BY height
"""
FORERUNNERS = "SELECT DISTINCT subject FROM ledger_period WHERE track = 'heir' AND value = %s"


def within(organisation: int, *, as_of: date) -> dict[int, int | None]:
    """The organisation and all under it on a day with the parent of each, in one question to the book.

    Nothing where it does not exist; the organisation itself first, without a parent.
    """
    values = [organisation, *[as_of] * 4]
    return dict(reading.rows(WITHIN, values))


def line_of(organisation: int, *, as_of: date) -> list[int]:
    """The organisation and everything above it on a day, from below."""
    return [subject for (subject,) in reading.rows(LINE, [organisation, as_of, as_of])]


def forerunners(organisation: int) -> list[int]:
    """The organisations that ended into this one."""
    return [subject for (subject,) in reading.rows(FORERUNNERS, [str(organisation)])]


def cells_of(organisation: int, *, as_of: date, known_by: int | None = None) -> list[int]:
    """The cells under an organisation, or itself where it is one."""
    types = types_on(as_of=as_of, known_by=known_by)
    return [s for s in below(organisation, as_of=as_of, known_by=known_by) if types[s] in CELLS]
