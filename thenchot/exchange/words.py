"""Every sentence about a list that comes in. Vietnamese is the source."""

# ruff: noqa: E501 (a sentence stays on one line, as it is looked up)

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.files import words as files
from thenchot.files.refusals import Refused
from thenchot.files.tables import Note

from .intake import Finding

FINDINGS = {
    "missing_column": _("Thiếu cột “{header}”. Đề nghị đồng chí thêm cột này."),
    "column_twice": _("{place}: cột “{header}” có hai lần. Đề nghị đồng chí chỉ để một cột."),
    "no_rows": _("Dưới tiêu đề không có dòng nào."),
    "required": _("{place}: cột “{header}” bắt buộc nhưng ô trống."),
    "number_not_text": _("{place}: “{header}” phải là chữ, không phải số; nếu có số 0 ở đầu thì đã mất. Đề nghị đồng chí đổi cột sang dạng chữ (Text) rồi nhập lại đủ chữ số."),
    "not_text": _("{place}: “{header}” phải là chữ. Đề nghị đồng chí đổi ô sang dạng chữ (Text) rồi nhập lại."),
    "not_found": _("{place}: không tìm thấy “{header}” này trong sổ. Đề nghị đồng chí kiểm tra lại mã hoặc số."),
    "not_a_code": _("{place}: giá trị không thuộc danh mục của “{header}”. Xem các giá trị được nhận ở trang giải thích cột."),
    "not_whole": _("{place}: “{header}” phải là số nguyên, viết liền các chữ số."),
    "not_a_number": _("{place}: “{header}” phải là số, ví dụ 1234,5."),
    "too_exact": _("{place}: “{header}” có hơn bốn chữ số thập phân hoặc quá lớn. Đề nghị đồng chí làm tròn rồi nhập lại."),
    "not_yes_no": _("{place}: “{header}” phải là Có hoặc Không."),
    "not_a_day": _("{place}: “{header}” không phải là ngày. Viết ngày/tháng/năm, ví dụ 21/11/2026."),
    "not_a_month": _("{place}: “{header}” là tháng hoặc năm, viết tháng/năm, ví dụ 11/2026."),
    "month_first": _("{place}: “{header}” viết tháng trước ngày. Viết ngày/tháng/năm, ví dụ 21/11/2026."),
    "two_digit_year": _("{place}: năm của “{header}” chỉ có hai chữ số. Viết đủ bốn chữ số."),
    "no_such_day": _("{place}: “{header}” là ngày không có trong lịch."),
    "year_out_of_range": _("{place}: năm của “{header}” nằm ngoài khoảng 1900 đến 2100."),
}  # fmt: skip

SHEET_ROWS, SHEET_COLUMNS = _("Dữ liệu"), _("Giải thích cột")
EXPLAINED = [_("Cột"), _("Tên tiếng Anh"), _("Mã cột"), _("Bắt buộc"), _("Cách ghi"), _("Giá trị được nhận")]
REQUIRED, OPTIONAL, YES, NO = _("Bắt buộc"), _("Không bắt buộc"), _("Có"), _("Không")
TYPES = {
    "id": _("mã tổ chức, số định danh cá nhân hoặc số thẻ Đảng, dạng chữ"),
    "list": _("chọn trong danh mục"),
    "text": _("chữ"),
    "code": _("mã: chữ thường không dấu, chữ số"),
    "whole": _("số nguyên"),
    "decimal": _("số"),
    "yes_no": _("Có hoặc Không"),
    "day": _("ngày/tháng/năm, ví dụ 21/11/2026; chỉ biết tháng hoặc năm: 11/2026, 2026"),
    "month": _("tháng/năm, ví dụ 11/2026"),
}


def say(what: Refused | Note | Finding) -> str:
    """The sentence for a refusal, a note or a finding."""
    if isinstance(what, Finding):
        return str(FINDINGS[what.code]).format(place=what.place, header=what.header)
    return files.say(what)
