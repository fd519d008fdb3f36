"""Kinds of act by the code or the name people type."""

from __future__ import annotations

from difflib import get_close_matches

from thenchot.exchange.layouts import key
from thenchot.ledger.kinds import KINDS, Act
from thenchot.surface.kinds import recorded

from . import words
from .troubles import NOT_READ, Stop


def called(text: str) -> type[Act]:
    """The kind of a code, `membership.admitted`, or of a name only one kind has. Stop with what is near."""
    known = recorded()
    if text in known:
        return KINDS[text]
    named = [kind for kind, label in known.items() if key(str(label)) == key(text)]
    if len(named) == 1:
        return KINDS[named[0]]
    if near := named or get_close_matches(text, known, n=3, cutoff=0.5):
        raise Stop(str(words.NO_SUCH_KIND).format(text=text, near=", ".join(near)), code=NOT_READ)
    raise Stop(str(words.NO_SUCH_KIND_AT_ALL).format(text=text), code=NOT_READ)
