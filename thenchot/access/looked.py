"""Who looked (screens 1.6): a member is told the organisation, the month and how often; never an account."""

from __future__ import annotations

import json
from collections import Counter
from typing import NamedTuple

from django.db import connections

from .events import Role
from .log import ALIAS, UNANNOUNCED, Door

# Whoever works on cases: held back until the announcement, which the rooms of cases will bring; otherwise
# the line would warn the subject or point at the denouncer.
CASE_ROLES = frozenset({Role.INSPECTION, Role.INSPECTION_LEAD, Role.PETITION})
OPENED = frozenset({Door.PERSON, Door.REVEAL, Door.EXPORT})
LISTED = frozenset({Door.LABELS, Door.FIND})

LINES = """
SELECT v.door, v.organisation, substr(v.at, 1, 7), w.facts FROM access_viewed w
JOIN access_viewing v ON v.seq = w.seq WHERE w.facts LIKE %s
"""


class Looked(NamedTuple):
    """An organisation in a month: how often it opened the record, how often the name stood in a list."""

    organisation: int
    month: str  # 2026-11
    opened: int
    listed: int


def who_looked(person: int) -> list[Looked]:
    """The latest month first. Not the own looks, nor the server's, nor what is not announced yet."""
    opened: Counter[tuple[str, int]] = Counter()
    listed: Counter[tuple[str, int]] = Counter()
    for door, organisation, month, facts in _lines(person):
        if not organisation or door in UNANNOUNCED or json.loads(facts)["role"] in CASE_ROLES:
            continue
        if door in OPENED:
            opened[month, organisation] += 1
        elif door in LISTED:
            listed[month, organisation] += 1
    places = sorted(opened | listed, key=lambda one: (one[0], -one[1]), reverse=True)
    return [Looked(where, month, opened[month, where], listed[month, where]) for month, where in places]


def _lines(person: int) -> list[tuple]:
    # An id stands in quotes, so a part of a longer one is not taken for it.
    with connections[ALIAS].cursor() as cursor:
        cursor.execute(LINES, [f'%"ids":[%"{person}"%]%'])
        return cursor.fetchall()
