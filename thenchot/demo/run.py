"""`make demo`: found a demo installation, tell the story of the province into it, close its figures."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from django.db import connections

from thenchot.access.desk import Desk
from thenchot.access.founding import Plan, found
from thenchot.access.judging import today
from thenchot.ledger import proof
from thenchot.ledger.events import Holding, Mode
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import SeededMint
from thenchot.rooms.organisations.events import CarriedOver, OrganisationType
from thenchot.sealed.randomness import Seeded
from thenchot.snapshot.closing import actions, listing
from thenchot.snapshot.closing.lacking import asked_of
from thenchot.snapshot.period import Period, free, months, whole_year

from .cast import CONFIRMER, OFFICE, REVIEWER, Cast
from .reporting import Reporting
from .steps import Close
from .telling import Telling
from .workdays import BEGINS

SEED = 2026
TOP, NAME = "tq", "Đảng bộ tỉnh Tuyên Quang"
FOUNDED_AT = datetime(2015, 1, 1, 1, 0, tzinfo=UTC)
LAST_AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)  # the story ends on 20/11/2026

Progress = Callable[[int, str], None]


@dataclass(frozen=True)
class Made:
    """What was made: entries written, those to be reviewed, the last checkpoint's size and root."""

    entries: int
    to_review: int
    size: int
    root: str


def plan() -> Plan:
    """The demo's founding: a single computer, both accounts named by one decision."""
    return Plan(
        mode=Mode.DEMO,
        code="tuyenquang-demo",
        holding=Holding.SINGLE,
        begins_on=BEGINS,
        name=NAME,
        top=_top,
        office=OFFICE,
        confirmer=CONFIRMER,
        decision="01-QĐ/TU",
        decided_on=date(2014, 12, 31),
    )


def _top(organisation: int, name: int) -> Act:
    return CarriedOver(
        about=organisation,
        organisation=organisation,
        effective_on=BEGINS,
        code=TOP,
        type=OrganisationType.PROVINCE,
        name=name,
    )


def make(seed: int, progress: Progress) -> Made:
    """A whole demo province; the same seed gives the same book on every machine."""
    mint = SeededMint(f"demo/{seed}")
    begun = found(plan(), at=FOUNDED_AT, mint=mint, randomness=Seeded(str(seed), "founding"))
    desk = Desk.open(seed=str(seed))
    cast = Cast(desk, begun, mint)
    cast.at_the_top(FOUNDED_AT + timedelta(hours=1))
    reporting = Reporting(desk, begun.office.id, cast.member, Seeded(str(seed), "reports"))
    telling = Telling(
        seed=seed,
        mint=mint,
        story_mint=SeededMint(f"demo/{seed}/story"),
        randomness=Seeded(str(seed), "files"),
        by=begun.office.id,
        top=begun.organisation,
        close=lambda step: close(desk, cast, step),
        before=reporting.up_to,
        at=FOUNDED_AT,
    )
    with in_bulk():
        for day, written in telling.tell():
            progress(written, day)
        reporting.up_to(LAST_AT)
        cast.below(LAST_AT)
    last = proof.make_checkpoint(desk.key, occasion="demo", at=LAST_AT + timedelta(minutes=5))
    return Made(telling.written, telling.to_review, last.size, last.root.hex())


def close(desk: Desk, cast: Cast, step: Close) -> str:
    """Lập biểu, soát, duyệt by three persons, without units that have not answered; the closing's code."""
    by = cast.account
    code = actions.prepare(desk, cast.begun.organisation, period_of(step), by=by(OFFICE), at=step.at)
    actions.review(desk, code, by=by(REVIEWER), at=step.at)
    one = listing.standing(code)
    lacking = asked_of(one.organisation, one.period, today(step.at))
    without = lacking.units if lacking else ()
    actions.approve(desk, code, by=by(CONFIRMER), at=step.at, without=without)
    return code


def period_of(step: Close) -> Period:
    """The period of a closing in its own kind: a year, so many months, or free."""
    first, last = step.period_from, step.period_to
    if (first.year, first.month, first.day) == (last.year, 1, 1):
        return whole_year(last.year) if last.month == 12 else months(last.year, last.month)
    return free(first, last)


@contextmanager
def in_bulk() -> Iterator[None]:
    """Many large transactions in a row: a large cache, no waiting for the disk, few walks of the collector.

    A demo cut short is thrown away whole, so nothing is lost by not waiting; at the end all is on disk.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(200_000, 20, 50)
    _pragmas("cache_size=-400000", "journal_mode=MEMORY", "synchronous=OFF")
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
        _pragmas("synchronous=FULL", "journal_mode=WAL", "cache_size=-2000")
        for alias in SQLITE:
            if connections[alias].vendor == "sqlite":
                with Path(connections[alias].settings_dict["NAME"]).open("rb+") as file:
                    os.fsync(file.fileno())


SQLITE = ("default", "personal")


def _pragmas(*said: str) -> None:
    for alias in SQLITE:
        if connections[alias].vendor == "sqlite":
            with connections[alias].cursor() as cursor:
                for statement in said:
                    cursor.execute(f"PRAGMA {statement}")
