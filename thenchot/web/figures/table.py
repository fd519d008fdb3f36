"""Số liệu: the figures of an organisation by section, the movement table above them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from thenchot.access.actions import Action
from thenchot.snapshot.stated import stated_under
from thenchot.surface.figures import lines, moves, sections
from thenchot.surface.figures.asked import Asked
from thenchot.surface.figures.lines import Compared, Line
from thenchot.surface.figures.papers import Paper, authors, papers

from .. import page as pages
from ..page import go, page
from . import periods, shell
from .asking import Question, opened
from .moved import GROUND, KIND, SIDE, SIDES

SECTION = "phan"


@dataclass(frozen=True)
class Shown:
    """A line of the table: the number, the same period, why it is not recast, whose statement it is."""

    line: Line
    compared: Compared | None
    not_recast: str
    paper: Paper | None
    author: str
    below: Any


@page(Action.SEE_FIGURES, about="home")
def home(request: pages.Asked) -> HttpResponse:
    """The account's own organisation."""
    assert request.here.home is not None
    return go("figures:organisation", request.here, organisation=request.here.home)


@page(Action.SEE_FIGURES, about="organisation")
def organisation(request: pages.Asked, organisation: int) -> HttpResponse:
    """One organisation in one period."""
    with opened(request, organisation) as question:
        section = request.GET.get(SECTION, "")
        chosen = request.GET.get(periods.SORT) or request.GET.get(periods.DATA_TO)
        if chosen and question.period is not None:  # one address for one period
            address = reverse("figures:organisation", kwargs={"organisation": organisation})
            parts = question.address | ({SECTION: section} if section else {})
            return redirect(f"{address}?{urlencode(parts)}")
        section = section if section in sections.SECTIONS else next(iter(sections.SECTIONS))
        more: dict[str, Any] = {}
        if question.asked is not None:
            more = _numbers(question, question.asked, section)
        more["section"], more["sections"] = section, sections.SECTIONS.items()
        more = shell.choosers(question) | more
        return shell.page(request, "figures/organisation.html", question, **more)


def _numbers(question: Question, asked: Asked, section: str) -> dict[str, Any]:
    live, before, catalogue = asked.live, question.before, asked.catalogue
    declared = [*catalogue.figures, *catalogue.ratios, *catalogue.stated]
    groups = sections.groups(declared, section)
    codes = [code for group in groups for code in group.codes]
    shown = _shown(question, asked, codes)
    found: dict[str, Any] = {
        "groups": [(group.heading, [shown[code] for code in group.codes]) for group in groups],
        "compares": before is not None,
        "before": before.period if before else None,
        "kept_from": live.counts.kept_from if live else None,
    }
    if live is not None and section == "M":
        table = moves.table(asked, live, before)
        found["movement"] = table
        found["moves"] = [(line, _behind(question, line)) for line in table.lines]
    return found


def _behind(question: Question, line: moves.Line) -> str:
    """Where the rows of a line of the movement table are; nowhere for the sum of a side."""
    side = next((name for name, known in SIDES.items() if known == line.side), "")
    if not side or not (line.cause or line.side == moves.AWAY):
        return ""
    asked = question.address | {SIDE: side, KIND: line.kind, GROUND: line.ground}
    address = reverse("figures:moved", kwargs={"organisation": question.organisation})
    return f"{address}?{urlencode({name: value for name, value in asked.items() if value})}"


def _shown(question: Question, asked: Asked, codes: list[str]) -> dict[str, Shown]:
    said = lines.lines_of(asked, codes)
    beside = lines.compared(asked, question.before, codes) if question.before and asked.live else {}
    behind = papers(line.entry for line in said if line.entry is not None)
    who = authors(paper.by for paper in behind.values()) if behind else {}
    found = {}
    for line in said:
        figure = asked.catalogue.figures.get(line.code)
        broken = ""
        if question.recast and figure is not None:
            broken = lines.not_recast(figure, asked, question.here.today)
        paper = behind.get(line.entry or 0)
        author = who[paper.by] if paper else ""
        found[line.code] = Shown(line, beside.get(line.code), broken, paper, author, _below(asked, line))
    return found


def _below(asked: Asked, line: Line) -> Any:
    """What organisations below state of a figure that is only stated; never added in."""
    if asked.live is None or line.code not in asked.catalogue.stated:
        return None
    said = asked.live.statements
    return stated_under(said, asked.live.counts.tree, line.code, asked.organisation) or None
