"""Danh sách đảng viên, Sổ danh sách (7-HSĐV), sổ đã ra khỏi Đảng, sổ từ trần: sheets from members."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby

from ..layout import Head, Signature, written
from .members import Member, day, lines, number
from .sheets import CENTRE, Band, Column, Row, Sheet

NOT_HELD = (
    "Các mục Then Chốt không giữ để trống, ghi tay theo hồ sơ giấy: tôn giáo, quê quán, ngoại ngữ,"
    " nghề nghiệp trước khi vào Đảng, số lý lịch, quân đội, công an."
)
OFFICE = "NGƯỜI LẬP DANH SÁCH"

ROLL = (
    Column("TT", 10, CENTRE), Column("Họ và tên", 45), Column("Năm sinh", 14, CENTRE),
    Column("Ngày vào Đảng", 23, CENTRE), Column("Ngày chính thức", 23, CENTRE), Column("Diện", 27),
    Column("Ghi chú", 23),
)  # fmt: skip
REGISTER = (
    Column("Số TT", 9, CENTRE), Column("Họ và tên đang dùng; họ tên khai sinh; năm sinh", 30),
    Column("Nam, nữ; dân tộc; tôn giáo", 17), Column("Quê quán", 16),
    Column("Trình độ: học vấn; chuyên môn; lý luận; ngoại ngữ", 30),
    Column("Nghề nghiệp: trước khi vào Đảng; hiện nay", 15),
    Column("Ngày vào Đảng; ngày chính thức", 21, CENTRE),
    Column("Số thẻ đảng viên; số lý lịch; Huy hiệu Đảng", 20),
    Column("Bộ đội, công an; hưu trí", 12), Column("Chuyển đi: ngày, nơi", 19),
    Column("Chuyển đến: ngày, nơi", 19), Column("Từ trần: ngày, lý do", 18),
    Column("Ra khỏi Đảng: ngày, hình thức", 18), Column("Ghi chú", 18),
)  # fmt: skip
LEFT = (
    Column("TT", 10, CENTRE), Column("Họ và tên; năm sinh", 42), Column("Chi bộ", 50),
    Column("Ngày vào Đảng", 24, CENTRE), Column("Ngày chính thức", 24, CENTRE),
    Column("Ngày ra khỏi Đảng", 24, CENTRE), Column("Hình thức", 38), Column("Văn bản: số, ngày", 30),
    Column("Ghi chú", 20),
)  # fmt: skip
DIED = (
    Column("TT", 10, CENTRE), Column("Họ và tên; năm sinh", 46), Column("Chi bộ", 60),
    Column("Ngày vào Đảng", 26, CENTRE), Column("Ngày chính thức", 26, CENTRE), Column("Huy hiệu Đảng", 26),
    Column("Ngày từ trần", 26, CENTRE), Column("Lý do, ghi chú", 42),
)  # fmt: skip


def roll(head: Head, signer: Signature, members: Sequence[Member], *, on: date, name: str) -> Sheet:
    """Danh sách đảng viên; members of several cells stand in bands, each in the order given."""
    return Sheet(
        head, "Danh sách đảng viên", f"{name}, tính đến {written(on)}", ROLL,
        _in_bands(members, _of_roll), sums=[_sum(members)], signatures=_by_two(signer),
    )  # fmt: skip


def register(head: Head, signer: Signature, members: Sequence[Member], *, on: date, name: str) -> Sheet:
    """Sổ danh sách đảng viên, 7-HSĐV: fourteen columns, lying."""
    return Sheet(
        head, "Sổ danh sách đảng viên", f"{name}, tính đến {written(on)}", REGISTER,
        _in_bands(members, _of_register), sums=[_sum(members)], notes=[NOT_HELD],
        signatures=_by_two(signer), code="Mẫu 7-HSĐV", landscape=True, numbered=True,
    )  # fmt: skip


def left(
    head: Head, signer: Signature, members: Sequence[Member], *, since: date, on: date, name: str
) -> Sheet:
    """Sổ đảng viên đã ra khỏi Đảng, of some years."""
    rows = [
        (str(place), _named(one), _cell(one), day(one.joined), day(one.official), day(one.left_on),
         one.left_how, one.left_paper, "")
        for place, one in enumerate(members, 1)
    ]  # fmt: skip
    return Sheet(
        head, "Sổ đảng viên đã ra khỏi Đảng", f"{name}, {_span(since, on)}", LEFT, rows,
        sums=[f"Cộng: {number(len(members))} người."], signatures=_by_two(signer), landscape=True,
        numbered=True,
    )  # fmt: skip


def died(
    head: Head, signer: Signature, members: Sequence[Member], *, since: date, on: date, name: str
) -> Sheet:
    """Sổ đảng viên từ trần, of some years."""
    rows = [
        (str(place), _named(one), _cell(one), day(one.joined), day(one.official), ", ".join(one.badges),
         day(one.left_on), "")
        for place, one in enumerate(members, 1)
    ]  # fmt: skip
    return Sheet(
        head, "Sổ đảng viên từ trần", f"{name}, {_span(since, on)}", DIED, rows,
        sums=[f"Cộng: {number(len(members))} đồng chí."], notes=["Lý do từ trần sổ không giữ; ghi tay."],
        signatures=_by_two(signer), landscape=True, numbered=True,
    )  # fmt: skip


def _in_bands(members: Sequence[Member], row: Callable[[int, Member], Row]) -> list[Row]:
    """One number after the other through all bands; no band where there is one cell."""
    if len({(one.cell, one.above) for one in members}) < 2:
        return [row(place, one) for place, one in enumerate(members, 1)]
    found: list[Row] = []
    count = 0
    for _key, group in groupby(members, key=lambda one: (one.cell, one.above)):
        some = list(group)
        here = sum(one.left_on is None for one in some)
        found.append(Band(f"{_cell(some[0])}: {number(here)} đảng viên"))
        for one in some:
            count += 1
            found.append(row(count, one))
    return found


def _of_roll(place: int, one: Member) -> Row:
    return (
        str(place), one.name, one.year, day(one.joined), day(one.official),
        one.listed[0] if one.listed else "", ", ".join(one.listed[1:]),
    )  # fmt: skip


def _of_register(place: int, one: Member) -> Row:
    birth = f"({one.birth_name})" if one.birth_name else ""
    came = lines(day(one.came_on), one.came_from)
    return (
        str(place), lines(one.name, birth, one.year), lines(one.sex, one.ethnicity), "",
        lines(one.general, one.professional, one.theory), lines("", one.occupation),
        lines(day(one.joined), day(one.official)),
        lines(f"Thẻ {one.card}" if one.card else "", _badges(one)), "",
        lines(day(one.left_on), one.left_to) if one.moved else "", came,
        day(one.left_on) if one.died else "",
        lines(day(one.left_on), one.left_how) if one.left_how else "",
        one.left_paper if one.left_on else ", ".join(one.listed),
    )  # fmt: skip


def _badges(one: Member) -> str:
    return f"Huy hiệu {', '.join(one.badges)}" if one.badges else ""


def _named(one: Member) -> str:
    return f"{one.name} ({one.year})" if one.year else one.name


def _cell(one: Member) -> str:
    return f"{one.cell}, {one.above}" if one.above else one.cell


def _sum(everybody: Sequence[Member]) -> str:
    """Who is a member on the day; then who left in the span of the register."""
    members = [one for one in everybody if one.left_on is None]
    probationary = sum("dự bị" in one.listed for one in members)
    full, women = len(members) - probationary, sum(one.sex == "nữ" for one in members)
    known = f"; nữ {number(women)}" if any(one.sex for one in members) else ""
    total = f"Cộng: {number(len(members))} đảng viên"
    return f"{total}; chính thức {number(full)}, dự bị {number(probationary)}{known}{_gone(everybody)}."


def _gone(everybody: Sequence[Member]) -> str:
    counted = {
        "chuyển đi": sum(one.moved for one in everybody), "từ trần": sum(one.died for one in everybody),
        "ra khỏi Đảng": sum(bool(one.left_how) for one in everybody),
    }  # fmt: skip
    said = ", ".join(f"{what} {number(count)}" for what, count in counted.items() if count)
    return f". Trong kỳ: {said}" if said else ""


def _span(since: date, on: date) -> str:
    return f"từ {written(since)} đến {written(on)}"


def _by_two(signer: Signature) -> Sequence[Signature]:
    return (Signature([OFFICE], note="(ký, ghi rõ họ tên)"), signer)
