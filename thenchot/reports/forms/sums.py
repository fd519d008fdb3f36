"""Checks inside a filled form: lines against columns, figures against what they are the sum of. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from thenchot.files.formulas.tree import Call, Range, Tree, Unknown, moved, parsed
from thenchot.files.sheets.cells import Sheet, place_of
from thenchot.snapshot.catalogue import Catalogue

from .filling import Filled, same

MOST = 5_000


@dataclass(frozen=True)
class Check:
    """One sum: `place` against the sum of `parts`. `kind`: `crossed` (the line of totals against the column
    of totals) or `relation` (a figure and the figures it is the sum of)."""

    kind: str
    place: tuple[str, str]
    parts: tuple[str, ...]
    whole: Any
    added: Any

    @property
    def meets(self) -> bool:
        return same(self.added, self.whole)


def checks(filled: Filled, catalogue: Catalogue) -> list[Check]:
    """Every check that the form's own sums and its bound figures allow."""
    found = [one for sheet in filled.book.sheets for one in _crossed(filled, sheet)]
    return found + _relations(filled, catalogue)


def _crossed(filled: Filled, sheet: Sheet) -> list[Check]:
    """Where a total across meets totals down: what stands above it must add up to the same."""
    sums = _sums(sheet)
    found = []
    for (row, column), area in sums.items():
        across = area.first.row == area.last.row == row
        if not across or area.single:
            continue
        down = [sums.get((row, one)) for one in range(area.first.column, area.last.column + 1)]
        first = down[0]
        if first is None or any(one is None or not _beside(one, first) for one in down):
            continue
        rows = range(first.first.row, first.last.row + 1)
        values = [filled_value(filled, sheet.name, one, column) for one in rows]
        numbers = [value for value in values if isinstance(value, (int, float))]
        if not numbers or any(not isinstance(value, (int, float)) for value in values if value is not None):
            continue
        whole = filled_value(filled, sheet.name, row, column)
        parts = tuple(place_of(one, column) for one in rows)
        found.append(Check("crossed", (sheet.name, place_of(row, column)), parts, whole, sum(numbers)))
    return found


def _beside(one: Range | None, other: Range) -> bool:
    assert one is not None
    alike = (one.first.row, one.last.row) == (other.first.row, other.last.row)
    return alike and one.first.row != one.last.row


def _sums(sheet: Sheet) -> dict[tuple[int, int], Range]:
    """The formulas of a sheet that are one sum over one range."""
    found = {}
    for place, formula in list(sheet.formulas.items())[:MOST]:
        try:
            tree: Tree = moved(parsed(formula.given), formula.rows, formula.columns)
        except Unknown:
            continue
        if isinstance(tree, Call) and tree.name == "SUM" and len(tree.given) == 1:
            (area,) = tree.given
            if isinstance(area, Range) and area.sheet in ("", sheet.name):
                found[place] = area
    return found


def filled_value(filled: Filled, sheet: str, row: int, column: int) -> Any:
    """The number a cell holds once the form is filled."""
    place = (sheet, row, column)
    if place in filled.computed.values:
        return filled.computed.values[place]
    kept = filled.book.sheet(sheet).value(row, column)
    value = filled.values.get((sheet, place_of(row, column)), kept)
    return float(value) if value is not None and not isinstance(value, (int, str)) else value


def _relations(filled: Filled, catalogue: Catalogue) -> list[Check]:
    """Figures of one organisation and period in the form that are declared to be a sum of others in it."""
    by_code: dict[tuple[Any, ...], dict[str, Any]] = {}
    for one in filled.cells.values():
        bound, answer = one.bound, one.answer
        if bound.title is None and not bound.by and isinstance(answer.value, int):
            key = (answer.organisation, answer.period)
            by_code.setdefault(key, {}).setdefault(bound.code, (one, answer.value))
    found = []
    for cells in by_code.values():
        for code, (one, value) in cells.items():
            figure = catalogue.figures.get(code)
            for relation in figure.relations if figure else ():
                if relation.verb == "sums_to" and all(other in cells for other in relation.others):
                    parts = [cells[other] for other in relation.others]
                    places = tuple(part.bound.cell for part, _ in parts)
                    found.append(Check("relation", one.place, places, value, sum(n for _, n in parts)))
    return found
