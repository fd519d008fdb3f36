"""The same act counted for the same time at two places, in other words each time: “kết nạp 486 đảng viên”."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ..reading.written import Bound, Figure, Period, Sort
from . import vocabulary as said
from .numbers import shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .repeated import WEEKS, days_apart
from .roles import Role
from .tokens import fold

ACTS = {
    "kết nạp": fold("kết nạp"), "khai trừ": fold("khai trừ"), "xóa tên": fold("xóa tên"),
    "công nhận": fold("công nhận chính thức"), "kỷ luật": fold("thi hành kỷ luật"),
}  # fmt: skip
# Words that leave the act and the whole it is counted in as they are.
IDLE = frozenset(
    fold(
        "đã được có toàn tỉnh huyện xã phường đảng bộ viên mới đồng chí vào quần chúng ưu tú là số tổng năm"
        " trong và cho các cấp kỳ tính đến nay từ đầu nhiệm quý tháng như vậy sau nửa giữa cả thành phố"
        " thị trấn khối cộng bằng tiến hành đ/c ngày cuối hết"
    ).split()
)
MANY = 40


def again(page: Page) -> Iterator[Relation]:
    held: dict[tuple[str, str], list[tuple[Period, Figure]]] = {}
    for one in page.seen.values():
        act, period = act_of(page, one), one.figure.period
        if act and period.since and one.figure.bound is Bound.EXACT:
            held.setdefault((act, period.since), []).append((period, one.figure))
    for act, period, figure in in_cells(page):
        if period.since:
            held.setdefault((act, period.since), []).append((period, figure))
    for group in held.values():
        first, figure = group[0]
        for period, later in group[1:MANY]:
            if later.line != figure.line and at_odds(first, figure.value, period, later.value):
                yield differs(figure, later, "unstated_period" if first == period else "two_periods")


def at_odds(first: Period, one: Decimal, later: Period, other: Decimal) -> bool:
    """Two values for one time; where one end is not said, or the longer time has the smaller number."""
    if first.until == later.until or not (first.until and later.until):
        return one != other
    if days_apart(first.until, later.until) >= WEEKS:
        return False
    return (one > other) == (first.until < later.until) and one != other


def act_of(page: Page, one: Seen) -> str:
    """The act that the words beside the figure name, if they say nothing else."""
    if one.role is not Role.COUNT or one.depth or one.figure.of is not None or one.sort not in ("", "person"):
        return ""
    before = one.words.before
    for act, words in ACTS.items():
        text = " ".join(before)
        if words in text:
            rest = set(text.replace(words, " ").split()) | set(one.words.after)
            idle = all(word in IDLE or word.isdigit() for word in rest)
            return act if idle and not plural(page, one) else ""
    return ""


def plural(page: Page, one: Seen) -> bool:
    """A part of the act, or an aim: “trong đó kết nạp …”, “phấn đấu kết nạp …”, “giới thiệu 18 …”."""
    tokens = page.sentence(one).tokens[max(one.at - 16, 0) : one.at]
    return said.PARTIAL.among(tokens) or bool(
        {"riêng", "kế", "tiêu", "đấu", "giới", "ubkt", "hiệu"} & set(tokens)
    )


def in_cells(page: Page) -> Iterator[tuple[str, Period, Figure]]:
    """Rows of tables that are called by the act alone."""
    cells = {line.number for line in page.reading.lines if line.sort is Sort.CELL}
    for figure in page.reading.figures:
        if figure.line not in cells or figure.unit != "members":
            continue
        row, _, columns = fold(figure.noun).partition(" – ")
        for act, words in ACTS.items():
            rest = [*row.replace(words, " ").split(), *columns.split()]
            if words in row and all(word in IDLE or word.isdigit() for word in rest):
                yield act, figure.period, figure


def differs(first: Figure, later: Figure, hangs_on: str) -> Relation:
    return relation(
        Kind.REPEATED, Verdict.DEPENDS, (first, later), f"{shown(first.value)} = {shown(later.value)}",
        "repeated_differs", printed=later, innocent="other_period_or_typed", hangs_on=hangs_on,
        first=first.text, later=later.text, first_line=first.line, later_line=later.line,
    )  # fmt: skip
