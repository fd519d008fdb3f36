"""What is left over: “đã xong 21/28 vụ, 7 vụ còn lại …”, “52 đơn; giải quyết 44, còn lại 8 đơn”."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from itertools import takewhile

from .numbers import shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role
from .wording import alike, is_rest

COUNTS = (Role.COUNT, Role.BASE)
SAYING = {"còn", "là", "có"}


def remainders(page: Page, listed: Collection[int]) -> Iterator[Relation]:
    """One relation for each rest that no list (`listed`: ordinals of parts) adds up already."""
    for rest in page.seen.values():
        if rest.role is not Role.COUNT or rest.loose:
            continue
        if not is_rest(rest.words):
            yield from undone(page, rest)
            continue
        here = [one for one in page.of_passage(rest.passage) if one.sentence >= rest.sentence - 1]
        before = [one for one in here if one.ordinal < rest.ordinal and one.role in COUNTS]
        near = [one for one in before if not one.loose and alike(one.sort, rest.sort)]
        pair = slashed(near, rest)
        if fit := next(fitting(near, rest), None):
            yield from [said(*fit, rest, Verdict.HOLDS)] if pair or rest.ordinal not in listed else []
        elif pair:
            yield said(*pair, rest, Verdict.FAILS)


def undone(page: Page, rest: Seen) -> Iterator[Relation]:
    """“7/8 chỉ tiêu đạt, còn 1 chỉ tiêu chưa đạt”: less may be under way, more there cannot be."""
    tokens = page.sentence(rest).tokens
    if not denied(tokens, rest.at):
        return
    here = [one for one in page.of_sentence(rest.passage, rest.sentence) if one.at < rest.at]
    counts = [one for one in here if one.role in COUNTS and not one.loose]
    pair = slashed(counts, rest) or of_total(page, counts)
    if pair and alike(pair[0].sort, rest.sort):
        over = pair[1][0].figure.value + rest.figure.value - pair[0].figure.value
        if over >= 0:
            yield said(*pair, rest, Verdict.FAILS if over else Verdict.HOLDS)


def denied(tokens: tuple[str, ...], at: int) -> bool:
    """What is “chưa …” of the rest was said of the others before."""
    near = range(max(at - 5, 0), min(at + 7, len(tokens)))
    spot = next((n for n in near if tokens[n] == "chưa"), None)
    if spot is None:
        return False
    what = list(takewhile(lambda token: token.isalpha(), tokens[spot + 1 : spot + 4]))
    what = [word for word in what if word not in SAYING]
    return bool(what) and set(what) <= set(tokens[: min(at, spot)])


def fitting(before: list[Seen], rest: Seen) -> Iterator[tuple[Seen, list[Seen]]]:
    """(whole, parts): a count, and those behind it, that leave the rest."""
    for at in range(len(before) - 1, -1, -1):
        whole = before[at]
        others = before[at + 1 :]
        if whole.figure.of is not None:
            others = [one for one in before[:at] if one.ordinal == whole.figure.of] + others
        for parts in [others, *([one] for one in others)]:
            if parts and sum(one.figure.value for one in parts) + rest.figure.value == whole.figure.value:
                yield whole, parts


def slashed(before: list[Seen], rest: Seen) -> tuple[Seen, list[Seen]] | None:
    """“21/28 vụ” right before it, in the same sentence: no other count could be meant."""
    last = before[-2:]
    if len(last) < 2 or last[1].figure.of != last[0].ordinal or last[0].sentence != rest.sentence:
        return None
    return last[1], [last[0]]


def of_total(page: Page, before: list[Seen]) -> tuple[Seen, list[Seen]] | None:
    """“812 đảng viên đã cài, bằng 47% tổng số 1.733 đảng viên”: the percentage binds the two."""
    if len(before) < 2:
        return None
    count, whole = before[-2:]
    between = page.sentence(whole).tokens[count.at + 1 : whole.at]
    bound = any(token[0] == "%" for token in between) and between[-2:] == ("tổng", "số")
    return (whole, [count]) if bound else None


def said(whole: Seen, parts: list[Seen], rest: Seen, verdict: Verdict) -> Relation:
    figures = [*parts, rest]
    total = sum((Fraction(one.figure.value) for one in figures), Fraction(0))
    gap = total - Fraction(whole.figure.value)
    written = " + ".join(shown(one.figure.value) for one in figures)
    reason = "sum_exact" if not gap else "sum_more" if gap > 0 else "sum_less"
    innocent = "overlapping_or_typed" if gap > 0 else "part_missing_or_typed"
    return relation(
        Kind.SUM, verdict, (whole.figure, *(one.figure for one in figures)), written, reason, expected=total,
        printed=whole.figure, innocent=innocent, total=shown(total), whole=whole.figure.text,
        hangs_on="overlapping" if verdict is Verdict.DEPENDS else "", gap=shown(abs(gap)),
        sum=written,
    )  # fmt: skip
