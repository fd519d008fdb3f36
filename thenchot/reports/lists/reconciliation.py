"""Danh sách đối khớp as a table to hand over: what is not alike, who mends it until when, how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ..layout import Head, Signature, written
from .members import lines, number
from .sheets import CENTRE, Band, Column, Row, Sheet

COLUMNS = (
    Column("TT", 10, CENTRE), Column("Họ và tên", 42), Column("Chỗ chưa khớp", 36), Column("Trong tệp", 36),
    Column("Trong sổ", 36), Column("Ai sửa, trước ngày", 36), Column("Trạng thái", 28), Column("Lý do", 34),
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line in words; `cell` is what the list is divided by."""

    cell: str
    who: str
    what: str
    theirs: str
    ours: str
    mender: str = ""
    until: str = ""
    state: str = ""
    reason: str = ""


def reconciliation(head: Head, signer: Signature, found: Sequence[Line], *, on: date, name: str) -> Sheet:
    """The lines in the order given, in bands by cell."""
    rows: list[Row] = []
    place = 0
    for cell, some in groupby(found, key=lambda one: one.cell):
        rows += [Band(cell)] if cell else []
        for one in some:
            place += 1
            rows.append(_row(place, one))
    return Sheet(
        head, "Danh sách đối khớp", f"với cơ sở dữ liệu quốc gia, {name}, tính đến {written(on)}", COLUMNS,
        rows, sums=[f"Cộng: {number(place)} dòng."], notes=["Số định danh, số thẻ chỉ in ba số cuối."],
        signatures=(Signature(["NGƯỜI LẬP DANH SÁCH"], note="(ký, ghi rõ họ tên)"), signer),
        landscape=True, numbered=True,
    )  # fmt: skip


def _row(place: int, one: Line) -> Row:
    return (
        str(place), one.who, one.what, one.theirs, one.ours, lines(one.mender, one.until), one.state,
        one.reason,
    )  # fmt: skip
