"""Sentences about forms: why a cell prints no number, why a value cannot be written, what changed."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from thenchot.reports.forms.answers import State
from thenchot.reports.forms.binding import Title, When, Whose

SAID: dict[str, str | Promise] = {
    State.NOTHING: _("chưa có số liệu trong kỳ (chưa ghi sổ, hoặc chưa có số nhập)"),
    State.ABSENT: _("tổ chức không có trong cây tổ chức của kỳ"),
    State.NO_CHILD: _("biểu có nhiều dòng hơn số đơn vị trực thuộc: để trống từ đây"),
    State.UNDECLARED: _("không có số liệu hoặc chiều phân tổ này; đề nghị nối lại ô"),
    State.NO_PERIOD: _("chưa rõ kỳ của ô: cần ngày đầu nhiệm kỳ"),
    "sheet": _("Không ghi được {place}: tệp không có trang tính này."),
    "cell": _("Không ghi được {place}: không có ô này."),
    "formula": _("Không ghi được {place}: ô là công thức của biểu."),
    "merged": _("Không ghi được {place}: ô nằm trong vùng gộp. Đề nghị nối ô đầu của vùng."),
    "text": _("Không ghi được {place}: có ký tự không ghi được vào Excel."),
    "number": _("Không ghi được {place}: không phải là số."),
}
WHENS: dict[When, str | Promise] = {
    When.THIS: _("Kỳ của biểu"),
    When.LAST_YEAR: _("Cùng kỳ năm trước"),
    When.BEFORE: _("Đầu kỳ (trước ngày đầu kỳ)"),
    When.MONTH: _("Tháng cuối của kỳ"),
    When.YEAR: _("Lũy kế từ đầu năm"),
    When.TERM: _("Từ đầu nhiệm kỳ"),
}
WHOSE: dict[Whose, str | Promise] = {
    Whose.ASKED: _("Tổ chức lập biểu"),
    Whose.CHILD: _("Đơn vị trực thuộc theo thứ tự"),
    Whose.ONE: _("Một tổ chức cố định"),
}
TITLES: dict[Title, str | Promise] = {
    Title.SENDER: _("Đơn vị gửi"),
    Title.RECEIVER: _("Đơn vị nhận"),
    Title.DATA_TO: _("Có đến ngày"),
    Title.PERIOD: _("Kỳ báo cáo"),
    Title.CHILD: _("Tên đơn vị trực thuộc"),
}
FORMULAS: dict[str, str | Promise] = {
    "gone": _("công thức bị thay bằng giá trị"),
    "other": _("công thức bị sửa"),
    "new": _("thêm công thức"),
}
