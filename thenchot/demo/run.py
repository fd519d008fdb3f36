"""`make demo`: found a demo installation and tell the story of the province into it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import connection

from thenchot.access.desk import Desk
from thenchot.access.founding import Begun, Plan, found
from thenchot.ledger.events import Holding, Mode
from thenchot.ledger.kinds import Act
from thenchot.ledger.minting import SeededMint
from thenchot.rooms.organisations.events import CarriedOver, OrganisationType
from thenchot.sealed.randomness import Seeded

from .steps import Close
from .telling import Telling
from .workdays import BEGINS

SEED = 2026
TOP = "tq"
NAME = "Đảng bộ tỉnh Tuyên Quang"
OFFICE, CONFIRMER = "ban-to-chuc", "thuong-truc"
FOUNDED_AT = datetime(2015, 1, 1, 1, 0, tzinfo=UTC)

Progress = Callable[[int, str], None]


@dataclass(frozen=True)
class Made:
    """What was made: who may sign in, how many entries, the last root."""

    begun: Begun
    entries: int
    to_review: int


def plan() -> Plan:
    """The demo's founding: single computer, both accounts named by one decision."""
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


def make(seed: int, progress: Progress, close: Callable[[Desk, Begun, Close], None]) -> Made:
    """A whole demo province; the same seed gives the same book on every machine."""
    mint = SeededMint(f"demo/{seed}")
    begun = found(plan(), at=FOUNDED_AT, mint=mint, randomness=Seeded(str(seed), "founding"))
    desk = Desk.open(seed=str(seed))
    telling = Telling(
        seed=seed,
        mint=mint,
        randomness=Seeded(str(seed), "files"),
        by=begun.office.id,
        top=begun.organisation,
        close=lambda step: close(desk, begun, step),
        at=FOUNDED_AT,
    )
    with _in_bulk():
        for label, written in telling.tell():
            progress(written, label)
    return Made(begun, telling.written, telling.to_review)


class _in_bulk:
    """Many large transactions in a row: fewer checkpoints of the log, fewer walks of the collector."""

    def __enter__(self) -> None:
        self._threshold = gc.get_threshold()
        gc.freeze()
        gc.set_threshold(200_000, 20, 50)
        self._pragma("PRAGMA wal_autocheckpoint=20000")

    def __exit__(self, *_: object) -> None:
        gc.set_threshold(*self._threshold)
        gc.unfreeze()
        self._pragma("PRAGMA wal_autocheckpoint=1000")
        self._pragma("PRAGMA wal_checkpoint(TRUNCATE)")

    @staticmethod
    def _pragma(statement: str) -> None:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute(statement)
