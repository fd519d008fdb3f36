"""What the roll and a person's page say that no room says."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from thenchot.access.log import Reason
from thenchot.rooms.membership.rolls import Listed

LISTED = {
    Listed.FULL: _("chính thức"),
    Listed.PROBATIONARY: _("dự bị"),
    Listed.EXEMPT: _("miễn sinh hoạt"),
    Listed.AWAY: _("sinh hoạt tạm thời nơi khác"),
    Listed.ON_THE_WAY: _("đang chuyển"),
    Listed.GUEST: _("khách"),
}

# Why a number is opened: chosen, never typed.
REASONS = {
    Reason.CHECK_PAPER: _("Đối chiếu giấy tờ"),
    Reason.UPDATE: _("Cập nhật hồ sơ"),
    Reason.PAPER: _("Lập văn bản, giấy giới thiệu"),
    Reason.DUPLICATE: _("Kiểm tra trùng hồ sơ"),
    Reason.OWN_REQUEST: _("Theo đề nghị của chính đảng viên"),
    Reason.CONTACT: _("Liên hệ công tác"),
}
