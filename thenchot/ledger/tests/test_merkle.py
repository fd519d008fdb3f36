"""The tree against the recursive definition of RFC 6962, and its proofs against every forgery of one bit."""

from hashlib import sha256

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from thenchot.ledger.checkpoints import BadCheckpoint, opened, sign
from thenchot.ledger.merkle import (
    EMPTY,
    Frontier,
    consistency_proof,
    consistent,
    inclusion_proof,
    leaf,
    root_from_inclusion,
    root_of,
)


def defined(leaves):
    """MTH of RFC 6962, word for word."""
    if not leaves:
        return sha256().digest()
    if len(leaves) == 1:
        return leaves[0]
    k = 1
    while k * 2 < len(leaves):
        k *= 2
    return sha256(b"\x01" + defined(leaves[:k]) + defined(leaves[k:])).digest()


def leaves(n):
    return [leaf(str(i).encode()) for i in range(n)]


def test_known_roots_of_rfc_6962():
    """The test vectors every implementation of Certificate Transparency carries."""
    assert EMPTY.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    data = [
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ]
    found = root_of(leaf(bytes.fromhex(d)) for d in data).hex()
    assert found == "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"


@pytest.mark.parametrize("size", range(0, 66))
def test_the_root_is_the_defined_one_however_the_tree_grew(size):
    known = leaves(size)
    assert root_of(known) == defined(known)
    assert Frontier().grown(known[: size // 3]).grown(known[size // 3 :]).root == defined(known)


@given(st.integers(1, 70), st.data())
def test_inclusion_leads_to_the_root_and_no_changed_proof_does(size, data):
    known = leaves(size)
    index = data.draw(st.integers(0, size - 1))
    proof = inclusion_proof(index, known)
    assert root_from_inclusion(known[index], index, size, proof) == root_of(known)
    if proof:
        place = data.draw(st.integers(0, len(proof) - 1))
        forged = [*proof[:place], bytes([proof[place][0] ^ 1]) + proof[place][1:], *proof[place + 1 :]]
        assert root_from_inclusion(known[index], index, size, forged) != root_of(known)
        with pytest.raises(ValueError, match="short"):
            root_from_inclusion(known[index], index, size, proof[1:])
    with pytest.raises(ValueError, match="long"):
        root_from_inclusion(known[index], index, size, [b"\0" * 32, *proof])


@given(st.integers(1, 70), st.data())
def test_consistency_holds_for_a_beginning_and_for_nothing_else(new, data):
    old = data.draw(st.integers(1, new))
    known = leaves(new)
    proof = consistency_proof(old, known)
    assert consistent(old, root_of(known[:old]), new, root_of(known), proof)
    other = [leaf(b"another"), *known[1:]]
    assert not consistent(old, root_of(other[:old]), new, root_of(known), proof)
    if proof:
        assert not consistent(old, root_of(known[:old]), new, root_of(known), proof[:-1])


def test_a_checkpoint_opens_only_with_its_key_origin_and_bytes():
    key, other = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
    note = sign("thenchot/08/book", 3, root_of(leaves(3)), key).note
    assert opened(note, "thenchot/08/book", key.public_key()).size == 3
    for wrong, origin, public in [
        (note, "thenchot/08/book", other.public_key()),
        (note, "thenchot/02/book", key.public_key()),
        (note.replace("\n3\n", "\n4\n"), "thenchot/08/book", key.public_key()),
        (note.replace("\n3\n", "\n03\n"), "thenchot/08/book", key.public_key()),
        (note + "x", "thenchot/08/book", key.public_key()),
        (note.rstrip("\n"), "thenchot/08/book", key.public_key()),
    ]:
        with pytest.raises(BadCheckpoint):
            opened(wrong, origin, public)
