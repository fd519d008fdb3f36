"""Phiếu nhận xét nơi cư trú (213-QĐ/TW): a page for each member, in the order of the residence cells."""

from __future__ import annotations

from collections.abc import Sequence

from ..layout import Head, Signature
from .forms import Fill, Kind, Page, Signed, Text
from .members import Member


def slips(head: Head, members: Sequence[Member], *, year: int) -> list[Page]:
    """A page each; what the residence cell has to say is dots."""
    return [_slip(head, one, year) for one in members]


def _slip(head: Head, one: Member, year: int) -> Page:
    return [
        head,
        Kind("Phiếu lấy ý kiến nhận xét", f"đối với đảng viên giữ mối liên hệ nơi cư trú, năm {year}"),
        Text(f"Kính gửi: Chi ủy {_lower(one.residence)}", centred=True),
        Text(
            "Thực hiện Quy định số 213-QĐ/TW, ngày 02/01/2020 của Bộ Chính trị, đề nghị chi ủy nơi cư trú"
            " nhận xét đảng viên có tên sau:"
        ),
        Fill("Họ và tên", one.name),
        Fill("Năm sinh", one.year),
        Fill("Sinh hoạt đảng tại", one.cell),
        Fill("Nơi cư trú", one.address),
        Text("Nhận xét của chi ủy nơi cư trú", bold=True, indent=False),
        Fill("1. Gương mẫu của bản thân và gia đình", lines=2),
        Fill("2. Trách nhiệm, mối quan hệ với cấp ủy, chi bộ và Nhân dân nơi cư trú", lines=2),
        Fill("3. Dự các cuộc họp do chi ủy nơi cư trú mời", lines=1),
        Fill("4. Ý kiến khác", lines=1),
        Signed(
            [
                Signature(["XÁC NHẬN CỦA CẤP ỦY", "NƠI CƯ TRÚ"]),
                Signature(["T/M CHI ỦY NƠI CƯ TRÚ"], "BÍ THƯ"),
            ]
        ),
    ]


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:] if name else "………………………………"
