"""The moment of a command or a page: the clock's; in a demo one of the demo's own today, never going back."""

from __future__ import annotations

import os
from datetime import date, datetime, time

from thenchot.law.recording import VIET_NAM
from thenchot.ledger.entries import parse_moment
from thenchot.ledger.events import Mode
from thenchot.ledger.remembering import last_written

# A demo's story ends on 20/11/2026; its today is the day after unless --today says otherwise.
DEMO_TODAY = date(2026, 11, 21)


def moment(mode: Mode, now: datetime, today: str = "") -> datetime:
    """The clock's `now`, which the command or page hands in; in a demo a moment of the demo's own today.

    That day is `today`, else THENCHOT_TODAY, else the day after its story; ISO days.
    """
    if mode is Mode.SERVICE:
        return now
    said = today or os.environ.get("THENCHOT_TODAY", "")
    day = date.fromisoformat(said) if said else DEMO_TODAY
    morning = datetime.combine(day, time(8, 0), VIET_NAM)
    last = last_written()
    written = parse_moment(last) if last else morning
    return max(morning, written) if written.astimezone(VIET_NAM).date() <= day else morning
