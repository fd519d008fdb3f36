"""A Word file as lines for the reader of reports: their spans point back into its paragraphs. Pure."""

from __future__ import annotations

from thenchot.reports.reading.written import Line, Sort

from .names import Element, w
from .outline import sections
from .text import paragraphs, text_of


def lines_of(root: Element, styles: Element | None = None) -> list[Line]:
    """A line for each paragraph, in the order of `text.paragraphs`; line n is paragraph n − 1."""
    heads = {one.first: one.level for one in sections(root, styles) if one.first or one.level > 1}
    tables = {table: number for number, table in enumerate(root.iter(w("tbl")), 1)}
    found = []
    for number, paragraph in enumerate(paragraphs(root), 1):
        text = text_of(paragraph)
        cell = next(paragraph.iterancestors(w("tc")), None)
        if cell is not None:
            row = cell.getparent()
            table = next(cell.iterancestors(w("tbl")))
            at = (tables[table], _place(row, "tr"), _place(cell, "tc"))
            place = f"Bảng {at[0]}, dòng {at[1]}, cột {at[2]}"
            found.append(Line(number, text, Sort.CELL, place, 0, *at))
        elif level := heads.get(number - 1, 0):
            found.append(Line(number, text, Sort.HEADING, level=level))
        else:
            found.append(Line(number, text))
    return found


def _place(element: Element, name: str) -> int:
    """Which of its kind it is in its parent, from 1."""
    return sum(1 for one in element.itersiblings(w(name), preceding=True)) + 1
