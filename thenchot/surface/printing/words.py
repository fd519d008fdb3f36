"""Why there is no paper, in words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from .orders import NoPaper

NO_PAPER = {
    "unknown": _("Không có giấy tờ này."),
    "no_organisation": _("Ngày này không có tổ chức đảng ấy."),
    "too_many": _("Danh sách quá dài cho một tệp. Đề nghị đồng chí lập theo từng tổ chức bên dưới."),
    "empty": _("Không có gì để in vào ngày này."),
}
CHANGED = _(
    "Danh sách đã đổi từ khi người thứ hai xác nhận, hoặc đã quá 24 giờ. Đề nghị đồng chí gửi đề nghị mới."
)


def said(error: NoPaper) -> str:
    """The sentence."""
    return str(NO_PAPER[error.args[0]])
