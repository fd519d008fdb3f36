"""A folder that is not the one signed is refused, and the report says where."""

import inspect
import json
import re
import shutil

import pyarrow as pa
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from thenchot.ledger.entries import canonical
from thenchot.snapshot.closing import folder, notes, verifying, words
from thenchot.snapshot.closing.listing import standing
from thenchot.snapshot.closing.opening import Closing, Damaged, OtherVersion
from thenchot.snapshot.closing.rows import HASH, SALT, hashed
from thenchot.snapshot.closing.verifying import Fault, verify

from .conftest import CODE, KEY, Office

OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
MEMBERS = "test_members"


def put(path, name, content):
    (path / name).write_bytes(content)


def edit_table(path, name, change):
    put(path, name, folder.parquet(change(folder.read_parquet(path / name))))


def manifest(path):
    return json.loads((path / folder.MANIFEST).read_bytes())


def sign_again(path, key=KEY, name=CODE, **facts):
    digest = bytes.fromhex(folder.sha((path / folder.MANIFEST).read_bytes()))
    said = {
        "prepared_by": "1",
        "approved_by": "2",
        "reviewed_by": "1",
        "approved_at": "now",
        "book": {},
    } | facts
    note = notes.Note(notes.name_of(name, notes.CLOSING), path.name, digest, said)
    put(path, folder.SIGNED, notes.sign(note, key).encode())


def rewrite(path, change):
    """Change the manifest and spell it rightly, with the digests of what lies there."""
    said = manifest(path)
    change(said)
    said["files"] = {name: folder.sha((path / name).read_bytes()) for name in said["files"]}
    put(path, folder.MANIFEST, canonical(said).encode())


def a_figure_edited(path):
    def more(table):
        values = table["value"].to_pylist()
        values[0] = str(int(values[0]) + 1)
        return table.set_column(2, "value", pa.array(values))

    edit_table(path, folder.FIGURES, more)


def a_figure_edited_by_whoever_holds_the_key(path):
    a_figure_edited(path)
    rewrite(path, lambda said: None)
    sign_again(path)


def a_row_removed(path):
    edit_table(path, folder.values_file(MEMBERS), lambda table: table.slice(1))


def a_row_added(path):
    edit_table(path, folder.values_file(MEMBERS), lambda table: pa.concat_tables([table, table.slice(0, 1)]))


def a_value_changed(path):
    def change(table):
        place = table.column_names.index("sex")
        turned = {"male": "female", "female": "male", None: "male"}
        values = [turned[one] for one in table["sex"].to_pylist()]
        return table.set_column(place, "sex", pa.array(values))

    edit_table(path, folder.values_file(MEMBERS), change)


def two_rows_swapped(path):
    order = lambda table: [1, 0, *range(2, table.num_rows)]  # noqa: E731
    edit_table(path, folder.values_file(MEMBERS), lambda table: table.take(order(table)))


def values_gone_but_the_salt_left(path):
    def change(table):
        place = table.column_names.index("person")
        return table.set_column(place, "person", pa.nulls(table.num_rows, pa.int64()))

    edit_table(path, folder.values_file(MEMBERS), change)


def rows_of_ones_own_with_their_hashes(path):
    values = folder.read_parquet(path / folder.values_file(MEMBERS)).drop_columns([SALT]).slice(1)
    hashes, whole = hashed(values, MEMBERS, Office().mint)
    put(path, folder.rows_file(MEMBERS), folder.parquet(hashes))
    put(path, folder.values_file(MEMBERS), folder.parquet(whole))


def a_row_fewer_by_whoever_holds_the_key(path):
    rows_of_ones_own_with_their_hashes(path)
    number = folder.read_parquet(path / folder.rows_file(MEMBERS)).num_rows

    def change(said):
        said["populations"][MEMBERS]["rows"] = number
        said["populations"][MEMBERS]["digest"] = Closing(path).digests()[MEMBERS]

    rewrite(path, change)
    sign_again(path)


def the_manifest_edited(path):
    rewrite(path, lambda said: said.update(organisation="2"))


def the_manifest_spelt_otherwise(path):
    put(path, folder.MANIFEST, json.dumps(manifest(path), indent=1).encode())


