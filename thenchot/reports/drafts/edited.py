"""Numbers of an issued report that stand otherwise in a file now, told by the sentence around them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from thenchot.reports.reading.written import Line

from .facts import Fact, Facts

AROUND = 40  # characters before and after a number by which its place is known
LONGER = re.compile(r"\d|[.,]\d")
TOKENS = re.compile(r"\d+(?:[.,]\d+)*|\s+|[^\d\s]+")
# Bounded, so that a line of a million digits is passed over once.
ANY_NUMBER, BLANKS = r"\d{1,20}(?:[.,]\d{1,20}){0,6}", r"\s{1,20}"
BEGINS, ENDS = r"(?:^|[.;:!?]\s{1,20})", r"(?=\s{0,20}$|[.;:!?](?:\s|$))"


@dataclass(frozen=True)
class Edited:
    """A number that was issued otherwise than it stands in a file now; `now` is empty where it is gone."""

    fact: Fact
    now: str


def edited(facts: Facts, lines: Sequence[Line]) -> list[Edited]:
    """Every number that was changed, in the order of the report.

    The text may have moved: of like sentences the one nearest to where the last number was found is meant.
    """
    texts = [normalize("NFC", line.text) for line in lines]
    found, shift = [], 0
    for fact in facts.facts:
        near = fact.line - 1 + shift
        if 0 <= near < len(texts) and _stands(texts[near], fact):
            continue
        at, now = _now(texts, fact, near)
        if at is not None:
            shift = at - (fact.line - 1)
        if now != fact.printed:
            found.append(Edited(fact, now))
    return found


def _stands(text: str, fact: Fact) -> bool:
    """Whether the number stands where it stood, and is not the beginning or end of another."""
    end = fact.start + len(fact.printed)
    if text[fact.start : end] != fact.printed:
        return False
    return not (LONGER.match(text[end:]) or (fact.start and text[fact.start - 1].isdigit()))


def _now(texts: Sequence[str], fact: Fact, near: int) -> tuple[int | None, str]:
    """The line and what stands there between the words around the number; no line where they are gone."""
    place = _place(fact)
    for at in _outwards(near, len(texts)):
        if found := list(place.finditer(texts[at])):
            return at, min(found, key=lambda one: abs(one.start(1) - fact.start))[1].strip()
    return None, ""


def _outwards(near: int, count: int) -> Iterator[int]:
    """All places, the nearest first."""
    near = min(max(near, 0), count)
    for far in range(count + 1):
        yield from (at for at in dict.fromkeys((near - far, near + far)) if 0 <= at < count)


def _place(fact: Fact) -> re.Pattern[str]:
    """What stands around the number; other numbers of the sentence may have changed too."""
    before, _mark, after = normalize("NFC", fact.sentence).partition("⟦⟧")
    ahead = _words(before[-AROUND:]) if before.strip() else BEGINS
    if not after.strip():
        behind = ENDS
    else:
        behind = _words(after[:AROUND]) + (r"(?!\d)" if len(after) <= AROUND else "")
    return re.compile(f"{ahead}(.{{0,{AROUND}}}?){behind}", re.DOTALL)


def _words(text: str) -> str:
    return "".join(
        ANY_NUMBER if token[0].isdigit() else BLANKS if token.isspace() else re.escape(token)
        for token in TOKENS.findall(text)
    )
