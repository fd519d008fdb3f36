"""Implied figures among the printed ones of a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from . import nouns
from .counting import Counting
from .implied import Implied


def with_implied(
    text: str, counted: list[Counting], silent: Iterable[Implied], names: set[str]
) -> list[Counting]:
    """With the figures of the sentence that are implied; `names` keeps those read once in a report."""
    printed = [one.start for one in counted]
    result = list(counted)
    for one in silent:
        name = text[one.start : one.end]
        if (one.once and name in names) or bisect_left(printed, one.start) != bisect_left(printed, one.end):
            continue
        names.add(name)
        noun = nouns.behind(text, one.end, one.end + nouns.LONGEST, True)
        if noun[1] <= noun[0]:
            noun = nouns.in_front(text, max(0, one.start - nouns.LONGEST), one.start)
        result.append(Counting(one.start, one.end, one.value, one.unit, one.bound, one.start, noun))
    if len(result) == len(counted):
        return result
    order = sorted(range(len(result)), key=lambda index: result[index].start)
    place = {old: new for new, old in enumerate(order)}
    return [
        replace(one, of=None if one.of is None else place[one.of]) for one in map(result.__getitem__, order)
    ]
