"""Averages per year, quarter or month over the length of their period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from .numbers import meets, shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import AIMS, Role, clause_before
from .tokens import Sentence, names

YEARS = re.compile(r"(?:nhiệm kỳ )?(?<!/ )\b(\d{4}) (?:- |đến (?:hết )?(?:năm )?)(\d{4})\b(?! /)")
LONG = re.compile(r"(?:trong|qua|sau|hơn|gần|suốt) (\w+) năm\b")
WORDS = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười": 10}
OPEN = re.compile(r"từ đầu nhiệm kỳ|đến nay|tới nay|nửa nhiệm kỳ|giữa nhiệm kỳ|nhiệm kỳ")
PLAUSIBLE = tuple(Fraction(n, 12) for n in range(12, 85))  # one to seven years, by month


def averages(page: Page) -> Iterator[Relation]:
    for one in page.seen.values():
        if one.role is Role.AVERAGE and not is_aim(page, one) and (total := total_of(page, one)):
            lengths = lengths_of(page, one)
            if lengths:
                yield judged(one, total, *lengths)


def is_aim(page: Page, one: Seen) -> bool:
    """“so với chỉ tiêu đề ra là 1.500 đảng viên/năm”: what was to be reached, no average of what was."""
    return names(clause_before(page.sentence(one), one.at), AIMS)


def total_of(page: Page, average: Seen) -> Seen | None:
    """The count of the same sort that stands before it in the sentence, else after it."""
    seen = page.of_sentence(average.passage, average.sentence)
    counts = [o for o in seen if o.role is Role.COUNT and o.depth <= average.depth]
    counts = [o for o in counts if o.figure.value > average.figure.value] or counts
    same = [o for o in counts if o.sort == average.sort or not average.sort] or counts
    before = [o for o in same if o.at < average.at]
    return before[-1] if before else next(iter(same), None)


def lengths_of(page: Page, one: Seen) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]] | None:
    """(natural lengths, other plausible ones) in the average's own unit; None where it is not of time."""
    sentence = page.sentence(one)
    unit = unit_of(sentence, one.at)
    if unit is None:
        return None
    natural, other = years_of(sentence, page.of_sentence(one.passage, one.sentence))
    months = {"năm": 1, "quý": 4, "tháng": 12}[unit]
    return tuple(n * months for n in natural), tuple(n * months for n in other)


def unit_of(sentence: Sentence, at: int) -> str | None:
    near = sentence.tokens[max(at - 8, 0) : at + 8]
    for first, second in pairwise(near):
        if first in ("mỗi", "hằng", "hàng", "/", "một") and second in ("năm", "quý", "tháng"):
            return second
    return None


def years_of(sentence: Sentence, seen: list[Seen]) -> tuple[tuple[Fraction, ...], tuple[Fraction, ...]]:
    text = re.sub(r"[#%]\d+ ", "", sentence.text)
    if found := YEARS.search(text):
        span = int(found[2]) - int(found[1])
        if "nhiệm kỳ" in found[0]:
            return (Fraction(span),), (Fraction(span + 1), *PLAUSIBLE[: span * 12])
        return (Fraction(span + 1),), (Fraction(span),)
    length = next((o for o in seen if o.role is Role.LENGTH), None)
    if length is not None and length.words.after[:1] == ("năm",):
        return (Fraction(length.figure.value),), ()
    if (found := LONG.search(text)) and (found[1] in WORDS or found[1].isdigit()):
        return (Fraction(WORDS.get(found[1]) or int(found[1])),), ()
    if re.search(r"\bnăm \d{4}\b", text) and not OPEN.search(text):
        return (Fraction(1),), PLAUSIBLE
    return (), PLAUSIBLE


def judged(one: Seen, total: Seen, natural: tuple[Fraction, ...], other: tuple[Fraction, ...]) -> Relation:
    value = Fraction(total.figure.value)
    for length in natural:
        if length and (how := meets(value / length, one.figure)):
            return said(one, total, length, how[0], "average_" + how[1])
    possible = [n for n in other if n and meets(value / n, one.figure)]
    wanted = Fraction(one.figure.value)
    plausible = min(possible, key=lambda n: (n.denominator > 1, abs(value / n - wanted)), default=None)
    if plausible is not None:
        return said(one, total, plausible, Verdict.DEPENDS, "average_if", "unstated_period")
    length = (natural or (Fraction(3),))[0]
    hangs_on = "" if natural else "unstated_period"
    hangs_on = "bounds" if total.loose else hangs_on
    verdict = Verdict.DEPENDS if hangs_on else Verdict.FAILS
    return said(one, total, length, verdict, "average_differs", hangs_on)


def said(
    one: Seen, total: Seen, length: Fraction, verdict: Verdict, reason: str, hangs_on: str = ""
) -> Relation:
    true = Fraction(total.figure.value) / length
    return relation(
        Kind.AVERAGE, verdict, (total.figure, one.figure), f"{shown(total.figure.value)} ÷ {shown(length)}",
        reason, expected=true, printed=one.figure, innocent="other_length", hangs_on=hangs_on,
        total=total.figure.text, length=shown(length), average=one.figure.text, true=shown(true),
    )  # fmt: skip
