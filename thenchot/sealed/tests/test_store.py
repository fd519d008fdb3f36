import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connections
from hypothesis import given
from hypothesis import strategies as st

from thenchot.sealed import labels, opening, rotation, store, tables, unsealed
from thenchot.sealed.codes import code, coded_label
from thenchot.sealed.envelope import Tampered, seal, unseal
from thenchot.sealed.keyring import GenerationGone, Keyring, Unopened
from thenchot.sealed.persons import Dated, PersonFile, number
from thenchot.sealed.randomness import Seeded, new_id


def put(files, at, randomness):
    return store.put_persons(files, at=at, randomness=randomness)


def test_a_file_comes_back_as_it_was_cleaned(opened, at, randomness):
    file = PersonFile(
        person=7,
        names=(Dated("Vàng  A Sùng"), Dated("Vàng Ðức Sùng", date(2020, 5, 1))),
        born_on=date(1960, 3, 12),
        personal_number="099 160.000-007",
        card_number="012 345",
        phones=("0000 123 456",),
        addresses=(Dated("Tổ 5", date(2021, 1, 1)),),
    )
    put([file], at, randomness)
    back = unsealed.fetch([7, 8])
    assert list(back) == [7]
    assert (back[7].personal_number, back[7].card_number, back[7].phones) == (
        "099160000007",
        "012345",
        ("0000123456",),
    )
    assert (back[7].name_on(date(2020, 4, 30)), back[7].name_on(date(2020, 5, 1))) == (
        "Vàng A Sùng",
        "Vàng Đức Sùng",
    )
    assert back[7].label == "Vàng Đức Sùng (1960)"
    assert store.by_number("099160000007") == store.by_number("012345") == 7
    assert store.by_number("12345") is None


@given(st.text(max_size=20))
def test_a_normalised_number_stays_as_it_is_and_keeps_its_zeros(text):
    assert number(number(text)) == number(text)
    assert number("00 " + text).startswith("00")


def test_nothing_readable_is_in_the_files(opened, at, randomness, person, installation):
    put([person(7, "Vàng A Sùng", phones=("0000123456",))], at, randomness)
    store.put_notes(["Biên bản cuộc họp"], at=at, randomness=randomness)
    if installation.engine == "postgresql":
        return
    held = all_bytes(installation.home)
    words = ("Sùng", "099000000007", "0000123456", "Biên bản", "1960-03-12", "(1960)")
    assert [word for word in words if word.encode() in held] == []


def test_versions_and_digests_are_what_the_book_is_told(opened, at, randomness, person):
    first = put([person(7, "Vàng A Sùng")], at, randomness)[7]
    second = put([person(7, "Vàng A Sùng")], at, randomness)[7]
    assert (first.version, second.version, store.versions([7])) == (1, 2, {7: second})
    assert first.digest != second.digest == store.digest(7)


def test_a_row_copied_to_another_person_does_not_open(opened, at, randomness, person):
    put([person(7, "Vàng A Sùng"), person(8, "Lý Thị Mai")], at, randomness)
    tables.run(
        "UPDATE sealed_record SET blob = (SELECT blob FROM sealed_record WHERE subject = 7) WHERE subject = 8"
    )
    assert unsealed.fetch([7])[7].name == "Vàng A Sùng"
    with pytest.raises(Tampered):
        unsealed.fetch([8])
    with pytest.raises(Tampered):
        store.versions([8])


def test_any_byte_flipped_is_found(opened, randomness):
    ring = opened[0]
    sealed = seal(ring, "personal", 7, {"names": [["Vàng A Sùng"]]}, randomness)
    for place in range(len(sealed.blob)):
        changed = bytearray(sealed.blob)
        changed[place] ^= 1
        with pytest.raises(Tampered):
            unseal(ring, "personal", 7, 1, bytes(changed))
    for purpose, subject in (("notes", 7), ("personal", 8)):
        with pytest.raises(Tampered):
            unseal(ring, purpose, subject, 1, sealed.blob)


def test_another_installation_does_not_open_a_row(opened, randomness):
    ring = opened[0]
    sealed = seal(ring, "personal", 7, {}, randomness)
    ring.installation = "other"
    with pytest.raises(Tampered):
        unseal(ring, "personal", 7, 1, sealed.blob)


def test_a_number_twice_is_refused_and_nothing_is_written(opened, at, randomness, person):
    put([person(7, "Vàng A Sùng")], at, randomness)
    twin = person(9, "Lý Thị Mai", personal_number="099 000 000 007")
    with pytest.raises(store.NumberTaken) as refused:
        put([person(8, "Giàng A Páo"), twin], at, randomness)
    assert (refused.value.kind, refused.value.person, refused.value.holder) == ("personal_number", 9, 7)
    assert unsealed.fetch([8, 9]) == {}
    with pytest.raises(store.NumberTaken):
        put([twin, person(10, "Hầu A Chư", personal_number="099000000010")], at, randomness)


