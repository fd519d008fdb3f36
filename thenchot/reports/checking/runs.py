"""Breakdowns that no word opens: “kỷ luật 7 đảng viên, khiển trách 4, cảnh cáo 2, khai trừ 1”."""

from __future__ import annotations

from collections.abc import Iterator

from . import vocabulary as said
from .lists import Listing, Opener
from .page import Page, Seen
from .relations import Relation
from .roles import Role
from .sums import failing, fits, said_sum
from .wording import alike, alternative, closed, has


def runs(page: Page) -> Iterator[Relation]:
    """A whole that speaks of the family, then figures of that family one after another."""
    for number in range(len(page.passages)):
        seen = [one for one in page.of_passage(number) if one.role is Role.COUNT and one.depth == 0]
        for at in range(len(seen) - 2):
            for family, phrases in said.GENUS.items():
                if has(seen[at].words.all, phrases) and family not in dict(alternative(seen[at].words)):
                    yield from run(seen[at], following(seen, at + 1, family), family)


def following(seen: list[Seen], first: int, family: str) -> list[Seen]:
    keys: list[str] = []
    end = first
    while end < len(seen) and end - first < 12 and adjoins(seen[first - 1], seen[end]):
        key = dict(alternative(seen[end].words)).get(family)
        if key is None or key in keys:
            break
        keys.append(key)
        end += 1
    return seen[first:end]


def adjoins(whole: Seen, part: Seen) -> bool:
    return part.sentence - whole.sentence <= 1 and alike(whole.sort, part.sort)


def run(whole: Seen, parts: list[Seen], family: str) -> Iterator[Relation]:
    if len(parts) < 2:
        return
    if fit := fits((whole,), tuple(parts)):
        yield said_sum(*fit)
    elif closed(family, {dict(alternative(one.words))[family] for one in parts}):
        yield failing(
            Listing(Opener.PARTIAL, (whole,), tuple(parts), (), "", ()), whole, tuple(parts), family
        )
