"""What goes wrong and can be mended by a person: plain sentences, and how bad it is."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.db import DatabaseError, OperationalError

from thenchot.access import words as access
from thenchot.access.accounts import NameRefused, SignInRefused
from thenchot.access.desk import ModeDiffers, NotAllowed, NotFounded
from thenchot.access.founding import AlreadyFounded, FoundingRefused
from thenchot.access.limits import TooMany
from thenchot.access.log import LogUnavailable
from thenchot.access.personal import LOG_UNAVAILABLE, NUMBER_TAKEN, TOO_SHORT, UNOPENED, TooShort
from thenchot.access.two_persons import NotConfirmed
from thenchot.exchange import words as exchange
from thenchot.files import refusals
from thenchot.law import words as law
from thenchot.law.recording import VIET_NAM, Finding, Refused
from thenchot.ledger.days import spoken
from thenchot.ledger.writing import ClockSetBack
from thenchot.sealed.box import WrongKey
from thenchot.sealed.envelope import Tampered
from thenchot.sealed.keyring import GenerationGone, KeyringBroken, Unopened
from thenchot.sealed.signing import SigningKeyRefused
from thenchot.sealed.slots import KeyFileRefused
from thenchot.sealed.store import NumberTaken
from thenchot.snapshot.closing.lacking import Lacks

from . import trouble_words as words
from .subjects import Unknown

# How bad it is; a command ends with this code. Refused by a rule or a right; not understood; waits for
# somebody; the machine cannot just now.
REFUSED, NOT_READ, WAITS, NOT_NOW = 1, 2, 3, 4
MOST = 50  # lines of one kind of trouble

Said = tuple[int, list[str]]


class Stop(Exception):
    """The work stops with these sentences."""

    def __init__(self, *sentences: str, code: int = REFUSED) -> None:
        super().__init__(*sentences)
        self.sentences, self.code = list(sentences), code


def sentences(error: BaseException) -> Said | None:
    """How bad it is and what to say; nothing for what is not known here: a fault of ours."""
    return next((say(error) for kind, say in SAYING if isinstance(error, kind)), None)


def findings(refused: Refused, places: Sequence[str] = ()) -> list[str]:
    """Every finding in one line; `places` name the acts (a row of a file), by their place in the list."""
    found = [_finding(one, places) for one in refused.findings]
    if len(found) > 4 * MOST:
        found = [*found[: 4 * MOST], str(words.MORE).format(count=len(found) - 4 * MOST)]
    return found


def when(at: datetime) -> str:
    """A moment as people read it."""
    here = at.astimezone(VIET_NAM)
    return f"{here:%H:%M} {spoken(here.date())}"


def _finding(one: Finding, places: Sequence[str]) -> str:
    from thenchot.surface.kinds import label_of

    place = places[one.place] if one.place < len(places) else ""
    what = f"{place}, {label_of(one.act.kind)}" if place else label_of(one.act.kind)
    return f"{what}: {law.say(one.objection)} [{one.objection.rule}]"


def _allowed(error: NotAllowed) -> Said:
    said = [(one.action, str(access.WHY[one.why])) for one in error.decisions.values()]
    found = dict.fromkeys(f"{access.ACTIONS[action]}: {why}" if action else why for action, why in said)
    return REFUSED, [*found, str(words.NOTHING_WRITTEN)]


def _lacks(error: Lacks) -> Said:
    from .closings import lacks_said

    return REFUSED, [lacks_said(error), str(words.NOTHING_WRITTEN)]


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


SAYING: list[tuple[Any, Callable[[Any], Said | None]]] = [
    (Stop, lambda error: (error.code, error.sentences)),
    (Refused, lambda error: (REFUSED, [*findings(error), str(words.NOTHING_WRITTEN)])),
    (NotAllowed, _allowed),
    (Lacks, _lacks),
    (NotConfirmed, _by_code(REFUSED, access.NOT_CONFIRMED)),
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
    (TooMany, lambda error: (REFUSED, [str(access.TOO_MANY[error.door]).format(most=error.most)])),
    (LogUnavailable, _one(NOT_NOW, LOG_UNAVAILABLE)),
    ((KeyringBroken, KeyFileRefused, SigningKeyRefused, WrongKey, GenerationGone), _one(NOT_NOW, words.KEYS)),
    (Tampered, _one(NOT_NOW, words.TAMPERED)),
    (DatabaseError, _database),
    (OSError, _system),
    (Unknown, lambda error: (NOT_READ, [str(error.args[0])])),
]
