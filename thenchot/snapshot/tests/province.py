"""A few figures of every sort over the rooms' kinds, and small random provinces to count them on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from thenchot.ledger.days import PartialDay
from thenchot.ledger.events import Founded, Holding, Mode
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.writing import Draft, append
from thenchot.rooms.membership import events as m
from thenchot.rooms.offices import events as o
from thenchot.rooms.organisations import events as g
from thenchot.rooms.people import events as p
from thenchot.snapshot.declare import FLOW, PERSONS, ROUNDS, STOCK, Figure, Population, part_of, sums

AT = datetime(2026, 11, 21, 3, tzinfo=UTC)
FIRST_DAY = date(2023, 1, 1)
DAYS = 60  # acts fall into these, so that several often share a day
ROOT = 1

MEMBERS = """
SELECT c.subject AS subject, c.subject AS person, CAST(c.value AS BIGINT) AS organisation,
       c.opened_by AS entry, c.since AS day, st.value AS standing, sx.value AS sex, oc.value AS occupation
FROM asked AS q
JOIN state AS c ON c.track = 'cell' AND c.since <= q.last AND (c.until IS NULL OR c.until > q.last)
LEFT JOIN state AS st ON st.subject = c.subject AND st.track = 'standing' AND st.since <= q.last
    AND (st.until IS NULL OR st.until > q.last)
LEFT JOIN state AS sx ON sx.subject = c.subject AND sx.track = 'sex' AND sx.since <= q.last
    AND (sx.until IS NULL OR sx.until > q.last)
LEFT JOIN state AS oc ON oc.subject = c.subject AND oc.track = 'occupation' AND oc.since <= q.last
    AND (oc.until IS NULL OR oc.until > q.last)
"""
BADGES = """
SELECT b.about AS subject, b.about AS person, b.organisation, b.seq AS entry, b.effective_on AS day,
       b.years, CAST(b.years AS BIGINT) AS how_many, b.posthumous
FROM asked AS q JOIN membership_badge_awarded AS b ON b.effective_on BETWEEN q.first AND q.last
"""
# Two rows for an act where the person has both a standing and a sex: rounds are fewer than rows.
CARDS = """
SELECT k.about AS subject, k.about AS person, k.organisation, k.seq AS entry, k.effective_on AS day,
       k.how, t.track
FROM asked AS q
JOIN membership_card_issued AS k ON k.effective_on BETWEEN q.first AND q.last
JOIN state AS t ON t.subject = k.about AND t.track IN ('standing', 'sex') AND t.since <= k.effective_on
    AND (t.until IS NULL OR t.until > k.effective_on)
"""
POSTS = """
SELECT s.subject AS subject, s.subject AS person, CAST(split_part(s.key, '@', 2) AS BIGINT) AS organisation,
       s.opened_by AS entry, s.since AS day, split_part(s.key, '@', 1) AS post
