"""The page of a form of the house: A4, title block, numbered rows and columns, signatures, repeated heads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from thenchot.files.sheets.cells import place_of

from ..binding import Binding, Bound, Title

SHEET = "Biểu"
FACE = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}
BOX = {**FACE, "border": 1}
NUMBER = {**BOX, "num_format": "#,##0", "align": "right"}
SHARE = {**BOX, "num_format": "0.00", "align": "right"}


@dataclass
class Page:
    """One sheet being made: `sheet` and `book` are XlsxWriter's; `bound` gathers what its cells print."""

    book: Any
    sheet: Any
    columns: int
    bound: list[Bound] = field(default_factory=list)
    _formats: dict[tuple[Any, ...], Any] = field(default_factory=dict)

    def form(self, base: dict[str, Any], **more: Any) -> Any:
        """A format, made once."""
        said = {**base, **more}
        key = tuple(sorted(said.items()))
        if key not in self._formats:
            self._formats[key] = self.book.add_format(said)
        return self._formats[key]

    def text(self, row: int, column: int, text: str, base: dict[str, Any] = BOX, **more: Any) -> None:
        """Words in a cell, never a formula."""
        self.sheet.write_string(row, column, text, self.form({**base, "text_wrap": True}, **more))

    def over(
        self, row: int, first: int, last: int, text: str, base: dict[str, Any] = FACE, **more: Any
    ) -> None:
        """Words over several columns."""
        shown = self.form({**base, "text_wrap": True}, **more)
        if first == last:
            self.sheet.write_string(row, first, text, shown)
        else:
            self.sheet.merge_range(row, first, row, last, "", shown)
            self.sheet.write_string(row, first, text, shown)

    def bind(self, row: int, column: int, **bound: Any) -> None:
        self.bound.append(Bound(SHEET, place_of(row, column), **bound))

    def number(self, row: int, column: int, bold: bool = False, **bound: Any) -> None:
        """A cell that prints a figure."""
        self.sheet.write_blank(row, column, None, self.form(NUMBER, bold=bold))
        self.bind(row, column, **bound)

    def formula(
        self,
        row: int,
        column: int,
        formula: str,
        base: dict[str, Any] = NUMBER,
        bold: bool = False,
        **bound: Any,
    ) -> None:
        """A cell that the form computes; with `bound` the figure it must give."""
        self.sheet.write_formula(row, column, formula, self.form(base, bold=bold), 0)
        if bound:
            self.bind(row, column, **bound)


@contextmanager
def page(title: str, columns: Sequence[float], *, landscape: bool = False) -> Iterator[tuple[Page, BytesIO]]:
    """A sheet with its head written down to row 6 (from 0); the heads of columns come next."""
    buffer = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(SHEET)
        made = Page(book, sheet, len(columns))
        for column, width in enumerate(columns):
            sheet.set_column(column, column, width)
        sheet.set_paper(9)
        (sheet.set_landscape if landscape else sheet.set_portrait)()
        sheet.set_margins(left=0.8, right=0.5, top=0.7, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        _head(made, title)
        yield made, buffer


def _head(made: Page, title: str) -> None:
    last = made.columns - 1
    half = max(made.columns // 2 - 1, 1)
    made.over(0, 0, half, "Đơn vị gửi: ……", bold=True)
    made.bind(0, 0, title=Title.SENDER)
    made.over(1, 0, half, "Đơn vị nhận: ……")
    made.bind(1, 0, title=Title.RECEIVER)
    made.over(2, 0, last, title.upper(), align="center", bold=True, font_size=14)
    made.over(3, 0, last, "Kỳ báo cáo: ……", align="center")
    made.bind(3, 0, title=Title.PERIOD)
    made.over(4, 0, last, "(Có đến ngày ……)", align="center", italic=True)
    made.bind(4, 0, title=Title.DATA_TO)
    made.sheet.set_row(2, 24)


def column_heads(made: Page, row: int, heads: Sequence[str]) -> int:
    """The heads of the columns and their numbers under them; the first row after both."""
    for column, head in enumerate(heads):
        made.text(row, column, head, align="center", bold=True)
        made.text(row + 1, column, _numbered(column), align="center", italic=True, font_size=10)
    longest = max(len(head) / max(1.0, 1) for head in heads)
    made.sheet.set_row(row, 34 if longest < 30 else 64)
    made.sheet.repeat_rows(row, row + 1)
    made.sheet.freeze_panes(row + 2, 2)
    return row + 2


def _numbered(column: int) -> str:
    return "AB"[column] if column < 2 else str(column - 1)


def foot(made: Page, row: int) -> None:
    """Signatures left and right, and what is printed: up to here."""
    last = made.columns - 1
    middle = made.columns // 2
    made.over(row + 1, middle, last, "……, ngày …… tháng …… năm ……", align="center", italic=True)
    made.over(row + 2, 0, max(middle - 1, 0), "NGƯỜI LẬP BIỂU", align="center", bold=True)
    made.over(row + 2, middle, last, "T/M BAN THƯỜNG VỤ", align="center", bold=True)
    made.over(row + 3, 0, max(middle - 1, 0), "(Ký, ghi rõ họ tên)", align="center", italic=True)
    made.over(row + 3, middle, last, "(Ký, đóng dấu, ghi rõ họ tên)", align="center", italic=True)
    made.sheet.print_area(0, 0, row + 8, last)
    made.sheet.set_footer("&C&P/&N")


def bound(made: Page, name: str) -> Binding:
    """The binding of a page that is done."""
    return Binding.of(name, made.bound)
