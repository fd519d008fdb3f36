"""Registers of which the book holds nothing: ruled lines under the prescribed heads, to be kept by hand."""

from __future__ import annotations

from ..layout import Head
from .sheets import CENTRE, Column, Sheet

LINES = 30
NOTE = "Then Chốt không giữ việc giao, nhận và mượn hồ sơ; sổ này ghi tay."
HANDED = (
    Column("TT", 10, CENTRE), Column("Ngày giao nhận", 26, CENTRE),
    Column("Họ và tên đảng viên; năm sinh", 52), Column("Tên tài liệu, số trang", 62),
    Column("Người giao (ký)", 34), Column("Người nhận (ký)", 34),
    Column("Lý do, ghi chú", 44),
)  # fmt: skip
LENT = (
    Column("TT", 10, CENTRE), Column("Ngày mượn", 24, CENTRE), Column("Họ và tên đảng viên; năm sinh", 48),
    Column("Tài liệu mượn", 48), Column("Người mượn, đơn vị", 40), Column("Người duyệt", 30),
    Column("Ký mượn", 22), Column("Ngày trả", 20, CENTRE), Column("Ký trả", 20),
)  # fmt: skip


def handed(head: Head, *, name: str) -> Sheet:
    """Sổ giao nhận hồ sơ đảng viên."""
    return _ruled(head, "Sổ giao nhận hồ sơ đảng viên", name, HANDED)


def lent(head: Head, *, name: str) -> Sheet:
    """Sổ mượn hồ sơ đảng viên."""
    return _ruled(head, "Sổ mượn hồ sơ đảng viên", name, LENT)


def _ruled(head: Head, title: str, name: str, columns: tuple[Column, ...]) -> Sheet:
    rows = [(f"{place}\n ", *[""] * (len(columns) - 1)) for place in range(1, LINES + 1)]
    return Sheet(head, title, name, columns, rows, notes=[NOTE], landscape=True, numbered=True)
