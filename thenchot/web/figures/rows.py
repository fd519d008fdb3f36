"""The rows behind a number, with how it is counted and a sentence for a report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.snapshot.declare import PERSONS, ROUNDS, ROWS, Figure
from thenchot.snapshot.masking import SENSITIVE
from thenchot.surface import counted_words
from thenchot.surface.figures import explained, lines
from thenchot.surface.figures.asked import Asked, titles
from thenchot.surface.figures.behind import Row, behind
from thenchot.surface.figures.papers import Paper, authors, papers
from thenchot.surface.figures.sentences import sentence
from thenchot.surface.numbers import number

from .. import page as pages
from ..page import page
from . import shell
from .asking import Question, opened

PAGE, PLACE = 50, "trang"
BY, CELL, NOTHING = "chieu", "o", "~"  # a cell of a breakdown in the address; `~` where nothing is known


@dataclass(frozen=True)
class Shown:
    """A row with the paper of the act that counts it."""

    row: Row
    paper: Paper | None


@page(Action.SEE_FIGURES, about="organisation")
def rows(request: pages.Asked, organisation: int, code: str) -> HttpResponse:
    """One number: what it counts, row by row."""
    with opened(request, organisation) as question:
        more = _opened(request, question, question.asked, code) if question.asked else {}
        return shell.page(request, "figures/rows.html", question, "figures/parts/rows.html", **more)


def _opened(request: pages.Asked, question: Question, asked: Asked, code: str) -> dict[str, Any]:
    catalogue = asked.catalogue
    if code not in titles(catalogue):
        raise Http404
    (line,) = lines.lines_of(asked, [code])
    beside = None
    if question.before is not None and asked.live is not None:
        beside = lines.compared(asked, question.before, [code]).get(code)
    figure = catalogue.figures.get(code)
    found: dict[str, Any] = {
        "code": code,
        "line": line,
        "compared": beside,
        "before": question.before.period if question.before and beside else None,
        "sees_rows": asked.sees_rows,
    }
    if line.entry is not None:
        found["stated_by"] = _stated(line.entry)
    if question.recast and figure is not None:
        found["not_recast"] = lines.not_recast(figure, asked, question.here.today)
    if code in catalogue.ratios:
        ratio, named = catalogue.ratios[code], titles(catalogue)
        found["ratio"] = [(part, named[part]) for part in (ratio.numerator, ratio.base)]
    if figure is not None:
        found |= _explained(asked, figure)
        cell = _cell(request.GET, asked, figure)
        found["cell"] = _cell_words(cell)
        if asked.sees_rows:
            found |= _listed(request, question, asked, code, cell)
    found["sentence"] = "" if line.hidden else sentence(asked, line, question.name, beside)
    return found


def _listed(
    request: pages.Asked, question: Question, asked: Asked, code: str, cell: Mapping[str, Any]
) -> dict[str, Any]:
    """Fifty rows, each with its paper; what is sensitive or nameless has neither paper nor link."""
    all_rows = behind(asked, code, question.looking, cell)
    shown = Paginator(range(len(all_rows)), PAGE).get_page(request.GET.get(PLACE))
    first = shown.start_index() - 1 if len(all_rows) else 0
    found = all_rows.page(first, first + len(shown.object_list), question.names)
    acts = papers(row.entry for row in found if row.entry is not None)
    here = question.here
    return {
        "page": shown,
        "rows": [Shown(row, acts.get(row.entry or 0)) for row in found],
        "first": first,
        "by_code": all_rows.by_code,
        "sensitive": asked.sensitive(code),
        "erased": all_rows.erased,
        "counted": number(len(all_rows)),
        "links": here.reach.among(Action.SEE_PERSON, [asked.organisation]).yes,
        "history": reads_lines(question),
    }


def reads_lines(question: Question) -> bool:
    """Whether this account may open the lines of the book behind the rows."""
    reach, where = question.here.reach, [question.organisation]
    return any(reach.among(action, where).yes for action in (Action.SEE_PERSON, Action.CORRECT))


def _explained(asked: Asked, figure: Figure) -> dict[str, Any]:
    catalogue = asked.catalogue
    population = catalogue.populations[figure.population]
    return {
        "population": explained.population_words(population),
        "clauses": explained.clauses(figure, population),
        "how": explained.how_counted(figure, catalogue),
        "unit": UNITS.get(figure.counts, "") if figure.counts in (ROWS, PERSONS, ROUNDS) else "",
        "amount": figure.counts not in (ROWS, PERSONS, ROUNDS),
        "breaks": [(day, _(figure.why_not_comparable)) for day in figure.breaks],
        "shares": _own_shares(asked, figure),
        "dimensions": [(one, counted_words.dimension(one)) for one in population.dimensions],
    }


UNITS = {ROWS: "rows", PERSONS: "persons", ROUNDS: "rounds"}


def _own_shares(asked: Asked, figure: Figure) -> list[str]:
    """`Nữ 14 (45,16%)`: the shares and averages declared of this figure."""
    catalogue, found = asked.catalogue, []
    population = catalogue.populations[figure.population]
    for code, ratio in catalogue.ratios.items():
        top, base = catalogue.figures.get(ratio.numerator), catalogue.figures.get(ratio.base)
        if top is None or base is None or top.population != figure.population:
            continue
        if ratio.base != figure.code and not (ratio.unit != "percent" and _all_of(base, figure)):
            continue
        (line,) = lines.lines_of(asked, [code])
        if line.hidden or line.value is None:
            continue
        said = ", ".join(explained.extra(top, figure, population))
        if ratio.unit != "percent" or not said:
            found.append(f"{line.title}: {line.shown}")
        else:
            found.append(f"{said[0].upper()}{said[1:]} {number(line.numerator)} ({line.shown.split(' ')[0]})")
    return found


def _all_of(base: Figure, figure: Figure) -> bool:
    """Whether a base is this figure, as far as its value is known: *tuổi bình quân*."""
    return any(figure.code in relation.others for relation in base.relations)


def _cell(given: Mapping[str, Any], asked: Asked, figure: Figure) -> dict[str, Any]:
    """The cell of a breakdown that the address names. A sensitive one is never a filter (X11)."""
    by, value = given.get(BY, ""), given.get(CELL)
    if not by or value is None:
        return {}
    dimensions = asked.catalogue.populations[figure.population].dimensions
    if by not in dimensions or by in SENSITIVE or figure.sensitive:
        raise Http404
    return {by: None if value == NOTHING else int(value) if by in WHOLE and value.isdecimal() else value}


WHOLE = ("age", "party-age", "year")  # dimensions whose values are numbers


def _cell_words(cell: Mapping[str, Any]) -> str:
    said = [(counted_words.dimension(by), counted_words.cell(by, value)) for by, value in cell.items()]
    return "; ".join(f"{label}: {value}" for label, value in said)


def _stated(entry: int) -> dict[str, Any]:
    paper = papers([entry]).get(entry)
    return {"paper": paper, "author": authors([paper.by])[paper.by] if paper else ""}
