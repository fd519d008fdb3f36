"""What the viewing log answers: whom an account saw, whether its lines are in order; and letting go."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import connections, transaction

from thenchot.ledger.days import months_after

from .log import ALIAS, Door, Viewer, moment, write

# Kept 36 months; then who and whom go, counts for each organisation stay.
KEPT_MONTHS = 36


def persons_seen(account: int, since: datetime, until: datetime) -> Counter[int]:
    """Whom an account saw in a stretch of time, how often: the list for a notice after an incident."""
    rows = _ask(
        "SELECT facts FROM access_viewed WHERE account = %s AND at >= %s AND at < %s",
        [account, moment(since), moment(until)],
    )
    return Counter(int(one) for (facts,) in rows for one in json.loads(facts)["ids"])


def faults() -> Iterator[tuple[int, str]]:
    """Lines that are not what their head says: gap, unreadable, columns, missing, changed, nobodys.

    What was cut off at the end is found by the signed checkpoints (`log_proof`).
    """
    (detached,) = _ask("SELECT coalesce(max(until), 0) FROM access_viewing")[0]
    for place, row in enumerate(_ask(ALL_LINES), 1):
        if row[0] != place:
            yield row[0], "gap"
        elif what := _fault(row, detached):
            yield row[0], what
    for (seq,) in _ask(OF_NO_LINE):
        yield seq, "nobodys"


def _fault(row: tuple, detached: int) -> str | None:
    seq, head, at, organisation, door, until, salt, facts, account, also_at = row
    try:
        said = json.loads(head)
        repeated = {"seq": seq, "at": at, "organisation": str(organisation), "door": door, "until": until}
        if repeated != {name: said.get(name) for name in repeated}:
            return "columns"
        if facts is None:
            return "missing" if seq > detached else None
        if _hash(salt, facts) != said["facts_hash"]:
            return "changed"
        # The columns by which limits are counted, and the time of keeping.
        return None if (json.loads(facts)["account"], also_at) == (str(account), at) else "columns"
    except (ValueError, LookupError, TypeError, AttributeError):
        return "unreadable"


ALL_LINES = """
SELECT access_viewing.seq, head, access_viewing.at, organisation, door, until, salt, facts, account,
       access_viewed.at
FROM access_viewing LEFT JOIN access_viewed USING (seq) ORDER BY access_viewing.seq
"""
OF_NO_LINE = "SELECT seq FROM access_viewed WHERE seq NOT IN (SELECT seq FROM access_viewing) ORDER BY seq"


def _hash(salt: bytes, facts: str) -> str:
    return hashlib.sha256(bytes(salt) + facts.encode()).hexdigest()


def detach_old(viewer: Viewer, now: datetime) -> int:
    """Let go of who saw whom in lines older than the time of keeping; how many."""
    limit = months_after(now.date(), -KEPT_MONTHS).isoformat()
    (last,) = _ask("SELECT max(seq) FROM access_viewed WHERE at < %s", [limit])[0]
    if last is None:
        return 0
    write(Door.DETACHED, viewer, now, until=int(last))
    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        cursor.execute("DELETE FROM access_viewed WHERE seq <= %s", [last])
        return int(cursor.rowcount)


def _ask(sql: str, values: Iterable[object] = ()) -> list[tuple]:
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(sql, list(values))
        return cursor.fetchall()
