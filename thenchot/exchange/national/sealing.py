"""Ciphertext of this app: sealed for an upload or a line, moved to the newest key when it is met."""

from __future__ import annotations

from typing import Any, NamedTuple

from thenchot.sealed.envelope import Tampered, seal, unseal
from thenchot.sealed.keyring import NOTES, GenerationGone
from thenchot.sealed.randomness import System
from thenchot.sealed.store import current_keys


class Box(NamedTuple):
    """Ciphertext and the generation of its key."""

    generation: int
    blob: bytes


def closed(subject: int, value: Any) -> Box:
    """A JSON value under the newest key, bound to its subject. Unopened."""
    sealed = seal(current_keys(), NOTES, subject, value, System())
    return Box(sealed.generation, sealed.blob)


def opened(subject: int, generation: int, blob: bytes) -> Any:
    """The value; nothing where its key was destroyed meanwhile. Unopened, Tampered."""
    try:
        return unseal(current_keys(), NOTES, subject, generation, bytes(blob)).value
    except GenerationGone:
        return None


def tag(text: str) -> list[str]:
    """A keyed tag under every generation alive, the newest first."""
    keys = current_keys()
    return [keys.tag("national_id", text, one).hex() for one in reversed(keys.generations)]


__all__ = ["Box", "Tampered", "closed", "opened", "tag"]
