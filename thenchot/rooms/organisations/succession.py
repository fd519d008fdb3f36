"""Where an organisation comes from and what became of it: those that ended into it, its turning points."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thenchot.ledger import reading
from thenchot.ledger.entries import Entry

from .events import CarriedOver, Ended, Founded, Moved, Renamed, Retyped

TURNING = (CarriedOver, Founded, Renamed, Retyped, Moved, Ended)
INTO = "SELECT subject, since FROM ledger_period WHERE track = 'heir' AND value = %s AND since <= %s"
JOINED = (
    "SELECT subject, since FROM ledger_period WHERE track = 'parent' AND value = %s"
    " AND since > %s AND since <= %s"
)


@dataclass(frozen=True)
class Predecessor:
    """An organisation that ended with this one as its heir; `ended_on` is its first day without existence."""

    subject: int
    ended_on: date


@dataclass(frozen=True)
class Turn:
    """A day on which an organisation became another: its own acts, who ended into it, who came under it."""

    day: date
    acts: tuple[Entry, ...]
    predecessors: tuple[int, ...]
    joined: int  # organisations that came directly under it that day, its founding day left out


def predecessors(organisation: int, *, as_of: date) -> list[Predecessor]:
    """Who ended into it up to a day, the earliest first."""
    found = reading.rows(f"{INTO} ORDER BY since, subject", [str(organisation), as_of])
    return [Predecessor(subject, since) for subject, since in found]


def heir_of(organisation: int, *, as_of: date) -> int | None:
    """Who stands in the place of an organisation that ended by a day."""
    value = reading.story(organisation).value("heir", on=as_of)
    return int(value) if value else None


def turns(organisation: int, *, as_of: date) -> list[Turn]:
    """The turning points of an organisation up to a day, the earliest first."""
    story = reading.story(organisation)
    acts: dict[date, list[Entry]] = {}
    for entry in story:
        if isinstance(entry.act, TURNING) and entry.effective_on <= as_of:
            acts.setdefault(entry.effective_on, []).append(entry)
    ended: dict[date, list[int]] = {}
    for one in predecessors(organisation, as_of=as_of):
        ended.setdefault(one.ended_on, []).append(one.subject)
    begun = min(acts, default=date.min)
    joined: dict[date, int] = {}
    for _subject, day in reading.rows(JOINED, [str(organisation), begun, as_of]):
        joined[day] = joined.get(day, 0) + 1
    # A cell founded below changes nothing of what stands above it: only days with an end or an act count.
    days = sorted(acts.keys() | ended.keys())
    return [
        Turn(day, tuple(acts.get(day, ())), tuple(ended.get(day, ())), joined.get(day, 0)) for day in days
    ]
