"""From an address to a filled form: whose numbers, of which period or closing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import quote, urlencode

from django.http import Http404
from django.urls import reverse

from thenchot.access.actions import Action
from thenchot.reports.forms import movements
from thenchot.reports.forms.answers import State
from thenchot.reports.forms.filling import Cell, Filled
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.closing.words import title
from thenchot.snapshot.masking import SENSITIVE
from thenchot.snapshot.period import Period
from thenchot.surface.forms.asking import Asking, asking
from thenchot.surface.forms.sending import code_of
from thenchot.surface.subjects import by_name

from ..figures import periods
from ..figures.asking import CLOSING, Question
from ..figures.periods import PERIOD
from ..here import DAY
from ..page import Asked
from .door import Opened, opened

PLACE = "..code.."  # no figure is called so
OPENS = (State.COUNTED, State.STATED, State.SHARE, State.HIDDEN)


@dataclass
class FilledQuestion:
    """What a page of a filled form asks, and its answer."""

    request: Asked
    organisation: int
    period: Period
    standing: Standing | None
    asking: Asking
    form: Opened
    filled: Filled
    known: dict[int, str] = field(default_factory=dict)
    codes: dict[Period, str] = field(default_factory=dict)

    @property
    def query(self) -> str:
        """The parts of the address that say of when."""
        return f"?{urlencode(self.address)}"

    @property
    def address(self) -> dict[str, str]:
        said = {CLOSING: self.standing.code} if self.standing else {PERIOD: code_of(self.period)}
        if self.request.here.past:
            said[DAY] = self.request.here.as_of.isoformat()
        return said

    @property
    def beside(self) -> int:
        """How many numbers the chosen closing does not hold itself."""
        return len(self.filled.beside) if self.standing else 0

    def rows(self, cell: Cell) -> str:
        """Where the rows of a number are; nowhere for a head or what cannot be opened."""
        answer, bound = cell.answer, cell.bound
        if bound.title is not None or answer.state not in OPENS or answer.organisation is None:
            return ""
        asked = {PERIOD: self._said(answer.period)} if answer.period else {}
        if self.standing is not None and answer.period == self.period:
            asked = {CLOSING: self.standing.code}
        if self.request.here.past:
            asked[DAY] = self.request.here.as_of.isoformat()
        if bound.code.startswith("move."):
            return self._moved(bound.code, answer.organisation, answer.period)
        if bound.by and bound.by not in SENSITIVE:
            asked |= {"chieu": bound.by, "o": bound.value}
        return f"{self._address(answer.organisation, bound.code)}?{urlencode(asked)}"

    def _address(self, organisation: int, code: str) -> str:
        """A form has thousands of numbers and few addresses."""
        if organisation not in self.known:
            place = {"organisation": organisation, "code": PLACE}
            self.known[organisation] = reverse("figures:rows", kwargs=place)
        return self.known[organisation].replace(PLACE, quote(code))

    def _said(self, period: Period) -> str:
        if period not in self.codes:
            self.codes[period] = code_of(period)
        return self.codes[period]

    def _moved(self, code: str, organisation: int, period: Period | None) -> str:
        """Lines of the movement are opened in the book, from a closing too."""
        asked = {PERIOD: code_of(period or self.period)}
        if code == movements.CLOSING:
            return f"{reverse('figures:rows', args=[organisation, 'M01'])}?{urlencode(asked)}"
        if not self.request.here.can(Action.SEE_ROWS, organisation=organisation):
            return ""  # a leader has the lines of the movement, not whom they name
        if code == movements.OPENING:
            return f"{reverse('figures:opening', args=[organisation])}?{urlencode(asked)}"
        line = code.removeprefix("move.").replace(".", "-").replace("_", "-")
        return f"{reverse('forms:causes', args=[organisation, line])}?{urlencode(asked)}"

    @cached_property
    def choices(self) -> dict[str, Any]:
        """Other periods, closings, organisations below."""
        here = self.request.here
        names = dict(zip(self.asking.children, self.asking.names.children, strict=True))
        asked = Question(here, self.organisation, self.period, self.standing)
        return {
            "periods": periods.choices(here.as_of, None if self.standing else self.period),
            "closings": [(one, title(one)) for one in asked.closings],
            "below": by_name(names),
        }


@contextmanager
def question(request: Asked, form: str, organisation: int) -> Iterator[FilledQuestion]:
    """The filled form of a request; its engine is open for as long as the page is made.

    Http404, NotAPeriod, NotInTree.
    """
    here, given = request.here, {**request.GET.dict(), **request.POST.dict()}
    standing = None
    if given.get(CLOSING):
        closings = Question(here, organisation).closings
        standing = next((one for one in closings if one.code == given[CLOSING]), None)
        if standing is None:
            raise Http404(form)
    period = standing.period if standing else periods.asked(given, here.as_of, here.today)
    sees_rows = here.may(Action.SEE_ROWS, organisation=organisation).yes
    with asking(
        organisation, period, begins_on=here.begins_on, sees_rows=sees_rows, standing=standing,
        may=lambda one: here.can(Action.SEE_FIGURES, organisation=one),
    ) as asked:  # fmt: skip
        asked.names  # noqa: B018 (how many organisations stand below says how long a form of the house is)
        found = opened(here, form, len(asked.children))
        filled = asked.fill(found.data, found.book, found.binding)
        yield FilledQuestion(request, organisation, period, standing, asked, found, filled)
