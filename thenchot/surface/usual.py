"""Which acts an office records most: the order of the menu *Ghi việc mới*, for all and for one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from thenchot.ledger import reading
from thenchot.ledger.entries import moment
from thenchot.ledger.remembering import Remembered
from thenchot.rooms.membership.reading import Membership
from thenchot.rooms.organisations.reading import below

from .kinds import recorded

DAYS = 60
# Where nothing was recorded yet: the acts a commune's office meets most.
FIRST = (
    "membership.admitted", "membership.recognised", "membership.sent", "membership.received",
    "membership.transferred_in", "membership.transferred_out", "membership.exempted", "membership.died",
    "offices.taken", "offices.left", "people.studied", "people.occupied",
)  # fmt: skip

# Written with another act for everybody new, so that how often says nothing.
ACCOMPANYING = {"people.registered"}

MEMBER = {
    "membership.moved", "membership.sent", "membership.transferred_out", "membership.temporarily_sent",
    "membership.exempted", "membership.name_removed", "membership.released", "membership.died",
    "membership.residence_introduced", "membership.card_issued", "membership.badge_awarded",
    "offices.taken",
}  # fmt: skip
ATTRIBUTES = {
    "people.adjusted", "people.studied", "people.occupied", "people.youth_union_set",
    "people.business_owner_set",
}  # fmt: skip


def usual_acts(organisation: int, today: date) -> list[str]:
    """Kinds by how often they were recorded under an organisation in the last 60 days; the rest as listed.

    What was entered together for one organisation counts once.
    """
    return _known.get((organisation, today), lambda: _usual(organisation, today))


_known = Remembered(32)


def _usual(organisation: int, today: date) -> list[str]:
    inside = set(below(organisation, as_of=today))
    query = (
        "SELECT kind, organisation, count(DISTINCT act_set) FROM ledger_entry"
        " WHERE seq > %s AND does = 'record' GROUP BY kind, organisation"
    )
    used: Counter[str] = Counter()
    for kind, place, number in reading.rows(query, [_last_before(today - timedelta(days=DAYS))]):
        if place in inside and kind not in ACCOMPANYING:
            used[kind] += number
    return _ordered(_offered(), used)


def usual_for(membership: Membership, posts: Iterable[object], usual: Iterable[str]) -> list[str]:
    """Of these kinds, in their order, those that can happen to a person of this standing."""
    may = _possible(membership, any(True for _ in posts))
    return [kind for kind in usual if kind in may]


def _possible(m: Membership, holds_a_post: bool) -> set[str]:
    if m.died_on:
        return {"membership.badge_awarded"}
    found = set(ATTRIBUTES)
    if m.standing is None:
        found |= {"membership.readmitted", "membership.transferred_in", "membership.restored"}
        found |= {"membership.hosting_ended"} if m.guest_of else {"membership.admitted", "membership.hosted"}
        return found
    found |= MEMBER
    if m.transit:
        found |= {"membership.received"}
        found -= {"membership.sent", "membership.moved"}
    if m.standing == "probationary":
        found |= {"membership.recognised", "membership.admission_cancelled"}
        found -= {"membership.badge_awarded", "membership.card_issued", "offices.taken"}
    else:
        found |= {"membership.expelled"}
    found |= {"membership.temporarily_returned"} if m.away_until else set()
    found |= {"membership.residence_ended", "membership.remark_received"} if m.residence else set()
    if m.exempt:
        found = (found - {"membership.exempted"}) | {"membership.exemption_ended"}
    return found | ({"offices.left"} if holds_a_post else set())


def _offered() -> list[str]:
    # The list with which a book begins is brought in as a file.
    kinds = [kind for kind in recorded() if not kind.endswith("carried_over")]
    return sorted(kinds, key=lambda kind: FIRST.index(kind) if kind in FIRST else len(FIRST))


def _ordered(kinds: list[str], used: Counter[str]) -> list[str]:
    return sorted(kinds, key=lambda kind: -used[kind])


def _last_before(day: date) -> int:
    """The place in the book before the first entry written on that day or later. Moments never go back."""
    since = moment(datetime.combine(day, time(), UTC))
    low, high = 0, reading.size()
    while low < high:
        middle = (low + high + 1) // 2
        written = reading.rows("SELECT written_at FROM ledger_entry WHERE seq = %s", [middle])[0][0]
        low, high = (middle, high) if written < since else (low, middle - 1)
    return low
