"""Ghi lại vào tệp: every cell that will change, then the office's own file with those cells changed."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.access.requests import Request
from thenchot.exchange.national import uploads
from thenchot.surface.national import file as national_file
from thenchot.surface.national import held as national
from thenchot.surface.national import said as national_said
from thenchot.surface.national.said import CELLS, PAGE

from ..download import download
from ..page import Asked, page
from .door import clerk, saying, upload_of


@page(Action.RECONCILE, about="home", methods=("GET", "POST"))
def write(request: Asked, code: str) -> HttpResponse:
    """The list before; POST is the file, or what waits for the second person."""
    here = request.here
    faults: list[str] = []
    upload = upload_of(here, code)
    if request.method == "POST":
        me = clerk(here)
        with saying(faults):
            look = national.again(me, upload.code)
            written = national_file.write_back(me, look, numbers=request.POST.get("so") == "1")
        if not faults:
            if isinstance(written, Request):
                return _asked(request, code)
            return download(written.data, written.name)
    try:
        head = national_said.head_of(upload)
        current = Paginator(range(head["cells"]), PAGE).get_page(request.GET.get("trang"))
        cells = national_said.page_of(upload, current.number - 1, CELLS, viewer=here.viewer(), at=here.at)
    except uploads.Gone:
        raise Http404(code) from None
    said = {"upload": upload, "head": head, "cells": cells, "page": current, "faults": faults,
            "exports": here.can(Action.EXPORT, organisation=int(head["organisation"])),
            "numbers": here.can(Action.EXPORT_NUMBERS, organisation=int(head["organisation"]))}  # fmt: skip
    return render(request, "national/write.html", said, status=400 if faults else 200)


def _asked(request: Asked, code: str) -> HttpResponse:
    said = _(
        "Có số định danh, số thẻ thay đổi: đã gửi đề nghị, chờ người thứ hai xác nhận."
        " Xác nhận xong, đồng chí bấm lại nút này."
    )
    messages.success(request, said)
    return redirect("national:write", code=code)
