"""What goes wrong and can be mended by a person: plain sentences and an exit code, no traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import typer

from thenchot.access.limits import Ground, TooMany
from thenchot.law.correcting import StandsOn
from thenchot.law.objections import AGAINST
from thenchot.law.recording import ActReused, Refused
from thenchot.ledger.days import spoken
from thenchot.sealed.codes import code
from thenchot.surface import trouble_words as surface
from thenchot.surface import troubles
from thenchot.surface.told import told as line
from thenchot.surface.troubles import MOST, NOT_NOW, NOT_READ, REFUSED, WAITS, Said, Stop, when

from . import helping
from . import trouble_words as words

__all__ = ["NOT_NOW", "NOT_READ", "REFUSED", "WAITS", "Said", "Stop", "sentences", "told", "when"]

INTERRUPTED = 130  # beside the codes of `surface.troubles`; 0 is done, also when it was done before


@contextmanager
def told() -> Iterator[None]:
    """Turn what a person can mend into sentences on standard error; a fault of ours stays a fault."""
    try:
        yield
    except (Exception, KeyboardInterrupt) as error:
        said = sentences(error)
        if said is None:
            raise
        code_, lines = said
        for line in lines:
            sys.stderr.write(line + "\n")
        raise SystemExit(code_) from None


def sentences(error: BaseException) -> Said | None:
    """The exit code and what to say; nothing for what is not known here."""
    return next((say(error) for kind, say in SAYING if isinstance(error, kind)), troubles.sentences(error))


def _refused(error: Refused) -> Said:
    found = troubles.findings(error, getattr(error, "places", ()))
    if any(one.objection.grade is AGAINST for one in error.findings):
        found.append(str(words.AS_ON_PAPER))
    return REFUSED, [*found, str(surface.NOTHING_WRITTEN)]


def _stands_on(error: StandsOn) -> Said:
    found = [
        f"  {entry.seq}: {spoken(entry.effective_on)}, {line(entry)} ({code(entry.about)})"
        for entry in error.entries[:MOST]
    ]
    if len(error.entries) > MOST:
        found.append(str(surface.MORE).format(count=len(error.entries) - MOST))
    return REFUSED, [str(words.STANDS_ON).format(count=len(error.entries)), *found]


def _too_many(error: TooMany) -> Said:
    code_, said = troubles.sentences(error) or (REFUSED, [])
    return code_, [*said, str(words.STATE_WHY).format(door=error.door, grounds=", ".join(Ground))]


# Typer's own complaint about a command, whatever it is.
USAGE = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")

SAYING: list[tuple[Any, Callable[[Any], Said | None]]] = [
    (Refused, _refused),
    (StandsOn, _stands_on),
    (TooMany, _too_many),
    (ActReused, lambda error: (REFUSED, [str(words.ACT_REUSED)])),
    (USAGE, lambda error: (NOT_READ, helping.usage(error))),
    ((KeyboardInterrupt, typer.Abort), lambda error: (INTERRUPTED, [str(words.STOPPED)])),
]
