"""Bộ kết nạp 3-KNĐ … 9-KNĐ with what the book knows filled in; the rest is dots, for a pen.

2-KNĐ and 1-HSĐV are declared by the person's own hand: they are not here. Texts follow the set of forms as
offices use it (12-HD/BTCTW); the original was not at hand, so every page says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ..layout import Head, Signature, written
from .forms import Block, Code, Fill, Kind, Page, Signed, Text
from .members import Member, day

UNREAD = (
    "Bản hỗ trợ điền mẫu theo bộ mẫu 12-HD/BTCTW; chưa đối chiếu văn bản gốc, đề nghị đối chiếu trước khi ký."
)
DOTS = "………………………………"


@dataclass(frozen=True, kw_only=True)
class Case:
    """One person's way into the Party as far as the book knows it. `person` without a name: nobody yet.

    `members`, `probationary`: of the cell on the day; `resolved_on` the cell's resolution; `decided_on`,
    `paper` the decision; `ends` the end of probation.
    """

    cell_head: Head
    committee_head: Head
    cell: str
    committee: str
    person: Member
    members: int
    probationary: int
    resolved_on: date | None = None
    decided_on: date | None = None
    paper: str = ""
    ends: date | None = None

    @property
    def name(self) -> str:
        return self.person.name or DOTS

    @property
    def entitled(self) -> str:
        full = self.members - self.probationary
        return f"{self.members} đảng viên; chính thức {full}, dự bị {self.probationary}"


def admission(one: Case) -> list[Page]:
    """The seven forms, a page each."""
    return [
        _introduction(one), _mass(one), _opinions(one), _cell(one), _division(one), _committee(one),
        _decision(one),
    ]  # fmt: skip


def _introduction(one: Case) -> Page:
    return [
        Code("Mẫu 3-KNĐ"), Kind("Giấy giới thiệu người vào Đảng"),
        Text(f"Kính gửi: Chi ủy {one.cell}", centred=True),
        Fill("Tôi là"), Fill("Sinh ngày"), Fill("Vào Đảng ngày"), Fill("Công nhận chính thức ngày"),
        Fill("Chức vụ trong Đảng, chính quyền, đoàn thể"), Fill("Đang sinh hoạt tại", one.cell),
        Text("Được chi bộ phân công giúp đỡ, nay xin giới thiệu quần chúng:", indent=False),
        *about(one.person), Fill("Những ưu điểm, khuyết điểm chính", lines=4),
        Text("Tôi xin chịu trách nhiệm trước Đảng về lời giới thiệu của mình.", indent=False),
        Signed([None, Signature(["NGƯỜI GIỚI THIỆU"], note="(ký, ghi rõ họ tên)")]), unread(),
    ]  # fmt: skip


def _mass(one: Case) -> Page:
    return [
        Code("Mẫu 4-KNĐ"), Kind("Nghị quyết", "giới thiệu đoàn viên vào Đảng"),
        Fill("Ban chấp hành Đoàn (công đoàn)"), Fill("Họp ngày"),
        Text("Nhận thấy đoàn viên:", indent=False), *about(one.person),
        Fill("Những ưu điểm, khuyết điểm chính", lines=4),
        Fill("Số ủy viên tán thành"), Text(f"Đề nghị {one.cell} xem xét, kết nạp vào Đảng.", indent=False),
        Signed([None, Signature(["T/M BAN CHẤP HÀNH"], note="(ký, ghi rõ họ tên, đóng dấu)")]), unread(),
    ]  # fmt: skip


def _opinions(one: Case) -> Page:
    return [
        Code("Mẫu 5-KNĐ"), one.cell_head,
        Kind("Tổng hợp ý kiến nhận xét", "của tổ chức chính trị - xã hội nơi làm việc và chi ủy nơi cư trú"),
        Text("Đối với người xin vào Đảng:", indent=False), *about(one.person), *opinions(), unread(),
    ]  # fmt: skip


def _cell(one: Case) -> Page:
    return [
        Code("Mẫu 6-KNĐ"), one.cell_head, Kind("Nghị quyết", "đề nghị kết nạp đảng viên"),
        *meeting(one, one.resolved_on, f"xét, đề nghị kết nạp quần chúng {one.name} vào Đảng"),
        Fill("Kết luận về lý lịch, phẩm chất chính trị, đạo đức, năng lực, quan hệ quần chúng", lines=3),
        *votes(), Text("Chi bộ đề nghị cấp ủy có thẩm quyền kết nạp vào Đảng.", indent=False),
        Signed([None, Signature(["T/M CHI BỘ"], "BÍ THƯ")], ["Đảng ủy cấp trên", "Lưu chi bộ"]), unread(),
    ]  # fmt: skip


def _division(one: Case) -> Page:
    return [
        Code("Mẫu 7-KNĐ"), Kind("Báo cáo", "của đảng ủy bộ phận thẩm định nghị quyết kết nạp đảng viên"),
        Fill("Đảng ủy bộ phận"), Fill("Họp ngày"),
        Text(
            f"Thẩm định nghị quyết của {one.cell}{_on(one.resolved_on)} về kết nạp {one.name}.", indent=False
        ),
        Fill("Kết quả thẩm định", lines=3), *votes(),
        Signed([None, Signature(["T/M ĐẢNG ỦY BỘ PHẬN"], "BÍ THƯ")]), unread(),
    ]  # fmt: skip


def _committee(one: Case) -> Page:
    return [
        Code("Mẫu 8-KNĐ"), one.committee_head, Kind("Nghị quyết", "đề nghị kết nạp đảng viên"),
        *committee_meets(one, f"nghị quyết của {one.cell}{_on(one.resolved_on)} về kết nạp {one.name}"),
        *votes(), unread(),
        Signed([None, Signature(["T/M ĐẢNG ỦY"])], ["Cấp ủy có thẩm quyền", "Lưu hồ sơ"]),
    ]  # fmt: skip


def _decision(one: Case) -> Page:
    return [
        Code("Mẫu 9-KNĐ"), one.committee_head, Kind("Quyết định", "kết nạp đảng viên"), *grounds(),
        Fill("Số, ngày quyết định", decision(one)),
        Text(f"Điều 1. Kết nạp {one.name} vào Đảng Cộng sản Việt Nam.", indent=False), *about(one.person),
        Text(f"Điều 2. {one.cell} và đảng viên có tên trên chịu trách nhiệm thi hành.", indent=False),
        Signed([None, Signature(["T/M CẤP ỦY CÓ THẨM QUYỀN"])], ["Như Điều 2", "Lưu hồ sơ"]), unread(),
    ]  # fmt: skip


def about(person: Member) -> Sequence[Block]:
    """Who it is; home and place of living are not in the book's public part."""
    return [
        Fill("Họ và tên", person.name), Fill("Sinh ngày", person.born), Fill("Dân tộc", person.ethnicity),
        Fill("Quê quán"), Fill("Nghề nghiệp", person.occupation),
    ]  # fmt: skip


