"""The numbers of a sentence that count something, with unit and bound; everything else is left out."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from . import lexicon, nouns, numbers, units
from .bounds import bound
from .folding import pattern
from .implied import Implied
from .not_figures import WORDS_BEFORE
from .numbers import Number
from .written import Bound

_STROKE = re.compile(pattern(r" ?/ ?(?:tổng(?: số)? )?"))
_OUT_OF = re.compile(
    pattern(r"[^.;:()0-9/]{0,60}?(?: ?/ ?(?:tổng(?: số)? )?| (?:trên|trong) tổng(?: số)? (?:là )?)")
)
_CHAINED = re.compile(
    pattern(
        r" ?(?:,|và|-|đến|lên|xuống|xuống còn|lên thành|còn|lên đến|hoặc|đến dưới|và đến) ?(?:trên |gần |hơn |khoảng )?"
    )
)
_RANGE = re.compile(pattern(r" ?(?:-|đến|đến dưới) ?"))
_LABEL = re.compile(
    pattern(
        r"(?:^|[^\w])(?:là|đạt|có|còn|gồm|được|với|bằng|lên|xuống|nam|nữ|số|cho|chỉ|ước|trên|gần|hơn|khoảng|dưới|mới|thêm|giảm|tăng|"
        r"đến|thành|kết nạp|khai trừ|xóa tên|khiển trách|cảnh cáo|cách chức|tốt|vụ|viên|bộ|đảng|đó|tỷ lệ|chiếm|bị|thu)? ?[:(=,-]? ?$"
    )
)
# Verbs that have only one thing to count.
_VERBS = re.compile(
    pattern(
        r"(?<!\w)(?:kết nạp|khai trừ|xóa tên|cho ra khỏi đảng|đưa ra khỏi đảng|miễn sinh hoạt|công nhận chính thức)(?!\w)"
    )
)
# “một” is an article as often as a number: it counts after a verb or in a list, and only such things.
_ONE_AFTER = re.compile(
    pattern(
        r"(?:^|[;:(,] ?|(?<!\w)(?:có|gồm|giảm|tăng|thêm|kỷ luật|khiển trách|cảnh cáo|cách chức|khai trừ|xóa tên|thành lập|kết nạp|"
        r"mở|bổ nhiệm|và|được|hỗ trợ|xây|trong đó|còn|khởi tố|đối với|giải thể|sáp nhập|cử|mới|chỉ|miễn nhiệm|tiếp nhận|đình chỉ) )$"
    )
)
_ONE_OF = {
    lexicon.MEMBERS,
    lexicon.PERSONS,
    lexicon.ORGANISATIONS,
    "cases",
    "petitions",
    "classes",
    "rounds",
    "units",
    "enterprises",
    "villages",
}
_NOT_WORDS_OF = {
    "units per",
    lexicon.ITEMS,
    "points",
    "times",
    "m",
    "steps",
    "localities",
    "levels",
    "animals",
    "trees",
    "roads",
    "topics",
    "pages",
    "tasks",
    "violations",
    "works",
}
_MONEY = 10**6
_CLAUSE = re.compile(r"[.;:(]|, ")


@dataclass(frozen=True)
class Counting:
    """A number that counts: its span in the folded text, value, unit, bound, and where its noun lies.

    `begins` is where the words of its bound begin. `of` is the place in the list of what it is measured by.
    `borrowed`: the unit came from another figure or from the words in front.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    bound: Bound
    begins: int
    noun: tuple[int, int] = (0, 0)
    of: int | None = None
    borrowed: bool = False
    implied: Implied | None = None


def counting(text: str, start: int, end: int, marks: bytearray, found: list[Number]) -> list[Counting]:
    """The figures among the numbers `found` in the sentence `text[start:end]`, in order."""
    numbers_here = [number for number in found if not any(marks[number.start : number.digits_end])]
    direct = [_direct(text, number) for number in numbers_here]
    _chain(text, numbers_here, direct)
    figures: list[Counting] = []
    for index, (number, counted) in enumerate(zip(numbers_here, direct, strict=True)):
        limit = numbers_here[index + 1].start if index + 1 < len(numbers_here) else end
        if counted is None:
            counted = _borrowed(text, start, number, figures)
        if counted is not None:
            figures.append(_figure(text, start, number, counted, limit))
    return _fractions(text, figures)


@dataclass(frozen=True)
class _Unit:
    name: str
    noun_end: int
    borrowed: bool = False
    range: Bound | None = None


def _direct(text: str, number: Number) -> _Unit | None:
    """The unit by what follows the number itself."""
    if number.word:
        return _in_letters(text, number)
    if number.percent:
        return _Unit(units.of_percent(text, number.end), number.end)
    if end := units.points(text, number.end):
        return _Unit(lexicon.POINTS, end)
    counted = units.after(text, number.end)
    if counted:
        fits = not number.dotted or counted.unit in (
            "km",
            "ha",
            "m",
            lexicon.DONG,
            "tonnes",
            "points",
            "times",
        )
        return _Unit(counted.unit, counted.end) if fits else None
    if number.dotted:
        return None
    if number.scaled and number.value >= _MONEY and not nouns.follows(text, number.end):
        return _Unit(lexicon.DONG, number.end)
    if nouns.follows(text, number.end) and number.start < len(text):
        return _unlisted(text, number)
    return None


