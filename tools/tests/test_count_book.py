"""The second count: what it answers on small books whose numbers can be seen with the eye."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from tools import count_book
from tools.tests.writer import Book, put

PROVINCE, COMMUNE, OTHER, CELL, SECOND = 900, 910, 920, 911, 921


def world() -> Book:
    """A province with two communes, a cell in each, three members in the first cell."""
    book = Book()
    for organisation, parent in [(PROVINCE, None), (COMMUNE, PROVINCE), (OTHER, PROVINCE), (CELL, COMMUNE)]:
        facts = {"parent": str(parent)} if parent else {}
        book.add("organisations.carried_over", organisation, facts, "2020")
    book.add("organisations.founded", SECOND, {"parent": str(OTHER)}, "2020-03")
    for person in (1, 2, 3):
        standing = "probationary" if person == 3 else "full"
        book.add("membership.carried_over", person, {"cell": str(CELL), "standing": standing}, "2021")
    return book


def counted(book: Book, folder: Path, as_of: str, figure: str, **options: Any) -> dict[int, tuple[int, int]]:
    """Organisation -> (direct, total) of a figure, in rows."""
    if not folder.joinpath("book").exists():
        put(book.files(), folder / "book")
    counts = count_book.count(count_book.read_book(folder / "book"), as_of=as_of, **options)
    return {
        int(each): (rows(figures[figure], "direct"), rows(figures[figure], "total"))
        for each, figures in counts.items()
        if figure in figures
    }


def rows(held: dict[str, dict[str, int]], reach: str) -> int:
    return held[reach]["rows"] if reach in held else 0


def test_members_are_held_by_their_cell_and_summed_upwards(tmp_path: Path) -> None:
    book = world()
    book.add("membership.moved", 2, {"cell": str(SECOND), "why": "internal"}, "2026-03-01")
    before = counted(book, tmp_path, "2026-02-28", "members")
    after = counted(book, tmp_path, "2026-03-01", "members")
    assert before == {PROVINCE: (0, 3), COMMUNE: (0, 3), CELL: (3, 3)}
    assert after == {PROVINCE: (0, 3), COMMUNE: (0, 2), CELL: (2, 2), OTHER: (0, 1), SECOND: (1, 1)}
    assert counted(book, tmp_path, "2026-03-01", "members.probationary")[PROVINCE] == (0, 1)


def test_a_correction_and_an_annulment_count_from_the_entry_that_makes_them(tmp_path: Path) -> None:
    book = world()
    admitted = book.add("membership.admitted", 4, {"cell": str(CELL)}, "2026-01-10")
    book.add(
        "membership.admitted",
        4,
        {"cell": str(SECOND)},
        "2026-01-10",
        does="restate",
        root=admitted,
        reason="x",
    )
    book.add("membership.admitted", 4, {}, "2026-01-10", does="withdraw", root=admitted, reason="x")
    whole = [
        counted(book, tmp_path, "2026-01-31", "admitted", known_by=admitted + later) for later in range(3)
    ]
    assert whole[0] == {PROVINCE: (0, 1), COMMUNE: (0, 1), CELL: (1, 1)}
    assert whole[1] == {PROVINCE: (0, 1), OTHER: (0, 1), SECOND: (1, 1)}
    assert whole[2] == {}


def test_the_last_root_of_a_day_decides_even_when_restated_later(tmp_path: Path) -> None:
    book = world()
    first = book.add("membership.moved", 1, {"cell": str(SECOND)}, "2026-02-01")
    book.add("membership.moved", 1, {"cell": str(CELL)}, "2026-02-01")
    book.add(
        "membership.moved", 1, {"cell": str(SECOND)}, "2026-02-01", does="restate", root=first, reason="x"
    )
    assert counted(book, tmp_path, "2026-02-01", "members")[CELL] == (3, 3)


def test_leavings_count_in_their_period_by_cause_and_both_ends_lie_inside(tmp_path: Path) -> None:
    book = world()
    book.add("membership.died", 1, {}, "2026-03-01")
    book.add("membership.released", 2, {"decided_by": "commune"}, "2026-03-31", organisation=str(CELL))
    march = {"since": "2026-03-01"}
    assert counted(book, tmp_path, "2026-03-31", "left.died", **march)[CELL] == (1, 1)
    assert counted(book, tmp_path, "2026-03-31", "left.released", **march)[COMMUNE] == (0, 1)
    assert counted(book, tmp_path, "2026-03-30", "left.released", **march) == {}
    assert counted(book, tmp_path, "2026-03-31", "left.died", since="2026-03-02") == {}
    assert counted(book, tmp_path, "2026-03-31", "members")[PROVINCE] == (0, 1)


def test_what_an_ended_organisation_held_is_its_heirs(tmp_path: Path) -> None:
    book = world()
    book.add("membership.admitted", 4, {"cell": str(CELL)}, "2026-01-10")
    for person in (1, 2, 3, 4):
        book.add("membership.moved", person, {"cell": str(SECOND), "why": "reorganisation"}, "2026-07-01")
    book.add("organisations.ended", CELL, {"heir": str(SECOND), "how": "merged"}, "2026-07-01")
    assert counted(book, tmp_path, "2026-06-30", "admitted")[CELL] == (1, 1)
    assert counted(book, tmp_path, "2026-07-01", "admitted") == {
        SECOND: (1, 1),
        OTHER: (0, 1),
        PROVINCE: (0, 1),
    }
    assert counted(book, tmp_path, "2026-07-01", "members") == {
        SECOND: (4, 4),
        OTHER: (0, 4),
        PROVINCE: (0, 4),
    }


def test_the_exempt_and_those_on_the_way(tmp_path: Path) -> None:
    book = world()
    book.add("membership.exempted", 1, {}, "2026-02-01")
    book.add("membership.exemption_ended", 1, {}, "2026-04-01")
    book.add("membership.sent", 2, {"to": str(OTHER)}, "2026-02-01")
    book.add("membership.received", 2, {"cell": str(SECOND)}, "2026-03-01")
    assert counted(book, tmp_path, "2026-02-10", "exempt") == {
        CELL: (1, 1),
        COMMUNE: (0, 1),
        PROVINCE: (0, 1),
    }
    assert counted(book, tmp_path, "2026-04-01", "exempt") == {}
    assert counted(book, tmp_path, "2026-02-10", "in_transit") == {OTHER: (1, 1), PROVINCE: (0, 1)}
    assert counted(book, tmp_path, "2026-02-10", "members")[PROVINCE] == (0, 2)
    assert counted(book, tmp_path, "2026-03-01", "members")[OTHER] == (0, 1)


def test_a_person_admitted_twice_is_two_rows_and_one_person(tmp_path: Path) -> None:
    book = world()
    book.add("membership.admitted", 4, {"cell": str(CELL)}, "2026-01-10")
    book.add("membership.admitted", 4, {"cell": str(SECOND)}, "2026-02-10")
    put(book.files(), tmp_path / "book")
    counts = count_book.count(count_book.read_book(tmp_path / "book"), as_of="2026-12-31")
    assert counts[str(PROVINCE)]["admitted"]["total"] == {"rows": 2, "persons": 1}


def test_the_command_prints_one_organisation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = put(world().files(), tmp_path / "book")
    count_book.main([str(folder), "--as-of", "2026-01-01", "--organisation", str(CELL)])
    assert json.loads(capsys.readouterr().out)[str(CELL)]["members"]["direct"] == {"rows": 3, "persons": 3}


def test_the_table_of_kinds_is_what_the_rooms_declare() -> None:
    """The tool imports nothing of the product; this test does, so that a room's change is noticed here."""
    kinds = importlib.import_module("thenchot.ledger.kinds")
    for room in ("membership", "organisations"):
        importlib.import_module(f"thenchot.rooms.{room}.events")
    tracks = {track for sets in count_book.SETS.values() for track in sets}
    declared = {}
    for name, kind in kinds.KINDS.items():
        if name.split(".")[0] not in ("membership", "organisations") or kind.subject not in (
            "person",
            "organisation",
        ):
            continue
        sets = {
            setting.track: f"${setting.value.field}"
            if isinstance(setting.value, kinds.Ref)
            else setting.value
            for setting in kind.sets
            if setting.track in tracks
        }
        if sets:
            declared[name] = sets
    assert declared == count_book.SETS
