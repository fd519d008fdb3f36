"""Change against the same period: “42, tăng 5 (13,5%) so với cùng kỳ (37)”, “bằng 113,5% cùng kỳ”."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..reading.lexicon import POINTS
from .page import Page, Seen
from .past import BEFORE
from .roles import DIFFERENCE, Role, clause_before
from .tokens import Sentence, is_figure, names
from .wording import alike

LESS = {"giảm", "ít", "thấp", "hụt", "thiếu"}
OF_BEFORE = {"bằng", "đạt"}  # … so many per cent of what was before
NEAR = 13  # words from a difference to the percentage that repeats it


@dataclass(frozen=True)
class Change:
    """`now` candidates nearest first; what is printed of the rest. `aimed`: against a target.

    `ratio`: the percentage says how much of the figure of before, not how much more; so do `times`.
    """

    now: tuple[Seen, ...]
    before: tuple[Seen, ...]
    difference: Seen | None
    share: Seen | None
    less: bool
    aimed: bool
    beside: bool = True  # of the same item
    ratio: bool = False
    times: Seen | None = None


def changes(page: Page) -> list[Change]:
    """Every change of the report, in the order of the text."""
    return [
        change
        for number, passage in enumerate(page.passages)
        for place, sentence in enumerate(passage)
        for change in found(
            sentence, page.of_sentence(number, place), page.of_sentence(number, place - 1) if place else []
        )
    ]


def found(sentence: Sentence, seen: list[Seen], last: list[Seen]) -> Iterator[Change]:
    """`last` stand in the sentence ahead: “Xảy ra 61 vụ. So với cùng kỳ giảm 9 vụ (-12,9%).”"""
    taken: set[int] = set()
    for one in seen:
        if one.ordinal in taken:
            continue
        if one.role is Role.COUNT and sentence.tokens[max(one.at - 1, 0) : one.at] == ("gấp",):
            yield from times(sentence, seen, one)
        if one.role not in (Role.DIFFERENCE, Role.CHANGE) or one.figure.unit == POINTS:
            continue  # percentage points stand between two shares, not between two counts
        if ":" in sentence.tokens[one.at + 1 : one.at + 4]:
            continue  # “trong quý tăng 57: kết nạp 31, chuyển đến 26”: a sum, by which it grew
        find = partner if one.role is Role.DIFFERENCE else repeated_in_bracket
        pair = find(sentence, seen, one)
        taken |= {one.ordinal} | ({pair.ordinal} if pair else set())
        both = (one, pair) if one.role is Role.DIFFERENCE or not pair else (pair, one)
        yield from of_one(sentence, seen, *both, last)


def of_one(
    sentence: Sentence, seen: list[Seen], one: Seen, pair: Seen | None, last: list[Seen]
) -> Iterator[Change]:
    """What a difference (with the percentage that repeats it) or a percentage of growth stands between."""
    difference = one if one.role is Role.DIFFERENCE else None
    sort = difference.sort if difference else ""
    aimed = aims(sentence, one)
    role = Role.TARGET if aimed else Role.BEFORE
    before = [o for o in seen if o.role is role and not (aimed and apart(sentence, o, one))]
    before = before or behind(sentence, seen, one)
    now = [o for o in reversed(seen) if o.at < one.at and o.role is Role.COUNT and alike(o.sort, sort)]
    now = [o for o in seen if reached(sentence, o) and o.at > one.at] or now
    now = [o for o in now if o not in before] or led_by_before(seen, before, one)
    before = before or ([] if aimed else of_year(sentence, now, one))
    now = [o for o in now if o not in before]
    far = not now and difference is not None and not aimed
    now = now or (of_last(last, one) if far else [])
    ahead = sentence.tokens[max(one.at - 3, 0) : one.at]
    if now and not of_another(sentence, seen, now[0], one):
        beside = not far and ";" not in sentence.tokens[min(now[0].at, one.at) : max(now[0].at, one.at)]
        shares = any(o.role is Role.SHARE and now[0].at < o.at < one.at for o in seen)
        beside = beside and (bool(difference) or not shares)  # “…, chiếm 2%, tăng 0,3%”: of the percentage?
        share = pair if difference else one
        ratio = not difference and bool(OF_BEFORE & set(ahead)) and not DIFFERENCE & set(ahead)
        less = bool(LESS & set(ahead)) or "giảm" in clause_before(sentence, one.at)[-8:]
        yield Change(tuple(now), tuple(before), difference, share, less, aimed, beside, ratio)


def apart(sentence: Sentence, one: Seen, other: Seen) -> bool:
    """Whether two figures belong to two items of a list."""
    return ";" in sentence.tokens[min(one.at, other.at) : max(one.at, other.at)]


def of_another(sentence: Sentence, seen: list[Seen], now: Seen, one: Seen) -> bool:
    """“giảm 7 đầu mối, từ 42 xuống 35; giảm 118 phòng”: what has a difference of its own, in its own item."""
    own = [o for o in seen if o.role is Role.DIFFERENCE and not apart(sentence, o, now)]
    return apart(sentence, now, one) and bool(own)


def of_last(last: list[Seen], one: Seen) -> list[Seen]:
    """The count of the sentence ahead that speaks of the same: “làm chết 99 người” of “34 người chết”."""
    noun = set(one.words.after)
    return [o for o in reversed(last) if o.role is Role.COUNT and noun and noun <= set(o.words.all)][:1]


def repeated_in_bracket(sentence: Sentence, seen: list[Seen], share: Seen) -> Seen | None:
    """“giảm 7,5% (giảm 3 đảng viên)”: the difference behind its percentage."""
    after = [o for o in seen if o.at > share.at][:1]
    led = sentence.tokens[share.at + 1 : share.at + 3] in (("(", "tăng"), ("(", "giảm"))
    return next((o for o in after if led and o.role is Role.DIFFERENCE and o.at == share.at + 3), None)


def times(sentence: Sentence, seen: list[Seen], one: Seen) -> Iterator[Change]:
    """“gấp 1,5 lần cùng kỳ (158)”."""
    before = [o for o in seen if o.role is Role.BEFORE and o.at > one.at]
    now = [o for o in reversed(seen) if o.role is Role.COUNT and o.at < one.at]
    if one.words.after[:1] == ("lần",) and before and now:
        yield Change(tuple(now), tuple(before), None, None, False, False, ratio=True, times=one)


def behind(sentence: Sentence, seen: list[Seen], one: Seen) -> list[Seen]:
    """“nhiều hơn cùng kỳ 15 đồng chí (226 đồng chí)”: the figure of before in the brackets that follow."""
    if not names(clause_before(sentence, one.at), BEFORE):
        return []
    after = [o for o in seen if o.at > one.at][:1]
    return [o for o in after if o.role is Role.COUNT and o.depth == one.depth + 1 and alike(o.sort, one.sort)]


def led_by_before(seen: list[Seen], before: list[Seen], one: Seen) -> list[Seen]:
    """“So với cùng kỳ (226), tăng 12 đảng viên; năm nay kết nạp 238”: what it is now comes last."""
    if not before or before[0].at > one.at:
        return []
    after = [o for o in seen if o.at > one.at and o.role is Role.COUNT and o.sort and o.sort == one.sort]
    return after[:1]


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
        if one.at > difference.at and one.at - difference.at < NEAR:
            if one.role not in (Role.SHARE, Role.CHANGE) or one.figure.unit == POINTS:
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
    end = next((at for at, token in enumerate(later) if token in (",", ";")), len(later))
    later = later[:end]
    return "vượt" in sentence.tokens[max(one.at - 2, 0) : one.at] or (
        bool({"tiêu", "hoạch"} & set(later)) and "kỳ" not in later
    )
