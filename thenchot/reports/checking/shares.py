"""Percentages: of which count and which base, and whether they meet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from ..reading.written import Bound
from . import vocabulary as said
from .attached import Share, attached
from .far import Far, far
from .numbers import counts_giving, meets, place, shown, worked_out
from .page import Page, Seen, relation
from .rates import is_rate, may_be_result, reached_by
from .ratios import doubt, ratio, said_ratio, unprinted
from .relations import Kind, Relation, Verdict
from .roles import Role
from .siblings import common_base
from .targets import result
from .tokens import names
from .wording import alike

FEW = 4  # nobody prints percentages of two or three: they are of something else
LEADING = (("dẫn", "đầu"), ("lần", "lượt"), ("theo", "thứ", "tự"), ("tương", "ứng", "là"))
ROW = 4  # items of a sentence with a share each


def shares(page: Page, grown: Collection[int]) -> Iterator[Relation]:
    """Each percentage of a whole or a target; those in `grown` (ordinals) say a change."""
    wide = far(page)
    for one in page.seen.values():
        if one.role in (Role.SHARE, Role.RESULT) and one.ordinal not in grown:
            share = attached(page, one)
            if one.role is Role.RESULT:
                yield from result(share)
            elif share.count is not None:
                yield of_count(page, share, share.count, wide)
            elif is_rate(page.sentence(one), one.at) or of_difference(page, one) or of_some(page, one):
                yield unprinted(share, None)
            else:
                yield of_none(share)


def of_some(page: Page, one: Seen) -> bool:
    """“…, trong đó cao nhất là hai xã, tương ứng 41% và 40%”: of a whole of their own."""
    tokens = page.sentence(one).tokens[: one.at]
    cut = max((at for at, token in enumerate(tokens) if token in (";", ".")), default=-1)
    ahead = tokens[max(cut + 1, one.at - 40) :]
    return "nhất" in ahead or names(list(ahead), LEADING)


def of_difference(page: Page, one: Seen) -> bool:
    """“còn 21 trường (giảm 4 trường, tỷ lệ 16%)”: of what there were before."""
    before = [o for o in page.of_sentence(one.passage, one.sentence) if o.at < one.at][-1:]
    return bool(one.depth) and any(o.role is Role.DIFFERENCE and o.depth == one.depth for o in before)


def of_count(page: Page, share: Share, count: Seen, wide: Far) -> Relation:
    for base in share.bases:
        if base.figure.value and (how := meets(ratio(share, count, base), share.seen.figure)):
            return said_ratio(share, count, base, how[0], "share_" + how[1])
    common = None if share.beside else common_base(page, share.seen)
    if common and (how := meets(ratio(share, count, common), share.seen.figure)):
        return said_ratio(share, count, common, how[0], "share_" + how[1])
    if (said_of := named_later(page, share, count)) and (
        how := meets(ratio(share, count, said_of), share.seen.figure)
    ):
        return said_ratio(share, count, said_of, how[0], "share_" + how[1])
    other = next(
        (b for b in elsewhere(page, share, count) if meets(ratio(share, count, b), share.seen.figure)), None
    )
    spots = page.sentence(count), count.at, share.seen.at
    if not share.beside and (reached_by(*spots) or (may_be_result(*spots) and parallel(page, share))):
        return unprinted(share, count)
    if share.bases and share.bases[0].figure.value:
        hangs_on = doubt(share, count, share.bases[0]) or ("other_base" if other else "")
        hangs_on = hangs_on or ("" if share.sure else "unprinted_base")
        hangs_on = hangs_on or ("unprinted_base" if not share.beside and may_be_result(*spots) else "")
        verdict = Verdict.DEPENDS if hangs_on else Verdict.FAILS
        return said_ratio(share, count, share.bases[0], verdict, "share_differs", hangs_on)
    if other:
        how = meets(ratio(share, count, other), share.seen.figure)
        return said_ratio(share, count, other, how[0] if how else Verdict.UNKNOWN, "share_of_other")
    near = (b for b in elsewhere(page, share, count) if b.sentence == count.sentence and b.sort == count.sort)
    beside = [b for b in near if not item_apart(page, b, count, share.seen) and not on_par(page, b, count)]
    if count.sort and beside and not doubt(share, count, beside[-1]):
        return said_ratio(share, count, beside[-1], Verdict.DEPENDS, "share_differs", "unprinted_base")
    return of_far(share, count, list(wide.of(page, share.seen))) or unprinted(share, count)


def named_later(page: Page, share: Share, count: Seen) -> Seen | None:
    """“12 xuất sắc (bằng 19% số hoàn thành tốt), 63 tổ chức hoàn thành tốt”: its base comes behind."""
    tokens = page.sentence(share.seen).tokens[share.seen.at + 1 : share.seen.at + 3]
    if not {"số", "tổng"} & set(tokens):
        return None
    later = [one for one in page.of_sentence(count.passage, count.sentence) if one.at > share.seen.at]
    return next((one for one in later if one.sort == count.sort and meets_base(share, count, one)), None)


def meets_base(share: Share, count: Seen, base: Seen) -> bool:
    return base.figure.value > 0 and meets(ratio(share, count, base), share.seen.figure) is not None


def parallel(page: Page, share: Share) -> bool:
    """The whole has its own result (“thu 20 tỷ đồng, đạt 51% kế hoạch; trong đó …”): so has the part."""
    seen = page.of_sentence(share.seen.passage, share.seen.sentence)
    return any(one.role is Role.RESULT and one.at < share.seen.at for one in seen)


def of_far(share: Share, count: Seen, bases: list[Seen]) -> Relation | None:
    """Against the base that the sentence names and another paragraph prints; nothing where none does."""
    bases = [one for one in bases if alike(one.sort, count.sort) and one.times == count.times]
    for base in bases:
        if how := meets(ratio(share, count, base), share.seen.figure):
            return said_ratio(share, count, base, how[0], "share_" + how[1])
    if not bases or count.loose or share.seen.loose:
        return None
    return said_ratio(share, count, bases[-1], Verdict.DEPENDS, "share_differs", "unprinted_base")


def elsewhere(page: Page, share: Share, count: Seen) -> Iterator[Seen]:
    """Counts earlier in the paragraph that could be the base."""
    for one in page.of_passage(count.passage):
        earlier = (one.sentence, one.at) < (count.sentence, count.at) and one.role in (Role.COUNT, Role.BASE)
        if said_as_share(page, one):
            continue
        if earlier and one.ordinal != count.ordinal and one.figure.value >= count.figure.value > 0:
            yield one


def said_as_share(page: Page, one: Seen) -> bool:
    """“(chiếm 125)”: a percentage that lost its sign."""
    return page.sentence(one).tokens[one.at - 1 : one.at] == ("chiếm",)


def on_par(page: Page, base: Seen, count: Seen) -> bool:
    """“6 ở huyện (14%), 56 ở xã (21%), 8 ở tỉnh (31%) …”: a row of items, each of a whole of its own."""
    sentence = page.sentence(count)
    cut = max((at for at in range(base.at, count.at) if sentence.tokens[at] == ";"), default=base.at)
    spots = range(cut, count.at)
    if any(said.PARTIAL.at(sentence.tokens, at) or said.COMPLETE.at(sentence.tokens, at) for at in spots):
        return False
    seen = page.of_sentence(count.passage, count.sentence)
    own = [attached(page, one).count for one in seen if one.role is Role.SHARE]
    row = [one.at for one in own if one]
    return len(row) >= ROW and base.at >= min(row)


def item_apart(page: Page, base: Seen, count: Seen, share: Seen) -> bool:
    """“hộ nghèo 611 hộ, tỷ lệ 18,78%; hộ cận nghèo 402 hộ, tỷ lệ 12,35%”: two items of one unprinted base."""
    of_base = [
        one
        for one in page.of_sentence(count.passage, count.sentence)
        if base.at < one.at < count.at and one.role is Role.SHARE
    ]
    if ";" not in page.sentence(count).tokens[base.at + 1 : count.at] or not of_base:
        return False
    spots = page.sentence(count), count.at, share.at
    if may_be_result(*spots):  # “12 hộ vay vốn, đạt 38%; 8 hộ học nghề, đạt 61%”: each of its own
        return True
    one, other = implied_base(base, of_base[0]), implied_base(count, share)
    return one[0] <= other[1] and other[0] <= one[1]


def implied_base(count: Seen, share: Seen) -> tuple[Fraction, Fraction]:
    """The least and the largest base of which the count is this share as printed."""
    value, half = Fraction(share.figure.value), place(share.figure) / 2
    hundred = Fraction(count.figure.value) * 100
    return hundred / (value + half), hundred / max(value - half, half / 10)


def of_none(share: Share) -> Relation:
    """A percentage without its count: some whole number of its base must give it."""
    figure = share.seen.figure
    base = next((b for b in share.bases if b.figure.value and b.figure.value == int(b.figure.value)), None)
    if base is None or figure.bound is not Bound.EXACT or share.above:
        return unprinted(share, None)
    whole = Fraction(base.figure.value)
    counts = [n for n in counts_giving(whole, figure) if n <= whole]
    if not counts and whole < FEW:
        return unprinted(share, None)
    both = (base.figure, figure)
    if counts:
        exact = Fraction(counts[0] * 100) / whole == Fraction(figure.value)
        return relation(
            Kind.WHOLE, Verdict.HOLDS if exact else Verdict.ROUNDED, both,
            f"{shown(Fraction(counts[0]))} ÷ {shown(whole)}", "whole_exact" if exact else "whole_rounded",
            expected=Fraction(counts[0] * 100) / whole, printed=figure,
            count=shown(Fraction(counts[0])), base=base.figure.text, share=figure.text,
        )  # fmt: skip
    low = int(whole * Fraction(figure.value) / 100)
    hangs_on = "bounds" if base.loose else "unprinted_base" if not share.sure or figure.value > 100 else ""
    return relation(
        Kind.WHOLE, Verdict.DEPENDS if hangs_on else Verdict.FAILS, both,
        f"{shown(Fraction(low))} ÷ {shown(whole)}", "whole_none", expected=Fraction(low * 100) / whole,
        printed=figure, innocent="other_base_or_typed", hangs_on=hangs_on, share=figure.text,
        base=base.figure.text, low=worked_out(Fraction(low * 100) / whole, figure),
        high=worked_out(Fraction((low + 1) * 100) / whole, figure),
    )  # fmt: skip
