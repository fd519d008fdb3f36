"""The layout of a Party report by the guidance of its day: head, blanks, what differs from it. Pure.

399-QĐ/TW 2026 with 05-HD/VPTW 2026; before it 66-QĐ/TW 2017 with 36-HD/VPTW 2018, then 11-HD/VPTW 2004.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docx.document import Document as Word
from lxml import etree

from thenchot.reports import layout

from .names import Element, made, parse, w
from .numbering import number_pages
from .package import Package
from .renewing import replace_text
from .text import paragraphs, text_of

TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
BLANK = "     "  # room for a number written by hand
BLANK_DAY = "    "
NUMBER = re.compile(r"\s*Số\s*:?\s*[\d\s.…]*[-–]\s*([A-ZĐ]{1,4}/[A-ZĐ]{1,8})\s*\Z")
PLACED = re.compile(r"\s*([^,\d]{2,60}),\s*ngày[\s\d.…]*tháng[\s\d.…]*năm[\s\d.…]*\Z")
TWIPS = 1440 / 25.4  # a millimetre
HEAD = 30  # paragraphs in which a head is looked for


@dataclass(frozen=True)
class Edition:
    """One version of the guidance: its margins in millimetres, top, bottom, left, right."""

    since: date
    guidance: str
    regulation: str
    margins: tuple[int, int, int, int]


EDITIONS = (
    Edition(date(2026, 5, 27), "05-HD/VPTW", "399-QĐ/TW", (20, 20, 30, 15)),
    Edition(date(2018, 4, 3), "36-HD/VPTW", "66-QĐ/TW", (20, 20, 30, 20)),
    Edition(date(2004, 5, 28), "11-HD/VPTW", "91-QĐ/TW", (20, 20, 30, 20)),
)


def edition(day: date) -> Edition:
    """The guidance of a day; the oldest known for days before it."""
    return next((one for one in EDITIONS if one.since <= day), EDITIONS[-1])


@dataclass(frozen=True)
class Paper:
    """What stands around a report. Collective bodies sign T/M; an organ with one head may sign K/T.

    `signing`: the lines in bold (`T/M BAN THƯỜNG VỤ`, or `K/T TRƯỞNG BAN`), `post` below them. `code` such
    as `BC/ĐU`; `abstract` under the kind of paper.
    """

    superior: str
    issuer: str
    code: str
    place: str
    abstract: str
    signing: tuple[str, ...]
    post: str
    recipients: tuple[str, ...]
    name: str = ""
    kind: str = "BÁO CÁO"


def has_head(root: Element) -> bool:
    """Whether the file brings its own head."""
    return any(" ".join(text_of(one).upper().split()) == TITLE for one in paragraphs(root)[:HEAD])


def lay_out(package: Package, paper: Paper, day: date) -> None:
    """A file with its own head keeps it, number and day blank; others get head, title, numbers, signature."""
    if not has_head(package.body):
        _around(package.body, paper, day)
        number_pages(package)
        _margins(package.body, edition(day))
    leave_blank(package.body, day)


def leave_blank(root: Element, day: date) -> None:
    """`Số      -BC/ĐU` and `…, ngày      tháng 11 năm 2026`: both are written when the paper is signed."""
    for one in paragraphs(root)[:HEAD]:
        text = text_of(one)
        if found := NUMBER.match(text):
            replace_text(one, 0, len(text), f"Số {BLANK}-{found[1]}")
        elif found := PLACED.match(text):
            month = f"{day.month:02}" if day.month < 3 else str(day.month)
            said = f"{found[1].strip()}, ngày{BLANK_DAY}tháng {month} năm {day.year}"
            replace_text(one, 0, len(text), said)


def findings(package: Package, day: date) -> Iterator[tuple[str, str]]:
    """(what, where) that is not as the guidance has it: `margin_top` (and so on), `colon`, `slash`."""
    wanted = edition(day)
    root = package.body
    for part in root.iter(w("sectPr")):
        size, margins = part.find(w("pgSz")), part.find(w("pgMar"))
        if size is not None and _wide(size):
            continue  # an annex across the page
        if margins is not None:
            for side, most in zip(("top", "bottom", "left", "right"), wanted.margins, strict=True):
                seen = int(float(margins.get(w(side), "0"))) / TWIPS
                if abs(seen - most) > 1.5:
                    yield f"margin_{side}", f"{seen:.0f} ≠ {most} mm"
    lines = [text_of(one) for one in paragraphs(root)]
    for text in lines[:HEAD]:
        if re.match(r"\s*Số\s*:", text):
            yield "colon", text.strip()
    for text in lines:
        if text.rstrip().endswith("./."):
            yield "slash", text.strip()[-60:]


def _wide(size: Element) -> bool:
    return int(float(size.get(w("w"), "0"))) > int(float(size.get(w("h"), "0")))


def _around(root: Element, paper: Paper, day: date) -> None:
    """Head and title before the text, recipients and signature after it."""
    before = layout.paper("")
    number = f"Số {BLANK}-{paper.code}"
    layout.party_head(before, layout.Head(paper.superior, paper.issuer, number, paper.place, day))
    layout.title(before, paper.kind, paper.abstract)
    after = layout.paper("")
    layout.signed(after, paper.recipients, layout.Signature(paper.signing, paper.post, name=paper.name))
    for at, one in enumerate(_elements(before)):
        root.insert(at, one)
    last = root[-1] if len(root) and root[-1].tag == w("sectPr") else None
    for one in _elements(after):
        if last is None:
            root.append(one)
        else:
            last.addprevious(one)


def _elements(word: Word) -> list[Element]:
    """What a new document holds, as elements of the same kind as ours."""
    found = [parse(etree.tostring(one)) for one in word.element.body if one.tag != w("sectPr")]
    for one in found:
        _looks(one)
    return found


def _looks(element: Element) -> None:
    """The look of a new document's own Normal style, said at every letter: the file has another."""
    for run in element.iter(w("r")):
        look = run.find(w("rPr"))
        if look is None:
            look = made("rPr")
            run.insert(0, look)
        if look.find(w("rFonts")) is None:
            look.insert(0, made("rFonts", ascii=layout.FONT, hAnsi=layout.FONT, cs=layout.FONT))
    for line in element.iter(w("p")):
        shape = line.find(w("pPr"))
        if shape is None:
            shape = made("pPr")
            line.insert(0, shape)
        if shape.find(w("spacing")) is None:
            _in_place(shape, made("spacing", before="0", after="0", line="240", lineRule="auto"))


def _in_place(shape: Element, spacing: Element) -> None:
    """Where the schema wants it: before indents and alignment."""
    after = next((one for one in shape if one.tag in (w("ind"), w("jc"), w("rPr"))), None)
    if after is None:
        shape.append(spacing)
    else:
        after.addprevious(spacing)


def _margins(root: Element, wanted: Edition) -> None:
    for part in root.iter(w("sectPr")):
        margins, size = part.find(w("pgMar")), part.find(w("pgSz"))
        if size is not None and not _wide(size):
            size.set(w("w"), "11906")  # A4
            size.set(w("h"), "16838")
        if margins is not None and (size is None or not _wide(size)):
            for side, millimetres in zip(("top", "bottom", "left", "right"), wanted.margins, strict=True):
                margins.set(w(side), str(round(millimetres * TWIPS)))
