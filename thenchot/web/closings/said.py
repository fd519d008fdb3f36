"""What stands in the way of a step, in sentences; the line of a check."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.contrib import messages

from thenchot.snapshot.closing.actions import NotAsPrepared
from thenchot.snapshot.closing.turns import Turn
from thenchot.snapshot.closing.words import NOT_AS_PREPARED, OBJECTIONS
from thenchot.surface.troubles import sentences

from ..page import Asked


@dataclass(frozen=True)
class Check:
    """One line: in order or to be looked at, what it says, what stands behind it, where to go."""

    fine: bool
    text: str
    lines: list[tuple[str, str]] = field(default_factory=list)  # (sentence, address or nothing)
    address: str = ""


def hindrance(turn: Turn) -> str:
    """Why the account may not take a step its role allows."""
    return str(OBJECTIONS[turn.objection]).format(**turn.facts)


def tell(request: Asked, error: Exception) -> bool:
    """Put what went wrong on the next page; False for a fault of ours."""
    if isinstance(error, NotAsPrepared):
        messages.error(request, str(NOT_AS_PREPARED).format(code=error.args[0]))
        return True
    known = sentences(error)
    for sentence in known[1] if known else ():
        messages.error(request, sentence)
    return known is not None
