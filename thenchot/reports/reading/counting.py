"""The numbers of a sentence that count something, with unit and bound; everything else is left out."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from . import lexicon, nouns, numbers, units
from .bounds import bound
from .folding import pattern
from .implied import Implied
from .not_figures import WORDS_BEFORE
from .numbers import Number
from .units import Nouns
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
_SHARED = re.compile(pattern(r" ?(?:/|-|đến) ?"))
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
        r"mở|bổ nhiệm|và|được|hỗ trợ|xây|trong đó|còn|khởi tố|đối với|giải thể|sáp nhập|thành|cho|cử|mới|chỉ|miễn nhiệm|tiếp nhận|đình chỉ) )$"
    )
)
_ARTICLE = re.compile(pattern(r" (?:số|bộ phận|phần|cách|mặt|trong|bên|chiều|loạt)(?!\w)"))
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
_LETTER = re.compile(r"[^\W\d_]{2}")
MOST = 20_000  # numbers of one paragraph that are looked at; no report has as many
_MONEY = 10**6
_REACH = 160  # characters a number looks back for what it counts
_CLAUSE = re.compile(r"[.;:(]|, ")


@dataclass(frozen=True)
class Counting:
    """A number that counts: its span in the folded text, value, unit, bound, and where its noun lies.

    `begins` is where the words of its bound begin. `of` is the place in the list of what it is measured by.
    """

    start: int
    end: int
    value: Decimal
    unit: str
    bound: Bound
    begins: int
    noun: tuple[int, int] = (0, 0)
    of: int | None = None


def counting(
    text: str, listed: Nouns, start: int, end: int, marks: bytearray, found: list[Number]
) -> list[Counting]:
    """The figures among the numbers `found` in the sentence `text[start:end]`, in order."""
    numbers_here = [number for number in found if not any(marks[number.start : number.digits_end])]
    direct = [_direct(text, number) for number in numbers_here]
    _chain(text, numbers_here, direct)
    figures: list[Counting] = []
    for index, (number, counted) in enumerate(zip(numbers_here, direct, strict=True)):
        limit = numbers_here[index + 1].start if index + 1 < len(numbers_here) else end
        if counted is None:
            counted = _borrowed(text, listed, start, number, figures)
        if counted is not None:
            figures.append(_figure(text, start, number, counted, limit))
    return _fractions(text, figures)


@dataclass(frozen=True)
class _Unit:
    name: str
    noun_end: int
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
    if number.scale > 1 and number.value >= _MONEY and not nouns.follows(text, number.end):
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
    if _ARTICLE.match(text, number.end):
        return None
    if number.value == 1 and not (counted.unit in _ONE_OF and _ONE_AFTER.search(before)):
        return None
    return _Unit(counted.unit, counted.end)


def _chain(text: str, found: list[Number], direct: list[_Unit | None]) -> None:
    """“3 - 5 đồng chí”, “từ 45 lên 60 đảng viên”, “12, 15 và 18 chi bộ”: one noun for all."""
    for index in range(len(found) - 2, -1, -1):
        number, following, unit = found[index], found[index + 1], direct[index + 1]
        between = text[number.end : following.start]
        if following.scale > 1 and number.scale == 1 and not number.percent and _SHARED.fullmatch(between):
            number = found[index] = replace(
                number, value=number.value * following.scale, scale=following.scale
            )
        if unit is None or number.word != following.word or len(between) > 24:
            continue
        if _RANGE.fullmatch(between) and not (direct[index] and not number.percent):
            direct[index] = _Unit(unit.name, number.end, Bound.OVER)
            direct[index + 1] = replace(unit, range=Bound.UNDER)
        elif direct[index] is None and (_CHAINED.fullmatch(between) or _STROKE.fullmatch(between)):
            direct[index] = _Unit(unit.name, number.end)


def _borrowed(text: str, listed: Nouns, start: int, number: Number, figures: list[Counting]) -> _Unit | None:
    """The unit by the words in front of it, or by the figure before it: khiển trách 3, cảnh cáo 2."""
    if number.word or number.dotted:
        return None
    start = max(start, number.start - _REACH)
    if not figures and not _LETTER.search(text, start, number.start):
        return None
    clause = max((found.end() for found in _CLAUSE.finditer(text, start, number.start)), default=start)
    touching = _LABEL.search(text[max(start, number.start - 24) : number.start]) is not None
    whole = next((figure for figure in reversed(figures) if not figure.unit.startswith("percent")), None)
    if whole is not None and number.start - whole.end > _REACH:
        whole = None
    labelled = listed.labelled(start, number.start)
    if labelled and not (whole and whole.unit in lexicon.PEOPLE and labelled in lexicon.PEOPLE):
        return _Unit(labelled, number.end)
    if whole:
        return _Unit(whole.unit.partition(" per ")[0], number.end)
    counted = listed.before(clause, number.start) or listed.before(start, number.start)
    if units.quality(text, number.end):
        people = counted and counted.unit in lexicon.PEOPLE
        return _Unit(counted.unit if counted and people else lexicon.PERSONS, number.end)
    if _VERBS.search(text, start, number.start):
        return _Unit(lexicon.MEMBERS, number.end)
    return _Unit(counted.unit, number.end) if counted and touching else None


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
    return Counting(number.start, number.end, value, name, unit.range or said, max(begins, start), noun)


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
        if part.unit in lexicon.PEOPLE or whole.unit not in lexicon.PEOPLE:
            noun = part.noun if part.noun[0] >= part.end and part.noun[1] > part.noun[0] else whole.noun
            result[index - 1] = replace(part, bound=Bound.OF, noun=noun)
    return result


def sorted_numbers(text: str) -> list[Number]:
    """Numbers in digits and in letters, in order, without overlaps."""
    both = sorted(
        [*islice(numbers.digits(text), MOST), *islice(numbers.words(text), MOST)],
        key=lambda number: number.start,
    )
    kept: list[Number] = []
    for number in both:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return kept


def with_implied(
    text: str, counted: list[Counting], silent: Iterable[Implied], names: set[str]
) -> list[Counting]:
    """With the figures of the sentence that are implied; `names` keeps those read once in a report."""
    printed = [one.start for one in counted]
    result = list(counted)
    for one in silent:
        name = text[one.start : one.end]
        if (one.once and name in names) or bisect_left(printed, one.start) != bisect_left(printed, one.end):
            continue
        names.add(name)
        noun = nouns.behind(text, one.end, one.end + nouns.LONGEST)
        if noun[1] <= noun[0]:
            noun = nouns.in_front(text, max(0, one.start - nouns.LONGEST), one.start)
        result.append(Counting(one.start, one.end, one.value, one.unit, one.bound, one.start, noun))
    if len(result) == len(counted):
        return result
    order = sorted(range(len(result)), key=lambda index: result[index].start)
    place = {old: new for new, old in enumerate(order)}
    return [
        replace(one, of=None if one.of is None else place[one.of]) for one in map(result.__getitem__, order)
    ]
