"""Giấy mời, công văn nhắc, phiếu phản hồi trả lại số liệu, and the fill-in aid of the transfer letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..layout import Head, Signature, written
from .forms import Block, Fill, Kind, Page, Signed, Table, Text
from .members import Member, day, number
from .sheets import CENTRE, Column, Sheet


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A letter's deadline and who has not answered it, with the day each was last reminded."""

    what: str
    letter: str  # its number and day
    issuer: str
    due_on: date
    data_to: date | None
    asked: int
    silent: Sequence[tuple[str, date | None]]


def invitation(head: Head, signer: Signature, *, invited: Sequence[str]) -> Page:
    """Giấy mời to the secretaries below; what, when and where are written by hand."""
    return [
        head, Kind("Giấy mời"), Fill("Trân trọng kính mời", "; ".join(invited)), Fill("Tới dự", lines=1),
        Fill("Thời gian"), Fill("Địa điểm"), Fill("Chủ trì"), Fill("Tài liệu, chuẩn bị", lines=1),
        Text("Đề nghị các đồng chí có mặt đúng thời gian, thành phần."),
        Signed([None, signer], ["Như thành phần mời", "Lưu"]),
    ]  # fmt: skip


def reminder(head: Head, signer: Signature, one: Asked, *, on: date) -> Page:
    """Công văn nhắc: no kind of paper over it, its abstract under the number."""
    answered = one.asked - len(one.silent)
    letter = f" tại {one.letter}" if one.letter else ""
    data = f", số liệu đến {written(one.data_to)}" if one.data_to else ""
    units = "; ".join(name for name, _day in one.silent)
    return [
        head, Text(f"về việc {_lower(one.what)}", indent=False),
        Text(f"Kính gửi: {units}" if len(one.silent) <= FEW else "Kính gửi: Các đơn vị có tên dưới đây",
             centred=True),
        Text(f"{one.issuer or 'Cấp trên'} yêu cầu{letter}: {one.what}; hạn nộp {written(one.due_on)}{data}."),
        Text(
            f"Tính đến {written(on)}, đã trả lời {number(answered)}/{number(one.asked)} đơn vị;"
            f" còn {number(len(one.silent))} đơn vị chưa trả lời:"
        ),
        Table(_silent(one)),
        Text("Đề nghị các đơn vị có tên trên khẩn trương trả lời; không phát sinh thì báo không phát sinh."),
        Signed([None, signer], ["Như trên", "Lưu"]),
    ]  # fmt: skip


FEW = 3


def _silent(one: Asked) -> Sheet:
    columns = (
        Column("TT", 12, CENTRE),
        Column("Đơn vị chưa trả lời", 110),
        Column("Đã nhắc ngày", 43, CENTRE),
    )
    rows = [(str(place), name, day(last)) for place, (name, last) in enumerate(one.silent, 1)]
    return Sheet(Head("", ""), "", "", columns, rows)


def feedback(
    head: Head, signer: Signature, *, to: str, period: str, sentence: str, figure: str, place: str,
    returned_on: date,
) -> Page:  # fmt: skip
    """Phiếu phản hồi: the sentence with which the figures of a period were sent back."""
    more: list[Block] = [Fill("Số liệu cần xem", figure)] if figure else []
    more += [Fill("Đơn vị cần xem", place)] if place else []
    return [
        head, Kind("Phiếu phản hồi", "trả lại số liệu"), Text(f"Kính gửi: {to}", centred=True),
        Fill("Kỳ số liệu", period), Fill("Trả lại ngày", f"{returned_on:%d/%m/%Y}"),
        Fill("Lý do", sentence), *more,
        Text("Đề nghị đơn vị kiểm tra, sửa và nộp lại; số đã chốt vẫn giữ, bản nộp lại là biểu thay thế."),
        Fill("Đơn vị trả lời", lines=3),
        Signed([Signature(["ĐƠN VỊ TRẢ LỜI"], note="(ký, ghi rõ họ tên)"), signer]),
    ]  # fmt: skip


def transfer_aid(one: Member, *, sender: str, receiver: str, sent_on: date | None) -> Page:
    """What to copy into the pre-printed, numbered letter; nothing is printed over it."""
    given = (
        ("Kính gửi", receiver), ("Đồng chí", one.name), ("Sinh ngày", one.born),
        ("Vào Đảng ngày", day(one.joined)), ("Công nhận chính thức ngày", day(one.official)),
        ("Số TĐV (thẻ đảng viên)", one.card), ("Số LL (lý lịch)", ""), ("Số SĐV", ""), ("Số GTSHĐ", ""),
        ("Đã sinh hoạt tại", one.cell), ("Nơi giới thiệu đi", sender), ("Đã đóng đảng phí hết tháng", ""),
        ("Ngày giới thiệu", day(sent_on)),
    )  # fmt: skip
    columns = (Column("Mục trên giấy giới thiệu", 65), Column("Ghi", 100))
    return [
        Kind("Bản hướng dẫn điền", "Giấy giới thiệu sinh hoạt đảng"),
        Text("Chép vào giấy in sẵn có số; một màu mực; ô 1 sai thì dùng giấy mới.", indent=False),
        Table(Sheet(Head("", ""), "", "", columns, given)),
        Text("Mục để trống là mục sổ không giữ: số lý lịch, số sổ, số giấy, đảng phí.", indent=False),
    ]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
