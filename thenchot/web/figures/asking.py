"""From an address to a question: whose figures, of which period, from the book or from a closing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.http import Http404
from django.utils.translation import gettext as _

from thenchot.access.actions import Action
from thenchot.ledger.days import spoken
from thenchot.snapshot.closed import Closed
from thenchot.snapshot.closing import listing
from thenchot.snapshot.closing.listing import Standing
from thenchot.snapshot.kept import KEPT
from thenchot.snapshot.period import Period
from thenchot.snapshot.sources import Live, Source
from thenchot.snapshot.tree import RECAST, View
from thenchot.surface.figures.asked import Asked
from thenchot.surface.figures.behind import Looking
from thenchot.surface.subjects import names_of

from .. import page as pages
from ..here import DAY, Here
from . import periods
from .periods import PERIOD, NotAPeriod

CLOSING, SHOWN, SAME, TODAY = "chot", "xem", "cung-ky", "dia-ban"


@dataclass
class Question:
    """What a page asks. `asked` is nothing where there is nothing to show; then `trouble` says why.

    `same`: beside the same period last year. `recast`: on the units of today.
    """

    here: Here
    organisation: int
    period: Period | None = None
    standing: Standing | None = None
    same: bool = True
    recast: bool = False
    asked: Asked | None = None
    before: Live | None = None
    trouble: str = ""
    status: int = 200
    _names: dict[int, str] = field(default_factory=dict)

    @property
    def address(self) -> dict[str, str]:
        """The parts of the address that every page of this question carries."""
        found = {}
        if self.standing is not None:
            found[CLOSING] = self.standing.code
        elif self.period is not None:
            found[PERIOD] = periods.code(self.period)
        if self.recast:
            found[TODAY] = "1"
        if not self.same:
            found[SHOWN] = "1"
        if self.here.past:
            found[DAY] = self.here.as_of.isoformat()
        return found

    @cached_property
    def query(self) -> str:
        """Asked once the question is whole: a page has it at every number."""
        return f"?{urlencode(self.address)}" if self.address else ""

    @property
    def label(self) -> str:
        """The period without the day its data reach, which stands beside it."""
        return self.period.upto(self.period.last).words() if self.period else ""

    @cached_property
    def looking(self) -> Looking:
        return Looking(self.here.desk, self.here.by, self.here.at, self.here.session, self.here.reach)

    def names(self, organisations: Iterable[int]) -> dict[int, str]:
        """What organisations are called on the page's units; read once for a page where that can be."""
        wanted = list(dict.fromkeys(organisations))
        if missing := [one for one in wanted if one not in self._names]:
            around = [] if self._names else [self.organisation, *self.above]
            self._names |= names_of([*missing, *around], as_of=self.tree_day)
        return {one: self._names[one] for one in wanted}

    @property
    def name(self) -> str:
        return self.names([self.organisation])[self.organisation]

    @cached_property
    def above(self) -> list[int]:
        """The organisations above whose figures this account may see, from the nearest up."""
        parents = self.asked.source.parents() if self.asked else {}
        found: list[int] = []
        node = parents.get(self.organisation)
        while node is not None and self.here.can(Action.SEE_FIGURES, organisation=node):
            found.append(node)
            node = parents.get(node)
        return found

    @property
    def tree_day(self) -> date:
        """By which names organisations are called."""
        if self.recast or self.period is None:
            return self.here.today
        return self.period.data_to

    @cached_property
    def closings(self) -> list[Standing]:
        """The closings that hold this organisation's figures, the last first; a replaced one not."""
        line = self.here.reach.line(self.organisation)
        found = [one for one in listing.closings_of([self.organisation, *line]) if one.closed]
        standing = [one for one in found if one.replaced_by is None or one == self.standing]
        return sorted(standing, key=lambda one: (one.period.data_to, one.cut_off), reverse=True)


@contextmanager
def opened(request: pages.Asked, organisation: int) -> Iterator[Question]:
    """The question of a request, with its source open for as long as the page is made."""
    here, given = request.here, request.GET
    same = SAME in given if SHOWN in given else True
    question = Question(here, organisation, same=same, recast=TODAY in given)
    if given.get(CLOSING):
        yield _of_closing(question, given[CLOSING])
        return
    try:
        question.period = periods.asked(given.dict(), here.as_of, here.today)
    except NotAPeriod as error:
        question.trouble, question.status = str(error), 400
        yield question
        return
    if question.period.data_to < here.begins_on:
        question.trouble = _(
            "Sổ bắt đầu ghi từ {day}. Trước ngày này không có số liệu (chưa ghi sổ)."
        ).format(day=spoken(here.begins_on))
        yield question
        return
    with KEPT.engine() as engine:
        view: View = here.today if question.recast else RECAST
        live = Live(engine, question.period, view)
        if question.same:
            question.before = _before(Live(engine, question.period.same_last_year(), view), here)
        yield _permitted(question, live)


def _before(live: Live, here: Here) -> Live | None:
    return live if live.period.data_to >= here.begins_on else None


def _of_closing(question: Question, code: str) -> Question:
    found = next((one for one in question.closings if one.code == code), None)
    if found is None:
        raise Http404
    question.standing, question.period = found, found.period
    question.same = question.recast = False
    return _permitted(question, Closed(found))


def _permitted(question: Question, source: Source) -> Question:
    here, organisation = question.here, question.organisation
    if not source.has(organisation):
        question.trouble = _(
            "Tổ chức này không có trong cây tổ chức của kỳ đã chọn: chưa thành lập, hoặc đã kết thúc."
        )
        return question
    rows, names = (
        here.may(action, organisation=organisation).yes for action in (Action.SEE_ROWS, Action.SEE_NAMES)
    )
    question.asked = Asked(source, organisation, sees_rows=rows, sees_names=names)
    return question
