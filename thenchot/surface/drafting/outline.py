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
    issuer = names_of([start.organisation], as_of=start.period.data_to)[start.organisation]
    superior = superior or _superior(start.organisation, start.period.data_to)
    issuer, place = committee(issuer), place or placed(issuer)
    file, wanted = outlining.word_of(
        outline, superior=superior, issuer=issuer, place=place, day=start.period.last,
        demo=desk.mode is Book.DEMO,
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


LEVELS = ("tỉnh", "thành", "huyện", "xã", "phường", "thôn")


def _superior(organisation: int, day: date) -> str:
    """What stands above, by its name of that day; nothing at the top of a province."""
    above = line(organisation, day)[1:]
    return names_of(above[:1], as_of=day)[above[0]] if above else ""


def committee(name: str) -> str:
    """Who issues papers for an organisation: đảng bộ tỉnh → tỉnh ủy, đảng bộ xã → đảng ủy xã.

    >>> committee("Đảng bộ tỉnh Tuyên Quang"), committee("Đảng bộ xã Hồng Sơn"), committee("Chi bộ Nà Tông")
    ('Tỉnh ủy Tuyên Quang', 'Đảng ủy xã Hồng Sơn', 'Chi bộ Nà Tông')
    """
    for level in ("tỉnh", "thành", "huyện"):
        if name.startswith(f"Đảng bộ {level} "):
            return f"{level.capitalize()} ủy {name.removeprefix(f'Đảng bộ {level} ')}"
    return name.replace("Đảng bộ", "Đảng ủy", 1) if name.startswith("Đảng bộ") else name


def placed(name: str) -> str:
    """The place a paper is dated from: what follows the level in the name.

    >>> placed("Đảng bộ xã Hồng Sơn"), placed("Đảng bộ tỉnh Tuyên Quang")
    ('Hồng Sơn', 'Tuyên Quang')
    """
    words = name.split(" ")
    levels = [at for at, word in enumerate(words) if word in LEVELS]
    return " ".join(words[levels[-1] + 1 :]) if levels and levels[-1] + 1 < len(words) else name


def _number(one: Wanted) -> Number:
    mode = Mode.OTHER if one.period else Mode(one.mode)
    return Number(
        one.tag, outlining.STAND_IN, state=State.BOUND, figure=one.code, base=one.base, mode=mode,
        period=one.period, places=one.places,
    )  # fmt: skip
