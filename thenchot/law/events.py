"""Kinds of act of the law: a value loaded into the book."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ..ledger.kinds import INSTALLATION, OPEN, Act, Code, NoteId
from .values import Grade, Unit


class State(StrEnum):
    """What a version says: a value, that it exists unseen, or that the key is silent from that day."""

    KNOWN, NOT_KNOWN, ENDED = "known", "not_known", "ended"


@dataclass(frozen=True, kw_only=True)
class ValueLoaded(Act, kind="law.value_loaded", about=INSTALLATION, holds=OPEN):
    """Nạp giá trị: holds from `effective_on` until the next version of the same key and scope.

    The book holds no free text: a shipped value names its words by `digest`,
    a local one by the note `source`.
    Loading the same key, scope and day again takes the place of what was loaded before.
    """

    key: Code
    scope: Code
    unit: Unit
    state: State
    grade: Grade
    value: Code | None = None
    digest: Code | None = None
    source: NoteId | None = None
