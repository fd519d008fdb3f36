"""What goes wrong and can be mended by a person: plain sentences and an exit code, no traceback."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import typer
from django.db import DatabaseError, OperationalError

from thenchot.access import words as access
from thenchot.access.accounts import NameRefused, SignInRefused
from thenchot.access.desk import ModeDiffers, NotAllowed, NotFounded
from thenchot.access.founding import AlreadyFounded, FoundingRefused
from thenchot.access.log import LogUnavailable
from thenchot.access.personal import LOG_UNAVAILABLE, NUMBER_TAKEN, TOO_SHORT, UNOPENED, TooShort
from thenchot.access.two_persons import NotConfirmed
from thenchot.exchange import refusals
from thenchot.exchange import words as exchange
from thenchot.law import words as law
from thenchot.law.correcting import StandsOn
from thenchot.law.objections import AGAINST
from thenchot.law.recording import VIET_NAM, ActReused, Finding, Refused
from thenchot.ledger.days import spoken
from thenchot.ledger.writing import ClockSetBack
from thenchot.sealed.box import WrongKey
from thenchot.sealed.codes import code
from thenchot.sealed.envelope import Tampered
from thenchot.sealed.keyring import GenerationGone, KeyringBroken, Unopened
from thenchot.sealed.signing import SigningKeyRefused
from thenchot.sealed.slots import KeyFileRefused
from thenchot.sealed.store import NumberTaken

from . import helping
from . import trouble_words as words
from .subjects import Unknown

# Exit codes; 0 is done, also when it was done before.
REFUSED, NOT_READ, WAITS, NOT_NOW, INTERRUPTED = 1, 2, 3, 4, 130
MOST = 50  # lines of one kind of trouble

Said = tuple[int, list[str]]


class Stop(Exception):
    """A command stops with these sentences."""

    def __init__(self, *sentences: str, code: int = REFUSED) -> None:
        super().__init__(*sentences)
        self.sentences, self.code = list(sentences), code


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
    return next((say(error) for kind, say in SAYING if isinstance(error, kind)), None)


def refusal(refused: Refused, places: Sequence[str] = ()) -> list[str]:
    """Every finding in one line; `places` name the acts (a row of a file), by their place in the list."""
    found = [_finding(one, places) for one in refused.findings]
    if len(found) > 4 * MOST:
        found = [*found[: 4 * MOST], str(words.MORE).format(count=len(found) - 4 * MOST)]
    if any(one.objection.grade is AGAINST for one in refused.findings):
        found.append(str(words.AS_ON_PAPER))
    return [*found, str(words.NOTHING_WRITTEN)]


def when(at: datetime) -> str:
    """A moment as people read it."""
    here = at.astimezone(VIET_NAM)
    return f"{here:%H:%M} {spoken(here.date())}"


def _finding(one: Finding, places: Sequence[str]) -> str:
    from .kinds import label_of

    place = places[one.place] if one.place < len(places) else ""
    what = f"{place}, {label_of(one.act.kind)}" if place else label_of(one.act.kind)
    return f"{what}: {law.say(one.objection)} [{one.objection.rule}]"


def _stands_on(error: StandsOn) -> Said:
    from .results import told as line

    found = [
        f"  {entry.seq}: {spoken(entry.effective_on)}, {line(entry)} ({code(entry.about)})"
        for entry in error.entries[:MOST]
    ]
    if len(error.entries) > MOST:
        found.append(str(words.MORE).format(count=len(error.entries) - MOST))
    return REFUSED, [str(words.STANDS_ON).format(count=len(error.entries)), *found]


def _allowed(error: NotAllowed) -> Said:
    said = [(one.action, str(access.WHY[one.why])) for one in error.decisions.values()]
    found = dict.fromkeys(f"{access.ACTIONS[action]}: {why}" if action else why for action, why in said)
    return REFUSED, [*found, str(words.NOTHING_WRITTEN)]


def _database(error: DatabaseError) -> Said | None:
    """By what SQLite and PostgreSQL say."""
    said, state = str(error).lower(), getattr(error.__cause__, "sqlstate", None)
    for parts, states, sentence in words.DATABASE:
        if any(part in said for part in parts) or state in states:
            return NOT_NOW, [str(sentence)]
    return (NOT_NOW, [str(words.NO_DATABASE)]) if isinstance(error, OperationalError) else None


def _system(error: OSError) -> Said | None:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NOT_NOW, [str(words.FULL)]
    if error.filename is None:
        return None
    missing = isinstance(error, FileNotFoundError)
    return NOT_READ, [str(words.NO_FILE if missing else words.FILE_CLOSED).format(name=error.filename)]


def _one(code_: int, sentence: Any) -> Callable[[Any], Said]:
    return lambda error: (code_, [str(sentence)])


def _by_code(code_: int, sentences_: Any) -> Callable[[Any], Said]:
    return lambda error: (code_, [str(sentences_[error.args[0]])])


def _clock(error: ClockSetBack) -> Said:
    now, last = error.args
    return NOT_NOW, [str(words.CLOCK).format(now=when(now), last=when(last))]


# Typer's own complaint about a command, whatever it is.
USAGE = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")

SAYING: list[tuple[Any, Callable[[Any], Said | None]]] = [
    (Stop, lambda error: (error.code, error.sentences)),
    (Refused, lambda error: (REFUSED, refusal(error))),
    (StandsOn, _stands_on),
    (NotAllowed, _allowed),
    (NotConfirmed, _by_code(REFUSED, access.NOT_CONFIRMED)),
    (ActReused, _one(REFUSED, words.ACT_REUSED)),
    (ClockSetBack, _clock),
    (refusals.Refused, lambda error: (NOT_READ, [exchange.say(error)])),
    (NumberTaken, _one(REFUSED, NUMBER_TAKEN)),
    (NotFounded, _one(NOT_NOW, access.NOT_FOUNDED)),
    (AlreadyFounded, _one(REFUSED, access.ALREADY_FOUNDED)),
    (FoundingRefused, _by_code(REFUSED, access.FOUNDING_REFUSED)),
    (NameRefused, _by_code(REFUSED, access.NAME_REFUSED)),
    (ModeDiffers, _one(NOT_NOW, access.MODE_DIFFERS)),
    (SignInRefused, _one(REFUSED, access.SIGN_IN_REFUSED)),
    (TooShort, _one(NOT_READ, TOO_SHORT)),
    (Unopened, _one(NOT_NOW, UNOPENED)),
    (LogUnavailable, _one(NOT_NOW, LOG_UNAVAILABLE)),
    ((KeyringBroken, KeyFileRefused, SigningKeyRefused, WrongKey, GenerationGone), _one(NOT_NOW, words.KEYS)),
    (Tampered, _one(NOT_NOW, words.TAMPERED)),
    (DatabaseError, _database),
    (OSError, _system),
    (Unknown, lambda error: (NOT_READ, [str(error.args[0])])),
    (USAGE, lambda error: (NOT_READ, helping.usage(error))),
    ((KeyboardInterrupt, typer.Abort), _one(INTERRUPTED, words.STOPPED)),
]
