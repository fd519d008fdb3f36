"""Figures in a list or a bracket that are no part of the whole: what goes along, a new total, an aim."""

from __future__ import annotations

from bisect import bisect_left

from .page import Seen
from .roles import clause_before
from .tokens import Sentence
from .vocabulary import BASES
from .wording import may_overlap

NOT_ALONG = {"so", "đối", "cùng", "bằng", "gắn", "khác"}  # “so với 12” compares, “đối với 12” names
WITHIN = 16  # figures ahead of a number that decide what it is
RAISED = {"nâng", "đưa"}


def ahead_of(seen: list[Seen], one: Seen, most: int) -> list[Seen]:
    """The last figures of a sentence before this one, at most so many."""
    end = bisect_left(seen, one.at, key=lambda other: other.at)
    return seen[max(0, end - most) : end]


def is_bystander(sentence: Sentence, seen: list[Seen], one: Seen) -> bool:
    return goes_along(sentence, seen, one) or is_new_total(sentence, one) or is_below(seen, one)


def goes_along(sentence: Sentence, seen: list[Seen], one: Seen) -> bool:
    """“12 đảng bộ với 90 chi bộ trực thuộc và 8 đảng bộ bộ phận”: of the same sort as what they go with.

    “3 lớp với 96 học viên” is left: there the learners can be what the list breaks down.
    """
    before = ahead_of(seen, one, 1)
    if not before:
        return False
    host = before[0]
    ahead = sentence.tokens[host.at + 1 : one.at]
    if led_along(ahead):
        return host.sort == one.sort
    joined = "và" in ahead[-1:] and not {",", ";"} & set(ahead)
    return joined and host.sort == one.sort and goes_along(sentence, seen, host)


def led_along(ahead: tuple[str, ...]) -> bool:
    return ahead[-1:] == ("với",) and not NOT_ALONG & set(ahead[-2:-1])


def is_new_total(sentence: Sentence, one: Seen) -> bool:
    """“…, nâng tổng số đảng viên của Đảng bộ lên 1.204”: what there is now, with the list and all others."""
    ahead = clause_before(sentence, one.at)
    return "tổng" in ahead and bool(RAISED & set(ahead[: ahead.index("tổng")]))


def is_below(seen: list[Seen], one: Seen) -> bool:
    """“44 tổ chức cơ sở đảng …, 290 chi bộ trực thuộc”: base organisations have these, and are not these."""
    bases = [other for other in ahead_of(seen, one, WITHIN) if BASES.among(other.words.after[:5])]
    belonging = any("thuộc" in base.words.after for base in bases)  # “44 … trực thuộc, gồm …”: so they all do
    return bool(bases) and not belonging and "thuộc" in one.words.after[:4]


def is_aside(one: Seen) -> bool:
    """A number in brackets that nothing says to be some of the count: “(cả nước có 63)”, “(định mức 20)”."""
    return not one.ways and not may_overlap(one.words)
