"""A box anybody may close and only the holder of the secret opens: X25519, HKDF-SHA-256, AES-256-GCM.

The construction is that of age: a fresh key for each box, the wrapping key bound to both public keys.
"""

from __future__ import annotations

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from .randomness import Randomness

# The wrapping key is used once, so its nonce need not differ.
NONCE = bytes(12)


class WrongKey(Exception):
    """The box is not for this secret, or was changed."""


def derived(secret: bytes, purpose: str, *, salt: bytes = b"") -> bytes:
    """32 bytes for one purpose out of a secret (HKDF-SHA-256)."""
    return HKDF(algorithm=SHA256(), length=32, salt=salt or None, info=purpose.encode()).derive(secret)


def private_key(secret: bytes, purpose: str) -> X25519PrivateKey:
    """The opening key that belongs to a secret."""
    return X25519PrivateKey.from_private_bytes(derived(secret, purpose))


def close_box(public: bytes, content: bytes, randomness: Randomness) -> bytes:
    """Fresh public key ‖ ciphertext, to be opened by the holder of `public`'s secret."""
    fresh = X25519PrivateKey.from_private_bytes(randomness.random_bytes(32))
    own = fresh.public_key().public_bytes_raw()
    wrapping = _wrapping(fresh, X25519PublicKey.from_public_bytes(public), own + public)
    return own + wrapping.encrypt(NONCE, content, own + public)


def open_box(private: X25519PrivateKey, box: bytes) -> bytes:
    """The content; WrongKey when it was closed for somebody else or changed."""
    public = private.public_key().public_bytes_raw()
    both = box[:32] + public
    try:
        wrapping = _wrapping(private, X25519PublicKey.from_public_bytes(box[:32]), both)
        return wrapping.decrypt(NONCE, box[32:], both)
    except (InvalidTag, ValueError):
        raise WrongKey from None


def _wrapping(private: X25519PrivateKey, public: X25519PublicKey, both: bytes) -> AESGCM:
    return AESGCM(derived(private.exchange(public), "thenchot/box/1", salt=both))
