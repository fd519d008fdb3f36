"""S6: the sections at the left, the text with its numbers, the chosen number, what is to be looked at."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.snapshot.kept import KEPT
from thenchot.surface import drafting_numbers, drafting_review
from thenchot.surface.drafting_shown import Page
from thenchot.surface.drafting_words import STATES, WHAT, title
from thenchot.surface.subjects import names_of
from thenchot.surface.told import accounts

from ..page import Asked
from .door import WRITES, draft_page
from .panel import panel

SECTION, NUMBER = "muc", "so"


@draft_page()
def draft(request: Asked, saved: Saved) -> HttpResponse:
    """The page; only the panel of a number where htmx asked for one."""
    page = Page.of(saved)
    tag = request.GET.get(NUMBER, "")
    chosen = saved.content.number(tag)
    if chosen is not None and request.headers.get("HX-Request") == "true":
        answer = render(
            request, "reports/panel.html", around(request, saved) | panel(request, saved, page, chosen)
        )
        answer.headers["Vary"] = "HX-Request, Cookie"
        return answer
    place = page.section_of(tag) if chosen is not None else _place(request, page)
    review = drafting_review.to_review(saved, page.whole)
    said: dict[str, Any] = around(request, saved) | {
        "heads": page.heads(),
        "place": place,
        "shown": page.shown(place),
        "review": [(one, drafting_review.words(one)) for one in review],
        "offered": sum(one.state == "offered" for one in saved.content.numbers),
        "history": _history(saved),
    }
    if chosen is not None:
        said |= panel(request, saved, page, chosen)
    answer = render(request, "reports/draft.html", said)
    answer.headers["Vary"] = "HX-Request, Cookie"
    return answer


@draft_page(actions=WRITES)
def changed(request: Asked, saved: Saved) -> HttpResponse:
    """*Cập nhật số liệu (2 số đổi)*: counted apart from the page."""
    found = []
    if saved.state == keeping.DRAFT:
        with KEPT.engine() as engine:
            found = drafting_numbers.differing(engine, saved)
    alone = request.headers.get("HX-Request") == "true"
    template = "reports/update.html" if alone else "reports/changed_page.html"
    answer = render(request, template, around(request, saved) | _differing(found))
    answer.headers["Vary"] = "HX-Request, Cookie"
    return answer


def _differing(found: list[drafting_numbers.Differs]) -> dict[str, Any]:
    """What the button would change, and what somebody has to choose first."""
    asks = [one for one in found if one.asks]
    return {"changed": [one for one in found if not one.asks], "asks": asks}


def around(request: Asked, saved: Saved) -> dict[str, Any]:
    """What stands over every page of a draft."""
    here = request.here
    name = names_of([saved.organisation], as_of=saved.period.data_to)[saved.organisation]
    drafts = here.can(Action.DRAFT_REPORT, organisation=saved.organisation)
    return {
        "saved": saved,
        "name": name,
        "title": title(name, saved.period.upto(saved.period.last).words(), saved.content.title),
        "period": saved.period,
        "due": date.fromisoformat(saved.content.due_on) if saved.content.due_on else None,
        "state": STATES[saved.state],
        "drafts": drafts,
        "writes": drafts and saved.state == keeping.DRAFT and not here.past,
        "issues": here.can(Action.ISSUE, organisation=saved.organisation),
        "issued": saved.state == keeping.ISSUED,
        "mine": here.by,
    }


def _place(request: Asked, page: Page) -> int:
    """The section asked for; else the first that holds numbers."""
    text = request.GET.get(SECTION, "")
    if text.isdecimal() and len(text) < 5 and int(text) < len(page.whole.sections):
        return int(text)
    heads = page.heads()
    return next((one.place for one in heads if one.open), min(1, len(heads) - 1))


def _history(saved: Saved) -> list[dict[str, Any]]:
    rows = keeping.history(saved.code)[:20]
    names = accounts(row["account"] for row in rows)
    return [row | {"what": WHAT.get(row["what"], row["what"]), "who": names[row["account"]]} for row in rows]
