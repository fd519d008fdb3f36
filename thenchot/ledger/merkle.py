"""The tree over the book (RFC 6962): root, growth, inclusion, consistency. Hashes are 32 bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

EMPTY = sha256(b"").digest()


def leaf(head: bytes) -> bytes:
    """Hash of an entry's stored head."""
    return sha256(b"\x00" + head).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Hash of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


@dataclass(frozen=True)
class Frontier:
    """The roots of the whole subtrees of a tree, largest first: all that is needed to let it grow."""

    size: int = 0
    roots: tuple[bytes, ...] = ()

    def grown(self, leaves: Iterable[bytes]) -> Frontier:
        """The frontier after these leaf hashes."""
        size, roots = self.size, list(self.roots)
        for new in leaves:
            height = size
            while height & 1:
                new = node(roots.pop(), new)
                height >>= 1
            roots.append(new)
            size += 1
        return Frontier(size, tuple(roots))

    @property
    def root(self) -> bytes:
        """The root of the tree."""
        if not self.roots:
            return EMPTY
        *left, root = self.roots
        for subtree in reversed(left):
            root = node(subtree, root)
        return root


def root_of(leaves: Iterable[bytes]) -> bytes:
    """The root over leaf hashes."""
    return Frontier().grown(leaves).root


def _split(size: int) -> int:
    """The largest power of two below size."""
    return 1 << ((size - 1).bit_length() - 1)


def inclusion_proof(index: int, leaves: Sequence[bytes]) -> list[bytes]:
    """RFC 6962 PATH(index, leaves); IndexError outside the tree."""
    if not 0 <= index < len(leaves):
        raise IndexError(index)
    if len(leaves) == 1:
        return []
    k = _split(len(leaves))
    if index < k:
        return [*inclusion_proof(index, leaves[:k]), root_of(leaves[k:])]
    return [*inclusion_proof(index - k, leaves[k:]), root_of(leaves[:k])]


def root_from_inclusion(leaf_hash: bytes, index: int, size: int, proof: Sequence[bytes]) -> bytes:
    """The root a proof leads to; ValueError when the proof has the wrong length."""
    if not 0 <= index < size:
        raise ValueError("index outside the tree")
    if size == 1:
        if proof:
            raise ValueError("proof too long")
        return leaf_hash
    if not proof:
        raise ValueError("proof too short")
    k = _split(size)
    if index < k:
        return node(root_from_inclusion(leaf_hash, index, k, proof[:-1]), proof[-1])
    return node(proof[-1], root_from_inclusion(leaf_hash, index - k, size - k, proof[:-1]))


def consistency_proof(old: int, leaves: Sequence[bytes]) -> list[bytes]:
    """RFC 6962 PROOF(old, leaves): the tree of the first `old` leaves is a beginning of this one."""
    if not 0 < old <= len(leaves):
        raise IndexError(old)
    return _subproof(old, leaves, whole=True)


def _subproof(old: int, leaves: Sequence[bytes], *, whole: bool) -> list[bytes]:
    if old == len(leaves):
        return [] if whole else [root_of(leaves)]
    k = _split(len(leaves))
    if old <= k:
        return [*_subproof(old, leaves[:k], whole=whole), root_of(leaves[k:])]
    return [*_subproof(old - k, leaves[k:], whole=False), root_of(leaves[:k])]


def consistent(old: int, old_root: bytes, new: int, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Whether the proof shows that the tree of size `new` extends the tree of size `old`."""
    if old == new:
        return not proof and old_root == new_root
    if not 0 < old < new:
        return False
    try:
        roots = _roots(old, new, list(proof), old_root, whole=True)
    except IndexError:
        return False
    return roots == (old_root, new_root)


def _roots(old: int, new: int, proof: list[bytes], old_root: bytes, *, whole: bool) -> tuple[bytes, bytes]:
    """(old root, new root) as the proof builds them; IndexError when it is too short."""
    if old == new:
        if whole:
            if proof:
                raise IndexError
            return old_root, old_root
        if len(proof) != 1:
            raise IndexError
        return proof[0], proof[0]
    *rest, sibling = proof if proof else _too_short()
    k = _split(new)
    if old <= k:
        before, after = _roots(old, k, rest, old_root, whole=whole)
        return before, node(after, sibling)
    before, after = _roots(old - k, new - k, rest, old_root, whole=False)
    return node(sibling, before), node(sibling, after)


def _too_short() -> list[bytes]:
    raise IndexError
