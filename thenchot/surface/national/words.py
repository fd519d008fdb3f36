"""What pages and commands say of the national member list. Vietnamese is the source."""

# ruff: noqa: E501 (a sentence stays on one line)

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from thenchot.exchange import words as exchange
from thenchot.exchange.national.comparing import Verdict
from thenchot.exchange.national.lines import Mender, Reason, Sort, State

VERDICTS = {
    Verdict.DIFFERS: _("khác với sổ"),
    Verdict.NEW: _("người mới"),
    Verdict.UNREAD: _("không đọc được"),
    Verdict.UNSURE: _("cần đối chiếu"),
    Verdict.ELSEWHERE: _("thuộc nơi khác"),
    Verdict.TWICE: _("trùng trong tệp"),
    Verdict.GONE: _("đã thôi là đảng viên"),
    Verdict.SAME: _("khớp"),
}
WHY = {
    Verdict.UNSURE: _(
        "Trong sổ có người cùng họ tên, ngày sinh nhưng số khác hoặc chưa có số. Đối chiếu giấy tờ rồi ghi số vào sổ hoặc sửa tệp."
    ),
    Verdict.ELSEWHERE: _(
        "Số này đã có trong hồ sơ của tổ chức khác. Nếu đã chuyển đến thì ghi chuyển sinh hoạt."
    ),
    Verdict.GONE: _(
        "Theo tệp người này đã từ trần, rời Đảng hoặc được đề nghị xóa, và không có trong sổ: không nạp."
    ),
}
TWICE = _("Cùng số hoặc cùng người với dòng {before}. Mỗi người một dòng.")
UNREAD = {
    **exchange.FINDINGS,
    "not_a_code": _(
        "{place}: giá trị không thuộc danh mục của “{header}”. Đề nghị đồng chí sửa theo danh mục của tệp."
    ),
    "not_twelve": _("{place}: “{header}” phải có đúng 12 chữ số, ghi dạng chữ."),
    "not_an_id": _("{place}: “{header}” không phải một mã ID (UUID)."),
    "which_organisation": _(
        "{place}: có nhiều tổ chức cùng tên này. Ghi mã tổ chức vào tệp, hoặc ghép tên ở phần bên dưới."
    ),
    "no_such_organisation": _(
        "{place}: chưa nhận ra tổ chức đảng này trong sổ. Ghép tên với tổ chức ở phần bên dưới, hoặc sửa tệp."
    ),
}
NOT_A_LIST = _(
    "Tệp này không có các cột của danh sách đảng viên theo cơ sở dữ liệu quốc gia. Cần ít nhất cột Họ và tên và ba cột khác đúng tên."
)
NOT_XLSX = _("Đồng chí gửi tệp .xlsx.")
GONE = _(
    "Tệp này không còn ở đây: đã xong, đã quá 24 giờ, hoặc của tài khoản khác. Đề nghị đồng chí gửi lại tệp."
)
NOTHING_TO_BRING_IN = _("Tệp không có người mới và không có thay đổi nào ghi được vào sổ.")
NOTHING_TO_WRITE = _("Không có ô nào khác với sổ: tệp của đồng chí giữ nguyên.")
BROUGHT_IN = _("Đã nạp {count} người mới, ghi {changes} thay đổi.")
NOT_OUR_MEMBER = _("Tổ chức này không thuộc phạm vi của đồng chí.")
DAY_OF_LIST = _("Ngày lập tệp phải từ ngày mở sổ đến hôm nay.")
MOVES = {
    "membership.recognised": _("Công nhận chính thức"),
    "membership.exempted": _("Miễn sinh hoạt"),
    "membership.died": _("Từ trần"),
    "membership.moved": _("Chuyển chi bộ"),
}
NUMBER_MIDDLE = _("khác ở các chữ số giữa")
NOTHING = _("trống")
NOT_IN_BOOK = _("chưa có trong sổ")
NOT_IN_FILE = _("không có trong tệp")
SINCE = _("{kind}, {day}")

SORTS = {
    Sort.DIFFERS: _("khác nhau"),
    Sort.IN_FILE: _("có trong tệp, chưa có trong sổ"),
    Sort.IN_BOOK: _("có trong sổ, không có trong tệp"),
}
STATES = {State.OPEN: _("chưa xong"), State.EQUAL: _("xong: đã khớp"), State.CLOSED: _("xong: có lý do")}
MENDERS = {Mender.BOOK: _("sửa trong sổ"), Mender.NATIONAL: _("sửa ở CSDL quốc gia")}
REASONS = {
    Reason.MOVED: _("đã chuyển đi, tệp chưa cập nhật"),
    Reason.NOT_OURS: _("không thuộc tổ chức này"),
    Reason.PAPER: _("sổ đúng theo giấy tờ"),
    Reason.TOLD: _("đã báo cấp trên sửa"),
    Reason.SPELLING: _("chỉ khác cách viết"),
}


def unread(column: str, place: str, code: str) -> str:
    """Why a cell cannot be read."""
    return str(UNREAD[code]).format(place=place, header=column)


def verdict(one: Any) -> str:
    return str(VERDICTS[Verdict(one)])
