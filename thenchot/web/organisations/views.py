"""The pages of organisations."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.ledger.kinds import KINDS, ORGANISATION
from thenchot.rooms.membership.strengths import tree
from thenchot.rooms.organisations.reading import CELLS, organisation_on
from thenchot.rooms.organisations.succession import heir_of
from thenchot.surface.counted_words import cell as word
from thenchot.surface.kinds import label_of, recorded
from thenchot.surface.subjects import names_of

from ..here import day_in
from ..page import Asked, go, page
from . import branches, picture, sides

BEFORE, AFTER = "truoc", "sau"
BROUGHT = "organisations.carried_over"


@page(Action.SEE_ORGANISATION, about="home")
def home(request: Asked) -> HttpResponse:
    """The account's own organisation."""
    assert request.here.home is not None
    return go("organisations:page", request.here, organisation=request.here.home)


@page(Action.SEE_ORGANISATION, about="organisation")
def organisation(request: Asked, organisation: int) -> HttpResponse:
    """One organisation on a day: what stands under it, who leads it, its line of time."""
    here = request.here
    on = organisation_on(organisation, as_of=here.as_of)
    if on is None:
        return _not_that_day(request, organisation)
    standing = tree(as_of=here.as_of)
    line = standing.line(organisation)
    names = names_of([*line, *([on.place] if on.place else [])], as_of=here.as_of)
    counted = here.can(Action.SEE_FIGURES, organisation=organisation)
    leading = branches.leaders(here, organisation)
    said = {
        "organisation": organisation,
        "on": on,
        "type_word": word("type", on.type),
        "name": names[organisation],
        "place": names.get(on.place or 0),
        "above": [(one, names[one]) for one in reversed(line[1:])],
        "counted": counted,
        "is_cell": on.type in CELLS,
        "records": here.can(Action.RECORD_ORGANISATIONS, organisation=organisation) and not here.past,
        "acts": _acts(),
        "prints": here.can(Action.EXPORT, organisation=organisation),
        "sees_names": here.can(Action.SEE_NAMES, organisation=organisation),
        "sees_rows": here.can(Action.SEE_ROWS, organisation=organisation),  # exemption is sensitive
        "strength": branches.strength_of(organisation, here.as_of) if counted else None,
        "groups": branches.groups(here, organisation, leading, counted=counted),
        "leaders": leading.get(organisation, []),
        "picture": picture.of(organisation, here, counted=counted),
    }
    return render(request, "organisations/organisation.html", said)


@page(Action.SEE_ORGANISATION, about="organisation")
def compare(request: Asked, organisation: int) -> HttpResponse:
    """The tree on two days side by side, and who went where."""
    here = request.here
    after = day_in(request.GET.get(AFTER, "")) or here.as_of
    before = day_in(request.GET.get(BEFORE, "")) or after - timedelta(days=1)
    said = {
        "organisation": organisation,
        "name": names_of([organisation], as_of=after)[organisation],
        "before": before,
        "after": after,
        "counted": here.can(Action.SEE_FIGURES, organisation=organisation),
        "sides": sides.of(organisation, before, after),
    }
    return render(request, "organisations/compare.html", said)


def _acts() -> list[tuple[str, str]]:
    """What is recorded about an organisation that stands; founding a new one under it first."""
    kinds = [kind for kind in recorded() if KINDS[kind].subject == ORGANISATION]
    return [(kind, label_of(kind)) for kind in kinds if kind.startswith("organisations.") and kind != BROUGHT]


def _not_that_day(request: Asked, organisation: int) -> HttpResponse:
    """It had not begun, or has ended: who stands in its place, and its line of time all the same."""
    here = request.here
    heir = heir_of(organisation, as_of=here.as_of)
    names = names_of([organisation, *([heir] if heir else [])])
    before_book = here.as_of < here.begins_on
    said = {
        "name": names[organisation] if names[organisation] != str(organisation) else _("Tổ chức đảng"),
        "organisation": organisation,
        "heir": heir,
        "heir_name": names.get(heir or 0),
        "before_book": before_book,
        "picture": None if before_book else picture.of(organisation, here, counted=False),
    }
    return render(request, "organisations/not_that_day.html", said)
