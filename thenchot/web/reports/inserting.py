"""+ Chèn số liệu, + Chèn câu có sẵn, Lấy lại câu kỳ trước: what a section may be given, and giving it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thenchot.access.actions import Action
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.reading.written import Sort
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.engine import Engine
from thenchot.snapshot.kept import KEPT
from thenchot.surface.drafting import before as drafting_before
from thenchot.surface.drafting import insert as drafting_insert
from thenchot.surface.drafting.shown import Page
from thenchot.surface.drafting.text import line_at
from thenchot.surface.figures.asked import titles

from ..page import Asked
from .asking import choice, modes_and_styles, section_in, sees, who
from .door import draft_page
from .one import around, opened

WRITES_SOME = (Action.DRAFT_REPORT, Action.WRITE_SECTION)
NUMBER, SENTENCE, BEFORE = "so-lieu", "cau", "ky-truoc"
TITLES = {
    NUMBER: gettext_lazy("Chèn số liệu"),
    SENTENCE: gettext_lazy("Chèn câu có sẵn"),
    BEFORE: gettext_lazy("Lấy lại câu kỳ trước"),
}


@draft_page(actions=WRITES_SOME)
def insert(request: Asked, saved: Saved) -> HttpResponse:
    """What may be put into the section of the address; alone where htmx asked for it."""
    what, page = request.GET.get("gi", NUMBER), opened(request, saved)
    place = section_in(request.GET, page)
    here = page.whole.sections[place].first
    if what not in TITLES:
        raise Http404
    said = around(request, saved) | {
        "what": what, "what_title": TITLES[what], "place": place,
        "section": page.whole.sections[place].title, "writes": page.may(here) and sees(request, saved),
    }  # fmt: skip
    if said["writes"]:
        said |= OFFERED[what](saved, page, place)
    alone = request.headers.get("HX-Request") == "true"
    answer = render(request, "reports/inserting.html" if alone else "reports/insert_page.html", said)
    answer.headers["Vary"] = "HX-Request, Cookie"
    return answer


def _number(saved: Saved, page: Page, place: int) -> dict[str, Any]:
    one = page.whole.sections[place]
    lines = [
        (at, " ".join(page.whole.lines[at].text.split()[:12]))
        for at in range(one.first, one.last)
        if page.whole.lines[at].sort is Sort.PARAGRAPH and page.whole.lines[at].text.strip()
    ]
    return {"lines": lines, "last": page.whole.last_line(place), **modes_and_styles(saved)}


def _sentences(saved: Saved, page: Page, place: int) -> dict[str, Any]:
    with KEPT.engine() as engine:
        return {"offered": [(one.key, one.shown) for one in drafting_insert.sentences(engine, saved)]}


def _before(saved: Saved, page: Page, place: int) -> dict[str, Any]:
    found = drafting_before.earlier(saved, page.whole, place)
    return {"offered": [(one.key, one.shown) for one in found]}


OFFERED = {NUMBER: _number, SENTENCE: _sentences, BEFORE: _before}


def put_number(request: Asked, engine: Engine, saved: Saved) -> str:
    given = request.POST
    line = line_at(given.get("doan", ""), 10**6)
    asked = choice(request, saved)
    made = drafting_insert.insert_number(request.here.desk, engine, saved, line, asked, **who(request))
    name = titles(CATALOGUE).get(asked.figure, asked.figure)
    return _("Đã chèn {number} ({name}). Bấm ✎ để chuyển số tới chỗ cần trong câu.").format(
        number=made.content.numbers[-1].printed, name=name
    )


def put_sentence(request: Asked, engine: Engine, saved: Saved) -> str:
    given, desk = request.POST, request.here.desk
    place = section_in(given, Page.of(saved))
    drafting_insert.insert_sentence(desk, engine, saved, place, given.get("cau", ""), **who(request))
    return _("Đã chèn câu vào cuối mục.")


def take_again(request: Asked, engine: Engine, saved: Saved) -> str:
    given, desk = request.POST, request.here.desk
    place = section_in(given, Page.of(saved))
    drafting_before.take_again(desk, engine, saved, place, given.get("cau", ""), **who(request))
    return _("Đã lấy lại câu; số trong câu được đếm theo kỳ này.")
