"""A line of the movement opened: which acts it adds up, each with how many, each opening to its rows."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.urls import reverse

from thenchot.access.actions import Action
from thenchot.reports.forms import movements
from thenchot.surface import counted_words

from ..figures import shell
from ..figures.asking import opened
from ..figures.moved import GROUND, KIND, SIDE
from ..page import Asked, page

SIDES = {"in": ("into", "tang"), "out": ("out_of", "giam"), "inside": ("inside", "noi-bo")}


@page(Action.SEE_ROWS, about="organisation")
def causes(request: Asked, organisation: int, line: str) -> HttpResponse:
    """`in`, `in-admitted`, `out-transferred`, `inside` …"""
    side, _dash, rest = line.partition("-")
    code = f"move.{side}.{rest.replace('-', '_')}" if rest else f"move.{side}"
    if side not in SIDES or code not in movements.TITLES:
        raise Http404(line)
    field, named = SIDES[side]
    with opened(request, organisation) as question:
        more = {}
        if question.asked is not None:
            if (live := question.asked.live) is None:
                raise Http404(line)
            counted = getattr(live.movement.lines[organisation], field)
            wanted = movements.causes(counted, code) if rest else sorted(counted)
            place = reverse("figures:moved", args=[organisation])
            more = {
                "title": movements.TITLES[code],
                "total": movements.number(live.movement.lines[organisation], code),
                "causes": [
                    (
                        counted_words.cause(*cause),
                        counted[cause],
                        f"{place}?{urlencode(question.address | _asked(named, cause))}",
                    )
                    for cause in wanted
                ],
            }
        return shell.page(request, "forms/causes.html", question, "forms/parts/causes.html", **more)


def _asked(side: str, cause: tuple[str, str]) -> dict[str, str]:
    said = {SIDE: side, KIND: cause[0], GROUND: cause[1]}
    return {name: value for name, value in said.items() if value}
