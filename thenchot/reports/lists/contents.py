"""Mục lục các tập: the first file of a list that is divided into volumes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..layout import Head, Signature, written
from .members import number
from .sheets import CENTRE, RIGHT, Column, Sheet

COLUMNS = (Column("Tập", 15, CENTRE), Column("Tổ chức đảng", 120), Column("Số đảng viên", 30, RIGHT))


def contents(
    head: Head, signer: Signature, volumes: Sequence[tuple[str, int]], *, on: date, name: str
) -> Sheet:
    """Each volume by its place, what it is of, and how many members stand in it."""
    rows = [(str(place), said, number(count)) for place, (said, count) in enumerate(volumes, 1)]
    total = sum(count for _said, count in volumes)
    return Sheet(
        head, "Mục lục các tập", f"danh sách đảng viên {name}, tính đến {written(on)}", COLUMNS, rows,
        sums=[f"Cộng: {number(len(volumes))} tập, {number(total)} đảng viên."],
        signatures=(Signature(["NGƯỜI LẬP DANH SÁCH"], note="(ký, ghi rõ họ tên)"), signer),
    )  # fmt: skip
