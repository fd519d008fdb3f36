"""What tracks hold at the end of a day, as known now (from the periods) or earlier (from the book)."""

from __future__ import annotations

from datetime import date

from thenchot.ledger import reading
from thenchot.ledger.fold import Period, periods
from thenchot.ledger.kinds import KINDS


def held(track: str, *, as_of: date, known_by: int | None = None) -> list[tuple[int, str, str]]:
    """(subject, key, value) of a track at the end of a day, by subject and key."""
    if known_by is None:
        return reading.held(track, as_of=as_of)
    return sorted((p.subject, p.key, p.value) for p in _known(track, known_by) if p.holds_on(as_of))


def holding(
    track: str, value: str, *, as_of: date, known_by: int | None = None, key: str | None = None
) -> list[int]:
    """The subjects whose track holds a value at the end of a day."""
    if known_by is None:
        return reading.holding(track, value, as_of=as_of, key=key)
    rows = held(track, as_of=as_of, known_by=known_by)
    return [subject for subject, at, found in rows if found == value and key in (None, at)]


def _known(track: str, known_by: int) -> list[Period]:
    kinds = [kind for kind, act in KINDS.items() if any(s.track == track for s in act.sets)]
    return [p for p in periods(reading.of_kind(*kinds, known_by=known_by)) if p.track == track]
