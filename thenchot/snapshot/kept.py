"""Engines kept open between requests: one at the end of the book, following it, and one at an earlier place.

    with KEPT.engine() as engine:
        counts = count(engine, period)

Whoever comes in finds every entry written before. New entries are put in (`growing`) as soon as those who ask
have finished; after an erasure, in whatever process, the engine is closed and opened anew.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from ..ledger import reading
from . import segments
from .engine import Engine, open_engine
from .growing import grow

AT_MOST = 2  # engines, each as large as the book; more only while all of them are being asked


class Unwritten(RuntimeError):
    """Asked inside a transaction of the book: what it may yet take back would be counted for good."""


@dataclass
class _Shared:
    """One engine and how many ask it now; `changing`: one thread alone brings it up to the book."""

    known_by: int | None
    engine: Engine | None = None
    forgotten: tuple[int, ...] = ()
    asking: int = 0
    changing: bool = False

    @property
    def idle(self) -> bool:
        return not self.asking and not self.changing

    def follows(self, size: int, forgotten: tuple[int, ...]) -> bool:
        """Whether it may be asked as it is."""
        if self.engine is None or self.changing or self.forgotten != forgotten:
            return False
        return self.known_by is not None or self.engine.known_by >= size

    @property
    def stands(self) -> bool:
        return self.engine is not None and not self.changing

    def bring_up(self, place: Path | None) -> None:
        """Up to the book, by as little work as will do; nothing half-done is ever asked."""
        forgotten, engine, self.engine = segments.forgotten(place), self.engine, None
        if engine is not None and self.forgotten == forgotten:
            try:
                fits = self.known_by is not None or grow(engine)
            except BaseException:
                engine.close()
                raise
            if fits:
                self.engine = engine
                return
        if engine is not None:
            engine.close()  # before the next one is opened: memory holds one of them
        self.engine, self.forgotten = open_engine(self.known_by, place=place), forgotten

    def close(self) -> None:
        if self.engine is not None:
            self.engine.close()
        self.engine = None


class Kept:
    """The engines of one process, for all its threads. Nothing is opened before somebody asks."""

    def __init__(self, place: Path | None = None) -> None:
        self._place = place
        self._shared: dict[int | None, _Shared] = {}
        self._turn = threading.Condition()
        self._mine = threading.local()

    @contextmanager
    def engine(self, known_by: int | None = None) -> Iterator[Engine]:
        """The engine as known at a place; at the end of the book where nothing is said.

        For the length of one request: new entries wait for it. Inside itself, in the same thread, it is the
        same engine. Raises Unwritten inside a transaction of the book.
        """
        if connection.in_atomic_block:
            raise Unwritten
        inside: dict[int | None, Engine] = self._mine.__dict__.setdefault("inside", {})
        if known_by in inside:
            yield inside[known_by]
            return
        shared = self._enter(known_by, nested=bool(inside))
        assert shared.engine is not None
        inside[known_by] = shared.engine
        try:
            yield shared.engine
        finally:
            del inside[known_by]
            with self._turn:
                shared.asking -= 1
                self._turn.notify_all()

    def close(self) -> None:
        """Give back what nobody asks now."""
        with self._turn:
            self._close_idle(0)

    def _enter(self, known_by: int | None, nested: bool) -> _Shared:
        """Wait until the engine may be asked. Who asks another already takes this one as it stands: two who
        hold what the other waits for would wait for ever.
        """
        size = reading.size()
        place = known_by if known_by is not None and known_by < size else None
        with self._turn:
            while True:
                shared = self._shared.pop(place, None) or _Shared(place)
                self._shared[place] = shared  # the last of them was asked last
                if shared.follows(size, segments.forgotten(self._place)) or (nested and shared.stands):
                    shared.asking += 1
                    return shared
                if shared.idle:
                    break
                self._turn.wait()
            shared.changing = True
            self._close_idle(AT_MOST)
        try:
            shared.bring_up(self._place)
            shared.asking += 1
        finally:
            with self._turn:
                shared.changing = False
                self._turn.notify_all()
        return shared

    def _close_idle(self, leave: int) -> None:
        for place, shared in list(self._shared.items()):
            if len(self._shared) > leave and shared.idle:
                self._shared.pop(place).close()


# The one of the running process; tests make their own.
KEPT = Kept()
