"""What a document is made of, once read: its lines in order. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from .limits import LIMITS
from .refusals import Refused

SORTS = ("paragraph", "heading", "cell", "footnote", "caption")


@dataclass(frozen=True)
class DocumentLine:
    """One line: a paragraph, a heading with its `level`, a paragraph of a cell, a footnote, a caption.

    `text` is as it stands in the document. `place` names what is no plain paragraph: “Bảng 2, dòng 3, cột 4”,
    “Chú thích 1”, “Hộp văn bản 1”, “Trang 3, đoạn 2” in a PDF. `table`, `row`, `column` count from 1.
    """

    text: str
    sort: str = "paragraph"
    place: str = ""
    level: int = 0
    table: int = 0
    row: int = 0
    column: int = 0


class Lines(list[DocumentLine]):
    """Lines as they are read, within the bounds of one document."""

    letters = 0

    def append(self, line: DocumentLine) -> None:
        """Refused when the line, their number or all of them together are too long."""
        self.letters += len(line.text)
        if len(line.text) > LIMITS.line:
            raise Refused("line", f"dòng {len(self) + 1}", limit=LIMITS.line)
        if self.letters > LIMITS.text:
            raise Refused("text", limit=LIMITS.text)
        if len(self) >= LIMITS.paragraphs:
            raise Refused("paragraphs", limit=LIMITS.paragraphs)
        super().append(line)
