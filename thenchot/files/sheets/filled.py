"""A workbook with values filled in and its formulas computed: shown right also where nothing computes."""

from __future__ import annotations

from collections.abc import Mapping

from ..formulas.computing import Computed, dependents
from .bytes import Value
from .cells import Book, place_of, read_book
from .cells import Value as Held
from .workbook import Place, changed, split


def with_values(data: bytes, values: Mapping[Place, Value], book: Book | None = None) -> bytes:
    """The workbook with these values; formulas that follow from them carry what they now give.

    What cannot be computed here loses its old value; Excel computes it on opening. Unwritable, Refused.
    """
    book = book or read_book(data)
    computed = recomputed(book, values)
    places = {(sheet, *spot) for (sheet, cell), _ in values.items() if (spot := split(cell))}
    stale = dependents(book.formulas, places)
    return changed(
        data,
        values,
        computed={_named(place): computed.values[place] for place in stale if place in computed.values},
        stale={_named(place) for place in stale},
    )


def recomputed(book: Book, values: Mapping[Place, Value]) -> Computed:
    """Every formula of the workbook with these values in its cells."""
    anew: dict[tuple[str, int, int], Held] = {}
    for (sheet, cell), value in values.items():
        if (spot := split(cell)) is not None:
            anew[sheet, *spot] = value  # type: ignore[assignment]
    return book.computed(anew)


def _named(place: tuple[str, int, int]) -> Place:
    return place[0], place_of(place[1], place[2])
