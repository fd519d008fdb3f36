import json
import stat
from contextlib import suppress
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thenchot.sealed import sheets, slots
from thenchot.sealed.box import WrongKey, close_box, open_box, private_key
from thenchot.sealed.files import write_whole
from thenchot.sealed.keyring import GenerationGone, Keyring, KeyringBroken, Unopened
from thenchot.sealed.randomness import Seeded, System
from thenchot.sealed.signing import SigningKeyRefused, create_signing_key, load_signing_key

SECRET = bytes(range(32))


@pytest.fixture
def made(tmp_path):
    """(keyring, sheets, key file)."""
    key_file = tmp_path / "machine.key"
    write_whole(key_file, [SECRET.hex().encode()])
    ring, papers = Keyring.create(
        tmp_path / "keyring.json",
        installation="an",
        mode="service",
        randomness=Seeded("test", "keys"),
        machine_secret=SECRET,
        passphrase="một câu dài dễ nhớ",
    )
    return ring, papers, key_file


def test_every_way_in_gives_the_same_keys(made):
    ring, (a, b, _), key_file = made
    ways = [
        Keyring.open_with_machine(ring.path, key_file),
        Keyring.open_with_sheets(ring.path, a, b),
        Keyring.open_with_passphrase(ring.path, "một câu dài dễ nhớ"),
    ]
    assert {way.key("personal") for way in ways} == {ring.key("personal")}


def test_purposes_and_generations_have_different_keys(made):
    ring = made[0]
    first = {ring.key(purpose) for purpose in ("personal", "index", "case", "petition", "mfa", "notes")}
    ring.rotate(System())
    assert len(first | {ring.key("personal"), ring.key("index")}) == 8
    with pytest.raises(ValueError, match="diary"):
        ring.key("diary")


@pytest.mark.parametrize("pair", list(combinations(range(3), 2)))
def test_any_two_sheets_open(made, pair):
    ring, papers, _ = made
    typed = [sheets.read_sheet("\n".join(papers[place].lines()).lower()) for place in pair]
    assert Keyring.open_with_sheets(ring.path, *typed).opened
    assert Keyring.open_with_sheets(ring.path, *reversed(typed)).opened
    assert ring.sheets_are_ours(*typed)


@given(st.binary(min_size=16, max_size=16), st.binary(min_size=16, max_size=16), st.integers(0, 2), st.data())
def test_one_sheet_says_nothing_of_the_secret(secret, other, place, data):
    """For every sheet and every other secret there are random strings that give the very same sheet."""
    drawn = [data.draw(st.binary(min_size=16, max_size=16)) for _ in sheets.PAIRS]
    sheet = sheets.split(secret, "TEST", Strings(drawn))[place]
    difference = sheets._xor(secret, other)
    redrawn = [
        sheets._xor(text, difference) if pair[1] == sheet.letter else text
        for pair, text in zip(sheets.PAIRS, drawn, strict=True)
    ]
    assert sheets.split(other, "TEST", Strings(redrawn))[place] == sheet


class Strings:
    """Randomness that gives these strings."""

    def __init__(self, drawn):
        self.drawn = iter(drawn)

    def random_bytes(self, n):
        return next(self.drawn)


def test_a_typing_error_in_any_place_is_found(made):
    text = "\n".join(made[1][0].lines())
    missed = 0
    for place, letter in enumerate(text):
        if not letter.isalnum():
            continue
        wrong = "2" if letter != "2" else "3"
        with suppress(sheets.SheetRefused):
            missed += sheets.read_sheet(text[:place] + wrong + text[place + 1 :]) != made[1][0]
    assert missed == 0


def test_sheets_that_do_not_belong_together_are_refused(made):
    ring, (a, b, _), _ = made
    renewed = ring.renew_sheets(System())
    with pytest.raises(sheets.SheetRefused, match="same_sheet"):
        sheets.join(a, a)
    with pytest.raises(sheets.SheetRefused, match="different_sets"):
        sheets.join(a, renewed[1])
    with pytest.raises(WrongKey):
        Keyring.open_with_sheets(ring.path, a, b)
    assert Keyring.open_with_sheets(ring.path, renewed[0], renewed[2]).opened


def test_wrong_secrets_open_nothing(made, tmp_path):
    ring = made[0]
    other = tmp_path / "other.key"
    write_whole(other, [bytes(32).hex().encode()])
    with pytest.raises(WrongKey):
        Keyring.open_with_machine(ring.path, other)
    with pytest.raises(WrongKey):
        Keyring.open_with_passphrase(ring.path, "một câu khác")


