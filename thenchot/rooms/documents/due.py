"""Deadlines from letters as lines of *Việc cần làm*."""

from __future__ import annotations

from collections.abc import Iterator

from ..due import Clocks, Due, Subtree, What
from .reading import open_deadlines


def of_letters(within: Subtree, clocks: Clocks) -> Iterator[Due]:
    """One line for every open round: kept here, or to be answered here. The letter is its source."""
    for one in open_deadlines(within.organisation, as_of=clocks.as_of):
        yield Due(
            kind=What.DEADLINE, subject=one.kept_by, organisation=within.organisation, since=one.since,
            due_on=one.due_on, overdue=one.overdue(clocks.as_of),
            facts={
                "deadline": one, "asked": len(one.asked), "answered": len(one.answers),
                "own": one.kept_by == within.organisation,
            },
        )  # fmt: skip
