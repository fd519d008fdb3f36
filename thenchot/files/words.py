"""Every sentence about a file at the door. Vietnamese is the source."""

# ruff: noqa: E501 (a sentence stays on one line, as it is looked up)

from __future__ import annotations

import re

from django.utils.translation import gettext_lazy as _

from .refusals import Note, Refused

REFUSALS = {
    "size": _("Tệp lớn hơn {limit} MB. Đề nghị đồng chí chia tệp hoặc bỏ hình ảnh rồi gửi lại."),
    "unpacked": _("Tệp khi mở ra lớn hơn {limit} MB (phần {place}). Đề nghị đồng chí chia thành nhiều tệp."),
    "ratio": _("Tệp nén bất thường: khi mở ra lớn gấp hơn {limit} lần (phần {place}). Đề nghị đồng chí lưu lại bằng Word hoặc Excel rồi gửi lại."),
    "parts": _("Tệp có hơn {limit} phần bên trong, không phải tệp thông thường. Đề nghị đồng chí chép nội dung sang tệp mới."),
    "depth": _("Phần {place} lồng nhau quá {limit} cấp. Đề nghị đồng chí chép nội dung sang tệp mới rồi gửi lại."),
    "elements": _("Tệp có quá nhiều ô hoặc đoạn (tại {place}). Đề nghị đồng chí chia thành nhiều tệp."),
    "line": _("Có đoạn chữ dài hơn {limit} ký tự (tại {place}). Đề nghị đồng chí kiểm tra lại tệp."),
    "rows": _("Bảng có hơn {limit} dòng (tại {place}). Đề nghị đồng chí chia tệp hoặc xóa phần thừa phía dưới."),
    "columns": _("Bảng có hơn {limit} cột (tại {place}). Đề nghị đồng chí xóa phần thừa bên phải."),
    "area": _("Bảng trải rộng hơn {limit} ô, kể cả ô trống (tại {place}). Đề nghị đồng chí xóa các ô nằm cách xa bảng."),
    "text": _("Chữ trong tệp nhiều hơn {limit} ký tự. Đề nghị đồng chí chia thành nhiều tệp."),
    "memory": _("Không đọc được tệp trong giới hạn bộ nhớ và thời gian cho phép. Đề nghị đồng chí chia thành nhiều tệp hoặc chép dữ liệu sang tệp mới."),
    "empty": _("Không có dữ liệu trong tệp. Đề nghị đồng chí kiểm tra lại tệp đã chọn."),
    "broken": _("Tệp bị hỏng hoặc không đúng cấu trúc. Đề nghị đồng chí mở bằng Word hoặc Excel, lưu lại rồi gửi lại."),
    "wrong_kind": _("Tệp không thuộc loại nhận ở đây, hoặc tên tệp không đúng với nội dung. Loại nhận: {accepted}."),
    "old_excel": _("Tệp theo dạng Excel cũ hoặc nhị phân. Đề nghị đồng chí mở bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi gửi lại."),
    "old_word": _("Tệp không phải dạng .docx. Đề nghị đồng chí mở bằng Word, chọn Lưu thành (Save As) dạng .docx rồi gửi lại."),
    "not_word": _("Tệp không phải văn bản Word. Đề nghị đồng chí kiểm tra lại tệp đã chọn."),
    "field": _("Có trường lấy nội dung từ nơi khác (tại {place}). Đề nghị đồng chí chọn trường đó, bấm Ctrl+Shift+F9 để giữ lại chữ rồi gửi lại."),
    "tracked": _("Văn bản còn thay đổi chưa chấp nhận (tại {place}). Đề nghị đồng chí chấp nhận hoặc bỏ các thay đổi (Review, Accept All) rồi gửi lại."),
    "hidden_text": _("Văn bản có chữ ẩn (tại {place}). Đề nghị đồng chí bỏ ẩn hoặc xóa chữ đó rồi gửi lại."),
    "comments": _("Văn bản còn ghi chú bên lề (tại {place}). Đề nghị đồng chí xóa các ghi chú (Review, Delete All Comments) rồi gửi lại."),
    "pdf_program": _("Tệp PDF có lệnh chạy chương trình hoặc mở tệp khác. Vì an toàn không nhận tệp này. Đề nghị đồng chí in lại ra PDF rồi gửi lại."),
    "pdf_form": _("Tệp PDF là biểu điền (XFA). Đề nghị đồng chí in lại ra PDF rồi gửi lại."),
    "pdf_link": _("Tệp PDF có liên kết mở tệp khác. Đề nghị đồng chí in lại ra PDF rồi gửi lại."),
    "pages": _("Tệp có hơn {limit} trang. Đề nghị đồng chí chia thành nhiều tệp."),
    "scanned": _("Tệp PDF không có chữ, chỉ có hình ảnh của trang giấy. Đề nghị đồng chí dùng tệp Word hoặc PDF xuất từ Word."),
    "paragraphs": _("Văn bản có hơn {limit} dòng. Đề nghị đồng chí chia thành nhiều tệp."),
    "formula_runs": _("Công thức tại {place} gọi ra ngoài bảng tính (như WEBSERVICE, RTD, CALL). Đề nghị đồng chí xóa công thức này rồi gửi lại."),
    "formula_link": _("Công thức HYPERLINK tại {place} dẫn ra ngoài tệp. Đề nghị đồng chí xóa công thức này rồi gửi lại."),
    "encrypted": _("Tệp có mật khẩu nên không đọc được. Đề nghị đồng chí bỏ mật khẩu rồi gửi lại."),
    "not_workbook": _("Tệp không phải bảng tính Excel. Đề nghị đồng chí kiểm tra lại tệp đã chọn."),
    "duplicate_part": _("Tệp có hai phần trùng tên {place}. Đề nghị đồng chí lưu lại bằng Word hoặc Excel rồi gửi lại."),
    "path": _("Tệp có phần mang đường dẫn không được phép ({place}). Không nhận tệp này."),
    "strange_part": _("Tệp có phần không thuộc loại tệp này ({place}). Đề nghị đồng chí chép nội dung sang tệp mới."),
    "macro": _("Tệp có macro. Vì an toàn không nhận tệp có macro. Đề nghị đồng chí lưu lại dạng .xlsx hoặc .docx."),
    "activex": _("Tệp có điều khiển ActiveX hoặc nút lệnh ({place}). Đề nghị đồng chí xóa các nút lệnh rồi gửi lại."),
    "embedding": _("Tệp có tệp khác nhúng bên trong ({place}). Đề nghị đồng chí xóa đối tượng nhúng, đổi biểu đồ thành hình ảnh rồi gửi lại."),
    "external_link": _("Tệp có liên kết tới tệp hoặc địa chỉ khác ({place}). Đề nghị đồng chí ngắt liên kết (Excel: Data, Edit Links; Word: File, Info, Edit Links to Files) rồi gửi lại."),
    "template": _("Tệp gắn với một tệp mẫu bên ngoài ({place}). Đề nghị đồng chí bỏ tệp mẫu đó (Developer, Document Template, chọn Normal) hoặc chép nội dung sang tệp mới rồi gửi lại."),
    "dde": _("Tệp có liên kết DDE gọi chương trình khác ({place}). Không nhận tệp này."),
    "dtd": _("Phần {place} có khai báo DTD hoặc thực thể, không được phép. Không nhận tệp này."),
    "xml_encoding": _("Phần {place} không theo mã UTF-8. Đề nghị đồng chí lưu lại bằng Word hoặc Excel rồi gửi lại."),
    "strange_cell": _("Có ô mang tên không hợp lệ (tại {place}). Đề nghị đồng chí lưu lại bằng Excel rồi gửi lại."),
    "formula": _("Ô {place} là công thức. Bảng nhập chỉ nhận giá trị: đề nghị đồng chí chép, dán giá trị (Paste Values) rồi gửi lại."),
    "error_cell": _("Ô {place} đang báo lỗi (như #N/A, #REF!). Đề nghị đồng chí sửa ô này rồi gửi lại."),
    "dates_1904": _("Tệp tính ngày từ năm 1904 nên ngày có thể lệch bốn năm. Đề nghị đồng chí bỏ chọn hệ ngày 1904 trong Excel, kiểm tra lại ngày rồi gửi lại."),
    "lost_numbers": _("Trang tính {place} có {count} ô số không đọc được hoặc trùng nhau. Đề nghị đồng chí chép dữ liệu sang tệp mới."),
    "encoding": _("Tệp chữ không theo mã Unicode. Đề nghị đồng chí chọn Lưu thành (Save As), dạng UTF-8, hoặc lưu dạng .xlsx, .docx."),
    "nul": _("Dòng {place} có ký tự không đọc được (NUL). Đề nghị đồng chí lưu lại dạng UTF-8, .xlsx hoặc .docx."),
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
    "form_hidden": _("Trang tính {place} đang ẩn; vẫn giữ nguyên."),
    "form_locked": _("Trang tính {place} có khóa bảo vệ; vẫn giữ nguyên."),
    "form_merged": _("Trang tính {place} có {count} vùng ô gộp; chỉ ô đầu của mỗi vùng nhận số."),
    "form_formulas": _("Trang tính {place} có {count} công thức; vẫn giữ nguyên."),
    "tracked": _("Văn bản còn {count} thay đổi chưa chấp nhận; đọc như khi đã chấp nhận tất cả."),
    "hidden_text": _("Văn bản có {count} đoạn chữ ẩn; không đọc chữ ẩn."),
    "comments": _("Văn bản có {count} ghi chú bên lề; không đọc ghi chú."),
    "tracked_accepted": _("Đã chấp nhận {count} thay đổi còn treo."),
    "hidden_removed": _("Đã xóa {count} đoạn chữ ẩn."),
    "comments_removed": _("Đã xóa {count} ghi chú bên lề."),
    "fields_flattened": _("Đã đổi {count} trường lấy nội dung từ nơi khác thành chữ."),
    "links_removed": _("Đã bỏ {count} liên kết ra ngoài tệp."),
    "template_removed": _("Đã bỏ tệp mẫu gắn kèm."),
    "text_boxes": _("Văn bản có {count} hộp văn bản; đọc sau đoạn chứa hộp."),
    "chrome": _("Bỏ {count} dòng đầu trang, chân trang và số trang."),
    "old_font": _(
        "Văn bản dùng phông chữ không theo Unicode ({place}); có thể đọc sai chữ. Đề nghị đồng chí chuyển mã sang Unicode."
    ),
    "merged": _("Trang tính {place} có {count} vùng ô gộp dưới tiêu đề; chỉ ô đầu của mỗi vùng có giá trị."),
}

# “(tại {place})” is left out where no place is known.
PLACE = re.compile(r" \([^()]*\{place\}[^()]*\)")


def say(what: Refused | Note) -> str:
    """The sentence for a refusal or a note."""
    if isinstance(what, Refused):
        sentence = str(REFUSALS[what.code])
        if not what.place:
            sentence = PLACE.sub("", sentence)
        return sentence.format(**{"place": what.place, **_spoken(what.given)})
    return str(NOTES[what.code]).format(place=what.place, count=what.count)


def _spoken(given: dict[str, str | int]) -> dict[str, str]:
    """Numbers as people read them: 100.000."""
    return {
        name: f"{value:,}".replace(",", ".") if isinstance(value, int) else value
        for name, value in given.items()
    }
