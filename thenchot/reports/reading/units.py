"""The unit a printed number is counted in, from the words after it or, where there are none, before it."""

# ruff: noqa: E501 (a pattern or a list of words stays on one line)

from __future__ import annotations

import re
from dataclasses import dataclass

from . import lexicon
from .folding import fold_words, pattern

UNIT_OF = {fold_words(noun): unit for unit, nouns in lexicon.NOUNS.items() for noun in nouns.split("|")}
_longest_first = sorted(UNIT_OF, key=len, reverse=True)
_NOUN = "|".join(re.escape(noun) for noun in _longest_first)
_FIRST = re.compile(rf"(?:{_NOUN})(?![\w²³])")
_ANYWHERE = re.compile(rf"(?<!\w)(?:{_NOUN})(?![\w²³])")
_SKIPPED = re.compile(pattern(r"(?: ?(?:tổng )?số(?= )| ?các(?= )| ?\((?=\w))?[ ]?"))
_TIMES = re.compile(pattern(r"lượt(?: của)?(?: các)?(?!\w) ?"))
_PER = re.compile(pattern(r" ?/ ?(năm|tháng|quý|tuần|ngày|chi bộ|người|lớp|xã|đảng viên|cuộc)(?!\w)"))
_EACH = re.compile(
    pattern(r"(?:bình quân|trung bình)[^.;:()]{0,24}?(?:mỗi|hằng|hàng|một) (năm|tháng|quý|tuần)(?!\w)")
)
_QUALITY = re.compile(rf"(?:{pattern(lexicon.QUALITIES)})(?!\w)")
_PER_WHAT = {
    fold_words(word): said
    for word, said in {
        "năm": "year", "tháng": "month", "quý": "quarter", "tuần": "week", "ngày": "day", "chi bộ": "cell",
        "người": "person", "lớp": "class", "xã": "commune", "đảng viên": "member", "cuộc": "round",
    }.items()
}  # fmt: skip
_TARGET = re.compile(
    pattern(
        r"(?: ?(?:so với|so|của))?(?: các| tổng)? ?(?:chỉ tiêu|kế hoạch|mục tiêu|kh|dự toán|chỉ tiêu kế hoạch)(?!\w)"
        r"|(?: ?so với)? (?:nghị quyết đại hội|nghị quyết đề ra)"
    )
)
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
        return _per(text, Counted(UNIT_OF[noun.group()], start, noun.end()))
    if times := _TIMES.match(text, start):
        return _taking_part(text, start, times.end())
    return None


def before(text: str, start: int, place: int) -> Counted | None:
    """What is counted by a number with nothing after it: the last listed noun of `text[start:place]`."""
    nouns = list(_ANYWHERE.finditer(text, start, place))
    if not nouns:
        return None
    head = _head(text, start, nouns)
    unit = UNIT_OF[head.group()]
    if _says_times(text, start, head.start()):
        unit = lexicon.TIMES_OF.get(unit, unit)
    return Counted(unit, head.start(), head.end())


def quality(text: str, place: int) -> bool:
    """Whether the number counts by a quality of people named before: “12 nữ”."""
    return bool(_QUALITY.match(text, place + (text[place : place + 1] == " ")))


def of_percent(text: str, place: int) -> str:
    """per cent · percentage points · per cent of a target: from what follows the sign."""
    return lexicon.OF_TARGET if _TARGET.match(text, place) else lexicon.PERCENT


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
        return Counted(f"{counted.unit} per {_PER_WHAT[stroke.group(1)]}", counted.start, stroke.end())
    return counted


def _taking_part(text: str, start: int, place: int) -> Counted:
    noun = _FIRST.match(text, place)
    unit = UNIT_OF[noun.group()] if noun else ""
    return Counted(lexicon.TIMES_OF.get(unit, unit or lexicon.PERSON_TIMES), start, place)


def _head(text: str, start: int, nouns: list[re.Match[str]]) -> re.Match[str]:
    """“Tổng số đảng viên của Đảng bộ tỉnh là 5.120” counts members: the noun after “số” rules, else the last."""
    for noun in nouns:
        if text[max(start, noun.start() - 3) : noun.start()].endswith("số "):
            return noun
    return nouns[-1]


def _says_times(text: str, start: int, place: int) -> bool:
    return "lượt" in text[max(start, place - 12) : place]


def is_noun(text: str, place: int) -> bool:
    """Whether a listed noun begins here."""
    return bool(_FIRST.match(text, place))
