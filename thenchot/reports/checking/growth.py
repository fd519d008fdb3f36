"""Whether a change meets what it is of: the difference, the growth in per cent, how many times."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .changes import Change
from .numbers import meets, shown, worked_out
from .page import Seen, relation
from .relations import Kind, Relation, Verdict
from .wording import alike


def judged(change: Change) -> Iterator[Relation]:
    """Each equation that is printed whole; DEPENDS where the text leaves open between which figures."""
    sure = change.beside and len([o for o in change.now if alike(o.sort, change.now[0].sort)]) == 1
    past = [o for o in change.before if alike(o.sort, change.now[0].sort)]
    if change.difference and not change.less and not change.aimed:
        yield from beyond(change, change.difference)
    if change.difference and past:
        yield difference(change, past, sure and len(past) == 1)
    if change.times and past:
        yield multiple(change, change.times, past, sure and len(past) == 1)
    if change.share:
        yield from growth(change, past, sure and len(past) < 2)


def difference(change: Change, past: list[Seen], sure: bool) -> Relation:
    printed = change.difference
    assert printed is not None
    pairs = [(now, old) for now in change.now for old in past]
    sign = -1 if change.less else 1
    for now, old in pairs:
        if how := meets((Fraction(now.figure.value) - Fraction(old.figure.value)) * sign, printed.figure):
            return said(change, (now, old, printed), minus(now, old), how[0], "change_" + how[1], printed)
    now, old = pairs[0]
    hangs_on = "bounds" if now.loose or old.loose or printed.loose else "" if sure else "two_periods"
    return said(
        change, (now, old, printed), minus(now, old), Verdict.DEPENDS if hangs_on else Verdict.FAILS,
        "change_differs", printed, hangs_on,
    )  # fmt: skip


def beyond(change: Change, printed: Seen) -> Iterator[Relation]:
    """“450 tổ chức (tăng 530 tổ chức)”: nothing grows by more than there is of it."""
    same = [one for one in change.now if one.sort and one.sort == printed.sort]
    loose = printed.loose or any(one.loose for one in same)
    if same and change.beside and not loose and all(one.figure.value < printed.figure.value for one in same):
        written = f"{shown(printed.figure.value)} ≤ {shown(same[0].figure.value)}"
        yield relation(
            Kind.CHANGE, Verdict.FAILS, (same[0].figure, printed.figure), written, "change_exceeds",
            printed=printed.figure, innocent="other_period_or_typed", said=printed.figure.text,
            now=same[0].figure.text,
        )  # fmt: skip


def minus(now: Seen, old: Seen) -> tuple[str, Fraction]:
    gap = Fraction(now.figure.value) - Fraction(old.figure.value)
    return f"{shown(now.figure.value)} − {shown(old.figure.value)}", abs(gap)


def multiple(change: Change, printed: Seen, past: list[Seen], sure: bool) -> Relation:
    """How many times what it was before."""
    now, base = change.now[0], past[0]
    true = Fraction(now.figure.value) / Fraction(base.figure.value or 1)
    how = meets(true, printed.figure)
    hangs_on = "bounds" if now.loose or base.loose or printed.loose else "" if sure else "two_periods"
    verdict = how[0] if how else Verdict.DEPENDS if hangs_on else Verdict.FAILS
    written = f"{shown(now.figure.value)} ÷ {shown(base.figure.value)}", true
    reason = "change_" + how[1] if how else "change_differs"
    return said(change, (now, base, printed), written, verdict, reason, printed, hangs_on)


def growth(change: Change, past: list[Seen], sure: bool) -> Iterator[Relation]:
    """From the figure of before, printed or worked out from the difference."""
    printed = change.share
    assert printed is not None
    options: list[tuple[Seen, Fraction, tuple[Seen, ...]]] = [
        (now, Fraction(old.figure.value), (now, old, printed)) for now in change.now for old in past
    ]
    if not past and change.difference and not change.aimed:
        step = Fraction(change.difference.figure.value) * (-1 if change.less else 1)
        options = [(n, Fraction(n.figure.value) - step, (n, change.difference, printed)) for n in change.now]
    options = [one for one in options if one[1] > 0]
    if not options:
        return
    for ratio in (change.ratio, True):  # “vượt 6 đảng viên (106%)” says the whole
        for now, base, figures in options:
            true, written = rate(change, now, base, ratio)
            if how := meets(true, printed.figure):
                yield said(change, figures, (written, abs(true)), how[0], "growth_" + how[1], printed)
                return
    now, base, figures = options[0]
    loose = any(one.loose for one in figures)
    hangs_on = "bounds" if loose else "" if sure else "two_periods"
    verdict = Verdict.DEPENDS if hangs_on else Verdict.FAILS
    true, written = rate(change, now, base, change.ratio)
    yield said(change, figures, (written, abs(true)), verdict, "growth_differs", printed, hangs_on)


def rate(change: Change, now: Seen, base: Fraction, ratio: bool) -> tuple[Fraction, str]:
    """In per cent of the figure of before: the whole of what is now, or what was added or went."""
    value = Fraction(now.figure.value)
    if ratio:
        return value * 100 / base, f"{shown(value)} ÷ {shown(base)}"
    true = (value - base) * 100 / base
    return -true if change.less else true, f"({shown(value)} − {shown(base)}) ÷ {shown(base)}"


def said(
    change: Change, seen: tuple[Seen, ...], sum_: tuple[str, Fraction], verdict: Verdict, reason: str,
    printed: Seen, hangs_on: str = "",
) -> Relation:  # fmt: skip
    kind = Kind.TARGET if change.aimed else Kind.CHANGE
    return relation(
        kind, verdict, tuple(one.figure for one in seen), sum_[0], reason,
        expected=sum_[1], printed=printed.figure, innocent="other_period_or_typed", hangs_on=hangs_on,
        true=worked_out(sum_[1], printed.figure), said=printed.figure.text,
    )  # fmt: skip
