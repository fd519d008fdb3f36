"""The roll of an organisation on a day: fifty persons a page, in the order of their given names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from thenchot.access import personal
from thenchot.access.actions import Action
from thenchot.ledger.remembering import Remembered
from thenchot.ledger.vietnamese import order
from thenchot.rooms.membership import rolls
from thenchot.rooms.membership.rolls import Listed, Roll
from thenchot.rooms.organisations.reading import forerunners, line_of, within
from thenchot.sealed.codes import coded_label
from thenchot.surface.subjects import names_of

from ..here import Here
from ..page import Asked, go, page
from . import acts
from .below import choices
from .words import LISTED

PAGE = 50
LISTED_AS, BELOW, NUMBER = "dien", "duoi", "trang"

_listings = Remembered(16)


@page(Action.SEE_ROLL, about="home")
def home(request: Asked) -> HttpResponse:
    assert request.here.home is not None
    return go("members:of", request.here, organisation=request.here.home)


@page(Action.SEE_ROLL, about="organisation")
def of(request: Asked, organisation: int) -> HttpResponse:
    here = request.here
    if (below := request.GET.get(BELOW, "")).isdecimal() and int(below) != organisation:
        return redirect(_of_below(request, below))
    found = {"organisation": organisation, "before": here.as_of < here.begins_on}
    listing = None if found["before"] else _listing(here, organisation, _asked(request))
    if listing is None or not listing.tree:
        return render(request, "members/roll.html", found | _absent(here, organisation))
    return render(request, "members/roll.html", found | _shown(request, listing))


@dataclass(frozen=True)
class Listing:
    """What the book says of a roll: the tree below, what stands above, who is on it, in order."""

    organisation: int
    tree: Mapping[int, int | None]
    above: list[int]
    roll: Roll
    listed: Listed | None
    persons: list[int]


def _listing(here: Here, organisation: int, listed: Listed | None) -> Listing:
    """Kept until the book grows: whatever moves a person or changes a name is an entry."""
    question = (organisation, here.as_of, listed, here.desk.opened)
    return _listings.get(question, lambda: _read(here, organisation, listed))


def _read(here: Here, organisation: int, listed: Listed | None) -> Listing:
    day = here.as_of
    tree = within(organisation, as_of=day)
    roll = rolls.roll_within(tree, as_of=day)
    persons = personal.in_order(roll.of(listed), here.at)
    above = line_of(organisation, as_of=day)[1:]
    return Listing(organisation, tree, above, roll, listed, persons)


def _asked(request: Asked) -> Listed | None:
    asked = request.GET.get(LISTED_AS, "")
    return Listed(asked) if asked in set(Listed) else None


def _of_below(request: Asked, below: str) -> str:
    """The roll of an organisation below, with the same filter on the same day."""
    asked = request.GET.copy()
    for part in (BELOW, NUMBER):
        asked.pop(part, None)
    address = reverse("members:of", kwargs={"organisation": below})
    return f"{address}?{asked.urlencode()}" if asked else address


def _absent(here: Here, organisation: int) -> dict[str, Any]:
    """Before the book, or on a day without this organisation: its name, and whose heir it is."""
    before = forerunners(organisation)
    names = names_of([organisation, *before])
    in_order = sorted(before, key=lambda one: order(names[one]))
    return {
        "title": names[organisation],
        "forerunners": [{"id": one, "name": names[one]} for one in in_order],
    }


def _shown(request: Asked, listing: Listing) -> dict[str, Any]:
    here, roll, organisation = request.here, listing.roll, listing.organisation
    page = Paginator(listing.persons, PAGE).get_page(request.GET.get(NUMBER))
    below = choices(organisation, listing.tree)
    cells = {place for person in page if (place := roll.place(person))}
    cells |= {above for one in cells if (above := listing.tree.get(one))}
    names = names_of([organisation, *listing.above, *below.ids, *cells])
    return {
        "exists": True,
        "title": names[organisation],
        "crumbs": _crumbs(here, listing.above, names),
        "below": below.options(names),
        "total": roll.count(),
        "numbers": _numbers(roll, listing.listed),
        "listed": listing.listed,
        "chosen": LISTED[listing.listed] if listing.listed else "",
        "page": page,
        "lines": _lines(here, listing, page, names),
        "acts": acts.of_roll(here, organisation),
        "prints": here.can(Action.EXPORT, organisation=organisation),
    }


def _crumbs(here: Here, above: list[int], names: dict[int, str]) -> list[dict[str, Any]]:
    """What stands above, from the top, as far as this account may follow."""
    seen = [one for one in above if here.can(Action.SEE_ROLL, organisation=one)]
    return [{"id": one, "name": names[one]} for one in reversed(seen)]


def _numbers(roll: Roll, chosen: Listed | None) -> list[dict[str, Any]]:
    """The counts over the roll; full and probationary always, the others where there are some."""
    return [
        {"as": one, "label": LISTED[one], "count": roll.count(one), "current": one == chosen}
        for one in Listed
        if roll.count(one) or one in (Listed.FULL, Listed.PROBATIONARY, chosen)
    ]


def _lines(here: Here, listing: Listing, shown: Any, names: dict[int, str]) -> list[dict[str, Any]]:
    """A page of persons; who is out of this account's scope by now keeps a code and opens nothing."""
    organisation, roll, who = listing.organisation, listing.roll, here.who
    ids = list(shown)
    labels = here.desk.names(ids, organisation=organisation, action=Action.SEE_ROLL, **who) if ids else {}
    opens = here.can(Action.SEE_PERSON, organisation=organisation)
    return [
        {
            "number": shown.start_index() + place,
            "person": person,
            "label": labels[person],
            "opens": opens and not (here.past and labels[person] == coded_label(person)),
            "cell": _cell(listing, roll.place(person), names),
            "listed": [LISTED[one] for one in roll.listed(person)],
        }
        for place, person in enumerate(shown)
    ]


def _cell(listing: Listing, cell: int | None, names: dict[int, str]) -> str:
    """The cell, and what it hangs under where that is not the organisation of the roll: names repeat."""
    if cell is None:
        return ""
    above = listing.tree.get(cell)
    return f"{names[cell]} · {names[above]}" if above and above != listing.organisation else names[cell]
