"""The answer of a check as JSON says it: figures with their worst verdict, relations with their sentence."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from .checking.relations import Relation, Verdict
from .checking_words import say
from .reading.written import Figure, Reading

WORST = (Verdict.FAILS, Verdict.DEPENDS, Verdict.UNKNOWN, Verdict.ROUNDED, Verdict.HOLDS)


def answer(reading: Reading, relations: Iterable[Relation]) -> dict[str, list[dict[str, Any]]]:
    """`{"figures": […], "relations": […]}` in the form that docs promise; ready for `json.dumps`."""
    held = tuple(relations)
    worst = verdicts(held)
    return {
        "figures": [of_figure(one, worst.get(one.ordinal)) for one in reading.figures],
        "relations": [of_relation(one, reading) for one in held],
    }


def verdicts(relations: Iterable[Relation]) -> dict[int, Verdict]:
    """The worst verdict of the relations that each figure takes part in."""
    found: dict[int, Verdict] = {}
    for relation in relations:
        for ordinal in relation.figures:
            found[ordinal] = min(found.get(ordinal, Verdict.HOLDS), relation.verdict, key=WORST.index)
    return found


def exit_code(relations: Iterable[Relation]) -> int:
    """0 where nothing fails, 1 where something does."""
    return int(any(relation.verdict is Verdict.FAILS for relation in relations))


def of_figure(figure: Figure, verdict: Verdict | None) -> dict[str, Any]:
    match = figure.match
    period = figure.period
    return {
        "line": figure.line,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": number(figure.value),
        "unit": figure.unit,
        "bound": figure.bound.value,
        "noun": figure.noun,
        "period": {"from": period.since, "to": period.until, "as_of": period.as_of},
        "figure": match.code if match else None,
        "score": match.score if match else 0.0,
        "verdict": verdict.value if verdict else None,
    }


def of_relation(relation: Relation, reading: Reading) -> dict[str, Any]:
    return {
        "kind": relation.kind.value,
        "lines": list(relation.lines),
        "expression": relation.expression,
        "expected": number(relation.expected),
        "printed": number(relation.printed),
        "verdict": relation.verdict.value,
        "say": say(relation, reading),
    }


def number(value: Decimal | None) -> int | float | None:
    """A whole number as one; a float prints its shortest form (46.9), which is the printed one."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