def test_unopened_it_knows_whose_it_is_and_gives_no_key(made):
    ring = Keyring.unopened(made[0].path)
    assert (ring.opened, ring.installation, ring.mode, ring.generations) == (False, "an", "service", ())
    with pytest.raises(Unopened):
        ring.key("personal")
    with pytest.raises(Unopened):
        ring.rotate(System())


def test_a_service_keyring_made_a_demo_does_not_open(made):
    ring, _, key_file = made
    text = ring.path.read_text()
    ring.path.write_text(text.replace('"mode":"service"', '"mode":"demo"'))
    with pytest.raises(KeyringBroken):
        Keyring.open_with_machine(ring.path, key_file)


def test_a_destroyed_generation_is_gone_from_every_copy_of_the_file(made, tmp_path):
    ring, _, key_file = made
    case, before = ring.key("case", 1), ring.path.read_bytes()
    ring.rotate(System())
    between = ring.path.read_bytes()
    ring.destroy_generation(1, System())
    again = Keyring.open_with_machine(ring.path, key_file)
    assert (again.generations, again.key("case", 1)) == ((2,), case)
    with pytest.raises(GenerationGone):
        again.key("personal", 1)
    # The root key changed with it: an old file's box does not open under the new one.
    mixed = tmp_path / "mixed.json"
    for old in (before, between):
        fields = dict(
            zip(("new", "old"), (json.loads(x) for x in (ring.path.read_bytes(), old)), strict=True)
        )
        mixed.write_text(json.dumps(fields["new"] | {"box": fields["old"]["box"]}))
        with pytest.raises(KeyringBroken):
            Keyring.open_with_machine(mixed, key_file)
    with pytest.raises(GenerationGone):
        ring.destroy_generation(2, System())


def test_another_process_follows_a_rotation_and_a_destruction(made):
    ring, _, key_file = made
    server = Keyring.open_with_machine(ring.path, key_file)
    ring.rotate(System())
    assert server.key("personal", 2) == ring.key("personal", 2)
    ring.destroy_generation(1, System())
    server.reload()
    assert server.generations == (2,)


def test_files_are_for_their_owner_and_never_overwritten(made, tmp_path):
    ring, _, key_file = made
    signing = tmp_path / "signing.key"
    key = create_signing_key(signing, System())
    assert {stat.S_IMODE(path.stat().st_mode) for path in (ring.path, key_file, signing)} == {0o600}
    assert load_signing_key(signing).private_bytes_raw() == key.private_bytes_raw()
    with pytest.raises(SigningKeyRefused, match="exists"):
        create_signing_key(signing, System())
    with pytest.raises(KeyringBroken, match="exists"):
        Keyring.create(ring.path, installation="x", mode="demo", randomness=System())
    with pytest.raises(slots.KeyFileRefused, match="exists"):
        slots.write_machine_secret(key_file, System())
    key_file.chmod(0o644)
    with pytest.raises(slots.KeyFileRefused, match="everybody"):
        Keyring.open_with_machine(ring.path, key_file)


def test_the_same_seed_gives_the_same_files(tmp_path):
    def bytes_of(name, seed):
        path = tmp_path / name
        stream = Seeded(seed, "keys")
        Keyring.create(path, installation="a", mode="demo", randomness=stream, machine_secret=SECRET)
        return path.read_bytes()

    assert bytes_of("one", "7") == bytes_of("two", "7") != bytes_of("three", "8")


def test_a_write_that_is_killed_leaves_the_file_as_it_was(tmp_path):
    path = tmp_path / "keyring.json"
    path.write_bytes(b"before")

    def killed():
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(path, killed())
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("keyring.json", b"before")]


@given(st.binary(max_size=100), st.data())
def test_a_box_opens_for_its_holder_only_and_not_when_changed(content, data):
    holder, other = private_key(b"one", "test"), private_key(b"other", "test")
    box = close_box(holder.public_key().public_bytes_raw(), content, System())
    assert open_box(holder, box) == content
    with pytest.raises(WrongKey):
        open_box(other, box)
    place, bit = data.draw(st.integers(0, len(box) - 1)), data.draw(st.integers(0, 7))
    # X25519 ignores the highest bit of a public key; the box is bound to its bytes all the same.
    with pytest.raises(WrongKey):
        open_box(holder, box[:place] + bytes([box[place] ^ 1 << bit]) + box[place + 1 :])
