"""Sentences for what goes wrong with the machine, the keys, the databases."""

# ruff: noqa: E501 (a sentence stays on one line, as it is looked up)

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.access.words import NOT_FOUNDED

NOTHING_WRITTEN = _("Không có gì được ghi.")
MORE = _("Còn {count} mục khác chưa nêu.")
CLOCK = _(
    "Đồng hồ của máy ({now}) đứng trước lần ghi cuối trong sổ ({last}). Không có gì được ghi; đề nghị chỉnh lại ngày giờ."
)
KEYS = _(
    "Không mở được khóa của cơ sở này: tệp khóa thiếu, hỏng, đã có sẵn hoặc của máy khác. Đề nghị người giữ khóa xem `thenchot keys`."
)
TAMPERED = _("Hồ sơ niêm phong bị sửa ngoài phần mềm nên không mở. Đề nghị chạy `thenchot verify`.")

NO_FILE = _("Không có tệp {name}. Đề nghị kiểm tra đường dẫn.")
FILE_CLOSED = _("Không đọc hoặc không ghi được {name}. Đề nghị kiểm tra quyền và đường dẫn.")
FULL = _("Ổ đĩa đã đầy nên chưa ghi được; sổ vẫn nguyên như trước. Đề nghị giải phóng chỗ rồi làm lại.")
BUSY = _("Sổ đang có người khác ghi và chưa xong. Không có gì được ghi; đề nghị làm lại sau ít phút.")
DAMAGED = _(
    "Tệp cơ sở dữ liệu bị hỏng. Đề nghị không ghi tiếp; chạy `thenchot verify` rồi phục hồi từ bản sao lưu."
)
READ_ONLY = _("Cơ sở dữ liệu chỉ cho đọc nên không ghi được. Đề nghị người quản trị kiểm tra quyền ghi.")
GUARDED = _("Sổ chỉ ghi thêm, không sửa không xóa; cơ sở dữ liệu đã từ chối. Không có gì được ghi.")
NO_DATABASE = _("Không kết nối được cơ sở dữ liệu. Đề nghị người quản trị kiểm tra máy chủ.")

# What SQLite says, the SQLSTATE of PostgreSQL, and the sentence.
DATABASE = (
    (("disk is full", "disk i/o error", "no space left"), ("53100",), FULL),
    (("locked", "busy"), ("55P03", "40P01"), BUSY),
    (("malformed", "not a database"), ("XX001", "XX002"), DAMAGED),
    (("readonly", "read-only"), ("25006", "42501"), READ_ONLY),
    (("the book is never changed",), (), GUARDED),
    (("unable to open", "no such table"), ("3D000", "42P01"), NOT_FOUNDED),
)
