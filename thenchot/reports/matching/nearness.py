"""How near each term is said to a number, and what its own clause says. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from .spots import Sort, Spot

OWN = 1.0
# How much of a term said farther away still holds: (what is counted or done, what narrows it).
BESIDE, OUTSIDE = (0.8, 0.45), (0.95, 0.55)  # outside the brackets a figure stands in
BEFORE, AFTER, EARLIER, HEADING = (0.6, 0.25), (0.35, 0.3), (0.4, 0.05), (0.3, 0.05)


@dataclass
class Context:
    """Term -> how near (0 to 1); `strange` are unknown words and `close` all words of the own clause."""

    near: dict[str, float] = field(default_factory=dict)
    own: set[str] = field(default_factory=set)
    here: set[str] = field(default_factory=set)  # with what its phrases say besides
    above: set[str] = field(default_factory=set)  # what the sentence is of, where the own clause does not say
    other: str = ""  # what was done to it that no figure here counts: kiểm tra 5 chi bộ và 12 đảng viên
    strange: int = 0
    close: int = 0

    def add(self, spot: Spot, weight: float | tuple[float, float]) -> None:
        if isinstance(weight, tuple):
            weight = weight[spot.sort is Sort.QUALIFIER]
        self.near[spot.term] = max(self.near.get(spot.term, 0.0), weight)

    def stands(self, spot: Spot, name: bool = False) -> None:
        """In the own clause; a `name` (huyện Quan Sơn) is not strange."""
        self.here.add(spot.term)
        if not spot.also:
            self.own.add(spot.term)
            self.close += 1
            self.strange += spot.sort is Sort.UNKNOWN and not name


def weight_of(
    spot: Spot, own: tuple[int, int], gap: tuple[int, int], sentence: tuple[int, int]
) -> float | tuple[float, float]:
    """What a term at a place weighs: in the own clause, up to the neighbours, in the sentence, outside."""
    if own[0] <= spot.start < own[1]:
        return OWN
    if gap[0] <= spot.start < gap[1] and sentence[0] <= spot.start < sentence[1]:
        return BESIDE
    if not sentence[0] <= spot.start < sentence[1]:
        return EARLIER if spot.start < sentence[0] else (0.1, 0.0)
    return BEFORE if spot.start < own[0] else AFTER
