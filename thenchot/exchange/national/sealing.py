"""Ciphertext of this app: sealed for an upload or a line, moved to the newest key when it is met."""

from __future__ import annotations

from typing import Any, NamedTuple

from thenchot.sealed.envelope import seal, unseal
from thenchot.sealed.keyring import NOTES, GenerationGone, Keyring
from thenchot.sealed.randomness import System
from thenchot.sealed.store import current_keys


class Box(NamedTuple):
    """Ciphertext and the generation of its key."""

    generation: int
    blob: bytes


def closed(subject: int, value: Any, keys: Keyring | None = None) -> Box:
    """A JSON value under the newest key, bound to its subject. Unopened."""
    sealed = seal(keys or current_keys(), NOTES, subject, value, System())
    return Box(sealed.generation, sealed.blob)


def opened(subject: int, generation: int, blob: bytes | memoryview, keys: Keyring | None = None) -> Any:
    """The value; nothing where its key was destroyed meanwhile. Unopened, Tampered.

    `keys`: those of `current_keys`, asked once for many.
    """
    try:
        return unseal(keys or current_keys(), NOTES, subject, generation, bytes(blob)).value
    except GenerationGone:
        return None


def tag(text: str, keys: Keyring) -> list[str]:
    """A keyed tag under every generation alive, the newest first."""
    return [keys.tag("national_id", text, one).hex() for one in reversed(keys.generations)]
