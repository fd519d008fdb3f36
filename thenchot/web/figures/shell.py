"""What stands around every page of figures: whose they are, the period, where they come from."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.reports.forms.own.forms import FORMS
from thenchot.snapshot.closing.words import title
from thenchot.surface.closings import lacking_said
from thenchot.surface.subjects import by_name

from . import periods
from .asking import Question


def page(
    request: HttpRequest, template: str, question: Question, fragment: str = "", **more: Any
) -> HttpResponse:
    """The page, or only the part beside the table where htmx asked; without numbers, why there are none."""
    if question.asked is None:
        said = around(question) | choosers(question)
        return render(request, "figures/nothing.html", said, status=question.status)
    if fragment and request.headers.get("HX-Request") == "true":
        said = {"question": question, "period": question.period, "name": question.name, "beside": True}
        answer = render(request, fragment, said | more)
    else:
        answer = render(request, template, around(question) | more)
    answer.headers["Vary"] = "HX-Request, Cookie"
    return answer


def around(question: Question) -> dict[str, Any]:
    """Whose figures these are, of which period, from where; the organisations above."""
    names = question.names([question.organisation, *question.above])
    return {
        "question": question,
        "name": question.name,
        "above": [(node, names[node]) for node in reversed(question.above)],
        "period": question.period,
        "closing": title(question.standing) if question.standing else "",
        "lacking": lacking_said(question.standing) if question.standing else "",
        "live": question.standing is None,
    }


def choosers(question: Question) -> dict[str, Any]:
    """Other periods, the organisations below, the closings."""
    here, period = question.here, question.period
    parents = question.asked.source.parents() if question.asked else {}
    below = [node for node, parent in parents.items() if parent == question.organisation]
    names = question.names(below)
    return {
        "below": by_name(names),
        "period_code": periods.code(period) if period else "",
        "periods": periods.choices(here.as_of, None if question.standing else period),
        "sorts": periods.SORTS.items(),
        "closings": [(found, title(found)) for found in question.closings],
        "forms": [(code, str(form.name)) for code, form in FORMS.items()],
        "may_bind": here.home is not None and here.can(Action.BIND_FORM, organisation=here.home),
    }
