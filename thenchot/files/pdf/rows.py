"""The printed rows of a PDF with where they stand on their pages. For the worker."""

from __future__ import annotations

import codecs
import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median
from typing import Any

import pypdfium2
from pypdfium2 import raw

from ..limits import LIMITS
from ..refusals import Refused

codecs.lookup("utf-16-le")  # once confined, no module can be loaded
DIGIT = re.compile(r"\d")
RAISED = 0.75  # a digit this much smaller than its row is the mark of a note
BREAK = "\r\n"


@dataclass
class PdfRow:
    """One printed row: edges and base line in points from the lower left corner, size of its letters."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float


def rows_of(data: bytes) -> list[list[PdfRow]]:
    """The rows of every page, in the order of the file; Refused with what stands against it."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as no:
        locked = getattr(no, "err_code", None) == raw.FPDF_ERR_PASSWORD
        raise Refused("encrypted" if locked else "broken") from None
    try:
        check(document)
        pages, letters = [], 0
        for number in range(len(document)):
            rows = list(_page(document[number], number + 1))
            letters += sum(len(row.text) for row in rows)
            if letters > LIMITS.text:
                raise Refused("text", limit=LIMITS.text)
            pages.append(rows)
    except pypdfium2.PdfiumError:
        raise Refused("broken") from None
    if not letters:
        raise Refused("scanned")
    return pages


def check(document: pypdfium2.PdfDocument) -> None:
    """What the door looked for in the bytes, asked once more of the one who reads them."""
    if len(document) > LIMITS.pages:
        raise Refused("pages", limit=LIMITS.pages)
    if raw.FPDFDoc_GetJavaScriptActionCount(document) > 0:
        raise Refused("pdf_program")
    if raw.FPDFDoc_GetAttachmentCount(document) > 0:
        raise Refused("embedding")
    if raw.FPDF_GetFormType(document) in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND):
        raise Refused("pdf_form")


def _text(reading: pypdfium2.PdfTextpage) -> str:
    """The text but for letters at either end that the page hides; the library drops one a call."""
    first, last = 0, reading.count_chars() - 1
    while first <= last and raw.FPDFText_GetTextIndexFromCharIndex(reading, first) == -1:
        first += 1
    while last > first and raw.FPDFText_GetTextIndexFromCharIndex(reading, last) == -1:
        last -= 1
    return str(reading.get_text_range(first, last - first + 1)) if first <= last else ""


def _page(page: pypdfium2.PdfPage, number: int) -> Iterator[PdfRow]:
    reading = page.get_textpage()
    text, at = _text(reading), 0
    same = len(text) == reading.count_chars()
    for printed in text.split(BREAK):
        begin, at = at, at + len(printed) + len(BREAK)
        letters = [begin + place for place, letter in enumerate(printed) if not letter.isspace()]
        if letters:
            if len(printed) > LIMITS.line:
                raise Refused("line", f"trang {number}", limit=LIMITS.line)
            yield _row(reading, printed, begin, letters, same, number)
    reading.close()
    page.close()


def _row(reading: Any, printed: str, begin: int, letters: list[int], same: bool, page: int) -> PdfRow:
    def real(place: int) -> int:
        return place if same else int(raw.FPDFText_GetCharIndexFromTextIndex(reading, place))

    step = max(1, len(letters) // 3)
    size = median(_size(reading, real(place)) for place in letters[::step])
    text = printed
    for digit in reversed(list(DIGIT.finditer(printed))):
        if 0 < _size(reading, real(begin + digit.start())) < RAISED * size:
            text = text[: digit.start()] + text[digit.end() :]
    left, base = _begins(reading, real(letters[0]))
    right = _ends(reading, real(letters[-1]))
    return PdfRow(text.replace("\ufffe", "-").strip(), page, left, right, base, size)


def _size(reading: Any, place: int) -> float:
    """The size of a letter as it is drawn, in points."""
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(reading, place, ctypes.byref(matrix))
    scale = math.hypot(matrix.c, matrix.d) or 1.0
    return float(raw.FPDFText_GetFontSize(reading, place)) * scale


def _begins(reading: Any, place: int) -> tuple[float, float]:
    """Where a letter stands on its base line."""
    left, base = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(reading, place, ctypes.byref(left), ctypes.byref(base))
    return left.value, base.value


def _ends(reading: Any, place: int) -> float:
    """The right edge of the room a letter takes."""
    room = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(reading, place, ctypes.byref(room))
    return float(room.right)
