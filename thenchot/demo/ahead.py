"""One thing made in a thread while the one before it is used: the story goes on while the book is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from queue import Queue
from threading import Thread
from typing import TypeVar

Thing = TypeVar("Thing")
AHEAD = 3


def ahead(things: Iterable[Thing]) -> Iterator[Thing]:
    """The same things in the same order; what goes wrong in making one is raised here."""
    ready: Queue[tuple[Thing | None, BaseException | None]] = Queue(AHEAD)

    def make() -> None:
        try:
            for thing in things:
                ready.put((thing, None))
        except BaseException as wrong:
            ready.put((None, wrong))
        else:
            ready.put((None, None))

    Thread(target=make, daemon=True).start()
    while True:
        thing, wrong = ready.get()
        if wrong is not None:
            raise wrong
        if thing is None:
            return
        yield thing
