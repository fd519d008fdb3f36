"""Signed checkpoints of the tree, as C2SP tlog-checkpoint notes (docs/book-format.md)."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"


class BadCheckpoint(ValueError):
    """The note is not a checkpoint in order; the message names what is wrong with it."""


@dataclass(frozen=True)
class Checkpoint:
    """A signed statement: this book had this root at this size."""

    origin: str
    size: int
    root: bytes
    note: str


def origin_of(installation: str) -> str:
    """Origin and key name of an installation's book."""
    return f"thenchot/{installation}/book"


def key_id(name: str, public: bytes) -> bytes:
    """The four bytes that name a key in a signature line."""
    return sha256(name.encode() + b"\n" + ED25519 + public).digest()[:4]


def verifier_key(origin: str, key: Ed25519PublicKey) -> str:
    """The key as printed for others to keep."""
    public = key.public_bytes_raw()
    return f"{origin}+{key_id(origin, public).hex()}+{base64.b64encode(ED25519 + public).decode()}"


def sign(origin: str, size: int, root: bytes, key: Ed25519PrivateKey) -> Checkpoint:
    """A checkpoint over a tree of this size and root."""
    body = f"{origin}\n{size}\n{base64.b64encode(root).decode()}\n"
    signature = key_id(origin, key.public_key().public_bytes_raw()) + key.sign(body.encode())
    note = f"{body}\n— {origin} {base64.b64encode(signature).decode()}\n"
    return Checkpoint(origin, size, root, note)


def opened(note: str, origin: str, key: Ed25519PublicKey) -> Checkpoint:
    """The checkpoint in a note, if this key signed it. BadCheckpoint otherwise."""
    body, gap, signatures = note.partition("\n\n")
    lines = body.split("\n")
    if not gap or len(lines) != 3 or not signatures.endswith("\n"):
        raise BadCheckpoint("form")
    if lines[0] != origin:
        raise BadCheckpoint("origin")
    size, root = _size(lines[1]), _canonical(lines[2])
    if len(root) != 32:
        raise BadCheckpoint("root")
    _check(body + "\n", signatures[:-1].split("\n"), origin, key)
    return Checkpoint(origin, size, root, note)


def _check(body: str, signatures: list[str], origin: str, key: Ed25519PublicKey) -> None:
    if len(signatures) != 1 or not signatures[0].startswith(f"— {origin} "):
        raise BadCheckpoint("key")
    raw = _canonical(signatures[0].removeprefix(f"— {origin} "))
    if raw[:4] != key_id(origin, key.public_bytes_raw()):
        raise BadCheckpoint("key")
    try:
        key.verify(raw[4:], body.encode())
    except InvalidSignature:
        raise BadCheckpoint("signature") from None


def _size(text: str) -> int:
    if not text.isascii() or not text.isdigit() or str(int(text)) != text:
        raise BadCheckpoint("size")
    return int(text)


def _canonical(text: str) -> bytes:
    try:
        raw = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise BadCheckpoint("base64") from None
    if base64.b64encode(raw).decode() != text:
        raise BadCheckpoint("base64")
    return raw
