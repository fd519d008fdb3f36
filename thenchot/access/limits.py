"""Unusual amounts: so many in an hour without a reason are stopped, counted from the viewing log itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from django.db import connections

from . import log
from .log import ALIAS, Door, Viewer, moment

HOUR = timedelta(hours=1)
# In an hour, by one account (security 7 sentence 9).
MOST = {Door.FIND: 60, Door.PERSON: 40, Door.REVEAL: 10}
# Nobody is stopped before the own record.
OWN_RECORD = "member"


class Ground(StrEnum):
    """Why somebody opens so much; chosen, never typed."""

    ROLL = "roll"
    IMPORT = "import"
    MEETING = "meeting"
    TRANSFER = "transfer"
    GRADING = "grading"
    AWARD = "award"
    REPORT = "report"


class AuditGround(StrEnum):
    """Why an auditor opens single lines of the log."""

    RUNS = "runs"
    REQUEST = "request"
    COMPLAINT = "complaint"
    INCIDENT = "incident"
    PLAN = "plan"


class TooMany(log.Stopped):
    """The next one in this hour needs a reason: through which door, and how many went without."""

    def __init__(self, door: Door, *, told: bool) -> None:
        super().__init__(door, MOST[door])
        self.door, self.most, self.told = door, MOST[door], told


class Run(NamedTuple):
    """A stop, or the reason that lifted one: a single line of the log (X14: nobody is counted or ranked)."""

    seq: int
    at: str
    what: Door  # stopped or lifted
    door: str
    reason: str
    organisation: int
    role: str
    account: int


def ask(door: Door, viewer: Viewer, now: datetime) -> TooMany | None:
    """Whether the next line through this door would be one too many for the account; nothing when not.

    What went under a reason is not counted: it has one.
    """
    if door not in MOST or viewer.role == OWN_RECORD or not viewer.account:
        return None
    since = now - HOUR
    lifted = _last(Door.LIFTED, door, viewer, since - HOUR)
    if lifted and moment(now) < _later(lifted):
        return None
    counted = max(moment(since), _later(lifted) if lifted else "")
    if _lines(door, viewer, counted) < MOST[door]:
        return None
    return TooMany(door, told=(_last(Door.STOPPED, door, viewer, since) or "") >= counted)


def lift(door: Door, ground: Ground, viewer: Viewer, now: datetime) -> None:
    """Say why; for an hour the door is open as wide as needed. A line of the log. ValueError."""
    if door not in MOST:
        raise ValueError(door)
    log.write(Door.LIFTED, viewer, now, reason=Ground(ground), field=str(door))


def runs(since: datetime, until: datetime) -> Iterator[Run]:
    """Every stop and every reason in a stretch of time, in the order of the log."""
    rows = _ask(
        "SELECT v.seq, v.at, v.door, v.organisation, w.facts FROM access_viewing v"
        " JOIN access_viewed w ON w.seq = v.seq WHERE v.door IN (%s, %s) AND v.at >= %s AND v.at < %s"
        " ORDER BY v.seq",
        [Door.STOPPED, Door.LIFTED, moment(since), moment(until)],
    )
    for seq, at, what, organisation, facts in rows:
        said = json.loads(facts)
        yield Run(
            seq, at, Door(what), said["field"], said.get("reason", ""), organisation, said["role"],
            int(said["account"]),
        )  # fmt: skip


def register() -> None:
    """From now on the log asks before each line; twice changes nothing."""
    if _need not in log.BEFORE:
        log.BEFORE.append(_need)


def _need(door: Door, viewer: Viewer, now: datetime) -> None:
    if stopped := ask(door, viewer, now):
        raise stopped


def _lines(door: Door, viewer: Viewer, since: str) -> int:
    ((lines,),) = _ask(
        "SELECT count(*) FROM access_viewed w JOIN access_viewing v ON v.seq = w.seq"
        " WHERE w.account = %s AND w.at > %s AND v.door = %s",
        [viewer.account, since, door],
    )
    return int(lines)


def _last(what: Door, door: Door, viewer: Viewer, since: datetime) -> str | None:
    """When the account was last stopped at a door, or gave a reason there."""
    rows = _ask(
        "SELECT w.at, w.facts FROM access_viewed w JOIN access_viewing v ON v.seq = w.seq"
        " WHERE w.account = %s AND w.at > %s AND v.door = %s ORDER BY w.seq DESC",
        [viewer.account, moment(since), what],
    )
    return next((at for at, facts in rows if json.loads(facts)["field"] == door), None)


def _later(at: str) -> str:
    """An hour later, as the log writes moments."""
    return moment(datetime.fromisoformat(at) + HOUR)


def _ask(sql: str, values: list[object]) -> list[tuple]:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()
