"""Paragraphs longer than any report has, in pieces: what looks around a number takes time by their length."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .text_tables import Unfolded
from .written import Line

LONGEST = 3_000  # characters; the longest paragraph of the published reports has some 2,400
_SENTENCE = re.compile(r"[.!?;]\s")
_BREAK = re.compile(r"[\s,;]")


def cut(lines: Sequence[Line]) -> Unfolded | None:
    """The lines with long ones in several, numbered anew, and the way back; None where no line is long."""
    if all(len(line.text) <= LONGEST for line in lines):
        return None
    pieces = [(line, begins, end) for line in lines for begins, end in _ends(line.text)]
    return Unfolded(
        tuple(
            replace(line, number=number, text=line.text[begins:end])
            for number, (line, begins, end) in enumerate(pieces, 1)
        ),
        tuple((line.number, begins) for line, begins, _end in pieces),
        tuple(lines),
    )


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Where each piece begins and ends: behind the last sentence that fits, else the last word."""
    begins = 0
    while len(text) - begins > LONGEST:
        end = _last(_SENTENCE, text, begins) or _last(_BREAK, text, begins) or begins + LONGEST
        yield begins, end
        begins = end
    yield begins, len(text)


def _last(mark: re.Pattern[str], text: str, begins: int) -> int:
    """The end of the last mark in the second half of what fits, 0 for none."""
    found = list(mark.finditer(text, begins + LONGEST // 2, begins + LONGEST))
    return found[-1].end() if found else 0
