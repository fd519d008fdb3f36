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
    """A number that was issued otherwise than it stands in a file now; `now` is empty where it is gone.

    `line` counts from 1; `start` and `end` are where it stands there. Where it is gone, or the letters cannot
    be told, the line is the one it should stand on, and both are 0.
    """

    fact: Fact
    now: str
    line: int = 1
    start: int = 0
    end: int = 0


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
        at, place = _now(texts, fact, near)
        if at is None or place is None:
            found.append(Edited(fact, "", min(max(near, 0), max(len(texts) - 1, 0)) + 1))
            continue
        shift = at - (fact.line - 1)
        if place[1].strip() != fact.printed:
            found.append(_at(fact, place, at, lines[at].text))
    return found


def _at(fact: Fact, place: re.Match[str], at: int, text: str) -> Edited:
    """With the letters that stand there now; of a text whose letters were composed for looking, the line."""
    now = place[1].strip()
    start = place.start(1) + place[1].find(now)
    if not now or text[start : start + len(now)] != now:
        return Edited(fact, now, at + 1)
    return Edited(fact, now, at + 1, start, start + len(now))


def _stands(text: str, fact: Fact) -> bool:
    """Whether the number stands where it stood, and is not the beginning or end of another."""
    end = fact.start + len(fact.printed)
    if text[fact.start : end] != fact.printed:
        return False
    return not (LONGER.match(text[end:]) or (fact.start and text[fact.start - 1].isdigit()))


def _now(texts: Sequence[str], fact: Fact, near: int) -> tuple[int | None, re.Match[str] | None]:
    """The line and what stands there between the words around the number; nothing where they are gone."""
    place = _place(fact)
    for at in _outwards(near, len(texts)):
        if found := list(place.finditer(texts[at])):
            return at, min(found, key=lambda one: abs(one.start(1) - fact.start))
    return None, None


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
