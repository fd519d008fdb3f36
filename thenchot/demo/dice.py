"""Chance from a seed: whole numbers only, so every machine throws the same."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """One stream of throws. Streams of different purposes do not disturb one another."""

    def __init__(self, seed: int, stream: int) -> None:
        self.bits = Random(seed * 1009 + stream).getrandbits

    def below(self, n: int) -> int:
        """A whole number from 0 to n - 1."""
        return (self.bits(32) * n) >> 32

    def between(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + ((self.bits(32) * (high - low + 1)) >> 32)

    def one_in(self, n: int) -> bool:
        return self.below(n) == 0

    def pick(self, things: Sequence[T]) -> T:
        return things[(self.bits(32) * len(things)) >> 32]

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """The things in another order; our own shuffle, because the library's may change."""
        mixed = list(things)
        for i in range(len(mixed) - 1, 0, -1):
            j = self.below(i + 1)
            mixed[i], mixed[j] = mixed[j], mixed[i]
        return mixed


def spread(total: int, parts: int) -> list[int]:
    """`total` in `parts` whole numbers that differ by one at most and sum to it."""
    return [total * (i + 1) // parts - total * i // parts for i in range(parts)]
