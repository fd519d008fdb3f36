"""The chosen number: what it counts, its value beside other periods, how it is printed, what it may be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.periods import named as period_named
from thenchot.reports.drafts.shapes import ROUNDED, Mode, Number, Style
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.closing import listing
from thenchot.snapshot.kept import KEPT
from thenchot.surface.drafting.frozen import frozen
from thenchot.surface.drafting.numbers import values
from thenchot.surface.drafting.shown import Page
from thenchot.surface.drafting.values import Counted
from thenchot.surface.drafting.words import FAULTS, MODES, NUMBERS
from thenchot.surface.figures.asked import titles
from thenchot.surface.numbers import number
from thenchot.surface.told import account

from ..figures.asking import CLOSING
from ..figures.periods import PERIOD, code
from ..page import Asked
from .asking import modes_and_styles, sees

BESIDE = {
    Mode.THIS: (Mode.PREVIOUS, Mode.SAME_LAST_YEAR),
    Mode.CUMULATIVE: (Mode.PREVIOUS, Mode.CUMULATIVE_LAST_YEAR),
}


@dataclass(frozen=True)
class Offer:
    """What the number may be, in words."""

    code: str
    title: str
    mode: Mode
    said: Any


def panel(request: Asked, saved: Saved, page: Page, one: Number) -> dict[str, Any]:
    """Everything the panel of a number shows."""
    names = titles(CATALOGUE)
    waits = next((x for x in saved.content.returned if x["tag"] == one.tag), None)
    found: dict[str, Any] = {
        "chosen": one,
        "around": page.around(one.tag),
        "said": NUMBERS[one.state],
        "waits": waits,
        "fault": FAULTS.get(waits["fault"], "") if waits else "",
        "author": account(one.author) if one.author else "",
        "offers": [Offer(c, names.get(c, c), mode, MODES[mode]) for c, mode in one.offers],
        "edits": page.all_ or (page.may(page.whole.places.get(one.tag, -1)) and sees(request, saved)),
        "named": _named(one),
    } | modes_and_styles(saved)
    if one.figure:
        found |= _counted(saved, one, names)
    return found


def _named(one: Number) -> Any:
    """*Kỳ khác* as it was said."""
    period = period_named(one.period) if one.mode is Mode.OTHER else None
    return {"code": one.period, "words": period.words()} if period else None


def _counted(saved: Saved, one: Number, names: dict[str, str]) -> dict[str, Any]:
    closing = saved.closing if one.bound else ""
    if closing and one.bound:
        now: Counted | None = frozen(saved, listing.standing(closing)).counted.get(one.tag)
        beside: list[tuple[Any, Counted]] = []
    else:
        with KEPT.engine() as engine:
            counting = values(engine, saved)
            asked = [
                replace(one, tag=str(mode), mode=mode, style=_exact(one)) for mode in BESIDE.get(one.mode, ())
            ]
            answers = counting.of_all([one, *asked])
        now = answers[one.tag]
        beside = [(MODES[each.mode], answers[each.tag]) for each in asked]
    opens = one.figure in CATALOGUE.figures or one.figure in CATALOGUE.ratios
    return {
        "figure": names.get(one.figure, one.figure),
        "base": names.get(one.base, one.base),
        "now": now,
        "exact": number(now.value) if now and now.value is not None else "",
        "parts": "/".join(number(part) for part in now.parts) if now and now.parts else "",
        "beside": beside,
        "mode_said": MODES[one.mode],
        "address": _address(saved, one, now) if opens and now and now.period else "",
    }


def _address(saved: Saved, one: Number, now: Counted) -> str:
    """The page of the figure, of the same period; of the closing where the number is closed."""
    place = one.organisation or saved.organisation
    address = reverse("figures:rows", kwargs={"organisation": place, "code": one.figure})
    if now.closing:
        return f"{address}?{CLOSING}={now.closing}"
    assert now.period is not None
    return f"{address}?{PERIOD}={code(now.period)}"


def _exact(one: Number) -> Style:
    return Style.EXACT if one.style in ROUNDED else one.style
