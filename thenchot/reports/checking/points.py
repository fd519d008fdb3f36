"""A percentage that rose or fell: “từ 3,4% xuống còn 2,1%, giảm 1,3%”, “41%, tăng 2% so với 2023 (39%)”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ..reading.lexicon import POINTS
from .numbers import meets, place, shown, worked_out
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role
from .tokens import Sentence, fold

CAME_TO = {"lên", "xuống", "còn"}
MOVES = {"tăng", "giảm"}
BETWEEN = MOVES | set(fold(", ( ) tức là tương đương đã được và năm cuối đầu vào tháng hiện nay").split())


@dataclass(frozen=True)
class Points:
    """From `start` to `end`, both percentages; `change` is what the text says lies between them."""

    start: Seen
    end: Seen
    change: Seen | None
    less: bool
    sure: bool

    @property
    def taken(self) -> set[int]:
        """Ordinals of figures that say nothing of a count."""
        ends = {self.end.ordinal} if self.end.role is Role.CHANGE else set()
        return {self.start.ordinal} | ends | ({self.change.ordinal} if self.change else set())


def points(page: Page) -> list[Points]:
    return [
        one
        for number, passage in enumerate(page.passages)
        for at, sentence in enumerate(passage)
        for one in found(sentence, page.of_sentence(number, at))
    ]


def found(sentence: Sentence, seen: list[Seen]) -> Iterator[Points]:
    for at in range(len(seen) - 1):
        first, second, *rest = seen[at : at + 3]
        if not (is_percent(sentence, first) and is_percent(sentence, second)):
            continue
        if from_to(sentence, first, second):
            yield with_change(sentence, first, second, rest[0] if rest else None)
        elif rest and is_percent(sentence, rest[0]) and against(sentence, first, second, rest[0]):
            alone = not any(is_percent(sentence, one) for one in seen[:at])
            yield Points(rest[0], first, second, is_less(sentence, second), alone)


def is_percent(sentence: Sentence, one: Seen) -> bool:
    return sentence.tokens[one.at][0] == "%" or one.figure.unit == POINTS


def from_to(sentence: Sentence, start: Seen, end: Seen) -> bool:
    led = "từ" in sentence.tokens[max(start.at - 2, 0) : start.at]
    return led and bool(CAME_TO & set(sentence.tokens[max(end.at - 2, start.at) : end.at]))


def with_change(sentence: Sentence, start: Seen, end: Seen, change: Seen | None) -> Points:
    """The change is said right behind; one against another period (“so với …”) may be another."""
    between = set(sentence.tokens[end.at + 1 : change.at]) if change else set()
    words = {token for token in between if not token.isdigit()}
    if change is None or not is_percent(sentence, change) or not moved(sentence, change) or words - BETWEEN:
        return Points(start, end, None, False, False)
    compared = "so" in sentence.tokens[change.at + 1 : change.at + 6]
    return Points(start, end, change, is_less(sentence, change), not compared)


def against(sentence: Sentence, end: Seen, change: Seen, start: Seen) -> bool:
    """“41% …, tăng 2% so với năm 2023 (39%)”."""
    ahead, later = sentence.tokens[end.at + 1 : change.at], sentence.tokens[change.at + 1 : start.at]
    bracket = later[-1:] == ("(",) and start.depth == change.depth + 1
    return bracket and moved(sentence, change) and ";" not in ahead and later[:2] == ("so", "với")


def moved(sentence: Sentence, change: Seen) -> bool:
    return bool(MOVES & set(sentence.tokens[max(change.at - 1, 0) : change.at]))


def is_less(sentence: Sentence, change: Seen) -> bool:
    return sentence.tokens[change.at - 1] == "giảm"


def between(one: Points) -> Iterator[Relation]:
    """In points, or in per cent of what it was: one of the two must meet."""
    change = one.change
    if change is None or one.end.role is Role.RESULT:
        return
    start, end = Fraction(one.start.figure.value), Fraction(one.end.figure.value)
    gap = (end - start) * (-1 if one.less else 1)
    slack = sum((place(each.figure) for each in (one.start, one.end, change)), Fraction(0)) / 2
    how = meets(gap, change.figure)
    relative = meets(gap * 100 / start, change.figure) if start and change.figure.unit != POINTS else None
    if how or relative or abs(gap - Fraction(change.figure.value)) <= slack:
        yield said(one, change, gap, *(how or relative or (Verdict.ROUNDED, "rounded")))
        return
    loose = any(each.loose for each in (one.start, one.end, change))
    hangs_on = "bounds" if loose else "" if one.sure else "two_periods"
    yield said(one, change, gap, Verdict.DEPENDS if hangs_on else Verdict.FAILS, "differs", hangs_on)


def said(
    one: Points, change: Seen, gap: Fraction, verdict: Verdict, how: str, hangs_on: str = ""
) -> Relation:
    figures = one.start.figure, one.end.figure, change.figure
    return relation(
        Kind.CHANGE, verdict, figures, f"{shown(one.end.figure.value)} − {shown(one.start.figure.value)}",
        f"change_{how}", expected=abs(gap), printed=change.figure, innocent="other_period_or_typed",
        hangs_on=hangs_on, true=worked_out(abs(gap), change.figure), said=change.figure.text,
    )  # fmt: skip
