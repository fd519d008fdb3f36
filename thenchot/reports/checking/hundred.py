"""Shares of one whole that are together a hundred per cent: alternatives, or all that a sentence lists."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from .lists import inside
from .numbers import place, shown
from .openers import opening_words
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role
from .sums import families
from .tokens import Sentence
from .wording import closed, may_overlap

LEAST, MOST = 3, 12
NEAR = Fraction(3)  # per cent off a hundred: worth a look; more is another list
WIDE = Fraction(10)  # … where the words say that it is the whole that is parted
STRUCTURE = {("cơ", "cấu"), ("tỷ", "trọng")}


def hundred(page: Page) -> Iterator[Relation]:
    for number, passage in enumerate(page.passages):
        for at, sentence in enumerate(passage):
            seen = [one for one in page.of_sentence(number, at) if one.role is Role.SHARE and not one.loose]
            whole = [one for one in seen if not is_within(sentence, one)]
            named = [family for name, family in families(tuple(whole)).items() if ends(name, set(family))]
            for family in named:
                yield together(list(family.values()))
            if not named and LEAST <= len(whole) <= MOST:
                yield from of_list(whole, WIDE if parts_whole(sentence, whole) else NEAR)


def ends(name: str, keys: set[str]) -> bool:
    return closed(name, keys) and name != "routes"


def is_within(sentence: Sentence, one: Seen) -> bool:
    """A share of a share: “tốt 85,6% (trong đó xuất sắc 20%)”, “tốt 85,6%, trong đó xuất sắc 20%; …”."""
    depth = sentence.depth[one.at]
    if depth:
        start = max(at for at in range(one.at) if sentence.depth[at] < depth)
        return any(opening_words(sentence.tokens, at)[0] for at in range(start, one.at))
    return one.at in inside(sentence, 0, len(sentence.tokens), 0)


def parts_whole(sentence: Sentence, shares: list[Seen]) -> bool:
    """“Cơ cấu …”, or two grades at least: every one has a grade."""
    graded = [one for one in shares if "grades" in dict(one.ways)]
    return len(graded) > 1 or bool(STRUCTURE & set(pairwise(sentence.tokens)))


def of_list(parts: list[Seen], near: Fraction) -> Iterator[Relation]:
    """Shares that no family names: they meet, or nearly do; further off they are no parts of one whole."""
    off = abs(sum((Fraction(one.figure.value) for one in parts), Fraction(0)) - 100)
    if off <= slack_of(parts):
        yield together(parts)
    elif (
        off <= near
        and not all(one.words.after[:2] == ("tổng", "số") for one in parts)
        and not any(may_overlap(one.words) for one in parts)
    ):
        yield together(parts, "unlisted_parts")


def slack_of(parts: list[Seen]) -> Fraction:
    """What rounding of each can make of the sum."""
    return sum((place(one.figure) for one in parts), Fraction(0)) / 2


def together(parts: list[Seen], hangs_on: str = "") -> Relation:
    total = sum((Fraction(one.figure.value) for one in parts), Fraction(0))
    off = abs(total - 100)
    verdict = Verdict.DEPENDS if hangs_on else Verdict.FAILS
    verdict = Verdict.HOLDS if not off else Verdict.ROUNDED if off <= slack_of(parts) else verdict
    reason = {"holds": "hundred_exact", "rounded": "hundred_rounded"}.get(verdict.value, "hundred_differs")
    written = " + ".join(shown(one.figure.value) for one in parts)
    return relation(
        Kind.SUM, verdict, tuple(one.figure for one in parts), written, reason, expected=total,
        innocent="part_missing_or_typed", hangs_on=hangs_on, total=shown(total), sum=written, gap=shown(off),
    )  # fmt: skip
