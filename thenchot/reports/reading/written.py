"""What a written report is made of, once read: lines, and the figures printed in them. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum


class Sort(StrEnum):
    """What a line is in its document."""

    PARAGRAPH, HEADING, CELL, FOOTNOTE, CAPTION = "paragraph", "heading", "cell", "footnote", "caption"


@dataclass(frozen=True)
class Line:
    """One line as it was given: counted from 1; `place` names a cell (“Bảng 2, dòng 3, cột 4”) or a footnote.

    `text` is the text as it stands in the document, so that spans point into it; reading folds it itself.
    `table`, `row`, `column` count from 1 where the line is a cell; headings have a level.
    """

    number: int
    text: str
    sort: Sort = Sort.PARAGRAPH
    place: str = ""
    level: int = 0
    table: int = 0
    row: int = 0
    column: int = 0


class Bound(StrEnum):
    """How a printed number stands to the true one: 1.733 · trên 2.600 · dưới 5 · gần 110.000 · x of y."""

    EXACT, OVER, UNDER, NEARLY, OF = "exact", "over", "under", "nearly", "of"


@dataclass(frozen=True)
class Period:
    """Partial days as ISO texts of the length that is known: 2023, 2023-09, 2023-09-30."""

    since: str | None = None
    until: str | None = None
    as_of: str | None = None


@dataclass(frozen=True)
class Match:
    """The catalogue's figure that a printed one probably is.

    `score` from 0 to 1; `runner_up` is the next best code; `words` are those of the text that decided.
    """

    code: str
    score: float
    runner_up: str | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Figure:
    """A number that counts something: `line.text[start:end] == text`.

    `value` is exact as printed with its scale word applied (35 nghìn: 35000; 578,47 triệu đồng: 578470000
    with unit `dong`); `unit` is one of domain/figures.csv; `noun` the phrase that says what is counted.
    `36/36` and `30 vụ/77 bị can` are two figures; the second of an x/y has `of` = index of the first.
    `ordinal` is its place among all figures of the report, from 0.
    """

    ordinal: int
    line: int
    start: int
    end: int
    text: str
    value: Decimal
    unit: str
    bound: Bound = Bound.EXACT
    noun: str = ""
    period: Period = field(default_factory=Period)
    organisation: str = ""
    of: int | None = None
    match: Match | None = None


@dataclass(frozen=True)
class Reading:
    """A report read: its lines as given and its figures in order."""

    lines: tuple[Line, ...]
    figures: tuple[Figure, ...]
