"""Whether a planted figure was found, and what failed in a report."""

from __future__ import annotations

from collections.abc import Iterable

from thenchot.reports.checking.relations import Kind, Relation, Verdict
from thenchot.reports.reading.written import Reading

from .invented import Planted


def failures(relations: Iterable[Relation]) -> list[Relation]:
    return [one for one in relations if one.verdict is Verdict.FAILS]


def found(planted: Planted, reading: Reading, relations: Iterable[Relation]) -> Verdict | None:
    """The worst of FAILS and DEPENDS that takes the planted figure in; None where it was not found."""
    verdicts = {one.verdict for one in relations if takes(one, planted, reading)}
    return next((one for one in (Verdict.FAILS, Verdict.DEPENDS) if one in verdicts), None)


def takes(relation: Relation, planted: Planted, reading: Reading) -> bool:
    if planted.kind == "dated":
        return relation.kind is Kind.DATED and planted.line in relation.lines
    figures = [reading.figures[ordinal] for ordinal in relation.figures]
    return any(
        one.line == planted.line and one.text.strip("% ") == planted.text.strip("%") for one in figures
    )
