"""A table as a Word file: A4, the head repeated on every page, page numbers, the serial at the foot.

Rows are written as XML text and put into the packed document as text: thousands of them take a second where
cell by cell would take minutes, and a parsed tree of them most of a gigabyte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from thenchot.files.zipped import part_of, with_parts

from .. import layout
from .sheets import CENTRE, Band, Column, Sheet, Stamp

TWIPS = 1440 / 25.4  # in a millimetre
SIZE = 11.0
SMALL = 9.5  # of many columns
WIDE = 10  # columns, from which on the letters are small
DOCUMENT, EMPTY = "word/document.xml", b"<w:tbl/>"
# What XML cannot hold; a file with one of them would not open.
IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def word(sheet: Sheet, stamp: Stamp) -> bytes:
    """The .docx of one table."""
    made = layout.paper(stamp.organisation, title=sheet.title, landscape=sheet.landscape, demo=stamp.demo)
    layout.page_numbers(made)
    layout.foot(made, stamp.foot)
    if sheet.code:
        layout.line(made.add_paragraph(), sheet.code, size=12, italic=True, align=layout.RIGHT_SIDE)
    layout.party_head(made, sheet.head)
    layout.title(made, sheet.title, sheet.abstract, rule=False)
    layout.line(made.add_paragraph(), "", size=6)
    _at_the_end(made, OxmlElement("w:tbl"))
    for text in sheet.sums:
        layout.line(made.add_paragraph(), text, size=13, bold=True).paragraph_format.space_before = layout.GAP
    for text in sheet.notes:
        layout.line(made.add_paragraph(), text, size=12, italic=True)
    if sheet.signatures:
        layout.line(made.add_paragraph(), "", size=8)
        layout.signatures(made, *sheet.signatures)
    return _with_table(layout.bytes_of(made), sheet)


def table(made: Any, sheet: Sheet) -> None:
    """Put a small table at the end of a document."""
    _at_the_end(made, parse_xml(_table(sheet, f" {nsdecls('w')}")))


def _at_the_end(made: Any, element: Any) -> None:
    body = made.element.body
    body.insert(len(body) - 1, element)  # before the properties of the section


def _with_table(data: bytes, sheet: Sheet) -> bytes:
    """The document with the table in the place of the empty one."""
    before, _, after = part_of(data, DOCUMENT).partition(EMPTY)
    return with_parts(data, {DOCUMENT: b"".join((before, _table(sheet).encode(), after))})


def _table(sheet: Sheet, names: str = "") -> str:
    """The table as XML; `names` declares the namespace where nothing around it does."""
    size = SMALL if len(sheet.columns) >= WIDE else SIZE
    widths = [round(column.width * TWIPS) for column in sheet.columns]
    parts = [_heads(sheet, widths, size), *(_row(row, sheet.columns, widths, size) for row in sheet.rows)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    sides = (("top", 30), ("left", 57), ("bottom", 30), ("right", 57))
    margins = "".join(f'<w:{side} w:w="{some}" w:type="dxa"/>' for side, some in sides)
    return (
        f'<w:tbl{names}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(parts)}</w:tbl>"
    )


def _heads(sheet: Sheet, widths: list[int], size: float) -> str:
    lines = [[column.title for column in sheet.columns]]
    if sheet.numbered:
        lines.append([f"({place})" for place in range(1, len(widths) + 1)])
    return "".join(
        "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
        + "".join(
            _cell(text, width, CENTRE, size, bold=place == 0)
            for text, width in zip(line, widths, strict=True)
        )
        + "</w:tr>"
        for place, line in enumerate(lines)
    )


def _row(row: tuple[str, ...] | Band, columns: Iterable[Column], widths: list[int], size: float) -> str:
    if isinstance(row, Band):
        cells = _cell(row.text, sum(widths), "left", size, bold=True, span=len(widths))
    else:
        cells = "".join(
            _cell(text, width, column.align, size)
            for text, width, column in zip(row, widths, columns, strict=True)
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"


def _cell(text: str, width: int, align: str, size: float, *, bold: bool = False, span: int = 0) -> str:
    """A cell; each line of its text a paragraph. A band stays with the row below it."""
    over = f'<w:gridSpan w:val="{span}"/>' if span else ""
    keep = "<w:keepNext/>" if span else ""
    weight = "<w:b/>" if bold else ""
    look = f'<w:rPr>{weight}<w:sz w:val="{round(size * 2)}"/></w:rPr>'
    paragraphs = "".join(
        f'<w:p><w:pPr>{keep}<w:jc w:val="{align}"/></w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>'
        for line in possible(text).split("\n")
    )
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}<w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraphs}</w:tc>"
    )


def possible(text: str) -> str:
    """The text without what XML cannot hold."""
    return IMPOSSIBLE.sub("", text)
