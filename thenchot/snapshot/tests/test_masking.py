"""What is shown to those who may not open the rows, against somebody who computes with all of it."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thenchot.snapshot.masking import LEAST, SMALLEST, Mask, masked

TOP = 1


def summed(parts):
    found = {}
    for part in parts:
        for cell, number in part.items():
            found[cell] = found.get(cell, 0) + number
    return found


def tree(leaves):
    """(children, cells) of a province with communes 2, 3 … and their cells; `leaves` by commune."""
    children, cells = {TOP: []}, {}
    for commune, own in enumerate(leaves, start=2):
        children[TOP].append(commune)
        children[commune] = [commune * 100 + n for n in range(len(own))]
        cells |= dict(zip(children[commune], own, strict=True))
        cells[commune] = summed(own)
    cells[TOP] = summed(cells[commune] for commune in children[TOP])
    return children, cells


def bounds(rows, columns):
    """The least and the most each cell of a table can be, from its margins alone: exact for two ways."""
    total = sum(rows)
    return [[(max(0, r + c - total), min(r, c)) for c in columns] for r in rows]


def determined(mask, children, cells):
    """Hidden cells other than 0 that follow from all totals and everything shown."""
    found = []
    for parent, pool in mask.pools.items():
        rest = summed([cells[parent]])
        for child in children[parent]:
            rest = {cell: rest[cell] - cells[child].get(cell, 0) for cell in rest}
        units = [cells[unit] for unit in pool.units] + [rest] * bool(sum(rest.values()))
        names = sorted({name for unit in units for name in unit}, key=str)
        rows = [sum(unit.values()) for unit in units]
        for row in bounds(rows, [pool.cells.get(name, 0) for name in names]):
            found += [(parent, low) for low, high in row if low == high > 0]
    return found


def open_numbers(mask, children):
    """Every number that stands there, and every difference of a parent and some of its children shown."""
    for cells in mask.shown.values():
        yield from cells.values()
    for parent, whole in mask.shown.items():
        own = [mask.shown[c] for c in children.get(parent, ()) if c in mask.shown]
        if parent in mask.pools or own:
            for chosen in product((0, 1), repeat=min(len(own), 4)):
                part = summed(one for one, wanted in zip(own, chosen, strict=False) if wanted)
                yield from (number - part.get(cell, 0) for cell, number in whole.items())


unit = st.fixed_dictionaries({"yes": st.integers(0, 16), "no": st.integers(0, 30)})
province = st.lists(st.lists(unit, min_size=1, max_size=4), min_size=1, max_size=5)


def test_bounds_are_those_of_all_tables():
    for rows, columns in [((3, 12), (5, 10)), ((4, 4, 7), (6, 9)), ((2, 9), (11, 0)), ((8,), (3, 5))]:
        tables = [firsts for firsts in product(*(range(r + 1) for r in rows)) if sum(firsts) == columns[0]]
        for place, row in enumerate(bounds(rows, columns)):
            seen = [table[place] for table in tables]
            assert row[0] == (min(seen), max(seen))


@settings(max_examples=400, deadline=None)
@given(province, st.booleans())
def test_nothing_hidden_can_be_worked_out(leaves, alike):
    children, cells = tree(leaves)
    mask = masked(TOP, children, cells, alike=alike)
    assert determined(mask, children, cells) == []
    assert [n for n in open_numbers(mask, children) if 0 < n < LEAST] == []
    for parent, pool in mask.pools.items():
        assert sum(pool.cells.values()) >= SMALLEST
        assert parent in mask.shown
        assert not set(pool.units) & set(mask.shown)
    below = {child for pool in mask.pools.values() for one in pool.units for child in children.get(one, ())}
    assert not below & set(mask.shown)  # what is pooled shows nothing below it
    for one, own in mask.shown.items():
        assert own == cells[one]  # never rounded, never changed
        assert sum(own.values()) >= SMALLEST or not sum(own.values())


@settings(max_examples=300, deadline=None)
@given(province, st.data())
def test_two_closings_do_not_tell_who_came_between(leaves, data):
    children, cells = tree(leaves)
    first = masked(TOP, children, cells, alike=True)
    moved = [[dict(own) for own in commune] for commune in leaves]
    for commune in moved:
        for own in commune:
            own["yes"] = max(0, own["yes"] + data.draw(st.integers(-2, 2)))
    second = masked(TOP, *tree(moved), alike=True, before=[first])
    for one in set(first.shown) & set(second.shown):
        differences = [abs(second.shown[one][c] - first.shown[one][c]) for c in ("yes", "no")]
        assert [d for d in differences if 0 < d < LEAST] == []


def test_one_small_unit_takes_the_next_smallest_with_it():
    children, cells = tree([[{"yes": 3, "no": 20}], [{"yes": 9, "no": 30}], [{"yes": 50, "no": 60}]])
    mask = masked(TOP, children, cells)
    assert mask.pools[TOP].units == (2, 3)
    assert mask.pools[TOP].cells == {"yes": 12, "no": 50}
    assert set(mask.shown) == {TOP, 4, 400}


@pytest.mark.parametrize(
    ("cells", "alike", "shows"),
    [
        ({"yes": 0, "no": 40}, True, True),
        ({"yes": 0, "no": 40}, False, False),  # it would say the same of each of them
        ({"yes": 6, "no": 3}, True, False),
        ({"yes": 0, "no": 9}, True, False),  # under ten persons: only the total
        ({"yes": 5, "no": 5}, False, True),
        ({"yes": 0, "no": 0}, False, True),
        ({"removed": 4}, False, False),
        ({"removed": 5}, False, True),
    ],
)
def test_what_is_safe_by_itself(cells, alike, shows):
    assert (masked(TOP, {}, {TOP: cells}, alike=alike) != Mask()) is shows


def test_only_the_parent_where_nothing_else_is_possible():
    children, cells = tree([[{"yes": 3, "no": 20}], [{"yes": 0, "no": 0}]])
    cells[TOP] = {"yes": 8, "no": 20}  # five lie at the province itself, all alike
    mask = masked(TOP, children, cells, alike=True)
    assert mask.shown[TOP] == cells[TOP]
    assert determined(mask, children, cells) == []


def test_persons_counted_in_two_units_give_no_differences():
    children, cells = tree([[{"removed": 6}], [{"removed": 7}]])
    cells[TOP] = {"removed": 9}
    mask = masked(TOP, children, cells)
    assert set(mask.shown) == {TOP}
