"""From what was typed to an order; which papers an account may have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import Http404

from thenchot.access.actions import Action
from thenchot.surface.printing.orders import WORD, Order
from thenchot.surface.printing.papers import ORGANISATION, PAPERS, PERSON, Paper

from ..here import Here, day_in

# Names of the fields of the form, and of the question in an address.
KIND, NUMBERS, SINCE = "loai", "so-the", "tu"


def paper(code: str, of: str = ORGANISATION) -> Paper:
    """The paper of a code; 404 for one there is not, or of something else."""
    found = PAPERS.get(code)
    both = code == "admission" and of == PERSON  # for an applicant, or for somebody admitted
    if found is None or not (found.of == of or both):
        raise Http404(code)
    return found


def order(here: Here, organisation: int, code: str, given: Mapping[str, Any], **more: Any) -> Order:
    """What the form says; a kind or a day that is none is left out."""
    known = PAPERS[code]
    kind = given.get(KIND, "")
    return Order(
        code, organisation, here.as_of, kind if kind in known.kinds else WORD,
        numbers=known.numbers and given.get(NUMBERS) == "1", since=day_in(given.get(SINCE, "")), **more,
    )  # fmt: skip


def opens(here: Here, one: Paper, organisation: int, person: int | None = None) -> bool:
    """Whether this account may have the paper at all; with a second person, too."""
    about = {"person": person} if person is not None else {"organisation": organisation}
    if one.summary and here.may(Action.SEE_PERSON, **about).refused:
        return False
    return here.can(one.needs, **about)
