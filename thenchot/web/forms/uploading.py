"""Nạp biểu mới: a workbook through the door; what can be told from its words is bound at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thenchot.access.actions import Action
from thenchot.files import words
from thenchot.files.forms import GivenForm, take_form
from thenchot.files.limits import LIMITS
from thenchot.files.refusals import Refused
from thenchot.reports.forms import keeping
from thenchot.reports.forms.binding import Binding
from thenchot.reports.forms.keeping import Kept
from thenchot.reports.forms.recognising import recognised
from thenchot.surface.forms.below import below

from ..here import Here
from ..page import Asked, page
from .door import form_page

FILE, NAME, KEEP = "tep", "ten", "giu"
LONGEST_NAME = 120


@page(Action.BIND_FORM, about="home", methods=("GET", "POST"))
def upload(request: Asked) -> HttpResponse:
    """The form; POST takes it, or says what is wrong with it."""
    here = request.here
    assert here.home is not None
    said: dict[str, Any] = {"largest": LIMITS.size // 1_000_000}
    if request.method == "POST":
        given = taken(request, said)
        if given is not None:
            name = request.POST.get(NAME, "").strip()[:LONGEST_NAME] or given.name.rpartition(".")[0]
            one = begin(here, given, name or _("Biểu"))
            told(request, given, one)
            return redirect("forms:bind", form=one.code)
    return render(request, "forms/upload.html", said, status=400 if "trouble" in said else 200)


@form_page(Action.BIND_FORM, "POST")
def replace(request: Asked, one: Kept) -> HttpResponse:
    """A newer file of the same form: cells bound before stay bound where they still are."""
    said: dict[str, Any] = {}
    given = taken(request, said)
    if given is None:
        messages.error(request, said["trouble"])
        return redirect("forms:bind", form=one.code)
    sheets = {sheet.name for sheet in given.book.sheets}
    lost = [place for place in one.binding.cells if place[0] not in sheets]
    here, binding = request.here, one.binding.without(*lost)
    anew = keeping.save(one, binding, by=here.by, at=here.at, file=given.data)
    told(request, given, anew)
    return redirect("forms:bind", form=one.code)


def taken(request: Asked, said: dict[str, Any]) -> GivenForm | None:
    """The file that was sent; nothing where it is refused, and then `said` has the sentence."""
    file = request.FILES.get(FILE)
    if file is None:
        said["trouble"] = _("Chưa chọn tệp. Đề nghị đồng chí chọn tệp biểu (.xlsx).")
        return None
    try:
        return take_form(file.read(LIMITS.size + 1), file.name or "")
    except Refused as no:
        said["trouble"] = words.say(no)
        return None


def begin(here: Here, given: GivenForm, name: str) -> Kept:
    """Version 1: the file and what its words say."""
    assert here.home is not None
    code = f"{here.desk.mint.id():016x}"
    binding = Binding.of(name, recognised(given.book, Binding.of(name), below(here.home, here.as_of)))
    return keeping.begin(code, here.home, binding, given.data, by=here.by, at=here.at)


def told(request: Asked, given: GivenForm, one: Kept) -> None:
    """How many cells were bound, and what is good to know of the file."""
    bound = len(one.binding.cells)
    messages.success(
        request,
        ngettext(
            "Đã nạp biểu. %(count)s ô đã nối theo chữ trên biểu; đề nghị đồng chí xem lại từng ô.",
            "Đã nạp biểu. %(count)s ô đã nối theo chữ trên biểu; đề nghị đồng chí xem lại từng ô.",
            bound,
        )
        % {"count": bound},
    )
    for note in given.notes[:5]:
        messages.info(request, words.say(note))
