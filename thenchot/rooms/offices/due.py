"""Posts whose term ends: counted from the last congress of the organisation where they are held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from thenchot.ledger.days import months_after
from thenchot.ledger.reading import among, rows

from ..due import CELLS, Clocks, Due, Subtree, What, on
from .events import Post

AHEAD = timedelta(days=90)  # as long before as probation; a habit of offices, not law
PARTY_POSTS = (Post.SECRETARY, Post.DEPUTY_SECRETARY, Post.STANDING_MEMBER, Post.COMMITTEE_MEMBER)
CONGRESSES = f"SELECT subject, value, since FROM ledger_period c WHERE track = 'congress' AND {on('c')}"
HELD = f"""
SELECT count(*) FROM ledger_period p WHERE track = 'post' AND value = %s AND {on("p")}
  AND key IN ({",".join(["%s"] * len(PARTY_POSTS))})
"""


def of_terms(within: Subtree, clocks: Clocks) -> Iterator[Due]:
    """One line for every organisation whose term ends within 90 days or has ended, with its number of posts.

    The congress may be held up to the leeway later; only then it is overdue. Posts that nobody elected at a
    congress of this book have no term here.
    """
    for seat, term, since in _congresses(within):
        found = _term(seat, within.types[seat], term, since, clocks)
        if found is not None and found.since <= clocks.as_of + AHEAD:
            keys = [f"{post}@{seat}" for post in PARTY_POSTS]
            ((posts,),) = rows(HELD, [str(seat), clocks.as_of, clocks.as_of, *keys])
            yield replace(found, facts={**found.facts, "posts": posts})


def _congresses(within: Subtree) -> list[tuple[int, str, date]]:
    if within.wide:
        found = rows(CONGRESSES, [within.as_of] * 2)
        return [(seat, term, since) for seat, term, since in found if seat in within]
    these, values = among(list(within.types) or [0])
    found = rows(f"{CONGRESSES} AND subject {these}", [*[within.as_of] * 2, *values])
    return [(seat, term, since) for seat, term, since in found]


def _term(seat: int, type_: str, term: str, since: date, clocks: Clocks) -> Due | None:
    key = "cell.term" if type_ in CELLS else "grassroots.term"
    months, value = clocks.number(key, since)
    if months is None:
        return None
    ends = months_after(since, months)
    leeway, _ = clocks.number("cell.term_leeway", ends) if type_ in CELLS else (0, None)
    last = months_after(ends, leeway or 0)
    return Due(
        kind=What.TERM, subject=seat, organisation=seat, since=ends, due_on=last,
        overdue=clocks.passed(last), rule=key, rests_on=value, facts={"term": term, "congress": since},
    )  # fmt: skip
