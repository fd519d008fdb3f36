"""Percentages in a row that all but one have the same base: the one that has not."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .attached import attached
from .numbers import meets, shown, worked_out
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role

MANY = 40  # percentages in a row: noise
FAR = 12  # paragraphs back in which the base may stand


def siblings(page: Page) -> Iterator[Relation]:
    for number, passage in enumerate(page.passages):
        found: list[Relation] = []
        rows = [list(pairs_of(page, number, place)) for place in range(len(passage))]
        for pairs in rows:
            if 2 < len(pairs) < MANY:
                found += odd(page, number, pairs)
            elif len(pairs) == 2:
                found += of_both(page, number, pairs)
        every = [pair for pairs in rows for pair in pairs]
        if not found and max(map(len, rows), default=0) < len(every) < MANY and len(every) > 2:
            found += odd(page, number, every)
        yield from found


def pairs_of(page: Page, number: int, place: int) -> Iterator[tuple[Seen, Seen]]:
    """(count, share) of a sentence, where neither is a bound."""
    for one in page.of_sentence(number, place):
        if one.role is Role.SHARE and not one.loose:
            share = attached(page, one)
            if share.count is not None and not share.count.loose and share.count.role is Role.COUNT:
                yield share.count, one


def odd(page: Page, number: int, pairs: list[tuple[Seen, Seen]]) -> Iterator[Relation]:
    counts = {count.ordinal for count, _ in pairs}
    larger = sorted(count.figure.value for count, _ in pairs)[-2]  # the odd one may be the largest
    for base in before(page, number, pairs[0][0].ordinal):
        if base.figure.value < larger or base.ordinal in counts:
            continue
        apart = [(count, share) for count, share in pairs if not met(count, base, share)]
        if len(apart) == 1:
            if not has_its_own(page, *apart[0]):
                yield differs(*apart[0], base, sure(page, number, apart[0], base, pairs))
            return
        if not apart:
            return


def of_both(page: Page, number: int, pairs: list[tuple[Seen, Seen]]) -> Iterator[Relation]:
    """“784 tổ chức làm tốt (88,5%); 102 tổ chức chưa làm tốt (15,1%)”, of the 886 that they make together."""
    if sum(share.figure.value for _, share in pairs) == 100:
        return  # the second was taken from the first, not from its count
    total = sum(count.figure.value for count, _ in pairs)
    for base in before(page, number, pairs[0][0].ordinal):
        if base.figure.value != total or any(base.sort != count.sort for count, _ in pairs) or base.loose:
            continue
        apart = [(count, share) for count, share in pairs if not met(count, base, share)]
        if len(apart) == 1 and not has_its_own(page, *apart[0]):
            yield differs(*apart[0], base, certain=True)
        return


def has_its_own(page: Page, count: Seen, share: Seen) -> bool:
    """“12/15 đồng chí (80%)”, “chiếm 3% tổng số đoàn viên”: of a base that the words beside it name."""
    found = attached(page, share)
    return found.qualified or any(one.figure.value and met(count, one, share) for one in found.bases)


def proven(pairs: list[tuple[Seen, Seen]], base: Seen) -> bool:
    """Two different counts at least give their percentage of it, printed to a decimal, or three do."""
    meeting = {c.figure.value: share.figure.value % 1 for c, share in pairs if met(c, base, share)}
    return sum(map(bool, meeting.values())) > 1 or len(meeting) > 2


def sure(
    page: Page, number: int, pair: tuple[Seen, Seen], base: Seen, others: list[tuple[Seen, Seen]]
) -> bool:
    """The others have it from a count of the same thing in the paragraph; nothing there gives this one."""
    count, share = pair
    if base.sort != count.sort or base.loose or count.times != base.times:
        return False
    if base.passage != number and not proven(others, base):
        return False
    bases = (one for one in page.of_passage(number) if one.role in (Role.COUNT, Role.BASE, Role.TARGET))
    return not any(one.figure.value and met(count, one, share) for one in bases)


def common_base(page: Page, share: Seen) -> Seen | None:
    """The count above that this percentage and others of its sentence are of, where two at least meet it."""
    pairs = list(pairs_of(page, share.passage, share.sentence))
    if not 1 < len(pairs) < MANY or all(share is not one for _, one in pairs):
        return None
    counts = {count.ordinal for count, _ in pairs}
    largest = max(count.figure.value for count, _ in pairs)
    for base in before(page, share.passage, pairs[0][0].ordinal):
        if base.figure.value > largest and base.ordinal not in counts and not base.loose:
            meeting = {count.figure.value for count, one in pairs if met(count, base, one)}
            if len(meeting) > 1 and 2 * len(meeting) >= len({c.figure.value for c, _ in pairs}):
                return base
    return None


def before(page: Page, number: int, ordinal: int) -> Iterator[Seen]:
    """Counts above, nearest first."""
    for passage in range(number, max(-1, number - FAR), -1):
        for one in reversed(page.of_passage(passage)):
            if one.role in (Role.COUNT, Role.BASE) and one.ordinal < ordinal and one.figure.value:
                yield one


def met(count: Seen, base: Seen, share: Seen) -> bool:
    true = Fraction(count.figure.value) * 100 / Fraction(base.figure.value)
    return meets(true, share.figure) is not None


def differs(count: Seen, share: Seen, base: Seen, certain: bool) -> Relation:
    true = Fraction(count.figure.value) * 100 / Fraction(base.figure.value)
    return relation(
        Kind.SHARE, Verdict.FAILS if certain else Verdict.DEPENDS, (count.figure, base.figure, share.figure),
        f"{shown(count.figure.value)} ÷ {shown(base.figure.value)}", "share_differs", expected=true,
        printed=share.figure, innocent="other_base_or_typed", hangs_on="unprinted_base",
        count=count.figure.text, base=base.figure.text, share=share.figure.text,
        true=worked_out(true, share.figure),
    )  # fmt: skip
