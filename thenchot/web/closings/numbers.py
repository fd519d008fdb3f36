"""The figures of a closing by section, from its folder alone; each leads to the rows kept there."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thenchot.access.actions import Action
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing import words
from thenchot.snapshot.closing.listing import Standing
from thenchot.surface.closings import lacking_said
from thenchot.surface.figures import lines, sections
from thenchot.surface.figures.asked import Asked as Figures
from thenchot.surface.subjects import names_of

from .. import page as pages
from ..figures.asking import CLOSING
from ..figures.periods import PERIOD, code
from .door import closing_page

SECTION = "phan"


@closing_page()
def numbers(request: pages.Asked, one: Standing) -> HttpResponse:
    """A section of them; only the table where htmx asked."""
    here = request.here
    section = request.GET.get(SECTION, "")
    section = section if section in sections.SECTIONS else next(iter(sections.SECTIONS))
    rows = here.can(Action.SEE_ROWS, organisation=one.organisation)
    asked = Figures(Closed(one), one.organisation, sees_rows=rows)
    declared = asked.catalogue
    groups = sections.groups([*declared.figures, *declared.ratios, *declared.stated], section)
    said = {
        "one": one,
        "title": words.title(one),
        "lacking": lacking_said(one),
        "section": section,
        "sections": sections.SECTIONS.items(),
        "groups": [(group.heading, lines.lines_of(asked, group.codes)) for group in groups],
        "query": query(one),
    }
    if request.headers.get("HX-Request") == "true":
        return render(request, "closings/parts/numbers.html", said)
    said["name"] = names_of([one.organisation], as_of=one.period.data_to)[one.organisation]
    return render(request, "closings/numbers.html", said)


def query(one: Standing) -> str:
    """How the pages of figures are asked for these: from the closing, before it is closed from the book."""
    return f"?{CLOSING}={one.code}" if one.closed else f"?{PERIOD}={code(one.period)}"


def rows_of(one: Standing, figure: str, organisation: int | None = None) -> str:
    """Where the rows behind a figure are; of an organisation under the closing's, where one is given."""
    node = organisation or one.organisation
    address = reverse("figures:rows", kwargs={"organisation": node, "code": figure})
    return address + query(one)
