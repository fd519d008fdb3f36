"""The order in which people read figures: sections and groups of a provincial report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SECTIONS: dict[str, str | Promise] = {"M": _("Đảng viên"), "O": _("Tổ chức đảng"), "K": _("Cán bộ")}

# (the last number of the group, its heading), by section: a code stands in the first group that reaches it.
GROUPS: dict[str, tuple[tuple[int, str | Promise], ...]] = {
    "O": (
        (6, _("Hệ thống tổ chức đảng")), (7, _("Thành lập, kết thúc, sắp xếp trong kỳ")),
        (9, _("Thôn, tổ dân phố")), (11, _("Chi bộ ít đảng viên, chi ủy")),
        (13, _("Doanh nghiệp ngoài khu vực nhà nước")), (14, _("Loại hình tổ chức cơ sở đảng")),
        (15, _("Tổ chức cơ sở đảng kết nạp được đảng viên")), (17, _("Bí thư, phó bí thư chi bộ kiêm nhiệm")),
    ),
    "M": (
        (9, _("Số lượng, cơ cấu")), (10, _("Nghề nghiệp")), (11, _("Tuổi")), (12, _("Tuổi đảng")),
        (13, _("Trình độ")), (21, _("Kết nạp")), (22, _("Kết nạp: trình độ")),
        (23, _("Kết nạp: nghề nghiệp")), (24, _("Kết nạp: tuổi")),
        (27, _("Kết nạp trong doanh nghiệp, kết nạp lại")), (29, _("Công nhận chính thức")),
        (30, _("Chuyển sinh hoạt đảng")), (36, _("Ra khỏi Đảng, từ trần, khôi phục quyền")),
        (38, _("Giữ mối liên hệ nơi cư trú")), (40, _("Huy hiệu Đảng")), (41, _("Thẻ đảng viên")),
    ),
    "K": (
        (4, _("Người đứng đầu không là người địa phương")), (14, _("Sắp xếp cơ quan, đầu mối")),
        (16, _("Bí thư chi bộ")),
    ),
}  # fmt: skip
OTHERS = _("Số liệu khác")


@dataclass(frozen=True)
class Group:
    """A heading and the codes under it."""

    heading: str
    codes: list[str]


def groups(codes: Iterable[str], section: str) -> list[Group]:
    """The codes of a section in reading order, under their headings."""
    found: dict[str, list[str]] = {}
    for code in sorted((one for one in codes if one.startswith(section)), key=in_order):
        found.setdefault(heading(code), []).append(code)
    return [Group(name, of) for name, of in found.items()]


def heading(code: str) -> str:
    """The group a code stands in."""
    number = in_order(code)[1]
    return next((str(name) for end, name in GROUPS.get(code[0], ()) if number <= end), str(OTHERS))


def in_order(code: str) -> tuple[str, int, str]:
    """`M9` before `M10`."""
    family, _point, rest = code.partition(".")
    digits = family[1:]
    return family[0], int(digits) if digits.isdigit() else 999, rest
