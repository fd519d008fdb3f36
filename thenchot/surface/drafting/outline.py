"""A draft from one of the outlines that are shipped: its numbers are bound from the start."""

from __future__ import annotations

from datetime import date, datetime

from thenchot.access.actions import Action
from thenchot.access.desk import Desk
from thenchot.access.scope import line
from thenchot.ledger.events import Mode as Book
from thenchot.reports.drafts import keeping
from thenchot.reports.drafts.keeping import Saved
from thenchot.reports.drafts.shapes import Content, Mode, Number, Owned, State
from thenchot.reports.lists.heads import Issuer, issuer
from thenchot.reports.word import outlining
from thenchot.reports.word.outline import sections
from thenchot.reports.word.outlining import Wanted
from thenchot.reports.word.package import Package
from thenchot.reports.word.refusing import refused
from thenchot.snapshot.engine import Engine

from ..subjects import names_of
from .making import Start, new_code
from .numbers import update


def begin(
    desk: Desk, engine: Engine, start: Start, name: str, *, by: int, at: datetime, superior: str = "",
    place: str = "",
) -> Saved:  # fmt: skip
    """The draft with this period's values in it. LookupError for no such outline; NotAllowed, Unopened."""
    desk.need(Action.DRAFT_REPORT, by=by, at=at, organisation=start.organisation)
    outline = outlining.shipped(name)
    found = heading(start.organisation, start.period.data_to)
    file, wanted = outlining.word_of(
        outline, superior=superior or found.head.superior, issuer=found.issuer, letters=found.letters,
        place=place or found.head.place, day=start.period.last, demo=desk.mode is Book.DEMO,
    )  # fmt: skip
    package = Package.read(file)
    parts = sections(package.body, package.styles)
    closed = set(refused(parts))
    content = Content(
        title=start.title, receiver=start.receiver, due_on=start.due_on,
        term_first=start.term_first.isoformat() if start.term_first else "",
        numbers=tuple(_number(one) for one in wanted),
        sections=tuple(Owned(one.title, refused=place in closed) for place, one in enumerate(parts)),
    )  # fmt: skip
    code = new_code(desk)
    saved = keeping.begin(
        code, start.organisation, start.period_code, content, file, by=by, at=at, line=start.line
    )
    return update(desk, engine, saved, by=by, at=at)[0]


def heading(organisation: int, day: date) -> Issuer:
    """How the organisation stands at the head of its papers, by the names of that day."""
    above = line(organisation, day)
    names = names_of(above, as_of=day)
    return issuer([names[one] for one in above])


def _number(one: Wanted) -> Number:
    mode = Mode.OTHER if one.period else Mode(one.mode)
    return Number(
        one.tag, outlining.STAND_IN, state=State.BOUND, figure=one.code, base=one.base, mode=mode,
        period=one.period, places=one.places,
    )  # fmt: skip
