"""New ids, act tokens and salts: from the system, or from a seed in a demo."""

from __future__ import annotations

import random
import secrets
from hashlib import sha256
from typing import Protocol


class Mint(Protocol):
    """Where everything random in the book comes from."""

    def id(self) -> int:
        """A new 63-bit id of a subject, note, account or act set."""

    def salt(self) -> bytes:
        """Sixteen bytes."""


class SystemMint:
    """For service books: nobody can foresee what it gives."""

    def id(self) -> int:
        return secrets.randbits(63) or 1

    def salt(self) -> bytes:
        return secrets.token_bytes(16)


class SeededMint:
    """For demo books: the same seed gives the same ids and salts on every machine."""

    def __init__(self, seed: str) -> None:
        # random.Random is Python's own Mersenne Twister, the same on every machine for integers.
        self._random = random.Random(int.from_bytes(sha256(seed.encode()).digest(), "big"))

    def id(self) -> int:
        return self._random.getrandbits(63) or 1

    def salt(self) -> bytes:
        return self._random.randbytes(16)
