"""The members with whom the book opens, cell by cell, and the posts they hold."""

from __future__ import annotations

from collections.abc import Iterator

from .organisations_before import MERGED_2019, Opening, Sheet
from .people import ALIKE, carried_person
from .posts import fill, open_seats
from .workdays import BEGINS
from .world import Organisation, World

# What a cell has when the book opens: from … to … members.
SIZES = {
    "village": (10, 38), "school": (5, 14), "health": (4, 7), "office": (11, 18), "police": (4, 7),
    "military": (4, 6), "agency": (8, 18), "high_school": (22, 44), "hospital": (12, 24),
    "enterprise": (6, 26), "province_agency": (12, 34),
}  # fmt: skip
BLOC_SIZES = {"police": (18, 34), "military": (14, 26)}
SMALLEST, LARGEST = 3, 120
SMALL_CELLS = 95  # village cells of five to seven members, where a commune officer helps out
BORN_BEFORE = 1952  # nearly all of those in villages are exempt when the book opens


def members_sheets(world: World, opening: Opening) -> Iterator[Sheet]:
    """One sheet for every district and bloc, each cell a set of its own; then the posts."""
    _odd_cells(world)
    sheet: Sheet = ("", [])
    for number, cell in enumerate(world.cells):
        label = f"members {cell.district} {issuing(cell)}"
        if label != sheet[0]:
            if sheet[1]:
                yield sheet
            sheet = (label, [])
        for _ in range(_size(world, cell)):
            for act in carried_person(world, cell, BORN_BEFORE)[1]:
                sheet[1].append((number, act))
    yield sheet
    yield _posts(world)


def _posts(world: World) -> Sheet:
    open_seats(world)
    acts = []
    for number, org in enumerate([*world.cells, *world.organisations.values()]):
        acts += [(number, act) for act in fill(world, org, BEGINS, None)]
    return "posts", acts


def issuing(cell: Organisation) -> str:
    """Code of the district or bloc above a cell, for the sheet's label."""
    above = cell
    while above.parent and above.parent.what != "province":
        above = above.parent
    return above.code


def _odd_cells(world: World) -> None:
    """One cell of three, one of 120, one with five of one name; and the villages merged in 2019."""
    large = world.villages[200], world.villages[900], world.villages[400]
    for cell, size in zip(large, (SMALLEST, LARGEST, ALIKE), strict=True):
        cell.rooted, world.sizes[cell.id] = True, size
    rest = [cell for cell in world.villages if not cell.rooted]
    mixed = world.paths.shuffled(rest)
    for cell in mixed[:SMALL_CELLS]:
        world.sizes[cell.id] = world.paths.between(5, 7)
    world.merging = mixed[SMALL_CELLS : SMALL_CELLS + MERGED_2019]


def _size(world: World, cell: Organisation) -> int:
    if cell.id in world.sizes:
        return world.sizes[cell.id]
    if cell.hg:
        return world.dice.between(8, 12)
    in_bloc = cell.parent is not None and cell.parent.what == "bloc"
    low, high = BLOC_SIZES.get(cell.what, SIZES[cell.what]) if in_bloc else SIZES[cell.what]
    return world.dice.between(low, high)