FROM asked AS q
JOIN state AS s ON s.track = 'post' AND s.since <= q.last AND (s.until IS NULL OR s.until > q.last)
"""


def _population(name: str, kind: str, sql: str, **dimensions: str) -> Population:
    return Population(name=name, vi=name, en=name, kind=kind, sql=sql, dimensions=dimensions)


POPULATIONS = [
    _population("test_members", STOCK, MEMBERS, standing="standing", sex="sex", occupation="occupation"),
    _population("test_badges", FLOW, BADGES, years="years", posthumous="posthumous"),
    _population("test_cards", FLOW, CARDS, how="how", track="track"),
    _population("test_posts", STOCK, POSTS, post="post"),
]


def _figure(code: str, population: str, **given: Any) -> Figure:
    return Figure(code=code, vi=code, en=code, unit="test", population=population, **given)


FIGURES = [
    _figure("members.total", "test_members",
            relations=(sums("members.full", "members.probationary", "members.other"),)),
    _figure("members.full", "test_members", where="standing = 'full'"),
    _figure("members.probationary", "test_members", where="standing = 'probationary'"),
    _figure("members.other", "test_members", where="standing IS NULL"),
    _figure("members.women", "test_members", where="sex = 'female'", relations=(part_of("members.total"),)),
    _figure("badges.rows", "test_badges"),
    _figure("badges.persons", "test_badges", counts=PERSONS, relations=(part_of("badges.rows"),)),
    _figure("badges.years", "test_badges", counts="how_many", where="years <> '30'"),
    _figure("cards.rounds", "test_cards", counts=ROUNDS),
    _figure("cards.exchanged", "test_cards", counts=ROUNDS, where="how = 'exchanged'"),
    _figure("cards.persons", "test_cards", counts=PERSONS),
    _figure("posts.persons", "test_posts", counts=PERSONS),
    _figure("posts.rows", "test_posts"),
    _figure("posts.secretaries", "test_posts", counts=PERSONS, where="post = 'secretary'"),
]  # fmt: skip


def day(chance: random.Random) -> date:
    return FIRST_DAY + timedelta(days=chance.randrange(DAYS))


def organisations(chance: random.Random, number: int = 10) -> Iterator[Any]:
    """Ids 1 … number; whoever stands above or inherits has the smaller id, so there is no circle."""
    levels = list(g.OrganisationType)
    for node in range(1, number + 1):
        since = FIRST_DAY if node < number - 1 else FIRST_DAY + timedelta(days=chance.randrange(20))
        parent = None if node == ROOT else chance.randrange(max(1, node // 3), node)
        yield g.Founded(
            about=node, effective_on=since, code=f"c{node}", name=node, parent=parent,
            type=levels[0] if node == ROOT else chance.choice(levels[1:]),
        )  # fmt: skip
    for node in range(2, number + 1):
        if chance.random() < 0.3:
            yield g.Moved(about=node, effective_on=day(chance), parent=chance.randrange(1, node))
        if chance.random() < 0.35:
            heir = chance.randrange(1, min(node, number - 1))
            yield g.Ended(about=node, effective_on=day(chance), how=g.Ending.MERGED, heir=heir)


def life(chance: random.Random, person: int, number: int) -> Iterator[Any]:
    """Any acts in any order on any days: the ground floor judges nothing."""
    for _ in range(chance.randrange(1, 9)):
        cell = chance.randrange(1, number + 1)
        common = {"about": person, "organisation": cell, "effective_on": day(chance)}
        yield chance.choice(MAKERS)(chance, cell, common)


def _registered(chance: random.Random, cell: int, common: dict[str, Any]) -> Any:
    return p.Registered(
        **common, birth=PartialDay.of(chance.choice(("1970", "1980-02"))), sex=chance.choice(list(p.Sex)),
        ethnicity="kinh", general=p.General.PRIMARY, professional=p.Professional.NONE, theory=p.Theory.NONE,
        occupation=chance.choice(list(p.Occupation)), youth_union=True, business_owner=False,
    )  # fmt: skip


def _carried_over(chance: random.Random, cell: int, common: dict[str, Any]) -> Any:
    return m.CarriedOver(
        **common, cell=cell, standing=chance.choice(list(m.Standing)), joined_on=PartialDay.of("2001"),
        party_since=date(2001, 5, 19), exempt=chance.choice((None, True, False)),
    )  # fmt: skip


MAKERS = [
    _registered,
    _carried_over,
    lambda c, cell, a: m.Admitted(**a, cell=cell, decided_on=c.choice((None, date(2022, 1, 5)))),
    lambda c, cell, a: m.Recognised(**a),
    lambda c, cell, a: m.Moved(**a, cell=cell, why=c.choice(list(m.Move))),
    lambda c, cell, a: m.Sent(**a, to=cell),
    lambda c, cell, a: m.Received(**a, cell=cell),
    lambda c, cell, a: m.Died(**a),
    lambda c, cell, a: m.BadgeAwarded(**a, years=c.choice(("30", "40", "50")), posthumous=c.random() < 0.2),
    lambda c, cell, a: m.CardIssued(**a, how=c.choice(list(m.CardIssue))),
    lambda c, cell, a: o.Taken(**a, post=c.choice(list(o.Post)[:2]), seat=cell, way=o.Way.ELECTED),
    lambda c, cell, a: o.Taken(
        **a, post=c.choice(list(o.Post)[:2]), seat=1, way=o.Way.ELECTED, not_local=True
    ),
    lambda c, cell, a: o.Left(**a, post=o.Post.SECRETARY, seat=cell, how=o.Leaving.RELIEVED),
]


def fill(seed: int, number: int = 10, persons: int = 30) -> int:
    """Write a random province into the book: records, then restated, withdrawn and back-dated acts among more
    records. Returns a place in the book before the last of them.
    """
    chance, mint = random.Random(seed), SeededMint(f"province {seed}")
    acts: list[Any] = [act for n in range(persons) for act in life(chance, 1000 + n, number)]
    chance.shuffle(acts)
    first = Founded(
        about=99,
        effective_on=FIRST_DAY,
        mode=Mode.DEMO,
        code="test",
        holding=Holding.SINGLE,
        begins_on=FIRST_DAY,
    )
    half = len(acts) // 2
    opening = [first, *organisations(chance, number), *acts[:half]]
    written = append([Draft(act, mint.id()) for act in opening], at=AT, by=7, mint=mint)
    place = written[-1].seq
    later = [Draft(act, mint.id()) for act in acts[half:]]
    for entry in chance.sample(written[number + 1 :], k=len(written) // 4):
        later.append(change(chance, mint, entry))
    chance.shuffle(later)
    append(later, at=AT, by=7, mint=mint)
    return place


def change(chance: random.Random, mint: SeededMint, entry: Any) -> Draft:
    """Restate an act on another day, or withdraw it."""
    from dataclasses import replace

    if entry.act.subject == "person" and chance.random() < 0.6:
        act = replace(entry.act, effective_on=day(chance), organisation=chance.randrange(1, 10))
        return Draft(act, mint.id(), does="restate", root=entry.root, reason="typing")
    if isinstance(entry.act, g.Founded):
        return Draft(entry.act, mint.id(), does="restate", root=entry.root, reason="typing")
    return Draft(entry.act, mint.id(), does="withdraw", root=entry.root, reason="typing")
