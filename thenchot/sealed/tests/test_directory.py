from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thenchot.ledger.vietnamese import folded, name_order
from thenchot.sealed import directory, opening, store, tables, unsealed
from thenchot.sealed.keyring import Unopened
from thenchot.sealed.persons import Dated, PersonFile

NAMES = ["Vàng A Sùng", "Nguyễn Văn An", "Lý Thị Sung", "Trần Thị Ánh", "Hầu Mí Sùng", "Đặng Đức Đông"]


@pytest.fixture
def names(opened, at, randomness, person):
    files = [person(identity, name) for identity, name in enumerate(NAMES, 1)]
    store.put_persons(files, at=at, randomness=randomness)
    yield directory.current()
    directory.forget()


def test_lists_are_in_vietnamese_order_and_strangers_come_last(names):
    order = names.ordered([99, *range(1, 7)])
    assert [NAMES[one - 1] for one in order[:-1]] == sorted(NAMES, key=name_order)
    assert order[-1] == 99


def test_labels_tell_namesakes_apart_by_year(names):
    assert (names.label(1), names.label(99)) == ("Vàng A Sùng (1960)", None)


def test_search_needs_no_marks_and_puts_the_spelling_typed_first(names):
    assert set(names.find("sung")) == {1, 3, 5}
    assert set(names.find("Sùng")[:2]) == {1, 5} and names.find("Sùng")[2] == 3
    assert (names.find("vang a s"), names.find("duc d"), names.find("ung"), names.find(" ")) == (
        [1],
        [6],
        [],
        [],
    )


def test_other_names_and_those_before_are_found_too_but_never_run_into_each_other(
    names, at, randomness, person
):
    dated = (Dated("Nông Văn Bảy"), Dated("Nông Hữu Bảy", date(2020, 5, 4)))
    twice = replace(person(7, "x"), names=dated, other_name="Tám Sùng")
    store.put_persons([twice], at=at, randomness=randomness)
    found = directory.current()
    assert found.label(7) == "Nông Hữu Bảy (1960)"
    assert all(found.find(text) == [7] for text in ("nông văn b", "huu bay", "tám s"))
    assert found.find("bay nong") == found.find("bay tam") == []
    assert set(found.find("sung")) == {1, 3, 5, 7} and found.find("sung")[-1] == 7
    store.put_persons([replace(twice, other_name=None)], at=at, randomness=randomness)
    assert directory.current().find("tam s") == [] and directory.current().find("nong van") == [7]


def test_search_stays_within_the_scope(names):
    assert names.find("sung", {3}) == [3]
    assert names.find("sung", lambda person: person > 3) == [5]
    assert names.find("vang", {3}) == names.find("khong co ai", {3}) == []
    assert len(names.find("sung", limit=2)) == 2


def test_it_follows_what_is_written_renamed_and_erased(names, at, randomness, person):
    store.put_persons([person(7, "Âu Văn Bình"), person(1, "Vàng Văn Ba")], at=at, randomness=randomness)
    store.erase([5])
    now = directory.current()
    assert [now.label(one) for one in (1, 5, 7)] == ["Vàng Văn Ba (1960)", None, "Âu Văn Bình (1960)"]
    assert now.find("sung") == [3]
    assert names.find("sung") != [3]  # the state before has not changed under a reader's hands
    assert now.change == tables.counter() and directory.current() is now


def test_a_row_swapped_in_for_another_erased_at_once_is_not_missed(names, at, randomness, person):
    store.erase([5])
    store.put_persons([person(8, "Giàng A Páo")], at=at, randomness=randomness)
    assert (len(directory.current()), directory.current().label(5)) == (6, None)


def test_unopened_there_is_no_directory(names, opened):
    from thenchot.sealed.keyring import Keyring

    opening.use(Keyring.unopened(opened[0].path))
    with pytest.raises(Unopened):
        directory.current()


WORDS = st.lists(
    st.sampled_from(["Vàng", "A", "Sùng", "An", "Ánh", "Đức", "Đông", "Sung", "Ân", "Ăn"]),
    min_size=1,
    max_size=4,
)
PEOPLE = st.dictionaries(st.integers(1, 30), WORDS.map(" ".join), max_size=12)


def built(people):
    return following(directory.Directory(0, [], [], []), 1, people, ())


def following(before, change, people, gone):
    files = [PersonFile(person=one, names=(Dated(name),)) for one, name in people.items()]
    lines = {file.person: directory.line(file) for file in files}
    return before.followed(change, {one: f"{name} (1960)" for one, name in people.items()}, gone, lines)


@settings(max_examples=200)
@given(PEOPLE, PEOPLE, st.sets(st.integers(1, 30)), WORDS.map(" ".join))
def test_following_ends_where_building_does_and_search_finds_exactly_the_names(first, newer, gone, text):
    gone = gone - newer.keys()
    now = following(built(first), 2, newer, gone)
    people = {one: name for one, name in (first | newer).items() if one not in gone}
    assert now.ordered(people) == sorted(
        people, key=lambda one: (name_order(people[one]), f"{people[one]} (", one)
    )
    assert len(now) == len(people)
    wanted = [one for one in people if f" {folded(text)}" in f" {folded(people[one])}"]
    assert sorted(now.find(text, limit=99)) == sorted(wanted)


def test_only_the_one_door_opens_persons():
    """The import contract in small: who mentions the opened files or the names in memory."""
    from pathlib import Path

    package = Path(unsealed.__file__).parent.parent
    mentions = (
        "sealed.unsealed",
        "sealed.directory",
        "import unsealed",
        "import directory",
        "sealed import directory",
    )
    found = {
        path.relative_to(package).parts[0]
        for path in package.rglob("*.py")
        if "tests" not in path.parts
        and path.name != "conftest.py"
        and any(words in path.read_text() for words in mentions)
    }
    assert found <= {"sealed", "access"}
