"""A form filled: the number of every bound cell, the head, what its own formulas give, what does not meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from thenchot.files.formulas.computing import Computed
from thenchot.files.formulas.tree import Error
from thenchot.files.sheets.cells import Book
from thenchot.files.sheets.filled import recomputed, with_values
from thenchot.files.sheets.workbook import split
from thenchot.ledger.days import spoken
from thenchot.snapshot.period import Period

from . import movements
from .answers import Answer, Answers, State
from .binding import Binding, Bound, Title, Whose
from .heads import written

Place = tuple[str, str]
NUMBERS = (State.COUNTED, State.STATED, State.SHARE)


@dataclass(frozen=True)
class Cell:
    """One bound cell as filled. `formula`: the form computes it, so the figure is only compared with it."""

    bound: Bound
    answer: Answer
    written: Any = None
    formula: bool = False

    @property
    def place(self) -> Place:
        return self.bound.place


@dataclass(frozen=True)
class Compared:
    """A formula beside the figure its cell is bound to."""

    place: Place
    code: str
    computed: Any
    figure: Any

    @property
    def meets(self) -> bool:
        return isinstance(self.computed, (int, float)) and same(self.computed, self.figure)


@dataclass(frozen=True)
class Names:
    """What organisations are called, and what stands in a head."""

    organisation: str
    above: str
    period: str
    data_to: date
    children: tuple[str, ...] = ()


@dataclass
class Filled:
    """All of it. `values` are what is written into the file; `note` stands under each of its sheets."""

    data: bytes
    book: Book
    binding: Binding
    period: Period
    cells: dict[Place, Cell] = field(default_factory=dict)
    note: str = ""

    @property
    def values(self) -> dict[Place, Any]:
        return {place: one.written for place, one in self.cells.items() if not one.formula}

    @cached_property
    def computed(self) -> Computed:
        return recomputed(self.book, self.values)

    def file(self) -> bytes:
        """The workbook with its numbers. Unwritable."""
        return with_values(self.data, self.values | self._notes, self.book)

    @property
    def _notes(self) -> dict[Place, str]:
        """Two rows under the last of every sheet that has a number: no file goes without it."""
        sheets = {sheet for sheet, _cell in self.cells} if self.note else set()
        return {(sheet, f"A{self.book.sheet(sheet).size[0] + 2}"): self.note for sheet in sheets}

    def shown(self, sheet: str, row: int, column: int) -> Any:
        """What a cell of the filled form shows; an error by its name."""
        if (sheet, row, column) in self.computed.values:
            value = self.computed.values[sheet, row, column]
            return value.name if isinstance(value, Error) else value
        return self.book.sheet(sheet).value(row, column)

    @cached_property
    def compared(self) -> list[Compared]:
        """Formulas against the figures bound to their cells."""
        found = []
        for place, one in self.cells.items():
            spot = split(place[1])
            if one.formula and one.answer.state in NUMBERS and spot is not None:
                computed = self.computed.values.get((place[0], *spot))
                found.append(Compared(place, one.bound.code, computed, one.answer.value))
        return found

    @cached_property
    def beside(self) -> list[Cell]:
        """Numbers that no closing of the period holds: who came and left, and those of other periods.

        A closing keeps its figures and their rows, not who was on the roll before the period; filled from one
        they are counted from the book as it was known then.
        """
        return [
            one
            for one in self.cells.values()
            if one.answer.state in NUMBERS
            and (one.bound.code.startswith(movements.MOVE) or one.answer.period != self.period)
        ]

    def without(self, *states: State) -> list[Cell]:
        """The cells that print no number, for one of these reasons."""
        return [one for one in self.cells.values() if one.answer.state in states]


def fill(
    data: bytes, book: Book, binding: Binding, answers: Answers, names: Names, hidden: str, note: str = ""
) -> Filled:
    """A form with the numbers of one organisation and period. `hidden` is the word where one is masked."""
    filled = Filled(data, book, binding, answers.period, note=note)
    formulas = book.formulas
    for bound in binding:
        spot = split(bound.cell)
        if spot is None or bound.sheet not in {one.name for one in book.sheets}:
            continue
        if bound.title is not None:
            filled.cells[bound.place] = _head(book, bound, names, spot)
            continue
        answer = answers.answer(bound)
        formula = (bound.sheet, *spot) in formulas
        filled.cells[bound.place] = Cell(bound, answer, _written(answer, hidden), formula)
    return filled


def _written(answer: Answer, hidden: str) -> Any:
    """Zero is 0; what may not be shown is a word; what has no number stays empty and is named beside."""
    if answer.state in NUMBERS:
        return answer.value
    return hidden if answer.state is State.HIDDEN else None


def _head(book: Book, bound: Bound, names: Names, spot: tuple[int, int]) -> Cell:
    before = book.sheet(bound.sheet).value(*spot)
    assert bound.title is not None
    value = _said(bound, names)
    state = State.NO_CHILD if value is None else State.TITLE
    text = "" if value is None else written(str(before or ""), bound.title, value)
    return Cell(bound, Answer(state), text or None)


def _said(bound: Bound, names: Names) -> str | None:
    if bound.title is Title.CHILD or bound.whose is Whose.CHILD:
        return names.children[bound.child - 1] if 0 < bound.child <= len(names.children) else None
    said: Mapping[Title | None, Callable[[], str]] = {
        Title.SENDER: lambda: names.organisation, Title.RECEIVER: lambda: names.above,
        Title.PERIOD: lambda: names.period, Title.DATA_TO: lambda: spoken(names.data_to),
    }  # fmt: skip
    return said[bound.title]()


def same(one: Any, other: Any) -> bool:
    """Whether a computed number is a figure, but for the last places of floating point."""
    if one is None or other is None or isinstance(one, bool) or not isinstance(other, (int, float, Decimal)):
        return False
    return abs(Decimal(repr(one)) - Decimal(str(other))) < Decimal("0.0000001")
