"""Lines joined to the paragraphs they were broken from, and paragraphs cut into sentences."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .folding import Folded, fold
from .written import Line, Sort

WRAPPED = range(45, 150)  # a page breaks lines at such a length; longer ones are whole paragraphs
WIDE = 70  # before a capital only a line of nearly full width goes on
_STARTS_ANEW = re.compile(
    r"\s*(?:[-+*•●○▪–—]\s|[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ]|[IVX]{1,5})[.)/]\s|\(\d|[IVX]+\s*-)"
)
_DATES = re.compile(
    r"\s*(?:(?:[Tt]hứ|[Cc]hủ)\s+\w+\s*[-,|]|[Nn]gày\s+\d|[Cc]ập nhật|[Đđ]ăng|\d{1,2}:\d{2}|[A-ZĐ]{2,8}\s*[-–|]\s*\d{1,2}[/.-]|[^\W\d_][^.;:()0-9]{2,40},\s*ngày\s+\d{1,2}\s+tháng|\d{1,2}[/-]\d{1,2}[/-]\d{4}).{0,80}$"
)
_ENDS = re.compile(r"[.;:!?…]['\"”’)\]]*\s*$")
_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
# A full stop, not that of an abbreviation (TP. Hồ Chí Minh, V.I. Lê-nin), and what begins a sentence after it.
_SENTENCE = re.compile(
    r"(?<![A-ZĐ])(?<!\b[Tt][PpTtXx])(?<!\bđ/c)[.!?…]{1,8}['\")\]]{0,4} {1,8}(?=[^\W_a-z]|[\"'(\[+-])"
)


@dataclass(frozen=True)
class Block:
    """One or more lines read as one text. `begins[i]` is where line i starts in the text before folding."""

    lines: tuple[Line, ...]
    begins: tuple[int, ...]
    folded: Folded

    def place(self, start: int, end: int) -> tuple[Line, int, int]:
        """The line and the span in it of the folded `start:end`; a span over two lines ends with the first."""
        start, end = self.folded.back(start, end)
        index = bisect_right(self.begins, start) - 1
        line, begins = self.lines[index], self.begins[index]
        return line, start - begins, min(end - begins, len(line.text))


def blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """Every line of the report in one block, in order."""
    held: list[Line] = []
    for line in lines:
        if held and not continues(held[-1], line):
            yield block(held)
            held = []
        held.append(line)
    if held:
        yield block(held)


def continues(line: Line, following: Line) -> bool:
    """Whether the second line goes on with the sentence of the first, broken by the width of a page."""
    if (
        line.sort is not Sort.PARAGRAPH
        or following.sort is not Sort.PARAGRAPH
        or line.level
        or following.level
    ):
        return False
    text, after = line.text.rstrip(), following.text.lstrip()
    if (
        len(text) not in WRAPPED
        or not after
        or _STARTS_ANEW.match(after)
        or dates_a_page(after)
        or _ENDS.search(text[-8:])
    ):
        return False
    if after[0].islower() or text.endswith(","):
        return True
    whole = len(text) < WIDE or text.endswith(")") or text.isupper() or _STARTS_ANEW.match(text)
    return len(after) < WRAPPED.stop and not whole and not after.isupper()


def dates_a_page(text: str) -> bool:
    """A line of its own with the day and hour of a page: “Thứ Ba, 20/06/2023 | 08:15 [GMT+7]”."""
    return bool(_DATES.match(text)) and bool(re.search(r"\d{4}", text))


def block(lines: Iterable[Line]) -> Block:
    """One block of these lines."""
    lines = tuple(lines)
    if len(lines) == 1:
        return Block(lines, (0,), fold(lines[0].text))
    begins, pieces, length = [], [], 0
    for line in lines:
        begins.append(length)
        whole = _BROKEN_WORD.search(line.text)
        # The hyphen of a broken word folds away as a soft one; spans still point into the line as given.
        piece = line.text[:-1] + "\u00ad" if whole else line.text + " "
        pieces.append(piece)
        length += len(piece)
    return Block(lines, tuple(begins), fold("".join(pieces)))


def sentences(folded: Folded) -> list[tuple[int, int]]:
    """Spans of the sentences of a block."""
    ends = [found.end() for found in _SENTENCE.finditer(folded.cased)]
    return list(zip([0, *ends], [*ends, len(folded.cased)], strict=True))
