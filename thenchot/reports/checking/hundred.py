"""Shares of alternatives that are all there are: together a hundred per cent."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .numbers import place, shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role
from .sums import families
from .wording import closed


def hundred(page: Page) -> Iterator[Relation]:
    for number, passage in enumerate(page.passages):
        for at in range(len(passage)):
            seen = [one for one in page.of_sentence(number, at) if one.role is Role.SHARE and not one.loose]
            for name, family in families(tuple(seen)).items():
                if closed(name, set(family)) and name != "routes":
                    yield together(list(family.values()))


def together(parts: list[Seen]) -> Relation:
    total = sum((Fraction(one.figure.value) for one in parts), Fraction(0))
    slack = sum((place(one.figure) for one in parts), Fraction(0)) / 2
    off = abs(total - 100)
    verdict = Verdict.HOLDS if not off else Verdict.ROUNDED if off <= slack else Verdict.FAILS
    reason = {"holds": "hundred_exact", "rounded": "hundred_rounded"}.get(verdict.value, "hundred_differs")
    written = " + ".join(shown(one.figure.value) for one in parts)
    return relation(
        Kind.SUM, verdict, tuple(one.figure for one in parts), written, reason, expected=total,
        innocent="part_missing_or_typed", total=shown(total), sum=written, gap=shown(off),
    )  # fmt: skip
