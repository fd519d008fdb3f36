"""The panel beside a form being bound: what a cell prints now, what is offered for it, every choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy

from thenchot.files.sheets.cells import Sheet
from thenchot.reports.forms import movements
from thenchot.reports.forms.binding import Bound, Title, When, Whose
from thenchot.reports.forms.labels import said
from thenchot.reports.forms.offering import Offer, offered
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.surface import counted_words
from thenchot.surface.figures import sections
from thenchot.surface.forms.sending import all_titles
from thenchot.surface.forms.words import TITLES, WHENS, WHOSE

VALUES = ("yes", "no", "not_known")


@dataclass(frozen=True)
class Offered:
    """An offer with its name and the words of the form that say so."""

    offer: Offer
    title: str
    words: str


def panel(sheet: Sheet, place: tuple[int, int], bound: Bound | None, names: dict[int, str]) -> dict[str, Any]:
    """Everything the panel shows of one cell. `names`: organisations it may be bound to."""
    titles = all_titles()
    around = said(sheet, *place)
    known = frozenset(text for text in around.texts if text in set(names.values()))
    return {
        "around": " · ".join(around.texts),
        "offers": [
            Offered(one, titles[one.code], ", ".join(one.words)) for one in offered(around, known)
        ],
        "groups": groups(titles),
        "bound": bound,
        "bound_title": titles.get(bound.code, bound.code) if bound else "",
        "whens": [(one.value, label) for one, label in WHENS.items()],
        "whose": [(one.value, label) for one, label in WHOSE.items()],
        "title_choices": [(one.value, label) for one, label in TITLES.items() if one is not Title.CHILD],
        "organisations": sorted(names.items(), key=lambda pair: pair[1]),
        "parts": parts(bound.code if bound and bound.code else None),
        "usual": (Whose.ASKED.value, When.THIS.value),
    }  # fmt: skip


def groups(titles: Any) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every figure under its heading, the lines of the movement first."""
    declared = [*CATALOGUE.figures, *CATALOGUE.ratios, *CATALOGUE.stated]
    moves = [(code, titles[code]) for code in movements.TITLES]
    found = [(str(MOVES), moves)]
    for section in sections.SECTIONS:
        for group in sections.groups(declared, section):
            found.append((group.heading, [(code, titles[code]) for code in group.codes]))
    return found


MOVES = gettext_lazy("Biểu tăng, giảm đảng viên")


def parts(code: str | None) -> list[tuple[str, str]]:
    """`sex=female` with its words: the parts of a figure by its dimensions; of all where none is chosen."""
    figure = CATALOGUE.figures.get(code or "")
    dimensions: Iterable[str] = counted_words.DIMENSIONS
    if figure is not None:
        dimensions = CATALOGUE.populations[figure.population].dimensions
    return [
        (f"{by}={value}", f"{counted_words.dimension(by)}: {counted_words.cell(by, value)}")
        for by in dimensions
        for value in values_of(by)
    ]


def values_of(by: str) -> list[str]:
    """The values of a dimension that are known by words."""
    known = {**counted_words.BY_CODES.get(by, {}), **counted_words.ALSO.get(by, {})}
    if known:
        return [str(one) for one in known]
    bands = {"age-band": ("up_to_30", "over_60"), "party-age-band": ("under_30", "75_up")}
    if by in bands:
        names = [name for name in counted_words.PLAIN if name not in (*VALUES, "none")]
        first, last = (names.index(one) for one in bands[by])
        return names[first : last + 1]
    return list(VALUES) if by in YES_NO else []


YES_NO = frozenset(
    {
        "minority", "youth-union", "business-owner", "exempt", "away", "residence-link", "again", "due",
        "overdue", "own-cell", "has-member", "posthumous", "not-local", "village-head-too",
        "front-work-head-too", "commune-officer-too",
    }
)  # fmt: skip
