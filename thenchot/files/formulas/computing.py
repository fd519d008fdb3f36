"""Computing the formulas of a workbook from the values in its cells, those they depend on first. Pure."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any

from . import arrays
from .functions import BY_ZERO, FUNCTIONS, Failed, number, single, text, yes
from .lookups import LOOKUPS
from .tree import Call, Constant, Error, Operator, Range, Tree, Unknown, moved, parsed, ranges

Place = tuple[str, int, int]  # sheet, row, column, both from 0
MOST_READ = 3_000_000  # cells read in all: whole columns in thousands of formulas end here


@dataclass(frozen=True)
class Formula:
    """A formula as the file holds it; cells that share it have it moved by so many rows and columns.

    As programs show it, `{=SUM(A1:A3*2)}`, it is an array formula of one cell.
    """

    given: str
    rows: int = 0
    columns: int = 0

    @property
    def array(self) -> bool:
        return self.given.startswith("{=") and self.given.endswith("}")


@dataclass
class Computed:
    """Values of formulas by place; an `Error` where Excel shows one. `unknown`: what stood in the way."""

    values: dict[Place, Any] = field(default_factory=dict)
    unknown: dict[Place, str] = field(default_factory=dict)


def compute(
    values: Mapping[str, Mapping[tuple[int, int], Any]], formulas: Mapping[Place, Formula]
) -> Computed:
    """Every formula of a workbook whose cells hold `values`, by sheet, row and column.

    A formula is unknown when it uses what this house does not compute, reads one that is unknown, or itself.
    """
    return _Computing(values, formulas).all()


def dependents(formulas: Mapping[Place, Formula], changed: set[Place]) -> set[Place]:
    """The formulas whose value may be another once these cells have changed; all that cannot be read too."""
    trees = _trees(formulas)[0]
    found = {place for place in formulas if place not in trees}
    waiting = True
    while waiting:
        new = {
            place
            for place, tree in trees.items()
            if place not in found and _reads(place[0], tree, changed | found)
        }
        found |= new
        waiting = bool(new)
    return found


def _reads(sheet: str, tree: Tree, places: set[Place]) -> bool:
    for one in ranges(tree):
        wanted = one.sheet or sheet
        if one.single:
            if (wanted, one.first.row, one.first.column) in places:
                return True
        elif any(s == wanted and _within(one, row, column) for s, row, column in places):
            return True
    return False


def _within(area: Range, row: int, column: int) -> bool:
    return area.first.row <= row <= area.last.row and area.first.column <= column <= area.last.column


def _trees(formulas: Mapping[Place, Formula]) -> tuple[dict[Place, Tree], dict[Place, str]]:
    known: dict[str, Tree | Unknown] = {}
    trees, unknown = {}, {}
    for place, formula in formulas.items():
        if formula.given not in known:
            try:
                known[formula.given] = parsed(formula.given[2:-1] if formula.array else formula.given)
            except Unknown as no:
                known[formula.given] = no
        tree = known[formula.given]
        if isinstance(tree, Unknown):
            unknown[place] = tree.what
        else:
            trees[place] = moved(tree, formula.rows, formula.columns)
    return trees, unknown


class _Computing:
    def __init__(
        self, values: Mapping[str, Mapping[tuple[int, int], Any]], formulas: Mapping[Place, Formula]
    ):
        self.given = values
        self.trees, unknown = _trees(formulas)
        self.arrays = {place for place, formula in formulas.items() if formula.array}
        self.done = Computed(unknown=unknown)
        self.read = 0
        self.of_sheet: dict[str, list[tuple[int, int]]] = {}
        for sheet, row, column in formulas:
            self.of_sheet.setdefault(sheet, []).append((row, column))
        places = [(sheet, row) for sheet, cells in values.items() for row, _ in cells]
        self.last: dict[str, int] = {}
        for sheet, row in [*places, *((sheet, row) for sheet, row, _ in formulas)]:
            self.last[sheet] = max(self.last.get(sheet, 0), row)

    def all(self) -> Computed:
        for place in self.trees:
            self.settle(place)
        return self.done

    def settle(self, place: Place) -> None:
        try:
            self._settle(place)
        except Unknown as no:
            self.done.unknown[place] = no.what

    def _settle(self, place: Place) -> None:
        """A formula after all it reads; whoever reads itself on the way is unknown."""
        waiting, begun = [place], set[Place]()
        while waiting:
            one = waiting[-1]
            if one in self.done.values or one in self.done.unknown:
                waiting.pop()
                continue
            first = [need for need in self.needs(one) if not self.is_settled(need)]
            if one in begun or not first:
                waiting.pop()
                self.finish(one, first)
            else:
                begun.add(one)
                waiting += first

    def is_settled(self, place: Place) -> bool:
        return place in self.done.values or place in self.done.unknown

    def needs(self, place: Place) -> Iterator[Place]:
        """The formulas a formula reads."""
        for area in ranges(self.trees[place]):
            sheet = area.sheet or place[0]
            if area.single:
                one = (sheet, area.first.row, area.first.column)
                if one in self.trees or one in self.done.unknown:
                    yield one
            else:
                found = self.of_sheet.get(sheet, ())
                self.spend(len(found))
                yield from ((sheet, row, column) for row, column in found if _within(area, row, column))

    def spend(self, cells: int) -> None:
        """What a file can make us read has an end. Unknown."""
        self.read += cells
        if self.read > MOST_READ:
            raise Unknown("…")

    def finish(self, place: Place, unsettled: list[Place]) -> None:
        bad = next((one for one in self.needs(place) if one in self.done.unknown), None)
        if unsettled or bad:
            self.done.unknown[place] = self.done.unknown[bad] if bad else "="
            return
        try:
            array = place in self.arrays
            value = self.value(self.trees[place], place[0], array)
            value = single(arrays.first(value) if array else value)
            self.done.values[place] = 0 if value is None else value
        except Failed as no:
            self.done.values[place] = no.error
        except Unknown as no:
            self.done.unknown[place] = no.what
        except (OverflowError, ArithmeticError, TypeError, ValueError):
            self.done.values[place] = Error("#VALUE!")

    def value(self, tree: Tree, sheet: str, array: bool) -> Any:
        """What a part of a formula gives; in an `array` operators take ranges cell by cell."""
        if isinstance(tree, Constant):
            return tree.value
        if isinstance(tree, Error):
            raise Failed(tree)
        if isinstance(tree, Range):
            return self.cells(tree, tree.sheet or sheet)
        if isinstance(tree, Operator):
            return self.operated(tree, sheet, array)
        return self.called(tree, sheet, array)

    def cells(self, area: Range, sheet: str) -> Any:
        if area.single:
            return self.cell(sheet, area.first.row, area.first.column)
        if sheet not in self.given:
            raise Failed(Error("#REF!"))
        last = max(min(area.last.row, self.last.get(sheet, 0)), area.first.row)
        rows = range(area.first.row, last + 1)
        columns = range(area.first.column, area.last.column + 1)
        self.spend(len(rows) * len(columns))
        return [[self.cell(sheet, row, column) for column in columns] for row in rows]

    def cell(self, sheet: str, row: int, column: int) -> Any:
        place = (sheet, row, column)
        if place in self.done.values:
            return self.done.values[place]
        if sheet not in self.given:
            raise Failed(Error("#REF!"))
        value = self.given[sheet].get((row, column))
        return float(value) if isinstance(value, Decimal) else value

    def operated(self, tree: Operator, sheet: str, array: bool) -> Any:
        given = [self.value(one, sheet, array) for one in (tree.left, tree.right) if one is not None]
        made = partial(_operated, tree.sign)
        return arrays.spread(made, *given) if array else made(*given)

    def called(self, tree: Call, sheet: str, array: bool) -> Any:
        name, given = tree.name, tree.given
        if name == "IF":
            return self.chosen(given, sheet, array)
        if name in ("IFERROR", "IFNA", "ISERROR"):
            return self.instead(name, given, sheet, array)
        made = FUNCTIONS.get(name) or LOOKUPS.get(name)
        if made is None:
            raise Unknown(name)
        values = [self.value(one, sheet, array or name == "SUMPRODUCT") for one in given]
        return arrays.spread(made, *values) if array and name in arrays.BY_CELL else made(*values)

    def chosen(self, given: tuple[Tree, ...], sheet: str, array: bool) -> Any:
        """IF: only the branch that is taken is computed, but for a test of many cells."""
        test, other = self.value(given[0], sheet, array), given[2] if len(given) > 2 else Constant(False)
        if array and isinstance(test, list):
            return arrays.chosen(test, *(self.tried(one, sheet, array) for one in (given[1], other)))
        return self.value(given[1] if yes(test) else other, sheet, array)

    def instead(self, name: str, given: tuple[Tree, ...], sheet: str, array: bool) -> Any:
        value = self.tried(given[0], sheet, array)
        if array and isinstance(value, list) and name == "IFERROR":
            return arrays.instead(value, self.tried(given[1], sheet, array))
        failed = isinstance(value, Error) or isinstance(_alone(value), Error)
        if name == "ISERROR":
            return failed
        passed = name == "IFNA" and failed and _alone(value) != arrays.NOT_THERE
        return _alone(value) if not failed or passed else self.value(given[1], sheet, array)

    def tried(self, tree: Tree, sheet: str, array: bool) -> Any:
        """The value; an error as a value."""
        try:
            return self.value(tree, sheet, array)
        except Failed as no:
            return no.error


def _alone(value: Any) -> Any:
    """The value of one cell, an error among them; of several there is none."""
    try:
        return single(value)
    except Failed as no:
        return no.error


def _operated(sign: str, *given: Any) -> Any:
    if len(given) == 1:
        return -number(given[0]) if sign == "-" else given[0]
    left, right = given
    if sign == "&":
        return text(left) + text(right)
    if sign in COMPARED:
        return COMPARED[sign](*_alike(single(left), single(right)))
    return COUNTED[sign](number(left), number(right))


def _divided(one: float | int, other: float | int) -> float | int:
    if other == 0:
        raise Failed(BY_ZERO)
    whole = isinstance(one, int) and isinstance(other, int) and one % other == 0
    return one // other if whole else one / other


def _power(one: float | int, other: float | int) -> float | int:
    if abs(other) > 64 or abs(one) > 1e15:
        raise Failed(Error("#NUM!"))
    made = one**other
    if isinstance(made, complex):
        raise Failed(Error("#NUM!"))
    return made


def _alike(one: Any, other: Any) -> tuple[Any, Any]:
    """Two values to compare: an empty cell is 0 or an empty text; numbers come before texts, texts before
    yes/no, whatever their values."""
    one = ("" if isinstance(other, str) else 0) if one is None else one
    other = ("" if isinstance(one, str) else 0) if other is None else other
    return _rank(one), _rank(other)


def _rank(value: Any) -> tuple[int, Any]:
    if isinstance(value, bool):
        return 2, value
    return (1, value.casefold()) if isinstance(value, str) else (0, round(value, 9))


COUNTED: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": _divided, "^": _power,
}  # fmt: skip
COMPARED: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "<>": operator.ne, "<": operator.lt,
    ">": operator.gt, "<=": operator.le, ">=": operator.ge,
}  # fmt: skip
