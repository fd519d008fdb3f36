"""Whether a place of a sentence lies in brackets."""

from __future__ import annotations

_FAR = 600  # characters looked back for a bracket


def in_brackets(sentence: str, place: int) -> bool:
    """Whether a place lies in brackets that are not yet closed."""
    before = sentence[max(0, place - _FAR) : place]
    return before.rfind("(") > before.rfind(")")
