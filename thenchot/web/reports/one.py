"""S6: the sections at the left, the text with its numbers, the chosen number, what is to be looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.reports import pdf
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.snapshot.kept import KEPT
from thenchot.surface.drafting import numbers as drafting_numbers
from thenchot.surface.drafting import pdf as drafting_pdf
from thenchot.surface.drafting import review as drafting_review
from thenchot.surface.drafting.rights import given_to
from thenchot.surface.drafting.shown import Head, Page
from thenchot.surface.drafting.words import STATES, WHAT, title
from thenchot.surface.subjects import names_of
from thenchot.surface.told import accounts

from ..page import Asked
from .asking import section_in, sees
from .door import WRITES, draft_page
from .panel import panel

NUMBER = "so"


@draft_page()
def draft(request: Asked, saved: Saved) -> HttpResponse:
    """The page; only the panel of a number where htmx asked for one."""
    page = opened(request, saved)
    tag = request.GET.get(NUMBER, "")
    chosen = saved.content.number(tag)
    if chosen is not None and request.headers.get("HX-Request") == "true":
        answer = render(
            request, "reports/panel.html", around(request, saved) | panel(request, saved, page, chosen)
        )
        answer.headers["Vary"] = "HX-Request, Cookie"
        return answer
    place = page.section_of(tag) if chosen is not None else section_in(request.GET, page)
    review, heads = drafting_review.to_review(saved, page.whole), _heads(page)
    said: dict[str, Any] = around(request, saved) | {
        "heads": heads,
        "head": heads[place],
        "unsent": any(one.waits for one in heads),
        "place": place,
        "shown": page.shown(place),
        "inserts": page.may(page.whole.sections[place].first) and sees(request, saved),
        "review": [(one, drafting_review.words(one)) for one in review],
        "pdf": pdf.offered(),
        "no_pdf": drafting_pdf.without(),
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


def _heads(page: Page) -> list[Head]:
    """With the names of those who write them."""
    heads = page.heads()
    names = accounts(one.owned.owner for one in heads if one.owned and one.owned.owner)
    return [replace(one, who=names.get(one.owned.owner, "") if one.owned else "") for one in heads]


def opened(request: Asked, saved: Saved) -> Page:
    """The draft, and which lines of it this account may write."""
    here = request.here
    writes = here.can(Action.DRAFT_REPORT, organisation=saved.organisation)
    may = saved.state == keeping.DRAFT and not here.past
    return Page.of(saved, given_to(saved, here.by) if may else (), all_=writes and may)


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


def _history(saved: Saved) -> list[dict[str, Any]]:
    rows = keeping.history(saved.code)[:20]
    names = accounts(row["account"] for row in rows)
    return [row | {"what": WHAT.get(row["what"], row["what"]), "who": names[row["account"]]} for row in rows]
