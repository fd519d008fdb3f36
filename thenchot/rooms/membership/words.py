"""Every word a person reads about membership. Sentences of objections: objection_words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.ledger.entries import Entry

from ..telling import Naming, told
from .events import CardIssue, Decider, Elsewhere, Move, Standing
from .objection_words import OBJECTIONS

__all__ = ["CODES", "FIELDS", "GROUNDS", "KINDS", "OBJECTIONS", "ROOM", "TIMELINE", "timeline"]

ROOM = _("Đảng viên")

KINDS = {
    "membership.carried_over": _("Chuyển vào sổ"),
    "membership.admitted": _("Kết nạp"),
    "membership.readmitted": _("Kết nạp lại"),
    "membership.recognised": _("Công nhận chính thức"),
    "membership.moved": _("Chuyển sinh hoạt nội bộ"),
    "membership.sent": _("Giới thiệu chuyển sinh hoạt"),
    "membership.received": _("Tiếp nhận sinh hoạt"),
    "membership.transferred_in": _("Chuyển đến từ nơi khác"),
    "membership.transferred_out": _("Chuyển đi nơi khác"),
    "membership.temporarily_sent": _("Sinh hoạt tạm thời nơi khác"),
    "membership.temporarily_returned": _("Trở về sau sinh hoạt tạm thời"),
    "membership.hosted": _("Đến sinh hoạt tạm thời"),
    "membership.hosting_ended": _("Hết sinh hoạt tạm thời tại đây"),
    "membership.exempted": _("Miễn sinh hoạt"),
    "membership.exemption_ended": _("Trở lại sinh hoạt"),
    "membership.name_removed": _("Xóa tên"),
    "membership.released": _("Xin ra, cho ra khỏi Đảng"),
    "membership.expelled": _("Khai trừ"),
    "membership.admission_cancelled": _("Hủy quyết định kết nạp"),
    "membership.died": _("Từ trần"),
    "membership.restored": _("Khôi phục quyền đảng viên"),
    "membership.badge_awarded": _("Tặng Huy hiệu Đảng"),
    "membership.card_issued": _("Thẻ đảng viên"),
    "membership.residence_introduced": _("Giới thiệu về nơi cư trú (213)"),
    "membership.residence_ended": _("Thôi giữ mối liên hệ nơi cư trú"),
    "membership.remark_received": _("Nhận phiếu nhận xét nơi cư trú"),
}

FIELDS = {
    "cell": _("Chi bộ"),
    "standing": _("Theo diện"),
    "joined_on": _("Ngày vào Đảng (lễ kết nạp)"),
    "official_on": _("Ngày chính thức"),
    "party_since": _("Tuổi đảng tính từ ngày"),
    "exempt": _("Đang miễn sinh hoạt"),
    "resolved_on": _("Ngày nghị quyết chi bộ"),
    "decided_on": _("Ngày quyết định kết nạp"),
    "why": _("Hình thức chuyển"),
    "to": _("Nơi đến"),
    "source": _("Đến từ"),
    "destination": _("Đi đến"),
    "until": _("Đến ngày"),
    "ground": _("Căn cứ (điểm của quy định)"),
    "decided_by": _("Cấp quyết định"),
    "years": _("Số năm tuổi đảng"),
    "posthumous": _("Truy tặng"),
    "how": _("Hình thức"),
    "year": _("Năm"),
}

CODES = {
    Standing: {"probationary": _("dự bị"), "full": _("chính thức")},
    Elsewhere: {
        "other_province": _("tỉnh, thành phố khác"),
        "central": _("đảng bộ trực thuộc Trung ương"),
        "armed_forces": _("quân đội, công an"),
        "abroad": _("ngoài nước"),
    },
    Move: {"internal": _("nội bộ"), "reorganisation": _("do sắp xếp tổ chức")},
    Decider: {
        "grassroots": _("cấp ủy cơ sở"),
        "district": _("cấp huyện"),
        "commune": _("cấp xã"),
        "province": _("cấp tỉnh"),
        "centre": _("Trung ương"),
    },
    CardIssue: {
        "first": _("phát lần đầu"),
        "exchanged": _("đổi thẻ"),
        "reissued": _("cấp lại"),
        "remade": _("làm lại"),
    },
}

# Grounds of a removal, by clause; the words of the clause stay in the regulation.
GROUNDS = {
    "8.1.1": _("điểm 8.1, căn cứ 1"),
    "8.1.2": _("điểm 8.1, căn cứ 2"),
    "8.1.3": _("điểm 8.1, căn cứ 3"),
    "8.1.4": _("điểm 8.1, căn cứ 4"),
    "8.1.5": _("điểm 8.1, căn cứ 5"),
    "not_recognised": _("đảng viên dự bị không đủ điều kiện công nhận"),
}

TIMELINE = {
    "membership.carried_over": _(
        "Có trong danh sách khi mở sổ: {cell}, {standing}, vào Đảng {joined_on}, chính thức {official_on}"
    ),
    "membership.admitted": _("Kết nạp tại {cell}; tuổi đảng tính từ {decided_on}"),
    "membership.readmitted": _("Kết nạp lại tại {cell}; tuổi đảng tính từ {decided_on}"),
    "membership.recognised": _("Công nhận chính thức; nghị quyết chi bộ {resolved_on}"),
    "membership.moved": _("Chuyển sinh hoạt sang {cell} ({why})"),
    "membership.sent": _("Giới thiệu chuyển sinh hoạt đến {to}"),
    "membership.received": _("Tiếp nhận sinh hoạt tại {cell}"),
    "membership.transferred_in": _("Chuyển đến {cell} từ {source}, {standing}, vào Đảng {joined_on}"),
    "membership.transferred_out": _("Chuyển sinh hoạt đi: {destination}"),
    "membership.temporarily_sent": _("Sinh hoạt tạm thời nơi khác đến {until}"),
    "membership.temporarily_returned": _("Trở về sau sinh hoạt tạm thời"),
    "membership.hosted": _("Đến sinh hoạt tạm thời tại {cell} đến {until}"),
    "membership.hosting_ended": _("Hết sinh hoạt tạm thời"),
    "membership.exempted": _("Miễn công tác và sinh hoạt đảng"),
    "membership.exemption_ended": _("Trở lại sinh hoạt"),
    "membership.name_removed": _("Xóa tên trong danh sách đảng viên ({decided_by})"),
    "membership.released": _("Cho ra khỏi Đảng theo đơn xin ra ({decided_by})"),
    "membership.expelled": _("Khai trừ ({decided_by})"),
    "membership.admission_cancelled": _("Hủy quyết định kết nạp"),
    "membership.died": _("Từ trần"),
    "membership.restored": _("Khôi phục quyền đảng viên tại {cell}, {standing}"),
    "membership.badge_awarded": _("Huy hiệu {years} năm tuổi đảng (truy tặng: {posthumous})"),
    "membership.card_issued": _("Thẻ đảng viên: {how}"),
    "membership.residence_introduced": _("Giữ mối liên hệ nơi cư trú với {cell}"),
    "membership.residence_ended": _("Thôi giữ mối liên hệ nơi cư trú"),
    "membership.remark_received": _("Đã nhận phiếu nhận xét nơi cư trú năm {year}"),
}


def timeline(entry: Entry, *, name: Naming = str) -> str:
    """One line of a person's history."""
    return told(entry, TIMELINE, CODES, name)
