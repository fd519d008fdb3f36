"""Reports of wrong information as lines of *Việc cần làm*."""

from __future__ import annotations

from collections.abc import Iterator

from ..due import Clocks, Due, Subtree, What
from .error_reading import open_within
from .error_rules import ANSWER_WITHIN


def of_reports(within: Subtree, clocks: Clocks) -> Iterator[Due]:
    """One line for every report that waits for its answer."""
    for report in open_within(within):
        last, value = clocks.working_days(ANSWER_WITHIN, report.reported_on)
        yield Due(
            kind=What.ERROR, subject=report.person,
            organisation=report.organisation or within.organisation, since=report.reported_on,
            due_on=last, overdue=clocks.passed(last), rule=ANSWER_WITHIN, rests_on=value,
            facts={"item": report.item, "paper_kind": report.paper_kind, "last_three": report.last_three},
        )  # fmt: skip
