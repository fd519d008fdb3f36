"""The printed numbers come out by counting, with what was written when the figures were closed."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from thenchot.demo import targets
from thenchot.demo.targets import PLAN_REORGANISATION

from .replay import Book, State, state, under, with_track

DAY = date(2023, 9, 30)


@pytest.fixture(scope="module")
def acts(book):
    return book.in_force(book.closes["term-to-2023-09"].at)


@pytest.fixture(scope="module")
def then(acts) -> State:
    return state(acts, DAY)


@pytest.fixture(scope="module")
def tq(book, then) -> set[int]:
    return under(then, province(book, then))


def province(book: Book, tracks: State) -> int:
    (found,) = (
        o for o, _, v in with_track(tracks, "name") if book.notes.texts[int(v)] == "Đảng bộ tỉnh Tuyên Quang"
    )
    return found


def village_cells(tracks: State, inside: set[int]) -> dict[int, int]:
    """Cell -> its village, of residential cells that stand."""
    levels = {place for place, _, level in with_track(tracks, "level") if level == "village"}
    cells = {o for o, _, sector in with_track(tracks, "sector") if sector == "residential" and o in inside}
    return {o: int(v) for o, _, v in with_track(tracks, "place") if o in cells and int(v) in levels}


def holders(tracks: State) -> dict[tuple[str, int], list[int]]:
    """(post, seat) -> persons."""
    found: dict[tuple[str, int], list[int]] = {}
    for person, key, _ in with_track(tracks, "post"):
        post, seat = key.split("@")
        found.setdefault((post, int(seat)), []).append(person)
    return found


@pytest.mark.parametrize("day", [date(2022, 12, 31), DAY])
def test_every_village_has_one_cell_and_one_secretary(book, acts, day):
    tracks = state(acts, day)
    inside = under(tracks, province(book, tracks))
    cells = village_cells(tracks, inside)
    assert len(cells) == len(set(cells.values())) == 1733
    held = holders(tracks)
    assert [len(held.get(("secretary", cell), ())) for cell in cells] == [1] * 1733


def test_secretaries_who_are_heads_and_front_heads(then, tq):
    held, cells = holders(then), village_cells(then, tq)
    secretaries = {cell: held["secretary", cell][0] for cell in cells}
    heads = {c for c, p in secretaries.items() if p in held.get(("village_head", cells[c]), ())}
    fronts = {c for c, p in secretaries.items() if p in held.get(("front_work_head", cells[c]), ())}
    assert (len(heads), len(fronts), len(heads & fronts)) == (812, 256, 60)


def test_commune_officers_who_are_deputies_of_village_cells(then, tq):
    bodies = {b for b, _, t in with_track(then, "type") if t == "commune_authority"}
    held, officers = holders(then), set[int]()
    for (post, seat), persons in held.items():
        if post == "commune_officer" and seat in bodies:
            officers.update(persons)
    deputies = {p for cell in village_cells(then, tq) for p in held.get(("deputy_secretary", cell), ())}
    assert len(officers & deputies) == 79


def test_district_leaders_who_are_not_local(then, tq):
    types = {o: t for o, _, t in with_track(then, "type")}
    sectors = {o: t for o, _, t in with_track(then, "sector")}
    not_local = {(p, key) for p, key, v in with_track(then, "not_local") if v == "yes"}
    districts = [o for o in tq if types.get(o) == "district" and sectors.get(o) == "territory"]
    held = holders(then)
    secretaries = [(held["secretary", o], f"secretary@{o}") for o in districts]
    assert [len(ps) for ps, _ in secretaries] == [1] * 7
    assert sum((ps[0], key) in not_local for ps, key in secretaries) == 5
    seats = [b for b, t in types.items() if t == "district_authority" and ("authority_chair", b) in held]
    assert len(seats) == 7
    assert sum((held["authority_chair", b][0], f"authority_chair@{b}") in not_local for b in seats) == 4


def test_agencies_and_what_was_cut(acts, then):
    plan = [v for _, key, v in with_track(then, "reorganisation") if key == PLAN_REORGANISATION]
    assert Counter(plan) == {"done": 36}
    assert sum(v == "provincial_agency" for _, _, v in with_track(then, "type")) == 36
    ended = Counter(
        a.type for _, a in acts
        if a.kind == "organisations.body_ended" and date(2020, 10, 1) <= a.effective_on <= DAY
    )  # fmt: skip
    assert ended == {"provincial_agency": 2, "delegation_office": 1, "inner_unit": 79, "division": 49}


def test_exempt_members(then, tq):
    cells = {p: int(c) for p, _, c in with_track(then, "cell")}
    assert sum(cells.get(p) in tq for p, _, v in with_track(then, "exempt") if v == "yes") == 7517


def test_members_by_then(then, tq):
    assert 59_000 <= sum(int(c) in tq for _, _, c in with_track(then, "cell")) <= 61_000


def test_who_left_by_decision_in_the_term(acts):
    left = [a for _, a in acts if date(2020, 10, 1) <= a.effective_on <= DAY]
    assert Counter(a.kind for a in left)["membership.name_removed"] == 277
    assert Counter(a.kind for a in left)["membership.released"] == 97
    assert Counter(a.decided_by for a in left if a.kind == "membership.expelled") == {"district": 101}


def test_admitted_in_three_years_and_their_schooling(book):
    acts = book.in_force(book.closes["2020-2022"].at)
    admitted = {
        a.about for _, a in acts
        if a.kind == "membership.admitted" and date(2020, 1, 1) <= a.effective_on <= date(2022, 12, 31)
    }  # fmt: skip
    at_entry = [a for _, a in acts if a.kind == "people.registered" and a.about in admitted]
    assert len(admitted) == len(at_entry) == 3334
    assert sum(a.professional != "none" for a in at_entry) == 2293
    assert sum(a.professional in ("university", "master", "doctor") for a in at_entry) == 1861
    assert sum(a.general == "upper_secondary" for a in at_entry) == 3081


def test_what_came_in_late_changes_later_counts_only(book):
    now = book.in_force()
    admitted = [
        a for _, a in now
        if a.kind == "membership.admitted" and date(2020, 1, 1) <= a.effective_on <= date(2022, 12, 31)
    ]  # fmt: skip
    assert len(admitted) == 3334 + 3 - 2


def test_the_list_of_printed_rows_names_our_closings(book):
    with Path(targets.__file__).with_name("printed.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["closing"] for row in rows} <= set(book.closes)
    wanted = [*range(3, 15), *range(16, 24), *range(53, 57), *range(62, 66), 84]
    assert [row["printed"] for row in rows] == [f"004-{number:02}" for number in wanted]
    value = {row["printed"]: row["value"] for row in rows}
    ours = {
        "004-03": targets.AGENCIES_DUE, "004-07": targets.INNER_UNITS_CUT, "004-08": targets.DIVISIONS_CUT,
        "004-13": targets.VILLAGES, "004-17": targets.JOINT_HEADS, "004-19": targets.JOINT_FRONT,
        "004-21": targets.OFFICER_DEPUTIES, "004-53": targets.ADMITTED, "004-62": targets.EXEMPT,
        "004-63": targets.EXPELLED, "004-64": targets.NAME_REMOVED, "004-65": targets.RELEASED,
    }  # fmt: skip
    assert {figure: value[figure] for figure in ours} == {f: str(n) for f, n in ours.items()}
