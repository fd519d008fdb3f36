"""The closings the book knows: how each stands, who took which step, what replaces what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ...access.scope import line as line_above
from ...ledger import reading
from ...ledger.entries import Entry
from ...ledger.fold import in_force
from ..period import Period
from . import folder
from .events import Line, Prepared, Returned, Step, Why
from .lacking import Lacking, kept

STEPS = ("prepared", "reviewed", "approved", "submitted", "received", "returned")
CLOSED = STEPS[2:]
# Found by the track, of which a book has as many as closings; entries of a kind are found one by one.
OF = "SELECT DISTINCT subject FROM ledger_period WHERE track = 'closing' AND key = %s"


@dataclass(frozen=True)
class Standing:
    """One closing as it stands. `number` 2 and more is *thay thế lần 2*; `steps` are its entries in order."""

    code: str
    organisation: int
    period: Period
    line: Line | None
    cut_off: int
    manifest: str
    number: int
    replaces: str | None
    why: Why | None
    replaced_by: str | None
    steps: tuple[Entry, ...]

    @property
    def state(self) -> str:
        """`prepared`, `reviewed`, `approved`, `submitted`, `received` or `returned`."""
        return self.steps[-1].kind.partition(".")[2]

    @property
    def closed(self) -> bool:
        """Whether its figures no longer change."""
        return self.state in CLOSED

    @property
    def path(self) -> Path:
        """Its folder."""
        return folder.path_of(self.code)

    def taken_by(self, step: str) -> int | None:
        """The account that last took a step."""
        return next((e.by for e in reversed(self.steps) if e.kind == f"closing.{step}"), None)

    @property
    def reviewed_by_preparer(self) -> bool:
        """*Người lập* is *người soát*: an office of one, printed as such."""
        return self.taken_by("reviewed") == self.taken_by("prepared")

    @property
    def lacking(self) -> Lacking | None:
        """The units it was closed without: *21/23*; nothing where none was missing. Damaged."""
        return kept(self.path) if self.closed else None

    @property
    def returned(self) -> Returned | None:
        """With which sentence, and about what, it was sent back."""
        act = self.steps[-1].act
        return act if isinstance(act, Returned) else None


def closings(organisation: int) -> list[Standing]:
    """All closings of an organisation, in the order they were prepared."""
    return _standings([entry for entry in reading.story(organisation) if isinstance(entry.act, Step)])


def closings_of(organisations: Iterable[int]) -> list[Standing]:
    """All closings of several organisations, read at once."""
    found = []
    for entries in reading.load(list(dict.fromkeys(organisations))).values():
        found += _standings([entry for entry in in_force(entries) if isinstance(entry.act, Step)])
    return found


def standing(code: str) -> Standing:
    """One closing; LookupError where the book knows none of this code, or it was dropped."""
    for (organisation,) in reading.rows(OF, [code]):
        for one in closings(organisation):
            if one.code == code:
                return one
    raise LookupError(code)


def known() -> list[str]:
    """The codes of all closings in the book, pending ones too."""
    prepared = (entry.act for entry in reading.of_kind(Prepared.kind))
    return [act.code for act in prepared if isinstance(act, Prepared)]


def last_closed(organisation: int, period: Period, line: Line | None = None) -> Standing | None:
    """What is closed for a period, the last replacement first; nothing where nothing is."""
    same = [
        one
        for one in closings(organisation)
        if one.closed and one.line == line
        and (one.period.kind, one.period.first, one.period.last) == (period.kind, period.first, period.last)
    ]  # fmt: skip
    return same[-1] if same else None


def in_a_closed_period(entry: Entry) -> bool:
    """Whether an entry was counted, by its day, in a period that some organisation above it has closed."""
    if entry.organisation is None:
        return False
    above = set(line_above(entry.organisation, entry.effective_on))
    prepared = (e.act for e in reading.of_kind(Prepared.kind))
    near = [act for act in prepared if isinstance(act, Prepared) and act.about in above]
    return any(
        act.first <= entry.effective_on <= act.data_to
        and entry.seq <= act.cut_off
        and standing(act.code).closed
        for act in near
    )


def _standings(entries: list[Entry]) -> list[Standing]:
    steps: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda e: e.seq):
        assert isinstance(entry.act, Step)
        steps.setdefault(entry.act.code, []).append(entry)
    prepared = {code: of[0].act for code, of in steps.items() if isinstance(of[0].act, Prepared)}
    replaced = {act.replaces: code for code, act in prepared.items() if act.replaces}
    numbers: dict[str | None, int] = {None: 0}
    found = []
    for code, act in prepared.items():
        numbers[code] = numbers[act.replaces] + 1
        period = Period(act.period, act.first, act.last, act.data_to)
        found.append(
            Standing(
                code, act.about, period, act.line, act.cut_off, act.manifest, numbers[code], act.replaces,
                act.why, replaced.get(code), tuple(steps[code]),
            )
        )  # fmt: skip
    return found
