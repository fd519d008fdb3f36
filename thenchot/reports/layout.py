"""Word files as Party papers are laid out (05-HD/VPTW): page, head, kind and abstract, body, signatures.

Built from nothing, so a file holds what is written here and no author, comment or template of anybody's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt

FONT = "Times New Roman"
WIDE, TALL = Mm(297), Mm(210)
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(15)
BODY, LINE, GAP, FIRST = Pt(14), Pt(18), Pt(6), Mm(10)
DEMO = "BẢN THỬ – MỌI NGƯỜI TRONG VĂN BẢN NÀY ĐỀU KHÔNG CÓ THẬT"
NO_MOMENT = datetime(2000, 1, 1)  # noqa: DTZ001 - a file says no moment of its making
CENTRE, JUSTIFIED = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
RIGHT_SIDE, LEFT_SIDE = WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.LEFT
ROOM = 4  # lines for a signature and a seal
LEADER = {"w:val": "right", "w:leader": "dot"}


@dataclass(frozen=True)
class Head:
    """Who issues a paper: `superior` and `issuer` as they are printed, without the capitals.

    `number` such as `Số       -BC/ĐU`; none for a list or form. `place` and `day` of the right side.
    """

    superior: str
    issuer: str
    number: str = ""
    place: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Signature:
    """One block: lines in bold capitals (T/M …), the post, what is below it, the name."""

    lines: Sequence[str]
    post: str = ""
    note: str = ""
    name: str = ""


def written(day: date | None) -> str:
    """`ngày 05 tháng 02 năm 2026`, with dots where there is no day: a zero before 1–9 and months 1 and 2.

    >>> written(date(2026, 2, 5)), written(date(2026, 11, 25)), written(date(2026, 3, 5))
    ('ngày 05 tháng 02 năm 2026', 'ngày 25 tháng 11 năm 2026', 'ngày 05 tháng 3 năm 2026')
    """
    if day is None:
        return "ngày … tháng … năm ……"
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def paper(organisation: str, *, title: str = "", landscape: bool = False, demo: bool = False) -> Word:
    """An empty A4 document; its properties say the organisation and the title, nothing else.

    A demo's banner stands in the head of every page.
    """
    word = Document()
    section = word.sections[0]
    sides = (WIDE, TALL) if landscape else (TALL, WIDE)
    section.page_width, section.page_height = sides
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin = TOP, BOTTOM
    section.left_margin, section.right_margin = (Mm(20), Mm(15)) if landscape else (LEFT, RIGHT)
    section.header_distance = section.footer_distance = Mm(9)
    section.different_first_page_header_footer = True
    said = word.core_properties
    said.author, said.last_modified_by, said.comments = organisation, organisation, ""
    said.title, said.created, said.modified = title, NO_MOMENT, NO_MOMENT
    style = word.styles["Normal"]
    style.font.name, style.font.size = FONT, BODY
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.element.rPr.rFonts.set(qn("w:cs"), FONT)
    style.element.rPr.append(element("w:lang", {"w:val": "vi-VN"}))
    style.paragraph_format.space_after = Pt(0)
    if demo:
        for header in (section.first_page_header, section.header):
            line(header.paragraphs[0], DEMO, size=9, bold=True, align=CENTRE)
    return word


def width(word: Word) -> Length:
    """What a page has between its margins."""
    section = word.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    return Length((page or TALL) - (left or LEFT) - (right or RIGHT))


def bytes_of(word: Word) -> bytes:
    """The file."""
    buffer = BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def party_head(word: Word, head: Head) -> None:
    """Left the superior, the issuer, the star, the number; right the Party's title and place and day."""
    left, right = columns(word, (0.5, 0.5))
    line(left.paragraphs[0], head.superior.upper(), size=13, align=CENTRE)
    line(left.add_paragraph(), head.issuer.upper(), size=13, bold=True, align=CENTRE)
    line(left.add_paragraph(), "*", size=13, align=CENTRE)
    if head.number:
        line(left.add_paragraph(), head.number, size=13, align=CENTRE)
    line(right.paragraphs[0], "ĐẢNG CỘNG SẢN VIỆT NAM", size=14, bold=True, align=CENTRE, underline=True)
    said = f"{head.place}, {written(head.day)}" if head.place else written(head.day)
    placed = line(right.add_paragraph(), said, size=13, italic=True, align=CENTRE)
    placed.paragraph_format.space_before = Pt(6)


