"""Two clerks at the same instant: one act set is recorded once; of two acts that clash one is refused.

ROUNDS=1000: so many times each.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connections

from stories.book import BEGINS, CELL_1, CELL_2, CLERK, NOON, Book, begun, member
from stories.nightly import tell, times
from thenchot.law.recording import Recorded, Refused, record_many
from thenchot.ledger import proof, reading
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import SeededMint
from thenchot.ledger.verifying import verify
from thenchot.ledger.writing import Draft
from thenchot.rooms.membership.events import CardIssued, Died, Move, Moved, TransferredOut

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
ROUNDS = times("ROUNDS", 20)
DAY = BEGINS + timedelta(days=40)
Answer = Recorded | Refused


@pytest.fixture
def book(installation) -> Book:
    return begun()


@pytest.fixture
def desks() -> Iterator[Callable[[list[Draft], list[Draft]], list[Answer]]]:
    """Two threads with connections of their own, let go together."""
    barrier, waits = Barrier(2), [0.0]

    def send(number: int, drafts: list[Draft]) -> Answer:
        barrier.wait()
        began = time.monotonic()
        try:
            return record_many(drafts, at=NOON, by=CLERK, mint=SeededMint(f"{number} {drafts[0].act_set}"))
        except Refused as refused:
            return refused
        finally:
            waits.append(time.monotonic() - began)

    def leave() -> None:
        barrier.wait()  # so that each thread does it once
        connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        yield lambda one, other: list(pool.map(send, (0, 1), (one, other)))
        for left in [pool.submit(leave) for _ in range(2)]:
            left.result()
    tell("two clerks", slowest_answer=f"{max(waits):.3f} s")


def newcomer(book: Book) -> int:
    """A member of CELL_1."""
    person = book.mint.id()
    book.write(*member(person, CELL_1))
    return person


def drafts(book: Book, *acts: Act) -> list[Draft]:
    act_set = book.mint.id()
    return [Draft(act, act_set) for act in acts]


def test_the_same_act_set_sent_twice_is_one(book, desks):
    for _ in range(ROUNDS):
        sent, before = drafts(book, *member(book.mint.id(), CELL_2)), reading.size()
        answers = desks(sent, sent)
        assert sorted(answer.again for answer in answers) == [False, True]
        assert [entry.seq for entry in answers[0].entries] == [entry.seq for entry in answers[1].entries]
        assert reading.size() == before + len(sent)
    in_order()


def test_what_no_rule_forbids_twice_is_still_one(book, desks):
    """A card may be issued again; the same form sent twice is not that."""
    for _ in range(ROUNDS):
        card = CardIssued(about=newcomer(book), organisation=CELL_1, effective_on=DAY, how="reissued")
        sent, before = drafts(book, card), reading.size()
        answers = desks(sent, sent)
        assert sorted(answer.again for answer in answers) == [False, True]
        assert reading.size() == before + 1


def test_of_two_acts_that_exclude_each_other_one_is_refused_by_its_rule(book, desks):
    clashes = {
        "moving_changes_the_cell": lambda person: (moved(person, CELL_2), moved(person, CELL_2)),
        "member_that_day": lambda person: (gone(person), gone(person)),
        "nothing_after_death": lambda person: (died(person), gone(person)),
    }
    for number in range(ROUNDS):
        rule = list(clashes)[number % len(clashes)]
        answers = desks(*(drafts(book, act) for act in clashes[rule](newcomer(book))))
        refused = [answer for answer in answers if isinstance(answer, Refused)]
        assert len(refused) == 1
        rules = {finding.objection.rule for finding in refused[0].findings}
        assert rule in rules or (rule == "nothing_after_death" and "member_that_day" in rules)
    in_order()


def moved(person: int, cell: int) -> Act:
    return Moved(about=person, organisation=CELL_1, effective_on=DAY, cell=cell, why=Move.INTERNAL)


def gone(person: int) -> Act:
    return TransferredOut(about=person, organisation=CELL_1, effective_on=DAY, destination="abroad")


def died(person: int) -> Act:
    return Died(about=person, organisation=CELL_1, effective_on=DAY)


def in_order() -> None:
    """Gapless, in order, and the periods are the fold of what was recorded."""
    own = proof.make_checkpoint(KEY, occasion="test", at=NOON)
    report = verify(KEY.public_key(), own=own)
    assert report.in_order, report.faults
