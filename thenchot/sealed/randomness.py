"""Where random bytes come from: the system in service, a seed in the demo. Always passed in by the caller."""

from __future__ import annotations

import hashlib
import secrets
from typing import Protocol


class Randomness(Protocol):
    """Anything that gives `n` bytes nobody could have guessed (or, in a demo, the same bytes every time)."""

    def random_bytes(self, n: int) -> bytes: ...


class System:
    """The operating system's generator."""

    def random_bytes(self, n: int) -> bytes:
        return secrets.token_bytes(n)


class Seeded:
    """A stream of SHA-256(seed ‖ stream ‖ counter), for demos only.

    Two parts of a demo that run apart take different `stream` names, or they would draw the same bytes;
    once a demo is made, its server goes on with `System`, or nonces would come back under the same key.
    """

    def __init__(self, seed: str, stream: str) -> None:
        self._start = hashlib.sha256(f"thenchot/demo/1|{seed}|{stream}".encode())
        self._counter, self._left = 0, b""

    def random_bytes(self, n: int) -> bytes:
        while len(self._left) < n:
            block = self._start.copy()
            block.update(self._counter.to_bytes(8, "big"))
            self._left += block.digest()
            self._counter += 1
        given, self._left = self._left[:n], self._left[n:]
        return given


def new_id(randomness: Randomness) -> int:
    """A random id of 63 bits, never nothing; no time and no place in it."""
    while not (minted := int.from_bytes(randomness.random_bytes(8), "big") >> 1):
        pass
    return minted
