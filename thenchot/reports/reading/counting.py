"""The numbers of a sentence that count something, with unit, bound and noun; everything else is left out."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice

from . import lexicon, nouns, numbers, units
from .attached import Unit, attached
from .borrowed import REACH, STROKE, borrowed, chain
from .bounds import bound
from .folding import pattern
from .listed import Nouns
from .membership import of_members
from .numbers import Number
from .written import Bound

_OUT_OF = re.compile(
    pattern(r"[^.;:()0-9/]{0,60}?(?: ?/ ?(?:tổng(?: số)? )?| (?:trên|trong) (?:tổng(?: số)?|số) (?:là )?)")
)
# “hoàn thành 36/36”: with no noun anywhere a stroke after such a word still counts.
_DONE = re.compile(pattern(r"(?<!\w)(?:đạt|có|hoàn thành|là|được|với|đã|tổ chức) ?$|: ?$"))
# These may have a part; with others “1,733” is typed the English way and means 1.733.
_PARTED = ("km", "ha", "m", "tonnes", lexicon.PERCENT, lexicon.POINTS, lexicon.DONG, "points", "times")
_NEAR = 48  # characters between a number and the brackets that tell its kinds
_ADMITS = re.compile(pattern(r"(?<!\w)kết nạp(?!\w)"))
# “2.611 chi bộ đạt loại tốt, 268 loại khá”
_GRADE = re.compile(pattern(r" loại (?:tốt|khá|trung bình|yếu|kém|xuất sắc|giỏi)(?!\w)"))
_PENALTY = re.compile(pattern(r"(?<!\w)(?:khiển trách|cảnh cáo|cách chức|khai trừ|xóa tên)[: ]{1,2}$"))
# “kết nạp 45 đảng viên, có 30 đoàn viên, 12 công nhân”, “trong số mới vào Đảng có 20 phụ nữ”
_JOINS = re.compile(pattern(r"(?<!\w)(?:kết nạp|đảng viên mới|vào đảng)(?!\w)"))
_AMONG_JOINING = re.compile(
    pattern(r"^\W*trong (?:tổng )?số (?:đảng viên )?(?:mới|kết nạp|được kết nạp|vào đảng)(?!\w)")
)
_TRADES = re.compile(pattern(r"\W*(?:phân |chia |tính )?theo (?:nghề nghiệp|thành phần)(?!\w)"))
_OTHERS = re.compile(
    pattern(
        r"(?<!\w)(?:lớp|bồi dưỡng|cử(?! nhân)|giới thiệu|luân chuyển|bổ nhiệm|cấp ủy|ủy viên|kỷ luật|quần chúng|học viên|chuyển|đào tạo|khai trừ|"
        r"xóa tên|nguồn|hồ sơ|doanh nghiệp có|hiện|toàn)(?!\w)"
    )
)
_SOME_OF = re.compile(
    pattern(
        r" (?:người(?! (?:dân|lao động|có uy tín|nghèo|đứng đầu))|trường hợp|đồng chí)"
        r"(?! (?:là |đang là )?(?:cấp ủy|ủy viên|chi ủy|bí thư|cán bộ|lãnh đạo|quần chúng))(?!\w)"
    )
)
_OFFICERS = re.compile(pattern(r"(?<!\w)(?:cấp ủy viên|ủy viên|bí thư)(?: các cấp| có| là)? $"))
# “kết nạp 21 đảng viên, bằng 105% chỉ tiêu; huyện Khe Lau 52 đảng viên, bằng 51%”
_AIMED_TOO = re.compile(
    pattern(r"[0-9] (?:đảng viên|đv)(?: mới)?(?: được kết nạp)?, (?:mới )?(?:bằng|đạt) $")
)
_BROKEN_DOWN = re.compile(pattern(r"[(:]|; ?(?=[0-9])|(?<!\w)(?:trong đó|gồm|trong số)(?!\w)|, (?=[0-9])"))
MOST = 20_000  # numbers of one paragraph that are looked at; no report has as many


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
    text: str, listed: Nouns, start: int, end: int, marks: bytearray, found: list[Number], handed: str = ""
) -> list[Counting]:
    """The figures among the numbers `found` in the sentence `text[start:end]`, in order.

    `handed` is the unit of what the sentence before counted, where this one goes on with it.
    """
    here = [number for number in found if not any(marks[number.start : number.digits_end])]
    direct = [attached(text, number) for number in here]
    chain(text, here, direct)
    strokes = _strokes(text, here, direct)
    figures: list[Counting] = []
    shared: list[bool] = []
    for index, (number, unit) in enumerate(zip(here, direct, strict=True)):
        last = index + 1 == len(here)
        whole = _whole(text, figures, number) or handed
        if unit and unit.name == lexicon.ITEMS and (kinds := _kinds_of(text, figures, number.start)):
            unit = Unit(kinds)
        elif whole and unit and unit.name == lexicon.ITEMS and _GRADE.match(text, number.end):
            unit = Unit(whole)
        unit = unit or borrowed(text, listed, start, number, whole)
        if unit is None and index in strokes:
            unit = Unit(lexicon.ITEMS)
        if unit is not None:
            shared.append(unit.shares)
            figures.append(
                _figure(text, start, number, unit, end if last else here[index + 1].start, figures, last)
            )
            if _are_members(text, start, number, figures, handed):
                each = figures[-1].unit.partition(" per ")[1:]
                figures[-1] = replace(figures[-1], unit="".join((lexicon.MEMBERS, *each)))
    aimed = any(figure.unit == lexicon.OF_TARGET for figure in figures)
    for index, figure in enumerate(figures if aimed else ()):
        alike = figure.unit == lexicon.PERCENT and _AIMED_TOO.search(
            text[max(start, figure.start - 48) : figure.start]
        )
        if alike and text[figure.end : figure.end + 1] in (";", ".", ""):
            figures[index] = replace(figure, unit=lexicon.OF_TARGET)
    for index in range(len(figures) - 2, -1, -1):
        if shared[index]:
            both = {figures[index].unit, figures[index + 1].unit} == lexicon.PEOPLE - {lexicon.PERSON_TIMES}
            name = lexicon.MEMBERS if both else figures[index].unit
            figures[index] = replace(figures[index], noun=figures[index + 1].noun, unit=name)
    return _fractions(text, figures)


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


def _strokes(text: str, here: list[Number], direct: list[Unit | None]) -> set[int]:
    strokes: set[int] = set()
    for index in range(len(here) - 1):
        number, following = here[index], here[index + 1]
        if direct[index] or direct[index + 1] or not STROKE.fullmatch(text[number.end : following.start]):
            continue
        if _DONE.search(text[max(0, number.start - 12) : number.start]) and number.value <= following.value:
            strokes |= {index, index + 1}
    return strokes


def _kinds_of(text: str, figures: list[Counting], place: int) -> str:
    """The unit of what brackets around a place tell the kinds of: “9 trường (3 mầm non, 4 tiểu học)”."""
    opened = text.rfind("(", max(0, place - REACH), place)
    if opened < 0 or ")" in text[opened:place]:
        return ""
    wholes = [figure for figure in figures[-12:] if figure.end <= opened]
    near = wholes and opened - wholes[-1].end < _NEAR and wholes[-1].unit not in _PARTED
    return wholes[-1].unit if near else ""


def _are_members(text: str, start: int, number: Number, figures: list[Counting], handed: str) -> bool:
    """Whether the last figure, of persons or cases, counts members: by the words, or as a kind of those admitted."""
    if figures[-1].unit.partition(" per ")[0] not in (lexicon.PERSONS, "cases"):
        return False
    if (
        _by_trade(text, start, handed)
        or _among_members(text, start, number, figures)
        or _among_joining(text, start, number, figures)
    ):
        return True
    kinds = figures[-1].unit == lexicon.PERSONS and units.quality(text, number.end)
    if (
        kinds
        and _whole(text, figures[:-1], number) == lexicon.MEMBERS
        and _ADMITS.search(text, start, number.start)
    ):
        return True
    return of_members(text, start, number.start, number.end, handed)


def _among_members(text: str, start: int, number: Number, figures: list[Counting]) -> bool:
    """“kỷ luật 26 đảng viên; 23 người khiển trách, 3 người cảnh cáo”: some of the members counted before."""
    if not _SOME_OF.match(text, number.end) or _OFFICERS.search(
        text[max(start, number.start - 24) : number.start]
    ):
        return False
    members = (one for one in reversed(figures[-12:-1]) if one.unit == lexicon.MEMBERS and one.start >= start)
    wholes = (one for one in members if one.value >= number.value)
    return any(_BROKEN_DOWN.search(text, one.end, number.start) for one in wholes)


def _by_trade(text: str, start: int, handed: str) -> bool:
    """“Theo nghề nghiệp, có 124 công chức, 81 nông dân …”: of the members that the sentence before counted."""
    return handed == lexicon.MEMBERS and bool(_TRADES.match(text[start : start + _NEAR]))


def _among_joining(text: str, start: int, number: Number, figures: list[Counting]) -> bool:
    """Whether persons are some of those admitted, whatever they are called."""
    if _AMONG_JOINING.match(text[start : start + REACH]):
        return not _OTHERS.search(text, max(start, number.start - REACH), number.end + _NEAR)
    members = (one for one in reversed(figures[-12:-1]) if one.unit == lexicon.MEMBERS and one.start >= start)
    whole = next((one for one in members if one.value >= number.value), None)
    if whole is None or not _JOINS.search(text, max(start, whole.start - REACH), whole.end + 16):
        return False
    return not _OTHERS.search(text, whole.end, min(number.end + 24, len(text)))


def _whole(text: str, figures: list[Counting], number: Number) -> str:
    """The unit of the nearest figure before that is no share; a penalty counts the members named further before."""
    before = {figure.unit for figure in figures[-6:]}
    penalty = _PENALTY.search(text, max(0, number.start - 16), number.start)
    if penalty and figures and figures[-1].unit == lexicon.PERSONS and lexicon.MEMBERS in before:
        return lexicon.MEMBERS
    whole = next((figure for figure in reversed(figures[-6:]) if not figure.unit.startswith("percent")), None)
    return whole.unit if whole and number.start - whole.end <= REACH else ""


def _figure(
    text: str, start: int, number: Number, unit: Unit, limit: int, figures: list[Counting], last: bool
) -> Counting:
    said, begins = bound(text, number.start, number.end)
    value = number.value
    if number.thousands is not None and unit.name not in _PARTED:
        value = number.thousands
    noun = nouns.behind(text, number.end, limit, last)
    if noun[1] <= noun[0]:
        noun = nouns.in_front(text, max(start, figures[-1].end if figures else start), begins)
    if noun[1] <= noun[0] and figures:
        noun = figures[-1].noun
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
        people = {part.unit, whole.unit} <= lexicon.PEOPLE  # “259 lượt công dân/316 người”
        two_counts = part.unit != whole.unit and (
            people or part.value > whole.value
        )  # “2.107 học sinh/81 lớp”
        if not two_counts and (part.unit in lexicon.PEOPLE or whole.unit not in lexicon.PEOPLE):
            noun = part.noun if part.noun[0] >= part.end and part.noun[1] > part.noun[0] else whole.noun
            result[index - 1] = replace(part, bound=Bound.OF, noun=noun)
    return result
