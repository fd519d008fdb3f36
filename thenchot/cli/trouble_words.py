"""Sentences for what goes wrong with a command itself, and the way on from a refusal."""

# ruff: noqa: E501 (a sentence stays on one line, as it is looked up)

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

AS_ON_PAPER = _("Nếu văn bản đúng như vậy, chạy lại với --as-on-paper; việc ấy vào danh sách cần xem lại.")
STANDS_ON = _("Chưa hủy được: có {count} việc khác dựa vào bản ghi này. Hủy cả thì thêm --with-dependents.")
ACT_REUSED = _(
    "Mã lần ghi này đã dùng cho nội dung khác. Không có gì được ghi; đề nghị bỏ --token hoặc dùng mã khác."
)
STOPPED = _("Đã dừng theo yêu cầu. Việc đang làm dở không được ghi.")
EXIT_CODES = _(
    "Mã kết thúc: 0 xong; 1 không ghi được vì quy định hoặc quyền; 2 lệnh hoặc tệp không đọc được; 3 chờ người thứ hai xác nhận; 4 chưa làm được lúc này (chưa lập sổ, khóa đóng, sổ bận, hết chỗ); 130 đã dừng giữa chừng."
)
STATE_WHY = _("Lệnh: thenchot log reason {door} LÝ_DO. Lý do: {grounds}.")
