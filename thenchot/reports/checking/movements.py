"""What there was, what came and went, what there is: opening + in − out = closing."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from .numbers import meets, shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role
from .vocabulary import folded
from .wording import alike

OPENING = folded(
    "đầu năm · đầu kỳ · đầu quý · đầu tháng · đầu nhiệm kỳ · kỳ trước chuyển sang · năm trước chuyển sang"
)
CLOSING = folded(
    "cuối năm · cuối kỳ · cuối quý · cuối tháng · hiện có · đến cuối năm · đến cuối kỳ · hiện nay có"
)
COMES = folded("tăng")
GOES = folded("giảm")
TIME = folded("trong năm · trong kỳ · trong quý · trong tháng · trong 6 tháng · trong 9 tháng")
COMPARED = folded("so với · cùng kỳ")
FAR = 25  # lines from the opening to the closing
FARTHEST = 40  # figures between them


class Move(StrEnum):
    OPENING, COMES, GOES, CLOSING = "opening", "comes", "goes", "closing"


def movements(page: Page) -> Iterator[Relation]:
    ordered = sorted(page.seen.values(), key=lambda one: one.ordinal)
    moves = [(one, move) for one in ordered if (move := move_of(page, one))]
    for at, (first, move) in enumerate(moves):
        if move is Move.OPENING:
            held = within(first, moves[at + 1 : at + FARTHEST])
            if set(held) == {Move.COMES, Move.GOES, Move.CLOSING}:
                yield judged(page, first, held)


def within(first: Seen, moves: list[tuple[Seen, Move]]) -> dict[Move, Seen]:
    """The first of each sort up to the closing; nothing where another opening or a second one stands."""
    held: dict[Move, Seen] = {}
    for one, move in moves:
        if one.figure.line - first.figure.line > FAR or not alike(one.sort, first.sort):
            continue
        if move is Move.OPENING or move in held:
            return {}
        held[move] = one
        if move is Move.CLOSING:
            return held
    return {}


def move_of(page: Page, one: Seen) -> Move | None:
    words = one.words.before
    if one.role in (Role.SHARE, Role.CHANGE, Role.RESULT, Role.TARGET, Role.AVERAGE) or one.loose:
        return None
    if COMPARED.among(one.words.all):
        return None
    if COMES.at(words, 0) or GOES.at(words, 0) or TIME.among(words[:3]):
        side = [w for w in words if w in ("tăng", "giảm")]
        return (Move.COMES if side == ["tăng"] else Move.GOES) if len(side) == 1 else None
    if OPENING.among(words):
        return Move.OPENING
    return Move.CLOSING if CLOSING.among(words) else None


def judged(page: Page, first: Seen, held: dict[Move, Seen]) -> Relation:
    comes, goes, last = held[Move.COMES], held[Move.GOES], held[Move.CLOSING]
    true = Fraction(first.figure.value) + Fraction(comes.figure.value) - Fraction(goes.figure.value)
    how = meets(true, last.figure)
    written = f"{shown(first.figure.value)} + {shown(comes.figure.value)} − {shown(goes.figure.value)}"
    gap = true - Fraction(last.figure.value)
    sure = all(TIME.among(one.words.before) for one in (comes, goes))
    verdict = how[0] if how else Verdict.FAILS if sure else Verdict.DEPENDS
    reason = "sum_" + how[1] if how else "sum_more" if gap > 0 else "sum_less"
    return relation(
        Kind.SUM, verdict, tuple(one.figure for one in (first, comes, goes, last)), written, reason,
        expected=true, printed=last.figure, innocent="part_missing_or_typed", hangs_on="unlisted_parts",
        total=shown(true), whole=last.figure.text, gap=shown(abs(gap)), sum=written,
    )  # fmt: skip
