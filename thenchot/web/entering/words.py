"""Every sentence of the forms. Vietnamese is the source."""

# ruff: noqa: E501 (a sentence stays on one line, as it is looked up)

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

MISSING = _("Chưa nhập “{label}”.")
NOT_FILLED = {
    "required": MISSING,
    "not_found": _("Chưa chọn “{label}”: đồng chí gõ vài chữ, bấm Tìm rồi chọn một dòng."),
    "not_a_code": _(
        "“{label}” chưa đúng danh mục hoặc cách viết. Mã gồm chữ thường không dấu, số, dấu chấm, gạch nối."
    ),
    "not_whole": _("“{label}” phải là số nguyên."),
    "not_yes_no": _("“{label}” phải là Có hoặc Không."),
    "not_a_day": _("“{label}” chưa đủ: ghi năm; biết tháng thì ghi tháng; biết cả tháng thì mới ghi ngày."),
    "no_such_day": _("“{label}” không có trong lịch. Đồng chí kiểm tra ngày và tháng."),
    "month_first": _("“{label}” viết tháng trước ngày. Ghi ngày, tháng, năm."),
    "year_out_of_range": _("Năm của “{label}” ngoài khoảng 1900–2100."),
    "two_digit_year": _("“{label}” cần đủ bốn chữ số của năm."),
    "not_a_month": _("“{label}” là tháng và năm, hoặc chỉ năm."),
}
SURELY = _("Chưa lưu được: {sentence}")
DOUBTFUL = _("{sentence} Vẫn lưu được nếu văn bản đúng như vậy.")
UNSURE = _("{sentence} Vẫn lưu được; việc này vào danh sách cần xem lại.")

SAVED = _("Đã ghi. {line}.")
SAVED_MANY = _("Đã ghi {count} việc. {line}.")
SAVED_BEFORE = _("Việc này đã ghi lúc {at}, không ghi lần nữa.")
SAVED_OTHERWISE = _(
    "Biểu này đã ghi lúc {at} với nội dung khác; lần này chưa ghi gì. Nếu là sửa việc ấy, đồng chí mở bản ghi rồi chọn “Ghi nhầm, sửa theo giấy”. Nếu là một việc nữa, bấm Ghi lần nữa."
)
WAITS = _(
    "Chưa ghi: cần người thứ hai xác nhận trong 72 giờ. Mã đề nghị {code}; đồng chí ấy thấy ở Việc cần làm, mục Chờ duyệt."
)
TO_REVIEW = _("Đã đưa vào danh sách Cần xem lại: {sentence}")
STALE = _(
    "Từ lúc đồng chí mở biểu này, sổ có thêm việc dưới đây. Phần đã nhập vẫn còn; đồng chí xem lại rồi bấm Ghi lần nữa."
)
AS_ON_PAPER_NEEDED = _(
    "Việc này khác quy định nêu ở trên. Nếu văn bản đúng như vậy, đồng chí đánh dấu “Đúng như văn bản” rồi bấm Ghi."
)
NOT_CHECKED = _("Chưa rà soát được: {sentence}")
KEPT = _("Phần đã nhập vẫn còn trên trang này.")
GONE_RIGHT = _("Tài khoản này không còn được ghi việc ấy ở đây.")
NOTHING_CHANGED = _("Chưa có ô nào khác với bản ghi trong sổ.")
NO_REASON = _("Chưa chọn lý do.")
ALSO_LEAVES = _("Cùng lúc ghi: {posts}.")
EXISTS_ALREADY = _(
    "“{label}” đã có trong một hồ sơ khác; mỗi người vào sổ một lần. Đồng chí đối chiếu giấy tờ; nếu người này đã có trong sổ, chọn “Người đã có trong sổ”."
)
STANDS_ON = _("Có {count} việc khác dựa vào bản ghi này; đánh dấu để hủy cả, hoặc hủy từng việc trước.")
