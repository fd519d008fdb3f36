"""Every sentence about a file at the door. Vietnamese is the source."""

# ruff: noqa: E501 (a sentence stays on one line, as it is looked up)

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

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


def say(what: Refused | Note) -> str:
    """The sentence for a refusal or a note."""
    if isinstance(what, Refused):
        return str(REFUSALS[what.code]).format(**{"place": what.place, **_spoken(what.given)})
    return str(NOTES[what.code]).format(place=what.place, count=what.count)


def _spoken(given: dict[str, str | int]) -> dict[str, str]:
    """Numbers as people read them: 100.000."""
    return {
        name: f"{value:,}".replace(",", ".") if isinstance(value, int) else value
        for name, value in given.items()
    }
