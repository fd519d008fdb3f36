"""One number told twice, once with a digit wrong: what the title says and what the text says, title first."""

from __future__ import annotations

from collections.abc import Iterator

from ..reading.written import Bound
from .numbers import shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .repeated import IDLE
from .roles import Role, clause_before
from .vocabulary import PLANNED

HEAD = 250  # characters of a title
REACH = 14  # words around a number that say what it counts
MOST = 2_000  # numbers of a report that are held against each other
SAME, MANY = 5, 3  # words that two places share; digits of a number worth a look
LONG, FEW = 5, 3  # so many digits are hardly alike by chance: fewer words will do


OWN = ("", "đảng bộ", "toàn đảng bộ", "đảng bộ tỉnh", "toàn tỉnh")


def retold(page: Page) -> Iterator[Relation]:
    """Never more than a look: two numbers may be alike and right."""
    counts = [one for one in page.seen.values() if is_told(page, one)][:MOST]
    printed = {one.figure.value for one in counts if one.passage}
    for one in counts:
        if not one.passage and is_title(page) and one.figure.value not in printed:
            body = (two for two in counts if two.passage and two.sort == one.sort)
            found = (two for two in body if mistyped(one, two) and len(shared(page, one, two)) > 1)
            yield from (differs(one, two) for two in list(found)[:1])
    yield from in_the_text([one for one in counts if one.passage], page)


def is_told(page: Page, one: Seen) -> bool:
    exact = one.role is Role.COUNT and one.figure.bound in (Bound.EXACT, Bound.OF) and one.figure.of is None
    return (
        exact
        and bool(one.sort)
        and one.figure.value >= 10
        and not PLANNED.among(tuple(clause_before(page.sentence(one), one.at)))
    )


def is_title(page: Page) -> bool:
    line = page.reading.lines[0].text if page.reading.lines else ""
    return 0 < len(line) < HEAD and not line.rstrip().endswith((".", ";", ":"))


def in_the_text(counts: list[Seen], page: Page) -> Iterator[Relation]:
    """Long numbers that differ by a digit, with the same words around them, of the same time."""
    kinds: dict[tuple[str, str, str], list[Seen]] = {}
    for one in counts:
        if digits(one) >= MANY and not one.depth:
            whose = "" if one.figure.organisation.casefold() in OWN else one.figure.organisation
            kinds.setdefault((one.sort, whose, str(one.figure.period)), []).append(one)
    for held in kinds.values():
        for at, one in enumerate(held):
            for two in held[at + 1 : at + 40]:
                apart = one.figure.line != two.figure.line and mistyped(one, two)
                if apart and len(shared(page, one, two)) >= (FEW if digits(one) >= LONG else SAME):
                    yield differs(one, two)


def digits(one: Seen) -> int:
    return sum(sign.isdigit() for sign in shown(one.figure.value))


def mistyped(one: Seen, two: Seen) -> bool:
    """Two digits changed places, or one digit is another."""
    first, second = (str(seen.figure.value.normalize()) for seen in (one, two))
    if len(first) != len(second) or first == second:
        return False
    swapped = sorted(first) == sorted(second) and first[::-1] != first
    return swapped or sum(a != b for a, b in zip(first, second, strict=True)) == 1


def shared(page: Page, one: Seen, two: Seen) -> set[str]:
    return around(page, one) & around(page, two)


def around(page: Page, one: Seen) -> set[str]:
    tokens = page.sentence(one).tokens[max(one.at - REACH, 0) : one.at + REACH]
    return {token for token in tokens if token.isalpha() and token not in IDLE}


def differs(one: Seen, two: Seen) -> Relation:
    return relation(
        Kind.REPEATED, Verdict.DEPENDS, (one.figure, two.figure),
        f"{shown(one.figure.value)} = {shown(two.figure.value)}", "repeated_differs", printed=two.figure,
        innocent="other_period_or_typed", hangs_on="unstated_period", first=one.figure.text,
        later=two.figure.text, first_line=one.figure.line, later_line=two.figure.line,
    )  # fmt: skip
