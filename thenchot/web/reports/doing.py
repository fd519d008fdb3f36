"""What is done on a draft's page: numbers bound, typed, brought up to date; sentences; sections; Word."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import State
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.kept import KEPT
from thenchot.surface.drafting import numbers as drafting_numbers
from thenchot.surface.drafting import sections as drafting_sections
from thenchot.surface.drafting import text as drafting_text
from thenchot.surface.drafting.returned import exported

from ..download import download
from ..figures.periods import NotAPeriod
from ..page import Asked
from . import inserting
from .asking import choice, who
from .door import WRITES, draft_page, tell

HANDS = {"nhap": State.TYPED, "uoc": State.ESTIMATE, "chu": State.PLAIN}
Step = Callable[[Asked, Engine, Saved], str]


@draft_page("POST", actions=(Action.DRAFT_REPORT, Action.WRITE_SECTION))
def do(request: Asked, saved: Saved) -> HttpResponse:
    """One button; the surface asks for the right again."""
    step = STEPS.get(request.POST.get("buoc", ""))
    if step is None:
        raise Http404
    tag = request.POST.get("so", "")
    try:
        with KEPT.engine() as engine:
            told = step(request, engine, saved)
        messages.success(request, told)
    except NotAPeriod as error:
        messages.error(request, str(error))
    except Exception as error:
        if not tell(request, error):
            raise
    address = reverse("reports:draft", kwargs={"code": saved.code})
    query = QueryDict(mutable=True)
    for name, value in (
        ("so", tag if saved.content.number(tag) else ""),
        ("muc", request.POST.get("muc", "")),
    ):
        if value:
            query[name] = value
    return redirect(f"{address}?{query.urlencode()}" if query else address)


@draft_page("POST", actions=WRITES)
def word(request: Asked, saved: Saved) -> HttpResponse:
    """*Xuất Word* of the draft."""
    return download(exported(saved), f"du-thao-{saved.code}-{saved.number}.docx")


def _accept(request: Asked, engine: Engine, saved: Saved) -> str:
    tags = [request.POST["so"]] if request.POST.get("so") else [one.tag for one in saved.content.numbers]
    _saved, number = drafting_numbers.accept(request.here.desk, engine, saved, tags, **who(request))
    return ngettext("Đã gắn {n} số.", "Đã gắn {n} số.", number).format(n=number)


def _bind(request: Asked, engine: Engine, saved: Saved) -> str:
    given = request.POST
    made = drafting_numbers.bind(
        request.here.desk, engine, saved, given.get("so", ""), choice(request, saved), **who(request)
    )
    one = made.content.number(given.get("so", ""))
    return _("Đã gắn: {number}.").format(number=one.printed if one else "")


def _by_hand(request: Asked, engine: Engine, saved: Saved) -> str:
    given = request.POST
    state = HANDS.get(given.get("loai", ""))
    if state is None:
        raise Http404
    drafting_numbers.by_hand(
        request.here.desk, saved, given.get("so", ""), state, text=given.get("gia-tri", ""),
        note=given.get("ghi-chu", ""), **who(request),
    )  # fmt: skip
    return _("Đã lưu.")


def _update(request: Asked, engine: Engine, saved: Saved) -> str:
    _saved, number = drafting_numbers.update(request.here.desk, engine, saved, **who(request))
    return ngettext("Đã cập nhật {n} số.", "Đã cập nhật {n} số.", number).format(n=number)


def _seen(request: Asked, engine: Engine, saved: Saved) -> str:
    drafting_text.keep_sentence(request.here.desk, saved, request.POST.get("cau", ""), **who(request))
    return _("Giữ câu này; không nhắc lại.")


def _edit(request: Asked, engine: Engine, saved: Saved) -> str:
    given = request.POST
    drafting_text.edit(
        request.here.desk, saved, given.get("doan", ""), given.get("van-ban", ""), **who(request)
    )
    return _("Đã sửa câu.")


def _assign(request: Asked, engine: Engine, saved: Saved) -> str:
    given = request.POST
    drafting_sections.assign(
        request.here.desk, saved, given.get("ten-muc", ""), given.get("nguoi", ""), **who(request)
    )
    return _("Đã giao mục.")


def _send(request: Asked, engine: Engine, saved: Saved) -> str:
    sent = request.POST.get("gui", "1") == "1"
    drafting_sections.send(request.here.desk, saved, request.POST.get("ten-muc", ""), sent, **who(request))
    return _("Đã gửi mục.") if sent else _("Đã lấy lại mục để sửa.")


def _remind(request: Asked, engine: Engine, saved: Saved) -> str:
    drafting_sections.remind(request.here.desk, saved, request.POST.get("ten-muc", ""), **who(request))
    return _("Đã nhắc: mục này hiện trong Việc cần làm của nơi viết.")


STEPS: dict[str, Step] = {
    "nhan": _accept, "gan": _bind, "tay": _by_hand, "cap-nhat": _update, "giu-cau": _seen, "sua": _edit,
    "giao": _assign, "gui": _send, "nhac": _remind, "chen-so": inserting.put_number,
    "chen-cau": inserting.put_sentence, "lay-lai": inserting.take_again,
}  # fmt: skip
