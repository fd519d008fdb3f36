"""A result against its target: the target printed, or the one that the percentage means."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..reading.written import Bound
from .attached import Share
from .numbers import meets, shown
from .page import Seen, relation
from .ratios import doubt, ratio, said_ratio, unprinted
from .relations import Kind, Relation, Verdict


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
