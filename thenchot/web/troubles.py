"""What goes wrong and can be mended by a person, as a page: what it is, by which rule, what to do."""

from __future__ import annotations

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from thenchot.access import words as access
from thenchot.access.desk import ModeDiffers, NotAllowed
from thenchot.access.log import LogUnavailable
from thenchot.access.personal import LOG_UNAVAILABLE, UNOPENED
from thenchot.sealed.keyring import Unopened
from thenchot.snapshot.closing.opening import Damaged, OtherVersion

from .page import NobodyHere

NOBODY = _("Không tìm thấy trong phạm vi của đồng chí.")
BUSY = _("Sổ đang bận hoặc chưa mở được; chưa có gì được ghi. Đề nghị đồng chí thử lại sau ít phút.")

DAMAGED = _(
    "Thư mục của lần chốt số liệu này thiếu tệp hoặc có tệp hỏng, nên chưa mở được. Sổ và các lần chốt khác"
    " không bị ảnh hưởng. Đề nghị đồng chí báo người quản trị lấy lại thư mục này từ bản sao lưu."
)
OTHER_VERSION = _(
    "Lần chốt này do phiên bản {version} của chương trình lập; phiên bản đang dùng không đọc được."
    " Đề nghị đồng chí báo người quản trị mở bằng phiên bản {version}."
)


def page(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """The answer to a trouble that is known; nothing for a fault of ours."""
    known = said(error)
    if known is None:
        return None
    status, sentences = known
    return render(request, "web/trouble.html", {"sentences": sentences, "status": status}, status=status)


def said(error: Exception) -> tuple[int, list[str]] | None:
    """HTTP status and sentences."""
    if isinstance(error, NotAllowed):
        found = [(one.action, str(access.WHY[one.why])) for one in error.decisions.values()]
        return 403, list(dict.fromkeys(f"{access.ACTIONS[a]}: {why}" if a else why for a, why in found))
    if isinstance(error, NobodyHere):
        return 404, [str(NOBODY)]
    if isinstance(error, Http404):
        return 404, [str(NOT_THERE)]
    if isinstance(error, OtherVersion):
        return 503, [str(OTHER_VERSION).format(version=error.args[0])]
    for kind, sentence in SENTENCES:
        if isinstance(error, kind):
            return 503, [str(sentence)]
    return None


NOT_THERE = _("Không có trang này. Có thể địa chỉ đã chép thiếu.")
SENTENCES = (
    (LogUnavailable, LOG_UNAVAILABLE),
    (Unopened, UNOPENED),
    (ModeDiffers, access.MODE_DIFFERS),
    (Damaged, DAMAGED),
    (DatabaseError, BUSY),
)
