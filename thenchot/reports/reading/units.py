"""The unit a printed number is counted in, from the words after it or, where there are none, before it."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from . import lexicon
from .folding import fold_words, pattern

UNIT_OF = {fold_words(noun): unit for unit, nouns in lexicon.NOUNS.items() for noun in nouns.split("|")}


def _any_of(nouns: Iterable[str]) -> str:
    """One pattern for all, the longest first; by first letters, so that a place is refused at once."""
    letters: dict[str, list[str]] = {}
    for noun in sorted(nouns, key=len, reverse=True):
        letters.setdefault(noun[0], []).append(re.escape(noun[1:]))
    return (
        "(?:" + "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in letters.items()) + ")"
    )


_NOUN = _any_of(UNIT_OF)
_FIRST = re.compile(rf"{_NOUN}(?![\w²³])")
_ANYWHERE = re.compile(rf"(?<!\w){_NOUN}(?![\w²³])")
_SKIPPED = re.compile(pattern(r"(?: ?(?:tổng )?số(?= )| ?các(?= )| ?\((?=\w))?[ ]{0,3}"))
_TIMES = re.compile(pattern(r"lượt(?: của)?(?: các)?(?!\w) ?"))
_PER = re.compile(
    pattern(
        r" ?/ ?(?P<what>năm|tháng|quý|tuần|ngày|chi bộ|người|đồng chí|hộ|lớp|xã|đảng viên|cuộc)(?!\w)| (?:mỗi|hằng|hàng) (?P<time>năm|tháng|quý|tuần)(?!\w)"
    )
)
_EACH = re.compile(
    pattern(r"(?:bình quân|trung bình)[^.;:()]{0,24}?(?:mỗi|hằng|hàng|một) (năm|tháng|quý|tuần)(?!\w)")
)
_QUALITY = re.compile(rf"(?:{pattern(lexicon.QUALITIES)})(?!\w)")
_PER_WHAT = {
    fold_words(word): said
    for word, said in {
        "năm": "year", "tháng": "month", "quý": "quarter", "tuần": "week", "ngày": "day", "chi bộ": "cell",
        "người": "person", "đồng chí": "person", "hộ": "household", "lớp": "class", "xã": "commune", "đảng viên": "member", "cuộc": "round",
    }.items()
}  # fmt: skip
_TARGET = re.compile(
    pattern(
        r"(?: ?(?:so với|so|của))?(?: các| tổng)? ?(?:chương trình(?: công tác)?(?: cả)? năm|chỉ tiêu|kế hoạch|mục tiêu|kh|dự toán|chỉ tiêu kế hoạch)(?!\w)"
        r"|(?: ?so với)? (?:nghị quyết đại hội|nghị quyết đề ra)"
    )
)
# “chỉ tiêu giao 2.200, đạt 103%”
_AIMED = re.compile(
    pattern(
        r"(?<!\w)(?:chỉ tiêu|kế hoạch|dự toán)[^.;:()%0-9]{0,50} [0-9][0-9.]*(?: [^.;:()%0-9]{0,30})?, (?:đã )?đạt ?$"
    )
)
# “đến thời điểm báo cáo là 45”: a time.
# “được giao 22.600 triệu đồng, giải ngân 21.018 triệu đồng, đạt 93%”
_ALLOTTED = re.compile(
    pattern(
        r"(?<!\w)(?:được giao|kế hoạch|chỉ tiêu|dự toán)[^.;:()%0-9]{0,50} [0-9][0-9.,]*[^.;:()%0-9]{0,30}, (?:đã )?(?:giải ngân|thực hiện|thu|kết nạp|hoàn thành)[^.;:()%0-9]{0,30} [0-9][0-9.,]*[^.;:()%0-9]{0,30}, (?:bằng|đạt) ?$"
    )
)
_TIME = re.compile(pattern(r"(?:thời điểm|kỳ) $"))
# “hoàn thành tốt nhiệm vụ 371”: a grade, and no task is counted.
_GRADED = re.compile(pattern(r"hoàn thành(?: xuất sắc| tốt)? $"))
# Nouns of one syllable that are also a part of other words: what stands before, what stands after.
_WITHIN = {
    fold_words(noun): (re.compile(pattern(ahead)), re.compile(pattern(behind)))
    for noun, ahead, behind in (
        ("giải", "(?!)", " (?:thể|quyết|ngân|trình|tỏa|đáp|thích|phóng)(?!\\w)"),
        ("kỳ", "(?<!\\w)(?:cùng|trong|đầu|cuối|định|thời|học|trước) $", "(?!)"),
    )
}
_LABEL = re.compile(
    pattern(
        r"(?:(?<!\w)(?:tổng )?số [^.;:,()]{2,70}(?: là| đạt| có| tăng| giảm| lên| xuống| còn|:)|[^.;:,()0-9]{2,40}:) ?$"
    )
)
_PRINTED = re.compile(pattern(r"(?<!\w)(?:phát hành|in|in ấn|cấp phát|sao gửi|nhân bản)(?!\w)"))
_COUNTS = ("số ", pattern("tỷ lệ "))
NEAREST = 24  # nouns looked at
LABEL = 80  # characters
_DIFFERS = re.compile(
    pattern(r"(?<!\w)(?:vượt|tăng|giảm|thiếu|hụt|thấp hơn|cao hơn)(?: thêm| trên| gần| hơn| khoảng)? ?$")
)
_ACTS = re.compile(pattern(r"(?<!\w)(?:kiểm tra|giám sát|kết nạp|thi hành|xử lý|có|giao|quản lý)(?!\w)"))
# Said of something else that is counted: “dưới 30 tuổi: 402” counts no years.
MEASURED = {"years of age", "points", "times", "steps", "levels"}
TIMES = "-times"
_POINTS = re.compile(pattern(r" ?điểm (?:%|phần trăm)"))


@dataclass(frozen=True)
class Counted:
    """The unit, and where the noun begins and ends in the folded text."""

    unit: str
    start: int
    end: int


def after(text: str, place: int) -> Counted | None:
    """What is counted by a number that ends at `place`: None where no listed noun follows directly."""
    skipped = _SKIPPED.match(text, place)
    start = skipped.end() if skipped else place
    if noun := _FIRST.match(text, start):
        copies = noun.group() == "bản" and _PRINTED.search(text, max(0, place - 80), place)
        return _per(text, Counted("copies" if copies else UNIT_OF[noun.group()], start, noun.end()))
    if times := _TIMES.match(text, start):
        return _taking_part(text, start, times.end())
    return None


def quality(text: str, place: int) -> bool:
    """Whether the number counts by a quality of people named before: “12 nữ”."""
    return bool(_QUALITY.match(text, place + (text[place : place + 1] == " ")))


def of_percent(text: str, start: int, place: int) -> str:
    """per cent, or per cent of a target by what follows the sign; “vượt 5% chỉ tiêu” is a difference."""
    differs = _DIFFERS.search(text[max(0, start - 16) : start])
    aimed = _TARGET.match(text, place) or _AIMED.search(text, max(0, start - LABEL), start)
    aimed = aimed or _ALLOTTED.search(text, max(0, start - 2 * LABEL), start)
    return lexicon.OF_TARGET if aimed and not differs else lexicon.PERCENT


def points(text: str, place: int) -> int:
    """Where “điểm %” after a number ends; 0 where it is not said."""
    found = _POINTS.match(text, place)
    return found.end() if found else 0


def per(unit: str, lead: str) -> str:
    """With “bình quân mỗi năm” before it, a unit becomes one per year."""
    if " per " in unit or unit in (lexicon.PERCENT, lexicon.OF_TARGET, lexicon.POINTS):
        return unit
    each = _EACH.search(lead)
    return f"{unit} per {_PER_WHAT[each.group(1)]}" if each else unit


def _per(text: str, counted: Counted) -> Counted:
    if stroke := _PER.match(text, counted.end):
        return Counted(
            f"{counted.unit} per {_PER_WHAT[stroke['what'] or stroke['time']]}", counted.start, stroke.end()
        )
    return counted


def _taking_part(text: str, start: int, place: int) -> Counted:
    noun = _FIRST.match(text, place)
    unit = UNIT_OF[noun.group()] if noun else ""
    return Counted(lexicon.TIMES_OF.get(unit, unit or lexicon.PERSON_TIMES), start, place)


def is_noun(text: str, place: int) -> bool:
    """Whether a listed noun begins here."""
    return bool(_FIRST.match(text, place))


def alike(text: str, place: int, other: int) -> bool:
    """Whether the listed nouns at two places can stand in one list: cán bộ, đảng viên; thôn, tổ dân phố."""
    first, second = after(text, place), _FIRST.match(text, other)
    if not first or not second:
        return False
    units = {first.unit.removesuffix(TIMES), UNIT_OF[second.group()]}
    return len(units) == 1 or units <= {*lexicon.PEOPLE, "person", "organisation", lexicon.ORGANISATIONS}


def noun_follows(text: str, place: int) -> bool:
    """Whether a listed noun stands after a number that ends at `place`."""
    return text[place : place + 1] == " " and is_noun(text, place + 1)


class Nouns:
    """Every listed noun of a folded text, found once, to be asked for by the numbers behind them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = [noun for noun in _ANYWHERE.finditer(text) if not self._grades(noun)]
        self._starts = [noun.start() for noun in self._found]

    def before(self, start: int, place: int) -> Counted | None:
        """What is counted by a number with nothing after it: a listed noun of `text[start:place]`.

        “Tổng số đảng viên của Đảng bộ tỉnh là 5.120” counts members: the noun after “số” rules, else the last.
        """
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, place)
        nouns = [noun for noun in self._found[max(first, last - NEAREST) : last] if noun.end() <= place]
        if not nouns:
            return None
        head = next((noun for noun in nouns if self._text.endswith(_COUNTS, start, noun.start())), nouns[-1])
        if nouns[0].start() <= start + 1 and not _ACTS.search(self._text, start, place):
            head = nouns[0]  # “Ủy viên Ban Thường vụ: 9”
        unit = UNIT_OF[head.group()]
        if "lượt" in self._text[max(start, head.start() - 12) : head.start()]:
            unit = lexicon.TIMES_OF.get(unit, unit)
        return Counted(unit, head.start(), head.end())

    def first(self) -> Counted | None:
        """The first listed noun."""
        return next((Counted(UNIT_OF[noun.group()], *noun.span()) for noun in self._found), None)

    def labelled(self, start: int, place: int) -> str:
        """The unit a label names right before a number: “chi bộ: 3”, “số đảng viên là 45”; empty where none does."""
        start = max(start, place - LABEL)
        if not (label := _LABEL.search(self._text[start:place])):
            return ""
        counted = self.before(start + label.start(), place)
        return counted.unit if counted else ""

    def _part_of_word(self, noun: re.Match[str], before: str) -> bool:
        """“giải thể”, “cùng kỳ”: no prize and no meeting."""
        ahead, behind = _WITHIN[noun.group()]
        return bool(ahead.search(before) or behind.match(self._text, noun.end()))

    def _grades(self, noun: re.Match[str]) -> bool:
        before = self._text[max(0, noun.start() - 24) : noun.start()]
        levels = before.endswith("cấp ") or noun.group().startswith("cấp ")  # who, not what
        return (
            levels
            or UNIT_OF[noun.group()] in MEASURED
            or (noun.group() in _WITHIN and self._part_of_word(noun, before))
            or bool(_GRADED.search(before) or _TIME.search(before))
        )
