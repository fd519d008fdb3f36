"""Danh sách đề nghị tặng Huy hiệu Đảng của một đợt, by years of Party age, the highest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from ..layout import Head, Signature, written
from .members import Member, day, number
from .sheets import CENTRE, Band, Column, Row, Sheet

COLUMNS = (
    Column("TT", 9, CENTRE), Column("Họ và tên", 42), Column("Ngày sinh", 23, CENTRE),
    Column("Nam, nữ", 13, CENTRE), Column("Quê quán", 32), Column("Chi bộ", 52),
    Column("Ngày vào Đảng", 23, CENTRE), Column("Ngày chính thức", 23, CENTRE), Column("Số thẻ", 24, CENTRE),
    Column("Ghi chú", 21),
)  # fmt: skip


@dataclass(frozen=True)
class Proposed:
    """Who is to receive the badge of so many years; `full` the day the years are complete."""

    years: int
    full: date
    member: Member


def badges(head: Head, signer: Signature, proposed: Sequence[Proposed], *, wave: date, name: str) -> Sheet:
    """The list of one đợt; within a badge in the order given."""
    rows: list[Row] = []
    sums: list[str] = []
    place = count(1)
    for years in sorted({one.years for one in proposed}, reverse=True):
        some = [one for one in proposed if one.years == years]
        rows.append(Band(f"Huy hiệu {years} năm tuổi Đảng: {number(len(some))} đồng chí"))
        rows += [_row(next(place), one.member) for one in some]
        sums.append(f"{years} năm: {number(len(some))}")
    total = f"Cộng: {number(len(proposed))} đồng chí"
    return Sheet(
        head, "Danh sách", f"đảng viên đề nghị tặng Huy hiệu Đảng đợt {written(wave)}\n{name}", COLUMNS, rows,
        sums=[f"{total} ({'; '.join(sums)})." if sums else f"{total}."],
        notes=["Tuổi Đảng tính đến ngày của đợt tặng. Quê quán sổ không giữ, ghi theo hồ sơ."],
        signatures=(Signature(["NGƯỜI LẬP DANH SÁCH"], note="(ký, ghi rõ họ tên)"), signer),
        landscape=True, numbered=True,
    )  # fmt: skip


def _row(place: int, one: Member) -> Row:
    cell = f"{one.cell}, {one.above}" if one.above else one.cell
    return (
        str(place), one.name, one.born, one.sex, "", cell, day(one.joined), day(one.official), one.card, "",
    )  # fmt: skip
