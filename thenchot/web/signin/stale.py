"""A form whose token is of another session: nothing was written."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _


def form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """In place of Django's English page."""
    sentences = [
        _("Biểu này mở từ trước lần đăng nhập gần nhất nên chưa ghi gì."),
        _("Đề nghị bấm nút Quay lại của trình duyệt, chép phần đã nhập, tải lại trang rồi gửi lần nữa."),
    ]
    return render(request, "web/trouble.html", {"sentences": sentences, "status": 403}, status=403)
