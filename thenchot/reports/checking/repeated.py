"""The same figure at two places: the same words of the same time, another number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from ..reading.written import Bound
from . import rolls
from .lists import Listing
from .numbers import shown
from .page import Page, Seen, relation
from .relations import Kind, Relation, Verdict
from .roles import Role
from .tokens import fold
from .vocabulary import PLANNED, folded

IDLE = frozenset(
    fold(
        "có đã được là số của các những đến nay hiện ở tại với cho và trong năm tháng tính thời điểm ngày"
        " gồm thì bị theo tổng"
    ).split()
)
TIME = re.compile(
    r"quý \w+|tháng \d+|\d+ tháng|năm \d{4}|\d{4} - \d{4}|đầu năm|cuối năm|đầu kỳ|cuối kỳ|cùng kỳ|năm trước"
    r"|đầu nhiệm kỳ|năm nay|nửa nhiệm kỳ|\d+ / \d+ / \d{4}|\d+ - \d+ - \d{4}|giai đoạn|đợt \w+"
    r"|lần thứ \w+|tuần"
)
WEEKS = 32  # days in which a roll hardly moves: worth a look where it does
LEAST = 3  # words that must be the same for two figures to be one
ROLL = folded("toàn đảng bộ · tổng số đảng viên · tổng số chi bộ · toàn xã · toàn phường · toàn tỉnh")
Key = tuple[frozenset[str], str, str]


def repeated(page: Page, listings: Iterable[Listing]) -> Iterator[Relation]:
    counts = [one for one in page.seen.values() if one.role is Role.COUNT]
    listed = {one.ordinal for listing in listings for one in listing.parts}
    places: dict[Key, list[Seen]] = {}
    for one in counts:
        if noun := rolls.rolled(one) if not one.loose and rolls.is_roll(page, one) else ():
            places.setdefault((frozenset(noun), "roll", ""), []).append(one)
        elif (
            one.ordinal not in listed
            and one.figure.bound in (Bound.EXACT, Bound.OF)
            and (key := key_of(page, one))
        ):
            places.setdefault(key, []).append(one)
    pairs = [(one, other, key) for key, group in places.items() for one, other in pairwise(group)]
    pairs = [(one, other, key) for one, other, key in pairs if one.figure.line != other.figure.line]
    steps = Counter(step for one, other, key in pairs if (step := step_between(one, other, key)))
    for first, later, key in pairs:
        in_blocks = steps[step_between(first, later, key)] > 1
        if not in_blocks and comparable(page, first, later) and not grown(page, first, later):
            yield pair(page, first, later, key)


def step_between(one: Seen, other: Seen, key: Key) -> int:
    """Lines between two numbers that differ: several as far apart are lines of two blocks that look alike."""
    differs = key[1] != "roll" and one.figure.value != other.figure.value
    return other.figure.line - one.figure.line if differs else 0


def key_of(page: Page, one: Seen) -> Key | None:
    words = frozenset(w for w in one.words.all if w not in IDLE and not w.isdigit())
    told = words - set(one.words.after[:3])
    enough = len(words) >= LEAST and len(told) >= 2 and one.depth == 0
    return (words, one.sort, one.figure.organisation) if enough and one.sort else None


def comparable(page: Page, first: Seen, later: Seen) -> bool:
    one, other = page.sentence(first), page.sentence(later)
    if PLANNED.among(one.tokens) != PLANNED.among(other.tokens):
        return False
    periods = first.figure.period, later.figure.period
    if rolls.rolled(first) and days_apart(*(p.as_of or p.until for p in periods)) < WEEKS:
        return True
    return periods[0] == periods[1] or not all(p.since or p.as_of or p.until for p in periods)


def grown(page: Page, first: Seen, later: Seen) -> bool:
    """“Lúc hợp nhất có 1.725 đảng viên, đến nay có 1.742”: the later number is there already."""
    value = later.figure.value
    beside = page.of_passage(first.passage)
    return value != first.figure.value and any(
        one.figure.value == value and one.sort == later.sort for one in beside
    )


def days_apart(first: str | None, later: str | None) -> int:
    """Between two full days; a great many where one is not known."""
    if not first or not later or len(first) < 10 or len(later) < 10:
        return 10**6
    return abs((date.fromisoformat(first) - date.fromisoformat(later)).days)


def pair(page: Page, first: Seen, later: Seen, key: Key) -> Relation:
    same = first.figure.value == later.figure.value
    times = [set(TIME.findall(page.sentence(one).text)) for one in (first, later)]
    hangs_on = "two_periods" if times[0] != times[1] else "unstated_period"
    if first.figure.period != later.figure.period and first.figure.period.as_of and later.figure.period.as_of:
        times = [{"first"}, {"later"}]
        hangs_on = "two_periods"
    total = key[1] == "roll" or (ROLL.among(first.words.before) and ROLL.among(later.words.before))
    if total and times[0] == times[1] and first.figure.period == later.figure.period:
        hangs_on = ""
    verdict = Verdict.HOLDS if same else Verdict.DEPENDS if hangs_on else Verdict.FAILS
    return relation(
        Kind.REPEATED, verdict, (first.figure, later.figure),
        f"{shown(first.figure.value)} = {shown(later.figure.value)}",
        "repeated_same" if same else "repeated_differs", printed=later.figure,
        innocent="other_period_or_typed", hangs_on=hangs_on, first=first.figure.text, later=later.figure.text,
        first_line=first.figure.line, later_line=later.figure.line,
    )  # fmt: skip
