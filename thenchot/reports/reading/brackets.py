"""Whether a place of a sentence lies in brackets."""

from __future__ import annotations

import re

CLOSED = re.compile(r"\([^()]*\)")
_OPEN = re.compile(r"\([^()]*$")
_FAR = 600  # characters looked back for a bracket


def in_brackets(sentence: str, place: int) -> bool:
    """Whether a place lies in brackets that are not yet closed."""
    before = sentence[max(0, place - _FAR) : place]
    return before.rfind("(") > before.rfind(")")


def outside(words: str) -> str:
    """Words without what they say in brackets, closed or not."""
    return _OPEN.sub("", CLOSED.sub("", words))
