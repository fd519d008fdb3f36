"""Đối chiếu với số liệu đã chốt: for somebody signed in, the report's figures beside those of a closing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest

from thenchot.access.actions import Action
from thenchot.reports.against import Compared, Outcome
from thenchot.reports.against_words import OUTCOMES
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.words import title
from thenchot.surface.checked import Checked
from thenchot.surface.checked_against import Against, against
from thenchot.surface.checked_words import sentence
from thenchot.surface.closings import lacking_said

from ..closings.numbers import rows_of

SIGNS = {Outcome.AGREES: "✓", Outcome.AS_PRINTED: "≈", Outcome.DIFFERS: "✗"}
# Of these there are rows behind the closed figure.
OPENS = (Outcome.AGREES, Outcome.AS_PRINTED, Outcome.DIFFERS, Outcome.NOT_RECORDED)
LATEST = 24  # closings to choose from


@dataclass(frozen=True)
class Beside:
    """One figure beside the closed one; `rows` leads to the rows behind it."""

    sign: str
    outcome: str
    label: str
    text: str
    line: int
    says: str
    rows: str


def choices(request: HttpRequest) -> list[tuple[str, str]]:
    """Closings of the account's own organisation, the newest first: code and title; none before sign-in."""
    here = getattr(request, "here", None)
    if here is None or here.home is None or not here.can(Action.SEE_FIGURES, organisation=here.home):
        return []
    closed = [one for one in listing.closings(here.home) if one.closed]
    return [(one.code, title(one)) for one in reversed(closed)][:LATEST]


def said(request: HttpRequest, found: Checked) -> Iterator[tuple[Against, str]]:
    """Every figure against the closing that was chosen, with its sentence; nothing where none was.

    NotAllowed; Http404 for a code of no closing.
    """
    one = _chosen(request)
    return _said(request, found, one) if one else iter(())


def shown(request: HttpRequest, found: Checked) -> dict[str, Any]:
    """What the page says of the closing: its title, the figures it has, those that differ first."""
    one = _chosen(request)
    if one is None:
        return {}
    compared = list(_said(request, found, one))
    order = list(OUTCOMES)
    beside = [
        _beside(one, each, text, found)
        for each, text in sorted(compared, key=lambda pair: order.index(pair[0].compared.outcome))
        if each.compared.outcome not in (Outcome.NOT_IN_CATALOGUE, Outcome.OTHER_PERIOD)
    ]
    left = len(compared) - len(beside)
    return {"title": title(one), "day": one.period.data_to, "lines": beside, "left": left, "code": one.code,
            "lacking": lacking_said(one)}  # fmt: skip


def _chosen(request: HttpRequest) -> listing.Standing | None:
    """The closing the form names; only for somebody signed in."""
    here, code = getattr(request, "here", None), request.POST.get("closing", "")
    if here is None or not code:
        return None
    try:
        return listing.standing(code)
    except LookupError:
        raise Http404 from None


def _said(request: HttpRequest, found: Checked, one: listing.Standing) -> Iterator[tuple[Against, str]]:
    """Which acts stand between the two is said to those who may open the rows only."""
    here = request.here  # type: ignore[attr-defined]
    opens = here.can(Action.SEE_ROWS, organisation=one.organisation)
    for each in against(found, one.code, here.desk, by=here.by, at=here.at):
        told = each if opens else replace(each, movers=())
        yield told, sentence(told, found.reading)


def _rows(one: listing.Standing, compared: Compared) -> str:
    """Where the rows behind a figure are; nothing for one that was compared with none."""
    if compared.outcome not in OPENS:
        return ""
    return rows_of(one, compared.code, compared.whose.organisation)


def _beside(one: listing.Standing, each: Against, text: str, found: Checked) -> Beside:
    outcome, figure = each.compared.outcome, found.reading.figures[each.compared.ordinal]
    return Beside(
        sign=SIGNS.get(outcome, "○"), outcome=outcome.value, label=str(OUTCOMES[outcome]), text=figure.text,
        line=figure.line, says=text, rows=_rows(one, each.compared),
    )  # fmt: skip
