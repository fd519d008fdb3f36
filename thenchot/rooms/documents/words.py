"""Every word a person reads about deadlines from letters."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.ledger.entries import Entry

from ..telling import Naming, told
from .events import Asks, How

ROOM = _("Hạn từ công văn")

KINDS = {
    "documents.deadline_set": _("Thêm hạn từ công văn"),
    "documents.asked": _("Giao trả lời"),
    "documents.answered": _("Đã trả lời"),
    "documents.reminded": _("Đã nhắc"),
    "documents.deadline_withdrawn": _("Thu hồi hạn"),
}

FIELDS = {
    "deadline": _("Mã hạn"),
    "asks": _("Loại việc"),
    "title": _("Nội dung yêu cầu"),
    "due_on": _("Hạn nộp"),
    "data_to": _("Số liệu đến ngày"),
    "monthly": _("Lặp lại hằng tháng"),
    "issuer": _("Cơ quan ban hành (trong sổ)"),
    "issuer_name": _("Cơ quan ban hành (tên gọi)"),
    "follows": _("Theo hạn của cấp trên"),
    "of": _("Nơi giao"),
    "month": _("Tháng"),
    "how": _("Trả lời"),
}

CODES = {
    Asks: {
        "report": _("báo cáo"),
        "figures": _("biểu, số liệu"),
        "list": _("danh sách"),
        "minutes": _("biên bản sinh hoạt"),
        "resolution": _("nghị quyết"),
        "plan": _("kế hoạch"),
        "submission": _("tờ trình"),
        "dossier": _("hồ sơ"),
        "draft_read": _("góp ý dự thảo văn bản"),
        "other": _("việc khác"),
    },
    How: {"submitted": _("đã nộp"), "nothing_arose": _("không phát sinh")},
}

TIMELINE = {
    "documents.deadline_set": _("Hạn từ công văn: {asks}, {title}; hạn {due_on}, số liệu đến {data_to}"),
    "documents.asked": _("Phải trả lời hạn {deadline} của {of}"),
    "documents.answered": _("Trả lời hạn {deadline}: {how}"),
    "documents.reminded": _("Được nhắc về hạn {deadline}"),
    "documents.deadline_withdrawn": _("Thu hồi hạn {deadline}"),
}

OBJECTIONS = {
    "deadline_is_kept_by_an_organisation_of_its_day": _(
        "Ngày {day} tổ chức theo dõi hạn này chưa có hoặc đã kết thúc;"
        " đề nghị đồng chí kiểm tra tổ chức và ngày."
    ),
    "deadline_is_set_once": _("Hạn này đã có trong sổ; đổi ngày thì dùng “Đính chính”."),
    "letter_has_one_issuer": _(
        "Cơ quan ban hành công văn: đề nghị đồng chí chọn một tổ chức trong sổ, hoặc ghi tên cơ quan,"
        " không để trống và không ghi cả hai."
    ),
    "due_after_the_letter": _(
        "Hạn nộp {due} trước ngày ký công văn {signed}; đề nghị đồng chí kiểm tra hai ngày."
    ),
    "data_end_before_they_are_due": _(
        "Số liệu đến ngày {to}, sau hạn nộp {due}; đề nghị đồng chí kiểm tra hai ngày."
    ),
    "asked_for_a_deadline_that_is_open": _(
        "Ngày {day} nơi giao không có hạn này đang theo dõi; đề nghị đồng chí ghi hạn trước."
    ),
    "asked_within_the_organisation": _(
        "Ngày {day} tổ chức được giao không trực thuộc nơi giao, hoặc chưa có, hoặc đã kết thúc;"
        " đề nghị đồng chí chọn lại đơn vị phải nộp."
    ),
    "asked_once": _("Tổ chức này đã được giao trả lời từ {since}; không ghi lần nữa."),
    "only_who_is_asked_answers": _(
        "Ngày {day} tổ chức này không có tên trong danh sách phải trả lời;"
        " đề nghị đồng chí kiểm tra đơn vị phải nộp và ngày."
    ),
    "answered_once": _("Kỳ này đã ghi trả lời ngày {since}; ghi nhầm thì dùng “Đính chính”."),
    "nobody_who_answered_is_reminded": _("Tổ chức này đã trả lời ngày {since}, không cần nhắc."),
    "month_is_of_a_monthly_deadline": _(
        "Hạn lặp lại hằng tháng thì ghi tháng, sớm nhất {first}; hạn một lần thì để trống tháng."
    ),
    "withdrawn_while_it_was_open": _("Ngày {day} hạn này không còn theo dõi, nên không có gì để thu hồi."),
}


def timeline(entry: Entry, *, name: Naming = str) -> str:
    """One line of an organisation's history."""
    return told(entry, TIMELINE, CODES, name)
