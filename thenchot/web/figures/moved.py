"""Behind the movement table: who came and left by one cause, who is on the way, how the period opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse

from thenchot.access.actions import Action
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing.openings import Openings, openings
from thenchot.snapshot.closing.words import OPENING, title
from thenchot.snapshot.sources import Live
from thenchot.surface import counted_words
from thenchot.surface.figures import moves
from thenchot.surface.figures.asked import Asked
from thenchot.surface.figures.behind import said
from thenchot.surface.figures.papers import Paper, papers

from .. import page as pages
from ..page import page
from . import shell
from .asking import Question, opened
from .rows import PAGE, PLACE, reads_lines

SIDES = {"tang": moves.INTO, "giam": moves.OUT_OF, "noi-bo": moves.INSIDE, "dang-chuyen": moves.AWAY}
SIDE, KIND, GROUND = "ben", "viec", "vi"
MEMBERS = "M01"


@dataclass(frozen=True)
class Moved:
    """One change: who, from where to where, on which day, by which act."""

    who: str
    person: int | None
    origin: str
    to: str
    day: date
    entry: int | None
    paper: Paper | None


@page(Action.SEE_ROWS, about="organisation")
def moved(request: pages.Asked, organisation: int) -> HttpResponse:
    """The rows of one line of the movement table."""
    side = SIDES.get(request.GET.get(SIDE, ""))
    kind, ground = request.GET.get(KIND, ""), request.GET.get(GROUND, "")
    if side is None:
        raise Http404
    with opened(request, organisation) as question:
        more: dict[str, Any] = {}
        if question.asked is not None:
            if (live := question.asked.live) is None:
                raise Http404
            changes = _changes(live, organisation, side, (kind, ground))
            more = _rows(request, question, question.asked, changes)
            more["label"] = counted_words.cause(kind, ground) if kind else ""
            more["side"] = side
        return shell.page(request, "figures/moved.html", question, "figures/parts/moved.html", **more)


Change = tuple[int, int | None, int | None, date, int, bool]  # person, from, to, day, entry, sensitive


def _changes(live: Live, organisation: int, side: str, cause: moves.Cause) -> list[Change]:
    if side == moves.AWAY:
        found = live.on_the_way(organisation)
        return [(one.person, one.origin, one.to, one.since, one.entry, False) for one in found]
    return [
        (one.person, one.origin, one.to, one.day, one.entry, one.kind in moves.PUT_OUT)
        for one in moves.behind(live, organisation, side, cause)
    ]


def _rows(
    request: pages.Asked, question: Question, asked: Asked, changes: Sequence[Change]
) -> dict[str, Any]:
    by_code = any(change[-1] for change in changes) or not asked.sees_names
    ordered = sorted(changes, key=lambda change: (change[3], change[4]))
    shown = Paginator(ordered, PAGE).get_page(request.GET.get(PLACE))
    names = said(asked, [change[0] for change in shown], question.looking, by_code)
    cells = [cell for change in shown for cell in change[1:3] if cell is not None]
    places = question.names(cells)
    acts = {} if by_code else papers(change[4] for change in shown)
    rank = {person: place for place, person in enumerate(names)}
    lines = [
        Moved(
            names[person], None if by_code else person, places.get(origin or 0, ""), places.get(to or 0, ""),
            day, None if by_code else entry, acts.get(entry),
        )
        for person, origin, to, day, entry, _secret in sorted(shown, key=lambda change: rank[change[0]])
    ]  # fmt: skip
    reach = question.here.reach
    return {
        "page": shown,
        "rows": lines,
        "first": shown.start_index() - 1 if changes else 0,
        "count": len(changes),
        "by_code": by_code,
        "links": reach.among(Action.SEE_PERSON, [asked.organisation]).yes,
        "history": reads_lines(question),
    }


@page(Action.SEE_ROWS, about="organisation")
def opening(request: pages.Asked, organisation: int) -> HttpResponse:
    """With how many members the period opened: what was closed last time, and each thing since."""
    with opened(request, organisation) as question:
        more: dict[str, Any] = {}
        if question.asked is not None:
            if (live := question.asked.live) is None or question.recast:
                raise Http404
            more = _opening(question, question.asked, live)
        return shell.page(request, "figures/opening.html", question, "figures/parts/opening.html", **more)


def _opening(question: Question, asked: Asked, live: Live) -> dict[str, Any]:
    day = live.period.first - timedelta(days=1)
    found: dict[str, Any] = {"history": reads_lines(question)}
    found |= {"day": day, "opens_with": live.movement.lines[asked.organisation].opening}
    closed = next((one for one in question.closings if one.period.data_to == day), None)
    if closed is None or MEMBERS not in (source := Closed(closed)).catalogue.figures:
        return found
    known = openings(source.closing, live.engine, live.movement, MEMBERS)
    line = known.lines.get(asked.organisation)
    if line is None:
        return found
    found["closing"] = title(closed)
    found["code"] = closed.code
    parts = ("closed", "late", "reconciled", "rearranged")
    found["lines"] = [(OPENING[name], getattr(line, name)) for name in parts]
    found["erased"] = line.erased
    found["opening"] = line.opening
    found["corrections"] = _corrections(question, asked, live, known)
    return found


def _corrections(question: Question, asked: Asked, live: Live, known: Openings) -> list[dict[str, Any]]:
    """The persons of this organisation whose cell on the closed day is not what it was known to be."""
    tree = live.counts.tree
    mine = [
        one
        for one in known.corrections
        if tree.contains(asked.organisation, one.was) or tree.contains(asked.organisation, one.now)
    ][:PAGE]
    names = said(asked, [one.person for one in mine], question.looking)
    places = question.names(cell for one in mine for cell in (one.was, one.now) if cell is not None)
    acts = papers(entry for one in mine for entry in one.entries)
    by_person = {one.person: one for one in mine}
    return [
        {
            "who": label,
            "was": places.get(by_person[person].was or 0, ""),
            "now": places.get(by_person[person].now or 0, ""),
            "acts": [(seq, acts[seq]) for seq in by_person[person].entries if seq in acts],
        }
        for person, label in names.items()
    ]