def title(word: Word, kind: str, abstract: str = "", *, rule: bool = True) -> None:
    """The kind of paper in capitals, the abstract under it, and the five strokes."""
    line(
        word.add_paragraph(), kind.upper(), size=15, bold=True, align=CENTRE
    ).paragraph_format.space_before = Pt(14)
    if abstract:
        line(word.add_paragraph(), abstract, bold=True, align=CENTRE)
    if rule:
        line(word.add_paragraph(), "-----", align=CENTRE).paragraph_format.space_after = Pt(6)


def body(word: Word, text: str, *, indent: bool = True, align: Any = JUSTIFIED, bold: bool = False) -> Any:
    """A paragraph of the text: 14 pt, justified, first line 10 mm, lines of 18 pt, 6 pt between."""
    made = line(word.add_paragraph(), text, align=align, bold=bold)
    shape = made.paragraph_format
    shape.line_spacing_rule, shape.line_spacing, shape.space_after = WD_LINE_SPACING.EXACTLY, LINE, GAP
    shape.first_line_indent = FIRST if indent else None
    return made


def dotted(word: Word, text: str = "", *, times: int = 1) -> None:
    """A line that somebody fills in with a pen: the text, then dots to the margin."""
    for place in range(times):
        made = body(word, f"{text if place == 0 else ''}\t", indent=False, align=LEFT_SIDE)
        stops = element("w:tabs")
        twips = int(width(word) / 635)
        stops.append(element("w:tab", {**LEADER, "w:pos": str(twips)}))
        made._p.get_or_add_pPr().append(stops)


def signatures(word: Word, *blocks: Signature | None) -> None:
    """Blocks side by side, kept together on one page; nothing leaves its place empty."""
    cells = columns(word, tuple(1 / len(blocks) for _ in blocks))
    for cell, block in zip(cells, blocks, strict=True):
        if block is not None:
            _sign(cell, block)


def signed(word: Word, recipients: Sequence[str], block: Signature) -> None:
    """The end of a paper: *Nơi nhận* at the left, the signature at the right."""
    left, right = columns(word, (0.45, 0.55))
    line(left.paragraphs[0], "Nơi nhận:", size=14, underline=True)
    for place, one in enumerate(recipients, 1):
        line(left.add_paragraph(), f"- {one}{'.' if place == len(recipients) else ';'}", size=12)
    _sign(right, block)


def _sign(cell: Any, block: Signature) -> None:
    said: list[tuple[str, dict[str, Any]]] = [(text, {"bold": True}) for text in block.lines]
    said += [(block.post, {})] if block.post else []
    said += [(block.note, {"italic": True, "size": 12})] if block.note else []
    said += [("", {})] * ROOM + [(block.name, {"bold": True})]
    for place, (text, look) in enumerate(said):
        one = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        line(one, text, align=CENTRE, **look).paragraph_format.keep_with_next = place < len(said) - 1


def page_numbers(word: Word) -> None:
    """From the second page, in the middle of the top."""
    header = word.sections[0].header
    made = header.paragraphs[0] if not header.paragraphs[0].text else header.add_paragraph()
    made.alignment = CENTRE
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = made.add_run()
        run.font.size = Pt(13)
        if text:
            said = element("w:instrText", {"xml:space": "preserve"})
            said.text = text
            run._r.append(said)
        else:
            run._r.append(element("w:fldChar", {"w:fldCharType": kind}))


def foot(word: Word, text: str) -> None:
    """A small line at the foot of every page; a report has none."""
    for footer in (word.sections[0].first_page_footer, word.sections[0].footer):
        line(footer.paragraphs[0], text, size=9)


def columns(word: Word, shares: Sequence[float]) -> list[Any]:
    """Cells side by side without borders, each a share of the page's width."""
    table = word.add_table(rows=1, cols=len(shares))
    table.autofit = False
    for cell, column, share in zip(table.rows[0].cells, table.columns, shares, strict=True):
        cell.width = column.width = Length(int(width(word) * share))
    table.rows[0]._tr.get_or_add_trPr().append(element("w:cantSplit"))
    return list(table.rows[0].cells)


def line(
    paragraph: Any, text: str, *, size: float = 14, bold: bool = False, italic: bool = False,
    underline: bool = False, align: Any = None,
) -> Any:  # fmt: skip
    """Put a text into a paragraph."""
    run = paragraph.add_run(text)
    run.font.size, run.bold, run.italic = Pt(size), bold or None, italic or None
    run.underline = underline or None
    if align is not None:
        paragraph.alignment = align
    return paragraph


def element(name: str, attributes: dict[str, str] | None = None) -> Any:
    """One element of WordprocessingML."""
    made = OxmlElement(name)
    for key, value in (attributes or {}).items():
        made.set(qn(key), value)
    return made
