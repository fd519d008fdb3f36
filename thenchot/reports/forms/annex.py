"""The annex of a filled form: for every cell which figure it prints, of what, from where; a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.ledger.days import spoken

from .answers import State
from .filling import Cell, Filled

STATES: dict[State, str | Promise] = {
    State.COUNTED: gettext_lazy("đếm được"),
    State.STATED: gettext_lazy("số nhập"),
    State.SHARE: gettext_lazy("tính từ hai số liệu"),
    State.HIDDEN: gettext_lazy("không hiển thị cho đồng chí"),
    State.NOTHING: gettext_lazy("chưa ghi sổ trong kỳ"),
    State.ABSENT: gettext_lazy("tổ chức không có trong cây tổ chức của kỳ"),
    State.NO_CHILD: gettext_lazy("không có đơn vị ở dòng này"),
    State.UNDECLARED: gettext_lazy("không còn số liệu này"),
    State.NO_PERIOD: gettext_lazy("chưa rõ kỳ"),
    State.TITLE: gettext_lazy("dòng tiêu đề"),
}


def annex(
    filled: Filled,
    *,
    titles: Mapping[str, str],
    names: Mapping[int, str],
    rows: Callable[[Cell], str],
    closing: str,
    known_by: int,
    lacking: str = "",
) -> bytes:
    """For every bound cell: figure, organisation, period, value, state, where its rows open.

    `closing` is its code, or empty for the book as it was at entry `known_by`; `lacking` says which units
    it was closed without.
    """
    heads: Sequence[str] = (
        _("Trang tính"), _("Ô"), _("Mã số liệu"), _("Số liệu"), _("Phân tổ"), _("Tổ chức"), _("Kỳ"),
        _("Số liệu đến ngày"), _("Giá trị"), _("Nguồn"), _("Mở danh sách"),
    )  # fmt: skip
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, options) as book:
        sheet = book.add_worksheet(_("Nguồn số liệu"))
        bold = book.add_format({"bold": True, "text_wrap": True, "border": 1})
        plain = book.add_format({"text_wrap": True, "border": 1, "valign": "top"})
        said = (
            _("Lần chốt {code}").format(code=closing)
            if closing
            else _("Sổ đến bản ghi số {seq}").format(seq=known_by)
        )
        sheet.write_string(0, 0, f"{filled.binding.name}. {said}", book.add_format({"bold": True}))
        if lacking:
            sheet.write_string(1, 0, lacking)
        for column, head in enumerate(heads):
            sheet.write_string(2, column, head, bold)
        beside = {one.place for one in filled.beside} if closing else set()
        for row, one in enumerate(_in_order(filled), 3):
            how = _how(one, known_by if one.place in beside else None)
            for column, value in enumerate(_line(one, how, titles, names, rows)):
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    sheet.write_number(row, column, value, plain)
                else:
                    sheet.write_string(row, column, str(value), plain)
        for column, width in enumerate((10, 6, 16, 36, 14, 26, 18, 12, 9, 16, 34)):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(2)
        sheet.freeze_panes(3, 2)
    return buffer.getvalue()


def _in_order(filled: Filled) -> list[Cell]:
    return [one for one in filled.cells.values() if one.bound.title is None]


def _how(one: Cell, known_by: int | None) -> str:
    """How the number came about; `known_by` for one that the closing does not hold itself."""
    answer, state = one.answer, str(STATES[one.answer.state])
    if answer.state is State.STATED:
        state = _("ước") if answer.estimate else state
        state = _("{state}, bản ghi số {seq}").format(state=state, seq=answer.entry)
    if known_by is not None:
        state = _("{state} từ sổ như lúc chốt (đến bản ghi số {seq}), lần chốt không giữ số này").format(
            state=state, seq=known_by
        )
    return _("{state}; ô là công thức của biểu").format(state=state) if one.formula else state


def _line(
    one: Cell, how: str, titles: Mapping[str, str], names: Mapping[int, str], rows: Callable[[Cell], str]
) -> list[Any]:
    bound, answer = one.bound, one.answer
    value: Any = "" if answer.value is None else answer.value
    if value != "" and not isinstance(value, int):
        value = float(value)
    part = f"{bound.by}: {bound.value}" if bound.by else ""
    period = answer.period
    return [
        bound.sheet, bound.cell, bound.code, titles.get(bound.code, bound.code), part,
        names.get(answer.organisation or 0, ""), period.upto(period.last).words() if period else "",
        spoken(period.data_to) if period else "", value, how, rows(one),
    ]  # fmt: skip
