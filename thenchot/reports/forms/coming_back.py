"""A filled form that comes back, cell by cell against what went out: which changed, by how much. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from thenchot.files.sheets.cells import Book, Sheet, place_of

MOST = 2_000


@dataclass(frozen=True)
class Difference:
    """One cell. `change` is nothing where one of the two is no number; `bound`: it prints a figure of ours.

    `formula`: what happened to the cell's formula: `gone` (a value stands in its place), `other`, `new`.
    """

    sheet: str
    cell: str
    was: Any
    now: Any
    change: Any = None
    bound: bool = False
    formula: str = ""


@dataclass
class CameBack:
    """What differs. `missing` and `added` are names of sheets; `more`: differences beyond those listed."""

    differences: list[Difference] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    added: list[str] = field(default_factory=list)
    compared: int = 0
    more: int = 0

    @property
    def unchanged(self) -> bool:
        return not (self.differences or self.missing or self.added)


def compare(sent: Book, given: Book, bound: Collection[tuple[str, str]]) -> CameBack:
    """Every cell of every sheet that both have."""
    found = CameBack()
    theirs = {sheet.name: sheet for sheet in given.sheets}
    found.missing = [sheet.name for sheet in sent.sheets if sheet.name not in theirs]
    known = {sheet.name for sheet in sent.sheets}
    found.added = [sheet.name for sheet in given.sheets if sheet.name not in known]
    for sheet in sent.sheets:
        if sheet.name in theirs:
            _sheet(sheet, theirs[sheet.name], bound, found)
    return found


def _sheet(ours: Sheet, theirs: Sheet, bound: Collection[tuple[str, str]], found: CameBack) -> None:
    for row, column in sorted({*ours.cells, *theirs.cells}):
        one, other = ours.cells.get((row, column)), theirs.cells.get((row, column))
        was, now = (one.value if one else None), (other.value if other else None)
        formula = _formula(ours, theirs, (row, column))
        found.compared += 1
        computed = (
            row,
            column,
        ) in ours.formulas and not formula  # follows from other cells, whatever it shows
        if computed or (not formula and _alike(was, now)):
            continue
        if len(found.differences) >= MOST:
            found.more += 1
            continue
        cell = place_of(row, column)
        found.differences.append(
            Difference(ours.name, cell, was, now, _change(was, now), (ours.name, cell) in bound, formula)
        )


def _formula(ours: Sheet, theirs: Sheet, place: tuple[int, int]) -> str:
    one, other = ours.formulas.get(place), theirs.formulas.get(place)
    if one and other:
        # A shared formula may be written out by the program that saved the file: the value tells.
        same = one.given == other.given or bool(one.rows or one.columns or other.rows or other.columns)
        return "" if same else "other"
    if one:
        return "gone"
    return "new" if other else ""


def _alike(was: Any, now: Any) -> bool:
    if _number(was) and _number(now):
        return abs(Decimal(was) - Decimal(now)) < Decimal("0.0000001")
    return (was if was != "" else None) == (now if now != "" else None)


def _change(was: Any, now: Any) -> Any:
    if (
        (_number(was) or was is None)
        and (_number(now) or now is None)
        and (was is not None or now is not None)
    ):
        return (now or 0) - (was or 0)
    return None


def _number(value: Any) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)
