"""The periods kept beside the book, so that a past day costs what today costs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from operator import itemgetter
from typing import Any

from django.db import connection, transaction

from .batches import send
from .entries import Entry
from .fold import Period, periods
from .stories import Story

PUT = (
    "INSERT INTO ledger_period (subject, track, key, value, since, until, opened_by, closed_by)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s) ON CONFLICT (subject, track, key, since) DO UPDATE SET"
    " value = excluded.value, until = excluded.until,"
    " opened_by = excluded.opened_by, closed_by = excluded.closed_by"
)
DROP = "DELETE FROM ledger_period WHERE subject = %s AND track = %s AND key = %s AND since = %s"
DROP_ALL = "DELETE FROM ledger_period WHERE subject = %s"

Place = tuple[int, str, str, str]
PLACE = itemgetter(0, 1, 2, 4)
Settings = list[tuple[str, str, str | None]]  # track, key, value, as an act gives them


class Moves:
    """What has to change in the table: single rows where an act was added at the end, else whole subjects."""

    def __init__(self) -> None:
        self._rows: dict[Place, tuple[Any, ...] | None] = {}
        self._anew: dict[int, None] = {}

    def add_at_end(self, story: Story, entry: Entry, settings: Settings) -> None:
        """Before the entry joins its story: close what it ends, open what it sets."""
        if entry.about in self._anew:
            return
        day, steps = entry.effective_on.isoformat(), story.steps
        for track, key, value in settings:
            known = steps.get((track, key))
            if known is None and value is None:
                continue  # ends what never began: most acts of leaving do
            if known is not None and known[-1][2] is not None:
                self._close(entry, track, key, known[-1])
            # A track that ends on the day it began leaves no row of that day.
            opened = (entry.about, track, key, value, day, None, entry.seq, None)
            self._rows[entry.about, track, key, day] = opened if value is not None else None

    def _close(self, entry: Entry, track: str, key: str, last: tuple[date, int, str | None, int]) -> None:
        since, _, value, seq = last
        if since < entry.effective_on:
            began, until = since.isoformat(), entry.effective_on.isoformat()
            row = (entry.about, track, key, value, began, until, seq, entry.seq)
            self._rows[entry.about, track, key, began] = row

    def anew(self, subject: int) -> None:
        """The act does not stand at the end: all periods of the subject are made again."""
        self._anew[subject] = None

    def flush(self, stories: dict[int, Story]) -> None:
        """Send the changes."""
        anew = list(self._anew)
        rows = {place: row for place, row in self._rows.items() if place[0] not in self._anew}
        drop = [place for place, row in rows.items() if row is None]
        put = [row for row in rows.values() if row is not None]
        put += [_row(period) for subject in anew for period in periods(stories[subject].entries)]
        put.sort(key=PLACE)  # in the order of the table, which fills much quicker
        for statement, values in ((DROP_ALL, [(s,) for s in anew]), (DROP, drop), (PUT, put)):
            send(statement, values)
        self._rows, self._anew = {}, {}


def _row(period: Period) -> tuple[Any, ...]:
    until = period.until.isoformat() if period.until is not None else None
    return (
        period.subject, period.track, period.key, period.value, period.since.isoformat(), until,
        period.opened_by, period.closed_by,
    )  # fmt: skip


def rebuild(subjects: Sequence[int] | None = None) -> int:
    """Make the periods again from the book, of all subjects or of some; how many there are now."""
    from .reading import load, rows

    with transaction.atomic(), connection.cursor() as cursor:
        everyone = "SELECT DISTINCT about FROM ledger_entry"
        chosen = list(subjects) if subjects is not None else [row[0] for row in rows(everyone)]
        moves = Moves()
        for subject in chosen:
            moves.anew(subject)
        found = load(chosen)
        moves.flush({subject: Story(subject, found.get(subject, [])) for subject in chosen})
        if subjects is None:
            known = "SELECT about FROM ledger_entry"
            cursor.execute(f"DELETE FROM ledger_period WHERE subject NOT IN ({known})")
    return int(rows("SELECT count(*) FROM ledger_period")[0][0])