def a_predicate_edited(path):
    text = (path / folder.CATALOGUE).read_text().replace("sex = 'female'", "sex = 'male'")
    put(path, folder.CATALOGUE, text.encode())


def signed_by_another_key(path):
    sign_again(path, OTHER)


def signed_for_another_installation(path):
    sign_again(path, name="other")


def the_signature_of_another_closing(path):
    text = (path / folder.SIGNED).read_text().replace(f"\n{path.name}\n", "\n099000000000\n")
    put(path, folder.SIGNED, text.encode())


def not_signed(path):
    (path / folder.SIGNED).unlink()


def approved_by_its_preparer(path):
    sign_again(path, approved_by="1")


def a_file_beside(path):
    put(path, "names.txt", b"x")


def a_file_gone(path):
    (path / folder.TREE).unlink()


def another_cut_off(path):
    rewrite(path, lambda said: said.update(cut_off=said["cut_off"] - 1))
    sign_again(path)


FORGERIES = {
    a_figure_edited: "file", a_figure_edited_by_whoever_holds_the_key: "figure", a_row_removed: "row",
    a_row_added: "row", a_value_changed: "row", two_rows_swapped: "row", values_gone_but_the_salt_left: "row",
    rows_of_ones_own_with_their_hashes: "file", a_row_fewer_by_whoever_holds_the_key: "figure",
    the_manifest_edited: "signature", the_manifest_spelt_otherwise: "manifest", a_predicate_edited: "file",
    signed_by_another_key: "signature", signed_for_another_installation: "signature",
    the_signature_of_another_closing: "signature", not_signed: "signature",
    approved_by_its_preparer: "signature", a_file_beside: "file", a_file_gone: "file",
    another_cut_off: "checkpoint",
}  # fmt: skip


def test_every_forgery_is_found(close, tmp_path):
    true = standing(close()).path
    assert verify(true, KEY.public_key(), CODE).in_order
    for forge, what in FORGERIES.items():
        path = shutil.copytree(true, tmp_path / forge.__name__ / true.name)
        forge(path)
        report = verify(path, KEY.public_key(), CODE)
        assert not report.in_order, forge.__name__
        assert {fault.what for fault in report.faults} == {what}, (forge.__name__, report.faults)


@pytest.mark.parametrize("name", [folder.MANIFEST, folder.CATALOGUE, folder.SIGNED, folder.FIGURES])
def test_a_torn_file_is_a_fault_and_no_crash(close, name):
    path = standing(close()).path
    put(path, name, (path / name).read_bytes()[: len((path / name).read_bytes()) // 2])
    assert verify(path, KEY.public_key(), CODE).faults


def of_another_format(path):
    def later(said):
        said["format"] = "thenchot/closing/2"
        said["versions"]["program"] = "9.1"
        del said["populations"]  # whatever it is called there

    rewrite(path, later)


def with_another_catalogue(path):
    """Signed as it was written: a figure says something of which this version knows nothing."""
    declared = json.loads((path / folder.CATALOGUE).read_bytes())
    declared["figures"][0]["rounded_to"] = 10
    put(path, folder.CATALOGUE, canonical(declared).encode())
    rewrite(path, lambda said: said["versions"].update(program="9.1"))
    sign_again(path)


@pytest.mark.parametrize("change", [of_another_format, with_another_catalogue])
def test_a_closing_of_another_version_is_not_called_damaged(close, change):
    path = standing(close()).path
    change(path)
    with pytest.raises(OtherVersion) as told:
        Closing(path)
    assert told.value.args == ("9.1",)
    report = verify(path, KEY.public_key(), CODE)
    assert report.faults == [Fault("version", "9.1")] and not report.in_order


def test_a_catalogue_nobody_wrote_is_damaged(close):
    path = standing(close()).path
    put(path, folder.CATALOGUE, b"{}")
    with pytest.raises(Damaged):
        Closing(path)


def test_every_fault_has_its_words():
    source = inspect.getsource(verifying)
    assert set(re.findall(r'Fault\("(\w+)"', source)) == set(words.FAULTS)


def test_stored_hashes_are_those_of_the_rows(close):
    closing = Closing(standing(close()).path)
    for name in closing.manifest["populations"]:
        stored = folder.read_parquet(closing.path / folder.rows_file(name))[HASH].to_pylist()
        assert closing.hashes(name) == stored == sorted(stored)