def test_a_number_twice_in_one_batch_is_refused(opened, at, randomness, person):
    same = [person(8, "Giàng A Páo", personal_number="099"), person(9, "Lý Thị Mai", personal_number="099")]
    with pytest.raises(store.NumberTaken):
        put(same, at, randomness)


def test_a_corrected_number_frees_the_old_one(opened, at, randomness, person):
    put([person(7, "Vàng A Sùng")], at, randomness)
    put([person(7, "Vàng A Sùng", personal_number="099000000077")], at, randomness)
    assert (store.by_number("099000000007"), store.by_number("099000000077")) == (None, 7)
    put([person(8, "Lý Thị Mai", personal_number="099000000007")], at, randomness)
    assert store.by_number("099000000007") == 8


def test_two_clerks_at_once_do_not_give_two_persons_one_number(opened, at, randomness, person):
    outcomes, together = [], threading.Barrier(2)

    def clerk(identity):
        together.wait()
        try:
            put([person(identity, "Vàng A Sùng", personal_number="099000000001")], at, randomness)
            outcomes.append("written")
        except store.NumberTaken:
            outcomes.append("taken")
        finally:
            connections.close_all()

    clerks = [threading.Thread(target=clerk, args=[identity]) for identity in (7, 8)]
    [thread.start() for thread in clerks]
    [thread.join() for thread in clerks]
    assert sorted(outcomes) == ["taken", "written"]


def test_notes_have_ids_of_their_own_and_keep_their_lines(opened, at, randomness):
    ids = store.put_notes(["Chi  bộ 1", "Dòng một\nDòng hai"], at=at, randomness=randomness)
    assert store.texts([*ids, 5]) == {ids[0]: "Chi bộ 1", ids[1]: "Dòng một\nDòng hai"}
    assert unsealed.fetch(ids) == {}


class Killed(Exception):
    pass


def test_rotation_killed_in_the_middle_goes_on_and_old_bytes_then_open_nothing(
    opened, at, randomness, person, monkeypatch
):
    ring = opened[0]
    files = [person(identity, "Vàng A Sùng") for identity in range(1, 26)]
    told = put(files, at, randomness)
    notes = store.put_notes(["Chi bộ 1"], at=at, randomness=randomness)
    old = {row.subject: row for row in tables.rows(range(1, 26), "personal")}
    old_tag = ring.tag("personal_number", "099000000003", 1)
    ring.rotate(randomness)

    def killed(done):
        if done >= 10:
            raise Killed

    with pytest.raises(Killed):
        rotation.rewrite_under_new_generation(randomness=randomness, batch=5, progress=killed)
    generations = tables.ask("SELECT generation, count(*) FROM sealed_record GROUP BY generation ORDER BY 1")
    assert generations == [(1, 16), (2, 10)]
    # While it stands still everything is found, and nobody gets a number twice, under either generation.
    assert [store.by_number(f"099{identity:09d}") for identity in range(1, 26)] == list(range(1, 26))
    assert len(unsealed.fetch(range(1, 26))) == 25
    for identity in (3, 22):
        with pytest.raises(store.NumberTaken):
            put([person(99, "Lý Thị Mai", personal_number=f"099{identity:09d}")], at, randomness)
    with pytest.raises(rotation.StillInUse):
        rotation.destroy_old_generations(randomness=randomness)

    assert rotation.rewrite_under_new_generation(randomness=randomness, batch=5) == 16
    assert rotation.destroy_old_generations(randomness=randomness) == [1]
    assert store.versions(range(1, 26)) == told  # what the book says of the files still holds
    assert store.texts(notes) == {notes[0]: "Chi bộ 1"}
    assert store.by_number("099000000003") == 3
    assert tables.ask("SELECT 1 FROM sealed_number WHERE tag = %s", [old_tag]) == []
    reopened = Keyring.open_with_machine(ring.path, opening.settings.THENCHOT_KEY_FILE)
    for keys in (ring, reopened):
        for row in old.values():
            with pytest.raises(GenerationGone):
                unseal(keys, "personal", row.subject, row.generation, row.blob)
            with pytest.raises(Tampered):
                unseal(keys, "personal", row.subject, 2, row.blob)


