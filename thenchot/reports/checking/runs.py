"""Breakdowns that no word opens: “kỷ luật 7 đảng viên, khiển trách 4, cảnh cáo 2, khai trừ 1”."""

from __future__ import annotations

from collections.abc import Iterator

from . import vocabulary as said
from .lists import Listing
from .openers import Opener
from .page import Page, Seen
from .relations import Relation
from .roles import Role
from .sums import failing, families, fits, said_sum
from .unlisted import UNLISTED_REST, unlisted
from .wording import alike, closed


def runs(page: Page) -> Iterator[Relation]:
    """A whole that speaks of the family, then figures of that family one after another."""
    for number in range(len(page.passages)):
        seen = [one for one in page.of_passage(number) if one.role is Role.COUNT and one.depth == 0]
        for at in range(len(seen) - 2):
            for family in said.GENUS:
                if speaks(seen[at], family):
                    parts = following(seen, at + 1, family)
                    end = at + 1 + len(parts)
                    more = end < len(seen) and parts and goes_on(parts[-1], seen[end])
                    more = more or (parts and leaves_rest(page, parts[-1]))
                    earlier = [o for o in seen[max(at - 20, 0) : at] if alike(o.sort, seen[at].sort)]
                    yield from run([seen[at], *reversed(earlier)], parts, family, not more)
    yield from behind(page)


def speaks(whole: Seen, family: str) -> bool:
    return family not in dict(whole.ways) and said.GENUS[family].among(whole.words.all)


def following(seen: list[Seen], first: int, family: str) -> list[Seen]:
    keys: list[str] = []
    end = first
    while end < len(seen) and end - first < 12 and adjoins(seen[first - 1], seen[end]):
        key = dict(seen[end].ways).get(family)
        if key is None or key in keys:
            break
        keys.append(key)
        end += 1
    return seen[first:end]


def goes_on(last: Seen, after: Seen) -> bool:
    """The list may go on with something of another name."""
    return last.sentence == after.sentence and alike(last.sort, after.sort)


def leaves_rest(page: Page, last: Seen) -> bool:
    """“…, còn lại là luân chuyển giữa các huyện”: how many is not said."""
    return unlisted(page.sentence(last).tokens[last.at + 1 :]) == UNLISTED_REST


def behind(page: Page) -> Iterator[Relation]:
    """A total that stands behind its parts: “khiển trách 3, cảnh cáo 2, tổng cộng 5”."""
    for total in page.seen.values():
        if total.role is not Role.TOTAL:
            continue
        seen = page.of_sentence(total.passage, total.sentence)
        parts = [o for o in seen if o.at < total.at and o.role is Role.COUNT and alike(o.sort, total.sort)]
        ends = [tuple(parts[at:]) for at in range(len(parts) - 1)]
        if fit := next((f for end in ends if (f := fits((total,), end))), None):
            yield said_sum(*fit)
        elif ends:
            family = next((name for name, keys in families(ends[0]).items() if len(keys) == len(ends[0])), "")
            yield failing(Listing(Opener.COMPLETE, (total,), ends[0], (), "", ()), total, ends[0], family)


def adjoins(whole: Seen, part: Seen) -> bool:
    return part.sentence - whole.sentence <= 1 and alike(whole.sort, part.sort)


def run(wholes: list[Seen], parts: list[Seen], family: str, last: bool) -> Iterator[Relation]:
    """Any whole before that meets will do; else the nearest that is larger than each part."""
    if len(parts) < 2:
        return
    if fit := fits(tuple(wholes), tuple(parts)):
        yield said_sum(*fit)
    elif last and closed(family, {dict(one.ways)[family] for one in parts}):
        largest = max(one.figure.value for one in parts)
        large = [o for o in wholes if o.figure.value >= largest and speaks(o, family)]
        whole = (large or wholes)[0]
        yield failing(
            Listing(Opener.PARTIAL, (whole,), tuple(parts), (), "", ()), whole, tuple(parts), family
        )
