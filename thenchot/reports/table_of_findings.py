"""Findings and figures of a checked report as an Excel file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from .against import Compared
from .answer import WORST, verdicts
from .checking.relations import Relation
from .checking_words import VERDICTS, say, where
from .reading.written import Period, Reading

# Text stays text: a name that begins with `=` is no formula, an address no link.
AS_TEXT = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
MOST_ROWS = 1_000_000


def table(
    reading: Reading, relations: Sequence[Relation], compared: Sequence[tuple[Compared, str]] = ()
) -> bytes:
    """A workbook of two sheets: findings, the worst first, and every figure; a third against a closing.

    `compared` pairs each comparison with its sentence.
    """
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, AS_TEXT) as book:
        _sheet(
            book, _("Kết quả rà soát"), _finding_heads(), _findings(reading, relations), (8, 18, 18, 90, 40)
        )
        _sheet(
            book, _("Các con số"), _figure_heads(), _figures(reading, relations), (8, 22, 14, 18, 20, 40, 24)
        )
        if compared:
            heads = [_("Dòng"), _("Văn bản ghi"), _("Mã số liệu"), _("Đã chốt"), _("Chênh"), _("Kết quả")]
            _sheet(
                book, _("Đối chiếu số đã chốt"), heads, _against(reading, compared), (8, 18, 22, 14, 14, 90)
            )
    return buffer.getvalue()


def _sheet(
    book: Any, name: str, heads: list[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]
) -> None:
    sheet = book.add_worksheet(name)
    bold, wrap = book.add_format({"bold": True, "text_wrap": True}), book.add_format({"text_wrap": True})
    for column, (head, width) in enumerate(zip(heads, widths, strict=False)):
        sheet.set_column(column, column, width, wrap)
        sheet.write_string(0, column, head, bold)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(number, column, value)
            elif value is not None:
                sheet.write_number(number, column, value)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _finding_heads() -> list[str]:
    return [_("STT"), _("Kết quả"), _("Chỗ"), _("Nội dung"), _("Phép tính")]


def _findings(reading: Reading, relations: Iterable[Relation]) -> Iterable[Sequence[Any]]:
    worst_first = sorted(relations, key=lambda one: (WORST.index(one.verdict), one.lines))
    for number, one in enumerate(worst_first, 1):
        told = where(one, reading)
        yield number, str(VERDICTS[one.verdict]), told, say(one, reading), one.expression


def _figure_heads() -> list[str]:
    return [
        _("Dòng"), _("Chỗ"), _("Văn bản ghi"), _("Giá trị"), _("Đơn vị"), _("Đếm gì"), _("Kỳ"), _("Kết quả"),
    ]  # fmt: skip


def _figures(reading: Reading, relations: Iterable[Relation]) -> Iterable[Sequence[Any]]:
    found = verdicts(relations)
    for one in reading.figures:
        place, verdict = reading.lines[one.line - 1].place, found.get(one.ordinal)
        said = str(VERDICTS[verdict]) if verdict else ""
        yield one.line, place, one.text, _number(one.value), one.unit, one.noun, period(one.period), said


def _against(reading: Reading, compared: Iterable[tuple[Compared, str]]) -> Iterable[Sequence[Any]]:
    for one, said in compared:
        figure = reading.figures[one.ordinal]
        yield figure.line, figure.text, one.code, _number(one.closed), _number(one.gap), said


def _number(value: Decimal | int | None) -> float | str | None:
    """A number Excel holds exactly, else its text."""
    if value is None:
        return None
    return float(value) if abs(value) < 10**15 else str(value)


def period(given: Period) -> str:
    """`2023-01-01 – 2023-12-31`, `2023-09-30`, or nothing."""
    ends = [one for one in (given.since, given.until) if one]
    return given.as_of or " – ".join(dict.fromkeys(ends))