def test_a_process_with_yesterdays_keyring_meets_a_number_written_under_todays(
    opened, at, randomness, person
):
    ring = opened[0]
    yesterday = Keyring.open_with_machine(ring.path, opening.settings.THENCHOT_KEY_FILE)
    ring.rotate(randomness)
    put([person(7, "Vàng A Sùng", personal_number="099000000001")], at, randomness)
    opening.use(yesterday)
    assert unsealed.fetch([7])[7].name == "Vàng A Sùng"
    with pytest.raises(store.NumberTaken):
        put([person(8, "Lý Thị Mai", personal_number="099000000001")], at, randomness)


def all_bytes(home: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(home.glob("personal.sqlite3*")))


def test_an_erased_person_leaves_no_bytes(opened, at, randomness, person, installation):
    ring = opened[0]
    put([person(identity, "Vàng A Sùng") for identity in range(1, 200)], at, randomness)
    before = next(iter(tables.rows([77], "personal"))).blob
    put([person(77, "Vàng Văn Sùng")], at, randomness)
    blob = next(iter(tables.rows([77], "personal"))).blob
    tag = ring.tag("personal_number", "099000000077", 1)
    assert store.erase([77]) is True
    assert (store.digest(77), store.by_number("099000000077"), unsealed.fetch([77])) == (None, None, {})
    assert len(unsealed.fetch(range(1, 200))) == 198
    if installation.engine == "sqlite":
        held = all_bytes(installation.home)
        assert [place for place, piece in enumerate((before, blob, blob[12:44], tag)) if piece in held] == []


def test_erasing_beside_a_reader_says_that_bytes_are_still_held(opened, at, randomness, person, installation):
    if installation.engine == "postgresql":
        return
    put([person(7, "Vàng A Sùng")], at, randomness)
    blob = next(iter(tables.rows([7], "personal"))).blob
    import sqlite3

    reader = sqlite3.connect(installation.home / "personal.sqlite3")
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM sealed_record").fetchone()
    connections["personal"].cursor().execute("PRAGMA busy_timeout=50")
    assert store.erase([7]) is False
    reader.close()
    assert tables.clear_remnants() is True
    assert blob not in all_bytes(installation.home)


def test_records_without_an_entry_are_listed_and_go_after_a_day(opened, at, randomness, person):
    put([person(7, "Vàng A Sùng"), person(8, "Lý Thị Mai")], at, randomness)
    put([person(9, "Giàng A Páo")], at + timedelta(hours=20), randomness)
    later = at + timedelta(hours=25)
    assert store.unrecorded({7}, until=later) == [8, 9]
    assert store.forget_unrecorded({7}, now=at + timedelta(hours=23)) == []
    assert store.forget_unrecorded({7}, now=later) == [8]
    assert sorted(unsealed.fetch([7, 8, 9])) == [7, 9]


def test_unopened_nothing_is_read_or_written_and_codes_stand_for_names(opened, at, randomness, person):
    opening.use(Keyring.unopened(opened[0].path))
    assert store.texts([5]) == {}
    for attempt in (lambda: unsealed.fetch([7]), lambda: put([person(7, "Vàng")], at, randomness)):
        with pytest.raises(Unopened):
            attempt()
    assert coded_label(7) == f"Đảng viên {code(7)}" == "Đảng viên " + code(7)


def test_codes_follow_from_the_id_alone():
    assert code(7) == code(7) != code(8)
    assert [len(part) for part in code(2**63 - 1).split("-")] == [4, 2]


def test_without_the_machines_secret_the_process_starts_unopened(opened):
    opening.settings.THENCHOT_KEY_FILE.unlink()
    opening.use(None)
    assert opening.keyring().opened is False


def test_ids_have_63_bits_and_a_seed_repeats_them():
    def some(seed):
        stream = Seeded(seed, "ids")
        return [new_id(stream) for _ in range(200)]

    assert some("1") == some("1") != some("2")
    assert all(0 < one < 2**63 for one in some("1"))
    assert max(some("1")) > 2**62


def test_labels_in_memory_follow_every_change(opened, at, randomness):
    (cell,) = store.put_notes(["Chi bộ 1"], at=at, randomness=randomness)
    assert labels.labels([cell, 5]) == labels.labels([cell]) == {cell: "Chi bộ 1"}
    (other,) = store.put_notes(["Chi bộ 2"], at=at, randomness=randomness)
    assert labels.labels([cell, other]) == {cell: "Chi bộ 1", other: "Chi bộ 2"}
    store.erase([cell])
    assert labels.labels([cell, other]) == {other: "Chi bộ 2"}
    opening.use(Keyring.unopened(opened[0].path))
    assert labels.labels([cell, other]) == {}
