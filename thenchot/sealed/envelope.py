"""The one seal and the one unseal: AES-256-GCM over salted canonical JSON, bound to whose record it is."""

from __future__ import annotations

import hashlib
import json
from typing import Any, NamedTuple, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .randomness import Randomness

NONCE, SALT = 12, 16
ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Tampered(Exception):
    """Not sealed by this installation for this subject and purpose, or changed since."""


class Keys(Protocol):
    """What sealing needs of a keyring."""

    installation: str
    current: int

    def cipher(self, purpose: str, generation: int) -> AESGCM: ...


class Sealed(NamedTuple):
    """A record ready to be stored, and SHA-256(salt ‖ canonical JSON) for the book."""

    generation: int
    blob: bytes
    digest: str


class Opened(NamedTuple):
    """A record's value, the digest the book knows it by, and its salt."""

    value: Any
    digest: str
    salt: bytes


def canonical(value: Any) -> bytes:
    """One spelling: sorted keys, no spaces, UTF-8."""
    return ENCODER.encode(value).encode()


def associated(installation: str, purpose: str, subject: int, generation: int) -> bytes:
    """What the bytes are bound to: a row copied to another subject or installation does not open."""
    return f"thenchot/personal/1|{installation}|{purpose}|{subject}|{generation}".encode()


def seal(
    keys: Keys, purpose: str, subject: int, value: Any, randomness: Randomness, *, salt: bytes | None = None
) -> Sealed:
    """Seal a JSON value for a subject, under the current generation; with its old salt its digest stays."""
    fresh = randomness.random_bytes(NONCE + SALT)
    nonce, plain = fresh[:NONCE], (salt or fresh[NONCE:]) + canonical(value)
    about = associated(keys.installation, purpose, subject, keys.current)
    blob = nonce + keys.cipher(purpose, keys.current).encrypt(nonce, plain, about)
    return Sealed(keys.current, blob, hashlib.sha256(plain).hexdigest())


def unseal(keys: Keys, purpose: str, subject: int, generation: int, blob: bytes) -> Opened:
    """Open a record; Tampered unless it is exactly what was sealed for this subject."""
    about = associated(keys.installation, purpose, subject, generation)
    try:
        plain = keys.cipher(purpose, generation).decrypt(blob[:NONCE], blob[NONCE:], about)
    except (InvalidTag, ValueError):
        raise Tampered(purpose, subject) from None
    return Opened(json.loads(plain[SALT:]), hashlib.sha256(plain).hexdigest(), plain[:SALT])
