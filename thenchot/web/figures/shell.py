"""What stands around every page of figures: whose they are, the period, where they come from."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.ledger.vietnamese import order
from thenchot.snapshot.closing.words import title
from thenchot.surface.subjects import names_of

from . import periods
from .asking import Question


def page(
    request: HttpRequest, template: str, question: Question, fragment: str = "", **more: Any
) -> HttpResponse:
    """The page, or only the part beside the table where htmx asked; without numbers, why there are none."""
    if question.asked is None:
        said = around(request, question)
        return render(request, "figures/nothing.html", said, status=question.status)
    if fragment and request.headers.get("HX-Request") == "true":
        said = {"question": question, "period": question.period, "beside": True} | more
        if "name" not in said:
            said["name"] = name_of(question)
        answer = render(request, fragment, said)
    else:
        answer = render(request, template, around(request, question) | more)
    answer.headers["Vary"] = "HX-Request, Cookie"
    return answer


def name_of(question: Question) -> str:
    """What the organisation is called on the page's units."""
    one = question.organisation
    return names_of([one], as_of=question.tree_day)[one]


def around(request: HttpRequest, question: Question) -> dict[str, Any]:
    """Names, the line of organisations above and those below, the choosers."""
    here, one = question.here, question.organisation
    parents = question.asked.source.parents() if question.asked else {}
    above = _above(question, parents)
    below = [node for node, parent in parents.items() if parent == one]
    names = names_of([one, *above, *below], as_of=question.tree_day)
    period = question.period
    return {
        "question": question,
        "name": names[one],
        "above": [(node, names[node]) for node in reversed(above)],
        "below": sorted(((node, names[node]) for node in below), key=lambda pair: order(pair[1])),
        "period": period,
        "period_code": periods.code(period) if period else "",
        "periods": periods.choices(here.as_of, None if question.standing else period),
        "sorts": periods.SORTS.items(),
        "closings": [(found, title(found)) for found in question.closings],
        "closing": title(question.standing) if question.standing else "",
        "live": question.standing is None,
        "closes": here.can(Action.PREPARE_CLOSING, organisation=one) and not here.past,
    }


def _above(question: Question, parents: Any) -> list[int]:
    """The organisations above whose figures this account may see, from the nearest up."""
    found: list[int] = []
    node = parents.get(question.organisation)
    while node is not None and question.here.can(Action.SEE_FIGURES, organisation=node):
        found.append(node)
        node = parents.get(node)
    return found
