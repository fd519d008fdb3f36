"""What people read of drafts: states, kinds of number, periods of a number, styles of print."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.shapes import Mode, State, Style

STATES = {
    keeping.DRAFT: _("đang viết"),
    keeping.ASKED: _("đã trình duyệt"),
    keeping.ISSUED: _("đã ban hành"),
}
NUMBERS = {
    State.FOUND: _("chưa gắn"),
    State.OFFERED: _("có gợi ý, chưa gắn"),
    State.BOUND: _("đếm từ sổ"),
    State.KEPT: _("giữ như sửa trong Word"),
    State.TYPED: _("số nhập tay"),
    State.ESTIMATE: _("số ước, nhập tay"),
    State.PLAIN: _("số của câu chữ, không phải số liệu"),
    State.LOST: _("không còn trong văn bản"),
}
MODES = {
    Mode.THIS: _("Kỳ này"),
    Mode.CUMULATIVE: _("Lũy kế từ đầu năm"),
    Mode.SAME_LAST_YEAR: _("Cùng kỳ năm trước"),
    Mode.CUMULATIVE_LAST_YEAR: _("Lũy kế cùng kỳ năm trước"),
    Mode.PREVIOUS: _("Kỳ trước"),
    Mode.YEAR: _("Cả năm, đến ngày số liệu"),
    Mode.TERM: _("Từ đầu nhiệm kỳ"),
    Mode.OTHER: _("Kỳ khác"),
}
STYLES = {
    Style.EXACT: _("Đúng số"),
    Style.OVER: _("Làm tròn: trên …"),
    Style.NEARLY: _("Làm tròn: gần …"),
    Style.ABOUT: _("Làm tròn: khoảng …"),
    Style.UNDER: _("Dưới một mức: dưới …"),
    Style.SHARE: _("Tỷ lệ (%) so với số gốc"),
    Style.X_OF_Y: _("x/y so với số gốc"),
    Style.AVERAGE: _("Bình quân trên số gốc"),
}
WHAT = {
    "begun": _("lập dự thảo"),
    "bound": _("gắn số liệu"),
    "updated": _("cập nhật số liệu"),
    "typed": _("nhập tay"),
    "edited": _("sửa câu"),
    "returned": _("nhận lại bản Word"),
    "settled": _("xử lý số đã sửa"),
    "seen": _("xem câu chép"),
    "section": _("giao, nhắc, gửi mục"),
    "inserted": _("chèn số liệu, chèn câu"),
    "frozen": _("lấy số đã chốt"),
    "asked": _("trình duyệt"),
    "withdrawn": _("rút lại"),
    "issued": _("ban hành"),
}
FAULTS = {
    "lost": _("số này không còn trong văn bản, hoặc đã gõ lại ngoài ô số liệu"),
    "doubled": _("câu đã được chép thành hai; bản chép sau trở thành chữ thường"),
    "broken": _("ô số liệu bị trống hoặc bị vỡ"),
}


def title(name: str, period: str, given: str = "") -> str:
    """What a draft is called in lists."""
    return given or " · ".join((str(_("Báo cáo")), period, name))
