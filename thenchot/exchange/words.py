"""Every sentence about a file from outside. Vietnamese is the source."""

# ruff: noqa: E501 (a sentence stays on one line, as it is looked up)

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .intake import Finding
from .refusals import Refused
from .tables import Note

REFUSALS = {
    "size": _("Tệp lớn hơn {limit} MB. Đề nghị đồng chí chia tệp hoặc bỏ hình ảnh rồi gửi lại."),
    "unpacked": _("Tệp khi mở ra lớn hơn {limit} MB (phần {place}). Đề nghị đồng chí chia thành nhiều tệp."),
    "ratio": _("Tệp nén bất thường: khi mở ra lớn gấp hơn {limit} lần (phần {place}). Đề nghị đồng chí lưu lại bằng Excel rồi gửi lại."),
    "parts": _("Tệp có hơn {limit} phần bên trong, không phải bảng tính thông thường. Đề nghị đồng chí chép dữ liệu sang tệp mới."),
    "depth": _("Phần {place} lồng nhau quá {limit} cấp. Đề nghị đồng chí lưu lại bằng Excel rồi gửi lại."),
    "elements": _("Bảng có quá nhiều ô (tại {place}). Đề nghị đồng chí chia thành nhiều tệp."),
    "line": _("Có đoạn chữ dài hơn {limit} ký tự (tại {place}). Đề nghị đồng chí kiểm tra lại tệp."),
    "rows": _("Bảng có hơn {limit} dòng (tại {place}). Đề nghị đồng chí chia tệp hoặc xóa phần thừa phía dưới."),
    "columns": _("Bảng có hơn {limit} cột (tại {place}). Đề nghị đồng chí xóa phần thừa bên phải."),
    "area": _("Bảng trải rộng hơn {limit} ô, kể cả ô trống (tại {place}). Đề nghị đồng chí xóa các ô nằm cách xa bảng."),
    "text": _("Chữ trong bảng nhiều hơn {limit} ký tự. Đề nghị đồng chí chia thành nhiều tệp."),
    "memory": _("Không đọc được tệp trong giới hạn bộ nhớ và thời gian cho phép. Đề nghị đồng chí chia thành nhiều tệp hoặc chép dữ liệu sang tệp mới."),
    "empty": _("Không có dữ liệu trong tệp. Đề nghị đồng chí kiểm tra lại tệp đã chọn."),
    "broken": _("Tệp bị hỏng hoặc không đúng cấu trúc. Đề nghị đồng chí mở bằng Excel, lưu lại dạng .xlsx rồi gửi lại."),
    "wrong_kind": _("Tệp không thuộc loại nhận ở đây, hoặc tên tệp không đúng với nội dung. Loại nhận: {accepted}."),
    "old_excel": _("Tệp theo dạng Excel cũ hoặc nhị phân. Đề nghị đồng chí mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại."),
    "encrypted": _("Tệp có mật khẩu nên không đọc được. Đề nghị đồng chí bỏ mật khẩu rồi gửi lại."),
    "not_workbook": _("Tệp không phải bảng tính Excel. Đề nghị đồng chí kiểm tra lại tệp đã chọn."),
    "duplicate_part": _("Tệp có hai phần trùng tên {place}. Đề nghị đồng chí lưu lại bằng Excel rồi gửi lại."),
    "path": _("Tệp có phần mang đường dẫn không được phép ({place}). Không nhận tệp này."),
    "strange_part": _("Tệp có phần không thuộc bảng tính ({place}). Đề nghị đồng chí chép dữ liệu sang tệp mới."),
    "macro": _("Tệp có macro. Vì an toàn không nhận tệp có macro. Đề nghị đồng chí lưu lại dạng .xlsx."),
    "activex": _("Tệp có điều khiển ActiveX hoặc nút lệnh ({place}). Đề nghị đồng chí xóa các nút lệnh rồi gửi lại."),
    "embedding": _("Tệp có tệp khác nhúng bên trong ({place}). Đề nghị đồng chí xóa đối tượng nhúng rồi gửi lại."),
    "external_link": _("Tệp có liên kết tới tệp hoặc địa chỉ khác ({place}). Đề nghị đồng chí ngắt liên kết (Data, Edit Links, Break Link) rồi gửi lại."),
    "template": _("Tệp gắn với một tệp mẫu bên ngoài ({place}). Đề nghị đồng chí bỏ tệp mẫu đó rồi gửi lại."),
    "dde": _("Tệp có liên kết DDE gọi chương trình khác ({place}). Không nhận tệp này."),
    "dtd": _("Phần {place} có khai báo DTD hoặc thực thể, không được phép. Không nhận tệp này."),
    "xml_encoding": _("Phần {place} không theo mã UTF-8. Đề nghị đồng chí lưu lại bằng Excel rồi gửi lại."),
    "strange_cell": _("Có ô mang tên không hợp lệ (tại {place}). Đề nghị đồng chí lưu lại bằng Excel rồi gửi lại."),
    "formula": _("Ô {place} là công thức. Bảng nhập chỉ nhận giá trị: đề nghị đồng chí chép, dán giá trị (Paste Values) rồi gửi lại."),
    "error_cell": _("Ô {place} đang báo lỗi (như #N/A, #REF!). Đề nghị đồng chí sửa ô này rồi gửi lại."),
    "dates_1904": _("Tệp tính ngày từ năm 1904 nên ngày có thể lệch bốn năm. Đề nghị đồng chí bỏ chọn hệ ngày 1904 trong Excel, kiểm tra lại ngày rồi gửi lại."),
    "lost_numbers": _("Trang tính {place} có {count} ô số không đọc được hoặc trùng nhau. Đề nghị đồng chí chép dữ liệu sang tệp mới."),
    "encoding": _("Tệp chữ không theo mã Unicode. Trong Excel, đề nghị đồng chí chọn Lưu thành (Save As), dạng CSV UTF-8, hoặc lưu dạng .xlsx."),
    "nul": _("Dòng {place} có ký tự không đọc được (NUL). Đề nghị đồng chí lưu lại dạng CSV UTF-8 hoặc .xlsx."),
    "delimiter": _("Không xác định được dấu phân cách giữa các cột. Đề nghị đồng chí lưu lại dạng .xlsx."),
    "broken_line": _("Dòng {place} có dấu ngoặc kép không khép hoặc đặt nhầm chỗ. Đề nghị đồng chí sửa dòng này hoặc lưu dạng .xlsx."),
    "no_header": _("Không thấy dòng tiêu đề (dòng {place}). Đề nghị đồng chí kiểm tra lại số dòng tiêu đề."),
    "looks_real": _("Tệp có vẻ là dữ liệu thật. Tạo cơ sở thật bằng `thenchot init`."),
}  # fmt: skip

NOTES = {
    "hidden_sheet": _("Trang tính {place} đang ẩn, vẫn được đọc."),
    "hidden_sheet_left": _("Trang tính ẩn {place} không được đọc."),
    "sheet_left": _("Trang tính {place} không được đọc."),
    "hidden_rows": _("Trang tính {place} có {count} dòng ẩn, vẫn được đọc."),
    "hidden_columns": _("Trang tính {place} có cột ẩn, vẫn được đọc."),
    "merged": _("Trang tính {place} có {count} vùng ô gộp dưới tiêu đề; chỉ ô đầu của mỗi vùng có giá trị."),
}

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
    if isinstance(what, Refused):
        return str(REFUSALS[what.code]).format(**{"place": what.place, **_spoken(what.given)})
    if isinstance(what, Note):
        return str(NOTES[what.code]).format(place=what.place, count=what.count)
    return str(FINDINGS[what.code]).format(place=what.place, header=what.header)


def _spoken(given: dict[str, str | int]) -> dict[str, str]:
    """Numbers as people read them: 100.000."""
    return {
        name: f"{value:,}".replace(",", ".") if isinstance(value, int) else value
        for name, value in given.items()
    }
