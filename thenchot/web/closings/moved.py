"""What changed between two closings, or since a closing: old → new, and the acts that did it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from thenchot.access.actions import Action
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing import listing, words
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.movement import Between
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.closing.todays import Todays, differing
from thenchot.snapshot.figures import Number
from thenchot.snapshot.kept import KEPT
from thenchot.surface.closings import lacking_said, movers
from thenchot.surface.figures import sections
from thenchot.surface.figures.asked import titles
from thenchot.surface.subjects import names_of

from ..page import Asked
from .door import closing_page

SINCE, FIGURE, SECTION, MOST = "tu", "so", "phan", 50
SHELVES = list(sections.SECTIONS)


@dataclass(frozen=True)
class Change:
    """One figure that differs. `opens`: this account may see which acts did it."""

    code: str
    title: str
    old: Number | None
    new: Number | None
    opens: bool

    @property
    def by(self) -> Number:
        return (self.new or 0) - (self.old or 0)


@closing_page()
def moved(request: Asked, one: Standing) -> HttpResponse:
    """From an earlier closing to this one (`?tu=`), else from this one to today."""
    here = request.here
    if not one.closed:
        raise Http404(one.code)
    rows = here.can(Action.SEE_ROWS, organisation=one.organisation)
    others = _others(one)
    earlier = next((each for each in others if each.code == request.GET.get(SINCE)), None)
    if earlier is None and request.GET.get(SINCE):
        raise Http404(one.code)
    figure = request.GET.get(FIGURE, "")
    with _sides(one, earlier) as (old, new):
        standing = one.organisation in new.parents and one.organisation in old.parents
        changes = _changes(old, new, one.organisation, rows) if standing else []
        if figure and not any(each.code == figure and each.opens for each in changes):
            raise Http404(figure)
        behind = _behind(old, new, one.organisation, figure) if figure else {}
    counted = Counter(each.code[0] for each in changes)
    section = (figure or request.GET.get(SECTION, "") or next(iter(sorted(counted, key=SHELVES.index)), ""))[
        :1
    ]
    said: dict[str, Any] = {
        "one": one,
        "earlier": earlier,
        "title": words.title(one),
        "lacking": lacking_said(one),
        "earlier_lacking": lacking_said(earlier) if earlier else "",
        "earlier_title": words.title(earlier) if earlier else "",
        "others": [(each, words.title(each)) for each in others],
        "changes": [each for each in changes if each.code.startswith(section)],
        "sections": [(key, label, n) for key, label in sections.SECTIONS.items() if (n := counted[key])],
        "section": section,
        "standing": standing,
        "sees_rows": rows,
        "figure": figure,
        "history": any(
            request.here.reach.among(action, [one.organisation]).yes
            for action in (Action.SEE_PERSON, Action.CORRECT)
        ),
    } | behind
    if figure and request.headers.get("HX-Request") == "true":
        return render(request, "closings/parts/movers.html", said)
    said["name"] = names_of([one.organisation])[one.organisation]
    return render(request, "closings/moved.html", said)


def _others(one: Standing) -> list[Standing]:
    """Earlier closings of the organisation: this period's own first, for they are what was replaced."""
    found = [c for c in listing.closings(one.organisation) if c.closed and c.cut_off < one.cut_off]
    return sorted(found, key=lambda c: (c.period.last == one.period.last, c.cut_off), reverse=True)


@contextmanager
def _sides(one: Standing, earlier: Standing | None) -> Iterator[tuple[Closing, Closing | Todays]]:
    if earlier is not None:
        yield Closed(earlier).closing, Closed(one).closing
        return
    with KEPT.engine() as engine:
        yield Closed(one).closing, Todays(engine, one.period, one.organisation)


def _changes(old: Closing, new: Closing | Todays, organisation: int, rows: bool) -> list[Change]:
    """Without the right to rows nothing sensitive: two numbers that differ by one tell of one person."""
    called, figures = titles(new.catalogue), new.catalogue.figures
    codes = [code for code in differing(old, new, organisation) if rows or not figures[code].sensitive]
    return [
        Change(code, called[code], old.figure(code, organisation), new.figure(code, organisation), rows)
        for code in sorted(codes, key=sections.in_order)
    ]


def _behind(old: Closing, new: Closing | Todays, organisation: int, figure: str) -> dict[str, Any]:
    """The acts behind one figure; of a sensitive one only how many of which sort, as its rows are codes."""
    found = Between(old, new).moved(organisation, [figure])  # type: ignore[arg-type]
    entries = found[0].entries if found else ()
    if new.catalogue.figures[figure].sensitive:
        sorts = Counter(entry.how for entry in entries)
        return {"sorts": [(words.CHANGES[how], count) for how, count in sorted(sorts.items())]}
    return {
        "movers": movers(entries[:MOST]),
        "more": max(len(entries) - MOST, 0),
        "erased": found[0].erased if found else 0,
    }
