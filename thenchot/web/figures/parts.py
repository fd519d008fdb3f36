"""Phân tổ: a figure by its dimensions or by organisation, as a table and as a picture."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.snapshot.masking import SENSITIVE
from thenchot.snapshot.opened import NotDeclared
from thenchot.surface import counted_words
from thenchot.surface.figures import breakdown
from thenchot.surface.figures.asked import Asked, NotShown, titles
from thenchot.surface.figures.breakdown import Cell, Parts

from .. import page as pages
from ..page import page
from . import chart, shell
from .asking import Question, opened
from .rows import BY, CELL, NOTHING

ORGANISATIONS = "to-chuc"  # by the organisations directly below
WITH = "va"


@page(Action.SEE_FIGURES, about="organisation")
def parts(request: pages.Asked, organisation: int, code: str) -> HttpResponse:
    """One figure broken down."""
    with opened(request, organisation) as question:
        more = _broken_down(request, question, question.asked, code) if question.asked else {}
        return shell.page(request, "figures/parts.html", question, **more)


def _broken_down(request: pages.Asked, question: Question, asked: Asked, code: str) -> dict[str, Any]:
    figure = asked.catalogue.figures.get(code)
    if figure is None:
        raise Http404
    dimensions = asked.catalogue.populations[figure.population].dimensions
    one = request.GET.get(BY) or next((name for name in dimensions if name not in SENSITIVE), ORGANISATIONS)
    other = request.GET.get(WITH, "")
    found: dict[str, Any] = {
        "code": code,
        "title": titles(asked.catalogue)[code],
        "by": one,
        "other": other,
        "dimensions": [(name, counted_words.dimension(name)) for name in dimensions],
        "organisations": ORGANISATIONS,
    }
    try:
        if one == ORGANISATIONS:
            whole = breakdown.by_organisation(asked, code)
            found |= _one_way(question, code, whole, _("Tổ chức trực thuộc"))
        elif other and other != one:
            found["crossed"] = breakdown.two_ways(asked, code, [one, other])
            found["by_words"] = counted_words.dimension(one)
            found["other_words"] = counted_words.dimension(other)
        else:
            whole = breakdown.one_way(asked, code, one)
            found |= _one_way(question, code, whole, counted_words.dimension(one))
    except NotShown as refused:
        found["refused"] = str(refused.sentence)
    except NotDeclared:
        raise Http404 from None
    return found


def _one_way(question: Question, code: str, whole: Parts, by_words: str) -> dict[str, Any]:
    cells = [(cell, _address(question, code, whole, cell)) for cell in whole.cells]
    found: dict[str, Any] = {"whole": whole, "cells": cells, "by_words": by_words}
    found["sum"] = sum(cell.value for cell in whole.cells if cell.value is not None)
    if breakdown.drawn(whole):
        bars = [chart.Bar(cell.label, cell.value or 0, address) for cell, address in cells]
        found["chart"] = chart.bars(bars, f"{by_words}: {question.name}")
    return found


def _address(question: Question, code: str, whole: Parts, cell: Cell) -> str:
    """Where the rows of a cell are, or the figure of an organisation below; nowhere for what is sensitive."""
    assert question.asked is not None
    if not cell.opens:
        return ""
    if not whole.by:
        return reverse("figures:rows", kwargs={"organisation": cell.key, "code": code}) + question.query
    if not question.asked.sees_rows:
        return ""
    asked = question.address | {BY: whole.by, CELL: NOTHING if cell.key is None else str(cell.key)}
    place = {"organisation": question.organisation, "code": code}
    return f"{reverse('figures:rows', kwargs=place)}?{urlencode(asked)}"
