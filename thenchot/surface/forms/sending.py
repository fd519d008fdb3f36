"""A filled form leaves the house: a serial, a line of the viewing log, its bytes kept, then the bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from thenchot.access import log
from thenchot.access.desk import Desk
from thenchot.access.log import Door
from thenchot.access.rights import Decision
from thenchot.reports.forms import keeping, movements
from thenchot.reports.forms.annex import annex
from thenchot.reports.forms.filling import Cell, Filled
from thenchot.reports.forms.keeping import Sent
from thenchot.snapshot.catalogue import CATALOGUE
from thenchot.snapshot.period import Kind, Period

from ..closings import lacking_said
from ..figures.asked import titles
from ..subjects import names_of
from .asking import Asking


@dataclass(frozen=True)
class Whole:
    """A form to be filled: `code` and `number` of a kept one, or of a form of the house (number 0)."""

    code: str
    number: int
    name: str


def send(
    filled: Filled, asked: Asking, form: Whole, desk: Desk, decision: Decision, *, by: int, at: datetime,
    session: str = "",
) -> Sent:  # fmt: skip
    """Kept and logged before anybody has a byte of it. LogUnavailable, Unopened, Unwritable."""
    content = filled.file()
    serial = f"{desk.mint.id():016X}"[-12:]
    viewer = desk.viewer(by, decision, session=session)
    log.write(Door.EXPORT, viewer, at, file=sha256(content).hexdigest(), field=serial)
    return keeping.send(
        serial, form.code, form.number, asked.organisation, code_of(asked.period), content, by=by, at=at,
        closing=asked.standing.code if asked.standing else "",
    )  # fmt: skip


def explained(filled: Filled, asked: Asking, rows: Callable[[Cell], str]) -> bytes:
    """The annex: for every cell its figure, organisation, period and source."""
    wanted = {one.answer.organisation for one in filled.cells.values() if one.answer.organisation}
    names = names_of(wanted, as_of=asked.period.data_to)
    closing = asked.standing.code if asked.standing else ""
    return annex(
        filled, titles=all_titles(), names=names, rows=rows, closing=closing, known_by=asked.engine.known_by,
        lacking=lacking_said(asked.standing) if asked.standing else "",
    )  # fmt: skip


def all_titles() -> Mapping[str, str]:
    """What figures and lines of the movement are called."""
    return {**titles(CATALOGUE), **{code: str(said) for code, said in movements.TITLES.items()}}


def named(codes: Iterable[str]) -> dict[str, str]:
    """The names of some; a code nobody declares is its own name."""
    known = all_titles()
    return {code: known.get(code, code) for code in codes}


def code_of(period: Period) -> str:
    """As `parse_period` reads it."""
    first, last = period.first, period.last
    said = {
        Kind.MONTH: f"{last.year}-{last.month:02d}", Kind.MONTHS: f"{last.month}T{last.year}",
        Kind.QUARTER: f"Q1-{last.year}", Kind.YEAR: f"{last.year}",
        Kind.TERM: f"NK{first.isoformat()}..{last.isoformat()}",
        Kind.FREE: f"{first.isoformat()}..{last.isoformat()}",
    }[period.kind]  # fmt: skip
    return said if period.data_to == last else f"{said}@{period.data_to.isoformat()}"