def opinions() -> Sequence[Block]:
    """Two bodies that were asked, with room for what they said."""
    told = [
        Fill("1. Tổ chức chính trị - xã hội nơi làm việc", lines=2),
        Fill("Số người tán thành, không tán thành"),
        Fill("2. Chi ủy nơi cư trú", lines=2),
        Fill("Số người tán thành, không tán thành"),
    ]
    return [*told, Signed([None, Signature(["T/M CHI ỦY"], "BÍ THƯ")])]


def meeting(one: Case, on: date | None, what: str) -> Sequence[Block]:
    """Of the cell: how many members it had on the day of the paper."""
    return [
        Text(f"{_met(on)} {one.cell} đã họp để {what}."), Fill("Tổng số đảng viên của chi bộ", one.entitled),
        Fill("Có mặt"), Fill("Vắng mặt, lý do"), Fill("Chủ trì; thư ký"),
    ]  # fmt: skip


def committee_meets(one: Case, what: str) -> Sequence[Block]:
    return [
        Text(f"{_met(None)} {one.committee} đã họp, xét {what}."), Fill("Tổng số cấp ủy viên"),
        Fill("Có mặt"),
        Fill("Kết luận", lines=2),
    ]  # fmt: skip


def votes() -> Sequence[Block]:
    return [Fill("Số tán thành; tỷ lệ"), Fill("Số không tán thành; lý do")]


def grounds() -> Sequence[Block]:
    return [
        Text("- Căn cứ Điều lệ Đảng;", indent=False),
        Text("- Xét nghị quyết của chi bộ và đề nghị của cấp ủy cơ sở,", indent=False),
    ]


def decision(one: Case) -> str:
    """Number and day of a decision already recorded."""
    said = ", ngày ".join(part for part in (one.paper, day(one.decided_on)) if part)
    return f"số {said}" if one.paper else said


def unread() -> Block:
    return Text(UNREAD, indent=False)


def _on(value: date | None) -> str:
    return f", {written(value)}," if value else f" {written(None)}"


def _met(on: date | None) -> str:
    said = written(on)
    return f"{said[:1].upper()}{said[1:]},"
