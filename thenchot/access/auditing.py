"""Single lines of the viewing log for an auditor who states a ground; nobody is counted or ranked (X14)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from django.db import connections

from .log import ALIAS, UNANNOUNCED, moment
from .looked import CASE_ROLES

SOME = 500  # rows read at once, so that lines held back do not shorten a page

LINES = """
SELECT v.seq, v.at, v.door, v.organisation, v.head, w.facts FROM access_viewing v
LEFT JOIN access_viewed w ON w.seq = v.seq
WHERE v.at >= %s AND v.at < %s AND v.seq < %s ORDER BY v.seq DESC LIMIT %s
"""
NEWEST = 2**62


class Line(NamedTuple):
    """One line. After the time of keeping only the moment, door, organisation and count are left."""

    seq: int
    at: datetime
    door: str
    organisation: int
    count: int
    role: str = ""
    account: int = 0
    ids: tuple[int, ...] = ()
    reason: str = ""
    field: str = ""
    session: str = ""


def lines(since: datetime, until: datetime, *, most: int, before: int = NEWEST) -> list[Line]:
    """At most `most` lines of a stretch of time older than the line `before`, the newest first.

    Whoever works on cases is held back until the announcement (X13): the line would tell of the case.
    """
    found: list[Line] = []
    while len(found) < most:
        rows = _ask(LINES, [moment(since), moment(until), before, SOME])
        found += [line for row in rows if (line := _line(*row)) is not None]
        if len(rows) < SOME:
            break
        before = rows[-1][0]
    return found[:most]


def _line(seq: int, at: str, door: str, organisation: int, head: str, facts: str | None) -> Line | None:
    said = json.loads(facts) if facts else {}
    if door in UNANNOUNCED or said.get("role") in CASE_ROLES:
        return None
    return Line(
        seq, datetime.fromisoformat(at), door, organisation, int(json.loads(head).get("count", 0)),
        said.get("role", ""), int(said.get("account", 0)), tuple(_ids(said)), said.get("reason", ""),
        said.get("field", ""), said.get("session", ""),
    )  # fmt: skip


def _ids(said: dict[str, list[str]]) -> Iterator[int]:
    return (int(one) for one in said.get("ids", ()))


def _ask(sql: str, values: list[object]) -> list[tuple]:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())
