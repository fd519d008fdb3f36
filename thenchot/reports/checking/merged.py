"""“Nhập 1.126 thôn thành 497, giảm được 639”, “từ 1.406 xuống còn 1.038, tức giảm 378”: how many fewer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from .growth import minus
from .numbers import shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role
from .tokens import Sentence, fold
from .wording import alike

MERGES = frozenset(fold("nhập sáp hợp gộp ghép").split())
INTO, FEWER, DOWN = fold("thành"), fold("giảm"), {fold("xuống"), fold("còn")}
NEAR = 10  # words between the one and the other


def merged(page: Page) -> Iterator[Relation]:
    for number, passage in enumerate(page.passages):
        for place, sentence in enumerate(passage):
            seen = [one for one in page.of_sentence(number, place) if not one.depth and one.figure.of is None]
            for one, two, less in zip(seen, seen[1:], seen[2:], strict=False):
                if tells(sentence, one, two, less):
                    yield judged(one, two, less)


def tells(sentence: Sentence, one: Seen, two: Seen, less: Seen) -> bool:
    counts = {one.role, two.role} <= {Role.COUNT, Role.BEFORE} and one.sort == two.sort
    counts = counts and alike(one.sort, less.sort) and less.role in (Role.COUNT, Role.DIFFERENCE)
    tokens = sentence.tokens
    between, later = tokens[one.at + 1 : two.at], tokens[two.at + 1 : less.at]
    verb = MERGES & set(tokens[max(one.at - 4, 0) : one.at])
    into = between[-1:] == (INTO,) or between[-2:-1] == (INTO,)
    fell = tokens[one.at - 1] == "từ" and bool(DOWN & set(between[-2:]))
    return bool(
        counts
        and ((verb and into) or fell)
        and FEWER in later[-3:]
        and len(later) < 2 * NEAR
        and ";" not in (*between, *later)
    )


def judged(one: Seen, two: Seen, less: Seen) -> Relation:
    """Exact, or wrong: nothing else is told of the same places."""
    written, gap = minus(one, two)
    loose = any(seen.loose for seen in (one, two, less))
    same = gap == Fraction(less.figure.value)
    verdict = Verdict.HOLDS if same else Verdict.DEPENDS if loose else Verdict.FAILS
    return relation(
        Kind.CHANGE, verdict, (one.figure, two.figure, less.figure), written,
        "change_exact" if same else "change_differs", expected=gap, printed=less.figure,
        innocent="other_period_or_typed", hangs_on="bounds" if loose and not same else "", true=shown(gap),
        said=less.figure.text,
    )  # fmt: skip
