"""Change against the same period: “42, tăng 5 (13,5%) so với cùng kỳ (37)”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .numbers import meets, shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role, clause_before
from .tokens import Sentence, is_figure
from .wording import alike

LESS = {"giảm", "ít", "thấp", "hụt", "thiếu"}


@dataclass(frozen=True)
class Change:
    """`now` candidates nearest first; what is printed of the rest. `aimed`: against a target."""

    now: tuple[Seen, ...]
    before: tuple[Seen, ...]
    difference: Seen | None
    share: Seen | None
    less: bool
    aimed: bool
    beside: bool = True  # of the same item


def changes(page: Page) -> Iterator[Relation]:
    for number, passage in enumerate(page.passages):
        for place, sentence in enumerate(passage):
            seen = page.of_sentence(number, place)
            for change in found(sentence, seen):
                yield from judged(change)


def found(sentence: Sentence, seen: list[Seen]) -> Iterator[Change]:
    taken: set[int] = set()
    for one in seen:
        if one.role not in (Role.DIFFERENCE, Role.CHANGE) or one.ordinal in taken:
            continue
        pair = partner(sentence, seen, one) if one.role is Role.DIFFERENCE else None
        taken |= {one.ordinal} | ({pair.ordinal} if pair else set())
        difference = one if one.role is Role.DIFFERENCE else None
        share = one if one.role is Role.CHANGE else pair
        sort = difference.sort if difference else ""
        now = [o for o in reversed(seen) if o.at < one.at and o.role is Role.COUNT and alike(o.sort, sort)]
        now = [o for o in seen if reached(sentence, o) and o.at > one.at] or now
        aimed = aims(sentence, one)
        role = Role.TARGET if aimed else Role.BEFORE
        before = [o for o in seen if o.role is role] or ([] if aimed else of_year(sentence, now, one))
        now = [o for o in now if o not in before]
        ahead = set(sentence.tokens[max(one.at - 3, 0) : one.at])
        if now:
            beside = ";" not in sentence.tokens[min(now[0].at, one.at) : max(now[0].at, one.at)]
            yield Change(tuple(now), tuple(before), difference, share, bool(ahead & LESS), aimed, beside)


def of_year(sentence: Sentence, counts: list[Seen], one: Seen) -> list[Seen]:
    """“năm 2024 … 44, năm 2025 … 55, tăng 25% so với năm 2024”: the count of the year that is named."""
    later = list(sentence.tokens[one.at + 1 : one.at + 10])
    for at in range(len(later) - 2):
        if later[at : at + 2] == ["với", "năm"] and later[at + 2].isdigit():
            return [o for o in counts if later[at + 2] in clause_before(sentence, o.at)]
    return []


def reached(sentence: Sentence, one: Seen) -> bool:
    """“từ 82 lên 106”, “(62 so với 50)”: what it came to."""
    if one.role is Role.COUNT and sentence.tokens[one.at + 1 : one.at + 3] == ("so", "với"):
        return is_figure("".join(sentence.tokens[one.at + 3 : one.at + 4]))
    ahead = sentence.tokens[max(one.at - 2, 0) : one.at]
    return one.role is Role.COUNT and bool({"lên", "xuống", "còn"} & set(ahead)) and "từ" in sentence.tokens


def partner(sentence: Sentence, seen: list[Seen], difference: Seen) -> Seen | None:
    """The percentage that repeats the difference: “tăng 5 đảng viên (13,5%)”, “, tương đương 13,5%”."""
    for one in seen:
        if one.at > difference.at and one.at - difference.at < 9:
            if one.role not in (Role.SHARE, Role.CHANGE):
                return None
            between = set(sentence.tokens[difference.at + 1 : one.at])
            return (
                one
                if between & {"(", "đương", "bằng", "="} or "tăng" in between or "giảm" in between
                else None
            )
    return None


def aims(sentence: Sentence, one: Seen) -> bool:
    later = sentence.tokens[one.at + 1 : one.at + 12]
    return "vượt" in sentence.tokens[max(one.at - 2, 0) : one.at] or (
        bool({"tiêu", "hoạch"} & set(later)) and "kỳ" not in later
    )


def judged(change: Change) -> Iterator[Relation]:
    """Each equation that is printed whole; DEPENDS where the text leaves open between which figures."""
    sure = change.beside and len([o for o in change.now if alike(o.sort, change.now[0].sort)]) == 1
    past = [o for o in change.before if alike(o.sort, change.now[0].sort)]
    if change.difference and past:
        yield difference(change, past, sure and len(past) == 1)
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


def minus(now: Seen, old: Seen) -> tuple[str, Fraction]:
    gap = Fraction(now.figure.value) - Fraction(old.figure.value)
    return f"{shown(now.figure.value)} − {shown(old.figure.value)}", abs(gap)


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
    for now, base, figures in options:
        if how := meets(rate(change, now, base), printed.figure):
            yield said(change, figures, percent(now, base), how[0], "growth_" + how[1], printed)
            return
    now, base, figures = options[0]
    loose = any(one.loose for one in figures)
    hangs_on = "bounds" if loose else "" if sure else "two_periods"
    verdict = Verdict.DEPENDS if hangs_on else Verdict.FAILS
    yield said(change, figures, percent(now, base), verdict, "growth_differs", printed, hangs_on)


def rate(change: Change, now: Seen, base: Fraction) -> Fraction:
    true = (Fraction(now.figure.value) - base) * 100 / base
    return -true if change.less else true


def percent(now: Seen, base: Fraction) -> tuple[str, Fraction]:
    true = (Fraction(now.figure.value) - base) * 100 / base
    return f"({shown(now.figure.value)} − {shown(base)}) ÷ {shown(base)}", abs(true)


def said(
    change: Change, seen: tuple[Seen, ...], sum_: tuple[str, Fraction], verdict: Verdict, reason: str,
    printed: Seen, hangs_on: str = "",
) -> Relation:  # fmt: skip
    kind = Kind.TARGET if change.aimed else Kind.CHANGE
    return relation(
        kind, verdict, tuple(one.figure for one in seen), sum_[0], reason,
        expected=sum_[1], printed=printed.figure, innocent="other_period_or_typed", hangs_on=hangs_on,
        true=shown(sum_[1]), said=printed.figure.text,
    )  # fmt: skip
