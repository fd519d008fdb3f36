"""What breakdowns call their dimensions and cells; causes of a movement."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.rooms.membership.events import CardIssue, Decider, Elsewhere, Move, Standing
from thenchot.rooms.membership.words import CODES as MEMBERSHIP
from thenchot.rooms.offices.events import Post
from thenchot.rooms.offices.words import CODES as OFFICES
from thenchot.rooms.organisations.events import Ending, OrganisationType, Sector
from thenchot.rooms.organisations.map_events import BodyType, Level
from thenchot.rooms.organisations.words import CODES as ORGANISATIONS
from thenchot.rooms.people.events import General, Occupation, Professional, Sex, Theory
from thenchot.rooms.people.words import CODES as PEOPLE

from .kinds import ethnicities, label_of

DIMENSIONS = {
    "standing": _("Theo diện"), "sex": _("Giới tính"), "minority": _("Dân tộc thiểu số"), "ethnicity": _("Dân tộc"),
    "age": _("Tuổi"), "age-band": _("Nhóm tuổi"), "party-age": _("Tuổi đảng"), "party-age-band": _("Nhóm tuổi đảng"),
    "general": _("Học vấn"), "professional": _("Chuyên môn"), "theory": _("Lý luận chính trị"),
    "occupation": _("Nghề nghiệp"), "youth-union": _("Đoàn viên"), "business-owner": _("Chủ doanh nghiệp"),
    "exempt": _("Miễn sinh hoạt"), "away": _("Sinh hoạt tạm thời nơi khác"), "residence-link": _("Có mối liên hệ nơi cư trú"),
    "sector": _("Loại hình"), "grassroots-sector": _("Loại hình cơ sở"), "due": _("Hết dự bị"), "overdue": _("Quá hạn xét"),
    "again": _("Kết nạp lại"), "way": _("Chiều"), "elsewhere": _("Nơi khác"), "cause": _("Vì sao"),
    "decided-by": _("Cấp quyết định"), "years": _("Số năm"), "posthumous": _("Truy tặng"), "how": _("Hình thức"),
    "year": _("Năm"), "type": _("Loại"), "parent-type": _("Loại cấp trên"), "change": _("Thay đổi"),
    "own-cell": _("Có chi bộ riêng"), "has-member": _("Có đảng viên"), "plan": _("Phương án"), "state": _("Trạng thái"),
    "post": _("Chức vụ"), "seat-type": _("Loại nơi giữ chức"), "seat-sector": _("Loại hình nơi giữ chức"),
    "seat-level": _("Cấp nơi giữ chức"), "not-local": _("Không là người địa phương"),
    "village-head-too": _("Đồng thời là trưởng thôn, tổ trưởng"),
    "front-work-head-too": _("Đồng thời là trưởng ban công tác mặt trận"),
    "commune-officer-too": _("Đồng thời là cán bộ, công chức cấp xã"),
}  # fmt: skip

PLAIN = {
    "yes": _("có"), "no": _("không"), "not_known": _("chưa rõ"), "none": _("chưa có"),
    "up_to_30": _("đến 30"), "31_40": _("31–40"), "41_50": _("41–50"), "51_60": _("51–60"), "over_60": _("trên 60"),
    "under_30": _("dưới 30"), "30_39": "30–39", "40_44": "40–44", "45_49": "45–49", "50_54": "50–54", "55_59": "55–59",
    "60_64": "60–64", "65_69": "65–69", "70_74": "70–74", "75_up": _("75 trở lên"),
}  # fmt: skip

BY_CODES: dict[str, Any] = {
    "standing": MEMBERSHIP[Standing], "sex": PEOPLE[Sex], "general": PEOPLE[General],
    "professional": PEOPLE[Professional], "theory": PEOPLE[Theory], "occupation": PEOPLE[Occupation],
    "change": ORGANISATIONS[Ending], "how": MEMBERSHIP[CardIssue] | ORGANISATIONS[Ending],
    "seat-level": ORGANISATIONS[Level],
    "sector": ORGANISATIONS[Sector], "grassroots-sector": ORGANISATIONS[Sector], "seat-sector": ORGANISATIONS[Sector],
    "type": ORGANISATIONS[OrganisationType] | ORGANISATIONS[BodyType], "parent-type": ORGANISATIONS[OrganisationType],
    "seat-type": ORGANISATIONS[OrganisationType] | ORGANISATIONS[BodyType], "post": OFFICES[Post], "elsewhere": MEMBERSHIP[Elsewhere],
    "decided-by": MEMBERSHIP[Decider],
}  # fmt: skip

WAYS = {
    "in": _("từ ngoài sổ đến"), "out": _("đi ra ngoài sổ"), "sent": _("giới thiệu đi, trong sổ"),
    "received": _("tiếp nhận, trong sổ"), "internal": _("nội bộ"), "reorganisation": _("do sắp xếp tổ chức"),
    "guest": _("đến sinh hoạt tạm thời"), "away": _("đi sinh hoạt tạm thời"),
}  # fmt: skip
CHANGES = {
    "founded": _("thành lập"), "transferred": _("chuyển về cấp trên khác"), "raised": _("nâng cấp"),
    "lowered": _("hạ cấp"), "resectored": _("chỉ đổi loại hình"),
}  # fmt: skip
CAUSES = {
    "name_removed": _("xóa tên"), "released": _("xin ra, cho ra khỏi Đảng"), "expelled": _("khai trừ"),
    "died": _("từ trần"), "admission_cancelled": _("hủy quyết định kết nạp"),
}  # fmt: skip

ALSO: dict[str, Any] = {
    "cause": CAUSES, "way": WAYS, "change": CHANGES, "state": {"done": _("đã xong"), "due": _("phải sắp xếp")},
    "years": {"other": _("số năm khác")},
}  # fmt: skip

HIDDEN = _("dưới 5 hoặc gộp")
ERASED = _("đã xóa")


def dimension(name: str) -> str:
    """The name of a dimension; its own where it has no other."""
    return str(DIMENSIONS.get(name, name))


def cell(name: str, value: Any) -> str:
    """What a value of a dimension is called."""
    if value is None:
        return str(PLAIN["not_known"])
    if name == "ethnicity" and value in ethnicities():
        return ethnicities()[value]
    known = BY_CODES.get(name, {}) | ALSO.get(name, {})
    return str(known.get(value) or PLAIN.get(value) or value)


def place(name: str, value: Any) -> tuple[Any, ...]:
    """Where a value of a dimension stands among the others: as they are declared, what is not known last."""
    known = list({**BY_CODES.get(name, {}), **ALSO.get(name, {})} or PLAIN)
    if value is None or value == "not_known":
        return (2, 0, "")
    if isinstance(value, int):
        return (0, value, "")
    return (0, known.index(value), "") if value in known else (1, 0, str(value))


def cause(kind: str, ground: str) -> str:
    """A line of the movement table: the kind of act, and its ground where that says more."""
    if ground == Move.INTERNAL:
        return label_of(kind)
    words = MEMBERSHIP[Move] | MEMBERSHIP[Elsewhere]
    return f"{label_of(kind)}, {words.get(ground, ground)}" if ground else label_of(kind)
