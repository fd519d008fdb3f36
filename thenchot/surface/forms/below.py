"""The organisations directly below one, by which lines of a form may be called; whose forms somebody sees."""

from __future__ import annotations

from datetime import date

from thenchot.access.rights import Reach
from thenchot.ledger import reading

from ..subjects import names_of

CHILDREN = """
SELECT subject FROM ledger_period WHERE track = 'parent' AND value = %s AND since <= %s
AND (until IS NULL OR until > %s)
"""


def below(organisation: int, on: date) -> dict[int, str]:
    """Their names as of a day."""
    children = [int(one) for (one,) in reading.rows(CHILDREN, [str(organisation), on, on])]
    return names_of(children, as_of=on)


def offices(reach: Reach) -> list[int]:
    """Whose forms there are for an account: those of its offices and of the offices above them."""
    held = [one.scope for one in reach.held]
    return list(dict.fromkeys([*held, *(above for one in held for above in reach.line(one))]))
