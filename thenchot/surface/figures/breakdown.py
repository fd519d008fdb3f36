"""A figure broken down, as a table: by one dimension, by two, or by the organisations directly below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import ngettext

from thenchot.ledger.vietnamese import order
from thenchot.snapshot.declare import PERSONS, ROUNDS
from thenchot.snapshot.figures import Number
from thenchot.snapshot.masking import SENSITIVE

from .. import counted_words
from ..numbers import number, percent
from ..subjects import names_of
from .asked import Asked


@dataclass(frozen=True)
class Cell:
    """One part: what it is called, its number, its share of the whole. `value` is nothing where it is masked.

    `key` is the value of the dimension, or the organisation; `opens`: its rows may be asked for.
    """

    label: str
    value: Number | None
    share: str
    key: Any = None
    opens: bool = False


@dataclass(frozen=True)
class Parts:
    """By one dimension: the cells, and by how much they exceed the whole where somebody is in several."""

    by: str
    cells: list[Cell]
    total: Number
    overlap: Number


@dataclass(frozen=True)
class Crossed:
    """By two dimensions: lines by the first, columns by the second. A line: label, numbers, sum."""

    by: tuple[str, str]
    columns: list[str]
    lines: list[tuple[str, list[Number | None], Number]]
    sums: list[Number]
    total: Number
    overlap: Number


def one_way(asked: Asked, code: str, by: str) -> Parts:
    """Raises NotDeclared, NotShown."""
    asked.need_breakdown(code, [by])
    found = asked.source.breakdown(code, asked.organisation, [by])
    opens = by not in SENSITIVE and not asked.sensitive(code)
    cells = [
        Cell(
            counted_words.cell(by, key[0]) if key else str(counted_words.ERASED), value,
            part(value, found.total), key[0] if key else None, opens and bool(key),
        )
        for key, value in sorted(found.cells.items(), key=lambda cell: _place(by, cell[0]))
    ]  # fmt: skip
    return Parts(by, cells, found.total, found.overlap)


def two_ways(asked: Asked, code: str, by: Sequence[str]) -> Crossed:
    """Raises NotDeclared, NotShown."""
    asked.need_breakdown(code, by)
    found = asked.source.breakdown(code, asked.organisation, by)
    one, other = by
    down = sorted({key[0] for key in found.cells if key}, key=lambda value: _place(one, (value,)))
    across = sorted({key[1] for key in found.cells if key}, key=lambda value: _place(other, (value,)))
    lines: list[tuple[str, list[Number | None], Number]] = []
    for first in down:
        values = [found.cells.get((first, second), 0) for second in across]
        lines.append((counted_words.cell(one, first), list(values), sum(values)))
    if gone := found.cells.get(()):
        lines.append((str(counted_words.ERASED), [None] * len(across), gone))
    sums = [sum(found.cells.get((first, second), 0) for first in down) for second in across]
    columns = [counted_words.cell(other, second) for second in across]
    return Crossed((one, other), columns, lines, sums, found.total, found.overlap)


def _place(by: str, key: tuple[Any, ...]) -> tuple[Any, ...]:
    return counted_words.place(by, key[0]) if key else (9, 0, "")


def by_organisation(asked: Asked, code: str) -> Parts:
    """The same figure of every organisation directly below, and what lies at the organisation itself."""
    total = 0 if asked.hidden(code) else asked.source.value(code, asked.organisation) or 0
    children = [node for node, above in asked.source.parents().items() if above == asked.organisation]
    names = names_of([*children, asked.organisation])
    cells, pool = [], asked.pool(code)
    for node in sorted(set(children) - set(pool.units if pool else ()), key=lambda one: order(names[one])):
        hidden = asked.hidden(code, organisation=node)
        value = None if hidden else asked.source.value(code, node)
        cells.append(Cell(names[node], value, part(value, total), node, not hidden))
    if pool is not None:
        value = pool.cells.get("figure", 0)
        cells.append(Cell(_rest(len(pool.units)), value, part(value, total)))
    whole = sum(cell.value for cell in cells if cell.value is not None)
    additive = asked.catalogue.figures[code].counts not in (PERSONS, ROUNDS)
    if additive and whole < total and all(cell.value is not None for cell in cells):
        own = total - whole
        cells.append(Cell(names[asked.organisation], own, part(own, total)))
    overlap = 0 if additive else max(whole - total, 0)
    return Parts("", cells, total, overlap)


def _rest(units: int) -> str:
    said = ngettext(
        "Các đơn vị còn lại (%(count)s đơn vị)", "Các đơn vị còn lại (%(count)s đơn vị)", units
    )  # fmt: skip
    return said % {"count": number(units)}


def drawn(parts: Parts) -> bool:
    """Whether the parts make a picture: numbers of things, all of them known."""
    several = 2 <= len(parts.cells) <= 60
    return several and all(cell.value is not None for cell in parts.cells) and parts.total > 0


def part(value: Any, total: Any) -> str:
    """`31,00% (31/100)`; a dash without a whole."""
    if not total or value is None:
        return "—"
    exact = (Decimal(value) * 100 / Decimal(total)).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
    return f"{percent(exact)} ({number(value)}/{number(total)})"
