"""Percentages: of which count and which base, and whether they meet."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction

from ..reading.written import Bound
from .attached import Share, attached
from .far import Far, far
from .numbers import counts_giving, meets, place, shown, worked_out
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role
from .wording import alike


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
            else:
                yield of_none(share)


def ratio(share: Share, count: Seen, base: Seen) -> Fraction:
    """In percent; “vượt 3%” is what lies above a hundred."""
    true = Fraction(count.figure.value) * 100 / Fraction(base.figure.value)
    return true - 100 if share.above else true


def said_ratio(
    share: Share,
    count: Seen,
    base: Seen,
    verdict: Verdict,
    reason: str,
    hangs_on: str = "",
    kind: Kind = Kind.SHARE,
) -> Relation:
    true = ratio(share, count, base)
    if base.role is Role.TARGET and kind is Kind.SHARE:
        kind, reason = Kind.TARGET, reason.replace("share_", "target_")
    return relation(
        kind, verdict, (count.figure, base.figure, share.seen.figure),
        f"{shown(count.figure.value)} ÷ {shown(base.figure.value)}", reason, expected=true,
        printed=share.seen.figure, innocent="other_base_or_typed", hangs_on=hangs_on,
        count=count.figure.text, base=base.figure.text, share=share.seen.figure.text,
        true=worked_out(true, share.seen.figure),
    )  # fmt: skip


def of_count(page: Page, share: Share, count: Seen, wide: Far) -> Relation:
    for base in share.bases:
        if base.figure.value and (how := meets(ratio(share, count, base), share.seen.figure)):
            return said_ratio(share, count, base, how[0], "share_" + how[1])
    other = next(
        (b for b in elsewhere(page, share, count) if meets(ratio(share, count, b), share.seen.figure)), None
    )
    if share.bases and share.bases[0].figure.value:
        hangs_on = doubt(share, count, share.bases[0]) or ("other_base" if other else "")
        verdict = Verdict.DEPENDS if hangs_on else Verdict.FAILS
        return said_ratio(share, count, share.bases[0], verdict, "share_differs", hangs_on)
    if other:
        how = meets(ratio(share, count, other), share.seen.figure)
        return said_ratio(share, count, other, how[0] if how else Verdict.UNKNOWN, "share_of_other")
    near = (b for b in elsewhere(page, share, count) if b.sentence == count.sentence and b.sort == count.sort)
    beside = [b for b in near if not item_apart(page, b, count, share.seen)]
    if count.sort and beside and not doubt(share, count, beside[-1]):
        return said_ratio(share, count, beside[-1], Verdict.DEPENDS, "share_differs", "unprinted_base")
    return of_far(share, count, list(wide.of(page, share.seen))) or unprinted(share, count)


def of_far(share: Share, count: Seen, bases: list[Seen]) -> Relation | None:
    """Against the base that the sentence names and another paragraph prints; nothing where none does."""
    bases = [one for one in bases if alike(one.sort, count.sort) and one.times == count.times]
    for base in bases:
        if how := meets(ratio(share, count, base), share.seen.figure):
            return said_ratio(share, count, base, how[0], "share_" + how[1])
    if not bases or count.loose or share.seen.loose:
        return None
    return said_ratio(share, count, bases[-1], Verdict.DEPENDS, "share_differs", "unprinted_base")


def doubt(share: Share, count: Seen, base: Seen) -> str:
    if count.loose or base.loose or share.seen.loose:
        return "bounds"
    if share.qualified:
        return "unprinted_base"
    if count.times != base.times and count.sort == base.sort:
        return "times_or_persons"
    return ""


def elsewhere(page: Page, share: Share, count: Seen) -> Iterator[Seen]:
    """Counts earlier in the paragraph that could be the base."""
    for one in page.of_passage(count.passage):
        earlier = (one.sentence, one.at) < (count.sentence, count.at) and one.role in (Role.COUNT, Role.BASE)
        if earlier and one.ordinal != count.ordinal and one.figure.value >= count.figure.value > 0:
            yield one


def item_apart(page: Page, base: Seen, count: Seen, share: Seen) -> bool:
    """“hộ nghèo 611 hộ, tỷ lệ 18,78%; hộ cận nghèo 402 hộ, tỷ lệ 12,35%”: two items of one unprinted base."""
    of_base = [
        one
        for one in page.of_sentence(count.passage, count.sentence)
        if base.at < one.at < count.at and one.role is Role.SHARE
    ]
    if ";" not in page.sentence(count).tokens[base.at + 1 : count.at] or not of_base:
        return False
    one, other = implied_base(base, of_base[0]), implied_base(count, share)
    return one[0] <= other[1] and other[0] <= one[1]


def implied_base(count: Seen, share: Seen) -> tuple[Fraction, Fraction]:
    """The least and the largest base of which the count is this share as printed."""
    value, half = Fraction(share.figure.value), place(share.figure) / 2
    hundred = Fraction(count.figure.value) * 100
    return hundred / (value + half), hundred / max(value - half, half / 10)


def unprinted(share: Share, count: Seen | None) -> Relation:
    figures = (share.seen.figure,) if count is None else (count.figure, share.seen.figure)
    return relation(
        Kind.SHARE, Verdict.UNKNOWN, figures, share.seen.figure.text, "base_unprinted",
        printed=share.seen.figure, share=share.seen.figure.text,
    )  # fmt: skip


def of_none(share: Share) -> Relation:
    """A percentage without its count: some whole number of its base must give it."""
    figure = share.seen.figure
    base = next((b for b in share.bases if b.figure.value and b.figure.value == int(b.figure.value)), None)
    if base is None or figure.bound is not Bound.EXACT or share.above:
        return unprinted(share, None)
    whole = Fraction(base.figure.value)
    counts = [n for n in counts_giving(whole, figure) if n <= whole]
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


def result(share: Share) -> Iterator[Relation]:
    """A result against its target: the target printed, or the one that the percentage means."""
    count, figure = share.count, share.seen.figure
    if count is None:
        yield unprinted(share, None)
        return
    bases = [b for b in share.bases if b.figure.value]
    for base in bases:
        if how := meets(ratio(share, count, base), figure):
            yield said_ratio(share, count, base, how[0], "target_" + how[1], kind=Kind.TARGET)
            return
    if bases and "vượt" in bases[0].words.before:  # “vượt chỉ tiêu giao 5 đảng viên”: by five, or the five?
        bases = []
    if bases:
        hangs_on = doubt(share, count, bases[0]) or ("" if share.sure else "unprinted_base")
        verdict = Verdict.DEPENDS if hangs_on else Verdict.FAILS
        yield said_ratio(share, count, bases[0], verdict, "target_differs", hangs_on, Kind.TARGET)
        return
    yield implied(share, count)


def implied(share: Share, count: Seen) -> Relation:
    figure = share.seen.figure
    said = Fraction(figure.value) + (100 if share.above else 0)
    near = Fraction(count.figure.value) * 100 / said if said else Fraction(0)
    whole = [n for n in (round(near), int(near), int(near) + 1) if n > 0]
    fits = [
        n
        for n in whole
        if meets(Fraction(count.figure.value) * 100 / n - (100 if share.above else 0), figure)
    ]
    target = fits[0] if fits else 0
    verdict = Verdict.UNKNOWN if not fits or figure.bound is not Bound.EXACT else Verdict.ROUNDED
    if fits and Fraction(target) == near:
        verdict = Verdict.HOLDS
    if not fits and figure.bound is Bound.EXACT and not count.loose:
        verdict = Verdict.DEPENDS
    return relation(
        Kind.TARGET, verdict, (count.figure, figure), f"{shown(count.figure.value)} ÷ {figure.text}",
        "target_implied" if fits else "target_unprinted", expected=Fraction(target) if fits else None,
        printed=figure, innocent="target_not_whole", hangs_on="unprinted_target", count=count.figure.text,
        share=figure.text, target=shown(Fraction(target)),
    )  # fmt: skip
