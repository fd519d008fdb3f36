"""Nhận lại bản Word đã sửa: the file, then each changed number with its three choices."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.kept import KEPT
from thenchot.surface.drafting import returned as drafting_returned
from thenchot.surface.drafting.bounds import typed
from thenchot.surface.drafting.numbers import values
from thenchot.surface.drafting.returned import Do
from thenchot.surface.drafting.shown import readable
from thenchot.surface.drafting.words import FAULTS, STYLES
from thenchot.surface.figures.asked import titles

from ..page import Asked, go
from .door import WRITES, draft_page, tell
from .one import around

FILE = "tep"


@draft_page("GET", "POST", actions=WRITES)
def take_back(request: Asked, saved: Saved) -> HttpResponse:
    """POST with a file takes it back; POST with a choice settles one number."""
    if request.method == "POST":
        return _posted(request, saved)
    names = titles(CATALOGUE)
    with KEPT.engine() as engine:
        numbers = [saved.content.number(one["tag"]) for one in saved.content.returned]
        counted = values(engine, saved).of_all([one for one in numbers if one is not None and one.figure])
    said = around(request, saved) | {
        "waits": [
            {
                **one, "number": number, "figure": names.get(number.figure, "") if number else "",
                "counted": counted.get(one["tag"]), "why": FAULTS.get(one["fault"], ""),
                "sentence": readable(one["around"], saved.content),
                "rounds": STYLES[typed(one["after"], 0)[0]],
            }
            for one, number in zip(saved.content.returned, numbers, strict=True)
        ],
        "reworded": [
            (readable(before, saved.content), readable(after, saved.content))
            for before, after in saved.content.reworded
        ],
    }  # fmt: skip
    return render(request, "reports/returned.html", said)


def _posted(request: Asked, saved: Saved) -> HttpResponse:
    here, given = request.here, request.POST
    who = {"by": here.by, "at": here.at}
    try:
        if (file := request.FILES.get(FILE)) is not None:
            after = drafting_returned.take_back(here.desk, saved, file.read(), str(file.name), **who)
            _tell_found(request, after)
        elif given.get("buoc") == "cau":
            drafting_returned.settle_sentences(here.desk, saved, **who)
            messages.success(request, _("Đã xem các câu được sửa."))
        elif given.get("lam", "") in set(Do):
            with KEPT.engine() as engine:
                drafting_returned.settle(
                    here.desk, engine, saved, given.get("so", ""), Do(given["lam"]),
                    note=given.get("ghi-chu", ""), **who,
                )  # fmt: skip
            messages.success(request, _("Đã lưu."))
        elif "lam" in given or saved.state != keeping.DRAFT:
            raise Http404
        else:
            messages.error(request, _("Đề nghị đồng chí chọn tệp Word đã sửa."))
    except Http404:
        raise
    except Exception as error:
        if not tell(request, error):
            raise
    return go("reports:returned", here, code=saved.code)


def _tell_found(request: Asked, saved: Saved) -> None:
    numbers, sentences = len(saved.content.returned), len(saved.content.reworded)
    if numbers or sentences:
        said = _("Lãnh đạo sửa {numbers} số, {sentences} câu.")
        messages.info(request, said.format(numbers=numbers, sentences=sentences))
    else:
        messages.success(request, _("Đã nhận lại: không số nào, không câu nào thay đổi."))
