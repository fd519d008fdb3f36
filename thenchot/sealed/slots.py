"""Slots, as in LUKS: the root key in one box for each way of opening the keyring.

A slot is a public key and a box. So the root key can be changed (when an old generation is destroyed)
without the sheets, the passphrase or the machine's secret being there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from .box import close_box, open_box, private_key
from .files import write_whole
from .randomness import Randomness

MACHINE, RECOVERY, PASSPHRASE = "machine", "recovery", "passphrase"

# Argon2id for a passphrase typed once in the morning: 64 MiB, three passes.
MEMORY_KIB, PASSES = 64 * 1024, 3


class KeyFileRefused(Exception):
    """The file with the machine's secret is missing, readable by everybody, or not 32 bytes in hex."""


@dataclass(frozen=True)
class Slot:
    """One way in: the public key of its secret, the root key boxed to it, the salt of a passphrase."""

    public: bytes
    box: bytes
    salt: bytes = b""

    def open(self, private: X25519PrivateKey) -> bytes:
        """The root key; WrongKey for another secret."""
        return open_box(private, self.box)

    def refilled(self, root: bytes, randomness: Randomness) -> Slot:
        """The same way in, to another root key."""
        return Slot(self.public, close_box(self.public, root, randomness), self.salt)

    def stored(self) -> dict[str, str]:
        return {"public": self.public.hex(), "box": self.box.hex(), "salt": self.salt.hex()}

    @classmethod
    def read(cls, stored: dict[str, str]) -> Slot:
        return cls(*(bytes.fromhex(stored[part]) for part in ("public", "box", "salt")))


def slot_for(private: X25519PrivateKey, root: bytes, randomness: Randomness, salt: bytes = b"") -> Slot:
    """A new slot that this secret opens."""
    return Slot(private.public_key().public_bytes_raw(), b"", salt).refilled(root, randomness)


def machine_key(secret: bytes) -> X25519PrivateKey:
    return private_key(secret, "thenchot/slot/machine/1")


def recovery_key(secret: bytes) -> X25519PrivateKey:
    return private_key(secret, "thenchot/slot/recovery/1")


def passphrase_key(passphrase: str, salt: bytes) -> X25519PrivateKey:
    stretched = hash_secret_raw(passphrase.encode(), salt, PASSES, MEMORY_KIB, 1, 32, Type.ID)
    return private_key(stretched, "thenchot/slot/passphrase/1")


def read_machine_secret(path: Path) -> bytes:
    """The machine's 32 bytes from their file; KeyFileRefused says what is wrong with it."""
    try:
        # A credential of systemd shows group bits because of its access list; only others' bits are refused.
        if path.stat().st_mode & 0o007:
            raise KeyFileRefused("readable by everybody", str(path))
        secret = bytes.fromhex(path.read_text("ascii").strip())
    except (OSError, ValueError):
        raise KeyFileRefused("missing or not readable as hex", str(path)) from None
    if len(secret) != 32:
        raise KeyFileRefused("not 32 bytes", str(path))
    return secret


def write_machine_secret(path: Path, randomness: Randomness) -> None:
    """Make the machine's secret, 0600; an existing one is never overwritten."""
    if path.exists():
        raise KeyFileRefused("exists already", str(path))
    write_whole(path, [randomness.random_bytes(32).hex().encode() + b"\n"])
