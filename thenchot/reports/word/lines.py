"""A Word file as lines for the reader of reports: their spans point back into its paragraphs. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from thenchot.reports.reading.written import Line, Sort

from .names import Element, w
from .outline import Section, sections
from .text import paragraphs, text_of


def lines_of(root: Element, styles: Element | None = None) -> list[Line]:
    """A line for each paragraph, in the order of `text.paragraphs`; line n is paragraph n − 1."""
    found = paragraphs(root)
    return lines_in(root, found, [text_of(one) for one in found], sections(root, styles))


def lines_in(
    root: Element, found: Sequence[Element], texts: Sequence[str], parts: Sequence[Section]
) -> list[Line]:
    """The same of paragraphs whose texts and sections are known."""
    heads = {one.first: one.level for one in parts if one.first or one.level > 1}
    tables = {table: number for number, table in enumerate(root.iter(w("tbl")), 1)}
    made = []
    for number, (paragraph, text) in enumerate(zip(found, texts, strict=True), 1):
        cell = next(paragraph.iterancestors(w("tc")), None) if tables else None
        if cell is not None:
            row = cell.getparent()
            table = next(cell.iterancestors(w("tbl")))
            at = (tables[table], _place(row, "tr"), _place(cell, "tc"))
            place = f"Bảng {at[0]}, dòng {at[1]}, cột {at[2]}"
            made.append(Line(number, text, Sort.CELL, place, 0, *at))
        elif level := heads.get(number - 1, 0):
            made.append(Line(number, text, Sort.HEADING, level=level))
        else:
            made.append(Line(number, text))
    return made


def _place(element: Element, name: str) -> int:
    """Which of its kind it is in its parent, from 1."""
    return sum(1 for one in element.itersiblings(w(name), preceding=True)) + 1
