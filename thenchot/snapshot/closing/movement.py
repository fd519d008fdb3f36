"""From one closing to a later one: every figure old and new, with the entries of the book that changed it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ...ledger import reading
from ...ledger.kinds import KINDS, ORGANISATION
from ..figures import Number
from ..shapes import table_of
from .opening import Closing

LATE, CORRECTED, WITHDRAWN, REARRANGED = "late", "corrected", "withdrawn", "rearranged"


@dataclass(frozen=True, order=True)
class Changed:
    """An entry between the two cut-offs: *ghi nhận muộn*, *đính chính*, *hủy bản ghi* or *do sắp xếp*."""

    seq: int
    kind: str
    effective_on: date
    how: str


@dataclass(frozen=True)
class Moved:
    """One figure of one organisation; the rows that came and went, and the entries that brought it about.

    `erased` rows went because a person was erased: they are in the old figure and behind no entry here.
    """

    figure: str
    organisation: int
    old: Number | None
    new: Number | None
    came: int
    went: int
    erased: Number
    entries: tuple[Changed, ...]


@dataclass
class Between:
    """Two closings of one period, compared at the organisations of both."""

    old: Closing
    new: Closing
    _about: dict[int, list[Changed]] = field(default_factory=dict)

    def moved(self, organisation: int, figures: Iterable[str] | None = None) -> list[Moved]:
        """Every figure of an organisation whose number or rows differ, with the entries behind it."""
        codes = self.new.catalogue.figures if figures is None else figures
        found = [self._moved(code, organisation) for code in codes if code in self.old.catalogue.figures]
        return [one for one in found if one.old != one.new or one.came or one.went]

    def _moved(self, code: str, organisation: int) -> Moved:
        before, after = self.old.rows(code, organisation), self.new.rows(code, organisation)
        was, now = (Counter(_known(rows.columns, rows.rows)) for rows in (before, after))
        came, went = list((now - was).elements()), list((was - now).elements())
        sql = self.new.catalogue.populations[self.new.catalogue.figures[code].population].sql
        return Moved(
            code, organisation, self.old.figure(code, organisation), self.new.figure(code, organisation),
            len(came), len(went), before.erased - after.erased, self._behind([*came, *went], sql),
        )  # fmt: skip

    def _behind(self, rows: Iterable[tuple[Any, ...]], sql: str) -> tuple[Changed, ...]:
        """The entries since about these very persons and things, and what moved their organisations."""
        found: set[Changed] = set()
        rearranged, rows = False, list(rows)
        self._fetch({one for row in rows for one in row[:2] if one is not None})
        for subject, person, _entry, organisation, *_rest in rows:
            mine = [changed for one in {subject, person} - {None} for changed in self._changes(one)]
            found.update([changed for changed in mine if counted_in(changed.kind, sql)] or mine)
            rearranged = rearranged or _above(self.old, organisation) != _above(self.new, organisation)
        if rearranged:
            self._fetch(nodes := self._other_tree())
            found.update(change for node in nodes for change in self._changes(node))
        return tuple(sorted(found))

    def _changes(self, subject: int) -> list[Changed]:
        """What was written about a subject between the two cut-offs."""
        return self._about.get(subject, [])

    def _fetch(self, subjects: Iterable[int]) -> None:
        """Read it for many subjects at once."""
        missing = [one for one in subjects if one not in self._about]
        self._about |= {one: [] for one in missing}
        range_ = (self.old.manifest["cut_off"], self.new.manifest["cut_off"])
        for start in range(0, len(missing), reading.AT_ONCE):
            condition, values = reading.among(missing[start : start + reading.AT_ONCE])
            for about, seq, kind, day, does in reading.rows(WRITTEN.format(condition), [*values, *range_]):
                self._about[about].append(Changed(seq, kind, _day(day), _how(kind, does)))

    def _other_tree(self) -> set[int]:
        """The organisations that stand, or are counted, elsewhere than before."""
        was, now = self.old, self.new
        differ = {n for n in {*was.parents, *now.parents} if was.parents.get(n, 0) != now.parents.get(n, 0)}
        return differ | {n for n in {*was.seats, *now.seats} if was.seats.get(n) != now.seats.get(n)}


WRITTEN = (
    "SELECT about, seq, kind, effective_on, does FROM ledger_entry WHERE about {} AND seq > %s AND seq <= %s"
    " AND kind NOT LIKE 'law.%%' AND kind NOT LIKE 'closing.%%' ORDER BY seq"
)


def counted_in(kind: str, sql: str) -> bool:
    """Whether a population reads a kind of act: by its own table, or by a track it sets."""
    if kind not in KINDS:
        return False
    tracks = (f"'{setting.track}'" in sql for setting in KINDS[kind].sets)
    return re.search(rf"\b{table_of(kind)}\b", sql) is not None or any(tracks)


def _known(columns: tuple[str, ...], rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Rows told apart by what they say; subject, person, entry and organisation first."""
    first = [columns.index(name) for name in ("subject", "person", "entry", "organisation")]
    rest = [place for place in range(len(columns)) if place not in first]
    return [tuple(row[place] for place in (*first, *rest)) for row in rows]


def _above(closing: Closing, organisation: int | None) -> list[int]:
    found, node = [], closing.seats.get(organisation) if organisation is not None else None
    while node is not None:
        found.append(node)
        node = closing.parents[node]
    return found


def _day(given: date | str) -> date:
    return given if isinstance(given, date) else date.fromisoformat(given)


def _how(kind: str, does: str) -> str:
    if does != "record":
        return WITHDRAWN if does == "withdraw" else CORRECTED
    return REARRANGED if kind in KINDS and KINDS[kind].subject == ORGANISATION else LATE


def later(old: Closing, new: Closing) -> Between:
    """The movement between two closings; ValueError where the second is not the later one."""
    if old.manifest["cut_off"] > new.manifest["cut_off"]:
        raise ValueError("the second was closed at an earlier place in the book")
    return Between(old, new)


def entries_of(moved: Iterable[Moved]) -> dict[int, list[str]]:
    """Which entry changed which figures: seq → figures, in the order of the book."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for one in moved:
        for changed in one.entries:
            found[changed.seq].append(one.figure)
    return dict(sorted(found.items()))