def _unlisted(text: str, number: Number) -> _Unit | None:
    """A word that no list has follows: items, unless it only says which of those already counted."""
    return None if units.quality(text, number.end) else _Unit(lexicon.ITEMS, number.end)


def _in_letters(text: str, number: Number) -> _Unit | None:
    before = text[max(0, number.start - 24) : number.start]
    if number.percent:
        return _Unit(units.of_percent(text, number.end), number.end)
    counted = units.after(text, number.end)
    if counted is None or WORDS_BEFORE.search(before) or counted.unit in _NOT_WORDS_OF:
        return None
    if text.startswith(" số ", number.end):
        return None
    if number.value == 1 and not (counted.unit in _ONE_OF and _ONE_AFTER.search(before)):
        return None
    return _Unit(counted.unit, counted.end)


def _chain(text: str, found: list[Number], direct: list[_Unit | None]) -> None:
    """“3 - 5 đồng chí”, “từ 45 lên 60 đảng viên”, “12, 15 và 18 chi bộ”: one noun for all."""
    for index in range(len(found) - 2, -1, -1):
        number, following, unit = found[index], found[index + 1], direct[index + 1]
        between = text[number.end : following.start]
        if unit is None or number.word != following.word or len(between) > 24:
            continue
        if _RANGE.fullmatch(between) and not (direct[index] and not number.percent):
            direct[index] = _Unit(unit.name, number.end, True, Bound.OVER)
            direct[index + 1] = replace(unit, range=Bound.UNDER)
        elif direct[index] is None and (_CHAINED.fullmatch(between) or _STROKE.fullmatch(between)):
            direct[index] = _Unit(unit.name, number.end, True)


def _borrowed(text: str, start: int, number: Number, figures: list[Counting]) -> _Unit | None:
    """The unit by the words in front of it, or by the figure before it: khiển trách 3, cảnh cáo 2."""
    if number.word or number.dotted:
        return None
    clause = max(
        (found.end() for found in _CLAUSE.finditer(text, max(start, number.start - 160), number.start)),
        default=start,
    )
    counted = units.before(text, max(clause, number.start - 160), number.start)
    touching = _LABEL.search(text[max(start, number.start - 24) : number.start]) is not None
    if figures and not units.quality(text, number.end) and counted and touching:
        return _Unit(counted.unit, number.end, True)
    whole = next((figure for figure in reversed(figures) if not figure.unit.startswith("percent")), None)
    if whole and number.start - whole.end < 200:
        return _Unit(whole.unit.partition(" per ")[0], number.end, True)
    if units.quality(text, number.end):
        return _Unit(lexicon.PERSONS, number.end, True)
    before = text[max(start, number.start - 160) : number.start]
    if _VERBS.search(before):
        return _Unit(lexicon.MEMBERS, number.end, True)
    counted = counted or units.before(text, max(start, number.start - 160), number.start)
    return _Unit(counted.unit, number.end, True) if counted and touching else None


def _figure(text: str, start: int, number: Number, unit: _Unit, limit: int) -> Counting:
    said, begins = bound(text, number.start, number.end)
    value = number.value
    if number.thousands is not None and unit.name not in (
        "km",
        "ha",
        "m",
        "tonnes",
        lexicon.PERCENT,
        lexicon.POINTS,
    ):
        value = number.thousands
    noun = nouns.behind(text, number.end, limit)
    if noun[1] <= noun[0]:
        noun = nouns.in_front(text, start, begins)
    name = units.per(unit.name, text[max(start, begins - 80) : begins])
    return Counting(
        number.start,
        number.end,
        value,
        name,
        unit.range or said,
        max(begins, start),
        noun,
        borrowed=unit.borrowed,
    )


def _fractions(text: str, figures: list[Counting]) -> list[Counting]:
    """36/36 · 812/1.733 · 79 đồng chí/1.733 chi bộ are x of y; 30 vụ/77 bị can are two counts side by side."""
    result = list(figures)
    for index in range(1, len(result)):
        part, whole = result[index - 1], result[index]
        between = text[part.end : whole.start]
        if len(between) > 80 or part.unit.startswith("percent") or not _OUT_OF.fullmatch(between):
            continue
        result[index] = replace(
            whole, of=index - 1, bound=Bound.EXACT if whole.begins >= part.end else whole.bound
        )
        if not (part.unit in lexicon.EVENTS and part.unit != whole.unit):
            noun = part.noun if part.noun[0] >= part.end and part.noun[1] > part.noun[0] else whole.noun
            result[index - 1] = replace(part, bound=Bound.OF, noun=noun)
    return result


def sorted_numbers(text: str) -> list[Number]:
    """Numbers in digits and in letters, in order, without overlaps."""
    both = sorted([*numbers.digits(text), *numbers.words(text)], key=lambda number: number.start)
    kept: list[Number] = []
    for number in both:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept
