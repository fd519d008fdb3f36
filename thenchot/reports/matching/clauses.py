"""Where the clauses, brackets and sentences of a line begin and end, around a place in it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

CLAUSE = re.compile(
    r"[,;:()\[\]/]|(?<![0-9])\.(?![0-9])|\btrong đó\b|\bgồm\b|\bnhưng\b|\btrong khi\b|\s[-–—+]\s",
    re.IGNORECASE,
)
PARTS = re.compile(r"\btrong (?:đó|số)\b|\b(?:bao )?gồm\b|\bcụ thể\b|:", re.IGNORECASE)
AND = re.compile(r"\s(?:và|cùng|với)\s", re.IGNORECASE)
# A sentence that breaks down the one before it goes on with it.
GOES_ON = r"(?!(?:Trong (?:đó|số)|Cụ thể|Gồm|Bao gồm|Chia ra|Hình thức|Cơ cấu)\b)"
SENTENCE = re.compile(rf"(?<=[.!?;])\s+{GOES_ON}(?=[^\W\d_a-zàáảãạăâđèéẻẽẹêìíỉĩịòóỏõọôơùúủũụưỳýỷỹỵ])")
BRACKET = re.compile(r"\s*\([^()]{0,80}\)")
CLOSED = re.compile(r"\([^()]*\)")


def closed(text: str, begins: int, place: int) -> list[tuple[int, int]]:
    """The brackets between two places that are closed before the second."""
    return [found.span() for found in CLOSED.finditer(text, begins, place)]


def within(place: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a place lies inside one of them."""
    return any(start < place < end for start, end in spans)


def outside(text: str, start: int) -> tuple[int, int]:
    """The clause that a figure's brackets or *trong đó* stand after: parts are of what the whole is of."""
    first = sentence_around(text, start)[0]
    opened = text.rfind("(", first, start)
    if opened < 0 or text.find(")", opened, start) >= 0:
        parts = list(PARTS.finditer(text, first, start))
        if not parts:
            return 0, 0
        opened = parts[-1].start()
    marks = [mark.end() for mark in CLAUSE.finditer(text, first, opened - 1 if opened else 0)]
    return (marks[-1] if marks else first), opened


def sentence_around(text: str, place: int) -> tuple[int, int]:
    """The sentence around a place."""
    first, last = 0, len(text)
    for mark in SENTENCE.finditer(text):
        if mark.end() <= place:
            first = mark.end()
        elif mark.start() >= place:
            last = mark.start()
            break
    return first, last
