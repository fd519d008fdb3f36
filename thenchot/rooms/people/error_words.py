"""Words of reports of wrong information."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .error_events import Item, Outcome, PaperKind

ERROR_KINDS = {
    "people.error_reported": _("Báo thông tin chưa đúng"),
    "people.error_answered": _("Trả lời báo thông tin chưa đúng"),
}

ERROR_FIELDS = {
    "item": _("Thông tin"),
    "paper_kind": _("Theo giấy tờ"),
    "last_three": _("Ba chữ số cuối của giấy tờ"),
    "outcome": _("Kết quả"),
}

ERROR_CODES = {
    Item: {
        "name": _("họ tên"),
        "birth": _("ngày sinh"),
        "sex": _("giới tính"),
        "ethnicity": _("dân tộc"),
        "general": _("trình độ học vấn phổ thông"),
        "professional": _("trình độ chuyên môn"),
        "theory": _("trình độ lý luận chính trị"),
        "occupation": _("nghề nghiệp"),
        "personal_number": _("số định danh cá nhân"),
        "card_number": _("số thẻ đảng viên"),
        "phone": _("số điện thoại"),
        "joined": _("ngày vào Đảng"),
        "official": _("ngày chính thức"),
        "party_since": _("ngày tính tuổi đảng"),
    },
    PaperKind: {
        "citizen_card": _("căn cước"),
        "birth_certificate": _("giấy khai sinh"),
        "diploma": _("văn bằng, chứng chỉ"),
        "party_decision": _("quyết định của tổ chức đảng"),
        "party_card": _("thẻ đảng viên"),
        "party_record": _("lý lịch đảng viên"),
    },
    Outcome: {
        "corrected_from_dossier": _("sửa máy theo hồ sơ gốc"),
        "dossier_kept_both_recorded": _("giữ hồ sơ, ghi cả hai"),
        "sent_above": _("báo cấp trên (giấy trong hồ sơ khác nhau)"),
        "kept_year_only": _("giữ, chỉ biết năm"),
    },
}

ERROR_TIMELINE = {
    "people.error_reported": _("Báo thông tin chưa đúng: {item}, theo {paper_kind} số cuối {last_three}"),
    "people.error_answered": _("Trả lời về {item}: {outcome}"),
}

ERROR_OBJECTIONS = {
    "error_is_reported_once_at_a_time": _(
        "Mục này đồng chí đã báo ngày {since} và đang chờ trả lời; không cần báo lần nữa."
    ),
    "paper_is_named_by_three_digits": _(
        "Chỉ ghi ba chữ số cuối của số giấy tờ; đề nghị đồng chí không ghi cả số."
    ),
    "answered_error_was_reported": _(
        "Ngày {day} mục này không có báo nào đang chờ trả lời; đề nghị đồng chí kiểm tra mục và ngày."
    ),
    "only_of_a_day_the_year_is_kept": _(
        "“Giữ, chỉ biết năm” chỉ dùng cho ngày sinh, ngày vào Đảng, ngày chính thức, ngày tính tuổi đảng."
    ),
    "member_is_answered_in_time": _(
        "Hạn trả lời đảng viên là {due} ({days} ngày làm việc); đề nghị đồng chí báo lý do trả lời chậm."
    ),
}
