"""What the commands that write answer: options, what is missing, results. Vietnamese is the source."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

NO_SUCH_KIND = _(
    "Không có loại việc “{text}”. Gần giống: {near}. Chạy `thenchot record` để xem các loại việc."
)
NO_SUCH_KIND_AT_ALL = _("Không có loại việc “{text}”. Chạy `thenchot record` để xem các loại việc.")
NO_SUCH_FIELD = _("Loại việc “{kind}” không có ô “{field}”. Các ô: {fields}.")
FIELD_TWICE = _("Ô “{field}” ghi hai lần. Đề nghị chỉ ghi một lần.")
NO_VALUE = _("“{text}” thiếu dấu bằng. Ghi ô=giá trị, ví dụ cell=tq.01.")
MISSING = _("Thiếu “{label}” ({name}).")
PERSONS_ONLY = _("Người mới chỉ dùng cho loại việc về đảng viên; “{kind}” không phải.")
FILE_ONLY_NEW = _("Họ tên, ngày sinh, số định danh chỉ ghi khi thêm người mới: --new-person.")
NO_SUCH_REASON = _("Lý do phải thuộc danh mục: {reasons}.")
NOTHING_CHANGED = _("Không có ô nào thay đổi so với bản ghi số {seq}.")
NO_SUCH_PART = _("“{text}” không phải phần nào của hồ sơ. Ghi phần=giá trị; các phần: {parts}.")
NO_FILE = _("Người này không có hồ sơ niêm phong để sửa.")
FILE_AS_IT_IS = _("Chưa có phần nào khác với hồ sơ.")
FILE_LOOKED_AT = _("Chưa ghi. Đúng thì chạy lại không có --dry-run.")
FILE_CORRECTED = _("Đã sửa hồ sơ; lần ghi cũ vẫn giữ.")
FILE_SENT_BEFORE = _("Việc này đã ghi, không ghi lần nữa.")
FILE_MOVED = _("Hồ sơ vừa được người khác sửa. Chưa ghi gì; đề nghị chạy lại lệnh.")
ONE_OF_TWO = _("Ghi số bản ghi hoặc --act-set, chỉ một trong hai.")
ANNUL_WHAT = _("Cần số bản ghi, hoặc --act-set với mã lần ghi.")

WRITTEN = _("Đã ghi vào sổ: bản ghi số {first} đến {last}, mã lần ghi {act_set}.")
WRITTEN_ONE = _("Đã ghi vào sổ: bản ghi số {first}, mã lần ghi {act_set}.")
AGAIN = _("Việc này đã ghi trước đó ({day}), không ghi lần nữa. Mã lần ghi {act_set}.")
DRY_RUN = _("Ghi được. Đây là chạy thử nên sổ không thay đổi.")
TO_REVIEW = _("Cần xem lại: {sentence}")
WAITS = _(
    "Chưa ghi: cần người thứ hai xác nhận trong 72 giờ. Đồng chí ấy chạy:"
    " thenchot confirm {code} --as TÀI_KHOẢN"
)
NEW_PERSON = _("Mã đảng viên: {code}")
NEW_SUBJECT = _("Mã trong sổ: {id}")

NOTHING_WAITS = _("Không có đề nghị nào chờ đồng chí xác nhận.")
ASKED = _("Đề nghị {code}: {what}, do {who} lập lúc {at}")
ASKED_BY_ME = _("Đồng chí đã đề nghị, chờ người khác xác nhận:")
WAITS_FOR_ME = _("Chờ đồng chí xác nhận:")
COUNTED = _("Sẽ ghi: {counts}")
CHANGED = _("{label}: {before} → {after}")
GRANTS = _("Giao vai trò: {role}, cho {account}, ở {scope}; {managing}; văn bản {paper} ngày {signed}")
ENDS = _("Thôi vai trò: {role}, của {account}, ở {scope}; văn bản {paper} ngày {signed}")
CONFIRMED = _("Đã xác nhận. Bản ghi số {first} đến {last}.")
DECLINED = _("Đã trả lại đề nghị {code}; nội dung đề nghị không được ghi.")
