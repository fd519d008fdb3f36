"""A person erased: the rows print *đã xóa* and still count, digests stay, no byte of the person is left."""

import struct

import pytest

from thenchot.ledger.minting import SeededMint
from thenchot.snapshot.closing import erasing, folder
from thenchot.snapshot.closing.listing import standing
from thenchot.snapshot.closing.opening import Closing
from thenchot.snapshot.closing.rows import SALT
from thenchot.snapshot.closing.verifying import verify
from thenchot.snapshot.tests.province import ROOT

from .conftest import CODE, KEY, PERIOD


def everything(closing):
    return {(c, n): closing.figure(c, n) for c in closing.catalogue.figures for n in closing.parents}


def member(closing):
    """A person in several populations."""
    for person in closing.rows("members.total", ROOT).column("person"):
        if person in closing.rows("cards.persons", ROOT).column("person"):
            return person
    raise AssertionError


def test_figures_and_digests_stay_and_the_rows_are_counted_as_erased(close):
    one = standing(close())
    before = Closing(one.path)
    person, figures, digests = member(before), everything(before), before.digests()
    rows = {place: len([r for r in before.rows(*place).rows if person in r]) for place in figures}
    assert erasing.holds(before, person)
    number = erasing.forget(person)[one.code]
    after = Closing(one.path)
    assert number > 1 and after.erased() == number and not erasing.holds(after, person)
    assert everything(after) == figures and after.digests() == digests
    for (code, node), gone in rows.items():
        figure = after.catalogue.figures[code]
        if figure.counts == "rows":
            assert after.rows(code, node).erased == gone
        assert not [row for row in after.rows(code, node).rows if person in row]
    assert after.breakdown("members.total", ROOT, ["sex"]).cells[()] == 1
    assert after.breakdown("members.total", ROOT, ["sex"]).overlap == 0
    report = verify(one.path, KEY.public_key(), CODE)
    assert report.in_order and report.erased == number
    assert erasing.forget(person) == {}


def test_no_byte_of_the_person_or_the_salts_is_left(close):
    one = standing(close())
    closing = Closing(one.path)
    person = member(closing)
    salts = []
    for name in closing.manifest["populations"]:
        table = closing.values(name)
        mine = [person in (row["person"], row["subject"]) for row in table.to_pylist()]
        salts += [salt for salt, his in zip(table[SALT].to_pylist(), mine, strict=True) if his]
    erasing.forget(person)
    for file in one.path.rglob("*.parquet"):
        plain = folder.read_parquet(file)
        for column in plain.column_names:
            values = plain[column].to_pylist()
            assert person not in values and not set(salts) & set(values)
    raw = b"".join(file.read_bytes() for file in one.path.rglob("*") if file.is_file())
    assert struct.pack("<q", person) not in raw and not [salt for salt in salts if salt in raw]


def test_all_closings_forget_and_a_fresh_one_never_knew(close):
    codes = [close(), close(2), close(line="organising")]
    person = member(Closing(standing(codes[0]).path))
    found = erasing.forget(person)
    assert codes[0] in found and codes[2] in found
    assert not any(erasing.holds(Closing(standing(code).path), person) for code in codes)


def test_more_rows_blanked_than_a_figure_can_miss_is_a_fault_no_more(close):
    """Who blanks rows without an erasure changes no figure; the report says how many rows are blank."""
    one = standing(close())
    for person in set(Closing(one.path).rows("members.total", ROOT).column("person")):
        erasing.forget(person)
    report = verify(one.path, KEY.public_key(), CODE)
    assert report.in_order and report.erased >= Closing(one.path).figure("members.total", ROOT)


def test_the_erasure_of_the_house_reaches_closings(installation, close):
    from datetime import date

    from thenchot.access import erasing as house

    assert erasing.forget in house.HOOKS
    one = standing(close())
    person = member(Closing(one.path))
    for hook in house.HOOKS:
        hook(person)
    assert not erasing.holds(Closing(one.path), person)
    assert date(2023, 1, 1) <= PERIOD.first


NAMES = ("Thoạt Ngoéo Khuỷu", "Chi bộ Khuếch Xoẹt", "099941771901", "0000920011")


@pytest.fixture
def named(installation):
    """Sealed names beside the book: of the province's persons, organisations and a note."""
    from datetime import UTC, datetime
    from datetime import date as day

    from django.conf import settings

    from thenchot.sealed import opening, store
    from thenchot.sealed.files import write_whole
    from thenchot.sealed.keyring import Keyring
    from thenchot.sealed.persons import Dated, PersonFile
    from thenchot.sealed.randomness import System

    secret, at = bytes(range(32)), datetime(2026, 11, 21, tzinfo=UTC)
    write_whole(settings.THENCHOT_KEY_FILE, [secret.hex().encode()])
    ring, _ = Keyring.create(
        opening.keyring_path(), installation="test", mode="demo", randomness=System(), machine_secret=secret
    )
    opening.use(ring)
    name, cell, number, _phone = NAMES
    files = [
        PersonFile(
            person=1000 + n, names=(Dated(name),), born_on=day(1960, 3, 12),
            personal_number=f"{number[:-2]}{n:02}",
        )
        for n in range(30)
    ]  # fmt: skip
    store.put_persons(files, at=at, randomness=System())
    store.put_notes([cell], at=at, randomness=System())
    yield
    opening.use(None)


def test_there_is_no_name_in_the_folder(named, close):
    from thenchot.ledger.vietnamese import folded

    path = standing(close()).path
    assert [file.stat().st_mode & 0o077 for file in path.rglob("*")] == [0] * len(list(path.rglob("*")))
    texts = [file.read_bytes() for file in path.rglob("*") if file.is_file()]
    # Compressed columns hide text from a plain search: their values are read too.
    for file in path.rglob("*.parquet"):
        texts += [str(row).encode() for row in folder.read_parquet(file).to_pylist()]
    wanted = {form.encode() for name in NAMES for form in (name, folded(name), name.split()[0])}
    assert not [form for form in wanted for text in texts if form in text]
    assert SeededMint("x").salt() not in b"".join(texts)
