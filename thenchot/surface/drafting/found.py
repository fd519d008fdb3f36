"""The numbers a report prints, as spans of its lines: those that count something, and what they may be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from thenchot.reports.drafts.shapes import Style
from thenchot.reports.known import entries
from thenchot.reports.matching.matching import Catalogue
from thenchot.reports.reading.reader import read
from thenchot.reports.reading.written import Bound, Figure, Line, Period

from .bounds import WORD, WORDS, style_of

FIRST = re.compile(r"(?<![\d.,/])(\d{1,3}(?:\.\d{3})*)/\Z")
# A number in words stays words; one with a scale word (35 nghìn) is not exact.
DIGITS = re.compile(rf"(?:{WORD.pattern})?[\d.,]+(?:\s?%|\s?phần trăm)?\Z", re.IGNORECASE)
BOUNDS = {Style.EXACT: None, Style.OVER: Bound.OVER, Style.NEARLY: Bound.NEARLY, Style.ABOUT: Bound.NEARLY,
          Style.UNDER: Bound.UNDER}  # fmt: skip
LONGEST = max(len(one) for some in WORDS.values() for one in some) + 1


@dataclass(frozen=True)
class Found:
    """A number of a line that may be bound. `style`: printed as *trên …*, *gần …*; `code`: what it may be."""

    line: int
    start: int
    end: int
    text: str
    value: Decimal
    sentence: str
    style: Style
    period: Period
    unit: str = ""
    code: str = ""
    score: float = 0.0


def found(lines: Sequence[Line]) -> list[Found]:
    """In the order of the text."""
    texts = {line.number: line for line in lines}
    reading = _catalogue().match(read(lines))
    made = [_of(figure, texts[figure.line]) for figure in reading.figures]
    read_ = [one for one in made if one is not None and DIGITS.match(one.text)]
    taken = {(one.line, one.end) for one in read_}
    return [each for one in read_ for each in (*_first_of(one, texts[one.line], taken), one)]


def _first_of(one: Found, line: Line, taken: set[tuple[int, int]]) -> list[Found]:
    """The `31` of `31/35`, where only the second was read as a figure."""
    before = FIRST.search(line.text[: one.start])
    if before is None or (one.line, before.end(1)) in taken:
        return []
    value = Decimal(before[1].replace(".", ""))
    return [
        replace(one, start=before.start(1), end=before.end(1), text=before[1], value=value, code="", score=0)
    ]


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    return Catalogue(entries())


def _of(figure: Figure, line: Line) -> Found | None:
    start, end = figure.start, figure.end
    if line.text[start:end] != figure.text:
        return None
    said = _word(line.text, start)
    style = style_of(said)
    if figure.bound is not BOUNDS[style]:
        said, style = "", Style.EXACT
    if style is Style.EXACT and figure.bound in (Bound.UNDER, Bound.NEARLY):
        return None  # bounded by words that are not ours to write: không quá, ước
    start -= len(said)
    if (sign := re.match(r"\s?%", line.text[end:])) is not None:
        end += sign.end()
    code, score = (figure.match.code, figure.match.score) if figure.match else ("", 0.0)
    return Found(
        line.number,
        start,
        end,
        line.text[start:end],
        figure.value,
        _sentence(line.text, start, end),
        style,
        figure.period,
        figure.unit,
        code,
        score,
    )


def _word(text: str, start: int) -> str:
    """The word right before a number by which it is rounded, with its blank; nothing else."""
    before = text[max(0, start - LONGEST) : start + 1]
    found = [one for one in WORD.finditer(before) if one.end() == len(before) - 1]
    return found[-1][0] if found else ""


def _sentence(text: str, start: int, end: int) -> str:
    """The letters around a span, to the signs that end a thought."""
    first = max((text.rfind(sign, 0, start) for sign in (". ", "; ", "\n")), default=-1)
    ends = [at for sign in (". ", "; ", "\n") if (at := text.find(sign, end)) >= 0]
    return text[first + 1 : min(ends, default=len(text))]
