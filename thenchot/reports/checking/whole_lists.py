"""Whether a list says everything: what its opener, its words and its figures tell."""

from __future__ import annotations

from decimal import Decimal

from . import vocabulary as said
from .openers import Opener
from .page import Seen
from .wording import closed, is_rest, may_overlap

LISTS = (Opener.BRACKET, Opener.COLON)  # they may say some of it only
Family = dict[str, Seen]


def is_all(parts: tuple[Seen, ...]) -> bool:
    """“đã giải quyết 41 đơn, còn lại 6 đơn”: the rest closes the list."""
    return is_rest(parts[-1].words)


def is_other(parts: tuple[Seen, ...]) -> bool:
    """“27 đảng bộ huyện và 6 đảng bộ khác”: what is another cannot be one of those before."""
    return "khác" in parts[-1].words.after


def crossing(parts: tuple[Seen, ...]) -> bool:
    """“(9 nữ, 5 người có đạo, 15 đoàn viên)”: each may be the others too."""
    if not all(may_overlap(one.words) for one in parts) or all(
        said.SCHOOLED.among(o.words.all) for o in parts
    ):
        return False
    families = [{family for family, _ in one.ways} for one in parts]
    return not set.intersection(*families)


def near(whole: Seen, parts: tuple[Seen, ...]) -> bool:
    """Parts that just miss the whole, or pass it: worth a look where the list need not be complete."""
    total = sum(one.figure.value for one in parts)
    gap, size = total - whole.figure.value, whole.figure.value
    if any(one.loose or may_overlap(one.words) for one in parts):
        return False
    if len(parts) == 2:
        return -max(Decimal(1), size / 50) <= gap
    return -max(Decimal(2), size / 20) <= gap <= size / 2


def is_closed(name: str, family: Family, wholes: tuple[Seen, ...]) -> bool:
    """A base organisation is a Party committee's or a cell; a cell that belongs to one is none."""
    bases = any(said.BASES.among(one.words.after[:5]) for one in wholes)
    belonging = any("thuộc" in one.words.after for one in family.values())
    return closed(name, set(family)) or (name == "body" and bases and not belonging and len(family) == 2)
