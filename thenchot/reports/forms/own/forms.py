"""The four forms: movement of members, their structure, organisations by kind, admissions by structure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thenchot.files.sheets.cells import place_of

from ..binding import Binding, Title, When, Whose
from . import lines
from .page import NUMBER, SHARE, Page, bound, column_heads, foot, page

Made = tuple[bytes, Binding]
Numbers = Callable[[Page, int, int, lines.Line], None]  # the sheet, the first row, the line's row
NOW, THEN = 2, 3  # columns of this period and of the same period last year


@dataclass(frozen=True)
class Own:
    """A form of the house. `make(children)` gives the workbook for so many organisations below."""

    code: str
    name: str | Promise
    make: Callable[[int], Made]


def movement(children: int = 0) -> Made:
    """Opening, in, out, closing, beside the same period; its own formulas add up."""

    def numbers(made: Page, first: int, row: int, line: lines.Line) -> None:
        for column, when in ((NOW, When.THIS), (THEN, When.LAST_YEAR)):
            if line.code == "move.closing":
                opening, into, out = (place_of(first + n, column) for n in (0, 1, 7))
                made.formula(row, column, f"={opening}+{into}-{out}", bold=True, code=line.code, when=when)
            else:
                _number(made, row, column, line, when)
        made.formula(row, 4, _difference(row), bold=line.bold)

    heads = ["TT", "Chỉ tiêu", "Kỳ này", "Cùng kỳ năm trước", "Tăng, giảm"]
    return _listed("tang-giam", heads, lines.MOVEMENT, numbers)


def organisations(children: int = 0) -> Made:
    """How many of each kind, beside the same period."""

    def numbers(made: Page, first: int, row: int, line: lines.Line) -> None:
        _two_years(made, row, line)
        made.formula(row, 4, _difference(row), bold=line.bold)

    heads = ["TT", "Loại tổ chức", "Kỳ này", "Cùng kỳ năm trước", "Tăng, giảm"]
    return _listed("to-chuc", heads, lines.ORGANISATIONS, numbers)


def admissions(children: int = 0) -> Made:
    """Who was admitted: number and share, beside the same period."""

    def numbers(made: Page, first: int, row: int, line: lines.Line) -> None:
        if not line.code:
            for column in (NOW, THEN, 4):
                made.text(row, column, "")
            return
        _two_years(made, row, line)
        whole = place_of(first, NOW)
        share = f"=IF({whole}=0,0,ROUND({place_of(row, NOW)}*100/{whole},2))"
        made.formula(row, 4, share, SHARE, bold=line.bold)

    heads = ["TT", "Cơ cấu", "Số lượng", "Cùng kỳ năm trước", "Tỷ lệ (%)"]
    return _listed("ket-nap", heads, lines.ADMISSIONS, numbers)


def members(children: int = 0) -> Made:
    """A line for each organisation directly below, and a sum; a cell has one line."""
    widths = (5, 34, *[11.0] * len(lines.MEMBERS))
    with page(lines.NAMES["dang-vien"], widths, landscape=True) as (made, buffer):
        heads = ["TT", "Tổ chức đảng", *(label for label, _code in lines.MEMBERS)]
        first = column_heads(made, 6, heads)
        count = max(children, 1)
        made.text(first, 0, "", bold=True)
        made.text(first, 1, "Tổng số", bold=True)
        for column, (_label, code) in enumerate(lines.MEMBERS, 2):
            area = f"{place_of(first + 1, column)}:{place_of(first + count, column)}"
            made.formula(first, column, f"=SUM({area})", bold=True, code=code)
            for child in range(1, count + 1):
                whose: dict[str, Any] = {"whose": Whose.CHILD, "child": child} if children else {}
                made.number(first + child, column, code=code, **whose)
        for child in range(1, count + 1):
            row = first + child
            made.text(row, 0, str(child), align="center")
            made.text(row, 1, "")
            if children:
                made.bind(row, 1, title=Title.CHILD, whose=Whose.CHILD, child=child)
            else:
                made.bind(row, 1, title=Title.SENDER)
        foot(made, first + count + 1)
    return buffer.getvalue(), bound(made, lines.NAMES["dang-vien"])


def _listed(code: str, heads: list[str], listed: Sequence[lines.Line], numbers: Numbers) -> Made:
    """A form of one row a line; `numbers` writes the three columns after its labels."""
    with page(lines.NAMES[code], (6, 46, 14, 14, 14)) as (made, buffer):
        first = column_heads(made, 6, heads)
        for row, line in enumerate(listed, first):
            _labels(made, row, line)
            numbers(made, first, row, line)
        foot(made, first + len(listed))
    return buffer.getvalue(), bound(made, lines.NAMES[code])


def _two_years(made: Page, row: int, line: lines.Line) -> None:
    _number(made, row, NOW, line, When.THIS)
    _number(made, row, THEN, line, When.LAST_YEAR)


def _labels(made: Page, row: int, line: lines.Line) -> None:
    made.text(row, 0, line.number, align="center", bold=line.bold)
    made.text(row, 1, line.label, bold=line.bold, indent=0 if line.bold else 1)


def _number(made: Page, row: int, column: int, line: lines.Line, when: When) -> None:
    """The figure, or the sum of the lines below it, held against the figure."""
    if line.sum_of:
        area = f"{place_of(row + 1, column)}:{place_of(row + line.sum_of, column)}"
        made.formula(row, column, f"=SUM({area})", NUMBER, line.bold, code=line.code, when=when)
    else:
        made.number(row, column, line.bold, code=line.code, when=when)


def _difference(row: int) -> str:
    """Where last year is not known there is no difference: never the whole number."""
    now, then = place_of(row, NOW), place_of(row, THEN)
    return f'=IF(COUNT({then})=0,"",{now}-{then})'


FORMS = {
    one.code: one
    for one in (
        Own("tang-giam", _("Biểu tăng, giảm đảng viên"), movement),
        Own("dang-vien", _("Biểu cơ cấu đảng viên"), members),
        Own("to-chuc", _("Biểu tổ chức đảng theo loại hình"), organisations),
        Own("ket-nap", _("Biểu cơ cấu đảng viên mới kết nạp"), admissions),
    )
}
