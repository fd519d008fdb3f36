"""The key that signs checkpoints (Ed25519), in a file of its own."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from .files import write_whole
from .randomness import Randomness


class SigningKeyRefused(Exception):
    """The file is missing, exists already, is readable by everybody, or is not 32 bytes in hex."""


def create_signing_key(path: Path, randomness: Randomness) -> Ed25519PrivateKey:
    """Make the key, 0600; an existing one is never overwritten."""
    if path.exists():
        raise SigningKeyRefused("exists already", str(path))
    key = Ed25519PrivateKey.from_private_bytes(randomness.random_bytes(32))
    write_whole(path, [key.private_bytes_raw().hex().encode() + b"\n"])
    return key


def load_signing_key(path: Path) -> Ed25519PrivateKey:
    """The key from its file."""
    try:
        if path.stat().st_mode & 0o007:
            raise SigningKeyRefused("readable by everybody", str(path))
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(path.read_text("ascii").strip()))
    except (OSError, ValueError):
        raise SigningKeyRefused("missing or not a key", str(path)) from None
