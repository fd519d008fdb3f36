"""Printed rows of a PDF joined to paragraphs; page numbers and running heads dropped. For the worker."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ..lines import DocumentLine, Lines
from ..refusals import Note
from .rows import PdfRow, rows_of

PAGE_NUMBER = re.compile(r"[\s–-]*(trang\s*)?\d{1,4}(\s*[/|]\s*\d{1,4})?[\s–-]*\Z", re.IGNORECASE)
BEGINS = re.compile(r"([-–+•*●▪]\s|\(?\d{1,2}(\.\d{1,2}){0,3}[.)]\s|[a-zđ]\)\s|[IVX]{1,5}\s?[.)]\s)")
RANGE = re.compile(r"[-–]\s?\d")
NOTE = re.compile(r"[\[(]?\d{1,3}[\])]?\.?\s?\D")
PLACES = {"paragraph": "đoạn", "footnote": "chú thích"}
EDGE = 2  # rows at either end of a page that may be running heads
INDENT = 8.0  # points
FULL = 0.12  # of the width: a row that ends nearer to the edge was broken for want of room


@dataclass
class PdfText:
    """A PDF's lines, and how many rows of page chrome were dropped."""

    lines: Lines = field(default_factory=Lines)
    notes: list[Note] = field(default_factory=list)


def read(data: bytes) -> PdfText:
    """Paragraphs in order, footnotes behind them; Refused as `rows_of` does."""
    pages = rows_of(data)
    dropped = _drop_chrome(pages)
    size = median(row.size for page in pages for row in page) if any(pages) else 0.0
    body, notes = [], []
    for page in pages:
        end = _notes_from(page, size)
        body += page[:end]
        notes += page[end:]
    found = PdfText()
    for sort, rows in (("paragraph", body), ("footnote", notes)):
        counted = Counter[int]()
        for paragraph in joined(rows):
            page = paragraph[0].page
            counted[page] += 1
            place = f"Trang {page}, {PLACES[sort]} {counted[page]}"
            found.lines.append(DocumentLine(" ".join(row.text for row in paragraph), sort, place))
    found.notes += [Note("chrome", "", dropped)] if dropped else []
    return found


def _drop_chrome(pages: list[list[PdfRow]]) -> int:
    """Take running heads and page numbers off both ends of the pages; how many rows went."""
    dropped = 0
    for place in (0, -1):
        for _row in range(EDGE):
            said = Counter(_shape(page[place]) for page in pages if page)
            often = max(3, 0.4 * len(pages))
            for page in pages:
                repeated = page and said[_shape(page[place])] >= often
                if page and (repeated or PAGE_NUMBER.match(page[place].text)) and _apart(page, page[place]):
                    del page[place]
                    dropped += 1
    return dropped


def _apart(page: list[PdfRow], row: PdfRow) -> bool:
    """Whether more room is left around a row than between rows of the text."""
    bases = sorted({one.base for one in page})
    leading = median([high - low for low, high in pairwise(bases)] or [0.0])
    nearest = min((abs(row.base - base) for base in bases if base != row.base), default=leading * 2)
    return nearest > 1.3 * leading or leading == nearest == 0


def _shape(row: PdfRow) -> str:
    return re.sub(r"\d+", "#", row.text.lower())


def _notes_from(page: list[PdfRow], size: float) -> int:
    """Where the footnotes of a page begin: small rows at its end, the first with a number."""
    end = len(page)
    while end and page[end - 1].size < 0.9 * size:
        end -= 1
    while end < len(page) and not NOTE.match(page[end].text):
        end += 1
    return end if end else len(page)


def joined(rows: list[PdfRow]) -> list[list[PdfRow]]:
    """Rows as paragraphs."""
    edges = _edges(rows)
    found: list[list[PdfRow]] = []
    for row in rows:
        if found and goes_on(found[-1], row, edges[found[-1][-1].page], edges[row.page]):
            found[-1].append(row)
        else:
            found.append([row])
    return found


def _range(above: str, below: str) -> bool:
    """`2020 -` and `2025` broken at their dash are no new line of a list."""
    return bool(above[-1:].isdigit() and RANGE.match(below)) or above.endswith(" -")


@dataclass
class Edges:
    """Where the text of a page begins and ends, and from one base line to the next."""

    left: float
    right: float
    leading: float


def _edges(rows: list[PdfRow]) -> dict[int, Edges]:
    pages: dict[int, list[PdfRow]] = {}
    for row in rows:
        pages.setdefault(row.page, []).append(row)
    return {
        page: Edges(
            min(row.left for row in rows),
            max(row.right for row in rows),
            median([a.base - b.base for a, b in pairwise(rows)] or [0.0]),
        )
        for page, rows in pages.items()
    }


def goes_on(paragraph: list[PdfRow], row: PdfRow, before: Edges, here: Edges) -> bool:
    """Whether a row belongs to the paragraph above it."""
    last = paragraph[-1]
    if last.right < before.right - FULL * (before.right - before.left):
        return False
    if abs(row.size - last.size) > 0.12 * last.size:
        return False
    if row.page == last.page and here.leading and last.base - row.base > 1.4 * here.leading:
        return False
    if (row.text[0].islower() and not BEGINS.match(row.text)) or _range(last.text, row.text):
        return True
    if BEGINS.match(row.text):
        return False
    # A first row is set in; the rows after it begin at the edge, or where the one before them does.
    inset = row.left - here.left > INDENT
    return not inset or (len(paragraph) > 1 and abs(row.left - last.left) < INDENT / 2)
