"""A table as an Excel file: texts stay texts, the head repeats in print, the serial stands at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from ..layout import DEMO, NO_MOMENT, written
from .sheets import Band, Sheet, Stamp
from .word import SMALL, WIDE, possible

# A name that begins with `=` is a name.
AS_GIVEN = {
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "in_memory": True,
}
FONT = {"font_name": "Times New Roman", "valign": "vcenter", "text_wrap": True}
A4 = 9
PER_MM = 0.5  # Excel's width of a column, in letters, for a millimetre
LINE = 1.2  # height of a line of letters
SHEET = "Danh sách"
LONGEST = 32_767  # characters Excel allows in a cell


def excel(sheet: Sheet, stamp: Stamp) -> bytes:
    """The .xlsx of one table; the same rows give the same bytes."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, AS_GIVEN) as book:
        book.set_properties(
            {"title": sheet.title, "author": stamp.organisation, "company": stamp.organisation,
             "created": NO_MOMENT}
        )  # fmt: skip
        _Written(book, sheet, stamp).everything()
    return buffer.getvalue()


class _Written:
    """One worksheet on its way: `at` is the next row."""

    def __init__(self, book: Any, sheet: Sheet, stamp: Stamp) -> None:
        self.book, self.sheet, self.stamp, self.at = book, sheet, stamp, 0
        self.page = book.add_worksheet(SHEET)
        self.last = len(sheet.columns) - 1
        self.size = SMALL if len(sheet.columns) >= WIDE else 12

    def everything(self) -> None:
        self._set_up()
        self._above()
        first = self.at
        self._heads()
        self.page.repeat_rows(first, self.at - 1)
        self.page.freeze_panes(self.at, 0)
        self._rows()
        self._below()
        self.page.print_area(0, 0, self.at, self.last)

    def _set_up(self) -> None:
        page, sheet = self.page, self.sheet
        if sheet.landscape:
            page.set_landscape()
        page.set_paper(A4)
        page.fit_to_pages(1, 0)
        page.set_margins(left=0.8, right=0.6, top=0.8, bottom=0.8)
        banner = f"&C&B{DEMO}" if self.stamp.demo else ""
        page.set_header(banner)
        page.set_footer(f"&L&9{self.stamp.foot.replace('&', '&&')}&R&9&P/&N")
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width * PER_MM)

    def _above(self) -> None:
        head, middle = self.sheet.head, max(1, self.last // 2)
        centre, bold = self._look(align="center"), self._look(align="center", bold=True)
        if self.stamp.demo:
            self._over(0, self.last, DEMO, bold)
            self.at += 1
        said = f"{head.place}, {written(head.day)}" if head.place else ""
        for left, look, right, other in (
            (head.superior.upper(), centre, "ĐẢNG CỘNG SẢN VIỆT NAM", bold),
            (head.issuer.upper(), bold, said, self._look(align="center", italic=True)),
            ("*", centre, self.sheet.code, centre),
        ):
            self._over(0, middle, left, look)
            self._over(middle + 1, self.last, right, other)
            self.at += 1
        self.at += 1
        self._over(
            0, self.last, self.sheet.title.upper(), self._look(align="center", bold=True, font_size=14)
        )
        self.at += 1
        self._over(0, self.last, self.sheet.abstract, bold)
        self.at += 2

    def _heads(self) -> None:
        look = self._look(align="center", bold=True, border=1)
        self.page.set_row(self.at, self._height([column.title.upper() for column in self.sheet.columns]))
        for place, column in enumerate(self.sheet.columns):
            self._text(place, column.title, look)
        self.at += 1
        if self.sheet.numbered:
            for place in range(len(self.sheet.columns)):
                self._text(place, f"({place + 1})", self._look(align="center", border=1))
            self.at += 1

    def _rows(self) -> None:
        looks = [self._look(align=column.align, border=1) for column in self.sheet.columns]
        band = self._look(bold=True, border=1)
        for row in self.sheet.rows:
            if isinstance(row, Band):
                self._over(0, self.last, row.text, band)
            else:
                self.page.set_row(self.at, self._height(row))
                for place, (text, look) in enumerate(zip(row, looks, strict=True)):
                    self._text(place, text, look)
            self.at += 1

    def _below(self) -> None:
        for texts, look in (
            (self.sheet.sums, self._look(bold=True)),
            (self.sheet.notes, self._look(italic=True)),
        ):
            for text in texts:
                self._over(0, self.last, text, look)
                self.at += 1
        self.at += 1
        self._signatures()

    def _signatures(self) -> None:
        blocks = self.sheet.signatures
        if not blocks:
            return
        share = (self.last + 1) / len(blocks)
        bold, plain = self._look(align="center", bold=True), self._look(align="center")
        deep = max(len(block.lines) for block in blocks if block)
        for place, block in enumerate(blocks):
            if block is None:
                continue
            first, last = round(place * share), round((place + 1) * share) - 1
            start = self.at
            for text in block.lines:
                self._over(first, last, text, bold)
                self.at += 1
            self.at = start + deep
            self._over(first, last, block.post or block.note, plain)
            self.at = start
        self.at += deep + 5

    def _height(self, texts: Sequence[str]) -> float:
        """Of the row, in points: not every program finds it out for itself."""
        deep = 1
        for text, column in zip(texts, self.sheet.columns, strict=True):
            letters = max(1, int(column.width * PER_MM * 12.5 / self.size))
            deep = max(deep, sum(-(-len(one) // letters) or 1 for one in text.split("\n")))
        return deep * self.size * LINE + 3

    def _over(self, first: int, last: int, text: str, look: Any) -> None:
        if first >= last:
            self._text(first, text, look)
        else:
            self.page.merge_range(self.at, first, self.at, last, "", look)
            self._text(first, text, look)

    def _text(self, column: int, text: str, look: Any) -> None:
        self.page.write_string(self.at, column, possible(text)[:LONGEST], look)

    def _look(self, **more: Any) -> Any:
        return self.book.add_format({**FONT, "font_size": self.size, **more})
