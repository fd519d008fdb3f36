"""Averages per class, cell or commune: the total over how many there are, where both are printed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .averages import said
from .numbers import meets
from .page import Page, Seen
from .relations import Relation, Verdict
from .roles import Role

TIME = {"năm", "tháng", "quý", "ngày", "tuần", "kỳ"}


def each(page: Page) -> Iterator[Relation]:
    for one in page.seen.values():
        if one.role is Role.AVERAGE and (noun := noun_of(page, one)):
            seen = [
                o
                for o in page.of_sentence(one.passage, one.sentence)
                if o.role is Role.COUNT and o.figure.value
            ]
            bases = [o for o in seen if o.words.after[:1] == (noun,)]
            totals = [o for o in seen if o not in bases and o.sort == one.sort]
            if bases and totals:
                yield judged(one, totals, bases)
        elif one.role is Role.COUNT and one.sort == "money":
            yield from priced(page, one)


def priced(page: Page, one: Seen) -> Iterator[Relation]:
    """“85 suất quà, mỗi suất 500.000 đồng, tổng trị giá 42,5 triệu đồng”, with nothing else between."""
    tokens = page.sentence(one).tokens
    seen = page.of_sentence(one.passage, one.sentence)
    at = seen.index(one)
    near = seen[max(at - 1, 0) : at] + seen[at + 1 : at + 2]
    if tokens[max(one.at - 2, 0) : one.at - 1] != ("mỗi",) or len(near) < 2:
        return
    base, total = near
    summed = total.sort == "money" and "tổng" in tokens[one.at : total.at]
    if not summed or base.words.after[:1] != (tokens[one.at - 1],) or not base.figure.value:
        return
    length = Fraction(base.figure.value)
    if how := meets(Fraction(one.figure.value) * length, total.figure):
        yield said(one, total, length, how[0], "average_" + how[1])
    elif not any(o.sort == "money" for o in seen[:at]):
        yield said(one, total, length, Verdict.DEPENDS, "average_differs", "unlisted_parts")


def noun_of(page: Page, one: Seen) -> str:
    """The first word of what it is an average of: “trung bình mỗi lớp 70 học viên”, “70 học viên/lớp”."""
    tokens = page.sentence(one).tokens
    for at in range(max(one.at - 6, 0), min(one.at + 6, len(tokens) - 1)):
        if tokens[at] in ("mỗi", "/") and tokens[at + 1] not in TIME and tokens[at + 1].isalpha():
            return tokens[at + 1]
    return ""


def judged(one: Seen, totals: list[Seen], bases: list[Seen]) -> Relation:
    for total in reversed(totals):
        for base in reversed(bases):
            length = Fraction(base.figure.value)
            if how := meets(Fraction(total.figure.value) / length, one.figure):
                return said(one, total, length, how[0], "average_" + how[1])
    total, base = totals[-1], bases[-1]
    loose = any(o.loose for o in (one, total, base))
    hangs_on = "bounds" if loose else "unprinted_base" if len(totals) > 1 or len(bases) > 1 else ""
    verdict = Verdict.DEPENDS if hangs_on else Verdict.FAILS
    return said(one, total, Fraction(base.figure.value), verdict, "average_differs", hangs_on)
