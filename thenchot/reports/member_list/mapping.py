"""Where a file has the columns that are held: found by their headers, whatever their order. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .columns import EXTRA, LAYOUTS, Column, Layout, header_keys

# A name and three more columns: with fewer it is another list.
FEWEST = 4


@dataclass(frozen=True)
class Mapped:
    """Where a file has the columns that are held, counted from 0, and what else its header says.

    `missing` are required columns it lacks; `twice` names and places of second ones; `not_read` the places
    of all others: columns that are not held, and unknown ones.
    """

    layout: Layout
    places: dict[str, int]
    missing: tuple[Column, ...]
    twice: tuple[tuple[Column, int], ...]
    not_read: tuple[int, ...]


def map_columns(headers: Sequence[str]) -> Mapped | None:
    """Where the file has each column, by header, never by place; nothing when it is no member list.

    The layout is the one of the two whose columns, required and not, the headers come nearest to.
    """
    layout = max(LAYOUTS, key=lambda one: _fit(one, headers))
    names = {name: column for column in (*layout.columns, *EXTRA) for name in column.called()}
    places: dict[str, int] = {}
    twice, not_read = [], []
    for place, header in enumerate(headers):
        column = next((names[one] for one in header_keys(header) if one in names), None)
        if column is None or not column.held:
            not_read.append(place)
        elif column.name in places:
            twice.append((column, place))
        else:
            places[column.name] = place
    if "name" not in places or len(places) < FEWEST:
        return None
    missing = tuple(one for one in layout.columns if one.held and one.required and one.name not in places)
    return Mapped(layout, places, missing, tuple(twice), tuple(not_read))


def _fit(layout: Layout, headers: Sequence[str]) -> int:
    """How many headers are the layout's, less those of its columns that no header names."""
    found = {one for header in headers for one in header_keys(header)}
    return sum(1 if column.called() & found else -1 for column in layout.columns)
