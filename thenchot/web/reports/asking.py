"""What a form of a draft says: which figure, of which period, printed how; which section."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thenchot.access.actions import Action
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import Mode, Style
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.surface.drafting.numbers import Choice, periods
from thenchot.surface.drafting.shown import Page
from thenchot.surface.drafting.words import MODES, STYLES
from thenchot.surface.figures.asked import titles

from ..figures import periods as of_pages
from ..figures.periods import code
from ..page import Asked

SECTION, OTHER, SINCE, UNTIL = "muc", "ky-khac", "tu", "den"


def who(request: Asked) -> dict[str, Any]:
    """By whom and when."""
    return {"by": request.here.by, "at": request.here.at}


def choice(request: Asked, saved: Saved) -> Choice:
    """How a number is to be counted and printed. NotAPeriod, NotAllowed."""
    given = request.POST
    mode = _of(Mode, given.get("ky", ""))
    found = Choice(
        _code(given.get("so-lieu", "")), mode, _of(Style, given.get("in", "")), _code(given.get("goc", "")),
        _place(given.get("to-chuc", "")), _named(request) if mode is Mode.OTHER else "",
    )  # fmt: skip
    _under(request, saved, found.organisation)
    return found


def modes_and_styles(saved: Saved) -> dict[str, Any]:
    """What a form offers: periods seen from the draft's own, others by name, styles, figures."""
    return {
        "modes": [(mode, MODES[mode], period) for mode, period in periods(saved).items()],
        "others": of_pages.choices(saved.period.data_to, None),
        "styles": list(STYLES.items()),
        "names": sorted(titles(CATALOGUE).items()),
    }


def sees(request: Asked, saved: Saved) -> bool:
    """Whoever puts numbers into a draft must be allowed to see them."""
    return request.here.can(Action.SEE_FIGURES, organisation=saved.organisation)


def section_in(given: Mapping[str, Any], page: Page) -> int:
    """The section an address or form names; the first that holds numbers where it names none."""
    text = str(given.get(SECTION, ""))
    if text.isdecimal() and len(text) < 5 and int(text) < len(page.whole.sections):
        return int(text)
    heads = page.heads()
    return next((one.place for one in heads if one.open), min(1, len(heads) - 1))


def _named(request: Asked) -> str:
    """*Kỳ khác*: one of the list, or from one day to another."""
    given, today = request.POST, request.here.today
    asked: dict[str, Any] = {"ky": given.get(OTHER, "")}
    if given.get(SINCE) or given.get(UNTIL) or not asked["ky"]:
        asked = {"loai": of_pages.FREE, SINCE: given.get(SINCE, ""), UNTIL: given.get(UNTIL, "")}
    return code(of_pages.asked(asked, today, today))


def _under(request: Asked, saved: Saved, organisation: int) -> None:
    """Another organisation's number only where this account may see it."""
    if organisation and organisation != saved.organisation:
        request.here.desk.need(Action.SEE_FIGURES, organisation=organisation, **who(request))


def _code(text: str) -> str:
    return text.split(" ", 1)[0].strip()[:40]


def _of(kind: Any, text: str) -> Any:
    return kind(text) if text in set(kind) else next(iter(kind))


def _place(text: str) -> int:
    return int(text) if text.isdigit() and len(text) < 20 else 0
