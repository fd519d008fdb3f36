"""What forms and commands call the columns every act has, the reasons of a correction, what is empty."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.law.correcting import Reason
from thenchot.ledger.entries import RECORD, RESTATE, WITHDRAW
from thenchot.ledger.kinds import BODY, ORGANISATION, PERSON, PLACE

# Columns every kind has.
ABOUT = {
    PERSON: _("Số định danh, số thẻ hoặc mã đảng viên"),
    ORGANISATION: _("Mã tổ chức đảng"),
    BODY: _("Mã cơ quan trong sổ"),
    PLACE: _("Mã địa bàn"),
}
BASE = {
    "effective_on": _("Tính từ ngày"),
    "organisation": _("Tính vào số liệu của"),
    "signed_on": _("Ngày ký văn bản"),
    "paper": _("Số văn bản"),
    "signer": _("Người ký"),
}
# Columns of somebody new: as the member lists of the national database call them.
NEWCOMER = {
    "name": _("Họ và tên"),
    "born": _("Sinh ngày"),
    "personal_number": _("Số định danh cá nhân"),
    "card_number": _("Số thẻ Đảng"),
    "sex": _("Giới tính"),
    "ethnicity": _("Dân tộc"),
}
CARRIED_OVER = {
    "cell": _("Tổ chức Đảng sinh hoạt"),
    "joined_on": _("Ngày vào Đảng"),
    "official_on": _("Ngày chính thức"),
}
CARRIED_OVER_KIND = _("Danh sách đảng viên khi mở sổ")
DAY_LEFT_EMPTY = _("để trống: ngày bắt đầu của sổ")
NO_LEFT_EMPTY = _("để trống: không")

REASONS = {
    Reason.TYPED_WRONG: _("gõ nhầm"),
    Reason.WRONG_PERSON: _("nhầm người"),
    Reason.WRONG_PAPER: _("nhầm văn bản"),
    Reason.ENTERED_TWICE: _("ghi hai lần"),
    Reason.DID_NOT_HAPPEN: _("việc không xảy ra"),
}
DOES = {RECORD: _("Ghi"), RESTATE: _("Đính chính"), WITHDRAW: _("Hủy bản ghi")}
EMPTY = _("trống")
NO_SUCH_ENTRY = _("Sổ không có bản ghi số {seq}.")
NOT_IN_FORCE = _("Bản ghi số {seq} đã bị hủy nên không đính chính, không hủy lần nữa.")
NOT_AN_ACT = _("Bản ghi số {seq} ({kind}) không đính chính, không hủy ở đây.")
NO_SUCH_ACT_SET = _("Sổ không có lần ghi {act_set}, hoặc lần ghi ấy đã hủy hết.")
